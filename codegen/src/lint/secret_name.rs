//! Members that are named like secrets, without `sensitive`.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::{Finding, finding};
use crate::inspect::Inspected;
use crate::model::{Member, Model, Paginated, Shape, ShapeId, ShapeKind};

pub(super) const CODE: &str = "secret-name";

pub(super) const EXPLANATION: &str = "\
What is `smithy.api#sensitive` never shows in `Debug`, in errors or in traces. This member holds text or bytes, its
name ends in a word for secrets, and nothing marks it, its type or its structure as sensitive.

The words are token, key, password, passphrase, passcode, secret and credential, also in the plural, and also before
`value`, `string`, `text` and `material`. Names that are known to be harmless are not reported: tokens for the next
page or for idempotency, public keys, tag keys, the keys of entries and objects, names and ids of keys.

If it is a secret, apply `smithy.api#sensitive` in `model/customizations.json`: to the shape that the member holds, or,
where that is one of Smithy's own, to the structure it is in. If not, accept it, and say what it is.";

/// Words for secrets.
const SECRETS: [&str; 7] = [
    "token",
    "key",
    "password",
    "passphrase",
    "passcode",
    "secret",
    "credential",
];

/// Words that may follow: the thing itself is meant, not something about it.
const ITSELF: [&str; 4] = ["value", "string", "text", "material"];

/// Words before a token that say it is none of the caller's secrets.
const HARMLESS_TOKENS: [&str; 12] = [
    "next",
    "page",
    "pagination",
    "continuation",
    "previous",
    "client",
    "request",
    "idempotency",
    "creation",
    "sync",
    "sequence",
    "lock",
];

/// Words before a key that say it is public, or a key to look things up by.
const HARMLESS_KEYS: [&str; 21] = [
    "public",
    "tag",
    "object",
    "s3",
    "sort",
    "partition",
    "primary",
    "foreign",
    "hash",
    "range",
    "map",
    "entry",
    "attribute",
    "metadata",
    "header",
    "condition",
    "context",
    "group",
    "routing",
    "filter",
    "kms",
];

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let model = &inspected.model;
    let tokens = page_tokens(model);
    let items = model
        .shapes
        .values()
        .filter(|shape| inspected.is_item(&shape.id) && !shape.traits.sensitive);
    items
        .filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)))
        .flat_map(|shape| {
            let members = shape.members().iter();
            members.filter(|member| smells(model, shape, member) && !tokens.contains(&member.id))
        })
        .map(|member| {
            let message = format!(
                "`{}` is named like a secret, and is not `sensitive`",
                member.name()
            );
            let help = match member.target.namespace() {
                "smithy.api" => {
                    "if it is one, apply `smithy.api#sensitive` to its structure".to_owned()
                }
                _ => format!(
                    "if it is one, apply `smithy.api#sensitive` to `{}`",
                    member.target
                ),
            };
            finding(inspected, CODE, &member.id, message, help)
        })
        .collect()
}

fn smells(model: &Model, shape: &Shape, member: &Member) -> bool {
    let traits = &member.traits;
    is_named_like_a_secret(member.name())
        && !(is_entry_key(shape, member) || traits.idempotency_token)
        && holds_open_text(model, member)
}

/// Whether the last word, or the last but one before a word for the thing itself, is one for secrets, and no word
/// before it says otherwise.
fn is_named_like_a_secret(name: &str) -> bool {
    let name = name.to_snake_case();
    let mut words: Vec<&str> = name.split('_').collect();
    if words.last().is_some_and(|last| ITSELF.contains(last)) {
        words.pop();
    }
    let Some(last) = words.pop() else {
        return false;
    };
    let last = last.strip_suffix('s').unwrap_or(last);
    let before = words.last().copied().unwrap_or_default();
    SECRETS.contains(&last)
        && match last {
            "token" => !HARMLESS_TOKENS.contains(&before),
            "key" => !HARMLESS_KEYS.contains(&before),
            _ => true,
        }
}

/// Whether a member is the `key` of an entry, which has a `value` beside it.
fn is_entry_key(shape: &Shape, member: &Member) -> bool {
    let is_value = |other: &Member| matches!(&*other.name().to_snake_case(), "value" | "values");
    member.name().eq_ignore_ascii_case("key") && shape.members().iter().any(is_value)
}

/// Whether a member holds text or bytes, in lists and maps too, that nothing marks as sensitive.
fn holds_open_text(model: &Model, member: &Member) -> bool {
    let mut open = vec![member];
    let mut holds_text = false;
    let mut seen = BTreeSet::new();
    while let Some(member) = open.pop() {
        let Some(target) = model.shapes.get(&member.target) else {
            continue;
        };
        if member.traits.sensitive || target.traits.sensitive {
            return false;
        }
        if !seen.insert(&member.id) {
            continue;
        }
        match &target.kind {
            ShapeKind::String | ShapeKind::Blob => holds_text = true,
            ShapeKind::List(item) => open.push(item),
            ShapeKind::Map { value, .. } => open.push(value),
            _ => {}
        }
    }
    holds_text
}

/// The members that name a place in a list.
fn page_tokens(model: &Model) -> BTreeSet<ShapeId> {
    let tokens = |operation: &crate::model::Operation| {
        let Paginated {
            input_token,
            output_token,
            ..
        } = operation.traits.paginated.as_ref()?;
        let member = |shape: &Option<ShapeId>, name: &str| {
            shape.as_ref().map(|shape| shape.with_member(name))
        };
        Some([
            member(&operation.input, input_token),
            member(&operation.output, output_token),
        ])
    };
    let operations = model.operations.iter();
    operations.filter_map(tokens).flatten().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::is_named_like_a_secret;

    #[test]
    fn goes_by_words() {
        for (name, expected) in [
            ("token", true),
            ("authTokens", true),
            ("apiKeyValue", true),
            ("Password", true),
            ("secretAccessKey", true),
            ("clientSecretString", true),
            ("tokenId", false),
            ("keyArn", false),
            ("monkey", false),
            ("nextToken", false),
            ("publicKeyMaterial", false),
            ("tagKeys", false),
            ("value", false),
            ("", false),
        ] {
            assert_eq!(is_named_like_a_secret(name), expected, "{name}");
        }
    }
}
