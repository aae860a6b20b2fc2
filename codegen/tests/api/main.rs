//! The public API of the library: what it is, and that it shows no type of a dependency.
//!
//! rustdoc tells both only on a nightly toolchain. So the source is read: what `lib.rs` exports by name, where that is
//! defined, and which types the definitions name. Items that are made by macros would be missed; there are none.

mod leaks;
mod surface;

use insta::assert_snapshot;
use surface::Api;

/// Whoever changes the API sees it here, and says so where it matters.
#[test]
fn the_api_is_what_it_was() {
    assert_snapshot!(Api::read().to_string());
}

#[test]
fn the_api_shows_no_type_of_a_dependency() {
    let api = Api::read();
    let leaks: Vec<String> = api
        .items
        .iter()
        .flat_map(|item| leaks::of(&api, item))
        .collect();
    assert!(leaks.is_empty(), "{leaks:#?}");
}

/// The test above would find one.
#[test]
fn a_leak_is_found() {
    let api = Api::of_text(
        "use serde_json::Value;\nuse crate::model::Model;\nuse std::path::PathBuf;\n\
         pub struct Shown { pub value: Option<Value>, pub path: PathBuf, hidden: syn::File }\n\
         impl Shown { pub fn model(&self, _: impl Into<proc_macro2::TokenStream>) -> Result<Model, Shown> { todo!() } }\n\
         impl From<syn::Error> for Shown { fn from(_: syn::Error) -> Self { todo!() } }",
        "Shown",
    );
    let mut leaks: Vec<String> = api
        .items
        .iter()
        .flat_map(|item| leaks::of(&api, item))
        .collect();
    leaks.sort();
    let expected = ["Model", "Value", "proc_macro2::TokenStream", "syn::Error"];
    assert_eq!(leaks, expected.map(|name| format!("Shown names {name}")));
}
