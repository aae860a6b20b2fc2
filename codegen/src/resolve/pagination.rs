//! How operations page.

use super::names::member_name;
use crate::ir::{Name, Pagination};
use crate::model;

/// The pages of an operation that has the `paginated` trait. Validation has found every member it names.
pub(super) fn pagination(operation: &model::Operation) -> Option<Pagination> {
    let paginated = operation.traits.paginated.as_ref()?;
    Some(Pagination {
        input_token: member_name(&paginated.input_token),
        output_token: path(&paginated.output_token),
        items: paginated.items.as_deref().map(path),
        page_size: paginated.page_size.as_deref().map(member_name),
    })
}

/// The fields that a path of member names leads through.
fn path(members: &str) -> Vec<Name> {
    members.split('.').map(member_name).collect()
}
