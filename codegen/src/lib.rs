//! Generates a Rust client crate from the Smithy model of an AWS restJson1 service.

pub mod assemble;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod validate;
