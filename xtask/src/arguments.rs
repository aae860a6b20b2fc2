//! Words of the command line that are more than text. What they refuse is a wrong command line.

use ivs_realtime_codegen::internals::ir::RuntimePath;
use ivs_realtime_codegen::internals::model::ShapeId;

/// A shape id as a person gives it.
pub(crate) fn shape_id(text: &str) -> Result<ShapeId, String> {
    let unfit =
        |_| format!("`{text}` is no shape id: write it as in the model, com.example#Service");
    ShapeId::parse(text).map_err(unfit)
}

/// A name that Cargo takes for a package and Rust for a crate.
pub(crate) fn package_name(name: &str) -> Result<String, String> {
    let is_plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_plain && name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Ok(name.to_owned());
    }
    let advice = "use letters, digits, `-` and `_`, and begin with a letter";
    Err(format!("`{name}` is no name for a package: {advice}"))
}

/// A path of Rust modules.
pub(crate) fn runtime_path(path: &str) -> Result<String, String> {
    match RuntimePath::parse(path) {
        Some(_) => Ok(path.to_owned()),
        None => Err(format!(
            "`{path}` is no path of Rust modules: write it as in a `use` line, crate::runtime"
        )),
    }
}
