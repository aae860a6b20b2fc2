//! Enums, of strings and of integers. Values that the model does not know are kept.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{docs, line};
use crate::ir::{Docs, Enum, IntEnum, Name};

/// An enum of strings.
pub(super) fn string_enum(an_enum: &Enum) -> TokenStream {
    let variants = an_enum
        .variants
        .iter()
        .map(|variant| (&variant.name, &variant.docs));
    let debug = if an_enum.sensitive {
        quote!()
    } else {
        quote!(Debug,)
    };
    let derives = quote!(#[derive(Clone, #debug Eq, Hash, Ord, PartialEq, PartialOrd)]);
    let definition = definition(
        &an_enum.docs,
        &derives,
        &an_enum.name,
        variants,
        &quote!(UnknownVariantValue),
    );
    let debug = string_debug(an_enum);
    let values = wire_values(an_enum);
    quote!(#definition #debug #values)
}

/// What decides the imports of the page: everything but the names of the variants.
pub(super) fn string_uses(an_enum: &Enum) -> TokenStream {
    let debug = string_debug(an_enum);
    quote!(#debug string_enum!(); UnknownVariantValue)
}

fn string_debug(an_enum: &Enum) -> Option<TokenStream> {
    an_enum.sensitive.then(|| redacted_debug(&an_enum.name))
}

/// The statement that says what each variant is on the wire; its macro adds the methods and conversions.
fn wire_values(an_enum: &Enum) -> TokenStream {
    let name = &an_enum.name;
    let values = an_enum.variants.iter().map(|variant| {
        let value = &variant.value;
        let name = &variant.name;
        quote!(#name = #value)
    });
    quote!(string_enum!(#name #(, #values)*);)
}

fn definition<'a>(
    enum_docs: &Docs,
    derives: &TokenStream,
    name: &Name,
    variants: impl Iterator<Item = (&'a Name, &'a Docs)>,
    unknown: &TokenStream,
) -> TokenStream {
    let enum_docs = docs(enum_docs);
    let variants = variants.map(|(name, variant_docs)| {
        let docs = docs(variant_docs);
        quote!(#docs #name,)
    });
    quote! {
        #enum_docs
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #[doc = " A value that the model did not know when the crate was generated."]
            Unknown(#unknown),
        }
    }
}

fn redacted_debug(name: &Name) -> TokenStream {
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Redacted.fmt(f)
            }
        }
    }
}

/// An enum of integers.
pub(super) fn int_enum(an_enum: &IntEnum) -> TokenStream {
    let variants = an_enum
        .variants
        .iter()
        .map(|variant| (&variant.name, &variant.docs));
    let derives = quote!(#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]);
    let definition = definition(
        &an_enum.docs,
        &derives,
        &an_enum.name,
        variants,
        &quote!(i32),
    );
    let name = &an_enum.name;
    let docs = line("The number on the wire.");
    let names: Vec<&Name> = an_enum
        .variants
        .iter()
        .map(|variant| &variant.name)
        .collect();
    let values: Vec<_> = an_enum
        .variants
        .iter()
        .map(|variant| proc_macro2::Literal::i32_unsuffixed(variant.value))
        .collect();
    quote! {
        #definition
        impl #name {
            #docs
            pub const fn as_i32(self) -> i32 {
                match self {
                    #(Self::#names => #values,)*
                    Self::Unknown(value) => value,
                }
            }
        }
        impl From<i32> for #name {
            fn from(number: i32) -> Self {
                match number {
                    #(#values => Self::#names,)*
                    other => Self::Unknown(other),
                }
            }
        }
        impl From<#name> for i32 {
            fn from(value: #name) -> Self {
                value.as_i32()
            }
        }
    }
}
