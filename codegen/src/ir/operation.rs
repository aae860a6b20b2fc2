//! Operations: how a call becomes a request, and how an answer is read.

use super::endpoint::OperationParam;
use super::waiter::Waiter;
use super::{Docs, Name, Structure, Type};

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name on the wire, `CreateStage`.
    pub wire_name: String,
    /// Its Rust name, `CreateStage`, on which the names of input, output and builders are made.
    pub name: Name,
    /// Its module in `operation`, `create_stage`.
    pub module: Name,
    /// Its method on the client, `create_stage`.
    pub method: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A note, if it is deprecated.
    pub deprecated: Option<String>,
    /// Its input, `CreateStageInput`.
    pub input: Structure,
    /// Its output, `CreateStageOutput`.
    pub output: Structure,
    /// How the input becomes a request.
    pub request: Request,
    /// How an answer becomes the output.
    pub response: Response,
    /// The names of the errors the model says it answers with.
    pub errors: Vec<Name>,
    /// How a call proves who makes it, where the service has signatures.
    pub auth: Auth,
    /// Whether signatures leave out the body.
    pub unsigned_payload: bool,
    /// How it pages, if it does.
    pub pagination: Option<Pagination>,
    /// Its waiters, in the order of the model.
    pub waiters: Vec<Waiter>,
    /// What it says to the endpoint rules, in the order of their parameters.
    pub context_params: Vec<OperationParam>,
}

/// How a call proves who makes it
/// ([Smithy 2.0, authentication traits](https://smithy.io/2.0/spec/authentication-traits.html)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// It is signed.
    Signed,
    /// It is signed if there are credentials.
    Optional,
    /// It goes unsigned.
    None,
}

/// How an input becomes a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The path of the URI template.
    pub path: Vec<UriPart>,
    /// The literal part of the URI template's query: names, some with a value.
    pub query: Vec<(String, Option<String>)>,
    /// The prefix of the host, with its labels, if the operation has one.
    pub host_prefix: Vec<UriPart>,
    /// What the body is.
    pub body: RequestBody,
    /// Whether a checksum of the body must be sent.
    pub checksum_required: bool,
    /// Whether the body is compressed with gzip, and from which size on.
    pub compression: Option<Compression>,
}

/// Which bodies are compressed
/// ([Smithy 2.0, requestCompression](https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// Those of a size that the settings of the client say.
    FromMinimum,
    /// All: the model streams the body, and does not need to know its length.
    Always,
}

/// A piece of a URI template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UriPart {
    /// Text, as it stands.
    Literal(String),
    /// The value of the input's field with this index.
    Label(usize),
    /// The same, with its slashes.
    GreedyLabel(usize),
}

/// What a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestBody {
    /// Nothing.
    None,
    /// A JSON object of the fields that are bound to the body.
    Json,
    /// The field with this index, and nothing else.
    Payload(usize),
}

/// What an answer carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// Nothing that is read.
    None,
    /// A JSON object of the fields that are bound to the body.
    Json,
    /// The field with this index, and nothing else.
    Payload(usize),
}

/// How an operation pages
/// ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// The field of the input that takes the token.
    pub input_token: Name,
    /// The path of fields of the output that leads to the next token.
    pub output_token: Vec<Step>,
    /// The items of a page; a page is its own item where the model names none.
    pub items: Option<Items>,
    /// The field of the input that limits the size of a page, and its type, an integer.
    pub page_size: Option<(Name, Type)>,
}

/// A field on the way to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The field.
    pub field: Name,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it is in a `Box`.
    pub boxed: bool,
}

/// The items of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// The path of fields of the output that leads to them.
    pub path: Vec<Step>,
    /// What they are: the item of a list, or key and value of a map.
    pub item: ItemType,
}

/// The type of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemType {
    /// An element of a list.
    Element(Type),
    /// An entry of a map.
    Entry(Type, Type),
}
