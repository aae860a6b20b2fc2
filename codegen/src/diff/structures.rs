//! Structures: inputs, outputs, types and errors.

use super::findings::Deprecates;
use super::rename::{self, Pairs};
use super::{Findings, Rule, members};
use crate::ir::{Binding, Field, Presence, Structure};

/// What a structure is for, which decides about its builder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The input of an operation: every field is an `Option`, and what lacks is found when a call is made.
    Input,
    /// The output of an operation, or a type.
    Type,
    /// An error.
    Error,
}

impl Role {
    /// Whether a member has accessor and setters.
    pub(super) fn has_methods(self, field: &Field) -> bool {
        self != Self::Error || !matches!(field.binding, Binding::Header(_))
    }
}

/// Compares a structure with itself.
pub(super) fn compare(
    path: &str,
    old: &Structure,
    new: &Structure,
    role: Role,
    findings: &mut Findings<'_>,
) {
    findings.documentation(path);
    findings.deprecation(
        path,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
        Deprecates::DocsOnly,
    );
    if old.sensitive != new.sensitive {
        findings.push(Rule::SensitivityChanged, path, sensitivity(new.sensitive));
    }
    if role != Role::Input {
        builder(path, old, new, findings);
    }
    let pairs = Pairs::of(
        &old.fields,
        &new.fields,
        |field| field.name.to_string(),
        |field| rename::slot_signature(field, &old.name),
    );
    for (old, new) in &pairs.both {
        let path = format!("{path}::{}", old.name);
        members::compare(&path, old, new, role, findings);
    }
    for (old, new) in &pairs.renamed {
        let path = format!("{path}::{}", old.name);
        let what = format!("renamed to `{}`, it seems: the type is the same", new.name);
        findings.push(Rule::MemberRenamed, path, what);
    }
    for field in &pairs.removed {
        let path = format!("{path}::{}", field.name);
        findings.push(Rule::MemberRemoved, path, "the member is removed");
    }
    for field in &pairs.added {
        let path = format!("{path}::{}", field.name);
        added(path, field, findings);
    }
}

fn added(path: String, field: &Field, findings: &mut Findings<'_>) {
    let ty = members::type_text(field);
    if field.presence == Presence::Required || field.required {
        let what = format!("a new required member of type `{ty}`");
        findings.push(Rule::RequiredMemberAdded, path, what);
    } else {
        findings.push(
            Rule::MemberAdded,
            path,
            format!("a new member of type `{ty}`"),
        );
    }
}

/// Compares what follows from all members together: whether building can fail, and whether there is a `Default`.
fn builder(path: &str, old: &Structure, new: &Structure, findings: &mut Findings<'_>) {
    let can_fail = |structure: &Structure| {
        let mut fields = structure.fields.iter();
        fields.any(|field| field.presence == Presence::Required)
    };
    let returned = |structure: &Structure| {
        if can_fail(structure) {
            format!("Result<{}, BuildError>", structure.name)
        } else {
            structure.name.to_string()
        }
    };
    if can_fail(old) != can_fail(new) {
        let what = format!(
            "the builder's `build` returned `{}` and returns `{}`",
            returned(old),
            returned(new)
        );
        findings.push(Rule::BuildSignatureChanged, path, what);
    }
    // An output keeps the request id, and yet is `Default` if its members allow it.
    match (old.is_all_optional(), new.is_all_optional()) {
        (true, false) => findings.push(
            Rule::DefaultImplRemoved,
            path,
            "no longer implements `Default`",
        ),
        (false, true) => findings.push(Rule::DefaultImplAdded, path, "implements `Default`"),
        _ => {}
    }
}

/// How a secret that is one no longer, or has become one, is spoken of.
pub(super) fn sensitivity(is_secret: bool) -> &'static str {
    if is_secret {
        "is a secret now, which `Debug` does not show"
    } else {
        "is no secret any more: `Debug` shows it"
    }
}
