//! Breaks Markdown into lines.

/// Breaks the Markdown of a paragraph at its spaces, and where its lines are meant to end.
pub(super) fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in paragraph.split('\n') {
        let mut line = String::new();
        let mut length = 0;
        for word in part.split_whitespace() {
            let letters = word.chars().count();
            if line.is_empty() {
                length = letters;
                line.push_str(word);
            } else if length + 1 + letters <= width || begins_markup(word) {
                length += 1 + letters;
                line.push(' ');
                line.push_str(word);
            } else {
                length = letters;
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
        }
        lines.push(line);
    }
    lines
}

/// Whether a word at the start of a line would begin a list, a heading, a quotation, a block of code or of HTML, or
/// underline the line before. Within code nothing is escaped, so it cannot be told from the word alone that it is not
/// meant so.
fn begins_markup(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let is_list_number =
        number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_line = |marks: &str| word.chars().all(|letter| marks.contains(letter));
    let is_html = word.starts_with('<') && !word.starts_with("<http");
    matches!(word, "-" | "+" | "*")
        || word.starts_with(['#', '>'])
        || word.starts_with("```")
        || word.starts_with("~~~")
        || is_line("=")
        || is_line("-|:")
        || is_line("*")
        || is_line("_")
        || is_html
        || is_list_number
}
