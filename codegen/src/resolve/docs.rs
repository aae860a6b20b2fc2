//! Documentation: the model's CommonMark becomes wrapped doc lines with links.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::{ListKind, blocks, first_sentence, is_code, wrap_block};
use crate::ir::{Docs, Name, relative_path};
use crate::model::Member;

/// The widest a line of the emitted crate may be.
const MAX_WIDTH: usize = 100;

/// The page that a documented item stands on, which decides how names are written and linked there.
#[derive(Clone)]
pub(super) struct Page<'a> {
    /// The module path, from the root of the emitted modules, of the module that the page's own stands in.
    home: &'static [&'static str],
    /// Types that the page defines or imports.
    in_scope: BTreeSet<&'a str>,
    /// Members that are meant by their bare names in the model, with their names in Rust.
    members: BTreeMap<&'a str, Name>,
}

impl<'a> Page<'a> {
    /// A page in this module, with nothing in scope yet.
    pub(super) fn new(home: &'static [&'static str]) -> Self {
        Self {
            home,
            in_scope: BTreeSet::new(),
            members: BTreeMap::new(),
        }
    }

    /// Brings types into scope.
    pub(super) fn with_types(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.in_scope.extend(names);
        self
    }

    /// Lets the members of a structure be named bare.
    pub(super) fn with_members(
        mut self,
        members: impl IntoIterator<Item = (&'a Member, &'a Name)>,
    ) -> Self {
        let members = members.into_iter();
        self.members
            .extend(members.map(|(member, name)| (member.name(), name.clone())));
        self
    }

    /// The shortest path from the page to an item: its name if that is in scope, else up to where the ways part, and
    /// down.
    fn path_to(&self, link: &Link) -> String {
        if self
            .in_scope
            .contains(link.item.split("::").next().unwrap_or_default())
        {
            return link.item.clone();
        }
        let module: Vec<&str> = link
            .path
            .split("::")
            .filter(|part| !part.is_empty())
            .collect();
        let mut way = relative_path(self.home, &module);
        way.push(&link.item);
        way.join("::")
    }
}

/// The things that documentation can link to, by the name they have in the model.
#[derive(Default)]
pub(super) struct Links(BTreeMap<String, Link>);

/// Something that documentation can link to.
pub(super) struct Link {
    /// The text of the link, `CompositionState::Active`.
    pub(super) text: String,
    /// A disambiguator of rustdoc, `field@`, or nothing.
    pub(super) kind: &'static str,
    /// The module it stands in, from the root of the emitted modules: `types`; empty for the root itself.
    pub(super) path: String,
    /// The item, with its member if that is meant: `CompositionState::Active`.
    pub(super) item: String,
}

impl Links {
    /// Makes the code span `` `name` `` a link.
    pub(super) fn add(&mut self, name: String, link: Link) {
        self.0.insert(name, link);
    }

    /// The doc lines of a documentation trait; without one, of `fallback`.
    pub(super) fn docs(
        &self,
        documentation: Option<&str>,
        fallback: &str,
        page: &Page<'_>,
        indent: usize,
    ) -> Docs {
        let Some(text) = documentation.map(str::trim).filter(|text| !text.is_empty()) else {
            // It speaks of the item itself, which a link would lead nowhere from.
            let lines = wrap_block(fallback, MAX_WIDTH - indent - "/// ".len());
            return Docs {
                summary: lines.clone(),
                lines,
            };
        };
        let blocks = blocks(text);
        let linked: Vec<String> = blocks.iter().map(|block| self.link(block, page)).collect();
        let width = MAX_WIDTH - indent - "/// ".len();
        let summary = blocks
            .first()
            .map(|block| wrap_block(&self.plain(first_sentence(block), page), width));
        let mut lines = Vec::new();
        let mut before = ListKind::None;
        for block in &linked {
            let kind = ListKind::of(block);
            let adjoins = kind != ListKind::None && kind == before;
            if !lines.is_empty() && !adjoins {
                lines.push(String::new());
            }
            lines.extend(wrap_block(block, width));
            before = kind;
        }
        Docs {
            lines,
            summary: summary.unwrap_or_default(),
        }
    }

    /// Replaces each code span that names a thing of the model by a link to it.
    fn link(&self, block: &str, page: &Page<'_>) -> String {
        if is_code(block) {
            return block.to_owned();
        }
        let mut linked = BTreeSet::new();
        replace_code_spans(block, |name| {
            if let Some(member) = page.members.get(name) {
                return Some(format!("`{}`", member.as_str()));
            }
            let link = self.0.get(name)?;
            let Link { text, kind, .. } = link;
            // A name that comes again is not linked again.
            if !linked.insert(name.to_owned()) {
                return Some(format!("`{text}`"));
            }
            let path = page.path_to(link);
            if path == *text && kind.is_empty() {
                return Some(format!("[`{text}`]"));
            }
            Some(format!("[`{text}`]({kind}{path})"))
        })
    }

    /// Writes names of the model as they are in Rust, without links.
    fn plain(&self, block: &str, page: &Page<'_>) -> String {
        replace_code_spans(block, |name| match page.members.get(name) {
            Some(member) => Some(format!("`{}`", member.as_str())),
            None => Some(format!("`{}`", self.0.get(name)?.text)),
        })
    }
}

/// Replaces each code span for which `replacement` has something.
fn replace_code_spans(block: &str, mut replacement: impl FnMut(&str) -> Option<String>) -> String {
    let mut replaced = String::with_capacity(block.len());
    let mut rest = block;
    while let Some(start) = rest.find('`') {
        let Some(length) = rest[start + 1..].find('`') else {
            break;
        };
        let end = start + 1 + length + 1;
        replaced.push_str(&rest[..start]);
        match replacement(&rest[start + 1..end - 1]) {
            Some(text) => replaced.push_str(&text),
            None => replaced.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str, kind: &'static str, path: &str) -> Link {
        Link {
            text: text.to_owned(),
            kind,
            path: path.to_owned(),
            item: text.to_owned(),
        }
    }

    fn links() -> Links {
        let mut links = Links::default();
        links.add("Stage".to_owned(), link("Stage", "", "types"));
        links.add(
            "Stage$name".to_owned(),
            link("Stage::name", "field@", "types"),
        );
        links
    }

    fn docs(text: &str, indent: usize) -> Docs {
        links().docs(Some(text), "The member `x`.", &Page::new(&[]), indent)
    }

    #[test]
    fn wraps_paragraphs_and_list_items() {
        let text = "One sentence here. Another one follows it.\n\n- first item of the list, a long one\n- second";
        let docs = docs(text, 56);
        assert_eq!(
            docs.lines,
            [
                "One sentence here. Another one follows",
                "it.",
                "",
                "- first item of the list, a long one",
                "- second"
            ]
        );
        assert_eq!(docs.summary, ["One sentence here."]);
    }

    #[test]
    fn links_what_the_model_names() {
        let docs = docs("A `Stage`, its `Stage$name`, a `other`, the `Stage`.", 0);
        assert_eq!(
            docs.lines,
            [
                "A [`Stage`](super::types::Stage), its [`Stage::name`](field@super::types::Stage::name), a",
                "`other`, the `Stage`."
            ]
        );
        assert_eq!(
            docs.summary,
            ["A `Stage`, its `Stage::name`, a `other`, the `Stage`."]
        );
    }

    #[test]
    fn links_by_the_shortest_way() {
        let stage = link("Stage", "", "types");
        assert_eq!(Page::new(&["types"]).path_to(&stage), "super::Stage");
        assert_eq!(
            Page::new(&["operation"]).path_to(&stage),
            "super::super::types::Stage"
        );
        assert_eq!(
            Page::new(&["types", "error"]).path_to(&stage),
            "super::super::Stage"
        );
        assert_eq!(
            Page::new(&["types"]).with_types(["Stage"]).path_to(&stage),
            "Stage"
        );
        assert_eq!(
            Page::new(&[]).path_to(&link("Client", "", "")),
            "super::Client"
        );
    }

    #[test]
    fn falls_back_where_the_model_is_silent() {
        assert_eq!(docs("  ", 0).lines, ["The member `x`."]);
    }

    #[test]
    fn does_not_begin_a_line_with_markup() {
        let docs = docs(
            "The number of the page has to be at most\n1. Not - a list.",
            56,
        );
        assert_eq!(
            docs.lines,
            [
                "The number of the page has to be at most 1.",
                "Not - a list."
            ]
        );
    }
}
