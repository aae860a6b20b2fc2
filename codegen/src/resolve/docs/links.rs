//! What documentation can link to.

use super::super::names::{
    Symbols, member_name, method_name, module_name, type_name, variant_name,
};
use super::super::reach::Reach;
use super::{Link, Links};
use crate::model::{Model, Shape, ShapeId, ShapeKind};

/// A link for every shape and member that becomes an item, and for every operation.
pub(in crate::resolve) fn links(model: &Model, symbols: &Symbols, reach: &Reach) -> Links {
    let mut links = Links::default();
    for shape in model
        .shapes
        .values()
        .filter(|shape| symbols.contains(&shape.id))
    {
        let name = symbols.name(&shape.id).as_str();
        let module = if reach.errors.contains(&shape.id) {
            "types::error"
        } else {
            "types"
        };
        add_type(&mut links, shape, name, module);
    }
    for operation in &model.operations {
        let name = operation.id.name();
        let item = format!("Client::{}", method_name(name).as_str());
        let link = Link {
            text: name.to_owned(),
            kind: "",
            path: String::new(),
            item,
        };
        links.add(name.to_owned(), link);
        let module = format!("operation::{}", module_name(name, &["builders"]).as_str());
        let ends = [(&operation.input, "Input"), (&operation.output, "Output")];
        for (id, suffix) in ends {
            let Some(shape) = id.as_ref().map(|id: &ShapeId| model.shape(id)) else {
                continue;
            };
            if !symbols.contains(&shape.id) {
                add_type(
                    &mut links,
                    shape,
                    type_name(name).suffixed(suffix).as_str(),
                    &module,
                );
            }
        }
    }
    links
}

fn add_type(links: &mut Links, shape: &Shape, name: &str, module: &str) {
    let link = |kind: &'static str, item: String| Link {
        text: item.clone(),
        kind,
        path: module.to_owned(),
        item,
    };
    let shape_name = shape.id.name();
    for member in shape.members() {
        let (kind, item) = match shape.kind {
            ShapeKind::Structure(_) => ("field@", member_name(member.name())),
            _ => ("", variant_name(member.name())),
        };
        let key = format!("{shape_name}${}", member.name());
        links.add(key, link(kind, format!("{name}::{}", item.as_str())));
    }
    links.add(shape_name.to_owned(), link("", name.to_owned()));
}
