//! Statements of hand-written files about shapes that the new model has no longer.

use ivs_realtime_codegen::{Diagnostic, Diagnostics, Source};
use serde_json::{Map, Value};

/// How many statements are named before the rest is only counted.
const NAMED: usize = 10;

/// A hand-written file of the model, and the statements in it that apply to nothing.
pub(super) struct Stale {
    /// The file.
    pub(super) name: String,
    /// The ids of the shapes and members that are gone.
    pub(super) ids: Vec<String>,
    /// Its text without these statements.
    pub(super) text: String,
}

/// The hand-written files that have such statements. Files that are no JSON are passed over: the generator says what is
/// wrong with them.
pub(super) fn find(facts: &str, others: &[Source]) -> Vec<Stale> {
    let parse = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    let Some(facts) = parse(facts.as_bytes()) else {
        return Vec::new();
    };
    let others: Vec<(&Source, Value)> = others
        .iter()
        .filter_map(|source| Some((source, parse(&source.bytes)?)))
        .collect();
    let defined: Vec<&Value> = others.iter().map(|(_, value)| value).collect();
    let is_there = |id: &str| {
        let mut models = defined.iter().copied().chain([&facts]);
        models.any(|model| defines(model, id))
    };
    let stale = others.iter().filter_map(|(source, model)| {
        let shapes = model["shapes"].as_object()?;
        let (keep, gone): (Vec<_>, Vec<_>) = shapes
            .iter()
            .partition(|(id, shape)| shape["type"] != "apply" || is_there(id));
        if gone.is_empty() {
            return None;
        }
        let shapes: Map<String, Value> = keep
            .into_iter()
            .map(|(id, shape)| (id.clone(), shape.clone()))
            .collect();
        let mut model = model.clone();
        model["shapes"] = shapes.into();
        Some(Stale {
            name: source.name.clone(),
            ids: gone.into_iter().map(|(id, _)| id.clone()).collect(),
            text: format!("{model:#}\n"),
        })
    });
    stale.collect()
}

/// Whether a model defines a shape, or a member. What comes from a mixin is taken to be there.
fn defines(model: &Value, id: &str) -> bool {
    let (shape, member) = match id.split_once('$') {
        Some((shape, member)) => (shape, Some(member)),
        None => (id, None),
    };
    let shape = &model["shapes"][shape];
    if shape.is_null() || shape["type"] == "apply" {
        return false;
    }
    match member {
        None => true,
        Some("member" | "key" | "value") => true,
        Some(member) => !shape["members"][member].is_null() || !shape["mixins"].is_null(),
    }
}

/// Says what is stale, and how to go on.
pub(super) fn refusal(stale: &[Stale]) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for file in stale {
        let number = file.ids.len();
        let named: Vec<&str> = file.ids.iter().map(String::as_str).take(NAMED).collect();
        let rest = match number.saturating_sub(NAMED) {
            0 => String::new(),
            rest => format!(", and {rest} more"),
        };
        let fault = Diagnostic::new(format!(
            "found {number} statements about what the new model has no longer: {}{rest}",
            named.join(", ")
        ));
        faults.push(fault.in_file(file.name.clone()).help(
            "nothing was written; if the service has really dropped them, run the command again with `--prune`, which \
             removes these statements",
        ));
    }
    faults
}
