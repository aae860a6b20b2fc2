//! What an acceptor matches, by the interpreter of the crate `jmespath`.

use jmespath::Variable;
use serde_json::{Value, json};

use crate::paths::{Case, Expected, input};

/// Whether the acceptor matches an output. An error, such as a function that is given a null, is no match.
pub(crate) fn matches(case: &Case, output: &Value) -> bool {
    let data = if case.reads_input {
        json!({"input": input(), "output": set_members(output)})
    } else {
        set_members(output)
    };
    let data = Variable::try_from(data).expect("JSON becomes a value");
    let path = jmespath::compile(case.path).expect("the path is one of JMESPath");
    let Ok(found) = path.search(data) else {
        return false;
    };
    let is = |found: &Variable, text: &str| found.as_string().is_some_and(|found| found == text);
    match case.expected {
        Expected::Text(text) => is(&found, text),
        Expected::Flag(flag) => found.as_boolean() == Some(flag),
        Expected::All(text) => found
            .as_array()
            .is_some_and(|items| !items.is_empty() && items.iter().all(|item| is(item, text))),
        Expected::Any(text) => found
            .as_array()
            .is_some_and(|items| items.iter().any(|item| is(item, text))),
    }
}

/// The members that are set: to Smithy a null is as good as no member.
fn set_members(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let set = members.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                set.map(|(name, value)| (name.clone(), set_members(value)))
                    .collect(),
            )
        }
        Value::Array(items) => Value::Array(items.iter().map(set_members).collect()),
        other => other.clone(),
    }
}
