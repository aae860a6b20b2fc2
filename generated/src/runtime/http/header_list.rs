//! Lists in headers: comma-separated, with quotes where an element needs them (RFC 9110, sections 5.5 and 5.6).

use std::borrow::Cow;

/// Writes an element of a list in such a way that it is read as one.
pub(super) fn quoted(element: &str) -> Cow<'_, str> {
    let trimmed = element.trim().len() == element.len();
    if trimmed && !element.is_empty() && !element.contains(['"', ',', '(', ')']) {
        return Cow::Borrowed(element);
    }
    let escaped = element.replace('\\', "\\\\").replace('"', "\\\"");
    Cow::Owned(format!("\"{escaped}\""))
}

/// Takes the first element of a list, and returns it with what follows its comma. `None` if a quote does not close.
pub(super) fn split_first(list: &str) -> Option<(Cow<'_, str>, &str)> {
    let list = list.trim_start();
    let Some(quoted) = list.strip_prefix('"') else {
        let (element, rest) = list.split_once(',').unwrap_or((list, ""));
        return Some((Cow::Borrowed(element.trim_end()), rest));
    };
    let mut element = String::new();
    let mut characters = quoted.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => {
                let rest = quoted.get(index + 1..)?.trim_start();
                let rest = if rest.is_empty() {
                    rest
                } else {
                    rest.strip_prefix(',')?
                };
                return Some((Cow::Owned(element), rest));
            }
            '\\' => element.push(characters.next()?.1),
            _ => element.push(character),
        }
    }
    None
}

/// Takes the first `http-date` of a list of them: the comma after the day of the week belongs to it.
pub(super) fn split_first_date(list: &str) -> (&str, &str) {
    let list = list.trim_start();
    let week_day = list.find(',').filter(|&at| {
        let (day, rest) = list.split_at(at);
        !day.is_empty()
            && day.bytes().all(|byte| byte.is_ascii_alphabetic())
            && rest.contains("GMT")
    });
    let from = week_day.map_or(0, |at| at + 1);
    let end = list[from..].find(',').map_or(list.len(), |at| from + at);
    let (date, rest) = list.split_at(end);
    (date.trim_end(), rest.strip_prefix(',').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(list: &str) -> Option<Vec<String>> {
        let mut rest = list;
        let mut elements = Vec::new();
        while !rest.is_empty() {
            let (element, after) = split_first(rest)?;
            elements.push(element.into_owned());
            rest = after;
        }
        Some(elements)
    }

    #[test]
    fn quotes_what_needs_it() {
        let cases = [
            ("a", "a"),
            ("a b", "a b"),
            ("b,c", "\"b,c\""),
            ("\"def\"", "\"\\\"def\\\"\""),
            ("a\\,b", "\"a\\\\,b\""),
            (" a", "\" a\""),
            ("(a)", "\"(a)\""),
            ("", "\"\""),
        ];
        for (element, written) in cases {
            assert_eq!(quoted(element), written);
            assert_eq!(elements(written), Some(vec![element.to_owned()]));
        }
    }

    #[test]
    fn splits_lists() {
        let list = |list| elements(list).unwrap();
        assert_eq!(list("a, b,c"), ["a", "b", "c"]);
        assert_eq!(list("\"b,c\", \"\\\"def\\\"\", a"), ["b,c", "\"def\"", "a"]);
        assert_eq!(list("\"a\" , \"\\\\\""), ["a", "\\"]);
        assert!(list("").is_empty());
        assert_eq!(elements("\"open"), None);
        assert_eq!(elements("\"open\\"), None);
        assert_eq!(elements("\"a\" b"), None);
    }

    #[test]
    fn splits_dates() {
        let date = "Mon, 16 Dec 2019 23:48:18 GMT";
        assert_eq!(
            split_first_date(&format!("{date}, {date}")),
            (date, " Mon, 16 Dec 2019 23:48:18 GMT")
        );
        assert_eq!(split_first_date(date), (date, ""));
        assert_eq!(
            split_first_date("2019-12-16T23:48:18Z, 5"),
            ("2019-12-16T23:48:18Z", " 5")
        );
        assert_eq!(split_first_date("x, 5"), ("x", " 5"));
        assert_eq!(split_first_date(", x GMT"), ("", " x GMT"));
    }
}
