//! Types that an exported item names and users cannot name, or only with a dependency of ours.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Fields, FnArg, Generics, ImplItem, Item, Signature, UseTree};

use crate::surface::{Api, Exported};

/// Crates whose types may be seen.
const MEANT: [&str; 3] = ["alloc", "core", "std"];

/// What is in scope without a `use`.
const PRELUDE: [&str; 26] = [
    "AsRef",
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Eq",
    "Extend",
    "From",
    "Into",
    "IntoIterator",
    "Iterator",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "String",
    "Sync",
    "ToString",
    "Vec",
    "bool",
    "str",
    "u8",
    "usize",
];

/// What the item names and should not.
pub fn of(api: &Api, exported: &Exported) -> BTreeSet<String> {
    let names = Names {
        exported: api.items.iter().map(|item| item.name.as_str()).collect(),
        imported: imports(&exported.file.items),
        generics: exported.shown.iter().flat_map(generics).collect(),
    };
    let mut all = Vec::new();
    for tokens in exported.shown.iter().flat_map(signatures) {
        paths(tokens, &mut all);
    }
    let leaks = all.iter().filter(|path| !names.may_be(path));
    leaks
        .map(|path| format!("{} names {}", exported.name, path.join("::")))
        .collect()
}

/// The first part of the path of everything that is imported.
fn imports(items: &[Item]) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for item in items {
        if let Item::Use(import) = item {
            add(&import.tree, None, &mut all);
        }
    }
    all
}

fn add(tree: &UseTree, first: Option<&str>, all: &mut BTreeMap<String, String>) {
    let mut take = |name: String| {
        let first = first.unwrap_or(&name).to_owned();
        all.insert(name, first);
    };
    match tree {
        UseTree::Name(name) => take(name.ident.to_string()),
        UseTree::Rename(rename) => take(rename.rename.to_string()),
        UseTree::Path(path) => {
            let own = path.ident.to_string();
            // `use std::path::{self, Path}` has `path` too.
            all.insert(own.clone(), first.unwrap_or(&own).to_owned());
            add(&path.tree, Some(first.unwrap_or(&own)), all);
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| add(tree, first, all)),
        UseTree::Glob(_) => {
            panic!("a file with exported items imports names that cannot be read here")
        }
    }
}

/// Tells which names a signature may have.
struct Names<'a> {
    exported: BTreeSet<&'a str>,
    imported: BTreeMap<String, String>,
    generics: BTreeSet<String>,
}

impl Names<'_> {
    fn may_be(&self, path: &[String]) -> bool {
        let (first, last) = (path[0].as_str(), path[path.len() - 1].as_str());
        if PRELUDE.contains(&first) || MEANT.contains(&first) || self.generics.contains(first) {
            return true;
        }
        let unimported = if path.len() > 1 { first } else { "self" };
        let origin = self.imported.get(first).map_or(unimported, String::as_str);
        match origin {
            "crate" | "self" | "super" => self.exported.contains(last),
            other => MEANT.contains(&other),
        }
    }
}

/// The types and bounds of an item.
fn signatures(item: &Item) -> Vec<TokenStream> {
    let types = |fields: &Fields| -> Vec<TokenStream> {
        fields
            .iter()
            .map(|field| field.ty.to_token_stream())
            .collect()
    };
    match item {
        Item::Struct(one) => types(&one.fields),
        Item::Enum(one) => one
            .variants
            .iter()
            .flat_map(|variant| types(&variant.fields))
            .collect(),
        Item::Type(one) => vec![one.ty.to_token_stream()],
        Item::Fn(one) => signature(&one.sig),
        Item::Impl(one) => {
            let trait_path = one
                .trait_
                .iter()
                .map(|implemented| implemented.0.to_token_stream());
            let mut all: Vec<TokenStream> = trait_path.collect();
            for item in &one.items {
                match item {
                    ImplItem::Fn(function) => all.extend(signature(&function.sig)),
                    ImplItem::Type(one) => all.push(one.ty.to_token_stream()),
                    ImplItem::Const(one) => all.push(one.ty.to_token_stream()),
                    _ => {}
                }
            }
            all
        }
        _ => Vec::new(),
    }
}

fn signature(signature: &Signature) -> Vec<TokenStream> {
    let mut all = vec![signature.output.to_token_stream()];
    let params = signature.generics.type_params();
    all.extend(params.map(|param| param.bounds.to_token_stream()));
    all.push(signature.generics.where_clause.to_token_stream());
    all.extend(signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed.ty.to_token_stream()),
        FnArg::Receiver(_) => None,
    }));
    all
}

/// The parameters that stand for types.
fn generics(item: &Item) -> BTreeSet<String> {
    let names = |generics: &Generics| -> Vec<String> {
        generics
            .type_params()
            .map(|param| param.ident.to_string())
            .collect()
    };
    let mut all = BTreeSet::new();
    match item {
        Item::Fn(one) => all.extend(names(&one.sig.generics)),
        Item::Impl(one) => {
            all.extend(names(&one.generics));
            for item in &one.items {
                if let ImplItem::Fn(function) = item {
                    all.extend(names(&function.sig.generics));
                }
            }
        }
        _ => {}
    }
    all
}

/// The paths in a signature: `a::B` as two parts. Words in lower case by themselves are keywords and primitive types.
fn paths(tokens: TokenStream, all: &mut Vec<Vec<String>>) {
    let mut path: Vec<String> = Vec::new();
    let mut goes_on = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) if goes_on => path.push(name.to_string()),
            TokenTree::Ident(name) => {
                end(&mut path, all);
                path.push(name.to_string());
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                goes_on = true;
                continue;
            }
            // `Item = S` in a bound names no type.
            TokenTree::Punct(punct) if punct.as_char() == '=' => path.clear(),
            TokenTree::Group(group) => {
                end(&mut path, all);
                paths(group.stream(), all);
            }
            _ => end(&mut path, all),
        }
        goes_on = false;
    }
    end(&mut path, all);
}

fn end(path: &mut Vec<String>, all: &mut Vec<Vec<String>>) {
    let ended = std::mem::take(path);
    let is_word = |part: &String| part.chars().all(|one| !one.is_uppercase());
    if ended.len() > 1 || ended.first().is_some_and(|part| !is_word(part)) {
        all.push(ended);
    }
}
