//! All pages in one: the module of each stands where its parent declares it.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::{Page, pages};
use crate::ir::Service;

/// The whole of a service as one page. It has the modules that [`pages`] has, so paths between them stay as they are.
#[must_use]
pub fn nested(service: &Service) -> TokenStream {
    let pages = pages(service, false);
    let by_module: BTreeMap<String, &Page<'_>> = pages
        .iter()
        .map(|page| (module_of(&page.path()), page))
        .collect();
    content("", &by_module)
}

/// The module that stands in a file, from the root: `types/mod.rs` has `types/`, and `mod.rs` the empty path.
fn module_of(file: &str) -> String {
    match file.strip_suffix("mod.rs") {
        Some(module) => module.to_owned(),
        None => format!("{}/", file.trim_end_matches(".rs")),
    }
}

/// What stands in a module, with the modules below it.
fn content(module: &str, pages: &BTreeMap<String, &Page<'_>>) -> TokenStream {
    let page = pages.get(module).expect("every module has a page");
    let mut out = Vec::new();
    let mut declared = None;
    for token in page.tokens() {
        let is_end = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
        match declared.take().filter(|_| is_end) {
            Some(name) => {
                let inner = content(&format!("{module}{name}/"), pages);
                out.push(Group::new(Delimiter::Brace, inner).into());
            }
            None => {
                if is_mod(out.last()) {
                    declared = name(&token);
                }
                out.push(token);
            }
        }
    }
    out.into_iter().collect()
}

/// Whether a token says that a module's name follows.
fn is_mod(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Ident(keyword)) if keyword == "mod")
}

/// A module's name as files have it, without `r#`.
fn name(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(name) => Some(name.to_string().trim_start_matches("r#").to_owned()),
        _ => None,
    }
}
