//! The expressions of waiters.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::read::{converted, from_option, from_place, from_reference};
use super::test::test_of;
use crate::ir::Type;
use crate::ir::waiter::{Held, Node, Order, Test, Value};

/// An expression. What it is made of that is not null is called `it` there.
pub(super) fn value(of: &Value) -> TokenStream {
    made(of, &quote!(it))
}

/// The same as an `Option`.
pub(super) fn lifted(of: &Value) -> TokenStream {
    lifted_from(of, &quote!(it))
}

pub(super) fn lifted_from(of: &Value, current: &TokenStream) -> TokenStream {
    let tokens = made(of, current);
    if of.optional {
        tokens
    } else {
        quote!(Some(#tokens))
    }
}

/// An expression that is made of `current`.
pub(super) fn made(of: &Value, current: &TokenStream) -> TokenStream {
    match &of.node {
        Node::Input => quote!(input),
        Node::Output => quote!(output),
        Node::Current => current.clone(),
        Node::Field { of, step, ty } => {
            let name = &step.field;
            let owner = place(of, current);
            let field = quote!(#owner.#name);
            match (step.optional, step.boxed) {
                (false, false) => from_place(&field, ty),
                (false, true) => quote!(&*#field),
                (true, false) => from_option(&field, ty),
                (true, true) => quote!(#field.as_deref()),
            }
        }
        Node::Variant { of, method, ty } => {
            let owner = place(of, current);
            let member = quote!(#owner.#method().ok());
            match from_reference(&quote!(it), ty) {
                Some(_) if matches!(ty, Type::Boolean | Type::Double) => quote!(#member.copied()),
                Some(read) => quote!(#member.map(|it| #read)),
                None => member,
            }
        }
        Node::Then(of, next) => then(of, next, current),
        Node::Let(of, next) => {
            // A list is moved where it is used.
            let value = if of.held.is_list() {
                quote!(it.clone())
            } else {
                quote!(it)
            };
            let (of, body) = (made(of, current), made(next, &value));
            if next.fails {
                quote!(waiter::with(#of, |it| Some(#body))?)
            } else {
                quote!(waiter::with(#of, |it| #body))
            }
        }
        Node::Require(of) => {
            let of = made(of, current);
            quote!(#of?)
        }
        Node::Items { of, filter, each } => items(of, filter.as_deref(), each.as_deref(), current),
        Node::Flatten(of) => {
            let list = sure_list(&made(of, current), &of.held);
            quote!(waiter::flatten(#list))
        }
        Node::Values(of, map) => {
            let map_tokens = place(of, current);
            converted(&quote!(#map_tokens.values()), &map.ty, map.sparse)
        }
        Node::Keys(of, key) => {
            let map = place(of, current);
            converted(&quote!(#map.keys()), key, false)
        }
        Node::Index(of, index) => {
            let list = made(of, current);
            let index = Literal::i32_unsuffixed(*index);
            let item = quote!(waiter::item(#list, #index));
            if has_nulls(&of.held) {
                quote!(#item.flatten())
            } else {
                item
            }
        }
        Node::Slice(of, start, stop, step) => {
            let list = made(of, current);
            let [start, stop] = [start, stop].map(bound);
            let step = Literal::i32_unsuffixed(*step);
            quote!(waiter::slice(#list, #start, #stop, #step))
        }
        Node::Select(values) => select(values, current),
        Node::Boolean(value) => quote!(#value),
        Node::Number(number) => {
            let number = Literal::f64_unsuffixed(*number);
            quote!(#number)
        }
        Node::Text(text) => quote!(#text),
        Node::Or(of, other) => choice(&quote!(waiter::or), of, other, current),
        Node::And(of, other) => choice(&quote!(waiter::and), of, other, current),
        Node::Test(test) => test_of(test, current),
        Node::Ordered(left, order, right) => {
            let (left, right) = (lifted_from(left, current), lifted_from(right, current));
            let holds = match order {
                Order::Less => quote!(f64::lt),
                Order::LessOrEqual => quote!(f64::le),
                Order::Greater => quote!(f64::gt),
                Order::GreaterOrEqual => quote!(f64::ge),
            };
            quote!(waiter::ordered(#left, #right, #holds))
        }
        Node::Length(of) => {
            let tokens = made(of, current);
            match of.held {
                Held::Text => quote!(waiter::characters(#tokens)),
                Held::List { .. } => quote!(waiter::length(#tokens)),
                _ => {
                    let map = place(of, current);
                    quote!(waiter::number(#map.len()))
                }
            }
        }
    }
}

/// One of two values. The second is only made where it is asked for, if it may end the whole expression.
fn choice(how: &TokenStream, of: &Value, other: &Value, current: &TokenStream) -> TokenStream {
    let (of, value) = (lifted_from(of, current), lifted_from(other, current));
    if other.fails {
        quote!(#how(#of, || Some(#value))?)
    } else {
        quote!(#how(#of, || Some(#value)).flatten())
    }
}

/// Where a structure or a map stands, without a reference to it.
pub(super) fn place(of: &Value, current: &TokenStream) -> TokenStream {
    match &of.node {
        Node::Field { of, step, .. } if !step.optional => {
            let owner = place(of, current);
            let name = &step.field;
            quote!(#owner.#name)
        }
        _ => made(of, current),
    }
}

fn bound(bound: &Option<i32>) -> TokenStream {
    match bound {
        Some(bound) => {
            let bound = Literal::i32_unsuffixed(*bound);
            quote!(Some(#bound))
        }
        None => quote!(None),
    }
}

/// What is made of a value that may be null.
fn then(of: &Value, next: &Value, current: &TokenStream) -> TokenStream {
    let (source, found) = source(of, current);
    let body = made(next, &found);
    match (next.fails, next.optional, &next.node) {
        (true, true, _) => quote!(#source.map_or(Some(None), |it| Some(#body))?),
        (true, false, _) => quote!(#source.map_or(Some(None), |it| Some(Some(#body)))?),
        (false, true, _) => quote!(#source.and_then(|it| #body)),
        (false, false, Node::Flatten(_)) if found.to_string() == "it" => {
            quote!(#source.map(waiter::flatten))
        }
        (false, false, _) => quote!(#source.map(|it| #body)),
    }
}

/// Where an optional value comes from, and what it is there, of the `it` that is found: a list is made right where
/// its field is read.
fn source(of: &Value, current: &TokenStream) -> (TokenStream, TokenStream) {
    match &of.node {
        Node::Field {
            of: owner,
            step,
            ty,
        } if of.held.is_list() => {
            let owner = place(owner, current);
            let name = &step.field;
            let found = from_reference(&quote!(it), ty).unwrap_or_else(|| quote!(it));
            (quote!(#owner.#name.as_ref()), found)
        }
        Node::Then(inner, next) if of.held.is_list() && !next.optional && !next.fails => {
            let (source, found) = source(inner, current);
            (source, made(next, &found))
        }
        _ => (made(of, current), quote!(it)),
    }
}

/// What the items of a list become.
fn items(
    of: &Value,
    filter: Option<&Test>,
    each: Option<&Value>,
    current: &TokenStream,
) -> TokenStream {
    let mut list = sure_list(&made(of, current), &of.held);
    let is_list = match &of.held {
        Held::List { item, .. } => item.is_list(),
        _ => false,
    };
    if let Some(filter) = filter {
        let item = if is_list {
            quote!(it.clone())
        } else {
            quote!(it)
        };
        let holds = test_of(filter, &item);
        let pattern = if is_list { quote!(it) } else { quote!(&it) };
        list = if filter.fails() {
            let kept = quote!(Some((#holds).then_some(it)));
            quote!(#list.map(|it| #kept).collect::<Option<Vec<_>>>()?.into_iter().flatten())
        } else {
            quote!(#list.filter(|#pattern| #holds))
        };
    }
    let Some(each) = each else {
        return list;
    };
    let body = value(each);
    let collected = quote!(collect::<Option<Vec<_>>>()?.into_iter());
    match (each.fails, each.optional) {
        (false, false) => quote!(#list.map(|it| #body)),
        (false, true) => quote!(#list.filter_map(|it| #body)),
        (true, false) => quote!(#list.map(|it| Some(#body)).#collected),
        (true, true) => quote!(#list.map(|it| Some(#body)).#collected.flatten()),
    }
}

fn select(values: &[Value], current: &TokenStream) -> TokenStream {
    let any_optional = values.iter().any(|value| value.optional);
    let values = values.iter().map(|value| {
        let tokens = made(value, current);
        let tokens = match (value.held.is_list(), value.optional) {
            (true, true) => quote!(#tokens.map(|it| it.collect::<Vec<_>>().into_iter())),
            (true, false) => quote!(#tokens.collect::<Vec<_>>().into_iter()),
            (false, _) => tokens,
        };
        if any_optional && !value.optional {
            quote!(Some(#tokens))
        } else {
            tokens
        }
    });
    quote!(waiter::list([#(#values),*]))
}

pub(super) fn has_nulls(held: &Held) -> bool {
    matches!(held, Held::List { optional: true, .. })
}

/// A list without its nulls.
pub(super) fn sure_list(list: &TokenStream, held: &Held) -> TokenStream {
    if has_nulls(held) {
        quote!(waiter::flatten(#list))
    } else {
        list.clone()
    }
}
