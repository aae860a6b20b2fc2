//! Random enums, and defaults.

use serde_json::{Map, Value, json};

use super::names::{Scope, VALUES};
use super::random::Random;
use super::shapes::{Kind, Shapes};

impl Shapes {
    pub(super) fn string_enum(&mut self) -> Value {
        let mut names = Scope::default();
        let mut values = Scope::default();
        let mut members = Map::new();
        for _ in 0..self.random.between(1, 6) {
            let name = names.member(&mut self.random);
            let value = if self.random.once_in(2) {
                (*self.random.pick(&VALUES)).to_owned()
            } else {
                name.clone()
            };
            if values.take(&value) {
                let traits = json!({"smithy.api#enumValue": value});
                members.insert(name, json!({"target": "smithy.api#Unit", "traits": traits}));
            }
        }
        let sensitive = self.random.once_in(6);
        let traits = if sensitive {
            json!({"smithy.api#sensitive": {}})
        } else {
            json!({})
        };
        json!({"type": "enum", "members": members, "traits": traits})
    }

    /// Of Smithy 1.0, with names or without.
    pub(super) fn legacy_enum(&mut self) -> Value {
        let named = self.random.once_in(2);
        let mut names = Scope::default();
        let mut values = Scope::default();
        let mut entries = Vec::new();
        for value in ["a", "A B", "1.0", "x-y", "*", "", "+", "été"] {
            if self.random.once_in(2) || !values.take(value) {
                continue;
            }
            entries.push(match named {
                true => json!({"value": value, "name": names.member(&mut self.random)}),
                false => json!({"value": value}),
            });
        }
        if entries.is_empty() {
            entries.push(json!({"value": "-"}));
        }
        json!({"type": "string", "traits": {"smithy.api#enum": entries}})
    }

    pub(super) fn int_enum(&mut self) -> Value {
        let mut names = Scope::default();
        let mut members = Map::new();
        let least = *self.random.pick(&[-3_i64, 0, 1, i64::from(i32::MIN)]);
        for number in least..=least + self.random.between(0, 4) as i64 {
            let name = names.member(&mut self.random);
            members.insert(
                name,
                json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": number}}),
            );
        }
        json!({"type": "intEnum", "members": members})
    }
}

/// A default for a member that targets such a shape.
pub(super) fn default(kind: Kind, random: &mut Random) -> Option<Value> {
    let choices = match kind {
        Kind::Blob => vec![json!(""), json!("aGVsbG8=")],
        Kind::Boolean => vec![json!(false), json!(true)],
        Kind::String => vec![json!(""), json!("\"quoted\" {} \\ é")],
        Kind::Integer => vec![json!(0), json!(1), json!(-128)],
        Kind::Float => vec![json!(0), json!(-1.5), json!(1e10)],
        Kind::BigInteger => vec![json!(0), json!(-7)],
        Kind::BigDecimal => vec![json!(0), json!(2.5)],
        Kind::Timestamp => vec![json!(0), json!(-1.25), json!("2020-01-02T03:04:05Z")],
        Kind::Document => vec![
            json!(true),
            json!("x"),
            json!(-1),
            json!(1.5),
            json!([]),
            json!({}),
        ],
        Kind::List => vec![json!([])],
        Kind::Map => vec![json!({})],
        Kind::Enum | Kind::IntEnum | Kind::Structure | Kind::Union => return None,
    };
    Some(random.pick(&choices).clone())
}
