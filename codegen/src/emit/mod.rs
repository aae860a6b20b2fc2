//! `emit`: the service IR becomes token streams, one for each page.
//!
//! The functions are named for what they return, and each kind of page has a file. Nothing is decided here.

mod builder;
mod client;
mod constraints;
mod context_params;
mod default_value;
mod docs;
pub mod endpoint;
mod enumeration;
mod error_shape;
mod imports;
mod modules;
mod nest;
mod operation;
mod package;
mod pagination;
mod protocol_tests;
mod read_json;
mod request;
mod response;
mod serde;
mod service_error;
mod structure;
mod types;
mod union;
mod waiter;
mod write_json;

use std::sync::Arc;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::endpoint::{EndpointRules, EndpointTests};
use crate::ir::protocol_test::{ProtocolTestPage, ProtocolTests};
use crate::ir::serde::Serde;
use crate::ir::{Enum, ErrorShape, IntEnum, Operation, Service, Structure, Union};

use imports::Exports;
pub use nest::nested;
pub use package::manifest;

/// A file of the emitted crate that is yet to be written.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    service: &'a Service,
    exports: Arc<Exports<'a>>,
    kind: Kind<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Kind<'a> {
    Root,
    Library,
    Client,
    Constraints,
    Endpoint(&'a EndpointRules),
    EndpointTests(&'a EndpointTests),
    ProtocolTests(&'a ProtocolTests),
    ProtocolTest(&'a ProtocolTestPage),
    Compared(&'a ProtocolTests),
    ServiceError,
    Operations,
    Operation(&'a Operation),
    Types,
    Structure(&'a Structure),
    Union(&'a Union),
    Enum(&'a Enum),
    IntEnum(&'a IntEnum),
    Errors,
    Error(&'a ErrorShape),
    Serde(&'a Serde),
    Waiters,
}

/// The pages of a service. The root is `mod.rs`, or `lib.rs` if they are the whole of a crate.
#[must_use]
pub fn pages(service: &Service, is_crate: bool) -> Vec<Page<'_>> {
    let mut kinds = vec![
        if is_crate { Kind::Library } else { Kind::Root },
        Kind::Client,
        Kind::ServiceError,
        Kind::Operations,
        Kind::Types,
        Kind::Errors,
    ];
    // The longest come first: nothing then waits for one of them at the end.
    kinds.extend((!service.constraints.types.is_empty()).then_some(Kind::Constraints));
    kinds.extend(service.serde.as_ref().map(Kind::Serde));
    kinds.extend(service.has_waiters().then_some(Kind::Waiters));
    kinds.extend(service.endpoint_rules.as_ref().map(Kind::Endpoint));
    kinds.extend(service.endpoint_tests.as_ref().map(Kind::EndpointTests));
    if let Some(tests) = &service.protocol_tests {
        kinds.push(Kind::ProtocolTests(tests));
        kinds.extend((!tests.compared.is_empty()).then_some(Kind::Compared(tests)));
        kinds.extend(tests.pages.iter().map(Kind::ProtocolTest));
    }
    kinds.extend(service.operations.iter().map(Kind::Operation));
    kinds.extend(service.structures.iter().map(Kind::Structure));
    kinds.extend(service.unions.iter().map(Kind::Union));
    kinds.extend(service.enums.iter().map(Kind::Enum));
    kinds.extend(service.int_enums.iter().map(Kind::IntEnum));
    kinds.extend(service.errors.iter().map(Kind::Error));
    let exports = Arc::new(Exports::new(service));
    kinds
        .into_iter()
        .map(|kind| Page {
            service,
            exports: Arc::clone(&exports),
            kind,
        })
        .collect()
}

impl Page<'_> {
    /// The path of the file, from the root of the emitted modules.
    #[must_use]
    pub fn path(&self) -> String {
        let file =
            |folder: &str, module: &crate::ir::Name| format!("{folder}/{}.rs", module.as_str());
        match self.kind {
            Kind::Root => "mod.rs".to_owned(),
            Kind::Library => "lib.rs".to_owned(),
            Kind::Client => "client.rs".to_owned(),
            Kind::Constraints => "constraints.rs".to_owned(),
            Kind::Endpoint(_) => "endpoint.rs".to_owned(),
            Kind::EndpointTests(_) => "endpoint_tests.rs".to_owned(),
            Kind::ProtocolTests(_) => "protocol_tests/mod.rs".to_owned(),
            Kind::ProtocolTest(page) => file("protocol_tests", &page.module),
            Kind::Compared(_) => "protocol_tests/compared.rs".to_owned(),
            Kind::ServiceError => "error.rs".to_owned(),
            Kind::Operations => "operation/mod.rs".to_owned(),
            Kind::Operation(operation) => file("operation", &operation.module),
            Kind::Types => "types/mod.rs".to_owned(),
            Kind::Structure(structure) => file("types", &structure.module),
            Kind::Union(union) => file("types", &union.module),
            Kind::Enum(an_enum) => file("types", &an_enum.module),
            Kind::IntEnum(an_enum) => file("types", &an_enum.module),
            Kind::Waiters => "waiters.rs".to_owned(),
            Kind::Errors => "types/error/mod.rs".to_owned(),
            Kind::Error(error) => file("types/error", &error.structure.module),
            Kind::Serde(_) => "serde.rs".to_owned(),
        }
    }

    /// The code of the page.
    #[must_use]
    pub fn tokens(&self) -> TokenStream {
        let (service, exports) = (self.service, &*self.exports);
        match self.kind {
            Kind::Root => modules::root_page(service),
            Kind::Library => modules::library_page(service),
            Kind::Client => client::client_page(service, exports),
            Kind::Constraints => {
                constraints::constraints_page(&service.constraints, &service.runtime)
            }
            Kind::Endpoint(rules) => endpoint::endpoint_page(rules, &service.runtime),
            Kind::EndpointTests(tests) => {
                endpoint::endpoint_tests_page(tests, &quote!(super::endpoint), &service.runtime)
            }
            Kind::ProtocolTests(tests) => protocol_tests::protocol_tests_page(tests),
            Kind::ProtocolTest(page) => protocol_tests::protocol_test_page(page, exports),
            Kind::Compared(tests) => protocol_tests::compared_page(tests, &service.runtime),
            Kind::ServiceError => service_error::service_error_page(service, exports),
            Kind::Operations => modules::operations_page(service),
            Kind::Operation(operation) => operation::operation_page(exports, operation),
            Kind::Types => modules::types_page(service),
            Kind::Structure(structure) => types::structure_page(exports, structure),
            Kind::Union(union) => types::union_page(exports, union),
            Kind::Enum(an_enum) => types::enum_page(exports, an_enum),
            Kind::IntEnum(an_enum) => types::int_enum_page(an_enum),
            Kind::Waiters => waiter::waiters_page(service),
            Kind::Errors => modules::errors_page(service),
            Kind::Error(error) => error_shape::error_page(exports, error),
            Kind::Serde(serde) => serde::serde_page(serde, &service.runtime),
        }
    }
}
