//! The property `authSchemes` of endpoints
//! ([specification](https://smithy.io/2.0/aws/rules-engine/auth-schemes.html)).

use super::report::{Place, Report};
use crate::ir::endpoint::{Document, ExprKind};

/// The members that a scheme may have and what they hold, by its name. Schemes of other names may have any.
const KNOWN: [(&str, &[(&str, Held)]); 2] = [
    (
        "sigv4",
        &[
            ("signingName", Held::String),
            ("signingRegion", Held::String),
            ("disableDoubleEncoding", Held::Boolean),
            ("disableNormalizePath", Held::Boolean),
        ],
    ),
    (
        "sigv4a",
        &[
            ("signingName", Held::String),
            ("signingRegionSet", Held::Strings),
            ("disableDoubleEncoding", Held::Boolean),
            ("disableNormalizePath", Held::Boolean),
        ],
    ),
];

/// What a member holds.
#[derive(Clone, Copy)]
enum Held {
    String,
    Strings,
    Boolean,
}

/// Objects to schemes that say nothing, or what no client can follow.
pub(super) fn check(schemes: &Document, place: &Place, report: &mut Report<'_>) -> Option<()> {
    let Document::Array(schemes) = schemes else {
        return report.fault(place, "expected an array of authentication schemes");
    };
    let mut names: Vec<&str> = Vec::new();
    for (index, scheme) in schemes.iter().enumerate() {
        let place = place.index(index);
        let Document::Object(members) = scheme else {
            return report.fault(&place, "expected an authentication scheme, an object");
        };
        let name = members.iter().find(|(member, _)| member == "name");
        let Some(name) = name.and_then(|(_, name)| text(name)) else {
            return report.fault(&place, "expected a member `name`, a string");
        };
        if names.contains(&name) {
            return report.fault(
                &place.field("name"),
                format_args!("expected each scheme once, found `{name}` again"),
            );
        }
        names.push(name);
        for (member, value) in members.iter().filter(|(member, _)| member != "name") {
            check_member(name, member, value, &place.field(member), report)?;
        }
    }
    Some(())
}

fn check_member(
    scheme: &str,
    member: &str,
    value: &Document,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<()> {
    let Some((_, members)) = KNOWN.iter().find(|(name, _)| *name == scheme) else {
        return Some(());
    };
    let Some((_, held)) = members.iter().find(|(name, _)| *name == member) else {
        let known: Vec<_> = members.iter().map(|(name, _)| *name).collect();
        return report.unknown(place, &format!("a member of `{scheme}`"), &known, member);
    };
    let is_string = |value: &Document| matches!(value, Document::String(_));
    let (fits, expected) = match (held, value) {
        (Held::String, value) => (is_string(value), "a string"),
        (Held::Boolean, value) => (matches!(value, Document::Boolean(_)), "a boolean"),
        (Held::Strings, Document::Array(items)) => {
            (items.iter().all(is_string), "an array of strings")
        }
        (Held::Strings, _) => (false, "an array of strings"),
    };
    if fits {
        Some(())
    } else {
        report.fault(place, format_args!("expected {expected} for `{member}`"))
    }
}

/// The literal in a string.
fn text(document: &Document) -> Option<&str> {
    match document {
        Document::String(value) => match &value.kind {
            ExprKind::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}
