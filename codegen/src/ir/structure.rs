//! The types of the emitted crate: structures, unions, enums and errors.

use super::{Docs, Name, Response, Type};

/// A structure: the input or output of an operation, a type, or an error.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Its Rust name.
    pub name: Name,
    /// The module it has in `types`; that of their operation for inputs and outputs.
    pub module: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// Its members, in the order of the model.
    pub fields: Vec<Field>,
    /// Whether requests contain it, so that it can be written.
    pub in_requests: bool,
    /// Whether answers contain it, so that it can be read.
    pub in_responses: bool,
    /// Whether the whole of it is secret.
    pub sensitive: bool,
    /// What it keeps of an answer besides its members.
    pub keeps: Keeps,
}

/// What a structure keeps of an answer besides the members of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// Nothing.
    Nothing,
    /// The request id: outputs.
    RequestId,
    /// Code, message and request id: errors.
    ErrorMetadata,
}

impl Structure {
    /// Whether every member may be absent, so that the builder can hold the structure itself.
    #[must_use]
    pub fn is_all_optional(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.presence == Presence::Optional)
    }

    /// Whether building it can fail: a member has to be there.
    #[must_use]
    pub fn has_required(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.presence == Presence::Required)
    }

    /// Whether a member has an accessor and a setter. The headers of an error have not: they are for the curious, who
    /// find them in public fields.
    #[must_use]
    pub fn has_methods(&self, field: &Field) -> bool {
        self.keeps != Keeps::ErrorMetadata || !matches!(field.binding, Binding::Header(_))
    }

    /// Whether `Debug` has something to hide.
    #[must_use]
    pub fn hides_something(&self) -> bool {
        self.sensitive || self.fields.iter().any(|field| field.sensitive)
    }
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name of the field, of its accessor and of its setter.
    pub name: Name,
    /// The name of the member in the model.
    pub member: String,
    /// The key in JSON.
    pub json_name: String,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// What it holds, without the `Option` that `presence` may put around it.
    pub ty: Type,
    /// Whether a `Box` breaks a recursion here.
    pub boxed: bool,
    /// Whether it is a stream of bytes. It is held in memory all the same.
    pub streaming: bool,
    /// Whether it may be absent.
    pub presence: Presence,
    /// Whether a request must have it, although an input's field is always an `Option`.
    pub required: bool,
    /// Whether its value is secret.
    pub sensitive: bool,
    /// Whether it is left out of a request while it has the type's default.
    pub omit_default: bool,
    /// Whether a call fills it with a fresh token when it is absent.
    pub idempotency_token: bool,
    /// Where it travels.
    pub binding: Binding,
}

/// Whether a field may be absent.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// `Option<T>`.
    Optional,
    /// `T`; building fails without it, reading makes it the type's default.
    Required,
    /// `T`; where it is absent it takes this value.
    Defaulted(DefaultValue),
}

/// The value of a field that was not given.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// The type's own default: zero, false, empty.
    Zero,
    /// `true`.
    True,
    /// A number, as Rust source.
    Number(String),
    /// A string.
    String(String),
    /// The value of an enum of strings.
    Enum(Name, String),
    /// The value of an enum of integers.
    IntEnum(Name, i32),
    /// Bytes, in base64.
    Base64(String),
    /// A number of any size, as decimal text.
    BigNumber(String),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    /// A document that holds a value of its own.
    Document(DocumentValue),
}

/// What a document holds by default; Smithy allows no list or map with something in it.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentValue {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Another number, as Rust source.
    Float(String),
    /// A string.
    String(String),
    /// An empty list.
    EmptyList,
    /// An empty map.
    EmptyMap,
}

/// Where a member travels
/// ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Binding {
    /// In the JSON object that is the body.
    Body,
    /// In the path.
    Label,
    /// In the path, with its slashes.
    GreedyLabel,
    /// In a parameter of the query.
    Query(String),
    /// As any number of parameters of the query.
    QueryParams,
    /// In a header.
    Header(String),
    /// As any number of headers with this prefix.
    PrefixHeaders(String),
    /// As the whole body, with its media type if the model says one.
    Payload(Option<String>),
    /// As the status of the answer.
    ResponseCode,
}

/// An error of the service.
#[derive(Clone, Debug)]
pub struct ErrorShape {
    /// Its members.
    pub structure: Structure,
    /// The code by which an answer names it.
    pub code: String,
    /// The status that answers with it have.
    pub status: u16,
    /// Whether the fault is the service's; else it is the caller's.
    pub is_server_fault: bool,
    /// How an answer becomes the error.
    pub response: Response,
    /// Whether a call may be tried again after it, and whether that is because of throttling.
    pub retryable: Option<bool>,
    /// The method that asks whether an error is this one, `is_validation_exception`.
    pub is_method: Name,
    /// The member that holds the message for people, if there is one.
    pub message: Option<Message>,
}

/// The member of an error that holds the message for people.
#[derive(Clone, Debug)]
pub struct Message {
    /// The field.
    pub field: Name,
    /// Whether it is an `Option<String>` rather than a `String`.
    pub optional: bool,
}

/// An enum of strings.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its Rust name.
    pub name: Name,
    /// The module it has in `types`.
    pub module: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// Whether its values are secret.
    pub sensitive: bool,
    /// Its values, in the order of the model.
    pub variants: Vec<EnumVariant>,
}

/// A value of an enum of strings.
#[derive(Clone, Debug)]
pub struct EnumVariant {
    /// Its Rust name.
    pub name: Name,
    /// Its text on the wire.
    pub value: String,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
}

/// An enum of integers.
#[derive(Clone, Debug)]
pub struct IntEnum {
    /// Its Rust name.
    pub name: Name,
    /// The module it has in `types`.
    pub module: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// Its values, in the order of the model.
    pub variants: Vec<IntEnumVariant>,
}

/// A value of an enum of integers.
#[derive(Clone, Debug)]
pub struct IntEnumVariant {
    /// Its Rust name.
    pub name: Name,
    /// Its number on the wire.
    pub value: i32,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
}

/// A union: exactly one of its members.
#[derive(Clone, Debug)]
pub struct Union {
    /// Its Rust name.
    pub name: Name,
    /// The module it has in `types`.
    pub module: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// Its members, in the order of the model.
    pub variants: Vec<UnionVariant>,
    /// Whether requests contain it.
    pub in_requests: bool,
    /// Whether answers contain it.
    pub in_responses: bool,
    /// Whether the whole of it is secret.
    pub sensitive: bool,
}

/// A member of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// The name of the variant.
    pub name: Name,
    /// The name as it stands in methods, `is_name` and `as_name`.
    pub method_name: Name,
    /// The name of the member in the model.
    pub member: String,
    /// The key in JSON.
    pub json_name: String,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// What it holds; `None` for `smithy.api#Unit`.
    pub ty: Option<Type>,
    /// Whether a `Box` breaks a recursion here.
    pub boxed: bool,
    /// Whether its value is secret.
    pub sensitive: bool,
}
