//! The page on which types are compared member by member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::RuntimePath;
use crate::ir::protocol_test::{Compared, ComparedMember, ProtocolTests};

/// One call of a macro for each type.
pub(in crate::emit) fn compared_page(tests: &ProtocolTests, runtime: &RuntimePath) -> TokenStream {
    let types = tests.compared.iter().map(compared);
    let (outputs, others): (Vec<_>, Vec<_>) = tests.compared.iter().partition(|compared| {
        matches!(compared, Compared::Structure { module, .. } if module[0].as_str() == "operation")
    });
    let operation = (!outputs.is_empty()).then(|| {
        quote!(
            use super::super::operation;
        )
    });
    let types_module = (!others.is_empty()).then(|| {
        quote!(
            use super::super::types;
        )
    });
    quote! {
        use #runtime::protocol_test;
        #operation
        #types_module
        #(#types)*
    }
}

fn compared(compared: &Compared) -> TokenStream {
    match compared {
        Compared::Structure {
            module,
            name,
            fields,
        } => {
            let fields = members(fields);
            quote!(protocol_test::structure!(#(#module::)* #name { #fields });)
        }
        Compared::Union {
            name,
            variants,
            units,
        } => {
            let variants = members(variants);
            let units = (!units.is_empty()).then(|| quote!(, [#(#units),*]));
            quote!(protocol_test::union!(types::#name { #variants } #units);)
        }
        Compared::Enum(name) => quote!(protocol_test::enumeration!(types::#name);),
    }
}

fn members(members: &[ComparedMember]) -> TokenStream {
    let members = members.iter().map(|ComparedMember { name, secret }| {
        let secret = secret.then(|| quote!(: secret));
        quote!(#name #secret)
    });
    quote!(#(#members),*)
}
