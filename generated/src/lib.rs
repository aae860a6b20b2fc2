// The page's blocks are tested below, with the features that they need.
#![cfg_attr(not(doctest), doc = include_str!("../README.md"))]
//!
//! ## The source
//!
//! Everything below [`runtime`] is written by hand; everything else is generated from the service's model. [`MODEL`] says
//! which state of it that was.

mod api;
pub mod runtime;

pub use api::*;
#[cfg(feature = "test-util")]
#[doc(inline)]
pub use runtime::test_util;

/// The crate's page, so that what it shows is tested.
#[cfg(all(
    doctest,
    feature = "_hyper",
    feature = "aws-config",
    feature = "blocking",
    feature = "test-util"
))]
#[doc = include_str!("../README.md")]
struct Readme;
