//! The blocks of CommonMark text, and how they are broken into lines.

/// What begins and ends a block of code.
const FENCE: &str = "```";

/// Whether a block is code.
pub(super) fn is_code(block: &str) -> bool {
    block.starts_with(FENCE)
}

/// The paragraphs and list items of a text, each on one line, and its blocks of code, which keep theirs.
pub(super) fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut goes_on = false;
    let mut in_code = false;
    for full_line in text.lines() {
        let line = full_line.trim();
        if let Some(code) = blocks.last_mut().filter(|_| in_code) {
            code.push('\n');
            code.push_str(full_line.trim_end());
            in_code = !line.starts_with(FENCE);
            continue;
        }
        if line.starts_with(FENCE) {
            // Without a language it would be tested as Rust.
            let language = if line == FENCE { "text" } else { "" };
            blocks.push(format!("{line}{language}"));
            in_code = true;
            goes_on = false;
            continue;
        }
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        match blocks.last_mut() {
            Some(block) if goes_on && !starts_block(line, block) => {
                block.push(' ');
                block.push_str(line);
            }
            _ => blocks.push(line.to_owned()),
        }
        goes_on = true;
    }
    blocks
}

/// Whether a line begins a block of its own: a list item, or a block of HTML. A number ends no paragraph.
fn starts_block(line: &str, before: &str) -> bool {
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
    match ListKind::of(line) {
        ListKind::Bullets => true,
        ListKind::Numbers => item_marker(before).is_some(),
        ListKind::None => BLOCK_TAGS.iter().any(|tag| line.starts_with(tag)),
    }
}

/// The list that a block is an item of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKind {
    None,
    Bullets,
    Numbers,
}

impl ListKind {
    pub(super) fn of(block: &str) -> Self {
        match item_marker(block) {
            None => Self::None,
            Some("-" | "*" | "+") => Self::Bullets,
            Some(_) => Self::Numbers,
        }
    }
}

/// What a list item begins with, `-` or `1.`.
fn item_marker(line: &str) -> Option<&str> {
    let (marker, _) = line.split_once(' ')?;
    let number = marker.strip_suffix(['.', ')']);
    let is_number = number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    (is_number || matches!(marker, "-" | "*" | "+")).then_some(marker)
}

/// The first sentence of a paragraph: all of it if it holds but one.
pub(super) fn first_sentence(block: &str) -> &str {
    match block.find(". ") {
        Some(end) => &block[..=end],
        None => block,
    }
}

/// Breaks one block at its spaces. The lines of a list item after the first are indented under it.
pub(super) fn wrap_block(block: &str, width: usize) -> Vec<String> {
    if is_code(block) {
        return block.lines().map(str::to_owned).collect();
    }
    let hang = item_marker(block).map_or(0, |marker| marker.len() + 1);
    let hang = " ".repeat(hang);
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
