//! Writes the tree as lines of Markdown.

use super::spans::{cell, paragraph};
use super::tree::{Block, Inline, Table};
use super::wrap::wrap;

/// The narrowest that text becomes, however deep it stands.
const LEAST_WIDTH: usize = 30;

/// Blocks as lines of Markdown, broken at a width where words allow it; an empty line parts the blocks.
pub(super) fn lines(blocks: &[Block], width: usize) -> Vec<String> {
    let mut levels: Vec<u8> = headings(blocks);
    levels.sort_unstable();
    levels.dedup();
    Writer { levels }.lines(blocks, width, false)
}

/// The levels of the headings.
fn headings(blocks: &[Block]) -> Vec<u8> {
    let inside = blocks.iter().flat_map(|block| match block {
        Block::Heading(level, _) => vec![*level],
        Block::List { items, .. } => items.iter().flat_map(|item| headings(item)).collect(),
        Block::Quote(blocks) => headings(blocks),
        _ => Vec::new(),
    });
    inside.collect()
}

struct Writer {
    /// The levels of headings that there are. The first of them becomes the first level.
    levels: Vec<u8>,
}

impl Writer {
    /// With `is_tight`, a list directly follows the paragraph that it belongs to.
    fn lines(&self, blocks: &[Block], width: usize, is_tight: bool) -> Vec<String> {
        let width = width.max(LEAST_WIDTH);
        let mut lines = Vec::new();
        let mut marks = Marks::default();
        let mut before: Option<&Block> = None;
        for block in blocks {
            let adjoins = is_tight
                && matches!(before, Some(Block::Paragraph(_)))
                && matches!(
                    block,
                    Block::List {
                        first: None | Some(1),
                        ..
                    }
                );
            if before.is_some() && !adjoins {
                lines.push(String::new());
            }
            marks = marks.after(before, block);
            lines.extend(self.block(block, width, marks));
            before = Some(block);
        }
        lines
    }

    fn block(&self, block: &Block, width: usize, marks: Marks) -> Vec<String> {
        match block {
            Block::Paragraph(inlines) => wrap(&paragraph(inlines), width),
            Block::Heading(level, inlines) => vec![self.heading(*level, inlines)],
            Block::List { first, items } => self.list(*first, items, width, marks),
            Block::Quote(blocks) => self
                .lines(blocks, width - 2, false)
                .iter()
                .map(|line| format!("> {line}").trim_end().to_owned())
                .collect(),
            Block::Code { language, text } => code(language, text),
            Block::Table(rows) => table(rows),
            Block::Rule => vec!["---".to_owned()],
        }
    }

    fn heading(&self, level: u8, inlines: &[Inline]) -> String {
        let rank = self.levels.iter().take_while(|other| **other <= level);
        let mut text = paragraph(inlines).replace("\\\n", " ");
        // Marks at the end of a heading belong to its markup.
        if text.ends_with('#') {
            text.insert(text.trim_end_matches('#').len(), '\\');
        }
        format!("{} {text}", "#".repeat(rank.count()))
    }

    fn list(
        &self,
        first: Option<u64>,
        items: &[Vec<Block>],
        width: usize,
        marks: Marks,
    ) -> Vec<String> {
        let is_loose = items.iter().any(|item| !is_tight(item));
        let mut lines = Vec::new();
        for (number, item) in (first.unwrap_or(1)..).zip(items) {
            let marker = match first {
                Some(_) => format!("{number}{} ", marks.number),
                None => format!("{} ", marks.bullet),
            };
            if is_loose && !lines.is_empty() {
                lines.push(String::new());
            }
            let hang = " ".repeat(marker.len());
            let inside = self.lines(item, width - marker.len(), true);
            lines.extend(inside.iter().enumerate().map(|(index, line)| match index {
                0 => format!("{marker}{line}"),
                _ => format!("{hang}{line}").trim_end().to_owned(),
            }));
        }
        lines
    }
}

/// Whether an item is a paragraph, with or without a list under it.
fn is_tight(item: &[Block]) -> bool {
    matches!(
        item,
        [_] | [
            Block::Paragraph(_),
            Block::List {
                first: None | Some(1),
                ..
            }
        ]
    )
}

/// What items begin with. Two lists that follow each other would be one if they began alike.
#[derive(Clone, Copy)]
struct Marks {
    bullet: char,
    number: char,
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            bullet: '-',
            number: '.',
        }
    }
}

impl Marks {
    fn after(self, before: Option<&Block>, block: &Block) -> Self {
        match (before, block) {
            (Some(Block::List { first: one, .. }), Block::List { first: other, .. })
                if one.is_some() == other.is_some() =>
            {
                Self {
                    bullet: if self.bullet == '-' { '*' } else { '-' },
                    number: if self.number == '.' { ')' } else { '.' },
                }
            }
            _ => Self::default(),
        }
    }
}

/// A block of code. Rustdoc would compile and run it as Rust if it did not name a language.
fn code(language: &str, text: &str) -> Vec<String> {
    let longest = text.split(|letter| letter != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    let mut lines = vec![format!("{fence}{}", tag(language, text))];
    lines.extend(text.lines().map(str::to_owned));
    lines.push(fence);
    lines
}

/// The language of a block of code as rustdoc is to see it: never Rust, for it is no example of the emitted crate.
fn tag<'a>(language: &'a str, text: &str) -> &'a str {
    const RUST: [&str; 8] = [
        "rust",
        "ignore",
        "should_panic",
        "no_run",
        "compile_fail",
        "test_harness",
        "standalone_crate",
        "custom",
    ];
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "+#-_".contains(letter);
    let name = language
        .split(|letter| !is_name(letter))
        .next()
        .unwrap_or_default();
    if !name.is_empty() {
        let is_rust =
            RUST.contains(&name) || name.starts_with("edition") || name.starts_with("ignore-");
        return if is_rust { "text" } else { name };
    }
    let is_json =
        text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    if is_json { "json" } else { "text" }
}

fn table(table: &Table) -> Vec<String> {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> = table
        .rows
        .iter()
        .map(|cells| {
            let blank = std::iter::repeat_n(String::new(), columns - cells.len());
            row(cells
                .iter()
                .map(|content| cell(content))
                .chain(blank)
                .collect())
        })
        .collect();
    lines.insert(1, row(vec!["---".to_owned(); columns]));
    lines
}
