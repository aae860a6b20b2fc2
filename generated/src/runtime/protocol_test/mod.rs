//! What the tests lean on that the generator makes of Smithy's protocol tests.
//!
//! [`request`] makes the request of an input and compares it with what it has to be; [`answer`] is an answer that an
//! operation reads, and compares what it has become. Both panic with every difference and the place of it. Values of
//! secret members are compared, but not shown.
//!
//! ([HTTP protocol compliance tests](https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html))

mod answer;
mod decimal;
mod differences;
mod headers;
mod json;
mod macros;
mod request;
mod same;

pub use answer::{Answer, answer};
pub use differences::Differences;
pub use json::document;
pub use request::{Expected, request};
pub use same::Same;

#[doc(inline)]
pub use crate::{
    __protocol_test_enumeration as enumeration, __protocol_test_structure as structure,
    __protocol_test_union as union,
};
