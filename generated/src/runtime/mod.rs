//! The support interface of generated code.
//!
//! Everything an emitted page leans on stands here, written by hand: the [JSON codec](json) and the
//! [HTTP bindings](http) of the protocol `aws.protocols#restJson1`. Nothing in it names an operation, so a crate
//! that generates code for another service of this protocol can lean on it too. A person who calls the client needs
//! none of it.

pub mod build;
#[cfg(feature = "client")]
pub mod call;
pub mod client;
pub mod config;
mod decode_error;
pub mod endpoint;
pub mod error;
mod hex;
pub mod http;
pub mod json;
mod operation;
pub mod primitives;
#[cfg(feature = "protocol-test")]
pub mod protocol_test;
mod redacted;
pub mod retry;
pub mod serde;
mod string_enum;
#[cfg(feature = "test-util")]
pub mod test_util;
mod timestamp;
pub mod validate;
pub mod waiter;

#[doc(inline)]
pub use crate::__string_enum as string_enum;
pub use bytes::Bytes;
pub use decode_error::DecodeError;
pub use operation::Operation;
pub use redacted::Redacted;
pub use timestamp::Format;
