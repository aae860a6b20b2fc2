//! How an operation pages, for the runtime to go by.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ir::{ItemType, Items, Operation, Pagination, Step, Type};

/// `Paginated` for the input of an operation.
pub(super) fn pagination_impl(operation: &Operation, pagination: &Pagination) -> TokenStream {
    let input = &operation.input.name;
    let token = &pagination.input_token;
    let page_size = match &pagination.page_size {
        Some((field, Type::Integer)) => quote!(|input, size| input.#field = Some(size)),
        Some((field, _)) => quote!(|input, size| input.#field = Some(size.into())),
        None => quote!(|_, _| {}),
    };
    let next_token = borrowed(&quote!(output), &pagination.output_token);
    let (item, items) = match &pagination.items {
        Some(items) => (item(items), collected(items)),
        None => (quote!(Self::Output), quote!(vec![output])),
    };
    quote! {
        impl client::Paginated for #input {
            type Item = #item;
            const PAGES: client::Pages<Self> = client::Pages {
                token: |input| &mut input.#token,
                page_size: #page_size,
                next_token: |output| #next_token,
                items: |output| #items,
            };
        }
    }
}

fn item(items: &Items) -> TokenStream {
    match &items.item {
        ItemType::Element(ty) => ty.to_token_stream(),
        ItemType::Entry(key, value) => quote!((#key, #value)),
    }
}

/// The token that a path leads to, as an `Option<&str>`.
fn borrowed(from: &TokenStream, path: &[Step]) -> TokenStream {
    match path {
        [] => quote!(None),
        [
            Step {
                field, optional, ..
            },
        ] if *optional => quote!(#from.#field.as_deref()),
        [Step { field, .. }] => quote!(Some(#from.#field.as_str())),
        [
            Step {
                field,
                optional,
                boxed,
            },
            rest @ ..,
        ] if *optional => {
            let rest = borrowed(&quote!(#field), rest);
            let borrow = if *boxed {
                quote!(as_deref)
            } else {
                quote!(as_ref)
            };
            quote!(#from.#field.#borrow().and_then(|#field| #rest))
        }
        [Step { field, .. }, rest @ ..] => borrowed(&quote!(#from.#field), rest),
    }
}

/// The items that a path leads to, as a `Vec`.
fn collected(items: &Items) -> TokenStream {
    let (found, optional) = owned(&quote!(output), &items.path);
    let found = if optional {
        quote!(#found.unwrap_or_default())
    } else {
        found
    };
    match items.item {
        ItemType::Element(_) => found,
        ItemType::Entry(..) => quote!(#found.into_iter().collect()),
    }
}

/// What a path leads to, by value, and whether it is an `Option`.
fn owned(from: &TokenStream, path: &[Step]) -> (TokenStream, bool) {
    match path {
        [] => (from.clone(), false),
        [
            Step {
                field, optional, ..
            },
        ] => (quote!(#from.#field), *optional),
        [
            Step {
                field, optional, ..
            },
            rest @ ..,
        ] if *optional => {
            let (rest, optional) = owned(&quote!(#field), rest);
            let go_on = if optional {
                quote!(and_then)
            } else {
                quote!(map)
            };
            (quote!(#from.#field.#go_on(|#field| #rest)), true)
        }
        [Step { field, .. }, rest @ ..] => owned(&quote!(#from.#field), rest),
    }
}
