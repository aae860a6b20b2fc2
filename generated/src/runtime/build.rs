//! What builders of emitted types lean on.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::str::FromStr;

use aws_smithy_types::{Blob, base64};

use super::error::BuildError;

/// Makes sure that a required member is set.
///
/// # Errors
///
/// It is not. The error names the member.
pub fn require(member: &'static str, is_set: bool) -> Result<(), BuildError> {
    if is_set {
        Ok(())
    } else {
        Err(BuildError::missing_field(member, "it is required"))
    }
}

/// Adds an item to a list.
pub fn push<T>(list: &mut Option<Vec<T>>, item: T) {
    list.get_or_insert_default().push(item);
}

/// Adds an entry to a map.
pub fn insert<K: Eq + Hash, V>(map: &mut Option<HashMap<K, V>>, key: K, value: V) {
    map.get_or_insert_default().insert(key, value);
}

/// A number or boolean, unless it is zero or false.
#[must_use]
pub fn unless_default<T: Default + PartialEq>(value: T) -> Option<T> {
    (value != T::default()).then_some(value)
}

/// The default of a blob, given in base64. The generator has checked the text.
#[must_use]
pub fn blob(text: &str) -> Blob {
    Blob::new(base64::decode(text).unwrap_or_default())
}

/// The default of a number of any size, given as decimal text.
///
/// # Panics
///
/// The text is no number; the generator has checked that it is one.
#[must_use]
pub fn big_number<T>(text: &str) -> T
where
    T: FromStr,
    T::Err: Debug,
{
    text.parse().expect("the generator has checked the number")
}
