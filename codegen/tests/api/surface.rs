//! What `lib.rs` exports, without what nobody outside sees.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{
    Attribute, Fields, File, ImplItem, Item, ItemImpl, ItemUse, Type, UseTree, Visibility,
    parse_file,
};

/// The exported items.
pub struct Api {
    pub items: Vec<Exported>,
}

/// An exported item with its impls.
pub struct Exported {
    pub name: String,
    /// The definition and the impls, without documentation, bodies and what is private.
    pub shown: Vec<Item>,
    /// The file that they stand in.
    pub file: File,
}

impl Api {
    /// That of the library.
    pub fn read() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let library = parse(&source.join("lib.rs"));
        let mut items = Vec::new();
        for item in &library.items {
            match item {
                Item::Use(export) if is_public(&export.vis) => {
                    for (module, name) in exports(export) {
                        let file = parse(&file_of(&source, &module));
                        items.push(Exported::find(file, name));
                    }
                }
                Item::Use(_) | Item::Mod(_) if !is_shown(item) => {}
                Item::Struct(readme) if !is_public(&readme.vis) => {}
                other => panic!(
                    "lib.rs has an item that this test does not know: {}",
                    other.to_token_stream()
                ),
            }
        }
        items.sort_by(|one, other| one.name.cmp(&other.name));
        Self { items }
    }

    /// That of a file which exports one item.
    pub fn of_text(text: &str, name: &str) -> Self {
        let file = parse_file(text).expect("it is Rust");
        Self {
            items: vec![Exported::find(file, name.to_owned())],
        }
    }
}

impl Exported {
    fn find(file: File, name: String) -> Self {
        let items = file.items.iter();
        let shown: Vec<Item> = items.filter_map(|item| shown(item, &name)).collect();
        assert!(
            !shown.is_empty(),
            "`{name}` was not found where lib.rs has it from"
        );
        Self { name, shown, file }
    }
}

impl fmt::Display for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for item in &self.items {
            let file = File {
                shebang: None,
                frontmatter: None,
                attrs: Vec::new(),
                items: item.shown.clone(),
            };
            writeln!(f, "{}", prettyplease::unparse(&file))?;
        }
        Ok(())
    }
}

fn parse(path: &Path) -> File {
    let text = fs::read_to_string(path).expect("the file of a module is there");
    parse_file(&text).expect("it is Rust")
}

/// The file of a module in the root.
fn file_of(source: &Path, module: &str) -> PathBuf {
    let file = source.join(module).with_extension("rs");
    if file.exists() {
        file
    } else {
        source.join(module).join("mod.rs")
    }
}

/// Module and name of each item that `pub use module::{..}` exports.
fn exports(export: &ItemUse) -> Vec<(String, String)> {
    let UseTree::Path(path) = &export.tree else {
        panic!(
            "lib.rs exports something other than items of a module: {}",
            export.to_token_stream()
        );
    };
    let names = match &*path.tree {
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Group(group) => {
            let names = group.items.iter().map(|item| match item {
                UseTree::Name(name) => name.ident.to_string(),
                other => panic!(
                    "lib.rs exports something that has no name: {}",
                    other.to_token_stream()
                ),
            });
            names.collect()
        }
        other => panic!(
            "lib.rs exports something that has no name: {}",
            other.to_token_stream()
        ),
    };
    let module = path.ident.to_string();
    names
        .into_iter()
        .map(|name| (module.clone(), name))
        .collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Whether rustdoc shows it: private modules and hidden ones it does not.
fn is_shown(item: &Item) -> bool {
    let (visibility, attributes) = match item {
        Item::Mod(module) => (&module.vis, &module.attrs),
        Item::Use(export) => (&export.vis, &export.attrs),
        _ => return true,
    };
    let is_hidden = |attribute: &Attribute| {
        let hidden = attribute.parse_args::<syn::Ident>();
        attribute.path().is_ident("doc") && hidden.is_ok_and(|word| word == "hidden")
    };
    is_public(visibility) && !attributes.iter().any(is_hidden)
}

/// The item as others see it, if it is the one of this name or an impl of it.
fn shown(item: &Item, name: &str) -> Option<Item> {
    let mut item = item.clone();
    let is_it = match &mut item {
        Item::Struct(one) => {
            visible(&mut one.attrs);
            public_fields(&mut one.fields);
            one.ident == name
        }
        Item::Enum(one) => {
            visible(&mut one.attrs);
            for variant in &mut one.variants {
                visible(&mut variant.attrs);
                for field in &mut variant.fields {
                    visible(&mut field.attrs);
                }
            }
            one.ident == name
        }
        Item::Type(one) => {
            visible(&mut one.attrs);
            one.ident == name
        }
        Item::Fn(one) => {
            visible(&mut one.attrs);
            one.block.stmts.clear();
            one.sig.ident == name
        }
        Item::Impl(one) => public_impl(one, name),
        _ => false,
    };
    is_it.then_some(item)
}

/// Leaves the attributes that users feel.
fn visible(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| {
        let path = attribute.path();
        !path.is_ident("doc") && !path.is_ident("default")
    });
}

fn public_fields(fields: &mut Fields) {
    let kept = |fields: &mut syn::punctuated::Punctuated<syn::Field, syn::Token![,]>| {
        let all = std::mem::take(fields).into_iter();
        let mut public: Vec<_> = all.filter(|field| is_public(&field.vis)).collect();
        public
            .iter_mut()
            .for_each(|field| visible(&mut field.attrs));
        fields.extend(public);
    };
    match fields {
        Fields::Named(named) => kept(&mut named.named),
        Fields::Unnamed(unnamed) => kept(&mut unnamed.unnamed),
        Fields::Unit => {}
    }
}

/// Leaves what is public of an impl of the type; says whether anything is.
fn public_impl(one: &mut ItemImpl, name: &str) -> bool {
    let Type::Path(of) = &*one.self_ty else {
        return false;
    };
    let is_trait = one.trait_.is_some();
    visible(&mut one.attrs);
    one.items.retain_mut(|item| match item {
        ImplItem::Fn(function) => {
            visible(&mut function.attrs);
            function.block.stmts.clear();
            is_public(&function.vis)
        }
        ImplItem::Type(_) => true,
        ImplItem::Const(constant) => is_public(&constant.vis),
        _ => false,
    });
    of.path.is_ident(name) && (is_trait || !one.items.is_empty())
}
