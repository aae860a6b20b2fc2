//! Names in the emitted code.

use std::fmt;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::reserved;

/// An identifier of the emitted code; a keyword is written raw (`r#type`).
///
/// Unlike [`proc_macro2::Ident`] it can cross threads, so that pages are emitted in parallel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The identifier with this text, which is a Rust identifier or a keyword that may be written raw.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, without the `r#` of a keyword.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This name with something before it: `set_` and `type` give `set_type`, `set_` and `_2d` give `set_2d`.
    #[must_use]
    pub fn prefixed(&self, prefix: &str) -> Self {
        let name = self.0.strip_prefix('_').unwrap_or(&self.0);
        Self(format!("{prefix}{name}"))
    }

    /// This name with something after it: `Stage` and `Builder` give `StageBuilder`.
    #[must_use]
    pub fn suffixed(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = if reserved::is_keyword(&self.0) && !reserved::is_path_keyword(&self.0) {
            Ident::new_raw
        } else {
            Ident::new
        };
        tokens.append(ident(&self.0, Span::call_site()));
    }
}

/// The path under which the emitted code finds its runtime: `crate::runtime` in the client crate itself,
/// `ivs_realtime::runtime` in another crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimePath(Vec<Name>);

impl RuntimePath {
    /// Reads a path of identifiers, `crate::runtime`; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let path = syn::parse_str::<syn::Path>(text).ok()?;
        let plain = path.leading_colon.is_none()
            && path
                .segments
                .iter()
                .all(|segment| segment.arguments.is_none());
        plain.then(|| {
            Self(
                path.segments
                    .iter()
                    .map(|segment| Name::new(segment.ident.to_string()))
                    .collect(),
            )
        })
    }
}

impl Default for RuntimePath {
    /// `crate::runtime`.
    fn default() -> Self {
        Self(vec![Name::new("crate"), Name::new("runtime")])
    }
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let segments = &self.0;
        tokens.extend(quote::quote!(#(#segments)::*));
    }
}
