//! A client for Amazon IVS Chat, which is no part of this repository: its model is read where it lies.

/// The client.
pub mod chat {
    include!(concat!(env!("OUT_DIR"), "/chat/mod.rs"));
}
