//! Structures: the type, its accessors, and a `Debug` that hides secrets.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, docs, line, summary};
use crate::ir::{Field, Keeps, Name, Presence, Structure, Type};

/// The type with its accessors, and after them a method that it has besides. `builder` is the name of its builder.
pub(super) fn structure(
    structure: &Structure,
    builder: &Name,
    method: Option<TokenStream>,
) -> TokenStream {
    let definition = definition(structure);
    let inherent = inherent_impl(structure, builder, method);
    let debug = structure.hides_something().then(|| {
        let fields = structure.fields.iter().map(|field| {
            let name = &field.name;
            (field, quote!(self.#name))
        });
        debug_impl(&structure.name, fields, structure.sensitive)
    });
    quote!(#definition #inherent #debug)
}

fn definition(structure: &Structure) -> TokenStream {
    let docs = docs(&structure.docs);
    let derives = derives(structure);
    let name = &structure.name;
    let fields = structure.fields.iter().map(field_definition);
    let kept = match structure.keeps {
        Keeps::Nothing => quote!(),
        Keeps::RequestId => quote!(request_id: Option<String>,),
        Keeps::ErrorMetadata => quote!(meta: ErrorMetadata,),
    };
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #kept
        }
    }
}

/// `Default` where no member has to be there, `Debug` where there is nothing to hide.
fn derives(structure: &Structure) -> TokenStream {
    let debug = (!structure.hides_something()).then(|| quote!(Debug,));
    let default = structure.is_all_optional().then(|| quote!(Default,));
    quote!(#[derive(Clone, #debug #default PartialEq)])
}

fn field_definition(field: &Field) -> TokenStream {
    let docs = docs(&field.docs);
    let name = &field.name;
    let ty = stored_type(field);
    quote!(#docs pub #name: #ty,)
}

/// The type of the field.
pub(super) fn stored_type(field: &Field) -> TokenStream {
    match field.presence {
        Presence::Optional => optional_type(field),
        Presence::Required | Presence::Defaulted(_) => plain_type(field),
    }
}

/// The type of the field where it may be absent, as in a builder.
pub(super) fn optional_type(field: &Field) -> TokenStream {
    let ty = plain_type(field);
    quote!(Option<#ty>)
}

fn plain_type(field: &Field) -> TokenStream {
    let ty = &field.ty;
    if field.boxed {
        quote!(Box<#ty>)
    } else {
        quote!(#ty)
    }
}

fn inherent_impl(
    structure: &Structure,
    builder: &Name,
    method: Option<TokenStream>,
) -> TokenStream {
    let name = &structure.name;
    let what = format!("Starts to build {} `{}`.", article(name), name.as_str());
    let docs = line(&what);
    let accessors = structure
        .fields
        .iter()
        .filter(|field| structure.has_methods(field))
        .map(accessor);
    quote! {
        impl #name {
            #docs
            pub fn builder() -> #builder {
                #builder::default()
            }
            #(#accessors)*
            #method
        }
    }
}

/// The article before a name.
pub(super) fn article(name: &Name) -> &'static str {
    if name.as_str().starts_with(['A', 'E', 'I', 'O']) {
        "an"
    } else {
        "a"
    }
}

/// The accessor of a field, with the type that the official client gives it.
fn accessor(field: &Field) -> TokenStream {
    let docs = summary(&field.docs);
    let deprecated = deprecated(field.deprecated.as_ref());
    let name = &field.name;
    let (ty, value) = accessed(field);
    quote! {
        #docs
        #deprecated
        pub fn #name(&self) -> #ty {
            #value
        }
    }
}

fn accessed(field: &Field) -> (TokenStream, TokenStream) {
    let name = &field.name;
    let ty = &field.ty;
    let optional = field.presence == Presence::Optional;
    match ty {
        Type::List { item, sparse } => {
            let item = if *sparse {
                quote!(Option<#item>)
            } else {
                quote!(#item)
            };
            let value = if optional {
                quote!(self.#name.as_deref().unwrap_or_default())
            } else {
                quote!(&self.#name)
            };
            (quote!(&[#item]), value)
        }
        ty if ty.is_string() && optional => (quote!(Option<&str>), quote!(self.#name.as_deref())),
        ty if ty.is_string() => (quote!(&str), quote!(&self.#name)),
        ty if ty.is_scalar() && optional => (quote!(Option<#ty>), quote!(self.#name)),
        ty if ty.is_scalar() => (quote!(#ty), quote!(self.#name)),
        ty if optional && field.boxed => (quote!(Option<&#ty>), quote!(self.#name.as_deref())),
        ty if optional => (quote!(Option<&#ty>), quote!(self.#name.as_ref())),
        ty => (quote!(&#ty), quote!(&self.#name)),
    }
}

/// A `Debug` that shows every field but the secret ones. Each field comes with the place it is found in.
pub(super) fn debug_impl<'a>(
    name: &Name,
    fields: impl Iterator<Item = (&'a Field, TokenStream)>,
    hide_all: bool,
) -> TokenStream {
    let text = name.as_str();
    let fields = fields.map(|(field, place)| {
        let label = field.name.as_str();
        if field.sensitive || hide_all {
            quote!(.field(#label, &Redacted))
        } else {
            quote!(.field(#label, &#place))
        }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#text)
                    #(#fields)*
                    .finish()
            }
        }
    }
}
