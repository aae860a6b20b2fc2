//! Writes the content of a paragraph as Markdown.

use super::escape::{Place, destination, escape_start, escaped};
use super::tree::{Inline, Target, text_of};

/// Inline content as Markdown: one line, or more where lines are meant to end.
pub(super) fn paragraph(inlines: &[Inline]) -> String {
    let mut markdown = spans(inlines, place(inlines));
    if markdown.contains('\n') {
        let mut lines: Vec<String> = markdown.split('\n').map(str::to_owned).collect();
        lines.iter_mut().for_each(escape_start);
        return lines.join("\n");
    }
    if matches!(inlines.first(), Some(Inline::Text(_))) {
        escape_start(&mut markdown);
    }
    markdown
}

/// Inline content as the cell of a table.
pub(super) fn cell(inlines: &[Inline]) -> String {
    let place = Place {
        in_table: true,
        ..place(inlines)
    };
    spans(inlines, place).replace("\\\n", "<br>")
}

fn place(inlines: &[Inline]) -> Place {
    Place {
        may_strike: text_of(inlines).matches('~').nth(1).is_some(),
        ..Place::default()
    }
}

fn spans(inlines: &[Inline], place: Place) -> String {
    let mut markdown = String::new();
    for (index, inline) in inlines.iter().enumerate() {
        let next = || first_letter(inlines.get(index + 1));
        match inline {
            Inline::Text(text) => add_text(text, place, &mut markdown),
            Inline::Code(code) => markdown.push_str(&code_span(code, place)),
            Inline::Emphasis(content) => {
                let span = Span::new(content, "*", place);
                span.add(&mut markdown, next());
            }
            Inline::Strong(content) => {
                let place = Place {
                    in_strong: true,
                    ..place
                };
                Span::new(content, "**", place).add(&mut markdown, next());
            }
            Inline::Link(target, content) => add_link(target, content, place, &mut markdown),
            Inline::Break => markdown.push_str("\\\n"),
        }
    }
    markdown
}

/// Adds text, which must not make a link of the name in brackets before it.
fn add_text(text: &str, place: Place, markdown: &mut String) {
    if markdown.ends_with("`]") && text.starts_with([':', '(']) {
        markdown.push('\\');
    }
    markdown.push_str(&escaped(text, place));
}

/// The first letter that inline content shows.
fn first_letter(inline: Option<&Inline>) -> Option<char> {
    match inline? {
        Inline::Text(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Emphasis(_) | Inline::Strong(_) => Some('*'),
        Inline::Link(..) => Some('['),
        Inline::Break => Some('\n'),
    }
}

/// Code between backticks. Where it has backticks itself, there are more or less of them around it.
fn code_span(code: &str, place: Place) -> String {
    let runs: Vec<usize> = code
        .split(|letter| letter != '`')
        .map(str::len)
        .filter(|length| *length > 0)
        .collect();
    let Some(length) = (1..3).find(|length| !runs.contains(length)) else {
        // A longer fence could begin a block of code.
        return escaped(code, place);
    };
    let fence = "`".repeat(length);
    let edge = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    let code = if place.in_table {
        code.replace('|', "\\|")
    } else {
        code.to_owned()
    };
    format!("{fence}{edge}{code}{edge}{fence}")
}

/// A link. `[text]` alone where the text is the path.
fn add_link(target: &Target, content: &[Inline], place: Place, markdown: &mut String) {
    let text = spans(
        content,
        Place {
            in_link: true,
            ..place
        },
    );
    let link = match target {
        Target::Item(path) if text.trim_matches('`') == path => format!("[{text}]"),
        Target::Item(path) => format!("[{text}]({path})"),
        Target::Url(url) if text_of(content) == *url && is_plain(url) => format!("<{url}>"),
        Target::Url(url) => format!("[{text}]({})", destination(url)),
        Target::Named(_) => text,
    };
    if markdown.ends_with('!') && link.starts_with('[') {
        markdown.insert(markdown.len() - 1, '\\');
    } else if markdown.ends_with("`]") && link.starts_with('[') {
        markdown.push(' ');
    }
    markdown.push_str(&link);
}

/// Whether a URL can stand between `<` and `>`.
fn is_plain(url: &str) -> bool {
    url.contains("://") && !url.contains(['<', '>', ' ', '\\', '|', '&'])
}

/// Emphasis, with the marks around it.
struct Span {
    text: String,
    /// The text without any markup.
    plain: String,
    marks: &'static str,
    /// The marks where emphasis and strong text touch; the same for strong text, which has no others.
    others: &'static str,
}

impl Span {
    fn new(content: &[Inline], marks: &'static str, place: Place) -> Self {
        let others = if marks == "*" { "_" } else { marks };
        Self {
            text: spans(content, place),
            plain: escaped(&text_of(content), place),
            marks: if place.in_strong { others } else { marks },
            others,
        }
    }

    /// Adds it. Where marks would not work, because of what touches them, a space is added if a sentence is likely to
    /// lack it; else there are none.
    fn add(&self, markdown: &mut String, next: Option<char>) {
        let before = markdown.chars().next_back();
        let touches = |letter: Option<char>| letter == Some('*');
        let edges = [
            before,
            next,
            self.text.chars().next(),
            self.text.chars().next_back(),
        ];
        let marks = if self.marks == "*" && edges.into_iter().any(touches) {
            self.others
        } else {
            self.marks
        };
        let text = &self.text;
        if self.works(marks, before, next) {
            markdown.push_str(&format!("{marks}{text}{marks}"));
        } else if self.works(marks, before, Some(' '))
            && text.ends_with([':', '.', ';', ',', '!', '?'])
            && next.is_some_and(char::is_uppercase)
        {
            markdown.push_str(&format!("{marks}{text}{marks} "));
        } else if text.ends_with(['*', '_']) {
            // The marks within were chosen for what would have touched them.
            markdown.push_str(&self.plain);
        } else {
            markdown.push_str(text);
        }
    }

    /// Whether marks between these letters open and close emphasis.
    ///
    /// ([CommonMark, emphasis](https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis))
    fn works(&self, marks: &str, before: Option<char>, next: Option<char>) -> bool {
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let is_edge = |letter: Option<char>| !is_word(letter);
        let (first, last) = (self.text.chars().next(), self.text.chars().next_back());
        let is_distinct = !(marks.starts_with('*') && (before == Some('*') || next == Some('*')))
            && !(first == marks.chars().next() || last == marks.chars().next());
        let opens = is_word(first) || is_edge(before);
        let closes = is_word(last) || is_edge(next);
        let in_word = marks == "_" && (is_word(before) || is_word(next));
        !self.text.is_empty() && is_distinct && opens && closes && !in_word
    }
}
