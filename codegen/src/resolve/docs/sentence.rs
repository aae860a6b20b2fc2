//! The sentence that says in short what a thing is.

use super::tree::{Block, Inline, text_of};

/// The most letters that a first paragraph has before its first sentence gets a paragraph of its own.
const LONG: usize = 240;

/// The first paragraph: one that stands by itself if there is any, else one in a list or a quote.
pub(super) fn first_paragraph(blocks: &[Block]) -> Option<&[Inline]> {
    let own = blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => Some(inlines.as_slice()),
        _ => None,
    });
    own.or_else(|| {
        blocks.iter().find_map(|block| match block {
            Block::Quote(blocks) => first_paragraph(blocks),
            Block::List { items, .. } => items.iter().find_map(|item| first_paragraph(item)),
            Block::Table(table) => table.rows.first()?.first().map(Vec::as_slice),
            _ => None,
        })
    })
}

/// The first sentence of a paragraph and what follows it; all of it if it holds but one.
pub(super) fn split(inlines: &[Inline]) -> (Vec<Inline>, Vec<Inline>) {
    for (index, inline) in inlines.iter().enumerate() {
        let Inline::Text(text) = inline else {
            continue;
        };
        if let Some(end) = sentence_end(text) {
            let mut first = inlines[..index].to_vec();
            first.push(Inline::Text(text[..end].to_owned()));
            let mut rest = vec![Inline::Text(text[end + 1..].to_owned())];
            rest.extend_from_slice(&inlines[index + 1..]);
            rest.retain(|inline| *inline != Inline::Text(String::new()));
            return (first, rest);
        }
    }
    (inlines.to_vec(), Vec::new())
}

/// Where the first sentence ends within a text that goes on: after a full stop that ends no abbreviation.
fn sentence_end(text: &str) -> Option<usize> {
    const ABBREVIATIONS: [&str; 9] = [
        "e.g.", "i.e.", "etc.", "vs.", "ex.", "eg.", "ie.", "U.S.", "cf.",
    ];
    let mut ends = text.match_indices(". ").map(|(index, _)| index + 1);
    ends.find(|end| {
        let word = text[..*end].rsplit([' ', '(']).next().unwrap_or_default();
        !ABBREVIATIONS.contains(&word)
    })
}

/// Gives the first sentence of a long first paragraph a paragraph of its own.
pub(super) fn part_summary(blocks: &mut Vec<Block>) {
    let Some(Block::Paragraph(inlines)) = blocks.first() else {
        return;
    };
    if text_of(inlines).chars().count() <= LONG {
        return;
    }
    let (first, rest) = split(inlines);
    if !rest.is_empty() {
        blocks.splice(..1, [Block::Paragraph(first), Block::Paragraph(rest)]);
    }
}
