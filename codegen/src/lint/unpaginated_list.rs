//! Operations that list things without the trait `paginated`.

use heck::ToSnakeCase;

use super::{Finding, finding};
use crate::inspect::Inspected;
use crate::model::{Member, Model, Operation, Shape, ShapeId, ShapeKind};

pub(super) const CODE: &str = "unpaginated-list";

pub(super) const EXPLANATION: &str = "\
An operation with the trait `smithy.api#paginated` gets a paginator, and callers need not pass tokens on by hand.
Reported are operations without it

- whose input and output both have a member named for the place in a list, such as `nextToken`: they have pages, and
  upstream has forgotten to say so. Apply the trait in `model/customizations.json`, with `inputToken`, `outputToken`,
  and, if there are such members, `items` and `pageSize`;
- whose name begins with `List` and whose output holds a list or a map: they answer with everything at once, however
  much that is. A client cannot change that. Accept it, and say why there is never much.";

/// What the names of such members come down to, without case and hyphens.
const TOKENS: [&str; 8] = [
    "next_token",
    "page_token",
    "next_page_token",
    "pagination_token",
    "continuation_token",
    "marker",
    "next_marker",
    "position",
];

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let model = &inspected.model;
    let unpaginated = |operation: &&Operation| operation.traits.paginated.is_none();
    let operations = model.operations.iter().filter(unpaginated);
    operations
        .filter_map(|operation| {
            let (message, help) = smell(model, operation)?;
            let id = &operation.id;
            Some(finding(inspected, CODE, id, message, help))
        })
        .collect()
}

/// What smells about an operation without the trait, and what to do.
fn smell(model: &Model, operation: &Operation) -> Option<(String, String)> {
    let name = operation.id.name();
    let output = shape(model, operation.output.as_ref())?;
    let input = shape(model, operation.input.as_ref());
    let input_token = input.and_then(|input| token(model, input));
    if let (Some(from), Some(to)) = (input_token, token(model, output)) {
        let (from, to) = (from.name(), to.name());
        return Some((
            format!("`{name}` takes `{from}` and answers with `{to}`, and is not `paginated`"),
            format!(
                "apply `smithy.api#paginated` with the input token `{from}` and the output token `{to}`"
            ),
        ));
    }
    let lists = name.to_snake_case().starts_with("list_");
    let many = output
        .members()
        .iter()
        .find(|member| is_collection(model, member))?;
    lists.then(|| {
        (
            format!("`{name}` answers with all of `{}` at once", many.name()),
            "accept it, if there is never much".to_owned(),
        )
    })
}

fn shape<'m>(model: &'m Model, id: Option<&ShapeId>) -> Option<&'m Shape> {
    model.shapes.get(id?)
}

/// The member that names a place in a list.
fn token<'m>(model: &Model, shape: &'m Shape) -> Option<&'m Member> {
    let is_token = |member: &&Member| {
        let is_text = matches!(
            shape_of(model, member),
            Some(ShapeKind::String | ShapeKind::Blob)
        );
        is_text && TOKENS.contains(&member.name().to_snake_case().as_str())
    };
    shape.members().iter().find(is_token)
}

fn is_collection(model: &Model, member: &Member) -> bool {
    matches!(
        shape_of(model, member),
        Some(ShapeKind::List(_) | ShapeKind::Map { .. })
    )
}

fn shape_of<'m>(model: &'m Model, member: &Member) -> Option<&'m ShapeKind> {
    shape(model, Some(&member.target)).map(|shape| &shape.kind)
}
