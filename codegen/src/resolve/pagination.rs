//! How operations page.

use crate::ir::{Field, ItemType, Items, Operation, Pagination, Presence, Step, Structure, Type};
use crate::model;

/// The pages of an operation that has the `paginated` trait. Validation has found every member it names.
///
/// `None` too where a token is no string: there is no way to go on by itself then.
pub(super) fn pagination(
    shape: &model::Operation,
    operation: &Operation,
    structures: &[Structure],
) -> Option<Pagination> {
    let paginated = shape.traits.paginated.as_ref()?;
    let input_token = field(&operation.input, &paginated.input_token)?;
    let (output_token, token) = walk(&operation.output, &paginated.output_token, structures)?;
    if !input_token.ty.is_string() || !token.ty.is_string() {
        return None;
    }
    let items = paginated.items.as_deref().and_then(|path| {
        let (path, field) = walk(&operation.output, path, structures)?;
        let item = item_type(&field.ty)?;
        Some(Items { path, item })
    });
    let page_size = paginated
        .page_size
        .as_deref()
        .and_then(|name| field_of_integers(&operation.input, name));
    Some(Pagination {
        input_token: input_token.name.clone(),
        output_token,
        items,
        page_size: page_size.map(|field| (field.name.clone(), field.ty.clone())),
    })
}

fn field<'a>(structure: &'a Structure, member: &str) -> Option<&'a Field> {
    structure.fields.iter().find(|field| field.member == member)
}

/// A limit that is text cannot be set by a number.
fn field_of_integers<'a>(structure: &'a Structure, member: &str) -> Option<&'a Field> {
    field(structure, member).filter(|field| matches!(field.ty, Type::Integer | Type::Long))
}

/// The fields that a path of member names leads through, and the one it ends at.
fn walk<'a>(
    output: &'a Structure,
    path: &str,
    structures: &'a [Structure],
) -> Option<(Vec<Step>, &'a Field)> {
    let mut steps = Vec::new();
    let mut structure = output;
    let mut members = path.split('.').peekable();
    while let Some(member) = members.next() {
        let field = field(structure, member)?;
        steps.push(Step {
            field: field.name.clone(),
            optional: field.presence == Presence::Optional,
            boxed: field.boxed,
        });
        if members.peek().is_none() {
            return Some((steps, field));
        }
        let Type::Structure(name) = &field.ty else {
            return None;
        };
        structure = structures
            .iter()
            .find(|structure| structure.name == *name)?;
    }
    None
}

fn item_type(ty: &Type) -> Option<ItemType> {
    match ty {
        Type::List {
            item,
            sparse: false,
        } => Some(ItemType::Element((**item).clone())),
        Type::Map {
            key,
            value,
            sparse: false,
        } => Some(ItemType::Entry((**key).clone(), (**value).clone())),
        _ => None,
    }
}
