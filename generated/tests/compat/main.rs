//! A program written for the official SDK compiles against this crate: `every_operation.rs` is that program, line by
//! line. Only `use ivs_realtime as sdk;` was added, and rustfmt has been over it.

#[cfg(test)]
mod every_operation;
