//! A client for Amazon IVS Real-Time.
//!
//! Everything below [`runtime`] is written by hand; everything else is generated from the service's model.

mod api;
pub mod runtime;

pub use api::*;
