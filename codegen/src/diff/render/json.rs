//! JSON, for programs.

use serde_json::{Map, Value, json};

use super::Options;
use crate::diff::{Class, Comparison};

/// Everything, as one object:
///
/// - `class`: that of the whole, `breaking`, `minor` or `patch`; null if nothing is different;
/// - `bump`: the part of the version to raise, `from_1_0` on and `before_1_0`, and `next`, the version after the one in
///   the options, each null where there is none;
/// - `counts`: how many changes of each class there are;
/// - `changes`: each with `class`, `rule`, `path`, `what` and `reason`;
/// - `notes`: what was not compared.
#[must_use]
pub fn json(comparison: &Comparison, options: &Options) -> Value {
    let class = comparison.class();
    let next = class
        .zip(options.version.as_ref())
        .and_then(|(class, version)| class.next_version(version));
    let counts: Map<String, Value> = Class::ALL
        .iter()
        .map(|class| {
            (
                class.name().to_owned(),
                comparison.of_class(*class).count().into(),
            )
        })
        .collect();
    let changes: Vec<Value> = comparison
        .changes
        .iter()
        .map(|change| {
            json!({
                "class": change.class().name(),
                "rule": change.rule.code(),
                "path": change.path,
                "what": change.what,
                "reason": change.reason(),
            })
        })
        .collect();
    json!({
        "class": class.map(Class::name),
        "bump": {
            "from_1_0": class.map(Class::part),
            "before_1_0": class.map(Class::part_before_1_0),
            "next": next,
        },
        "counts": counts,
        "changes": changes,
        "notes": comparison.notes,
    })
}
