//! The page of a service's endpoint tests.

use proc_macro2::TokenStream;
use quote::quote;

use super::block::endpoint;
use super::calls::call;
use super::{docs, imports};
use crate::ir::RuntimePath;
use crate::ir::endpoint::{EndpointTest, EndpointTests, ParamValue};

/// A page with a `#[test]` for each case. `page` is the path of the page with the rules,
/// `crate::api::endpoint`.
#[must_use]
pub fn endpoint_tests_page(
    tests: &EndpointTests,
    page: &TokenStream,
    runtime: &RuntimePath,
) -> TokenStream {
    let imports = imports(&tests.imports, runtime);
    let cases = tests.cases.iter().map(case);
    let calling = tests.has_calls.then(|| {
        quote! {
            use super::client::SERVICE;
            use super::operation;
            use #runtime::config::Config;
        }
    });
    quote! {
        use #page::{Params, resolve_endpoint};
        #calling
        #imports

        #(#cases)*
    }
}

fn case(test: &EndpointTest) -> TokenStream {
    let (name, docs) = (&test.name, docs(&test.docs));
    let params = test.params.iter().map(|(setter, value)| {
        let value = match value {
            ParamValue::String(text) => quote!(#text),
            ParamValue::Boolean(value) => quote!(#value),
            ParamValue::StringArray(items) if items.is_empty() => quote!(Vec::<String>::new()),
            ParamValue::StringArray(items) => quote!([#(#items),*]),
        };
        quote!(.#setter(#value))
    });
    let expected = match &test.expect {
        Ok(result) => {
            let endpoint = endpoint(result);
            quote!(Ok(#endpoint))
        }
        Err(message) => quote!(Err(EndpointError::new(#message))),
    };
    let resolved = found(test, quote!(resolve_endpoint(&params)));
    let calls = test.calls.iter().map(|one| {
        let found = found(test, quote!(SERVICE.endpoint_of(&config, &input)));
        let call = call(one);
        quote!(#call assert_eq!(#found, expected);)
    });
    quote! {
        #docs
        #[test]
        fn #name() {
            let params = Params::default() #(#params)*;
            let expected = #expected;
            assert_eq!(#resolved, expected);
            #(#calls)*
        }
    }
}

/// What is found, with the partitions that the test knows.
fn found(test: &EndpointTest, find: TokenStream) -> TokenStream {
    if test.is_outdated {
        quote!(with_former_partitions(|| #find))
    } else {
        find
    }
}
