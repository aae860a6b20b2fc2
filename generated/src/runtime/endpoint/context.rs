//! What calls and settings say to the endpoint rules beyond region and the like.

use std::fmt;

use crate::runtime::error::BuildError;

/// Values for parameters of endpoint rules, by the names of the parameters: those of a call, which the operation and
/// its input give, or those of a client, which its settings give.
///
/// ([Smithy rules engine, binding parameter
/// values](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#binding-parameter-values))
///
/// `Debug` shows the names alone: what a call gives may be a secret.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContextParams {
    values: Vec<(&'static str, ContextValue)>,
}

/// A value of a parameter.
#[derive(Clone, PartialEq, Eq)]
pub enum ContextValue {
    /// Of the type `string`.
    String(String),
    /// Of the type `boolean`.
    Boolean(bool),
    /// Of the type `stringArray`.
    Strings(Vec<String>),
}

impl fmt::Debug for ContextParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.values.iter().map(|(name, _)| name))
            .finish()
    }
}

impl fmt::Debug for ContextValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String(_) => "String(..)",
            Self::Boolean(_) => "Boolean(..)",
            Self::Strings(_) => "Strings(..)",
        })
    }
}

impl From<String> for ContextValue {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for ContextValue {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<Vec<String>> for ContextValue {
    fn from(items: Vec<String>) -> Self {
        Self::Strings(items)
    }
}

impl ContextParams {
    /// No values.
    #[must_use]
    pub const fn new() -> Self {
        Self { values: Vec::new() }
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Sets a string. Without a value, nothing changes.
    #[must_use]
    pub fn with_string(self, name: &'static str, value: Option<impl AsRef<str>>) -> Self {
        self.with(
            name,
            value.map(|text| ContextValue::String(text.as_ref().into())),
        )
    }

    /// Sets a string that a call needs in order to reach the one it is meant for.
    ///
    /// # Errors
    ///
    /// The `member` that gives it is not set, or has nothing but white space in it.
    pub fn with_required(
        self,
        name: &'static str,
        member: &'static str,
        value: Option<impl AsRef<str>>,
    ) -> Result<Self, BuildError> {
        match value {
            Some(text) if !text.as_ref().trim().is_empty() => {
                Ok(self.with_string(name, Some(text)))
            }
            _ => Err(BuildError::missing_field(
                member,
                "the endpoint depends on it, so that it must not be blank",
            )),
        }
    }

    /// Sets a boolean. Without a value, nothing changes.
    #[must_use]
    pub fn with_boolean(self, name: &'static str, value: Option<bool>) -> Self {
        self.with(name, value.map(ContextValue::Boolean))
    }

    /// Sets a list of strings. Without a value, nothing changes.
    #[must_use]
    pub fn with_strings<I>(self, name: &'static str, values: Option<I>) -> Self
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let strings = |items: I| items.into_iter().map(|item| item.as_ref().into()).collect();
        self.with(
            name,
            values.map(|items| ContextValue::Strings(strings(items))),
        )
    }

    /// Sets a list of strings that come from a map, and so in no order: they are put into one. Without a value, nothing
    /// changes.
    #[must_use]
    pub fn with_unordered<I>(self, name: &'static str, values: Option<I>) -> Self
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let sorted = values.map(|values| {
            let mut items: Vec<String> = Vec::new();
            items.extend(values.into_iter().map(|item| item.as_ref().into()));
            items.sort_unstable();
            items
        });
        self.with_strings(name, sorted)
    }

    /// The string with this name.
    #[must_use]
    pub fn string(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            ContextValue::String(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The boolean with this name.
    #[must_use]
    pub fn boolean(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            ContextValue::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// The list of strings with this name.
    #[must_use]
    pub fn strings(&self, name: &str) -> Option<Vec<String>> {
        match self.get(name)? {
            ContextValue::Strings(items) => Some(items.clone()),
            _ => None,
        }
    }

    /// These values, and for what has none here those of `others`.
    #[must_use]
    pub fn or(mut self, others: &Self) -> Self {
        for (name, value) in &others.values {
            if self.get(name).is_none() {
                self.values.push((*name, value.clone()));
            }
        }
        self
    }

    /// Sets or clears a value.
    pub fn set(&mut self, name: &'static str, value: Option<ContextValue>) {
        self.values.retain(|(other, _)| *other != name);
        self.values.extend(value.map(|value| (name, value)));
    }

    fn get(&self, name: &str) -> Option<&ContextValue> {
        let found = self.values.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| value)
    }

    fn with(mut self, name: &'static str, value: Option<ContextValue>) -> Self {
        if value.is_some() {
            self.set(name, value);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_values_of_their_kind_back() {
        let params = ContextParams::new()
            .with_string("Bucket", Some("b"))
            .with_boolean("Accelerate", Some(true))
            .with_strings("Keys", Some(["k", "l"]))
            .with_string("Zone", None::<&str>);
        assert_eq!(params.string("Bucket").as_deref(), Some("b"));
        assert_eq!(params.boolean("Accelerate"), Some(true));
        assert_eq!(params.strings("Keys").unwrap(), ["k", "l"]);
        assert_eq!(params.string("Zone"), None);
        assert_eq!(params.string("Accelerate"), None);
        assert_eq!(params.boolean("Bucket"), None);
        assert_eq!(params.strings("Bucket"), None);
        assert_eq!(
            params.string("bucket"),
            None,
            "names are told apart by case"
        );
    }

    #[test]
    fn what_has_no_order_gets_one() {
        let params = ContextParams::new().with_unordered("Keys", Some(["b", "c", "a"]));
        assert_eq!(params.strings("Keys").unwrap(), ["a", "b", "c"]);
    }

    #[test]
    fn a_call_goes_before_a_client() {
        let client = ContextParams::new()
            .with_string("A", Some("client"))
            .with_string("B", Some("client"));
        let call = ContextParams::new()
            .with_string("A", Some("first"))
            .with_string("A", Some("call"));
        let both = call.or(&client);
        assert_eq!(both.string("A").as_deref(), Some("call"));
        assert_eq!(both.string("B").as_deref(), Some("client"));
    }

    #[test]
    fn shows_no_value() {
        let mut params = ContextParams::new().with_string("Bucket", Some("sEcReT"));
        assert_eq!(format!("{params:?}"), r#"{"Bucket"}"#);
        assert_eq!(
            format!("{:?}", ContextValue::from("sEcReT".to_owned())),
            "String(..)"
        );
        params.set("Bucket", None);
        assert!(params.is_empty());
    }

    #[test]
    fn what_an_endpoint_depends_on_is_not_blank() {
        let with = |value| ContextParams::new().with_required("Arn", "store_arn", value);
        assert_eq!(with(Some("a")).unwrap().string("Arn").as_deref(), Some("a"));
        for blank in [None, Some(""), Some(" \t")] {
            let error = with(blank).unwrap_err().to_string();
            assert!(error.contains("store_arn"), "{error}");
        }
    }
}
