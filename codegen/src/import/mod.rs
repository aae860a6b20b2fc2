//! Turns a published model into the model file of this project: Smithy 2.0 JSON AST in one canonical form,
//! facts only.
//!
//! Two formats are read: the Smithy JSON AST itself, and AWS's own JSON model, version 1 ("C2J"), which
//! botocore publishes. Text comes in and a JSON value goes out; who calls it reads and writes the files.

mod c2j;
mod canonical;
mod carry;
mod documentation;
mod enums;
mod parse;
mod prelude;
mod smithy;
mod targets;

use serde_json::{Map, Value, json};

use crate::diagnostic::Diagnostics;

/// The main file of an AWS JSON 1.x model.
pub const SERVICE: &str = "service-2.json";
/// The file beside it that says how operations page.
pub const PAGINATORS: &str = "paginators-1.json";
/// The file beside it with the rules of endpoints.
pub const ENDPOINT_RULE_SET: &str = "endpoint-rule-set-1.json";

/// A JSON object, in the order in which it was written.
type Object = Map<String, Value>;

/// A text, and the name by which diagnostics speak of it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// A name without a folder.
    pub name: &'a str,
    /// What stands in it.
    pub text: &'a str,
}

/// The files of a C2J model.
#[derive(Clone, Copy, Debug)]
pub struct C2jFiles<'a> {
    /// [`SERVICE`]: metadata, operations, shapes.
    pub service: File<'a>,
    /// [`PAGINATORS`].
    pub paginators: Option<File<'a>>,
    /// [`ENDPOINT_RULE_SET`].
    pub endpoint_rule_set: Option<File<'a>>,
}

/// A published model.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// A Smithy 2.0 JSON AST.
    Smithy(File<'a>),
    /// An AWS JSON 1.x model.
    C2j(C2jFiles<'a>),
}

/// The format of a model's main file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Smithy JSON AST.
    Smithy,
    /// The main file of an AWS JSON 1.x model.
    C2j,
}

/// What becomes of documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Documentation {
    /// It is left out: the model keeps facts only.
    #[default]
    Drop,
    /// It is taken over.
    Keep,
}

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// What becomes of documentation.
    pub documentation: Documentation,
    /// The name of the service shape, which C2J does not tell. Without it: the one of `previous` if the
    /// namespace is the same, else the service's full name in upper camel case.
    pub shape_name: Option<&'a str>,
    /// Where the model comes from, for people, such as `botocore 1.44.5`. Without it: the service's own
    /// identifier if it has one, else the name of the file.
    pub origin: Option<&'a str>,
    /// The model that is replaced: what the new source's format cannot express is kept from it.
    pub previous: Option<File<'a>>,
}

/// A model, imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The Smithy 2.0 JSON AST.
    pub model: Value,
    /// What a person should know of it: what was carried over, what was left out and why. One line each.
    pub notes: Vec<String>,
}

impl Imported {
    /// The model as text: two spaces for each level, one newline at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{:#}\n", self.model)
    }
}

/// A model on its way: its shapes, where they come from, and what there is to say of them.
struct Draft {
    shapes: Object,
    source: Object,
    notes: Vec<String>,
}

/// Tells the format of a model's main file.
///
/// # Errors
///
/// The text is not JSON, or it is neither of the two formats.
pub fn format_of(file: File<'_>) -> Result<Format, Diagnostics> {
    let root = parse::object(file)?;
    if root.contains_key("smithy") {
        Ok(Format::Smithy)
    } else if root.contains_key("metadata") && root.contains_key("operations") {
        Ok(Format::C2j)
    } else {
        Err(parse::fault(
            file,
            "found neither a Smithy JSON AST (a `smithy` version) nor an AWS JSON 1.x model (`metadata` and `operations`)",
        )
        .into())
    }
}

/// Imports a model.
///
/// # Errors
///
/// All that is wrong with the source, or with the model that it replaces.
pub fn import(source: &Source<'_>, options: &Options<'_>) -> Result<Imported, Diagnostics> {
    let previous = options.previous.map(carry::Previous::read).transpose()?;
    let mut draft = match source {
        Source::Smithy(file) => smithy::read(*file, options)?,
        Source::C2j(files) => c2j::read(files, options, previous.as_ref())?,
    };
    if let (Source::C2j(_), Some(previous)) = (source, &previous) {
        carry::carry_over(previous, &mut draft);
    }
    if options.documentation == Documentation::Drop {
        documentation::strip(&mut draft.shapes);
    }
    canonical::arrange(&mut draft.shapes);
    targets::check(source.name(), &draft.shapes)?;
    Ok(Imported {
        model: json!({ "smithy": "2.0", "metadata": { "source": draft.source }, "shapes": draft.shapes }),
        notes: draft.notes,
    })
}

impl Source<'_> {
    /// The name of the main file.
    fn name(&self) -> &str {
        match self {
            Self::Smithy(file) => file.name,
            Self::C2j(files) => files.service.name,
        }
    }
}
