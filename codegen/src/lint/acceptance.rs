//! Findings that the model accepts.

use serde_json::{Map, Value};

use super::{Finding, LINTS, find};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inspect::Inspected;
use crate::load::Origin;
use crate::model::ShapeId;

pub(super) const CODE: &str = "stale-acceptance";

pub(super) const EXPLANATION: &str = "\
A model accepts findings in its metadata, each with a reason:

    \"metadata\": {
      \"ivs_realtime_codegen.lint.accepted\": [
        { \"code\": \"secret-name\", \"shape\": \"com.example#Door$key\", \"reason\": \"It is a musical key.\" }
      ]
    }

This acceptance is for a finding that there is not: the shape has been mended or is gone, or the same finding is
accepted twice. Remove it, so that the finding is seen if it comes back. It cannot be accepted itself.";

/// The key of metadata under which a model accepts findings.
pub const ACCEPTED: &str = "ivs_realtime_codegen.lint.accepted";

const HELP: &str =
    "write `{\"code\": \"secret-name\", \"shape\": \"com.example#Door$key\", \"reason\": \"..\"}`";

/// An acceptance, as it stands in a file.
pub(super) struct Acceptance {
    lint: &'static str,
    shape: ShapeId,
    reason: String,
    origin: Origin,
    /// The JSON pointer to it.
    pointer: String,
}

/// Reads the acceptances of all files, in their order.
///
/// # Errors
///
/// All that are malformed or without a reason.
pub(super) fn read(inspected: &Inspected) -> Result<Vec<Acceptance>, Diagnostics> {
    let mut faults = Diagnostics::new();
    let mut accepted = Vec::new();
    for (origin, metadata) in &inspected.metadata {
        match metadata.get(ACCEPTED) {
            None => {}
            Some(Value::Array(entries)) => {
                for (index, entry) in entries.iter().enumerate() {
                    let pointer = format!("/metadata/{ACCEPTED}/{index}");
                    match acceptance(entry, origin, &pointer) {
                        Ok(acceptance) => accepted.push(acceptance),
                        Err(what) => {
                            let message = format!("`{ACCEPTED}[{index}]`: {}", what.message);
                            let help = what.help.unwrap_or_else(|| HELP.to_owned());
                            let fault = origin.diagnostic(message).help(help);
                            faults.push(fault.value_in_file(pointer));
                        }
                    }
                }
            }
            Some(other) => faults.push(
                origin
                    .diagnostic(format!("`{ACCEPTED}` is `{other}`, expected a list"))
                    .value_in_file(format!("/metadata/{ACCEPTED}"))
                    .help(HELP),
            ),
        }
    }
    faults.into_result().map(|()| accepted)
}

fn acceptance(
    entry: &Value,
    origin: &Origin,
    pointer: &str,
) -> Result<Acceptance, Box<Diagnostic>> {
    let entry = entry.as_object().ok_or_else(|| {
        Box::new(Diagnostic::new(format!(
            "found `{entry}`, expected an object"
        )))
    })?;
    let known = ["code", "shape", "reason"];
    if let Some(key) = entry.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(Box::new(Diagnostic::new(format!(
            "found the unknown key `{key}`"
        ))));
    }
    let lint = find(text(entry, "code")?)?;
    if lint.code == CODE {
        let message = format!("found the code `{CODE}`, which cannot be accepted");
        let help = "remove this acceptance, and the one that is stale";
        return Err(Box::new(Diagnostic::new(message).help(help)));
    }
    let shape = text(entry, "shape")?;
    let shape = ShapeId::parse(shape).map_err(|_| {
        Box::new(Diagnostic::new(format!(
            "found the shape {shape:?}, expected an absolute shape id"
        )))
    })?;
    Ok(Acceptance {
        lint: lint.code,
        shape,
        reason: text(entry, "reason")?.to_owned(),
        origin: origin.clone(),
        pointer: pointer.to_owned(),
    })
}

/// A property that is text with something in it.
fn text<'e>(entry: &'e Map<String, Value>, key: &str) -> Result<&'e str, Box<Diagnostic>> {
    let found = entry.get(key).and_then(Value::as_str).map(str::trim);
    found.filter(|text| !text.is_empty()).ok_or_else(|| {
        Box::new(Diagnostic::new(format!(
            "found no `{key}`, expected a text that is not empty"
        )))
    })
}

/// Marks the findings that are accepted, and adds one for each acceptance that no finding is left for.
pub(super) fn settle(mut findings: Vec<Finding>, accepted: Vec<Acceptance>) -> Vec<Finding> {
    for acceptance in accepted {
        let mut is_used = false;
        let open = findings.iter_mut().filter(|finding| {
            finding.accepted.is_none()
                && finding.code == acceptance.lint
                && finding.shape == acceptance.shape
        });
        for finding in open {
            finding.accepted = Some(acceptance.reason.clone());
            is_used = true;
        }
        if !is_used {
            findings.push(stale(&acceptance));
        }
    }
    let place = |code: &str| LINTS.iter().position(|lint| lint.code == code);
    findings.sort_by_key(|finding| place(finding.code));
    findings
}

fn stale(acceptance: &Acceptance) -> Finding {
    let Acceptance {
        lint,
        shape,
        origin,
        pointer,
        ..
    } = acceptance;
    Finding {
        code: CODE,
        shape: shape.clone(),
        diagnostic: origin
            .diagnostic(format!(
                "`{lint}` is accepted for `{shape}`, where no such finding is left"
            ))
            .on(shape)
            .value_in_file(pointer)
            .help(format!(
                "remove the acceptance from `{ACCEPTED}` in the metadata"
            )),
        accepted: None,
    }
}
