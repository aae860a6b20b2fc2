//! Reads a Smithy 2.0 JSON AST.

use serde_json::{Value, json};

use super::enums::{self, Definition};
use super::{Draft, File, Object, Options, parse};
use crate::diagnostic::Diagnostics;

/// The trait by which Smithy 1.0 makes an enum of a string.
const ENUM_TRAIT: &str = "smithy.api#enum";

/// The shapes of a Smithy JSON AST. Its metadata is for Smithy's own tools and is let go.
pub(super) fn read(file: File<'_>, options: &Options<'_>) -> Result<Draft, Diagnostics> {
    let mut root = parse::object(file)?;
    check_version(file, &root)?;
    let Some(Value::Object(mut shapes)) = root.shift_remove("shapes") else {
        return Err(parse::fault(file, "found no object `shapes`").into());
    };
    let mut faults = Diagnostics::new();
    for (id, shape) in &mut shapes {
        let Value::Object(shape) = shape else {
            let message = format!("found {}, expected a shape", parse::kind(shape));
            faults.push(parse::fault(file, message).on(id).value(""));
            continue;
        };
        if let Err(message) = convert_enum(shape) {
            let fault = parse::fault(file, message);
            faults.push(fault.on(id).of_trait(ENUM_TRAIT).value(""));
        }
    }
    faults.into_result()?;
    let origin = options.origin.unwrap_or(file.name);
    Ok(Draft {
        shapes,
        source: Object::from_iter([
            ("format".into(), "smithy".into()),
            ("origin".into(), origin.into()),
        ]),
        notes: Vec::new(),
    })
}

/// Only 2.0 is read: before it, defaults and optionality were written in another way.
fn check_version(file: File<'_>, root: &Object) -> Result<(), Diagnostics> {
    let version = root.get("smithy").unwrap_or(&Value::Null);
    if version
        .as_str()
        .is_some_and(|version| version == "2" || version.starts_with("2."))
    {
        return Ok(());
    }
    let message = format!("found version {version} of Smithy, expected \"2.0\"");
    let help = "Smithy's own command line upgrades a 1.0 model";
    let fault = parse::fault(file, message).value("/smithy");
    Err(fault.help(help).into())
}

/// Makes a string with the trait `smithy.api#enum` an `enum` shape, which is what Smithy 2.0 has for it.
fn convert_enum(shape: &mut Object) -> Result<(), &'static str> {
    let Some(traits) = shape.get_mut("traits").and_then(Value::as_object_mut) else {
        return Ok(());
    };
    let Some(definitions) = traits.shift_remove(ENUM_TRAIT) else {
        return Ok(());
    };
    let Some(definitions) = definitions
        .as_array()
        .and_then(|list| list.iter().map(definition).collect::<Option<Vec<_>>>())
    else {
        return Err("expected a list of definitions, each with a `value`");
    };
    shape.insert("type".into(), json!("enum"));
    shape.insert("members".into(), enums::members(definitions).into());
    Ok(())
}

/// One entry of the trait `smithy.api#enum`.
fn definition(definition: &Value) -> Option<Definition<'_>> {
    let mut traits = Object::new();
    if let Some(text) = definition.get("documentation") {
        traits.insert("smithy.api#documentation".into(), text.clone());
    }
    if let Some(tags) = definition.get("tags") {
        traits.insert("smithy.api#tags".into(), tags.clone());
    }
    if definition.get("deprecated") == Some(&Value::Bool(true)) {
        traits.insert("smithy.api#deprecated".into(), json!({}));
    }
    Some(Definition {
        name: definition.get("name").and_then(Value::as_str),
        value: definition.get("value")?.as_str()?,
        traits,
    })
}
