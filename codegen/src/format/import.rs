//! `use`: merged by module, in groups, sorted.

use super::attribute;
use super::context::Context;
use super::item::visibility;
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::shape::{Indent, Shape, TAB};
use super::sort::compare;
use super::text::is_multiline;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use syn::{ItemUse, UseTree};

/// The last segment of a path that is imported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Leaf {
    name: String,
    rename: Option<String>,
}

/// What a `use` imports from one module.
struct Import {
    attributes: String,
    visibility: String,
    module: Vec<String>,
    leaves: Vec<Leaf>,
}

/// Where the paths of a group lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Standard,
    Foreign,
    Local,
    Exported,
}

/// The lines of neighbouring `use` items.
pub(super) fn text(context: &Context, uses: &[&ItemUse], indent: Indent) -> String {
    let shape = Shape::indented(indent, context);
    let mut imports = Vec::new();
    // Merges what has the same attributes and the same visibility.
    let mut merged: BTreeMap<(String, String, Vec<String>), BTreeSet<Leaf>> = BTreeMap::new();
    for item in uses {
        let visibility = visibility(&item.vis);
        let attributes = context.lay_out(|| attribute::outer(context, &item.attrs, shape));
        let mut found = Vec::new();
        let prefix = if item.leading_colon.is_some() {
            "::"
        } else {
            ""
        };
        flatten(&item.tree, prefix, &mut Vec::new(), &mut found);
        for (module, leaf) in found {
            merged
                .entry((attributes.clone(), visibility.clone(), module))
                .or_default()
                .insert(leaf);
        }
    }
    for ((attributes, visibility, module), leaves) in merged {
        let mut leaves: Vec<Leaf> = leaves.into_iter().collect();
        leaves.sort_by(compare_leaves);
        imports.push(Import {
            attributes,
            visibility,
            module,
            leaves,
        });
    }
    for import in &mut imports {
        import.normalise();
    }
    imports.sort_by(|a, b| a.origin().cmp(&b.origin()).then_with(|| a.compare(b)));
    let mut result = String::new();
    let mut previous = None;
    for import in &imports {
        if let Some(previous) = previous {
            if previous != import.origin() {
                result.push('\n');
            }
            result.push_str(&indent.newline());
        }
        previous = Some(import.origin());
        result.push_str(
            &context.lay_out(|| import.rewrite(context, Shape::indented(indent, context))),
        );
    }
    result
}

fn flatten(
    tree: &UseTree,
    prefix: &str,
    module: &mut Vec<String>,
    found: &mut Vec<(Vec<String>, Leaf)>,
) {
    let leaf = |name: String, rename: Option<String>| Leaf {
        name: if module.is_empty() {
            format!("{prefix}{name}")
        } else {
            name
        },
        rename,
    };
    match tree {
        UseTree::Path(e) => {
            let name = if module.is_empty() {
                format!("{prefix}{}", e.ident)
            } else {
                e.ident.to_string()
            };
            module.push(name);
            flatten(&e.tree, prefix, module, found);
            module.pop();
        }
        UseTree::Name(e) => found.push((module.clone(), leaf(e.ident.to_string(), None))),
        UseTree::Rename(e) => {
            let rename = (e.ident != e.rename).then(|| e.rename.to_string());
            found.push((module.clone(), leaf(e.ident.to_string(), rename)));
        }
        UseTree::Glob(_) => found.push((module.clone(), leaf("*".to_owned(), None))),
        UseTree::Group(e) => {
            for tree in &e.items {
                flatten(tree, prefix, module, found);
            }
        }
    }
}

impl Leaf {
    fn text(&self) -> String {
        match &self.rename {
            Some(rename) => format!("{} as {rename}", self.name),
            None => self.name.clone(),
        }
    }
}

/// Keywords first, `*` last.
fn rank(name: &str) -> usize {
    match name {
        "self" => 0,
        "super" => 1,
        "crate" => 2,
        "*" => 4,
        _ => 3,
    }
}

fn compare_names(a: &str, b: &str) -> Ordering {
    rank(a)
        .cmp(&rank(b))
        .then_with(|| compare(a.trim_start_matches("r#"), b.trim_start_matches("r#")))
}

fn compare_leaves(a: &Leaf, b: &Leaf) -> Ordering {
    compare_names(&a.name, &b.name).then_with(|| match (&a.rename, &b.rename) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(a), Some(b)) => compare(a, b),
    })
}

impl Import {
    /// `module::{self}` is the module itself.
    fn normalise(&mut self) {
        if let [leaf] = &mut self.leaves[..]
            && leaf.name == "self"
            && let Some(name) = self.module.pop()
        {
            leaf.name = name;
        }
    }

    fn origin(&self) -> Origin {
        if !self.visibility.is_empty() {
            return Origin::Exported;
        }
        let first = self
            .module
            .first()
            .map_or(self.leaves[0].name.as_str(), String::as_str);
        match first {
            "std" | "core" | "alloc" => Origin::Standard,
            "crate" | "self" | "super" => Origin::Local,
            _ => Origin::Foreign,
        }
    }

    /// Segment by segment; a list comes after every name.
    fn compare(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = (self.module.iter(), other.module.iter());
        loop {
            let order = match (left.next(), right.next()) {
                (Some(a), Some(b)) => compare_names(a, b),
                (Some(name), None) => {
                    let order = match &other.leaves[..] {
                        [leaf] => compare_names(name, &leaf.name),
                        _ => Ordering::Less,
                    };
                    return order.then(Ordering::Greater);
                }
                (None, Some(name)) => {
                    let order = match &self.leaves[..] {
                        [leaf] => compare_names(&leaf.name, name),
                        _ => Ordering::Greater,
                    };
                    return order.then(Ordering::Less);
                }
                (None, None) => break,
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        match (&self.leaves[..], &other.leaves[..]) {
            ([a], [b]) => compare_leaves(a, b),
            ([leaf], _) if leaf.name != "*" => Ordering::Less,
            (_, [leaf]) if leaf.name != "*" => Ordering::Greater,
            ([_], _) => Ordering::Greater,
            (_, [_]) => Ordering::Less,
            (a, b) => {
                let orders = a.iter().zip(b).map(|(a, b)| compare_leaves(a, b));
                orders
                    .into_iter()
                    .find(|order| order.is_ne())
                    .unwrap_or(a.len().cmp(&b.len()))
            }
        }
    }

    fn rewrite(&self, context: &Context, shape: Shape) -> Option<String> {
        let head = format!("{}use ", self.visibility);
        let mut room = shape.offset_left(head.len())?.sub_width(1)?;
        let mut text = format!("{}{head}", self.attributes);
        for name in &self.module {
            text.push_str(name);
            text.push_str("::");
            room = room.offset_left(name.len() + 2)?;
        }
        match &self.leaves[..] {
            [leaf] => text.push_str(&leaf.text()),
            leaves => {
                let names: Vec<String> = leaves.iter().map(Leaf::text).collect();
                text.push_str(&braces(
                    context,
                    &names,
                    room.offset_left(1)?.sub_width(1)?,
                )?);
            }
        }
        text.push(';');
        Some(text)
    }
}

/// The names of a group, as many on a line as fit.
fn braces(context: &Context, names: &[String], shape: Shape) -> Option<String> {
    let nested = shape
        .block_indent(TAB)
        .with_max_width(context)
        .sub_width(1)?;
    let limit = shape.width.saturating_sub(2);
    let tactic = horizontal_or(Tactic::Mixed, names, 2, limit);
    let list = List {
        items: names,
        tactic,
        trailing: if tactic == Tactic::Horizontal {
            Trailing::Never
        } else {
            Trailing::Vertical
        },
        shape: nested,
        ends_with_newline: tactic != Tactic::Horizontal,
    }
    .text();
    if is_multiline(&list) || list.len() > limit {
        Some(format!(
            "{{{}{list}{}}}",
            nested.indent.newline(),
            shape.indent.newline()
        ))
    } else {
        Some(format!("{{{list}}}"))
    }
}
