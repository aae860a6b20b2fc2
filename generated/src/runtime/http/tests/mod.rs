//! Tests of the bindings. Names in comments are those of Smithy's protocol cases for restJson1.

mod request;
mod response;
