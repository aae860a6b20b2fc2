//! What is open while the tree is built, and what it becomes when it is closed.

use super::element::Element;
use super::inline::{as_code, is_left_out, tidy};
use super::tree::{Block, Inline, Table, Target, label, text_of};

/// Something open.
pub(super) struct Frame {
    pub(super) kind: Kind,
    pub(super) blocks: Vec<Block>,
    /// The paragraph that is being written, or the content of an inline element.
    pub(super) inlines: Vec<Inline>,
}

#[derive(PartialEq)]
pub(super) enum Kind {
    Document,
    /// An item, with the term that it explains.
    Item(Option<Vec<Inline>>),
    List(Option<u64>, Vec<Vec<Block>>),
    Terms(Vec<Vec<Block>>),
    Term,
    /// A quote, with its label.
    Quote(Option<&'static str>),
    Table(Table),
    Row(Vec<Vec<Inline>>),
    Cell,
    Heading(u8),
    Preformatted(String),
    Emphasis,
    Strong,
    Code,
    Link(Option<String>),
}

impl Kind {
    pub(super) fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis | Self::Strong | Self::Code | Self::Link(_)
        )
    }

    /// Whether it is what an end tag of this element closes.
    pub(super) fn is(&self, element: &Element) -> bool {
        match (self, element) {
            (Self::List(first, _), Element::List(other)) => first.is_some() == other.is_some(),
            (Self::Item(None), Element::Item)
            | (Self::Terms(_), Element::Terms)
            | (Self::Term, Element::Term)
            | (Self::Quote(None), Element::Quote)
            | (Self::Preformatted(_), Element::Preformatted(_))
            | (Self::Table(_), Element::Table)
            | (Self::Row(_), Element::Row)
            | (Self::Cell, Element::Cell)
            | (Self::Heading(_), Element::Heading(_))
            | (Self::Emphasis, Element::Emphasis)
            | (Self::Strong, Element::Strong)
            | (Self::Code, Element::Code)
            | (Self::Link(_), Element::Link(_)) => true,
            (Self::Quote(Some(label)), Element::Note(other)) => label == other,
            _ => false,
        }
    }

    /// Whether an end tag of this element closes nothing outside of it.
    pub(super) fn is_barrier(&self, element: &Element) -> bool {
        if element.is_inline() {
            return !self.is_inline();
        }
        match self {
            Self::Document => true,
            Self::Cell => !matches!(element, Element::Cell | Element::Row | Element::Table),
            Self::Quote(_) => !matches!(element, Element::Quote | Element::Note(_)),
            Self::List(..) | Self::Terms(_) => matches!(element, Element::Item | Element::Term),
            _ => false,
        }
    }

    /// Whether its paragraph is no block of its own.
    pub(super) fn keeps_inlines(&self) -> bool {
        self.is_inline() || matches!(self, Self::Heading(_) | Self::Term | Self::Preformatted(_))
    }
}

impl Frame {
    /// Takes in what a frame within this one, now closed, holds.
    pub(super) fn take_in(&mut self, frame: Frame) {
        let Frame {
            kind,
            blocks,
            inlines,
        } = frame;
        match kind {
            Kind::Emphasis => self.inlines.push(Inline::Emphasis(inlines)),
            Kind::Strong => self.inlines.push(Inline::Strong(inlines)),
            Kind::Code => self.inlines.extend(as_code(inlines)),
            Kind::Link(url) => self.inlines.extend(link(url, inlines)),
            Kind::Term => {
                if let Kind::Item(term) = &mut self.kind {
                    *term = Some(tidy(inlines)).filter(|term| !term.is_empty());
                }
                self.blocks.extend(blocks);
            }
            Kind::Item(term) => match &mut self.kind {
                Kind::List(_, items) | Kind::Terms(items) => items.push(explained(term, blocks)),
                _ => self.blocks.extend(explained(term, blocks)),
            },
            Kind::Cell => match &mut self.kind {
                Kind::Row(cells) => cells.push(flat(blocks)),
                _ => self.blocks.extend(blocks),
            },
            Kind::Row(cells) => match &mut self.kind {
                Kind::Table(table) => table.rows.push(cells),
                _ => self.blocks.extend(cells.into_iter().map(Block::Paragraph)),
            },
            kind => self.blocks.extend(closed(kind, blocks, inlines)),
        }
    }
}

/// The blocks that a block becomes when it is closed; none if it holds nothing.
fn closed(kind: Kind, mut blocks: Vec<Block>, inlines: Vec<Inline>) -> Vec<Block> {
    match kind {
        Kind::List(first, mut items) => {
            items.retain(|item| !item.is_empty());
            if !items.is_empty() {
                blocks.push(Block::List { first, items });
            }
        }
        Kind::Terms(items) => return closed(Kind::List(None, items), blocks, inlines),
        Kind::Quote(name) => {
            if let Some(name) = name.filter(|name| !blocks.is_empty() && !says(&blocks, name)) {
                let strong = Inline::Strong(vec![Inline::Text(format!("{name}:"))]);
                label(&mut blocks, vec![strong, Inline::Text(" ".to_owned())]);
            }
            if !blocks.is_empty() {
                return vec![Block::Quote(blocks)];
            }
        }
        Kind::Heading(level) => {
            let inlines = tidy(inlines);
            if !inlines.is_empty() {
                blocks.insert(0, Block::Heading(level, inlines));
            }
        }
        Kind::Preformatted(language) => blocks.extend(code(language, &text_of(&inlines))),
        Kind::Table(mut table) => {
            table
                .rows
                .retain(|row| row.iter().any(|cell| !cell.is_empty()));
            if !table.rows.is_empty() {
                blocks.push(Block::Table(table));
            }
        }
        _ => {}
    }
    blocks
}

/// Whether the text of blocks begins with this word, so that a label would say it twice.
fn says(blocks: &[Block], word: &str) -> bool {
    let Some(Block::Paragraph(inlines)) = blocks.first() else {
        return false;
    };
    let text = text_of(inlines);
    let start = text.split(|letter: char| !letter.is_alphanumeric()).next();
    let is_label = text
        .get(word.len()..)
        .is_some_and(|rest| rest.starts_with(':'));
    is_label && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// An item with its term before its text: `**term**: what it means`.
fn explained(term: Option<Vec<Inline>>, mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(term) = term {
        let ends = text_of(&term).ends_with(':') || blocks.is_empty();
        let colon = if ends { " " } else { ": " };
        let term = match &term[..] {
            [Inline::Strong(_)] => term,
            _ => vec![Inline::Strong(term)],
        };
        let colon = Inline::Text(colon.to_owned());
        label(&mut blocks, term.into_iter().chain([colon]).collect());
    }
    blocks
}

/// A link: to where its URL leads, else to what the URL or the text names.
fn link(url: Option<String>, content: Vec<Inline>) -> Vec<Inline> {
    let target = match url {
        None => Target::Named(text_of(&content).trim().to_owned()),
        Some(url) => match target_of(&url) {
            Some(target) => target,
            None => return content,
        },
    };
    vec![Inline::Link(target, content)]
}

/// Where a reference leads; `None` if that cannot be told from here.
fn target_of(reference: &str) -> Option<Target> {
    let reference: String = reference
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let lower = reference.to_ascii_lowercase();
    if ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
    {
        return Some(Target::Url(reference));
    }
    if reference.starts_with("//") {
        return Some(Target::Url(format!("https:{reference}")));
    }
    let page = reference.split(['#', '?']).next().unwrap_or_default();
    let page = page.rsplit('/').next().unwrap_or_default();
    if let Some(name) = page
        .strip_prefix("API_")
        .and_then(|page| page.strip_suffix(".html"))
    {
        return Some(Target::Named(name.to_owned()));
    }
    let host = reference.split('/').next().unwrap_or_default();
    let is_host = host.ends_with(".com") || host.starts_with("www.");
    if is_host {
        return Some(Target::Url(format!("https://{reference}")));
    }
    let is_name =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | ':');
    (!reference.is_empty() && reference.chars().all(is_name)).then_some(Target::Named(reference))
}

/// A block of code, without the lines around it and the indentation that all of its lines share.
fn code(language: String, text: &str) -> Option<Block> {
    let text = text.replace('\t', "    ").replace("\r\n", "\n");
    let visible = |letter: &char| *letter == '\n' || !is_left_out(*letter);
    let text: String = text.chars().filter(visible).collect();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty())?;
    let last = lines.iter().rposition(|line| !line.is_empty())?;
    let lines = &lines[first..=last];
    let indentation = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let shared = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(indentation)
        .min()?;
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.get(shared..).unwrap_or_default())
        .collect();
    Some(Block::Code {
        language,
        text: lines.join("\n"),
    })
}

/// Blocks as the content of a cell, which holds no blocks: with breaks between them.
fn flat(blocks: Vec<Block>) -> Vec<Inline> {
    let mut flattened = Vec::new();
    for block in blocks {
        let parts = match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => vec![inlines],
            Block::List { items, .. } => items.into_iter().map(flat).collect(),
            Block::Quote(blocks) => vec![flat(blocks)],
            Block::Code { text, .. } => text
                .lines()
                .map(|line| vec![Inline::Code(line.to_owned())])
                .collect(),
            Block::Table(table) => table.rows.into_iter().flatten().collect(),
            Block::Rule => Vec::new(),
        };
        for part in parts {
            if !flattened.is_empty() {
                flattened.push(Inline::Break);
            }
            flattened.extend(part);
        }
    }
    flattened
}
