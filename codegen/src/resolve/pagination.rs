//! How operations page.

use super::context::Context;
use crate::ir::{Field, ItemType, Items, Operation, Pagination, Presence, Step, Structure, Type};
use crate::model::{self, Shape};

/// The pages of an operation that has the `paginated` trait. Validation has found every member it names.
///
/// `None` too where a token is no string: there is no way to go on by itself then.
pub(super) fn pagination(
    context: &Context<'_>,
    shape: &model::Operation,
    operation: &Operation,
    structures: &[Structure],
) -> Option<Pagination> {
    let paginated = shape.traits.paginated.as_ref()?;
    let input_shape = context.model.shape(shape.input.as_ref()?);
    let output_shape = context.model.shape(shape.output.as_ref()?);
    let input = |member: &str| field(context, &operation.input, input_shape, member);
    let output = |path: &str| walk(context, (&operation.output, output_shape), path, structures);
    let input_token = input(&paginated.input_token)?;
    let (output_token, token) = output(&paginated.output_token)?;
    if !input_token.ty.is_string() || !token.ty.is_string() {
        return None;
    }
    let items = paginated.items.as_deref().and_then(|path| {
        let (path, field) = output(path)?;
        let item = item_type(&field.ty)?;
        Some(Items { path, item })
    });
    let page_size = paginated
        .page_size
        .as_deref()
        .and_then(input)
        // A limit that is text cannot be set by a number.
        .filter(|field| matches!(field.ty, Type::Integer | Type::Long));
    Some(Pagination {
        input_token: input_token.name.clone(),
        output_token,
        items,
        page_size: page_size.map(|field| (field.name.clone(), field.ty.clone())),
    })
}

/// The field that a member of a shape has become.
fn field<'a>(
    context: &Context<'_>,
    structure: &'a Structure,
    shape: &Shape,
    member: &str,
) -> Option<&'a Field> {
    let name = context.symbols.member(shape, member)?;
    structure.fields.iter().find(|field| field.name == *name)
}

/// The fields that a path of member names leads through, and the one it ends at.
fn walk<'a>(
    context: &Context<'_>,
    (mut structure, mut shape): (&'a Structure, &Shape),
    path: &str,
    structures: &'a [Structure],
) -> Option<(Vec<Step>, &'a Field)> {
    let mut steps = Vec::new();
    let mut members = path.split('.').peekable();
    while let Some(member) = members.next() {
        let field = field(context, structure, shape, member)?;
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
        let mut members = shape.members().iter();
        let target = &members.find(|found| found.name() == member)?.target;
        shape = context.model.shape(target);
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
