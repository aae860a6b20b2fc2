//! The page of the client.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::docs;
use super::imports::{Exports, Scope};
use crate::ir::Service;

/// The whole page. The methods stand on the pages of the operations.
pub(super) fn client_page(service: &Service, exports: &Exports<'_>) -> TokenStream {
    let docs = docs(&service.docs);
    let omitted = omitted(service);
    let code = quote! {
        #docs
        #omitted
        #[derive(Clone, Debug)]
        pub struct Client {
            config: Config,
        }
        impl Client {
            #[doc = " A client with these settings."]
            pub fn from_conf(config: Config) -> Self {
                Self { config }
            }
            #[doc = " The settings of the client."]
            pub fn config(&self) -> &Config {
                &self.config
            }
        }
    };
    let imports = Scope::new(exports, &[]).imports(&code, &[&crate::ir::Name::new("Client")]);
    quote!(#imports #code)
}

/// Says which operations were left out.
fn omitted(service: &Service) -> Option<TokenStream> {
    if service.omitted_operations.is_empty() {
        return None;
    }
    let intro = " These operations have event streams, which are not supported, and were left out:";
    let items = service
        .omitted_operations
        .iter()
        .map(|name| format!(" - `{name}`"));
    Some(quote! {
        #[doc = ""]
        #[doc = #intro]
        #[doc = ""]
        #(#[doc = #items])*
    })
}
