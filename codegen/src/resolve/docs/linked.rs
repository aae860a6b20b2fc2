//! Names of the model become links to what they name.

use std::collections::BTreeSet;

use super::page::Page;
use super::tree::{Block, Inline, Target, text_of};
use super::{Link, Links};

impl Links {
    pub(super) fn link_block(&self, block: &mut Block, page: &Page<'_>) {
        let link = |inlines: &mut Vec<Inline>| {
            *inlines = self.linked(std::mem::take(inlines), page, &mut BTreeSet::new());
        };
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => link(inlines),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(link),
            Block::List { items, .. } => {
                let blocks = items.iter_mut().flatten();
                blocks.for_each(|block| self.link_block(block, page));
            }
            Block::Quote(blocks) => {
                blocks
                    .iter_mut()
                    .for_each(|block| self.link_block(block, page));
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }

    /// Makes links of the names of things of the model: of code, and of what the model itself marks as a link. A name
    /// that comes again, or that has been linked before, is not linked.
    fn linked(
        &self,
        inlines: Vec<Inline>,
        page: &Page<'_>,
        before: &mut BTreeSet<String>,
    ) -> Vec<Inline> {
        let mut linked = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Code(code) => linked.push(self.linked_code(code, page, before)),
                Inline::Link(Target::Named(name), content) => {
                    linked.extend(self.linked_name(&name, content, page, before));
                }
                Inline::Emphasis(content) => {
                    linked.push(Inline::Emphasis(self.linked(content, page, before)));
                }
                Inline::Strong(content) => {
                    linked.push(Inline::Strong(self.linked(content, page, before)));
                }
                inline => linked.push(inline),
            }
        }
        linked
    }

    fn linked_code(&self, code: String, page: &Page<'_>, before: &mut BTreeSet<String>) -> Inline {
        if let Some(member) = page.member(&code) {
            return Inline::Code(member.as_str().to_owned());
        }
        match self.0.get(&code) {
            Some(link) => {
                let text = vec![Inline::Code(link.text.clone())];
                link_to(link, text, page, before.insert(code))
            }
            None => Inline::Code(code),
        }
    }

    /// What the model marks as a link to a thing of this name: a link if there is the thing, else its text.
    fn linked_name(
        &self,
        name: &str,
        content: Vec<Inline>,
        page: &Page<'_>,
        before: &mut BTreeSet<String>,
    ) -> Vec<Inline> {
        let text = text_of(&content);
        let Some((key, link)) = self.find(name) else {
            if let Some(member) = page.member(&text) {
                return vec![Inline::Code(member.as_str().to_owned())];
            }
            return if is_name(&text) {
                vec![Inline::Code(text)]
            } else {
                content
            };
        };
        let is_new = before.insert(key.to_owned());
        let content = if is_name(&text) {
            vec![Inline::Code(link.text.clone())]
        } else {
            content
        };
        vec![link_to(link, content, page, is_new)]
    }

    /// The thing that a link of the model means: `Stage`, `Stage$name`, `Stage:name`, `Stage.name`, and in the address
    /// of a page `ivs_Stage`.
    fn find(&self, name: &str) -> Option<(&String, &Link)> {
        let member = name.replace([':', '.', '#'], "$");
        let last = name.rsplit('_').next().unwrap_or_default();
        [name, &member, last]
            .into_iter()
            .find_map(|name| self.0.get_key_value(name))
    }

    /// Writes names of the model as they are in Rust, without links to items.
    pub(super) fn plain(&self, inlines: Vec<Inline>, page: &Page<'_>) -> Vec<Inline> {
        let unlinked = |inline: Inline| match inline {
            Inline::Link(Target::Item(_), content) => content,
            inline => vec![inline],
        };
        let linked = self.linked(inlines, page, &mut BTreeSet::new());
        linked
            .into_iter()
            .flat_map(|inline| match inline {
                Inline::Emphasis(content) => vec![Inline::Emphasis(
                    content.into_iter().flat_map(unlinked).collect(),
                )],
                Inline::Strong(content) => vec![Inline::Strong(
                    content.into_iter().flat_map(unlinked).collect(),
                )],
                inline => unlinked(inline),
            })
            .collect()
    }
}

/// A link to an item, or the text of the link alone.
fn link_to(link: &Link, content: Vec<Inline>, page: &Page<'_>, is_new: bool) -> Inline {
    if is_new {
        let path = format!("{}{}", link.kind, page.path_to(link));
        return Inline::Link(Target::Item(path), content);
    }
    match <[Inline; 1]>::try_from(content) {
        Ok([inline]) => inline,
        Err(content) => Inline::Text(text_of(&content)),
    }
}

/// Whether text is the name of a thing of the model, and no words.
fn is_name(text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$:.#".contains(letter);
    text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && text.chars().all(is_part)
}
