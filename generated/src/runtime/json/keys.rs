//! The keys seen so far in each open object, so that a repeated one is found without a quadratic search.

use std::borrow::Cow;
use std::collections::HashSet;

/// Objects with more keys than this go from a linear search to a hash set.
const FEW: usize = 32;

/// The keys of all open objects, outermost first.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    seen: Vec<Cow<'a, str>>,
    scopes: Vec<Scope<'a>>,
}

/// One open object: its keys are those from `start`, or all in `many` once there are too many of them.
#[derive(Debug)]
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
        self.scopes.push(Scope {
            start: self.seen.len(),
            fingerprints: 0,
            many: None,
        });
    }

    /// Ends the innermost object.
    #[inline]
    pub(super) fn close(&mut self) {
        if let Some(scope) = self.scopes.pop() {
            self.seen.truncate(scope.start);
        }
    }

    /// Adds a key to the innermost object. `false` if it was there.
    #[inline]
    pub(super) fn insert(&mut self, key: Cow<'a, str>) -> bool {
        let Some(scope) = self.scopes.last_mut() else {
            return true;
        };
        if let Some(many) = &mut scope.many {
            return many.insert(key);
        }
        let bit = 1 << fingerprint(&key);
        let own = &self.seen[scope.start..];
        if scope.fingerprints & bit != 0 && own.contains(&key) {
            return false;
        }
        scope.fingerprints |= bit;
        if own.len() == FEW {
            scope.many = Some(self.seen.drain(scope.start..).chain([key]).collect());
        } else {
            self.seen.push(key);
        }
        true
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
            let mut keys = Keys::default();
            keys.open();
            for index in 0..count {
                assert!(keys.insert(format!("key{index}").into()));
            }
            for index in 0..count {
                assert!(
                    !keys.insert(format!("key{index}").into()),
                    "key{index} of {count}"
                );
            }
        }
    }

    #[test]
    fn objects_do_not_share_keys() {
        let mut keys = Keys::default();
        keys.open();
        assert!(keys.insert("a".into()));
        keys.open();
        assert!(keys.insert("a".into()));
        assert!(keys.insert("b".into()));
        keys.close();
        assert!(keys.insert("b".into()));
        assert!(!keys.insert("a".into()));
    }
}
