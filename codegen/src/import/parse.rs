//! Reading JSON so that a fault names the file and the place.

use serde_json::Value;

use super::{File, Object};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::json::syntax_error;

/// A fault in a file.
pub(super) fn fault(file: File<'_>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(message).in_file(file.name)
}

/// The JSON object that a file is.
pub(super) fn object(file: File<'_>) -> Result<Object, Diagnostics> {
    match serde_json::from_str(file.text) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => {
            let message = format!("found {}, expected a JSON object", kind(&other));
            Err(fault(file, message).value("").into())
        }
        Err(error) => Err(syntax_error(file.name, file.text, &error).into()),
    }
}

/// What kind of JSON value it is, with its article.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The object under a key, made if it is not there. `None` if something else stands there.
pub(super) fn object_at<'a>(object: &'a mut Object, key: &str) -> Option<&'a mut Object> {
    object
        .entry(key)
        .or_insert_with(|| Value::Object(Object::new()))
        .as_object_mut()
}
