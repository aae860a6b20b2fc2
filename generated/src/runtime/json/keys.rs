//! The keys seen so far in each open object, so that a repeated one is found without a quadratic search.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Reader;

/// Objects with more keys than this go from a linear search to a hash set.
const FEW: usize = 32;

/// The keys of all open objects, and what is left of closed ones: an object mostly has the keys of the one before it.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    /// Those of the outermost object first. From `len` on they are those of objects that are closed.
    seen: Vec<Seen<'a>>,
    len: usize,
    current: Scope,
    outer: Vec<Scope>,
    /// The keys of each open object that has too many for a search.
    many: Vec<HashSet<Cow<'a, str>>>,
    /// How many objects have been opened.
    objects: usize,
}

/// A key that was read.
#[derive(Debug)]
struct Seen<'a> {
    /// As the text spells it, without quotes.
    spelled: &'a str,
    fingerprint: u32,
    /// The number of its object, or 0 if it is spelled with escapes.
    object: usize,
}

/// One open object: its keys are those from `start`.
#[derive(Debug, Default)]
struct Scope {
    start: usize,
    /// Objects are counted from 1.
    number: usize,
    /// The object whose keys this one had so far, in its order. 0 once there was another key.
    like: usize,
    /// One bit for each fingerprint seen: a key whose bit is not set is new without a search.
    fingerprints: u64,
    /// Its keys are the last of `many`.
    has_many: bool,
}

impl<'a> Keys<'a> {
    /// Begins an object.
    #[inline]
    pub(super) fn open(&mut self) {
        self.objects += 1;
        let inner = Scope {
            start: self.len,
            number: self.objects,
            like: self.seen.get(self.len).map_or(0, |seen| seen.object),
            ..Scope::default()
        };
        self.outer.push(std::mem::replace(&mut self.current, inner));
    }

    /// Ends the innermost object.
    #[inline]
    pub(super) fn close(&mut self) {
        if self.current.has_many {
            self.many.pop();
        }
        self.len = self.current.start;
        self.current = self.outer.pop().unwrap_or_default();
    }

    /// Whether the innermost object had no key yet.
    #[inline]
    pub(super) fn are_none(&self) -> bool {
        self.len == self.current.start && !self.current.has_many
    }

    /// The key that comes next if the innermost object goes on like the one before it. It has no escapes, and has not
    /// been in this object: all keys so far were in that one too.
    #[inline]
    pub(super) fn expected(&self) -> Option<&'a str> {
        let next = self.seen.get(self.len)?;
        (next.object == self.current.like && next.object != 0).then_some(next.spelled)
    }

    /// Adds the key that was [expected](Self::expected) to the innermost object.
    #[inline]
    pub(super) fn insert_expected(&mut self) {
        if let Some(next) = self.seen.get_mut(self.len) {
            next.object = self.current.number;
            self.current.fingerprints |= 1 << next.fingerprint;
            self.len += 1;
        }
    }

    /// Adds a key, which the text spells as `spelled`, to the innermost object. `false` if it was there.
    pub(super) fn insert(&mut self, key: &str, spelled: &'a str) -> bool {
        self.current.like = 0;
        if self.current.has_many || self.len - self.current.start >= FEW {
            return self.insert_in_many(spelled);
        }
        let fingerprint = fingerprint(key);
        if self.current.fingerprints & 1 << fingerprint != 0 && self.is_among_few(key) {
            return false;
        }
        self.current.fingerprints |= 1 << fingerprint;
        // An escape is longer than what it stands for.
        let is_plain = key.len() == spelled.len();
        let seen = Seen {
            spelled,
            fingerprint,
            object: if is_plain { self.current.number } else { 0 },
        };
        match self.seen.get_mut(self.len) {
            Some(left) => *left = seen,
            None => self.seen.push(seen),
        }
        self.len += 1;
        true
    }

    #[cold]
    fn is_among_few(&self, key: &str) -> bool {
        let own = &self.seen[self.current.start..self.len];
        own.iter().any(|seen| text(seen.spelled) == key)
    }

    #[cold]
    fn insert_in_many(&mut self, spelled: &'a str) -> bool {
        let many = match self.current.has_many {
            true => self.many.pop(),
            false => None,
        };
        let mut many = many.unwrap_or_default();
        let own = &self.seen[self.current.start..self.len];
        many.extend(own.iter().map(|seen| text(seen.spelled)));
        let is_new = many.insert(text(spelled));
        self.len = self.current.start;
        self.current.has_many = true;
        self.many.push(many);
        is_new
    }
}

/// Whether two keys of one length are the same. Most are short, and two loads of each tell, which may overlap; that
/// takes half the time of a call of `memcmp`.
#[inline]
pub(super) fn is_same(one: &[u8], other: &[u8]) -> bool {
    match one.len() {
        2..4 => same_ends::<2>(one, other),
        4..8 => same_ends::<4>(one, other),
        8..=16 => same_ends::<8>(one, other),
        _ => one == other,
    }
}

/// Whether the first `N` bytes are the same, and the last.
#[inline]
fn same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.first_chunk::<N>() == other.first_chunk() && one.last_chunk::<N>() == other.last_chunk()
}

/// What a string stands for that was read before.
fn text(spelled: &str) -> Cow<'_, str> {
    if !spelled.contains('\\') {
        return Cow::Borrowed(spelled);
    }
    let quoted = format!("\"{spelled}\"");
    let text = Reader::new(quoted.as_bytes()).quoted();
    Cow::Owned(text.unwrap_or_default().into_owned())
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

    /// Adds a key that is spelled without escapes.
    fn insert<'a>(keys: &mut Keys<'a>, key: &'a str) -> bool {
        keys.insert(key, key)
    }

    #[test]
    fn finds_repeated_keys_in_small_and_large_objects() {
        for count in [1usize, 2, 31, 32, 33, 34, 1000] {
            let names: Vec<String> = (0..count).map(|index| format!("key{index}")).collect();
            let mut keys = Keys::default();
            keys.open();
            for name in &names {
                assert!(insert(&mut keys, name));
            }
            for name in &names {
                assert!(!insert(&mut keys, name), "{name} of {count}");
            }
        }
    }

    #[test]
    fn knows_a_key_that_is_spelled_in_another_way() {
        for count in [0, FEW] {
            let names: Vec<String> = (0..count).map(|index| format!("key{index}")).collect();
            let mut keys = Keys::default();
            keys.open();
            for name in &names {
                assert!(insert(&mut keys, name));
            }
            assert!(keys.insert("a\"b", r#"a\"b"#));
            assert!(!keys.insert("a\"b", r#"\u0061\u0022b"#));
        }
    }

    #[test]
    fn objects_do_not_share_keys() {
        let mut keys = Keys::default();
        keys.open();
        assert!(insert(&mut keys, "a"));
        keys.open();
        assert!(insert(&mut keys, "a"));
        assert!(insert(&mut keys, "b"));
        keys.close();
        assert!(insert(&mut keys, "b"));
        assert!(!insert(&mut keys, "a"));
    }

    #[test]
    fn expects_the_keys_of_the_object_before() {
        let mut keys = Keys::default();
        keys.open();
        assert_eq!(keys.expected(), None);
        for key in ["a", "b", "c"] {
            insert(&mut keys, key);
        }
        keys.close();

        keys.open();
        assert_eq!(keys.expected(), Some("a"));
        keys.insert_expected();
        assert_eq!(keys.expected(), Some("b"));
        assert!(insert(&mut keys, "c"));
        // From here on it may be that what comes has been: `c` was next but one.
        assert_eq!(keys.expected(), None);
        assert!(!insert(&mut keys, "a"));
    }

    #[test]
    fn keys_that_differ_anywhere_are_not_the_same() {
        for length in 0..40 {
            let key = vec![b'a'; length];
            assert!(is_same(&key, &key.clone()));
            for place in 0..length {
                let mut other = key.clone();
                other[place] = b'b';
                assert!(!is_same(&key, &other), "{length} bytes, other at {place}");
            }
        }
    }

    #[test]
    fn expects_no_key_with_escapes() {
        let mut keys = Keys::default();
        keys.open();
        keys.insert("a", "\\u0061");
        keys.close();
        keys.open();
        assert_eq!(keys.expected(), None);
    }
}
