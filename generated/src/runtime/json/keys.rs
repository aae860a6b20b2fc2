//! The keys seen so far in each open object, so that a repeated one is found without a quadratic search.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Reader;

/// Objects with more keys than this go from a linear search to a hash set.
const FEW: usize = 32;

/// The keys of all open objects.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    /// As the text spells them, quotes included, those of the outermost object first.
    seen: Vec<&'a str>,
    current: Scope<'a>,
    outer: Vec<Scope<'a>>,
}

/// One open object: its keys are those from `start`, or all in `many` once there are too many of them.
#[derive(Debug, Default)]
struct Scope<'a> {
    start: usize,
    /// One bit for each fingerprint seen: a key whose bit is not set is new without a search.
    fingerprints: u64,
    many: Option<HashSet<Cow<'a, str>>>,
}

impl<'a> Keys<'a> {
    /// Begins an object.
    #[inline]
    pub(super) fn open(&mut self) {
        let inner = Scope {
            start: self.seen.len(),
            ..Scope::default()
        };
        self.outer.push(std::mem::replace(&mut self.current, inner));
    }

    /// Ends the innermost object.
    #[inline]
    pub(super) fn close(&mut self) {
        self.seen.truncate(self.current.start);
        self.current = self.outer.pop().unwrap_or_default();
    }

    /// Adds a key, which the text spells as `quoted`, to the innermost object. `false` if it was there.
    #[inline]
    pub(super) fn insert(&mut self, key: &str, quoted: &'a str) -> bool {
        let bit = 1 << fingerprint(key);
        let is_new = self.current.fingerprints & bit == 0;
        if self.current.many.is_some() || self.seen.len() - self.current.start >= FEW {
            return self.insert_in_many(quoted);
        }
        if !is_new && self.is_among_few(key) {
            return false;
        }
        self.current.fingerprints |= bit;
        self.seen.push(quoted);
        true
    }

    #[cold]
    fn is_among_few(&self, key: &str) -> bool {
        let own = &self.seen[self.current.start..];
        own.iter().any(|quoted| text(quoted) == key)
    }

    #[cold]
    fn insert_in_many(&mut self, quoted: &'a str) -> bool {
        let own = self.seen.drain(self.current.start..);
        let many = self.current.many.get_or_insert_default();
        many.extend(own.map(text));
        many.insert(text(quoted))
    }
}

/// What a string stands for that was read before.
fn text(quoted: &str) -> Cow<'_, str> {
    match quoted.get(1..quoted.len() - 1) {
        Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => Reader::new(quoted.as_bytes()).quoted().unwrap_or_default(),
    }
}

/// A number below 64 that differs for most of the keys of an object: from the length and the outer letters.
#[inline]
fn fingerprint(key: &str) -> u32 {
    let bytes = key.as_bytes();
    let first = bytes.first().copied().map_or(0, u32::from);
    let last = bytes.last().copied().map_or(0, u32::from);
    (first + last * 7 + bytes.len() as u32 * 3) % 64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_repeated_keys_in_small_and_large_objects() {
        for count in [1usize, 2, 31, 32, 33, 34, 1000] {
            let names: Vec<String> = (0..count).map(|index| format!("\"key{index}\"")).collect();
            let mut keys = Keys::default();
            keys.open();
            for quoted in &names {
                assert!(keys.insert(quoted.trim_matches('"'), quoted));
            }
            for quoted in &names {
                let is_new = keys.insert(quoted.trim_matches('"'), quoted);
                assert!(!is_new, "{quoted} of {count}");
            }
        }
    }

    #[test]
    fn knows_a_key_that_is_spelled_in_another_way() {
        for count in [0, FEW] {
            let names: Vec<String> = (0..count).map(|index| format!("\"key{index}\"")).collect();
            let mut keys = Keys::default();
            keys.open();
            for quoted in &names {
                assert!(keys.insert(quoted.trim_matches('"'), quoted));
            }
            assert!(keys.insert("a\"b", r#""a\"b""#));
            assert!(!keys.insert("a\"b", r#""\u0061\u0022b""#));
        }
    }

    #[test]
    fn objects_do_not_share_keys() {
        let mut keys = Keys::default();
        keys.open();
        assert!(keys.insert("a", "\"a\""));
        keys.open();
        assert!(keys.insert("a", "\"a\""));
        assert!(keys.insert("b", "\"b\""));
        keys.close();
        assert!(keys.insert("b", "\"b\""));
        assert!(!keys.insert("a", "\"a\""));
    }
}
