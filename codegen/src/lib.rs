//! Generates a Rust client crate from the Smithy model of an AWS restJson1 service.
//!
//! [`Generator`] is for build scripts: it reads a model, writes the client and tells Cargo. [`generate`] is the same
//! without a disk: model text goes in, files come out.
//!
//! ```
//! use ivs_realtime_codegen::{Layout, Settings, Source, generate};
//!
//! let model = br#"{"smithy": "2.0", "shapes": {
//!     "com.example#Shop": {
//!         "type": "service",
//!         "version": "2020-01-01",
//!         "operations": [{"target": "com.example#Open"}],
//!         "traits": {"aws.protocols#restJson1": {}}
//!     },
//!     "com.example#Open": {
//!         "type": "operation",
//!         "traits": {"smithy.api#http": {"method": "POST", "uri": "/open"}}
//!     }
//! }}"#;
//! let source = Source { name: "shop.json".to_owned(), bytes: model.to_vec() };
//! let settings = Settings {
//!     runtime: "ivs_realtime::runtime".to_owned(),
//!     layout: Layout::File { name: "shop.rs".to_owned() },
//!     ..Settings::default()
//! };
//! let generated = generate(&[source], &settings)?;
//! assert_eq!(generated.counts.operations, 1);
//! assert!(generated.files["shop.rs"].contains("pub struct OpenInput"));
//! # Ok::<(), ivs_realtime_codegen::Diagnostics>(())
//! ```
//!
//! # How it works
//!
//! ```text
//! load -> assemble -> validate -> resolve -> emit -> format -> output
//! ```
//!
//! Each stage is a module with types of its own, and none names a type of a later one:
//!
//! - `load`: text becomes Smithy's JSON AST, in the form it has in the file;
//! - `assemble`: several files become one model, with `apply` statements and mixins worked in;
//! - `validate`: the model becomes a `model::Model` with typed traits, or diagnostics;
//! - `resolve`: every decision about the emitted crate is made; the `ir` holds them as finished data;
//! - `emit`: the IR becomes token streams, one for each page;
//! - `format`: token streams become text that rustfmt would not change;
//! - `output`: that text is compared with what is there.
//!
//! Beside them stand `import`, which reads AWS's own format, `diff`, which compares two models, `lint`, which says what
//! is legal but smells, and `show`, which shows one shape as the stages see it. None of them touches a disk, runs a
//! process or opens a socket. `disk` alone reads and writes files, for [`Generator`] and the command line.

mod assemble;
mod build_script;
mod diagnostic;
mod diff;
mod disk;
mod emit;
mod fingerprint;
mod format;
mod generator;
mod import;
mod inspect;
mod ir;
mod lint;
mod load;
mod model;
mod output;
mod references;
mod resolve;
mod show;
mod validate;

pub use build_script::{Generator, Written};
pub use diagnostic::excerpt::Excerpt;
pub use diagnostic::place::{Part, Place, Position, Span};
pub use diagnostic::text::render;
pub use diagnostic::{Diagnostic, Diagnostics, Related, Severity};
pub use generator::{Counts, Generated, Layout, Settings, Test, TestKind, generate};
pub use load::Source;
pub use output::Files;

/// The stages, for the command line and the tests of this repository, which are made of the same commit. They test
/// decisions as data, and look into models; nobody else should: what is here changes as it has to.
#[doc(hidden)]
pub mod internals {
    pub mod assemble {
        pub use crate::assemble::*;
    }
    pub mod diagnostic {
        pub use crate::diagnostic::*;
    }
    pub mod diff {
        pub use crate::diff::*;
    }
    pub mod disk {
        pub use crate::disk::*;
    }
    pub mod emit {
        pub use crate::emit::*;
    }
    pub mod format {
        pub use crate::format::*;
    }
    pub mod import {
        pub use crate::import::*;
    }
    pub mod ir {
        pub use crate::ir::*;
    }
    pub mod lint {
        pub use crate::lint::*;
    }
    pub mod load {
        pub use crate::load::*;
    }
    pub mod model {
        pub use crate::model::*;
    }
    pub mod output {
        pub use crate::output::*;
    }
    pub mod resolve {
        pub use crate::resolve::*;
    }
    pub mod show {
        pub use crate::show::*;
    }
    pub mod validate {
        pub use crate::validate::*;
    }
}

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
