//! The pages that only say which modules there are and what they export.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::constraints::constraints_module;
use super::docs::line;
use crate::ir::{Name, RuntimePath, Service};

/// The root of the emitted modules.
pub(super) fn root_page(service: &Service) -> TokenStream {
    let runtime = &service.runtime;
    let endpoint = service.endpoint_rules.as_ref().map(|_| {
        quote! {
            #[doc = " Where requests go: the service's endpoint rules."]
            pub mod endpoint;
        }
    });
    let endpoint_tests = service.endpoint_tests.as_ref().map(|_| {
        quote!(
            #[cfg(test)]
            mod endpoint_tests;
        )
    });
    let protocol_tests = service.protocol_tests.as_ref().map(|_| {
        quote!(
            #[cfg(test)]
            mod protocol_tests;
        )
    });
    let constraints =
        (!service.constraints.types.is_empty()).then(|| constraints_module(&service.constraints));
    let serde = service.serde.as_ref().map(|_| {
        quote! {
            #[doc = " `Serialize` and `Deserialize` for every type, behind the feature `serde` of `ivs-realtime`."]
            pub mod serde;
        }
    });
    let waiters = service.has_waiters().then(|| {
        quote! {
            #[doc = " The types of waiters, the methods `wait_until_..` of the client."]
            pub mod waiters;
        }
    });
    quote! {
        #[doc = " The client without a word on how it sends: async or blocking."]
        pub mod client;
        #constraints
        #endpoint
        #endpoint_tests
        #[doc = " Errors."]
        pub mod error;
        #[doc = " Operations: for each, its input, its output and their builders."]
        pub mod operation;
        #protocol_tests
        #serde
        #[doc = " The types that operations exchange."]
        pub mod types;
        #waiters
        pub use #runtime::config::Config;
        pub use #runtime::{config, primitives};
        pub use error::Error;
        #[doc = " The client, for async code. Its methods are those of [`client::Client`]."]
        pub type Client = client::Client<#runtime::client::Async>;
        #[doc = " The client for code that blocks."]
        pub mod blocking {
            #[doc = " The client, for code that blocks. Its methods are those of"]
            #[doc = " [`client::Client`](super::client::Client)."]
            pub type Client = super::client::Client<#runtime::client::Blocking>;
        }
    }
}

/// The root of a package: the same, with the crate's documentation.
pub(super) fn library_page(service: &Service) -> TokenStream {
    let docs = service.docs.summary.iter().map(|line| format!(" {line}"));
    let root = root_page(service);
    quote!(#(#![doc = #docs])* #root)
}

/// `operation`.
pub(super) fn operations_page(service: &Service) -> TokenStream {
    let runtime = &service.runtime;
    let modules = service.operations.iter().map(|operation| {
        let docs = line(&format!("The operation `{}`.", operation.wire_name));
        let module = &operation.module;
        quote!(#docs pub mod #module;)
    });
    quote! {
        #(#modules)*
        pub use #runtime::error::RequestId;
    }
}

/// `types`.
pub(super) fn types_page(service: &Service) -> TokenStream {
    let structures = service
        .structures
        .iter()
        .map(|item| (&item.module, &item.name, true));
    let unions = service
        .unions
        .iter()
        .map(|item| (&item.module, &item.name, false));
    let enums = service
        .enums
        .iter()
        .map(|item| (&item.module, &item.name, false));
    let int_enums = service
        .int_enums
        .iter()
        .map(|item| (&item.module, &item.name, false));
    let exports = exports(structures.chain(unions).chain(enums).chain(int_enums));
    quote! {
        #[doc = " The errors of the service."]
        pub mod error;
        #exports
    }
}

/// `types::error`.
pub(super) fn errors_page(service: &Service) -> TokenStream {
    exports(
        service
            .errors
            .iter()
            .map(|error| (&error.structure.module, &error.structure.name, true)),
    )
}

/// Private modules of one type each, the types, and the builders in a module of their own.
fn exports<'a>(items: impl Iterator<Item = (&'a Name, &'a Name, bool)>) -> TokenStream {
    let mut items: Vec<_> = items.collect();
    items.sort_unstable();
    let modules = items.iter().map(|(module, ..)| quote!(mod #module;));
    let types = items
        .iter()
        .map(|(module, name, _)| quote!(pub use #module::#name;));
    let builders =
        items
            .iter()
            .filter(|(.., has_builder)| *has_builder)
            .map(|(module, name, _)| {
                let builder = name.suffixed("Builder");
                quote!(pub use super::#module::#builder;)
            });
    quote! {
        #(#modules)*
        #(#types)*
        #[doc = " The builders of these types."]
        pub mod builders {
            #(#builders)*
        }
    }
}

/// The lines at the top of `error`: the runtime's errors, under the names that the official client has.
pub(super) fn error_exports(runtime: &RuntimePath) -> TokenStream {
    let names = ERROR_EXPORTS.map(|name| Name::new(name).to_token_stream());
    quote!(pub use #runtime::error::{#(#names),*};)
}

/// What `error` exports of the runtime.
pub(super) const ERROR_EXPORTS: [&str; 9] = [
    "BoxError",
    "BuildError",
    "ConnectorError",
    "DisplayErrorContext",
    "ErrorMetadata",
    "ProvideErrorMetadata",
    "RequestId",
    "SdkError",
    "UnknownVariantError",
];
