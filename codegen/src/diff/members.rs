//! Members of structures.

use quote::ToTokens;

use super::findings::Deprecates;
use super::structures::{Role, sensitivity};
use super::{Findings, Rule};
use crate::ir::{Binding, Field, Presence, TimestampFormat, Type};

/// Compares a member that both versions have.
pub(super) fn compare(
    path: &str,
    old: &Field,
    new: &Field,
    role: Role,
    findings: &mut Findings<'_>,
) {
    findings.documentation(path);
    let deprecates = if role.has_methods(new) {
        Deprecates::Methods
    } else {
        Deprecates::DocsOnly
    };
    findings.deprecation(
        path,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
        deprecates,
    );
    types(path, old, new, findings);
    presence(path, old, new, role, findings);
    if old.ty == new.ty {
        constraints(path, findings);
    }
    behaviour(path, old, new, findings);
    wire(path, old, new, findings);
    match (role.has_methods(old), role.has_methods(new)) {
        (true, false) => findings.push(
            Rule::MemberMethodsRemoved,
            path,
            "accessor and setter are removed",
        ),
        (false, true) => {
            findings.push(
                Rule::MemberMethodsAdded,
                path,
                "has an accessor and a setter",
            );
        }
        _ => {}
    }
}

/// The type of a field as it stands in Rust.
pub(super) fn type_text(field: &Field) -> String {
    let plain = held_text(&field.ty, field.boxed);
    match field.presence {
        Presence::Optional => format!("Option<{plain}>"),
        Presence::Required | Presence::Defaulted(_) => plain,
    }
}

/// What a field or a variant holds, as it stands in Rust.
pub(super) fn held_text(ty: &Type, boxed: bool) -> String {
    let text = ty.to_token_stream().to_string();
    let text = text
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",");
    if boxed { format!("Box<{text}>") } else { text }
}

/// Compares the types but for their `Option`.
fn types(path: &str, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let texts = [old, new].map(|field| held_text(&field.ty, field.boxed));
    if texts[0] != texts[1] {
        let [old, new] = [old, new].map(type_text);
        findings.value(Rule::MemberTypeChanged, path, ("type", old, new));
    } else if old.ty != new.ty {
        let [old, new] = [old, new].map(|field| format_text(&field.ty));
        findings.value(Rule::MemberFormatChanged, path, ("format", old, new));
    }
}

/// The form that a value has on the wire, where the Rust type does not tell it.
fn format_text(ty: &Type) -> &'static str {
    match ty {
        Type::Timestamp(TimestampFormat::DateTime) => "date-time",
        Type::Timestamp(TimestampFormat::EpochSeconds) => "epoch-seconds",
        Type::Timestamp(TimestampFormat::HttpDate) => "http-date",
        Type::MediaString => "text of a media type",
        Type::List { item, .. } => format_text(item),
        Type::Map { value, .. } => format_text(value),
        _ => "plain",
    }
}

/// Compares whether the member may be absent, and what stands for it if it is.
fn presence(path: &str, old: &Field, new: &Field, role: Role, findings: &mut Findings<'_>) {
    if role == Role::Input {
        match (old.required, new.required) {
            (false, true) => findings.push(Rule::InputRequired, path, "is required"),
            (true, false) => findings.push(Rule::InputNotRequired, path, "is no longer required"),
            _ => {}
        }
        return service_default(path, findings);
    }
    let [was, is] = [old, new].map(type_text);
    let types = format!("the field was `{was}` and is `{is}`");
    let (rule, what) = match (&old.presence, &new.presence) {
        (Presence::Optional, Presence::Optional) => return requirement(path, findings),
        (Presence::Required, Presence::Required) => return,
        (Presence::Optional, Presence::Required) => (Rule::MemberRequired, types),
        (Presence::Required, Presence::Optional) => (Rule::MemberNotRequired, types),
        (Presence::Optional, Presence::Defaulted(_)) => (Rule::DefaultAdded, types),
        (Presence::Defaulted(_), Presence::Optional) => (Rule::DefaultRemoved, types),
        (Presence::Required, Presence::Defaulted(_)) => (
            Rule::RequiredToDefault,
            "is no longer required, and has a default".to_owned(),
        ),
        (Presence::Defaulted(_), Presence::Required) => (
            Rule::DefaultToRequired,
            "is required, and has no default any more".to_owned(),
        ),
        (Presence::Defaulted(was), Presence::Defaulted(is)) if was == is => return,
        (Presence::Defaulted(_), Presence::Defaulted(_)) => {
            let [was, is] = defaults(path, findings);
            let what = super::findings::changed("default", &was, &is);
            (Rule::DefaultChanged, what)
        }
    };
    findings.push(rule, path, what);
}

/// A requirement that no type shows: of a structure or a union, or where `clientOptional` takes it back.
fn requirement(path: &str, findings: &mut Findings<'_>) {
    let Some((old, new)) = findings.facts(path) else {
        return;
    };
    let what = match (old.required, new.required) {
        (false, true) => "the service requires it now",
        (true, false) => "the service no longer requires it",
        _ => return service_default(path, findings),
    };
    findings.push(Rule::RequirementChanged, path, what);
}

fn service_default(path: &str, findings: &mut Findings<'_>) {
    let [old, new] = defaults(path, findings);
    findings.value(Rule::ServiceDefaultChanged, path, ("default", old, new));
}

/// The defaults of the two models, as JSON.
fn defaults(path: &str, findings: &Findings<'_>) -> [String; 2] {
    let facts = findings.facts(path);
    let text = |fact: &super::facts::Fact| fact.default.as_ref().map(ToString::to_string);
    facts
        .map_or([None, None], |(old, new)| [text(old), text(new)])
        .map(Option::unwrap_or_default)
}

/// Compares the constraints of a member or a variant.
pub(super) fn constraints(path: &str, findings: &mut Findings<'_>) {
    if let Some((old, new)) = findings.facts(path) {
        let [old, new] = [old, new].map(|fact| fact.constraints.join(", "));
        findings.value(Rule::ConstraintsChanged, path, ("constraints", old, new));
    }
}

/// Compares what the client does with a member, which no type shows.
fn behaviour(path: &str, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    if old.sensitive != new.sensitive {
        findings.push(Rule::SensitivityChanged, path, sensitivity(new.sensitive));
    }
    match (old.idempotency_token, new.idempotency_token) {
        (true, false) => findings.push(
            Rule::IdempotencyTokenRemoved,
            path,
            "is no idempotency token any more",
        ),
        (false, true) => {
            findings.push(Rule::IdempotencyTokenAdded, path, "is an idempotency token");
        }
        _ => {}
    }
}

/// Compares where and under which name a member travels.
fn wire(path: &str, old: &Field, new: &Field, findings: &mut Findings<'_>) {
    let names = (
        "name on the wire",
        old.json_name.clone(),
        new.json_name.clone(),
    );
    findings.value(Rule::WireChanged, path, names);
    let [was, is] = [old, new].map(|field| binding(&field.binding));
    findings.value(Rule::WireChanged, path, ("place on the wire", was, is));
    if old.omit_default != new.omit_default {
        let what = if new.omit_default {
            "is left out of requests while it is zero or false"
        } else {
            "is sent also while it is zero or false"
        };
        findings.push(Rule::WireChanged, path, what);
    }
}

/// Where a member travels, for a person.
fn binding(binding: &Binding) -> String {
    match binding {
        Binding::Body => "the body's JSON".to_owned(),
        Binding::Label => "the path".to_owned(),
        Binding::GreedyLabel => "the path, with its slashes".to_owned(),
        Binding::Query(name) => format!("the query, as {name}"),
        Binding::QueryParams => "the query".to_owned(),
        Binding::Header(name) => format!("the header {name}"),
        Binding::PrefixHeaders(prefix) => format!("headers that begin with {prefix}"),
        Binding::Payload(None) => "the whole body".to_owned(),
        Binding::Payload(Some(media_type)) => format!("the whole body, as {media_type}"),
        Binding::ResponseCode => "the status".to_owned(),
    }
}
