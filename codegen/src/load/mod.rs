//! From bytes to the typed form of Smithy's JSON AST, one file at a time.
//!
//! This stage knows what a file may look like and nothing of what it means: ids are read but not looked up,
//! and the values of traits stay JSON.

mod ast;
pub(crate) mod json;
mod shapes;
pub(crate) mod text;

pub use ast::Ast;
pub(crate) use ast::{Apply, Kind, Links, Member, Origin, Service, Shape, Trait};

use crate::diagnostic::Diagnostics;

/// One file of the model.
#[derive(Clone, Debug)]
pub struct Source {
    /// What diagnostics call the file.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads every file as a Smithy JSON AST
/// ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)), in the order given.
///
/// Accepted are the versions `1.0` (which `assemble` brings up to date) and `2.x`.
///
/// # Errors
///
/// All faults of all files at once: bytes that are not UTF-8, text that is not JSON, keys that are repeated
/// anywhere, and shapes that do not have the form of the AST. JSON nested more than 128 deep is refused.
pub fn load(sources: &[Source]) -> Result<Vec<Ast>, Diagnostics> {
    let mut faults = Diagnostics::new();
    let files = load_with(sources, &mut faults);
    let files = files.and_then(|files| faults.into_result().map(|()| files));
    files.map_err(|faults| faults.located(sources))
}

/// As [`load`], but faults that leave something of each file to go on with are only noted.
///
/// # Errors
///
/// The faults, if a file could not be read at all: what is missing in it would be missed everywhere.
pub(crate) fn load_with(
    sources: &[Source],
    faults: &mut Diagnostics,
) -> Result<Vec<Ast>, Diagnostics> {
    let files: Vec<Option<Ast>> = sources
        .iter()
        .enumerate()
        .map(|(order, source)| read(source, order, faults))
        .collect();
    let all: Option<Vec<Ast>> = files.into_iter().collect();
    all.ok_or_else(|| std::mem::take(faults))
}

fn read(source: &Source, order: usize, faults: &mut Diagnostics) -> Option<Ast> {
    let text = text::utf8(source, faults)?;
    let document = json::parse(&source.name, text, faults)?;
    shapes::read(&source.name, order, document, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_text(text: &str) -> Result<Vec<Ast>, Diagnostics> {
        load(&[Source {
            name: "a.json".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }])
    }

    #[test]
    fn keeps_the_order_of_the_file() {
        let files = load_text(
            r#"{"smithy": "2.0", "shapes": {
                "a#Z": {"type": "structure", "members": {"z": {"target": "a#A"}, "a": {"target": "a#A"}}},
                "a#A": {"type": "string"}
            }}"#,
        )
        .unwrap();
        let names: Vec<String> = files[0]
            .shapes
            .iter()
            .map(|(id, _)| id.to_string())
            .collect();
        let members: Vec<&str> = files[0].shapes[0]
            .1
            .members
            .iter()
            .map(|m| m.name.as_str())
            .collect();
        assert_eq!(
            (names, members),
            (vec!["a#Z".into(), "a#A".into()], vec!["z", "a"])
        );
    }

    #[test]
    fn accepts_the_versions_that_exist() {
        for (version, good) in [
            ("1", true),
            ("1.0", true),
            ("2", true),
            ("2.0", true),
            ("2.1", true),
            ("3.0", false),
            ("", false),
            ("2.", false),
            ("2.x", false),
            ("20", false),
        ] {
            let loaded = load_text(&format!(r#"{{"smithy": "{version}"}}"#));
            assert_eq!(loaded.is_ok(), good, "{version:?}");
        }
    }

    #[test]
    fn refuses_deep_nesting_without_overflow() {
        let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let faults = load_text(&text).unwrap_err().to_string();
        assert!(faults.contains("recursion limit exceeded"), "{faults}");
    }
}
