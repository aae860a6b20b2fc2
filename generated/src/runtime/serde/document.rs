//! Documents: values of any kind.

use std::collections::HashMap;
use std::fmt;

use ::serde::Serializer;
use ::serde::de::{
    DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use aws_smithy_types::{Document, Number};

use super::value::{Context, ReadValue, WriteValue};

/// The key under which `serde_json` hands over a number with its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

impl WriteValue for Document {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(object) => object.write(serializer, context),
            Self::Array(array) => array.write(serializer, context),
            Self::String(text) => serializer.serialize_str(text),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Null => serializer.serialize_unit(),
            Self::Number(Number::PosInt(number)) => serializer.serialize_u64(*number),
            Self::Number(Number::NegInt(number)) => serializer.serialize_i64(*number),
            Self::Number(Number::Float(number)) => number.write(serializer, context),
        }
    }
}

impl ReadValue for Document {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }

    /// A `null` inside of a document is one of its values, but lists of documents drop it as all lists do.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a value of any kind.
struct Any;

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_none<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(match u64::try_from(value) {
            Ok(value) => Number::PosInt(value),
            Err(_) => Number::NegInt(value),
        }))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::PosInt(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Document, E> {
        Ok(Document::Number(Number::Float(value)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Document, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = list.next_element_seed(Self)? {
            array.push(element);
        }
        Ok(Document::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut object = HashMap::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER && object.is_empty() {
                let text: String = map.next_value()?;
                let number = number(&text);
                let unexpected = || Error::invalid_value(Unexpected::Other("a number"), &self);
                return number.map(Document::Number).ok_or_else(unexpected);
            }
            object.insert(key, map.next_value_seed(Self)?);
        }
        Ok(Document::Object(object))
    }
}

/// An integer stays one as long as it fits into 64 bits.
fn number(text: &str) -> Option<Number> {
    if let Ok(number) = text.parse() {
        return Some(Number::PosInt(number));
    }
    if let Ok(number) = text.parse() {
        return Some(Number::NegInt(number));
    }
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(Number::Float(number))
}
