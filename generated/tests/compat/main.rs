//! A program written for the official SDK compiles against this crate.
//!
//! `every_operation.rs` is that program, line by line, but that a call is not sent: there is no transport yet. In
//! place of `call.send().await?` stands `unanswered(call)?`, and the ten functions that only page are left out.

#[cfg(test)]
use ivs_realtime as sdk;

#[cfg(test)]
mod every_operation;

/// Stands for sending a call: its output has the type that the program expects.
#[cfg(test)]
fn unanswered<C, O>(_call: C) -> Result<O, Box<dyn std::error::Error>> {
    Err("there is no transport".into())
}
