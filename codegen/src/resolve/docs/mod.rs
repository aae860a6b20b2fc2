//! Documentation: what the model says in CommonMark or HTML becomes wrapped doc lines with links.
//!
//! ```text
//! commonmark, html -> builder -> tree -> names become links -> write
//! ```

mod builder;
#[cfg(test)]
mod check;
mod commonmark;
mod element;
mod escape;
mod frame;
mod html;
mod inline;
mod linked;
pub(super) mod links;
mod page;
mod sentence;
mod spans;
mod tree;
mod wrap;
mod write;

use std::collections::BTreeMap;

pub(super) use page::Page;
use tree::{Block, Inline};

use crate::ir::Docs;

/// The widest a line of the emitted crate may be.
const MAX_WIDTH: usize = 100;

/// Whether a documentation trait says anything: white space does not, nor do tags around nothing.
pub(super) fn says_something(documentation: &str) -> bool {
    let first = documentation.trim_start().chars().next();
    match first {
        Some('<' | '&') => !commonmark::read(documentation).is_empty(),
        first => first.is_some(),
    }
}

/// The doc lines of documentation that has nothing to link to, of an item with this indent; none where it says nothing.
pub(super) fn plain_docs(documentation: &str, indent: usize) -> Vec<String> {
    let width = MAX_WIDTH - indent - "/// ".len();
    let blocks = commonmark::read(documentation);
    Links::default()
        .written(blocks, &Page::new(&[]), width)
        .lines
}

/// Text as Markdown that shows it as it is.
pub(super) fn markdown_of(text: &str) -> String {
    escape::escaped(text, escape::Place::default())
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

    /// The doc lines of a documentation trait; where it says nothing, of `fallback`, which is Markdown.
    pub(super) fn docs(
        &self,
        documentation: Option<&str>,
        fallback: &str,
        page: &Page<'_>,
        indent: usize,
    ) -> Docs {
        let width = MAX_WIDTH - indent - "/// ".len();
        let blocks = documentation.map(commonmark::read).unwrap_or_default();
        let mut docs = self.written(blocks, page, width);
        // It speaks of the item itself, which a link would lead nowhere from. A block of code is no summary.
        for lines in [&mut docs.lines, &mut docs.summary] {
            if lines.is_empty() {
                *lines = wrap::wrap(fallback, width);
            }
        }
        docs
    }

    /// The doc lines of a note that something is deprecated.
    pub(super) fn deprecation(&self, note: &str, page: &Page<'_>, indent: usize) -> Vec<String> {
        let mut blocks = commonmark::read(note);
        let strong = Inline::Strong(vec![Inline::Text("Deprecated.".to_owned())]);
        tree::label(&mut blocks, vec![strong, Inline::Text(" ".to_owned())]);
        self.written(blocks, page, MAX_WIDTH - indent - "/// ".len())
            .lines
    }

    fn written(&self, mut blocks: Vec<Block>, page: &Page<'_>, width: usize) -> Docs {
        let first = sentence::first_paragraph(&blocks).unwrap_or_default();
        let (summary, _) = sentence::split(first);
        let summary = match self.plain(summary, page) {
            summary if summary.is_empty() => Vec::new(),
            summary => vec![Block::Paragraph(summary)],
        };
        for block in &mut blocks {
            self.link_block(block, page);
        }
        Docs {
            lines: write::lines(&blocks, width),
            summary: write::lines(&summary, width),
        }
    }
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
    fn links_what_html_marks_as_a_link() {
        let text = "<p><a>Stage</a>: <a>Stage$name</a>, <a>Gone</a>, <a>no name</a>, \
                    <a href=\"API_Stage.html\">the stage</a>, <a href=\"x.html\">x</a>.</p>\
                    <p><a href=\"API_ivs_Stage.html#a\">the stage</a>";
        assert_eq!(
            docs(text, 0).lines.join("\n"),
            "[`Stage`](super::types::Stage): [`Stage::name`](field@super::types::Stage::name), `Gone`, no\n\
             name, the stage, x.\n\n[the stage](super::types::Stage)"
        );
        let page = Page::new(&[]).with_types(["Stage"]);
        let lines = links().docs(Some("<a>Stage</a>: x"), "", &page, 0).lines;
        assert_eq!(lines, ["[`Stage`]\\: x"]);
    }

    #[test]
    fn says_nothing_with_tags_alone() {
        assert!(!says_something(" <p> <b></b>&nbsp;</p>\n"));
        assert!(!says_something(""));
        assert!(says_something("<p>x"));
        assert!(says_something("<region>"));
    }

    #[test]
    fn falls_back_where_the_model_is_silent() {
        assert_eq!(docs("  ", 0).lines, ["The member `x`."]);
        let code = docs("<pre>x</pre>", 0);
        assert_eq!(code.lines, ["```text", "x", "```"]);
        assert_eq!(code.summary, ["The member `x`."]);
    }

    #[test]
    fn does_not_begin_a_line_with_markup() {
        let docs = docs(
            "The number of the page has to be at most\n2. Not - a list.",
            56,
        );
        assert_eq!(
            docs.lines,
            [
                "The number of the page has to be at most 2.",
                "Not - a list."
            ]
        );
    }
}
