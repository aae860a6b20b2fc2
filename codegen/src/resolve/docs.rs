//! Documentation: the model's CommonMark becomes wrapped doc lines with links.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Docs;

/// The widest a line of the emitted crate may be.
const MAX_WIDTH: usize = 100;

/// Where a documented item stands, which decides how wide its lines may be and how its links begin.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The column at which `///` stands.
    pub(super) indent: usize,
    /// The module path, from the root of the emitted modules, of the page that the item stands on.
    pub(super) page: &'static [&'static str],
}

impl Place {
    /// The path from the item's module to another one of the emitted modules: up to where their ways part, and down.
    fn path_to(self, target: &str) -> String {
        let (home, _) = self.page.split_at(self.page.len().saturating_sub(1));
        let down: Vec<&str> = target.split("::").collect();
        let shared = home
            .iter()
            .zip(&down)
            .take_while(|(home, part)| home == part)
            .count();
        let up = std::iter::repeat_n("super", self.page.len() - shared);
        up.chain(down[shared..].iter().copied())
            .collect::<Vec<_>>()
            .join("::")
    }
}

/// The things that documentation can link to, by the name they have in the model.
#[derive(Default)]
pub(super) struct Links(BTreeMap<String, Link>);

struct Link {
    /// The text of the link, `CompositionState::Active`.
    text: String,
    /// A disambiguator of rustdoc, `field@`, or nothing.
    kind: &'static str,
    /// The path from the root of the emitted modules, `types::Stage`.
    path: String,
}

impl Links {
    /// Makes the code span `` `name` `` a link.
    pub(super) fn add(&mut self, name: String, text: String, kind: &'static str, path: String) {
        self.0.insert(name, Link { text, kind, path });
    }

    /// The doc lines of a documentation trait; without one, of `fallback`.
    pub(super) fn docs(&self, documentation: Option<&str>, fallback: &str, place: Place) -> Docs {
        let text = documentation
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .unwrap_or(fallback);
        let blocks = blocks(text);
        let linked: Vec<String> = blocks.iter().map(|block| self.link(block, place)).collect();
        let width = MAX_WIDTH - place.indent - "/// ".len();
        let summary = blocks
            .first()
            .map(|block| wrap_block(&self.plain(first_sentence(block)), width));
        let mut lines = Vec::new();
        let mut after_item = false;
        for block in &linked {
            let is_item = block.starts_with("- ");
            if !lines.is_empty() && !(after_item && is_item) {
                lines.push(String::new());
            }
            lines.extend(wrap_block(block, width));
            after_item = is_item;
        }
        Docs {
            lines,
            summary: summary.unwrap_or_default(),
        }
    }

    /// Replaces each code span that names a thing of the model by a link to it.
    fn link(&self, block: &str, place: Place) -> String {
        let mut linked = BTreeSet::new();
        replace_code_spans(block, |name| {
            let Link { text, kind, path } = self.0.get(name)?;
            // A name that comes again is not linked again.
            if !linked.insert(name.to_owned()) {
                return Some(format!("`{text}`"));
            }
            Some(format!("[`{text}`]({kind}{})", place.path_to(path)))
        })
    }

    /// Writes names of the model as they are in Rust, without links.
    fn plain(&self, block: &str) -> String {
        replace_code_spans(block, |name| Some(format!("`{}`", self.0.get(name)?.text)))
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

/// The paragraphs and list items of a text, each on one line.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        match blocks.last_mut() {
            Some(block) if goes_on && !starts_block(line) => {
                block.push(' ');
                block.push_str(line);
            }
            _ => blocks.push(line.to_owned()),
        }
        goes_on = true;
    }
    blocks
}

/// Whether a line begins a block of its own: a list item, or a block of HTML.
fn starts_block(line: &str) -> bool {
    const BLOCK_TAGS: [&str; 9] = [
        "<p>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<li>",
        "<dl>",
        "<note>",
        "<important>",
    ];
    line.starts_with("- ") || BLOCK_TAGS.iter().any(|tag| line.starts_with(tag))
}

/// The first sentence of a paragraph: all of it if it holds but one.
fn first_sentence(block: &str) -> &str {
    match block.find(". ") {
        Some(end) => &block[..=end],
        None => block,
    }
}

/// Breaks one block at its spaces. The lines of a list item after the first are indented under it.
fn wrap_block(block: &str, width: usize) -> Vec<String> {
    let hang = if block.starts_with("- ") { "  " } else { "" };
    let mut lines = Vec::new();
    let mut line = String::new();
    for (index, word) in block.split_whitespace().enumerate() {
        let fits = line.chars().count() + 1 + word.chars().count() <= width;
        if index == 0 {
            line.push_str(word);
        } else if fits || begins_markup(word) {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(std::mem::replace(&mut line, format!("{hang}{word}")));
        }
    }
    lines.push(line);
    lines
}

/// Whether a word at the start of a line would begin a list, a heading or a quotation.
fn begins_markup(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let is_list_number =
        number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    matches!(word, "-" | "+" | "*" | ">" | "=")
        || word.starts_with('#')
        || word.starts_with('>')
        || is_list_number
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place {
        indent: 56,
        page: &["client"],
    };

    fn links() -> Links {
        let mut links = Links::default();
        links.add(
            "Stage".to_owned(),
            "Stage".to_owned(),
            "",
            "types::Stage".to_owned(),
        );
        links.add(
            "Stage$name".to_owned(),
            "Stage::name".to_owned(),
            "field@",
            "types::Stage::name".to_owned(),
        );
        links
    }

    #[test]
    fn wraps_paragraphs_and_list_items() {
        let text = "One sentence here. Another one follows it.\n\n- first item of the list, a long one\n- second";
        let docs = links().docs(Some(text), "", PLACE);
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
        let docs = links().docs(
            Some("A `Stage`, its `Stage$name`, a `other`."),
            "",
            Place { indent: 0, ..PLACE },
        );
        assert_eq!(
            docs.lines,
            [
                "A [`Stage`](super::types::Stage), its [`Stage::name`](field@super::types::Stage::name), a",
                "`other`."
            ]
        );
    }

    #[test]
    fn links_by_the_shortest_way() {
        let place = |page| Place { indent: 0, page };
        assert_eq!(
            place(&["types", "video"]).path_to("types::Stage"),
            "super::Stage"
        );
        assert_eq!(
            place(&["operation", "get_stage"]).path_to("types::Stage"),
            "super::super::types::Stage"
        );
        assert_eq!(
            place(&["types", "error", "conflict"]).path_to("types::Stage"),
            "super::super::Stage"
        );
    }

    #[test]
    fn falls_back_where_the_model_is_silent() {
        let docs = links().docs(Some("  "), "The member `x`.", PLACE);
        assert_eq!(docs.lines, ["The member `x`."]);
    }

    #[test]
    fn does_not_begin_a_line_with_markup() {
        let docs = links().docs(
            Some("The number of the page has to be at most\n1. Not - a list."),
            "",
            PLACE,
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
