//! What documentation can link to.

use super::super::names::Symbols;
use super::super::reach::Reach;
use super::{Link, Links};
use crate::model::{Model, Shape, ShapeId, ShapeKind};

/// A link for every shape and member that becomes an item, and for every operation.
pub(in crate::resolve) fn links(model: &Model, symbols: &Symbols<'_>, reach: &Reach) -> Links {
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
        add_type(&mut links, symbols, shape, name, module);
    }
    for operation in &model.operations {
        let name = operation.id.name();
        let names = symbols.operation(&operation.id);
        let item = format!("Client::{}", names.method);
        let link = Link {
            text: name.to_owned(),
            kind: "",
            path: String::new(),
            item,
        };
        links.add(name.to_owned(), link);
        let module = format!("operation::{}", names.module);
        let ends = [(&operation.input, "Input"), (&operation.output, "Output")];
        for (id, suffix) in ends {
            let Some(shape) = id.as_ref().map(|id: &ShapeId| model.shape(id)) else {
                continue;
            };
            if !symbols.contains(&shape.id) {
                let name = names.base.suffixed(suffix);
                add_type(&mut links, symbols, shape, name.as_str(), &module);
            }
        }
    }
    links
}

fn add_type(links: &mut Links, symbols: &Symbols<'_>, shape: &Shape, name: &str, module: &str) {
    let link = |kind: &'static str, item: String| Link {
        text: item.clone(),
        kind,
        path: module.to_owned(),
        item,
    };
    let shape_name = shape.id.name();
    for (member, item) in symbols.members(shape) {
        let kind = match shape.kind {
            ShapeKind::Structure(_) => "field@",
            _ => "",
        };
        let key = format!("{shape_name}${}", member.name());
        links.add(key, link(kind, format!("{name}::{}", item.as_str())));
    }
    links.add(shape_name.to_owned(), link("", name.to_owned()));
}
