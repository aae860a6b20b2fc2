//! Values of both clients, made from JSON and made JSON again.

use std::collections::HashMap;
use std::fmt::Debug;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde_json::{Map, Value};

/// What can be made JSON. What is not set is `null`.
pub trait Show {
    /// The value as JSON.
    fn show(&self) -> Value;
}

/// What can be made from JSON.
pub trait Read: Sized {
    /// The value, or what is wrong with the sample.
    fn read(value: &Value) -> Result<Self, String>;
}

/// What a builder gives: a structure, or a structure if nothing is missing.
pub trait Built<T> {
    /// The structure.
    fn built(self) -> Result<T, String>;
}

impl<T> Built<T> for T {
    fn built(self) -> Result<T, String> {
        Ok(self)
    }
}

impl<T, E: Debug> Built<T> for Result<T, E> {
    fn built(self) -> Result<T, String> {
        self.map_err(|error| format!("the sample cannot be built: {error:?}"))
    }
}

/// A member of a sample.
pub fn member<T: Read>(value: &Value, name: &str) -> Result<Option<T>, String> {
    match &value[name] {
        Value::Null => Ok(None),
        value => T::read(value).map(Some),
    }
}

/// An object of the members that are set.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let members = members.into_iter();
    members
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.to_owned(), value))
        .collect::<Map<_, _>>()
        .into()
}

fn wrong(expected: &str, value: &Value) -> String {
    format!("the sample has {value}, expected {expected}")
}

impl Read for String {
    fn read(value: &Value) -> Result<Self, String> {
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| wrong("a string", value))
    }
}

impl Read for bool {
    fn read(value: &Value) -> Result<Self, String> {
        value.as_bool().ok_or_else(|| wrong("a boolean", value))
    }
}

impl Read for i32 {
    fn read(value: &Value) -> Result<Self, String> {
        let number = value.as_i64().and_then(|number| number.try_into().ok());
        number.ok_or_else(|| wrong("an integer", value))
    }
}

impl Read for f32 {
    fn read(value: &Value) -> Result<Self, String> {
        let number = value.as_f64().map(|number| number as Self);
        number.ok_or_else(|| wrong("a number", value))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Result<Self, String> {
        let list = value.as_array().ok_or_else(|| wrong("a list", value))?;
        list.iter().map(T::read).collect()
    }
}

impl<T: Read> Read for HashMap<String, T> {
    fn read(value: &Value) -> Result<Self, String> {
        let map = value.as_object().ok_or_else(|| wrong("a map", value))?;
        let entries = map.iter();
        entries
            .map(|(key, value)| Ok((key.clone(), T::read(value)?)))
            .collect()
    }
}

impl Show for str {
    fn show(&self) -> Value {
        self.into()
    }
}

impl Show for String {
    fn show(&self) -> Value {
        self.as_str().into()
    }
}

impl Show for bool {
    fn show(&self) -> Value {
        (*self).into()
    }
}

impl Show for i32 {
    fn show(&self) -> Value {
        (*self).into()
    }
}

impl Show for f32 {
    fn show(&self) -> Value {
        (*self).into()
    }
}

impl Show for DateTime {
    fn show(&self) -> Value {
        match self.fmt(Format::DateTime) {
            Ok(text) => text.into(),
            Err(error) => error.to_string().into(),
        }
    }
}

impl<T: Show + ?Sized> Show for &T {
    fn show(&self) -> Value {
        (*self).show()
    }
}

impl<T: Show> Show for Option<T> {
    fn show(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::show)
    }
}

impl<T: Show> Show for [T] {
    fn show(&self) -> Value {
        self.iter().map(T::show).collect()
    }
}

impl<T: Show> Show for HashMap<String, T> {
    fn show(&self) -> Value {
        let entries = self.iter();
        entries
            .map(|(key, value)| (key.clone(), value.show()))
            .collect::<Map<_, _>>()
            .into()
    }
}
