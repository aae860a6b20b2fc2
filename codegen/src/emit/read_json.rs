//! Reading JSON: a loop over the members of an object, with an arm for each that the model knows.

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::builder::finished;
use super::write_json::kind_method;
use crate::ir::{Binding, Structure, Type, reserved};

/// `ReadStructure` for a structure. Members that an answer carries outside its body are left as they are.
pub(super) fn read_structure(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let members: Vec<_> = structure
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .collect();
    if members.is_empty() {
        return read_nothing(structure);
    }
    let is_direct = structure.is_all_optional();
    let target = if is_direct {
        format_ident!("{}", local(structure))
    } else {
        format_ident!("builder")
    };
    let arms = members.iter().map(|field| {
        let key = &field.json_name;
        let slot = &field.name;
        let read = read_value(&field.ty, &quote!(json));
        if field.boxed {
            quote!(#key => #target.#slot = #read?.map(Box::new),)
        } else {
            quote!(#key => #target.#slot = #read?,)
        }
    });
    let start = if is_direct {
        quote!(Self::default())
    } else {
        quote!(Self::builder())
    };
    let end = if is_direct {
        quote!(#target)
    } else {
        finished(structure, quote!(#target))
    };
    quote! {
        impl ReadStructure for #name {
            fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let mut #target = #start;
                let mut object = json.object()?;
                while let Some(key) = json.next_member(&mut object)? {
                    match key.as_ref() {
                        #(#arms)*
                        _ => json.skip()?,
                    }
                }
                Ok(#end)
            }
        }
    }
}

/// A structure of which the body holds nothing: whatever object is there is skipped.
fn read_nothing(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let start = if structure.is_all_optional() {
        quote!(Self::default())
    } else {
        finished(structure, quote!(Self::builder()))
    };
    quote! {
        impl ReadStructure for #name {
            fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
                json.skip()?;
                Ok(#start)
            }
        }
    }
}

/// A local name for a structure that is being read: its last word, unless that is a keyword, the reader's, or one that
/// clippy takes for a stopgap.
fn local(structure: &Structure) -> String {
    let name = structure.name.as_str().to_snake_case();
    let last = name.rsplit('_').next().unwrap_or_default();
    let is_plain = last.starts_with(|first: char| first.is_ascii_lowercase());
    let is_free = !matches!(last, "json" | "object" | "key" | "foo" | "baz" | "quux")
        && !reserved::is_keyword(last);
    if is_plain && is_free {
        last.to_owned()
    } else {
        "value".to_owned()
    }
}

/// `json.string()`, `json.list(Reader::structure)`: a call that reads a value or null.
pub(super) fn read_value(ty: &Type, json: &TokenStream) -> TokenStream {
    let method = kind_method(ty);
    match ty {
        Type::List { item, .. } => {
            let read = element_reader(item);
            quote!(#json.#method(#read))
        }
        Type::Map { value, .. } => {
            let read = element_reader(value);
            quote!(#json.#method(#read))
        }
        _ => quote!(#json.#method()),
    }
}

/// What reads one element of a list, or one value of a map.
pub(super) fn element_reader(ty: &Type) -> TokenStream {
    match ty {
        Type::List { .. } | Type::Map { .. } => {
            let read = read_value(ty, &quote!(json));
            quote!(|json| #read)
        }
        ty => {
            let method = kind_method(ty);
            quote!(Reader::#method)
        }
    }
}
