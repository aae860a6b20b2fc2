//! Generates a Rust client crate from the Smithy model of an AWS restJson1 service.

pub mod diagnostic;
pub mod format;
pub mod model;
