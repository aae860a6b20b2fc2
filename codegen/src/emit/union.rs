//! Unions: an enum with a variant for each member.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs::{docs, line};
use super::read_json::read_value;
use super::write_json::write_member;
use crate::ir::{Type, Union, UnionVariant};

/// The enum, its methods and its codec.
pub(super) fn union(union: &Union) -> TokenStream {
    let definition = definition(union);
    let code = code(union);
    quote!(#definition #code)
}

/// The code that decides what the page imports: all of it but the names of the variants.
pub(super) fn uses(union: &Union) -> TokenStream {
    let types = union
        .variants
        .iter()
        .filter_map(|variant| variant.ty.as_ref());
    let code = code(union);
    quote!(#(#types,)* #code)
}

fn code(union: &Union) -> TokenStream {
    let methods = union.variants.iter().map(methods);
    let name = &union.name;
    let debug = hides_something(union).then(|| debug_impl(union));
    let write = union.in_requests.then(|| write(union));
    let read = union.in_responses.then(|| read(union));
    quote! {
        impl #name {
            #(#methods)*
            #[doc = " Whether this is a member that the model did not know when the crate was generated."]
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }
        #debug
        #write
        #read
    }
}

fn hides_something(union: &Union) -> bool {
    union.sensitive || union.variants.iter().any(|variant| variant.sensitive)
}

fn definition(union: &Union) -> TokenStream {
    let union_docs = docs(&union.docs);
    let debug = (!hides_something(union)).then(|| quote!(Debug,));
    let name = &union.name;
    let variants = union.variants.iter().map(|variant| {
        let docs = docs(&variant.docs);
        let name = &variant.name;
        let ty = held_type(variant).map(|ty| quote!((#ty)));
        quote!(#docs #name #ty,)
    });
    quote! {
        #union_docs
        #[derive(Clone, #debug PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #[doc = " A member that the model did not know when the crate was generated. It cannot be sent."]
            Unknown,
        }
    }
}

fn held_type(variant: &UnionVariant) -> Option<TokenStream> {
    let ty = variant.ty.as_ref()?;
    Some(if variant.boxed {
        quote!(Box<#ty>)
    } else {
        ty.to_token_stream()
    })
}

/// `is_` and `as_` of a variant.
fn methods(variant: &UnionVariant) -> TokenStream {
    let name = &variant.name;
    let is = variant.method_name.prefixed("is_");
    let is_docs = line(&format!(
        "Whether this is [`{0}`](Self::{0}).",
        name.as_str()
    ));
    let as_method = variant.ty.as_ref().map(|ty| {
        let as_name = variant.method_name.prefixed("as_");
        let docs = line(&format!(
            "The value, if this is [`{0}`](Self::{0}); else the union itself.",
            name.as_str()
        ));
        quote! {
            #docs
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " The union, if it is another member."]
            pub fn #as_name(&self) -> Result<&#ty, &Self> {
                match self {
                    Self::#name(value) => Ok(value),
                    other => Err(other),
                }
            }
        }
    });
    let pattern = if variant.ty.is_some() {
        quote!(Self::#name(_))
    } else {
        quote!(Self::#name)
    };
    quote! {
        #is_docs
        pub fn #is(&self) -> bool {
            matches!(self, #pattern)
        }
        #as_method
    }
}

fn debug_impl(union: &Union) -> TokenStream {
    let name = &union.name;
    let arms = union.variants.iter().map(|variant| {
        let text = variant.name.as_str();
        let name = &variant.name;
        match (&variant.ty, variant.sensitive || union.sensitive) {
            (None, _) => quote!(Self::#name => f.write_str(#text),),
            (Some(_), true) => {
                quote!(Self::#name(_) => f.debug_tuple(#text).field(&Redacted).finish(),)
            }
            (Some(_), false) => {
                quote!(Self::#name(value) => f.debug_tuple(#text).field(value).finish(),)
            }
        }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    }
}

fn write(union: &Union) -> TokenStream {
    let name = &union.name;
    let arms = union.variants.iter().map(|variant| {
        let name = &variant.name;
        let key = &variant.json_name;
        match &variant.ty {
            Some(ty) => {
                let write = write_member(key, ty, &borrowed(variant, ty));
                quote!(Self::#name(value) => { #write })
            }
            None => quote!(Self::#name => object.unit(#key),),
        }
    });
    quote! {
        impl WriteStructure for #name {
            fn write_members(&self, object: &mut ObjectWriter<'_>) {
                match self {
                    #(#arms)*
                    Self::Unknown => {}
                }
            }
        }
    }
}

/// The value of a variant as the writer takes it.
fn borrowed(variant: &UnionVariant, ty: &Type) -> TokenStream {
    if ty.is_scalar() || matches!(ty, Type::IntEnum(_)) {
        quote!(Some(*value))
    } else if variant.boxed {
        quote!(Some(value.as_ref()))
    } else {
        quote!(Some(value))
    }
}

fn read(union: &Union) -> TokenStream {
    let name = &union.name;
    let arms = union.variants.iter().map(|variant| {
        let name = &variant.name;
        let key = &variant.json_name;
        match &variant.ty {
            Some(ty) => {
                let read = read_value(ty, &quote!(json));
                let boxed = variant.boxed.then(|| quote!(.map(Box::new)));
                quote!(#key => #read?#boxed.map(Self::#name),)
            }
            None => quote!(#key => json.unit()?.map(|()| Self::#name),),
        }
    });
    quote! {
        impl ReadStructure for #name {
            fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
                let mut variant = None;
                let mut union = json.union()?;
                while let Some(key) = json.next_variant(&mut union)? {
                    variant = match key.as_ref() {
                        #(#arms)*
                        _ => json.unknown_variant(Self::Unknown)?,
                    };
                }
                json.variant(variant)
            }
        }
    }
}
