//! A client for Amazon IVS Real-Time.

pub mod runtime;
