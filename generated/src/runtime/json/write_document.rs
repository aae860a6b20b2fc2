//! Writing documents: values of any kind (`smithy.api#Document`).

use aws_smithy_types::{Document, Number};

use super::ValueWriter;

/// Writes a document. Its numbers keep their kind; a float that is not finite is the string the protocol has for it.
pub(super) fn push_document(writer: &mut ValueWriter, value: &Document) {
    match value {
        Document::Object(object) => writer.map(object, push_document),
        Document::Array(array) => writer.list(array, push_document),
        Document::String(text) => writer.string(text),
        Document::Bool(value) => writer.boolean(value),
        Document::Null => writer.null(),
        Document::Number(Number::NegInt(number)) => writer.long(number),
        Document::Number(Number::Float(number)) => writer.double(number),
        Document::Number(Number::PosInt(number)) => match i64::try_from(*number) {
            Ok(number) => writer.long(&number),
            Err(_) => writer
                .output
                .extend_from_slice(number.to_string().as_bytes()),
        },
    }
}
