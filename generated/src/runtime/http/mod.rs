//! HTTP bindings: which part of a request or response a member stands in (Smithy's "HTTP binding traits").
//!
//! [`RequestBuilder`] puts together a request, with a function of [`text`] for each member that says how it is
//! written. A response is read with the functions of [`response`], and one of [`parse`] for each member.

mod encode;
mod header_list;
pub mod parse;
mod request;
mod request_body;
mod request_headers;
mod request_query;
pub mod response;
pub mod text;

#[cfg(test)]
mod tests;

pub use request::RequestBuilder;

/// Content types of payloads whose member has no trait `@mediaType`.
pub mod content_type {
    /// Of structures, unions and documents.
    pub const JSON: &str = "application/json";
    /// Of blobs.
    pub const OCTET_STREAM: &str = "application/octet-stream";
    /// Of strings and enumerations.
    pub const TEXT: &str = "text/plain";
}
