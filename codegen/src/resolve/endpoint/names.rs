//! Names of Rust items made from names of the model.

use crate::ir::Name;
use crate::ir::reserved::SETTINGS;
use heck::ToSnakeCase;
use proc_macro2::Ident;

/// Names that a local cannot have: those that the page uses for something else, and those that clippy
/// takes for placeholders.
const TAKEN: [&str; 16] = [
    "resolve_endpoint",
    "foo",
    "baz",
    "quux",
    "params",
    "array",
    "object",
    "element",
    "is_valid_host_label",
    "is_virtual_hostable_s3_bucket",
    "parse_arn",
    "parse_url",
    "partition",
    "split",
    "substring",
    "uri_encode",
];

/// Whether a parameter or variable can have this name: a letter, then letters and digits.
///
/// Underscores are let pass: the rules' specification forbids them, its own tools do not.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The field for a parameter: `UseFIPS` becomes `use_fips`, `Type` becomes `r#type`.
pub(super) fn field(name: &str) -> Name {
    let name = name.to_snake_case();
    if matches!(name.as_str(), "self" | "super" | "crate") {
        ident(&format!("{name}_"))
    } else {
        ident(&name)
    }
}

/// The setter for a parameter, `with_use_fips`.
pub(super) fn setter(name: &str) -> Name {
    ident(&format!("with_{}", name.to_snake_case()))
}

/// The method by which the settings of a client set a parameter, `force_path_style`. One that every client's settings
/// have means something else.
pub(super) fn client_setter(name: &str) -> Name {
    let name = field(name);
    let set = format!("set_{}", name.as_str());
    if SETTINGS.contains(&name.as_str()) || SETTINGS.contains(&set.as_str()) {
        name.suffixed("_param")
    } else {
        name
    }
}

/// A local for a parameter or variable, for which `is_used` says whether another has the name.
pub(super) fn local(name: &str, is_used: impl Fn(&str) -> bool) -> Name {
    let mut name = name.to_snake_case();
    if TAKEN.contains(&name.as_str()) || syn::parse_str::<Ident>(&name).is_err() {
        name.push_str("_value");
    }
    ident(&numbered(&name, is_used))
}

/// A name, with a number where `is_used` says that another has it.
pub(super) fn numbered(name: &str, is_used: impl Fn(&str) -> bool) -> String {
    if !is_used(name) {
        return name.to_owned();
    }
    (2..)
        .map(|number: u64| format!("{name}_{number}"))
        .find(|candidate| !is_used(candidate))
        .unwrap_or_else(|| name.to_owned())
}

/// An identifier; the text has to be one.
pub(super) fn ident(text: &str) -> Name {
    Name::new(text)
}
