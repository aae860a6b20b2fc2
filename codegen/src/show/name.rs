//! From what a person calls a shape to its id.

use super::{RustItem, rust};
use crate::assemble::Shape;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inspect::Inspected;
use crate::model::ShapeId;
use crate::validate::suggest;

/// Smithy's own shapes, which stand in no file.
const PRELUDE: &str = "smithy.api";

/// The shape or member that a name stands for.
///
/// # Errors
///
/// Nothing has the name, or several have it.
pub(super) fn resolve(inspected: &Inspected, name: &str) -> Result<ShapeId, Diagnostics> {
    let name = name.trim();
    let separator = if name.contains('#') { '$' } else { '.' };
    let parts = name.split_once('$').or_else(|| name.split_once(separator));
    match parts {
        Some((owner, member)) => {
            let owner = only(name, shapes(inspected, owner))
                .and_then(|found| found.ok_or_else(|| unknown(inspected, owner)))?;
            find_member(inspected, &owner, member)
        }
        None => {
            let found = only(name, shapes(inspected, name))?;
            let found = match found {
                None => only(name, members(inspected, name))?,
                found => found,
            };
            found.ok_or_else(|| unknown(inspected, name))
        }
    }
}

/// The shape that an id or a member's id leads to.
pub(super) fn shape<'i>(inspected: &'i Inspected, id: &ShapeId) -> Result<&'i Shape, Diagnostics> {
    let shape = inspected.shapes.get(&id.container());
    shape.ok_or_else(|| unknown(inspected, &id.to_string()))
}

/// The shapes of a name: by id, else by name, else by what they become in Rust.
fn shapes(inspected: &Inspected, name: &str) -> Vec<ShapeId> {
    let ids = || inspected.shapes.keys();
    let by_id: Vec<ShapeId> = ids().filter(|id| id.to_string() == name).cloned().collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let by_name: Vec<ShapeId> = ids().filter(|id| id.name() == name).cloned().collect();
    let of_service = |id: &&ShapeId| id.namespace() == inspected.model.service.id.namespace();
    if let Some(own) = by_name.iter().find(of_service) {
        return vec![own.clone()];
    }
    if !by_name.is_empty() {
        return by_name;
    }
    let by_rust_name: Vec<ShapeId> = ids()
        .filter(|id| becomes(inspected, id, name))
        .cloned()
        .collect();
    // An input belongs to its structure first, and to its operation too.
    let is_main = |id: &&ShapeId| {
        let items = rust::items(inspected, id);
        items.first().is_some_and(|item| is_named(item, name))
    };
    let main: Vec<ShapeId> = by_rust_name.iter().filter(is_main).cloned().collect();
    if main.is_empty() { by_rust_name } else { main }
}

/// Members, by the path of what they become, with the shape's name at least.
fn members(inspected: &Inspected, path: &str) -> Vec<ShapeId> {
    if !path.contains("::") {
        return Vec::new();
    }
    let owners = inspected.shapes.iter();
    owners
        .flat_map(|(id, shape)| {
            let members = shape.members.iter();
            members.map(|member| id.with_member(&member.name))
        })
        .filter(|id| becomes(inspected, id, path))
        .collect()
}

/// Whether a shape becomes something of this name.
fn becomes(inspected: &Inspected, id: &ShapeId, name: &str) -> bool {
    let items = rust::items(inspected, id);
    items.iter().any(|item| is_named(item, name))
}

/// Whether a name is the last part of an item's path, more of it, or all with a crate before.
fn is_named(item: &RustItem, name: &str) -> bool {
    item.path == name
        || item.path.ends_with(&format!("::{name}"))
        || name.ends_with(&format!("::{}", item.path))
}

/// The one that was found, if any.
fn only(name: &str, mut found: Vec<ShapeId>) -> Result<Option<ShapeId>, Diagnostics> {
    if found.len() < 2 {
        return Ok(found.pop());
    }
    let ids: Vec<String> = found.iter().map(ToString::to_string).collect();
    let message = format!("several have the name `{name}`: {}", ids.join(", "));
    Err(Diagnostic::new(message)
        .help("give one of these ids")
        .into())
}

/// The member of a shape, by its name in the model or in Rust.
fn find_member(inspected: &Inspected, owner: &ShapeId, name: &str) -> Result<ShapeId, Diagnostics> {
    let members = &shape(inspected, owner)?.members;
    let by_name = members.iter().find(|member| member.name == name);
    let by_rust_name = || {
        let becomes_it = |id: &ShapeId| becomes(inspected, id, name);
        let mut ids = members.iter().map(|member| owner.with_member(&member.name));
        ids.find(becomes_it)
    };
    let found = by_name.map(|member| owner.with_member(&member.name));
    found.or_else(by_rust_name).ok_or_else(|| {
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let otherwise = match names.as_slice() {
            [] => "it has no members".to_owned(),
            names => format!("its members are {}", names.join(", ")),
        };
        Diagnostic::new(format!("`{}` has no member `{name}`", owner.name()))
            .help(suggest::help(name, names.iter().copied(), &otherwise))
            .into()
    })
}

/// A name that nothing has, with the nearest that something has.
fn unknown(inspected: &Inspected, name: &str) -> Diagnostics {
    let mut known: Vec<String> = Vec::new();
    for id in inspected.shapes.keys() {
        if name.contains('#') {
            known.push(id.to_string());
            continue;
        }
        if id.namespace() != PRELUDE {
            known.push(id.name().to_owned());
        }
        let items = rust::items(inspected, id).into_iter();
        known.extend(items.filter_map(|item| {
            let last = item.path.rsplit("::").next()?;
            Some(last.to_owned())
        }));
    }
    let last = name.rsplit("::").next().unwrap_or(name);
    let help = suggest::help(
        last,
        known.iter().map(String::as_str),
        "name a shape of the model (com.example#Shape, or Shape), a member (Shape$member), or an item of the client",
    );
    let message = format!("found no shape, member or item of the client with the name `{name}`");
    Diagnostic::new(message).help(help).into()
}
