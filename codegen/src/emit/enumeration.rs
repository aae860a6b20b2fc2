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
    let code = string_code(an_enum);
    quote!(#definition #code)
}

/// The code that decides what the page imports: all of it but the names of the variants.
pub(super) fn string_uses(an_enum: &Enum) -> TokenStream {
    let code = string_code(an_enum);
    quote!(#code UnknownVariantValue)
}

fn string_code(an_enum: &Enum) -> TokenStream {
    let debug = an_enum.sensitive.then(|| redacted_debug(&an_enum.name));
    let methods = string_methods(an_enum);
    let conversions = string_conversions(an_enum);
    quote!(#methods #debug #conversions)
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

fn string_methods(an_enum: &Enum) -> TokenStream {
    let name = &an_enum.name;
    let values: Vec<&str> = an_enum
        .variants
        .iter()
        .map(|variant| variant.value.as_str())
        .collect();
    let variants: Vec<&Name> = an_enum
        .variants
        .iter()
        .map(|variant| &variant.name)
        .collect();
    quote! {
        impl #name {
            #[doc = " The value on the wire."]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
            #[doc = " The values that the model knows."]
            pub const fn values() -> &'static [&'static str] {
                &[#(#values),*]
            }
        }
    }
}

fn string_conversions(an_enum: &Enum) -> TokenStream {
    let name = &an_enum.name;
    let arms = an_enum.variants.iter().map(|variant| {
        let value = &variant.value;
        let name = &variant.name;
        quote!(#value => Self::#name,)
    });
    quote! {
        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #(#arms)*
                    other => Self::Unknown(UnknownVariantValue::new(other)),
                }
            }
        }
        string_enum!(#name);
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
