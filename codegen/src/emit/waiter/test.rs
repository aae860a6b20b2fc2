//! What holds in the expressions of waiters.

use proc_macro2::TokenStream;
use quote::quote;

use super::expression::{has_nulls, lifted_from, made, place};
use crate::ir::waiter::{Node, Order, Part, Test, Truth, Value};

/// What holds, as a `bool`.
pub(super) fn test(of: &Test) -> TokenStream {
    test_of(of, &quote!(it))
}

pub(super) fn test_of(of: &Test, current: &TokenStream) -> TokenStream {
    match of {
        Test::All(tests) => match tests.as_slice() {
            [] => quote!(true),
            tests => {
                let tests = tests.iter().map(|test| nested(test, current));
                quote!(#(#tests)&&*)
            }
        },
        Test::Any(tests) => {
            let tests = tests.iter().map(|test| nested(test, current));
            quote!(#(#tests)||*)
        }
        Test::Truthy(value, truth, holds) => truthy(value, *truth, *holds, current),
        Test::Is(value, expected) => {
            let value = made(value, current);
            quote!(#value == Some(#expected))
        }
        Test::Equal(left, right, holds) => {
            let (left, right) = same(left, right, current);
            let (left, right) = (compared(left), compared(right));
            if *holds {
                quote!(#left == #right)
            } else {
                quote!(#left != #right)
            }
        }
        Test::Null(value, holds) => {
            let value = made(value, current);
            if *holds {
                quote!(#value.is_none())
            } else {
                quote!(#value.is_some())
            }
        }
        Test::Ordered(left, order, right) => {
            let (left, right) = (made(left, current), made(right, current));
            match order {
                Order::Less => quote!(#left < #right),
                Order::LessOrEqual => quote!(#left <= #right),
                Order::Greater => quote!(#left > #right),
                Order::GreaterOrEqual => quote!(#left >= #right),
            }
        }
        Test::Has(list, item, holds) => {
            let has_nulls = has_nulls(&list.held);
            let list = made(list, current);
            let not = negation(*holds);
            match (has_nulls, item.optional) {
                (false, false) => {
                    let item = made(item, current);
                    quote!(#not waiter::any(#list, #item))
                }
                (false, true) => {
                    let item = made(item, current);
                    quote!(#not waiter::any(#list.map(Some), #item))
                }
                (true, _) => {
                    let item = lifted_from(item, current);
                    quote!(#not waiter::any(#list, #item))
                }
            }
        }
        Test::Part(text, part, other, holds) => {
            let not = negation(*holds);
            let (text, found) = (made(text, current), made(other, current));
            match part {
                Part::Anywhere if other.optional => {
                    quote!(#not waiter::has_part(#text, #found))
                }
                Part::Anywhere => quote!(#not #text.contains(#found)),
                Part::Start => quote!(#not #text.starts_with(#found)),
                Part::End => quote!(#not #text.ends_with(#found)),
            }
        }
        Test::AllAre(list, text) => strings(list, &quote!(waiter::all), text, current),
        Test::AnyIs(list, text) => strings(list, &quote!(waiter::any), text, current),
    }
}

fn negation(holds: bool) -> TokenStream {
    if holds { quote!() } else { quote!(!) }
}

/// A test that stands in another.
fn nested(of: &Test, current: &TokenStream) -> TokenStream {
    let tokens = test_of(of, current);
    match of {
        Test::All(_) | Test::Any(_) => quote!((#tokens)),
        _ => tokens,
    }
}

/// Two values of which both are `Option`s if one is; and whether each is an operator's.
fn same(
    left: &Value,
    right: &Value,
    current: &TokenStream,
) -> ((TokenStream, bool), (TokenStream, bool)) {
    let is_test = |value: &Value| matches!(value.node, Node::Test(_));
    if left.optional || right.optional {
        let (left, right) = (lifted_from(left, current), lifted_from(right, current));
        ((left, false), (right, false))
    } else {
        let tests = (is_test(left), is_test(right));
        let (left, right) = (made(left, current), made(right, current));
        ((left, tests.0), (right, tests.1))
    }
}

fn compared((tokens, is_test): (TokenStream, bool)) -> TokenStream {
    if is_test { quote!((#tokens)) } else { tokens }
}

fn strings(list: &Value, how: &TokenStream, text: &str, current: &TokenStream) -> TokenStream {
    let expected = if has_nulls(&list.held) {
        quote!(Some(#text))
    } else {
        quote!(#text)
    };
    let tokens = made(list, current);
    if list.optional {
        quote!(#tokens.is_some_and(|it| #how(it, #expected)))
    } else {
        quote!(#how(#tokens, #expected))
    }
}

fn truthy(of: &Value, truth: Truth, holds: bool, current: &TokenStream) -> TokenStream {
    let tokens = made(of, current);
    let not = negation(holds);
    if !of.optional {
        return match truth {
            Truth::Boolean => quote!(#not #tokens),
            Truth::NotEmpty => {
                let (not, tokens) = (negation(!holds), place(of, current));
                quote!(#not #tokens.is_empty())
            }
            Truth::Filled => quote!(#not waiter::is_filled(#tokens)),
            Truth::Set => quote!(#not waiter::is_set(#tokens)),
            Truth::Always => quote!(#holds),
        };
    }
    match (truth, holds) {
        (Truth::Boolean, true) => quote!(#tokens == Some(true)),
        (Truth::Boolean, false) => quote!(#tokens != Some(true)),
        (Truth::Always, true) => quote!(#tokens.is_some()),
        (Truth::Always, false) => quote!(#tokens.is_none()),
        (Truth::NotEmpty, true) => quote!(#tokens.is_some_and(|it| !it.is_empty())),
        (Truth::NotEmpty, false) => quote!(#tokens.is_none_or(|it| it.is_empty())),
        (Truth::Filled, true) => quote!(#tokens.is_some_and(waiter::is_filled)),
        (Truth::Filled, false) => quote!(#tokens.is_none_or(|it| !waiter::is_filled(it))),
        (Truth::Set, true) => quote!(#tokens.is_some_and(waiter::is_set)),
        (Truth::Set, false) => quote!(#tokens.is_none_or(|it| !waiter::is_set(it))),
    }
}
