//! Diagnostics as programs read them.

use serde_json::{Value, json as object};

use super::{Diagnostic, Place, Position, Related};

/// A diagnostic as a JSON object in one line, without a newline.
///
/// | Key | Value |
/// |---|---|
/// | `severity` | `error`, `warning`, or `accepted` for a warning that the model accepts |
/// | `code` | the code of a lint, or null |
/// | `message` | what was found, and what was expected |
/// | `file` | its name as it was given, or null |
/// | `range` | `start` and `end` (exclusive), each with `line` and `column` from 1 and the byte `offset` from 0; or null. Columns count characters |
/// | `shape` | the id of the shape or member, or null |
/// | `trait` | the id of the trait, or null |
/// | `help` | how to go on, or null |
/// | `reason` | why it is accepted, or null |
/// | `related` | other places: objects with `message`, `file`, `range`, `shape` and `trait` |
///
/// All keys are always there; more may come. Ranges are found by [`Diagnostics::located`](super::Diagnostics::located).
#[must_use]
pub fn json(diagnostic: &Diagnostic) -> String {
    let place = &diagnostic.place;
    let related: Vec<Value> = diagnostic.related_in_files().map(related).collect();
    let object = object!({
        "severity": diagnostic.severity.name(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "file": place.file,
        "range": range(place),
        "shape": place.shape,
        "trait": place.trait_id,
        "help": diagnostic.help,
        "reason": diagnostic.reason,
        "related": related,
    });
    object.to_string()
}

fn related(related: &Related) -> Value {
    let place = &related.place;
    object!({
        "message": related.message,
        "file": place.file,
        "range": range(place),
        "shape": place.shape,
        "trait": place.trait_id,
    })
}

/// What was found; else the position that is known, as an empty range.
fn range(place: &Place) -> Option<Value> {
    let (start, end) = match &place.excerpt {
        Some(excerpt) => (excerpt.span.start, excerpt.span.end),
        None => (place.position?, place.position?),
    };
    Some(object!({ "start": position(start), "end": position(end) }))
}

fn position(position: Position) -> Value {
    let Position {
        offset,
        line,
        column,
    } = position;
    object!({ "line": line, "column": column, "offset": offset })
}
