//! Text that is to show as it is: what Markdown, or rustdoc, would take for markup is escaped.

/// Where a text stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// In the text of a link, where no other link may be.
    pub(super) in_link: bool,
    /// In a table, whose cells `|` parts.
    pub(super) in_table: bool,
    /// In a paragraph with more than one `~`, which would strike out what is between them.
    pub(super) may_strike: bool,
    /// In strong text, which emphasis is marked in by `_`.
    pub(super) in_strong: bool,
}

/// Text as Markdown. A URL becomes a link.
pub(super) fn escaped(text: &str, place: Place) -> String {
    let mut markdown = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((start, end)) = next_url(rest) {
        add_escaped(&rest[..start], place, &mut markdown);
        add_url(&rest[start..end], place, &mut markdown);
        rest = &rest[end..];
    }
    add_escaped(rest, place, &mut markdown);
    markdown
}

/// Where the next URL begins and ends. The marks that end a sentence are no part of it.
fn next_url(text: &str) -> Option<(usize, usize)> {
    let found = text.match_indices("http").find(|(index, _)| {
        let rest = &text[index + "http".len()..];
        rest.starts_with("://") || rest.starts_with("s://")
    });
    let (start, _) = found?;
    let is_end =
        |letter: char| letter.is_whitespace() || matches!(letter, '"' | '<' | '>' | '“' | '”');
    let length = text[start..].find(is_end).unwrap_or(text.len() - start);
    let url = &text[start..start + length];
    let mut trimmed =
        url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '`', '*', '’', '…']);
    while trimmed.ends_with([')', ']', '}']) && unbalanced(trimmed) {
        trimmed = trimmed[..trimmed.len() - 1].trim_end_matches(['.', ',', ';', ':', '\'', '`']);
    }
    Some((start, start + trimmed.len()))
}

fn unbalanced(url: &str) -> bool {
    let count = |letters: [char; 3]| url.matches(letters).count();
    count(['(', '[', '{']) < count([')', ']', '}'])
}

/// Writes a URL as a link. One with a placeholder in it is none, nor is one within a link: it is text that rustdoc does
/// not take for a URL.
fn add_url(url: &str, place: Place, markdown: &mut String) {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let is_plain =
        |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#@!$&'()+,;=%".contains(letter);
    if !place.in_link && host.contains('.') && rest.chars().all(is_plain) {
        markdown.push_str(&format!("<{url}>"));
    } else {
        let colon = if place.in_link { "://" } else { "\\://" };
        markdown.push_str(scheme);
        markdown.push_str(colon);
        add_escaped(rest, place, markdown);
    }
}

fn add_escaped(text: &str, place: Place, markdown: &mut String) {
    for (index, letter) in text.char_indices() {
        if letter.is_ascii_punctuation() && needs_escape(letter, text, index, place) {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
}

/// Whether a mark would be markup where it stands.
fn needs_escape(mark: char, text: &str, index: usize, place: Place) -> bool {
    let after = &text[index + 1..];
    let next = after.chars().next();
    let is_open = |letter: Option<char>| letter.is_some_and(char::is_whitespace);
    let around = || {
        let before = text[..index].trim_end_matches(mark).chars().next_back();
        (before, after.trim_start_matches(mark).chars().next())
    };
    match mark {
        '`' | '[' | ']' => true,
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '*' => {
            let (before, after) = around();
            !(is_open(before) && is_open(after))
        }
        '_' => {
            let (before, after) = around();
            let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            !(is_word(before) && is_word(after) || is_open(before) && is_open(after))
        }
        '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        '&' => is_entity(after),
        '~' => place.may_strike,
        '|' => place.in_table,
        // Two of them are a dash, which after a word or between spaces is what is meant; `--option` is not.
        '-' => {
            let (before, after) = around();
            let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            next == Some('-') && !is_word(before) && is_word(after)
        }
        _ => false,
    }
}

/// Whether what follows `&` makes it an entity.
fn is_entity(after: &str) -> bool {
    let Some((name, _)) = after.split_once(';') else {
        // The entity may go on in the next piece.
        return after.is_empty();
    };
    let name = name.strip_prefix('#').unwrap_or(name);
    name.is_empty() || name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Escapes what would begin a block at the start of a line.
pub(super) fn escape_start(line: &mut String) {
    let word = line.split(' ').next().unwrap_or_default();
    let is_all = |mark: char| !word.is_empty() && word.chars().all(|letter| letter == mark);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits > 0 && matches!(&word[digits..], "." | ")");
    let is_rule = !word.is_empty() && word.chars().all(|letter| "-|:".contains(letter));
    let is_mark = word == "+" || is_rule || is_all('#') || is_all('=') || word.starts_with('>');
    if is_number {
        line.insert(digits, '\\');
    } else if is_mark {
        line.insert(0, '\\');
    }
}

/// A URL as the destination of a link.
pub(super) fn destination(url: &str) -> String {
    let mut destination = String::with_capacity(url.len());
    let is_balanced = url.matches('(').count() == url.matches(')').count() && !url.contains(")(");
    for (index, letter) in url.char_indices() {
        match letter {
            '<' => destination.push_str("%3C"),
            '>' => destination.push_str("%3E"),
            '(' if !is_balanced => destination.push_str("%28"),
            ')' if !is_balanced => destination.push_str("%29"),
            '\\' => destination.push_str("%5C"),
            '|' => destination.push_str("%7C"),
            '&' if is_entity(&url[index + 1..]) => destination.push_str("\\&"),
            letter if letter.is_whitespace() => destination.push_str("%20"),
            letter => destination.push(letter),
        }
    }
    destination
}
