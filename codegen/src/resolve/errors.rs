//! Errors: structures with a code, a status and a message.

use super::context::Context;
use super::operations;
use crate::ir::{ErrorShape, Field, Message, Presence, Structure};
use crate::model::{Fault, Shape};

/// The members that hold an error's message for people, in the order in which they are looked for.
const MESSAGE_FIELDS: [&str; 3] = ["message", "error_message", "exception_message"];

/// The error that a structure is.
pub(super) fn error_shape(
    context: &Context<'_>,
    shape: &Shape,
    structure: Structure,
) -> ErrorShape {
    let message = MESSAGE_FIELDS.iter().find_map(|name| {
        let is_message = |field: &&Field| field.name.as_str() == *name && field.ty.is_string();
        structure.fields.iter().find(is_message)
    });
    let is_server_fault = shape.traits.error == Some(Fault::Server);
    // The status of an error whose model says none.
    let default_status = if is_server_fault { 500 } else { 400 };
    ErrorShape {
        code: shape.id.name().to_owned(),
        status: shape.traits.http_error.unwrap_or(default_status),
        is_server_fault,
        response: operations::response(&structure),
        retryable: shape.traits.retryable,
        is_method: context.symbols.item(&shape.id).is_method.clone(),
        message: message.map(|field| Message {
            field: field.name.clone(),
            optional: field.presence == Presence::Optional,
        }),
        structure,
    }
}
