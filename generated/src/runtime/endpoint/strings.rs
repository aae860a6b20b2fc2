//! Functions of strings
//! ([standard library](https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html)).

use crate::runtime::http::encode::encoded;

/// `substring`: the bytes from `start` up to `end`, counted from the end of the text if `reverse`.
///
/// `None` if the text is too short for it, if it would be empty, or if the text is not all ASCII.
#[must_use]
pub fn substring(text: &str, start: usize, end: usize, reverse: bool) -> Option<&str> {
    if start >= end || !text.is_ascii() {
        return None;
    }
    if reverse {
        let length = text.len();
        text.get(length.checked_sub(end)?..length.checked_sub(start)?)
    } else {
        text.get(start..end)
    }
}

/// `uriEncode`: every byte percent-encoded but the unreserved characters of RFC 3986.
#[must_use]
pub fn uri_encode(text: &str) -> String {
    encoded(text)
}

/// `split`: the parts of the text between occurrences of the delimiter, at most `limit` of them;
/// the last part holds the rest. A limit of 0 is none.
///
/// There is always one part. An empty delimiter, which the rules may not use, splits nothing.
#[must_use]
pub fn split<'a>(text: &'a str, delimiter: &str, limit: usize) -> Vec<&'a str> {
    match limit {
        _ if delimiter.is_empty() => vec![text],
        0 => text.split(delimiter).collect(),
        limit => text.splitn(limit, delimiter).collect(),
    }
}

/// The item at an index, as `getAttr` counts it: from 0, or from the end where it is negative, so
/// that -1 is the last.
#[must_use]
pub fn element<S: AsRef<str>>(items: &[S], index: isize) -> Option<&str> {
    let position = if index < 0 {
        items.len().checked_sub(index.unsigned_abs())?
    } else {
        index.unsigned_abs()
    };
    items.get(position).map(AsRef::as_ref)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_substrings_from_either_end() {
        assert_eq!(substring("abcdefg", 0, 4, false), Some("abcd"));
        assert_eq!(substring("abcdefg", 1, 3, true), Some("ef"));
        assert_eq!(substring("abcd", 0, 4, true), Some("abcd"));
        assert_eq!(substring("abc", 0, 4, false), None);
        assert_eq!(substring("abc", 0, 4, true), None);
        assert_eq!(substring("abc", 2, 1, false), None);
        assert_eq!(substring("abc", 1, 1, true), None);
        assert_eq!(substring("abcdé", 0, 2, false), None);
    }

    #[test]
    fn encodes_all_but_the_unreserved() {
        assert_eq!(uri_encode("aZ0-_.~"), "aZ0-_.~");
        assert_eq!(uri_encode("a b/é"), "a%20b%2F%C3%A9");
    }

    #[test]
    fn splits_up_to_a_limit() {
        assert_eq!(split("a--b--c", "--", 0), ["a", "b", "c"]);
        assert_eq!(split("a--b--c", "--", 2), ["a", "b--c"]);
        assert_eq!(split("a--b--c", "--", 1), ["a--b--c"]);
        assert_eq!(split("", "--", 0), [""]);
        assert_eq!(split("ab", "", 0), ["ab"]);
    }

    #[test]
    fn counts_from_either_end() {
        let items = ["a", "b"];
        assert_eq!(element(&items, 0), Some("a"));
        assert_eq!(element(&items, -1), Some("b"));
        assert_eq!(element(&items, -2), Some("a"));
        assert_eq!(element(&items, 2), None);
        assert_eq!(element(&items, -3), None);
        assert_eq!(element(&items, isize::MIN), None);
    }
}
