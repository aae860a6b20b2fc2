//! The enum shape: from a list of values, whatever form the source gives it in.

use serde_json::json;

use super::Object;

/// One value of an enum.
pub(super) struct Definition<'a> {
    /// The name of the member, where the source has one.
    pub(super) name: Option<&'a str>,
    /// The value on the wire.
    pub(super) value: &'a str,
    /// Further traits of the member.
    pub(super) traits: Object,
}

/// The members of an `enum` shape, in the order of the source.
///
/// `smithy.api#enumValue` stands on each of them, also where it equals the name.
pub(super) fn members<'a>(definitions: impl IntoIterator<Item = Definition<'a>>) -> Object {
    let mut members = Object::new();
    for mut definition in definitions {
        let name = match definition.name {
            Some(name) => name.to_owned(),
            None => free_name(&members, member_name(definition.value)),
        };
        definition
            .traits
            .insert("smithy.api#enumValue".into(), definition.value.into());
        members.insert(
            name,
            json!({ "target": "smithy.api#Unit", "traits": definition.traits }),
        );
    }
    members
}

/// The name of the member for a value that has none.
///
/// As Smithy does it, runs of `-`, `.`, `:`, `/` and white space become one `_`. Where Smithy gives up, because
/// the value has other characters or starts with a digit, they become `_` too, and a `_` goes before the digit; nothing
/// at all is `_0`.
fn member_name(value: &str) -> String {
    let mut name = String::with_capacity(value.len() + 1);
    let mut in_run = false;
    for c in value.chars() {
        let separator = matches!(c, '-' | '.' | ':' | '/') || c.is_whitespace();
        if separator && in_run {
            continue;
        }
        in_run = separator;
        name.push(if c.is_ascii_alphanumeric() { c } else { '_' });
    }
    let named = name.trim_start_matches('_');
    if named.is_empty() {
        "_0".to_owned()
    } else if named.starts_with(|c: char| c.is_ascii_digit()) && named.len() == name.len() {
        format!("_{name}")
    } else {
        name
    }
}

/// The name, with a number after it if another value has taken it.
fn free_name(members: &Object, name: String) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.clone())
        .chain(numbered)
        .find(|candidate| !members.contains_key(candidate))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(values: &[&str]) -> Vec<String> {
        let members = members(values.iter().map(|value| Definition {
            name: None,
            value,
            traits: Object::new(),
        }));
        for (member, value) in members.values().zip(values) {
            assert_eq!(member["traits"]["smithy.api#enumValue"], *value);
        }
        members.keys().cloned().collect()
    }

    #[test]
    fn names_are_made_as_smithy_makes_them() {
        assert_eq!(
            named(&["ACTIVE", "16:9", "a- b", "us-east-1", "_x"]),
            ["ACTIVE", "_16_9", "a_b", "us_east_1", "_x"]
        );
    }

    #[test]
    fn every_value_gets_an_identifier_of_its_own() {
        assert_eq!(
            named(&["", "0.5", "Store (EC2)", "a-b", "a.b", "*"]),
            ["_0", "_0_5", "Store__EC2_", "a_b", "a_b_2", "_0_2"]
        );
    }
}
