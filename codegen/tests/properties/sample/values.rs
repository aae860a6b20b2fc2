//! Random values, as JSON, and the code that reads them.

use ivs_realtime_codegen::internals::ir::{Field, Presence, Service, TimestampFormat, Type};
use serde_json::{Map, Value, json};

use crate::random::Random;

/// Where a value travels, which decides what text it may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Uri,
    Header,
    Host,
}

/// Makes values of the types of a service.
pub(super) struct Values<'a> {
    pub(super) service: &'a Service,
    pub(super) random: Random,
}

/// Structures in structures go so far.
const DEEP: usize = 3;

impl Values<'_> {
    /// A value that is no default, so that it is there again after writing and reading.
    pub(super) fn value(&mut self, ty: &Type, place: Place, depth: usize) -> Value {
        match ty {
            Type::Boolean => json!(true),
            Type::Byte => json!(self.random.pick(&[1, -7, 127, -128])),
            Type::Short => json!(self.random.pick(&[1, -7, 32767, -32768])),
            Type::Integer => json!(self.random.pick(&[1, -7, i32::MAX, i32::MIN])),
            Type::Long => json!(self.random.pick(&[1, -7, 9_007_199_254_740_991_i64])),
            Type::Float | Type::Double => json!(self.random.pick(&[1.5, -0.25, 1024.0625])),
            Type::BigInteger => json!(self.random.pick(&[3, -12_345_678])),
            Type::BigDecimal => json!(self.random.pick(&[2.5, -1024.125])),
            Type::String | Type::MediaString => json!(self.text(place)),
            Type::Blob => json!("aGVsbG8="),
            Type::Document => json!({"a": [1, null, "é"], "b": {"c": false}}),
            Type::Timestamp(TimestampFormat::DateTime) => json!("2023-11-14T22:13:20Z"),
            Type::Timestamp(TimestampFormat::EpochSeconds) => json!(1_700_000_000),
            Type::Timestamp(TimestampFormat::HttpDate) => json!("Tue, 14 Nov 2023 22:13:20 GMT"),
            Type::Enum(name) => {
                let known = self
                    .service
                    .enums
                    .iter()
                    .find(|one| one.name == *name)
                    .expect("it is there");
                let variant = self.random.pick(&known.variants);
                let fits = place == Place::Body
                    || variant
                        .value
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric());
                let is_known = fits && !variant.value.is_empty() && !self.random.once_in(3);
                json!(if is_known {
                    variant.value.as_str()
                } else {
                    "other"
                })
            }
            Type::IntEnum(name) => {
                let known = self
                    .service
                    .int_enums
                    .iter()
                    .find(|one| one.name == *name)
                    .expect("it is there");
                let variant = self.random.pick(&known.variants);
                json!(if variant.value == 0 {
                    77_777
                } else {
                    variant.value
                })
            }
            Type::Structure(name) => {
                let known = self
                    .service
                    .structures
                    .iter()
                    .find(|one| one.name == *name)
                    .expect("it is there");
                self.members(&known.fields, depth + 1)
            }
            Type::Union(name) => {
                let known = self
                    .service
                    .unions
                    .iter()
                    .find(|one| one.name == *name)
                    .expect("it is there");
                let choices = if depth < DEEP {
                    known.variants.len()
                } else {
                    1
                };
                let variant = &known.variants[self.random.below(choices)];
                let held = variant
                    .ty
                    .as_ref()
                    .map_or(json!({}), |ty| self.value(ty, Place::Body, depth + 1));
                json!({&variant.json_name: held})
            }
            Type::List { item, sparse } => {
                let count = if depth < DEEP { 2 } else { 0 };
                let mut items: Vec<Value> = (0..count)
                    .map(|_| self.value(item, place, depth + 1))
                    .collect();
                if *sparse && place == Place::Body {
                    items.push(Value::Null);
                }
                Value::Array(items)
            }
            Type::Map { key, value, sparse } => {
                let mut entries = Map::new();
                if depth < DEEP {
                    let place = if place == Place::Header {
                        Place::Host
                    } else {
                        place
                    };
                    let key = self.value(key, place, depth);
                    let key = key.as_str().expect("a string").to_owned();
                    entries.insert(key, self.value(value, place, depth + 1));
                }
                if *sparse {
                    entries.insert("nothing".to_owned(), Value::Null);
                }
                Value::Object(entries)
            }
        }
    }

    fn text(&mut self, place: Place) -> &'static str {
        let choices: &[&str] = match place {
            Place::Body => &["x", "é \"quoted\" \\ / \u{1}", "日本"],
            Place::Uri => &["x", "a b", "é/ü?&=#", "100%", "+"],
            Place::Header => &["x", "two words", "a,b", "say \"so\"", "back\\slash"],
            Place::Host => &["x", "host-1"],
        };
        self.random.pick::<&str>(choices)
    }

    /// An object with every member; where it gets deep, with those alone that hold no structures.
    pub(super) fn members(&mut self, fields: &[Field], depth: usize) -> Value {
        let mut object = Map::new();
        for field in fields {
            let is_aggregate = matches!(field.ty, Type::Structure(_) | Type::Union(_));
            let is_collection = matches!(field.ty, Type::List { .. } | Type::Map { .. });
            let may_miss = is_aggregate || is_collection && field.presence == Presence::Optional;
            if depth < DEEP || !may_miss {
                object.insert(
                    field.json_name.clone(),
                    self.value(&field.ty, Place::Body, depth),
                );
            }
        }
        Value::Object(object)
    }
}

/// The code that reads such a value: a function of the runtime, or a closure.
pub(super) fn reader(ty: &Type) -> String {
    let method = match ty {
        Type::Boolean => "boolean",
        Type::Byte => "byte",
        Type::Short => "short",
        Type::Integer => "integer",
        Type::Long => "long",
        Type::Float => "float",
        Type::Double => "double",
        Type::BigInteger => "big_integer",
        Type::BigDecimal => "big_decimal",
        Type::String | Type::MediaString => "string",
        Type::Blob => "blob",
        Type::Document => "document",
        Type::Timestamp(TimestampFormat::DateTime) => "date_time",
        Type::Timestamp(TimestampFormat::EpochSeconds) => "epoch_seconds",
        Type::Timestamp(TimestampFormat::HttpDate) => "http_date",
        Type::Enum(_) => "enumeration",
        Type::IntEnum(_) => "int_enum",
        Type::Structure(_) | Type::Union(_) => "structure",
        Type::List { item, sparse } => {
            let method = if *sparse { "sparse_list" } else { "list" };
            return format!("|json| json.{method}({})", reader(item));
        }
        Type::Map { value, sparse, .. } => {
            let method = if *sparse { "sparse_map" } else { "map" };
            return format!("|json| json.{method}({})", reader(value));
        }
    };
    format!("Reader::{method}")
}

/// The text of a scalar outside of JSON.
pub(super) fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
