//! The `use` lines of a page: found by looking at which names its code uses.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use crate::ir::reserved::{MODULES, Origin, TYPES};
use crate::ir::{Name, RuntimePath, Service, relative_path};

/// What the pages of a service can import.
#[derive(Debug)]
pub(super) struct Exports<'a> {
    runtime: &'a RuntimePath,
    /// Module paths from the root of the emitted modules, by the name of the type that is found there.
    types: BTreeMap<&'a str, &'static [&'static str]>,
}

/// How a page refers to what stands outside of it.
pub(super) struct Scope<'a> {
    exports: &'a Exports<'a>,
    /// The path from the root of the emitted modules to the module which the page's own module stands in.
    home: &'static [&'static str],
}

/// A module whose names are imported: how many `super` lead up from the page, or another beginning, and a path.
type Module = Vec<String>;

impl<'a> Exports<'a> {
    pub(super) fn new(service: &'a Service) -> Self {
        let structures = service.structures.iter().map(|structure| &structure.name);
        let unions = service.unions.iter().map(|union| &union.name);
        let enums = service.enums.iter().map(|an_enum| &an_enum.name);
        let int_enums = service.int_enums.iter().map(|an_enum| &an_enum.name);
        let types = structures.chain(unions).chain(enums).chain(int_enums);
        let errors = service.errors.iter().map(|error| &error.structure.name);
        let types = types.map(|name| (name.as_str(), ["types"].as_slice()));
        let errors = errors.map(|name| (name.as_str(), ["types", "error"].as_slice()));
        let client = [("Client", ["client"].as_slice())];
        Self {
            runtime: &service.runtime,
            types: types.chain(errors).chain(client).collect(),
        }
    }
}

impl<'a> Scope<'a> {
    /// The scope of a page whose module stands in `home`.
    pub(super) fn new(exports: &'a Exports<'a>, home: &'static [&'static str]) -> Self {
        Self { exports, home }
    }

    /// The path under which the page finds the runtime.
    pub(super) fn runtime(&self) -> &'a RuntimePath {
        self.exports.runtime
    }

    /// The path from the page to the root of the emitted modules: `super::super`.
    pub(super) fn root(&self) -> TokenStream {
        let supers = (0..=self.home.len()).map(|_| quote!(super));
        quote!(#(#supers)::*)
    }

    /// Imports for every name that `code` uses, but for the `own` ones of the page.
    pub(super) fn imports(&self, code: &TokenStream, own: &[&Name]) -> TokenStream {
        let mut used = Used::default();
        used.scan(code);
        let mut modules: BTreeMap<Module, BTreeSet<&str>> = BTreeMap::new();
        for name in used
            .names
            .iter()
            .filter(|name| !own.iter().any(|own| own.as_str() == name.as_str()))
        {
            if let Some((module, name)) = self.find_type(name) {
                modules.entry(module).or_default().insert(name);
            }
        }
        for (name, origin) in MODULES
            .iter()
            .filter(|(name, _)| used.modules.contains(*name))
        {
            modules
                .entry(self.origin(*origin))
                .or_default()
                .insert(name);
        }
        modules
            .into_iter()
            .map(|(module, names)| use_line(&module, &names))
            .collect()
    }

    fn find_type<'n>(&self, name: &'n str) -> Option<(Module, &'n str)> {
        if let Some(path) = self.exports.types.get(name) {
            return Some((self.emitted_module(path), name));
        }
        let (name, origin) = TYPES.iter().find(|(known, _)| *known == name)?;
        Some((self.origin(*origin), name))
    }

    /// The path from the page to an emitted module: up to where their ways part, and down.
    fn emitted_module(&self, path: &[&str]) -> Module {
        let path = relative_path(self.home, path);
        path.into_iter().map(str::to_owned).collect()
    }

    fn origin(&self, origin: Origin) -> Module {
        let (begin, path) = match origin {
            Origin::Std(path) => ("std".to_owned(), path),
            Origin::Runtime(path) => (
                self.exports
                    .runtime
                    .to_token_stream()
                    .to_string()
                    .replace(' ', ""),
                path,
            ),
        };
        begin
            .split("::")
            .chain(path.split("::"))
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// `use a::b::{C, D};`
fn use_line(module: &Module, names: &BTreeSet<&str>) -> TokenStream {
    let module = module.iter().map(|part| format_ident!("{part}"));
    let names = names.iter().map(|name| format_ident!("{name}"));
    let count = names.len();
    if count == 1 {
        quote!(use #(#module)::*::#(#names)*;)
    } else {
        quote!(use #(#module)::*::{#(#names),*};)
    }
}

/// The names that code uses from outside: not those after `::` or `.`, and modules only before `::`.
#[derive(Default)]
struct Used {
    names: BTreeSet<String>,
    modules: BTreeSet<String>,
}

impl Used {
    fn scan(&mut self, code: &TokenStream) {
        let mut inside_path = false;
        let mut defines = false;
        let mut tokens = code.clone().into_iter().peekable();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Ident(ident) if !inside_path && !defines => {
                    let name = ident.to_string();
                    let next = match tokens.peek() {
                        Some(TokenTree::Punct(punct)) => Some((punct.as_char(), punct.spacing())),
                        _ => None,
                    };
                    if next == Some((':', Spacing::Joint)) {
                        self.modules.insert(name.clone());
                    }
                    // A name without upper case is that of a member, unless it is a macro's.
                    let is_macro = next.is_some_and(|(next, _)| next == '!');
                    if is_macro || name.contains(|letter: char| letter.is_ascii_uppercase()) {
                        self.names.insert(name);
                    }
                }
                TokenTree::Group(group) => self.scan(&group.stream()),
                _ => {}
            }
            inside_path = ends_path(&token, inside_path);
            defines = defines_name(&token);
        }
    }
}

/// Whether the name right after this token is defined here, not used.
fn defines_name(token: &TokenTree) -> bool {
    let TokenTree::Ident(keyword) = token else {
        return false;
    };
    ["const", "enum", "fn", "mod", "struct", "type"]
        .iter()
        .any(|defining| keyword == defining)
}

/// Whether a name right after this token is a member or the end of a path.
fn ends_path(token: &TokenTree, inside_path: bool) -> bool {
    match token {
        TokenTree::Punct(punct) if punct.as_char() == '.' => true,
        TokenTree::Punct(punct) if punct.as_char() == ':' => {
            punct.spacing() == Spacing::Joint || inside_path
        }
        _ => false,
    }
}
