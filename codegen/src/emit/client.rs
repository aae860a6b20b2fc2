//! The page of the client.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::docs;
use super::imports::{Exports, Scope};
use crate::ir::Service;
use crate::ir::endpoint::{BuiltIn, EndpointRules, Param, ParamKind, ParamValue};

/// The whole page. The methods stand on the pages of the operations.
pub(super) fn client_page(service: &Service, exports: &Exports<'_>) -> TokenStream {
    let docs = docs(&service.docs);
    let omitted = omitted(service);
    let facts = facts(service);
    let code = quote! {
        #docs
        #omitted
        #[derive(Clone, Debug)]
        pub struct Client<C = client::Async> {
            pub(super) caller: C,
        }
        // Bounds stand at the methods: at the block, rustc would not say which feature is missing.
        impl<C> Client<C> {
            #[doc = " A client with the settings that another part of the program has, such as an `SdkConfig`."]
            pub fn new(config: impl Into<Config>) -> Self
            where
                C: client::Caller,
            {
                Self::from_conf(config.into())
            }
            #[doc = " A client with these settings. It opens no connection before the first call."]
            pub fn from_conf(config: Config) -> Self
            where
                C: client::Caller,
            {
                Self { caller: C::new(&SERVICE, config) }
            }
            #[doc = " A client with the settings that the environment names: region, credentials, endpoint and more."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " The region or the credentials are missing, or a variable has a value that it cannot have."]
            pub fn from_env() -> Result<Self, config::EnvironmentError>
            where
                C: client::Caller,
            {
                Self::from_env_with(config::Builder::new())
            }
            #[doc = " A client with these settings, and those that the environment names for what they leave open."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Those of [`from_env`](Self::from_env), for what these settings leave open."]
            pub fn from_env_with(given: config::Builder) -> Result<Self, config::EnvironmentError>
            where
                C: client::Caller,
            {
                let caller = C::from_env(&SERVICE, given)?;
                Ok(Self { caller })
            }
            #[doc = " The settings of the client."]
            pub fn config(&self) -> &Config
            where
                C: client::Caller,
            {
                self.caller.config()
            }
        }
        #facts
    };
    let imports = Scope::new(exports, &[]).imports(&code, &[&crate::ir::Name::new("Client")]);
    let waiters = service.has_waiters().then(|| {
        let runtime = &service.runtime;
        quote!(pub use #runtime::waiter::Waiters;)
    });
    quote!(#imports #waiters #code)
}

/// What the runtime has to know of the service, and how it asks for an endpoint.
fn facts(service: &Service) -> TokenStream {
    let sdk_id = &service.sdk_id;
    let signing_name = match &service.signing_name {
        Some(name) => quote!(Some(#name)),
        None => quote!(None),
    };
    let (endpoint, function) = match &service.endpoint_rules {
        Some(rules) => (quote!(endpoint), Some(endpoint_fn(rules))),
        None => {
            let runtime = &service.runtime;
            (quote!(endpoint: #runtime::endpoint::given), None)
        }
    };
    let needs_account_id = service
        .endpoint_rules
        .as_ref()
        .is_some_and(EndpointRules::needs_account_id);
    quote! {
        pub(super) static SERVICE: client::Service = client::Service {
            sdk_id: #sdk_id,
            signing_name: #signing_name,
            crate_version: env!("CARGO_PKG_VERSION"),
            needs_account_id: #needs_account_id,
            #endpoint,
        };
        #function
    }
}

/// Asks the endpoint rules with what the call and the settings say.
fn endpoint_fn(rules: &EndpointRules) -> TokenStream {
    let values: Vec<_> = rules.params.iter().filter_map(value).collect();
    let others =
        (values.len() < rules.params.len()).then(|| quote!(..super::endpoint::Params::default()));
    let params = if values.is_empty() {
        quote!(super::endpoint::Params::default())
    } else {
        quote!(super::endpoint::Params { #(#values,)* #others })
    };
    let config = used("config", rules.params.iter().any(reads_settings));
    let given = used("given", rules.params.iter().any(reads_given));
    quote! {
        fn endpoint(#config: &Config, #given: &ContextParams) -> Result<Endpoint, EndpointError> {
            super::endpoint::resolve_endpoint(&#params)
        }
    }
}

/// The name of an argument, or `_` if nothing reads it.
fn used(name: &str, is_used: bool) -> Ident {
    format_ident!("{}", if is_used { name } else { "_" })
}

fn reads_settings(param: &Param) -> bool {
    let built_in = param.built_in.as_ref();
    built_in.is_some_and(BuiltIn::is_setting)
}

fn reads_given(param: &Param) -> bool {
    let built_in = param.built_in.as_ref();
    param.is_given || built_in.is_some_and(|built_in| !built_in.is_setting())
}

/// The field of a parameter that calls, clients or settings give a value for, in this order.
fn value(param: &Param) -> Option<TokenStream> {
    let field = &param.field;
    let own = param.is_given.then(|| given(param, &param.name));
    let built_in = param.built_in.as_ref().map(|one| built_in(param, one));
    let value = match (own, built_in) {
        (None, None) => return None,
        (Some(value), None) | (None, Some(value)) => value,
        (Some(own), Some(built_in)) if param.kind == ParamKind::Boolean => {
            quote!(#own.or(#built_in))
        }
        (Some(own), Some(built_in)) => quote!(#own.or_else(|| #built_in)),
    };
    Some(match &param.default {
        None => quote!(#field: #value),
        Some(default) if default.is_rust_default() => quote!(#field: #value.unwrap_or_default()),
        Some(ParamValue::Boolean(_)) => quote!(#field: #value.unwrap_or(true)),
        Some(ParamValue::String(text)) => {
            quote!(#field: #value.unwrap_or_else(|| #text.to_owned()))
        }
        Some(ParamValue::StringArray(items)) => {
            quote!(#field: #value.unwrap_or_else(|| vec![#(#items.to_owned()),*]))
        }
    })
}

/// What a call or the settings of this service have for a name.
fn given(param: &Param, name: &str) -> TokenStream {
    match param.kind {
        ParamKind::String => quote!(given.string(#name)),
        ParamKind::Boolean => quote!(given.boolean(#name)),
        ParamKind::StringArray => quote!(given.strings(#name)),
    }
}

/// What the settings have for a built-in.
fn built_in(param: &Param, built_in: &BuiltIn) -> TokenStream {
    match built_in {
        BuiltIn::Region => quote!(config.region().map(|region| region.to_string())),
        BuiltIn::Endpoint => quote!(config.endpoint_url().map(str::to_owned)),
        BuiltIn::UseFips => quote!(config.use_fips()),
        BuiltIn::UseDualStack => quote!(config.use_dual_stack()),
        BuiltIn::AccountIdEndpointMode => {
            let mode = given(param, built_in.name());
            quote!(#mode.or_else(|| Some("preferred".to_owned())))
        }
        BuiltIn::AccountId | BuiltIn::Other(_) => given(param, built_in.name()),
    }
}

/// Says which operations were left out.
fn omitted(service: &Service) -> TokenStream {
    let operations = omitted_items(
        " These operations have event streams, which are not supported, and were left out:",
        &service.omitted_operations,
    );
    let waiters = omitted_items(
        " These waiters have paths that are not supported, and were left out:",
        &service.omitted_waiters,
    );
    quote!(#operations #waiters)
}

fn omitted_items(intro: &str, names: &[String]) -> Option<TokenStream> {
    if names.is_empty() {
        return None;
    }
    let items = names.iter().map(|name| format!(" - `{name}`"));
    Some(quote! {
        #[doc = ""]
        #[doc = #intro]
        #[doc = ""]
        #(#[doc = #items])*
    })
}
