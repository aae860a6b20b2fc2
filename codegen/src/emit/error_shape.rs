//! The page of an error: the type, its builder, and how it is read.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder;
use super::imports::{Exports, Scope};
use super::read_json::read_structure;
use super::response::read_error_fn;
use super::structure::structure;
use super::write_json::write_structure;
use crate::ir::{ErrorShape, Message, Response};

/// The whole page.
pub(super) fn error_page(exports: &Exports<'_>, error: &ErrorShape) -> TokenStream {
    let builder = error.structure.name.suffixed("Builder");
    let definition = structure(&error.structure, &builder, message_method(error));
    let builder_definition = builder::builder(&error.structure, &builder, message_setter(error));
    let traits = trait_impls(error);
    let write = error
        .structure
        .in_requests
        .then(|| write_structure(&error.structure));
    let needs_json = error.response == Response::Json || error.structure.in_responses;
    let read_json = needs_json.then(|| read_structure(&error.structure));
    let read = read_error_fn(error);
    let code = quote!(#definition #builder_definition #traits #read #read_json #write);
    let imports =
        Scope::new(exports, &["types", "error"]).imports(&code, &[&error.structure.name, &builder]);
    quote!(#imports #code)
}

/// Whether `message` is the name of a member, with an accessor of its own.
fn has_message_field(error: &ErrorShape) -> bool {
    error
        .structure
        .fields
        .iter()
        .any(|field| field.name.as_str() == "message")
}

/// `message`, which an error has whatever the member is called.
fn message_method(error: &ErrorShape) -> Option<TokenStream> {
    if has_message_field(error) {
        return None;
    }
    let value = match &error.message {
        Some(message) => {
            let field = &message.field;
            if message.optional {
                quote!(self.#field.as_deref())
            } else {
                quote!(Some(&self.#field))
            }
        }
        None => quote!(self.meta.message()),
    };
    Some(quote! {
        #[doc = " What the service says went wrong."]
        pub fn message(&self) -> Option<&str> {
            #value
        }
    })
}

/// The setter that goes with it.
fn message_setter(error: &ErrorShape) -> Option<TokenStream> {
    let message = error
        .message
        .as_ref()
        .filter(|_| !has_message_field(error))?;
    let mut fields = error.structure.fields.iter();
    let field = fields.find(|field| field.name == message.field)?;
    let has_setter = error.structure.has_methods(field) && field.deprecated.is_none();
    let (receiver, body) = if has_setter {
        let setter = &field.name;
        (quote!(self), quote!(self.#setter(message)))
    } else {
        let slot = builder::slot(&error.structure, field);
        (quote!(mut self), quote!(#slot = Some(message.into()); self))
    };
    Some(quote! {
        #[doc = " What the service says went wrong."]
        pub fn message(#receiver, message: impl Into<String>) -> Self {
            #body
        }
    })
}

/// Whether the message must not be shown.
fn is_secret(error: &ErrorShape, message: &Message) -> bool {
    let mut fields = error.structure.fields.iter();
    error.structure.sensitive || fields.any(|field| field.name == message.field && field.sensitive)
}

fn trait_impls(error: &ErrorShape) -> TokenStream {
    let name = &error.structure.name;
    let code = &error.code;
    let message = match &error.message {
        Some(message) if is_secret(error, message) => quote!(None),
        Some(message) if message.optional => {
            let field = &message.field;
            quote!(self.#field.as_deref())
        }
        Some(message) => {
            let field = &message.field;
            quote!(Some(self.#field.as_str()))
        }
        None => quote!(self.meta.message()),
    };
    quote! {
        impl fmt::Display for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                error::display(f, #code, #message)
            }
        }
        impl std::error::Error for #name {}
        impl ProvideErrorMetadata for #name {
            fn meta(&self) -> &ErrorMetadata {
                &self.meta
            }
        }
        impl RequestId for #name {
            fn request_id(&self) -> Option<&str> {
                self.meta.request_id()
            }
        }
    }
}
