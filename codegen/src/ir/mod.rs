//! The service IR: every decision about the emitted crate, as finished data.
//!
//! `resolve` makes it, `emit` only reads it. It knows Rust names, Rust types, doc lines and HTTP
//! bindings; it knows no JSON value and no shape id.

mod constraint;
mod docs;
pub mod endpoint;
mod module_path;
mod name;
mod operation;
pub mod protocol_test;
pub mod reserved;
pub mod serde;
mod structure;
mod types;
pub mod waiter;

pub use constraint::{
    Access, CheckKind, Constant, Constraints, Form, ItemCheck, Limit, MemberCheck, MemberChecks,
    Need, SimpleKind, TypeCheck, ValueCheck,
};
pub use docs::Docs;
pub use module_path::relative_path;
pub use name::{Name, RuntimePath};
pub use operation::{
    Auth, Compression, ItemType, Items, Operation, Pagination, Request, RequestBody, Response,
    Step, UriPart,
};
pub use structure::{
    Binding, DefaultValue, DocumentValue, Enum, EnumVariant, ErrorShape, Field, IntEnum,
    IntEnumVariant, Keeps, Message, Presence, Structure, Union, UnionVariant,
};
pub use types::{TimestampFormat, Type};

/// What the model was, and what generated the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelRecord {
    /// The SHA-256 of the model's files, in hexadecimal.
    pub sha256: String,
    /// The version of this generator.
    pub generator_version: &'static str,
}

/// One service, ready to be emitted.
#[derive(Clone, Debug)]
pub struct Service {
    /// What a person calls the service: its title, else its SDK id.
    pub title: String,
    /// The same as Markdown.
    pub title_docs: String,
    /// The service's name in the User-Agent header and in endpoint settings: its SDK id.
    pub sdk_id: String,
    /// The API version.
    pub api_version: String,
    /// The service name that requests are signed for.
    pub signing_name: Option<String>,
    /// Documentation of the crate.
    pub docs: Docs,
    /// What the client says of the model that it was generated from, if it says anything.
    pub model: Option<ModelRecord>,
    /// Where the emitted code finds its runtime.
    pub runtime: RuntimePath,
    /// The operations that were left out, because the generator does not cover them.
    pub omitted_operations: Vec<String>,
    /// The waiters that were left out, because the generator does not cover their paths: `Active of GetThing`.
    pub omitted_waiters: Vec<String>,
    /// The ids of what becomes a public item and has no documentation in the model.
    pub undocumented: Vec<String>,
    /// The operations, by name.
    pub operations: Vec<Operation>,
    /// The structures in `types`, by name.
    pub structures: Vec<Structure>,
    /// The unions in `types`, by name.
    pub unions: Vec<Union>,
    /// The string enums in `types`, by name.
    pub enums: Vec<Enum>,
    /// The integer enums in `types`, by name.
    pub int_enums: Vec<IntEnum>,
    /// The errors in `types::error`, by name.
    pub errors: Vec<ErrorShape>,
    /// What can be checked of inputs.
    pub constraints: Constraints,
    /// The endpoint rules, if the model has any.
    pub endpoint_rules: Option<endpoint::EndpointRules>,
    /// The endpoint test cases of the model, if tests are emitted.
    pub endpoint_tests: Option<endpoint::EndpointTests>,
    /// The protocol tests of the model, if tests are emitted and there are any.
    pub protocol_tests: Option<protocol_test::ProtocolTests>,
    /// What serde's traits are implemented for, if they are.
    pub serde: Option<serde::Serde>,
}

impl Service {
    /// Whether an operation has a waiter.
    #[must_use]
    pub fn has_waiters(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| !operation.waiters.is_empty())
    }
}
