//! Documentation as a tree: what HTML and CommonMark both become, and Markdown is written from.

/// A block of documentation.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// A heading, of the level it has in its source.
    Heading(u8, Vec<Inline>),
    /// A list, numbered from its first number on if it has one.
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    /// Lines of code, with the language if one is named.
    Code {
        language: String,
        text: String,
    },
    Table(Table),
    Rule,
}

/// A table; the first row is its head.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub(super) rows: Vec<Vec<Cell>>,
}

/// What a cell of a table holds; its paragraphs are parted by breaks.
pub(super) type Cell = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link(Target, Vec<Inline>),
    /// The end of a line that is meant.
    Break,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// To a page of the web.
    Url(String),
    /// To the thing that has this name in the model, if there is one.
    Named(String),
    /// To an item of the emitted crate, by its path.
    Item(String),
}

/// The text of inline content, without its markup.
pub(super) fn text_of(inlines: &[Inline]) -> String {
    let mut text = String::new();
    add_text(inlines, &mut text);
    text
}

fn add_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link(_, content) => {
                add_text(content, text);
            }
            Inline::Break => text.push(' '),
        }
    }
}

/// Puts a label before the text of blocks: into their first paragraph, or into one of its own.
pub(super) fn label(blocks: &mut Vec<Block>, label: Vec<Inline>) {
    if let Some(Block::Paragraph(inlines)) = blocks.first_mut() {
        inlines.splice(..0, label);
    } else {
        let mut inlines = label;
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            last.truncate(last.trim_end().len());
        }
        blocks.insert(0, Block::Paragraph(inlines));
    }
}
