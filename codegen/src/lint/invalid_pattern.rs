//! Patterns that are no regular expressions.

use super::{Finding, finding, pattern};
use crate::inspect::Inspected;
use crate::model::{Shape, ShapeId, Traits};

pub(super) const CODE: &str = "invalid-pattern";

pub(super) const EXPLANATION: &str = "\
`smithy.api#pattern` holds a regular expression of ECMA-262, and this one can be read by nobody: a bracket that is
never closed, a range that runs backwards, nothing to repeat. No client and no server can check values against it.

Look-around, back-references and whatever else ECMA-262 has are no smell, and neither are inline flags such as `(?s)`
and repetitions such as `a*+`, which many published patterns take over from Java.

Apply a pattern that says what is meant in `model/customizations.json`, or accept the finding: the generated client
leaves it unchecked where it checks patterns.";

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let shapes = inspected.model.shapes.values();
    shapes
        .flat_map(Shape::bearers)
        .filter_map(|(id, traits)| of_bearer(inspected, id, traits))
        .collect()
}

fn of_bearer(inspected: &Inspected, id: &ShapeId, traits: &Traits) -> Option<Finding> {
    let text = traits.pattern.as_deref()?;
    let fault = pattern::check(text).err()?;
    let message = format!("the pattern {text:?} is no regular expression: {fault}");
    let mut found = finding(
        inspected,
        CODE,
        id,
        message,
        "apply a pattern that says what is meant",
    );
    found.diagnostic.place.trait_id = Some("smithy.api#pattern".to_owned());
    Some(found)
}
