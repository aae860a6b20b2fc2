//! Values of a case, as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::protocol_test::{
    FloatType, MemberValue, Setter, Special, StructureValue, UnionValue, Value,
};

/// A structure as an expression.
pub(super) fn built(structure: &StructureValue) -> TokenStream {
    let built = builder(structure);
    let assigned = assignments(&quote!(value), structure);
    if assigned.is_empty() {
        return built;
    }
    quote!({ let mut value = #built; #assigned value })
}

/// What the builder makes.
pub(super) fn builder(structure: &StructureValue) -> TokenStream {
    let name = &structure.name;
    let setters = structure.set.iter().map(setter);
    let unwrap = structure.is_fallible.then(|| quote!(.unwrap()));
    quote!(#name::builder() #(#setters)* .build() #unwrap)
}

/// The statements that assign what the builder cannot set.
pub(super) fn assignments(variable: &TokenStream, structure: &StructureValue) -> TokenStream {
    let assignments = structure.assigned.iter().map(|member| {
        let (field, value) = (&member.field, expression(&member.value));
        let value = boxed(value, member.boxed);
        if member.optional {
            quote!(#variable.#field = Some(#value);)
        } else {
            quote!(#variable.#field = #value;)
        }
    });
    assignments.collect()
}

fn setter(member: &MemberValue) -> TokenStream {
    let field = &member.field;
    match (member.setter, &member.value) {
        (Setter::Each, Value::List(items)) => {
            let items = items.iter().map(argument);
            quote!(#(.#field(#items))*)
        }
        (Setter::Each, Value::Map(entries)) => {
            let entries = entries.iter().map(|(key, value)| {
                let (key, value) = (argument(key), argument(value));
                quote!(.#field(#key, #value))
            });
            quote!(#(#entries)*)
        }
        (Setter::Whole, value) => {
            let (set, value) = (field.prefixed("set_"), expression(value));
            quote!(.#set(Some(#value)))
        }
        (_, value) => {
            let value = argument(value);
            quote!(.#field(#value))
        }
    }
}

/// A value where strings are taken in any form.
fn argument(value: &Value) -> TokenStream {
    match value {
        Value::String(text) => literal(text),
        value => expression(value),
    }
}

fn expression(value: &Value) -> TokenStream {
    match value {
        Value::Boolean(value) => quote!(#value),
        Value::Number(source) => source.parse().unwrap_or_default(),
        Value::Float(ty, special) => float(*ty, *special),
        Value::BigNumber(text) => quote!(build::big_number(#text)),
        Value::String(text) => {
            let text = literal(text);
            quote!(#text.to_owned())
        }
        Value::Blob(text) => {
            let text = literal(text);
            quote!(Blob::new(#text))
        }
        Value::Timestamp(seconds, nanoseconds) => timestamp(*seconds, *nanoseconds),
        Value::Document(text) => {
            let text = literal(text);
            quote!(protocol_test::document(#text))
        }
        Value::Variant(name, variant) => quote!(#name::#variant),
        Value::OtherEnum(name, text) => quote!(#name::from(#text)),
        Value::OtherIntEnum(name, number) => {
            let number = Literal::i32_unsuffixed(*number);
            quote!(#name::from(#number))
        }
        Value::Structure(structure) => built(structure),
        Value::Union(union) => variant(union),
        Value::List(items) => list(items),
        Value::Map(entries) => map(entries),
        Value::Sparse(None) => quote!(None),
        Value::Sparse(Some(value)) => {
            let value = expression(value);
            quote!(Some(#value))
        }
    }
}

fn float(ty: FloatType, special: Special) -> TokenStream {
    let ty = match ty {
        FloatType::F32 => quote!(f32),
        FloatType::F64 => quote!(f64),
    };
    match special {
        Special::Nan => quote!(#ty::NAN),
        Special::Infinity => quote!(#ty::INFINITY),
        Special::NegativeInfinity => quote!(#ty::NEG_INFINITY),
    }
}

fn timestamp(seconds: i64, nanoseconds: u32) -> TokenStream {
    let seconds = Literal::i64_unsuffixed(seconds);
    if nanoseconds == 0 {
        return quote!(DateTime::from_secs(#seconds));
    }
    let nanoseconds = Literal::u32_unsuffixed(nanoseconds);
    quote!(DateTime::from_secs_and_nanos(#seconds, #nanoseconds))
}

fn variant(union: &UnionValue) -> TokenStream {
    let UnionValue { name, variant, .. } = union;
    match &union.value {
        None => quote!(#name::#variant),
        Some(value) => {
            let value = boxed(expression(value), union.boxed);
            quote!(#name::#variant(#value))
        }
    }
}

fn list(items: &[Value]) -> TokenStream {
    if items.is_empty() {
        return quote!(Vec::new());
    }
    let items = items.iter().map(expression);
    quote!(vec![#(#items),*])
}

fn map(entries: &[(Value, Value)]) -> TokenStream {
    if entries.is_empty() {
        return quote!(HashMap::new());
    }
    let entries = entries.iter().map(|(key, value)| {
        let (key, value) = (expression(key), expression(value));
        quote!((#key, #value))
    });
    quote!(HashMap::from([#(#entries),*]))
}

fn boxed(value: TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed {
        quote!(Box::new(#value))
    } else {
        value
    }
}

/// A string literal: a raw one where that reads better, with quotes or lines in it.
pub(super) fn literal(text: &str) -> TokenStream {
    let is_plain = !text.contains(['"', '\n', '\\']);
    let is_printable = text
        .chars()
        .all(|one| one == '\n' || !(one.is_control() || is_bidirectional(one)));
    if is_plain && text.len() > LONGEST {
        return in_pieces(text);
    }
    if is_plain || !is_printable {
        return quote!(#text);
    }
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let hashes = if text.contains('"') { &hashes } else { "" };
    let source = format!("r{hashes}\"{text}\"{hashes}");
    source.parse().unwrap_or_else(|_| quote!(#text))
}

/// The longest text that stands on one line.
const LONGEST: usize = 70;

/// A text that is too long for a line, put together of several.
fn in_pieces(text: &str) -> TokenStream {
    let characters: Vec<char> = text.chars().collect();
    let pieces = characters.chunks(LONGEST);
    let pieces = pieces.map(|piece| piece.iter().collect::<String>());
    quote!(concat!(#(#pieces),*))
}

/// Characters that turn the direction of text, which compilers refuse in source.
fn is_bidirectional(one: char) -> bool {
    matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
