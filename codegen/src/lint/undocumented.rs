//! Public items without documentation.

use super::{Finding, finding};
use crate::inspect::Inspected;
use crate::model::ShapeId;

pub(super) const CODE: &str = "undocumented";

pub(super) const EXPLANATION: &str = "\
Operations, structures, unions, enums, errors and their members become public items of the client. One whose shape
has no `smithy.api#documentation`, or one with nothing to read in it, gets a sentence that says no more than its name.

Document it with an `apply` statement in `model/documentation.json`:

    \"com.example#Door$width\": {
      \"type\": \"apply\",
      \"traits\": { \"smithy.api#documentation\": \"Its width, in millimetres.\" }
    }";

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let silent = inspected.service.undocumented.iter();
    silent
        .filter_map(|id| ShapeId::parse(id).ok())
        .map(|id| {
            finding(
                inspected,
                CODE,
                &id,
                format!(
                    "`{}` becomes a public item and has no documentation",
                    short(&id)
                ),
                "apply `smithy.api#documentation` to it",
            )
        })
        .collect()
}

/// An id without its namespace.
fn short(id: &ShapeId) -> String {
    match id.member() {
        Some(member) => format!("{}${member}", id.name()),
        None => id.name().to_owned(),
    }
}
