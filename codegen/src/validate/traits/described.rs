//! Traits that describe a shape, and those that the generator needs to understand the model.

use serde_json::Value;

use super::Typed;
use super::value::{Fields, Mismatch, any_text, text};
use crate::model::Deprecated;

/// ([documentation traits](https://smithy.io/2.0/spec/documentation-traits.html))
pub(super) fn read(typed: &mut Typed, id: &str, value: Value) -> Result<Option<Value>, Mismatch> {
    let traits = &mut typed.traits;
    match id {
        "smithy.api#documentation" => traits.documentation = Some(any_text("", value)?),
        "smithy.api#title" => traits.title = Some(text("", value)?),
        "smithy.api#deprecated" => {
            let mut fields = Fields::of(value)?;
            traits.deprecated = Some(Deprecated {
                message: fields.optional_text("message")?,
                since: fields.optional_text("since")?,
            });
            fields.end()?;
        }
        "smithy.api#sensitive" => traits.sensitive = true,
        // Done with by `assemble`, or of no use beyond their presence.
        "smithy.api#enum" | "smithy.api#mixin" | "smithy.api#trait" | "smithy.api#unitType" => {}
        "smithy.api#protocolDefinition" => {}
        _ => return Ok(Some(value)),
    }
    Ok(None)
}
