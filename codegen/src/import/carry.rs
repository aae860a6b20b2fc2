//! Keeps from the model that is replaced what the new source's format cannot express.

use serde_json::{Value, json};

use super::{Draft, File, Object, parse};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The traits for which C2J has no property.
///
/// Not among them, although C2J is silent on them too: `smithy.api#input` and `smithy.api#output`, which say that a
/// structure has no other use, and defaults other than zero. A newer model may contradict both.
const INEXPRESSIBLE: [&str; 5] = [
    "smithy.api#cors",
    "smithy.api#uniqueItems",
    "smithy.rules#endpointTests",
    "smithy.test#smokeTests",
    "smithy.waiters#waitable",
];

/// The trait that C2J tells a part of.
const SERVICE_TRAIT: &str = "aws.api#service";

/// The properties of `aws.api#service` for which C2J has none.
const INEXPRESSIBLE_OF_SERVICE: [&str; 4] = [
    "arnNamespace",
    "cloudFormationName",
    "cloudTrailEventSource",
    "docId",
];

/// The model that is replaced.
pub(super) struct Previous {
    shapes: Object,
    source: Object,
    /// The id of its service shape.
    service: String,
}

impl Previous {
    /// Reads it: one of the files that `import` writes, or any other Smithy JSON AST with a service.
    pub(super) fn read(file: File<'_>) -> Result<Self, Diagnostics> {
        let help = "mend the model that is to be replaced, or remove it";
        let mut root = parse::object(file)?;
        let Some(Value::Object(shapes)) = root.shift_remove("shapes") else {
            let fault = parse::fault(file, "found no object `shapes`");
            return Err(fault.help(help).into());
        };
        let service = shapes
            .iter()
            .find(|(_, shape)| shape.get("type").is_some_and(|kind| kind == "service"))
            .map(|(id, _)| id.clone())
            .ok_or_else(|| Diagnostic::new("found no service").in_file(file.name))?;
        let source = root
            .get("metadata")
            .and_then(|metadata| metadata.get("source"))
            .and_then(Value::as_object);
        Ok(Self {
            shapes,
            source: source.cloned().unwrap_or_default(),
            service,
        })
    }

    /// The name of its service shape, if that stands in the namespace.
    pub(super) fn shape_name(&self, namespace: &str) -> Option<&str> {
        let (of, name) = self.service.split_once('#')?;
        (of == namespace).then_some(name)
    }

    /// Where its own inexpressible facts come from: it may have carried them over itself.
    fn origin(&self) -> Value {
        let carried = self.source.get("carried").and_then(|c| c.get("origin"));
        let origin = carried.or_else(|| self.source.get("origin"));
        origin.cloned().unwrap_or(Value::Null)
    }
}

/// Adds to a draft from C2J what only the model that it replaces can say, if both describe the same service.
///
/// A trait is carried to the shape of the same id and the same type, unless the draft has one of its own.
pub(super) fn carry_over(previous: &Previous, draft: &mut Draft) {
    if !draft.shapes.contains_key(&previous.service) {
        let message = format!(
            "nothing is carried over: the model that is replaced describes `{}`",
            previous.service
        );
        draft.notes.push(message);
        return;
    }
    let mut carried = Vec::new();
    for (id, old) in &previous.shapes {
        let Some(new) = draft.shapes.get_mut(id).and_then(Value::as_object_mut) else {
            continue;
        };
        if new.get("type") == old.get("type")
            && let Some(old) = old.get("traits").and_then(Value::as_object)
            && let Some(new) = parse::object_at(new, "traits")
        {
            let of_shape = carry_traits(old, new);
            carried.extend(of_shape.into_iter().map(|what| (what, id.clone())));
        }
    }
    carried.sort();
    record(previous, carried, draft);
}

/// Carries the traits of one shape; gives what was carried.
fn carry_traits(old: &Object, new: &mut Object) -> Vec<String> {
    let mut carried = Vec::new();
    for id in INEXPRESSIBLE {
        if let Some(value) = old.get(id)
            && !new.contains_key(id)
        {
            new.insert(id.into(), value.clone());
            carried.push(id.to_owned());
        }
    }
    if let Some(old) = old.get(SERVICE_TRAIT)
        && let Some(new) = new.get_mut(SERVICE_TRAIT).and_then(Value::as_object_mut)
    {
        for property in INEXPRESSIBLE_OF_SERVICE {
            if let Some(value) = old.get(property)
                && !new.contains_key(property)
            {
                new.insert(property.into(), value.clone());
                carried.push(format!("{SERVICE_TRAIT}, {property}"));
            }
        }
    }
    carried
}

/// Says what was carried: to the person, and in the model's record of its source.
fn record(previous: &Previous, carried: Vec<(String, String)>, draft: &mut Draft) {
    let mut traits: Vec<String> = Vec::new();
    for (what, shape) in carried {
        draft.notes.push(format!(
            "carried over from the model that is replaced: {what} on {shape}"
        ));
        if traits.last() != Some(&what) {
            traits.push(what);
        }
    }
    if !traits.is_empty() {
        let record = json!({ "origin": previous.origin(), "facts": traits });
        draft.source.insert("carried".into(), record);
    }
}
