//! Names of a model in the case of Rust, and numbers for those that are taken.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::ir::{Name, reserved};

/// Whether a text is in the case of Rust's types already, so that it is its own name.
pub(super) fn is_upper_camel(text: &str) -> bool {
    text.to_upper_camel_case() == text
}

/// The text in `UpperCamelCase`.
pub(super) fn upper_camel(text: &str) -> Name {
    Name::new(identifier(&text.to_upper_camel_case()))
}

/// The text in `snake_case`. Keywords stay as they are, for they are written raw, but for those that cannot be.
pub(super) fn snake(text: &str) -> Name {
    let name = identifier(&text.to_snake_case());
    if reserved::is_path_keyword(&name) {
        Name::new(format!("{name}_"))
    } else {
        Name::new(name)
    }
}

/// The name of a module: `snake_case`, and a `_` behind what no file can be called or `taken` has.
pub(super) fn module(text: &str, taken: &[&str]) -> Name {
    let name = identifier(&text.to_snake_case());
    let is_free = !reserved::is_keyword(&name)
        && !reserved::DEVICES.contains(&name.as_str())
        && !taken.contains(&name.as_str());
    if is_free {
        Name::new(name)
    } else {
        Name::new(format!("{name}_"))
    }
}

/// Makes sure that a name does not begin with a digit and is not empty.
fn identifier(text: &str) -> String {
    match text.bytes().next() {
        Some(first) if first.is_ascii_digit() => format!("_{text}"),
        Some(_) => text.to_owned(),
        None => "_".to_owned(),
    }
}

/// A name with a number behind it, `url2`, or `v1_2` where there is one already.
fn numbered(name: &Name, number: usize) -> Name {
    let digit = name.as_str().ends_with(|last: char| last.is_ascii_digit());
    name.suffixed(&format!("{}{number}", if digit { "_" } else { "" }))
}

/// Names that are taken in one place of the emitted code.
#[derive(Default)]
pub(super) struct Taken(BTreeSet<String>);

impl Taken {
    /// Takes the name, or it with the first number, from 2 on, that makes one which is free.
    pub(super) fn number(&mut self, name: &Name) -> Name {
        self.number_with(name, |name| vec![name.as_str().to_owned()])
    }

    /// As [`Taken::number`], for a name that brings others with it: all of its `claims` are to be free.
    pub(super) fn number_with(
        &mut self,
        name: &Name,
        claims: impl Fn(&Name) -> Vec<String>,
    ) -> Name {
        let mut candidate = name.clone();
        let mut number = 2;
        while !self.take(claims(&candidate)) {
            candidate = numbered(name, number);
            number += 1;
        }
        candidate
    }

    /// Takes all of the names if they are free; whether they were.
    pub(super) fn take(&mut self, names: Vec<String>) -> bool {
        let are_free = !names.iter().any(|name| self.has(name));
        if are_free {
            self.0.extend(names);
        }
        are_free
    }

    /// Whether a name is taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_names_in_the_case_of_rust() {
        let camel = |text| upper_camel(text).as_str().to_owned();
        let snake = |text| snake(text).as_str().to_owned();
        assert_eq!(camel("S3StorageConfiguration"), "S3StorageConfiguration");
        assert_eq!(camel("BOTTOM_LEFT"), "BottomLeft");
        assert_eq!(camel("_4K"), "_4k");
        assert_eq!(snake("recordingS3Prefix"), "recording_s3_prefix");
        assert_eq!(snake("xAmznErrorType"), "x_amzn_error_type");
        assert_eq!(snake("self"), "self_");
        assert_eq!(snake("type"), "type");
    }

    #[test]
    fn names_modules_as_files_can_be() {
        let module = |text| module(text, &["error"]).as_str().to_owned();
        assert_eq!(module("Type"), "type_");
        assert_eq!(module("Error"), "error_");
        assert_eq!(module("Aux"), "aux_");
        assert_eq!(module("2d"), "_2d");
    }

    #[test]
    fn numbers_what_is_taken() {
        let mut taken = Taken::default();
        let mut number = |text| taken.number(&Name::new(text)).as_str().to_owned();
        assert_eq!(number("url"), "url");
        assert_eq!(number("url"), "url2");
        assert_eq!(number("url2"), "url2_2");
        assert_eq!(number("url"), "url3");
    }
}
