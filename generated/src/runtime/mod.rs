//! The support library that generated code leans on. It never names an operation.

pub mod endpoint;
