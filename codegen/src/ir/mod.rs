//! The intermediate representation: what `resolve` has decided and `emit` writes down.

pub mod endpoint;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The path that emitted code finds the support library under, `crate::runtime`.
#[derive(Clone, Debug)]
pub struct RuntimePath(TokenStream);

impl RuntimePath {
    /// Reads a path such as `ivs_realtime::runtime`.
    ///
    /// # Errors
    ///
    /// If the text is no Rust path.
    pub fn parse(text: &str) -> syn::Result<Self> {
        let path: syn::Path = syn::parse_str(text)?;
        Ok(Self(path.into_token_stream()))
    }
}

impl Default for RuntimePath {
    fn default() -> Self {
        Self(quote!(crate::runtime))
    }
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
