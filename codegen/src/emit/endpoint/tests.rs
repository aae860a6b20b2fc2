//! The page of a service's endpoint tests.

use proc_macro2::TokenStream;
use quote::quote;

use super::block::endpoint;
use super::{docs, imports};
use crate::ir::RuntimePath;
use crate::ir::endpoint::{
    BuiltIn, ClientSetting, EndpointCall, EndpointTest, EndpointTests, ParamValue,
};

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
    let found = found(test, quote!(resolve_endpoint(&params)));
    let calls = test.calls.iter().map(|one| call(test, one));
    quote! {
        #docs
        #[test]
        fn #name() {
            let params = Params::default() #(#params)*;
            let expected = #expected;
            assert_eq!(#found, expected);
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

/// A call of which the same must come.
fn call(test: &EndpointTest, call: &EndpointCall) -> TokenStream {
    let EndpointCall { module, input, .. } = call;
    let settings = call.settings.iter().map(setting);
    let (assigned, set): (Vec<_>, Vec<_>) = call.members.iter().partition(|one| one.deprecated);
    let mutable = (!assigned.is_empty()).then(|| quote!(mut));
    let set = set.into_iter().map(|member| {
        let (set, value) = (member.field.prefixed("set_"), member_value(&member.value));
        quote!(.#set(Some(#value)))
    });
    let assigned = assigned.into_iter().map(|member| {
        let (field, value) = (&member.field, member_value(&member.value));
        quote!(input.#field = Some(#value);)
    });
    let found = found(test, quote!(SERVICE.endpoint_of(&config, &input)));
    quote! {
        let config = Config::builder() #(#settings)* .build();
        let #mutable input = operation::#module::#input::builder() #(#set)*
            .build()
            .expect("nothing is checked yet");
        #(#assigned)*
        assert_eq!(#found, expected);
    }
}

/// The value of a member, as its field holds it.
fn member_value(value: &ParamValue) -> TokenStream {
    match value {
        ParamValue::String(text) => quote!(#text.into()),
        ParamValue::Boolean(value) => quote!(#value),
        ParamValue::StringArray(items) => quote!(vec![#(#items.into()),*]),
    }
}

/// The call that makes a setting.
fn setting(setting: &ClientSetting) -> TokenStream {
    match setting {
        ClientSetting::BuiltIn(BuiltIn::Region, ParamValue::String(text)) => quote!(.region(#text)),
        ClientSetting::BuiltIn(BuiltIn::Endpoint, ParamValue::String(url)) => {
            quote!(.endpoint_url(#url))
        }
        ClientSetting::BuiltIn(BuiltIn::UseFips, ParamValue::Boolean(value)) => {
            quote!(.use_fips(#value))
        }
        ClientSetting::BuiltIn(BuiltIn::UseDualStack, ParamValue::Boolean(value)) => {
            quote!(.use_dual_stack(#value))
        }
        ClientSetting::BuiltIn(built_in, value) => context_param(built_in.name(), value),
        ClientSetting::Param(name, value) => context_param(name, value),
    }
}

fn context_param(name: &str, value: &ParamValue) -> TokenStream {
    let value = match value {
        ParamValue::String(text) => quote!(#text.to_owned().into()),
        ParamValue::Boolean(value) => quote!(#value.into()),
        ParamValue::StringArray(items) => quote!(vec![#(#items.to_owned()),*].into()),
    };
    quote!(.context_param(#name, #value))
}
