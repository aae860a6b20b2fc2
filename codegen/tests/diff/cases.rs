//! The table of single changes.

use serde_json::{Value, json};

use super::{Case, case, rules, value};

/// Every case: the edit of the model, what it changes, and what taking it back changes.
pub(super) fn cases() -> Vec<Case> {
    let groups = [
        operations(),
        inputs(),
        members(),
        whole_structures(),
        enums(),
        unions(),
        errors(),
        pages(),
        waiters(),
        without_effect_on_types(),
        endpoints(),
    ];
    groups.into_iter().flatten().collect()
}

fn string() -> Value {
    json!({"target": "smithy.api#String"})
}

fn required_string() -> Value {
    json!({"target": "smithy.api#String", "traits": {"smithy.api#required": {}}})
}

fn operations() -> Vec<Case> {
    let more = json!({"type": "operation", "traits": {"smithy.api#http": {"method": "POST", "uri": "/more"}}});
    let three = json!([{"target": "a#PutItem"}, {"target": "a#ListItems"}, {"target": "a#More"}]);
    let renamed = json!([{"target": "a#PutItem"}, {"target": "a#ShowItems"}]);
    let mut show = super::model()["a#ListItems"].clone();
    show["traits"]["smithy.api#http"]["uri"] = json!("/show");
    vec![
        case(
            [("More", more), ("Shop/operations", three)],
            &["minor operation-added Client::more"],
            &["breaking operation-removed Client::more"],
        ),
        case(
            [("ShowItems", show), ("Shop/operations", renamed)],
            &["breaking operation-renamed Client::list_items"],
            &["breaking operation-renamed Client::show_items"],
        ),
        case(
            [(
                "PutItem/traits/@deprecated",
                json!({"message": "Use another."}),
            )],
            &["minor method-deprecated Client::put_item"],
            &["patch deprecation-changed Client::put_item"],
        ),
        case(
            [("PutItem/traits/@http/uri", json!("/other"))],
            &["patch wire-changed Client::put_item"],
            &["patch wire-changed Client::put_item"],
        ),
        case(
            [("PutItem/traits/@httpChecksumRequired", json!({}))],
            &["patch wire-changed Client::put_item"],
            &["patch wire-changed Client::put_item"],
        ),
        case(
            [("PutItem/traits/@endpoint", json!({"hostPrefix": "put."}))],
            &["patch wire-changed Client::put_item"],
            &["patch wire-changed Client::put_item"],
        ),
        case(
            [("PutItem/traits/@auth", json!([]))],
            &["patch signing-changed Client::put_item"],
            &["patch signing-changed Client::put_item"],
        ),
    ]
}

fn inputs() -> Vec<Case> {
    const NOTE: &str = "operation::put_item::PutItemInput::note";
    const NEW: &str = "operation::put_item::PutItemInput::added";
    let line = |verdict: &str, path: &str| format!("{verdict} {path}");
    vec![
        case(
            [("PutIn/members/added", string())],
            &[&line("minor member-added", NEW)],
            &[&line("breaking member-removed", NEW)],
        ),
        case(
            [("PutIn/members/added", required_string())],
            &[&line("breaking required-member-added", NEW)],
            &[&line("breaking member-removed", NEW)],
        ),
        case(
            [(
                "PutIn/members/note/traits",
                json!({"smithy.api#required": {}}),
            )],
            &[&line("breaking input-required", NOTE)],
            &[&line("minor input-not-required", NOTE)],
        ),
        case(
            [("PutIn/members/note/target", json!("smithy.api#Integer"))],
            &[&line("breaking member-type-changed", NOTE)],
            &[&line("breaking member-type-changed", NOTE)],
        ),
        case(
            [(
                "PutIn/members/note/traits",
                json!({"smithy.api#httpHeader": "x-note"}),
            )],
            &[&line("patch wire-changed", NOTE)],
            &[&line("patch wire-changed", NOTE)],
        ),
        case(
            [(
                "PutIn/members/note/traits",
                json!({"smithy.api#jsonName": "remark"}),
            )],
            &[&line("patch wire-changed", NOTE)],
            &[&line("patch wire-changed", NOTE)],
        ),
        case(
            [(
                "PutIn/members/note/traits",
                json!({"smithy.api#deprecated": {}}),
            )],
            &[&line("minor method-deprecated", NOTE)],
            &[&line("patch deprecation-changed", NOTE)],
        ),
        case(
            [("PutIn/members/key/traits", Value::Null)],
            &["breaking idempotency-token-removed operation::put_item::PutItemInput::key"],
            &["minor idempotency-token-added operation::put_item::PutItemInput::key"],
        ),
        case(
            [("PutIn/members/count/traits/@default", json!(2))],
            &["patch service-default-changed operation::put_item::PutItemInput::count"],
            &["patch service-default-changed operation::put_item::PutItemInput::count"],
        ),
    ]
}

fn members() -> Vec<Case> {
    let both = |edit: (&'static str, Value), line: &str| case([edit], &[line], &[line]);
    vec![
        case(
            [("Item/members/added", string())],
            &["minor member-added types::Item::added"],
            &["breaking member-removed types::Item::added"],
        ),
        case(
            [("Item/members/added", required_string())],
            &["breaking required-member-added types::Item::added"],
            &["breaking member-removed types::Item::added"],
        ),
        case(
            [
                ("Item/members/label", Value::Null),
                ("Item/members/caption", string()),
            ],
            &["breaking member-renamed types::Item::label"],
            &["breaking member-renamed types::Item::caption"],
        ),
        case(
            [("Item/members/label/traits/@required", json!({}))],
            &["breaking member-required types::Item::label"],
            &["breaking member-not-required types::Item::label"],
        ),
        case(
            [(
                "Item/members/inner/traits",
                json!({"smithy.api#required": {}}),
            )],
            &["patch requirement-changed types::Item::inner"],
            &["patch requirement-changed types::Item::inner"],
        ),
        case(
            [("Item/members/label/traits/@default", json!("x"))],
            &["breaking default-added types::Item::label"],
            &["breaking default-removed types::Item::label"],
        ),
        case(
            [("Item/members/on/traits/@default", json!(true))],
            &["breaking default-changed types::Item::on"],
            &["breaking default-changed types::Item::on"],
        ),
        case(
            [("Item/members/on/traits", json!({"smithy.api#required": {}}))],
            &["breaking default-to-required types::Item::on"],
            &["minor required-to-default types::Item::on"],
        ),
        case(
            [("Item/members/state/target", json!("smithy.api#String"))],
            &[
                "breaking member-type-changed types::Item::state",
                "breaking type-removed types::State",
            ],
            &[
                "breaking member-type-changed types::Item::state",
                "minor type-added types::State",
            ],
        ),
        both(
            ("Item/members/tags/target", json!("a#Items")),
            "breaking member-type-changed types::Item::tags",
        ),
        case(
            [("Names/traits", json!({"smithy.api#sparse": {}}))],
            &[
                "breaking member-type-changed operation::list_items::ListItemsOutput::names",
                "breaking member-type-changed types::Item::tags",
            ],
            &[
                "breaking member-type-changed operation::list_items::ListItemsOutput::names",
                "breaking member-type-changed types::Item::tags",
            ],
        ),
        both(
            (
                "Item/members/made/traits",
                json!({"smithy.api#timestampFormat": "date-time"}),
            ),
            "patch member-format-changed types::Item::made",
        ),
        case(
            [
                ("Item/members/label/target", json!("a#Html")),
                (
                    "Html",
                    json!({"type": "string",
                "traits": {"smithy.api#mediaType": "text/html"}}),
                ),
            ],
            &["patch member-format-changed types::Item::label"],
            &["patch member-format-changed types::Item::label"],
        ),
        case(
            [
                ("Item/members/label/target", json!("a#Secret")),
                (
                    "Secret",
                    json!({"type": "string",
                "traits": {"smithy.api#sensitive": {}}}),
                ),
            ],
            &["patch sensitivity-changed types::Item::label"],
            &["patch sensitivity-changed types::Item::label"],
        ),
        both(
            ("Item/members/label/traits/@length", json!({"max": 5})),
            "patch constraints-changed types::Item::label",
        ),
        both(
            ("Item/members/label/traits/@pattern", json!("^a$")),
            "patch constraints-changed types::Item::label",
        ),
        both(
            (
                "Item/members/label/traits/@documentation",
                json!("Another."),
            ),
            "patch documentation-changed types::Item::label",
        ),
    ]
}

fn whole_structures() -> Vec<Case> {
    vec![
        case(
            [("Loose/members/added", required_string())],
            &[
                "breaking build-signature-changed types::Loose",
                "breaking default-impl-removed types::Loose",
                "breaking required-member-added types::Loose::added",
            ],
            &[
                "breaking build-signature-changed types::Loose",
                "breaking member-removed types::Loose::added",
                "minor default-impl-added types::Loose",
            ],
        ),
        case(
            [(
                "Loose/members/added",
                json!({"target": "smithy.api#Boolean", "traits": {"smithy.api#default": false}}),
            )],
            &[
                "breaking default-impl-removed types::Loose",
                "minor member-added types::Loose::added",
            ],
            &[
                "breaking member-removed types::Loose::added",
                "minor default-impl-added types::Loose",
            ],
        ),
        case(
            [("Loose/traits", json!({"smithy.api#deprecated": {}}))],
            &["patch item-deprecated types::Loose"],
            &["patch deprecation-changed types::Loose"],
        ),
        case(
            [("Loose/type", json!("union"))],
            &["breaking type-kind-changed types::Loose"],
            &["breaking type-kind-changed types::Loose"],
        ),
        case(
            [
                (
                    "Free",
                    json!({"type": "structure", "members": {"text": string()}}),
                ),
                ("Loose", Value::Null),
                ("PutOut/members/loose/target", json!("a#Free")),
                ("Item/members/inner/target", json!("a#Free")),
            ],
            &[
                "breaking member-type-changed operation::put_item::PutItemOutput::loose",
                "breaking member-type-changed types::Item::inner",
                "breaking type-renamed types::Loose",
            ],
            &[
                "breaking member-type-changed operation::put_item::PutItemOutput::loose",
                "breaking member-type-changed types::Item::inner",
                "breaking type-renamed types::Free",
            ],
        ),
        case(
            [
                ("PutOut/members/extra", json!({"target": "a#Extra"})),
                ("Extra", json!({"type": "structure", "members": {}})),
            ],
            &[
                "minor member-added operation::put_item::PutItemOutput::extra",
                "minor type-added types::Extra",
            ],
            &[
                "breaking member-removed operation::put_item::PutItemOutput::extra",
                "breaking type-removed types::Extra",
            ],
        ),
        // A shape that no operation leads to is no item of the crate.
        case(
            [("Lonely", json!({"type": "structure", "members": {}}))],
            &[],
            &[],
        ),
    ]
}

fn enums() -> Vec<Case> {
    let reordered = json!({"OFF": value("off"), "ON": value("on")});
    let renamed = json!({"ACTIVE": value("on"), "OFF": value("off")});
    vec![
        case(
            [("State/members/LOST", value("lost"))],
            &["minor variant-added types::State::Lost"],
            &["breaking variant-removed types::State::Lost"],
        ),
        case(
            [("State/members/ON/traits/@enumValue", json!("up"))],
            &["breaking variant-value-changed types::State::On"],
            &["breaking variant-value-changed types::State::On"],
        ),
        case(
            [("State/members", renamed)],
            &["breaking variant-renamed types::State::On"],
            &["breaking variant-renamed types::State::Active"],
        ),
        case(
            [("State/members", reordered)],
            &["breaking variants-reordered types::State"],
            &["breaking variants-reordered types::State"],
        ),
        case(
            [("State/members/ON/traits/@deprecated", json!({}))],
            &["patch item-deprecated types::State::On"],
            &["patch deprecation-changed types::State::On"],
        ),
        case(
            [("Level/members/MIDDLE", value(3))],
            &["minor variant-added types::Level::Middle"],
            &["breaking variant-removed types::Level::Middle"],
        ),
        case(
            [("Level/members/HIGH/traits/@enumValue", json!(9))],
            &["breaking variant-value-changed types::Level::High"],
            &["breaking variant-value-changed types::Level::High"],
        ),
    ]
}

fn unions() -> Vec<Case> {
    let both = |edit: (&'static str, Value), line: &str| case([edit], &[line], &[line]);
    vec![
        case(
            [("Choice/members/three", string())],
            &["minor variant-added types::Choice::Three"],
            &["breaking variant-removed types::Choice::Three"],
        ),
        both(
            ("Choice/members/two/target", json!("smithy.api#Long")),
            "breaking variant-type-changed types::Choice::Two",
        ),
        both(
            ("Choice/members/two/target", json!("smithy.api#Unit")),
            "breaking variant-type-changed types::Choice::Two",
        ),
        both(
            (
                "Choice/members/two/traits",
                json!({"smithy.api#jsonName": "zwei"}),
            ),
            "patch wire-changed types::Choice::Two",
        ),
    ]
}

fn errors() -> Vec<Case> {
    let busy =
        json!({"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}});
    let both = |edit: (&'static str, Value), line: &str| case([edit], &[line], &[line]);
    vec![
        case(
            [
                ("Busy", busy),
                (
                    "PutItem/errors",
                    json!([{"target": "a#Gone"}, {"target": "a#Busy"}]),
                ),
            ],
            &[
                "minor error-added types::error::Busy",
                "patch operation-errors-changed Client::put_item",
            ],
            &[
                "breaking error-removed types::error::Busy",
                "patch operation-errors-changed Client::put_item",
            ],
        ),
        both(
            ("ListItems/errors", json!([{"target": "a#Gone"}])),
            "patch operation-errors-changed Client::list_items",
        ),
        both(
            ("Gone/traits/@httpError", json!(410)),
            "patch error-wire-changed types::error::Gone",
        ),
        both(
            ("Gone/traits/@retryable", json!({"throttling": true})),
            "patch retry-changed types::error::Gone",
        ),
        case(
            [(
                "Gone/members/hint/traits",
                json!({"smithy.api#httpHeader": "x-hint"}),
            )],
            &[
                "breaking member-methods-removed types::error::Gone::hint",
                "patch wire-changed types::error::Gone::hint",
            ],
            &[
                "minor member-methods-added types::error::Gone::hint",
                "patch wire-changed types::error::Gone::hint",
            ],
        ),
    ]
}

fn pages() -> Vec<Case> {
    const PAGES: &str = "operation::list_items::ListItemsInputBuilder::into_paginator";
    let line = |verdict: &str| format!("{verdict} {PAGES}");
    vec![
        case(
            [("ListItems/traits/@paginated", Value::Null)],
            &[&line("breaking pagination-removed")],
            &[&line("minor pagination-added")],
        ),
        case(
            [("ListItems/traits/@paginated/items", json!("names"))],
            &[&line("breaking pagination-item-changed")],
            &[&line("breaking pagination-item-changed")],
        ),
        case(
            [("ListItems/traits/@paginated/pageSize", Value::Null)],
            &[&line("patch pagination-path-changed")],
            &[&line("patch pagination-path-changed")],
        ),
    ]
}

fn waiters() -> Vec<Case> {
    const WAITABLE: &str = "PutItem/traits/@smithy.waiters#waitable";
    const WAITS: &str = "Client::wait_until_item_there";
    let line = |verdict: &str| format!("{verdict} {WAITS}");
    let acceptors = json!([{"state": "success", "matcher": {"success": true}}]);
    let waiter = json!({"acceptors": acceptors});
    let other = json!([{"state": "success", "matcher": {"errorType": "Gone"}}]);
    let place = |rest: &str| -> &'static str {
        let text = format!("{WAITABLE}/ItemThere{rest}");
        text.leak()
    };
    let both = |edit: (&'static str, Value), verdict: &str| {
        case([edit], &[&line(verdict)], &[&line(verdict)])
    };
    vec![
        case(
            [(
                WAITABLE,
                json!({"ItemThere": waiter, "ItemGone": {"acceptors": other}}),
            )],
            &["minor waiter-added Client::wait_until_item_gone"],
            &["breaking waiter-removed Client::wait_until_item_gone"],
        ),
        case(
            [
                (WAITABLE, Value::Null),
                (
                    "ListItems/traits/@smithy.waiters#waitable",
                    json!({"ItemThere": waiter}),
                ),
            ],
            &[&line("breaking waiter-operation-changed")],
            &[&line("breaking waiter-operation-changed")],
        ),
        both((place("/acceptors"), other.clone()), "patch waiter-changed"),
        both((place("/maxDelay"), json!(60)), "patch waiter-changed"),
        both(
            (place("/documentation"), json!("Waits for an item.")),
            "patch documentation-changed",
        ),
        case(
            [(place("/deprecated"), json!(true))],
            &[&line("minor method-deprecated")],
            &[&line("patch deprecation-changed")],
        ),
    ]
}

fn without_effect_on_types() -> Vec<Case> {
    let both = |edit: (&'static str, Value), line: &str| case([edit], &[line], &[line]);
    vec![
        both(("Shop/version", json!("2")), "patch service-changed Client"),
        both(
            ("Shop/traits/@aws.auth#sigv4/name", json!("other")),
            "patch signing-changed Client",
        ),
        both(
            ("Shop/traits/@documentation", json!("Another shop.")),
            "patch documentation-changed Client",
        ),
        // Where no line breaks, and what no client does anything with.
        case(
            [("Shop/traits/@documentation", json!("A\n  shop."))],
            &[],
            &[],
        ),
        case([("ListItems/traits/@readonly", Value::Null)], &[], &[]),
        case(
            [("Name/traits/@length/min", json!(2))],
            &[
                "patch constraints-changed operation::list_items::ListItemsOutput::names",
                "patch constraints-changed operation::put_item::PutItemInput::name",
                "patch constraints-changed types::Item::tags",
            ],
            &[
                "patch constraints-changed operation::list_items::ListItemsOutput::names",
                "patch constraints-changed operation::put_item::PutItemInput::name",
                "patch constraints-changed types::Item::tags",
            ],
        ),
    ]
}

fn endpoints() -> Vec<Case> {
    const SET: &str = "Shop/traits/@smithy.rules#endpointRuleSet";
    let mut more = rules("https://a.example");
    more["parameters"]["Extra"] = json!({"type": "String"});
    let mut plain = rules("https://a.example");
    plain["parameters"]["Region"]["default"] = json!("x");
    plain["parameters"]["Region"]["required"] = json!(true);
    vec![
        case(
            [(SET, rules("https://b.example"))],
            &["patch endpoint-rules-changed endpoint::resolve_endpoint"],
            &["patch endpoint-rules-changed endpoint::resolve_endpoint"],
        ),
        case(
            [(SET, Value::Null)],
            &["breaking endpoint-rules-removed endpoint"],
            &["minor endpoint-rules-added endpoint"],
        ),
        case(
            [(SET, more)],
            &["minor endpoint-param-added endpoint::Params::extra"],
            &["breaking endpoint-param-removed endpoint::Params::extra"],
        ),
        case(
            [(SET, plain)],
            &[
                "breaking endpoint-param-type-changed endpoint::Params::region",
                "patch endpoint-param-default-changed endpoint::Params::region",
            ],
            &[
                "breaking endpoint-param-type-changed endpoint::Params::region",
                "patch endpoint-param-default-changed endpoint::Params::region",
            ],
        ),
    ]
}
