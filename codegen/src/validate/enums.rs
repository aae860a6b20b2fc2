//! Enums: every member has a value, of the right type, and none has another's
//! ([Smithy 2.0, enumValue](https://smithy.io/2.0/spec/type-refinement-traits.html#enumvalue-trait)).

use serde_json::Value;

use super::faults::Faults;
use crate::diagnostic::Place;
use crate::model::{Member, Model, ShapeKind};

const ENUM_VALUE: &str = "smithy.api#enumValue";

/// Checks the values; a member of a string enum without one gets its name.
pub(super) fn check(model: &mut Model, faults: &mut Faults) {
    for (id, shape) in &mut model.shapes {
        let members = match &mut shape.kind {
            ShapeKind::Enum(members) => {
                for member in members.iter_mut() {
                    let name = member.id.member().unwrap_or_default();
                    member
                        .traits
                        .enum_value
                        .get_or_insert_with(|| Box::new(Value::from(name)));
                    expect(member, "a string", Value::is_string, faults);
                }
                members
            }
            ShapeKind::IntEnum(members) => {
                for member in members.iter() {
                    expect(member, "an integer of 32 bits", is_i32, faults);
                }
                members
            }
            _ => continue,
        };
        if members.is_empty() {
            let message = "the enum has no member, expected at least one";
            faults.push(
                faults
                    .of(id, message)
                    .help("add a member, or make it a string or an integer"),
            );
        }
        check_unique(members, faults);
    }
}

fn is_i32(value: &Value) -> bool {
    value
        .as_i64()
        .is_some_and(|value| i32::try_from(value).is_ok())
}

fn expect(member: &Member, expected: &str, fits: fn(&Value) -> bool, faults: &mut Faults) {
    let found = match &member.traits.enum_value {
        Some(value) if fits(value) => return,
        Some(value) => format!("`{value}`"),
        None => "nothing".to_owned(),
    };
    let message = format!("malformed value: found {found}, expected {expected}");
    faults.push(
        faults
            .of_trait(&member.id, ENUM_VALUE, message)
            .value("")
            .help("give the member another value"),
    );
}

fn check_unique(members: &[Member], faults: &mut Faults) {
    let mut values: Vec<(String, &Member)> = members
        .iter()
        .filter_map(|member| Some((member.traits.enum_value.as_ref()?.to_string(), member)))
        .collect();
    // Stable: of two members with one value, the later one in the model is reported.
    values.sort_by(|(a, _), (b, _)| a.cmp(b));
    for pair in values.windows(2) {
        if let [(first, one), (second, other)] = pair
            && first == second
        {
            let message = format!(
                "found the value `{second}`, which `{}` has already",
                one.name()
            );
            faults.push(
                faults
                    .of_trait(&other.id, ENUM_VALUE, message)
                    .value("")
                    .related(
                        "the first",
                        Place::of_shape(&one.id).of_trait(ENUM_VALUE).value(""),
                    )
                    .help("give each member its own value"),
            );
        }
    }
}
