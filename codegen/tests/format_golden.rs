//! A few pages as the format stage writes them, to be read.

use ivs_realtime_codegen::internals::format::format_page;
use proc_macro2::TokenStream;
use quote::quote;

fn page(tokens: TokenStream) -> String {
    format_page(tokens).expect("a page")
}

#[test]
fn a_page_of_types() {
    insta::assert_snapshot!(page(quote! {
        #![doc = " Types of a participant."]
        use crate::runtime::json::Reader;
        use std::collections::HashMap;
        use crate::runtime::json::{DecodeError, Reader};
        #[doc = " A participant."]
        #[doc = ""]
        #[doc = " See [`Stage`]."]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct Participant {
            #[doc = " Who it is."]
            pub user_id: Option<String>,
            #[doc = " What was said about it."]
            pub attributes: Option<HashMap<String, String>>,
        }
        pub enum State { Active, InProgress, Unknown(UnknownVariantValue) }
        pub type CreateStageError = Error;
    }));
}

#[test]
fn a_page_of_functions() {
    insta::assert_snapshot!(page(quote! {
        impl Operation for CreateStageInput {
            const NAME: &'static str = "CreateStage";
            type Output = CreateStageOutput;
            type Error = Error;
            fn request(&self) -> Result<Request<Bytes>, BuildError> {
                let mut request = RequestBuilder::new(Method::POST);
                request.path("/CreateStage");
                blank_line!();
                request.json_body(|object| {
                    object.string("name", self.name.as_ref());
                    object.list("participantTokenConfigurations", self.participant_token_configurations.as_deref(), ValueWriter::structure);
                });
                request.build()
            }
            fn state(&self) -> State { match self.state.as_str() { "ACTIVE" => State::Active, other => State::Unknown(UnknownVariantValue::new(other)) } }
        }
    }));
}

#[test]
fn what_is_not_rust_is_refused() {
    let error = format_page(quote!(fn fn)).expect_err("no text");
    insta::assert_snapshot!(error, @"the emitted tokens are not Rust: expected identifier, found keyword `fn`");
}

#[test]
fn what_has_no_layout_is_printed_by_prettyplease() {
    insta::assert_snapshot!(page(quote! { pub struct A; macro_rules! name { () => {}; } }), @r"
    pub struct A;
    macro_rules! name {
        () => {};
    }
    ");
}

#[test]
fn lines_of_modules_are_sorted() {
    insta::assert_snapshot!(page(quote! { pub mod v10; mod b; pub mod v9; #[doc = " Docs."] mod a; }), @r"
    mod b;
    pub mod v10;
    pub mod v9;

    /// Docs.
    mod a;
    ");
}
