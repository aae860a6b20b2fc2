//! Expressions and property documents.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::ir::endpoint::{Document, Expr, ExprKind, Held, Part, Type};

/// An expression as it is read, compared or formatted.
pub(super) fn value(expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Str(text) => quote!(#text),
        ExprKind::Bool(value) => quote!(#value),
        ExprKind::Int(number) => Literal::usize_unsuffixed(*number).into_token_stream(),
        ExprKind::Param(name) if expr.ty.is_option() && *expr.ty.inner() != Type::Bool => {
            quote!(params.#name.as_deref())
        }
        ExprKind::Param(name) => quote!(params.#name),
        ExprKind::Local(name) => quote!(#name),
        ExprKind::Format(parts) => format(parts),
        ExprKind::Call(function, arguments) => {
            let name = format_ident!("{}", function.name());
            let arguments = arguments.iter().map(argument);
            quote!(#name(#(#arguments),*))
        }
        ExprKind::Field(of, name) => {
            let of = value(of);
            quote!(#of.#name)
        }
        ExprKind::Element(of, index) => {
            let of = argument(of);
            let index = Literal::isize_unsuffixed(*index);
            quote!(element(#of, #index))
        }
        ExprKind::Not(of) => not(of),
        ExprKind::Equals(left, right) => equals(left, right),
        ExprKind::IsSome(of) => {
            let of = option(of);
            quote!(#of.is_some())
        }
        ExprKind::IsTrue(of) => {
            let of = operand(of);
            quote!(#of == Some(true))
        }
        ExprKind::Coalesce(items) => coalesce(items, expr.held()),
        ExprKind::Ite { condition, yes, no } => {
            let condition = value(condition);
            let (yes, no) = (choice(yes, expr), choice(no, expr));
            quote!(if #condition { #yes } else { #no })
        }
    }
}

/// An expression as an argument: a string, a list or a record is borrowed.
pub(super) fn argument(expr: &Expr) -> TokenStream {
    let tokens = value(expr);
    let is_borrowed = match (&expr.ty, &expr.kind) {
        (Type::Str, _) => expr.held() == Held::Borrowed,
        (Type::Strings, kind) => matches!(
            kind,
            ExprKind::Local(_) | ExprKind::Coalesce(_) | ExprKind::Ite { .. }
        ),
        (Type::Parts | Type::Url | Type::Arn, kind) => matches!(kind, ExprKind::Local(_)),
        _ => true,
    };
    if is_borrowed {
        tokens
    } else {
        quote!(&#tokens)
    }
}

/// A string as a `&str`.
pub(super) fn str_ref(expr: &Expr) -> TokenStream {
    let tokens = value(expr);
    match expr.held() {
        Held::Borrowed => tokens,
        Held::InPlace | Held::Owned => quote!(#tokens.as_str()),
    }
}

/// A string as whatever makes a `String` with the least effort.
pub(super) fn owned_or_str(expr: &Expr) -> TokenStream {
    match expr.held() {
        Held::Owned => value(expr),
        Held::Borrowed | Held::InPlace => str_ref(expr),
    }
}

/// A string as a `String`.
fn owned(expr: &Expr) -> TokenStream {
    let tokens = value(expr);
    match (expr.held(), expr.ty.is_option()) {
        (Held::Owned, _) => tokens,
        (Held::InPlace, _) => quote!(#tokens.clone()),
        (Held::Borrowed, false) => quote!(#tokens.to_owned()),
        (Held::Borrowed, true) => quote!(#tokens.map(str::to_owned)),
    }
}

/// An expression beside an operator.
fn operand(expr: &Expr) -> TokenStream {
    let tokens = value(expr);
    match &expr.kind {
        ExprKind::Equals(_, right) if is_empty(right) => tokens,
        ExprKind::Equals(..) | ExprKind::IsTrue(_) | ExprKind::Ite { .. } | ExprKind::Not(_) => {
            quote!((#tokens))
        }
        _ => tokens,
    }
}

/// Whether it is the empty string.
fn is_empty(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Str(text) if text.is_empty())
}

/// An option of which only matters whether it has a value.
fn option(expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Param(name) => quote!(params.#name),
        _ => operand(expr),
    }
}

fn equals(left: &Expr, right: &Expr) -> TokenStream {
    let tokens = operand(left);
    if is_empty(right) {
        return quote!(#tokens.is_empty());
    }
    let right = operand(right);
    quote!(#tokens == #right)
}

fn not(of: &Expr) -> TokenStream {
    match &of.kind {
        ExprKind::Equals(left, right) if !is_empty(right) => {
            let (left, right) = (operand(left), operand(right));
            quote!(#left != #right)
        }
        ExprKind::IsSome(of) => {
            let of = option(of);
            quote!(#of.is_none())
        }
        ExprKind::IsTrue(of) => {
            let of = operand(of);
            quote!(#of != Some(true))
        }
        _ => {
            let of = operand(of);
            quote!(!#of)
        }
    }
}

fn coalesce(items: &[Expr], held: Held) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (index, item) in items.iter().enumerate() {
        let next = one_of_several(item, held);
        tokens = match index {
            0 => next,
            _ if item.ty.is_option() => quote!(#tokens.or(#next)),
            _ => quote!(#tokens.unwrap_or(#next)),
        };
    }
    tokens
}

/// One of several values to choose from, all of which are held alike.
fn one_of_several(expr: &Expr, held: Held) -> TokenStream {
    match (expr.ty.inner(), &expr.kind) {
        (Type::Str, _) if held == Held::Owned => owned(expr),
        (Type::Str, _) => str_ref(expr),
        // What is found in these lies in a local by reference.
        (Type::Url | Type::Arn, ExprKind::Local(name)) => quote!(#name.clone()),
        (Type::Parts, ExprKind::Local(name)) => quote!(#name.to_vec()),
        (Type::Strings, _) => argument(expr),
        _ => operand(expr),
    }
}

/// One of the values of an `if` that gives a value.
fn choice(expr: &Expr, whole: &Expr) -> TokenStream {
    let tokens = one_of_several(expr, whole.held());
    if whole.ty.is_option() && !expr.ty.is_option() {
        quote!(Some(#tokens))
    } else {
        tokens
    }
}

fn format(parts: &[Part]) -> TokenStream {
    let mut template = String::new();
    let mut arguments = Vec::new();
    for part in parts {
        match part {
            Part::Text(text) => template.push_str(&text.replace('{', "{{").replace('}', "}}")),
            Part::Value(Expr {
                kind: ExprKind::Local(name),
                ..
            }) => template.push_str(&format!("{{{name}}}")),
            Part::Value(expr) => {
                template.push_str("{}");
                arguments.push(value(expr));
            }
        }
    }
    quote!(format!(#template #(, #arguments)*))
}

/// A property, as something that makes a `Document`.
pub(super) fn document(property: &Document) -> TokenStream {
    match property {
        Document::String(text) => owned_or_str(text),
        Document::Boolean(value) => quote!(#value),
        Document::Integer(number) => quote!(#number),
        Document::Shared(name) => quote!(#name()),
        Document::Array(items) => {
            let items = items.iter().map(member);
            quote!(array([#(#items),*]))
        }
        Document::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = member(value);
                quote!((#name, #value))
            });
            quote!(object([#(#members),*]))
        }
    }
}

/// A document in another.
fn member(document_: &Document) -> TokenStream {
    let tokens = document(document_);
    match document_ {
        Document::Array(_) | Document::Object(_) | Document::Shared(_) => tokens,
        Document::String(_) | Document::Boolean(_) | Document::Integer(_) => quote!(#tokens.into()),
    }
}
