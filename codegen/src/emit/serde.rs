//! The page that implements serde's traits: a statement of the runtime for each kind of type.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::serde::{Initial, Serde, SerdeMember, SerdeStructure, SerdeUnion, SerdeVariant};
use crate::ir::{RuntimePath, TimestampFormat};

/// The whole page.
pub(super) fn serde_page(serde: &Serde, runtime: &RuntimePath) -> TokenStream {
    let operations = structures(&serde.operations, &quote!(super::operation));
    let types = structures(&serde.structures, &quote!(super::types));
    let errors = structures(&serde.errors, &quote!(super::types::error));
    let unions = unions(&serde.unions);
    let enums = enums(serde);
    let int_enums = int_enums(serde);
    quote! {
        pub use #runtime::serde::*;
        #operations
        #types
        #errors
        #unions
        #enums
        #int_enums
    }
}

fn structures(structures: &[SerdeStructure], root: &TokenStream) -> Option<TokenStream> {
    let entries = structures.iter().map(structure);
    (!structures.is_empty()).then(|| quote!(structures! { in #root; #(#entries)* }))
}

fn structure(structure: &SerdeStructure) -> TokenStream {
    let module = structure.module.as_ref().map(|module| quote!(#module::));
    let name = &structure.name;
    let initial = match structure.initial {
        Initial::Default => None,
        Initial::Build => Some(quote!(: build)),
        Initial::Finish => Some(quote!(: finish)),
    };
    let members = structure.members.iter().map(member);
    quote!(#module #name #initial { #(#members),* })
}

fn member(member: &SerdeMember) -> TokenStream {
    let field = &member.field;
    let name = member.wire_name.as_ref().map(|name| quote!(: #name));
    let required = member.required.then(|| quote!(required));
    let marks = marks(member.secret, member.timestamp);
    quote!(#field #name #required #marks)
}

fn marks(secret: bool, timestamp: Option<TimestampFormat>) -> TokenStream {
    let secret = secret.then(|| quote!(secret));
    let timestamp = timestamp.map(|format| match format {
        TimestampFormat::DateTime => quote!(date_time),
        TimestampFormat::EpochSeconds => quote!(epoch_seconds),
        TimestampFormat::HttpDate => quote!(http_date),
    });
    quote!(#secret #timestamp)
}

fn unions(unions: &[SerdeUnion]) -> Option<TokenStream> {
    let entries = unions.iter().map(|union| {
        let name = &union.name;
        let variants = union.variants.iter().map(variant);
        let units = union.units.iter().map(variant);
        let units = (!union.units.is_empty()).then(|| quote!(; #(#units),*));
        quote!(#name { #(#variants),* #units })
    });
    (!unions.is_empty()).then(|| quote!(unions! { in super::types; #(#entries)* }))
}

fn variant(variant: &SerdeVariant) -> TokenStream {
    let SerdeVariant {
        name, wire_name, ..
    } = variant;
    let marks = marks(variant.secret, variant.timestamp);
    quote!(#name: #wire_name #marks)
}

fn enums(serde: &Serde) -> Option<TokenStream> {
    let names = serde.enums.iter().map(|(name, secret)| {
        let secret = secret.then(|| quote!(secret));
        quote!(#name #secret)
    });
    (!serde.enums.is_empty()).then(|| quote!(enums! { in super::types; #(#names),* }))
}

fn int_enums(serde: &Serde) -> Option<TokenStream> {
    let names = &serde.int_enums;
    (!names.is_empty()).then(|| quote!(int_enums! { in super::types; #(#names),* }))
}
