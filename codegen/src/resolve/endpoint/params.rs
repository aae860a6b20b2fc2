//! The parameters of a rule set.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::names;
use super::report::{Place, Report, listed};
use crate::ir::endpoint::{BuiltIn, Param, ParamKind, ParamValue};
use crate::resolve::docs::plain_docs;

const MEMBERS: [&str; 6] = [
    "type",
    "builtIn",
    "default",
    "required",
    "documentation",
    "deprecated",
];

/// Reads `parameters`. Faulty ones are left out.
pub(super) fn params(value: &Value, place: &Place, report: &mut Report<'_>) -> Vec<Param> {
    let Some(object) = report.object(value, place) else {
        return Vec::new();
    };
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut params = Vec::new();
    for (name, value) in object {
        let place = place.field(name);
        if !names::is_name(name) {
            report.fault::<()>(
                &place,
                "expected a name of a letter, then letters and digits",
            );
            continue;
        }
        if let Some(other) = seen.insert(plain(name), name) {
            report.fault::<()>(
                &place,
                format_args!(
                    "expected a name unlike the others, but `{other}` differs from it in case alone"
                ),
            );
            continue;
        }
        params.extend(param(name, value, &place, report));
    }
    params
}

/// A name by which names are told apart: neither case nor underscores make a difference, since they
/// do not survive in every language.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "")
}

fn param(name: &str, value: &Value, place: &Place, report: &mut Report<'_>) -> Option<Param> {
    let object = report.object(value, place)?;
    report.only(object, &MEMBERS, place);
    let kind = kind(
        report.required(object, "type", place)?,
        &place.field("type"),
        report,
    )?;
    let required = match object.get("required") {
        Some(value) => report.boolean(value, &place.field("required"))?,
        None => false,
    };
    let default = match object.get("default") {
        Some(value) => Some(param_value(value, kind, &place.field("default"), report)?),
        None => None,
    };
    if default.is_some() && !required {
        return report.fault(
            &place.field("default"),
            "expected `required` to be true beside a default",
        );
    }
    let built_in = match object.get("builtIn") {
        Some(value) => Some(built_in(
            report.string(value, &place.field("builtIn"))?,
            kind,
            &place.field("builtIn"),
            report,
        )?),
        None => None,
    };
    Some(Param {
        name: name.to_owned(),
        field: names::field(name),
        setter: names::setter(name),
        kind,
        default,
        required,
        built_in,
        is_given: false,
        docs: docs(name, object, place, report),
    })
}

/// Reads the type of a parameter. Its case does not matter: models say `String` and `string`.
pub(super) fn kind(value: &Value, place: &Place, report: &mut Report<'_>) -> Option<ParamKind> {
    let text = report.string(value, place)?;
    match text.to_ascii_lowercase().as_str() {
        "string" => Some(ParamKind::String),
        "boolean" => Some(ParamKind::Boolean),
        "stringarray" => Some(ParamKind::StringArray),
        _ => report.fault(
            place,
            format_args!("expected `string`, `boolean` or `stringArray`, found `{text}`"),
        ),
    }
}

/// Reads a value for a parameter.
pub(super) fn param_value(
    value: &Value,
    kind: ParamKind,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<ParamValue> {
    Some(match kind {
        ParamKind::String => ParamValue::String(report.string(value, place)?.to_owned()),
        ParamKind::Boolean => ParamValue::Boolean(report.boolean(value, place)?),
        ParamKind::StringArray => {
            let mut items = Vec::new();
            for (index, item) in report.array(value, place)?.iter().enumerate() {
                items.push(report.string(item, &place.index(index))?.to_owned());
            }
            ParamValue::StringArray(items)
        }
    })
}

/// The built-ins that there are, with what they hold
/// ([Smithy](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#rules-engine-built-ins),
/// [AWS](https://smithy.io/2.0/aws/rules-engine/built-ins.html)).
const BUILT_INS: [(&str, ParamKind); 15] = [
    ("AWS::Auth::AccountId", ParamKind::String),
    ("AWS::Auth::AccountIdEndpointMode", ParamKind::String),
    ("AWS::Auth::CredentialScope", ParamKind::String),
    ("AWS::Region", ParamKind::String),
    ("AWS::S3::Accelerate", ParamKind::Boolean),
    (
        "AWS::S3::DisableMultiRegionAccessPoints",
        ParamKind::Boolean,
    ),
    ("AWS::S3::DisableS3ExpressSessionAuth", ParamKind::Boolean),
    ("AWS::S3::ForcePathStyle", ParamKind::Boolean),
    ("AWS::S3::UseArnRegion", ParamKind::Boolean),
    ("AWS::S3::UseGlobalEndpoint", ParamKind::Boolean),
    ("AWS::S3Control::UseArnRegion", ParamKind::Boolean),
    ("AWS::STS::UseGlobalEndpoint", ParamKind::Boolean),
    ("AWS::UseDualStack", ParamKind::Boolean),
    ("AWS::UseFIPS", ParamKind::Boolean),
    ("SDK::Endpoint", ParamKind::String),
];

fn built_in(
    name: &str,
    kind: ParamKind,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<BuiltIn> {
    let Some((_, expected)) = BUILT_INS.iter().find(|(known, _)| *known == name) else {
        let known = BUILT_INS.map(|(name, _)| name);
        return report.unknown(place, "a built-in", &known, name);
    };
    if kind != *expected {
        return report.fault(
            place,
            format_args!("expected a parameter of the type of `{name}`, found one of another type"),
        );
    }
    Some(match name {
        "AWS::Region" => BuiltIn::Region,
        "SDK::Endpoint" => BuiltIn::Endpoint,
        "AWS::UseFIPS" => BuiltIn::UseFips,
        "AWS::UseDualStack" => BuiltIn::UseDualStack,
        "AWS::Auth::AccountId" => BuiltIn::AccountId,
        "AWS::Auth::AccountIdEndpointMode" => BuiltIn::AccountIdEndpointMode,
        _ => BuiltIn::Other(name.to_owned()),
    })
}

fn docs(
    name: &str,
    object: &Map<String, Value>,
    place: &Place,
    report: &mut Report<'_>,
) -> Vec<String> {
    let mut docs = report.docs(object, place);
    if docs.is_empty() {
        docs.push(format!("The parameter `{name}`."));
    }
    let Some(value) = object.get("deprecated") else {
        return docs;
    };
    let place = place.field("deprecated");
    let Some(deprecated) = report.object(value, &place) else {
        return docs;
    };
    let known = ["message", "since"];
    report.only(deprecated, &known, &place);
    let mut note = "**Deprecated**".to_owned();
    for (member, before) in known.iter().zip([": ", " (since "]) {
        let Some(value) = deprecated.get(*member) else {
            continue;
        };
        let Some(text) = report.string(value, &place.field(member)) else {
            continue;
        };
        let after = if *member == "since" { ")" } else { "" };
        note = format!("{note}{before}{text}{after}");
    }
    docs.push(String::new());
    docs.extend(plain_docs(&format!("{note}."), 4));
    docs
}

/// Reads `version`: whether functions of version 1.1 are there.
pub(super) fn version(value: &Value, place: &Place, report: &mut Report<'_>) -> Option<bool> {
    const VERSIONS: [&str; 4] = ["1.0", "1.1", "1.2", "1.3"];
    let text = report.string(value, place)?;
    if VERSIONS.contains(&text) {
        Some(text != "1.0")
    } else {
        report.fault(
            place,
            format_args!("expected one of {}, found `{text}`", listed(&VERSIONS)),
        )
    }
}
