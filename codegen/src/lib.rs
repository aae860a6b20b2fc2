//! Generates a Rust client crate from the Smithy model of an AWS restJson1 service.
//!
//! Model text goes in, files come out; nothing here touches a disk, runs a process or opens a socket.
//!
//! ```text
//! load -> assemble -> validate -> resolve -> emit -> format -> output
//! ```
//!
//! Each stage is a module with types of its own, and none names a type of a later one:
//!
//! - [`load`]: text becomes Smithy's JSON AST, in the form it has in the file;
//! - [`assemble`]: several files become one model, with `apply` statements and mixins worked in;
//! - [`validate`]: the model becomes a [`model::Model`] with typed traits, or diagnostics;
//! - [`resolve`]: every decision about the emitted crate is made; the [`ir`] holds them as finished data;
//! - [`emit`]: the IR becomes token streams, one for each page;
//! - [`mod@format`]: token streams become text that rustfmt would not change;
//! - [`output`]: that text is compared with what is there.
//!
//! Beside them stand [`lint`], which says what is legal but smells, and [`show`], which shows one shape as the
//! stages see it.

pub mod assemble;
mod build_script;
pub mod diagnostic;
pub mod diff;
pub mod disk;
pub mod emit;
pub mod format;
mod generator;
pub mod import;
mod inspect;
pub mod ir;
pub mod lint;
pub mod load;
pub mod model;
pub mod output;
mod references;
pub mod resolve;
pub mod show;
pub mod validate;

pub use build_script::{Generator, Written};
pub use diagnostic::{Diagnostic, Diagnostics};
pub use generator::{Counts, Generated, Layout, Settings, Test, TestKind, generate};
pub use load::Source;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
