//! What all clients of one partition in the process share.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A value for each partition, made when first asked for and kept as long as the process.
pub(super) struct Partitions<T> {
    by_name: Mutex<BTreeMap<String, T>>,
}

impl<T: Clone> Partitions<T> {
    pub(super) const fn new() -> Self {
        Self {
            by_name: Mutex::new(BTreeMap::new()),
        }
    }

    /// The value of a partition; `make` makes it, if it is the first to be asked for.
    pub(super) fn get_or_insert(&self, name: &str, make: impl FnOnce() -> T) -> T {
        // A panic in `make` leaves the map as it was.
        let mut by_name = self.by_name.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = by_name.get(name) {
            return value.clone();
        }
        let value = make();
        by_name.insert(name.to_owned(), value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_a_value_once_for_each_name() {
        let partitions = Partitions::new();
        assert_eq!(partitions.get_or_insert("a", || 1), 1);
        assert_eq!(partitions.get_or_insert("a", || 2), 1);
        assert_eq!(partitions.get_or_insert("b", || 3), 3);
    }
}
