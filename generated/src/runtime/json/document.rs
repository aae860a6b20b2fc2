//! Reading documents: values of any kind (`smithy.api#Document`).

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};

use super::Reader;
use crate::runtime::DecodeError;

impl Reader<'_> {
    /// Reads a value of any kind. A `null` inside of it is kept, a `null` in its place is absent.
    ///
    /// # Errors
    /// There is no value, or it is too deep.
    pub fn document(&mut self) -> Result<Option<Document>, DecodeError> {
        if self.null()? {
            return Ok(None);
        }
        self.document_value().map(Some)
    }

    /// Recursion ends where arrays and objects end: they are counted.
    fn document_value(&mut self) -> Result<Document, DecodeError> {
        match self.peek() {
            Some(b'{') => self.document_object(),
            Some(b'[') => self.document_array(),
            Some(b'"') => Ok(Document::String(self.quoted()?.into_owned())),
            Some(b't' | b'f') => Ok(Document::Bool(self.boolean()? == Some(true))),
            Some(b'n') => self.null().map(|_| Document::Null),
            _ => self.document_number().map(Document::Number),
        }
    }

    fn document_object(&mut self) -> Result<Document, DecodeError> {
        // `next_key` leads through the object; there is no use for the token.
        let _ = self.object()?;
        let mut object = HashMap::new();
        while let Some(key) = self.next_key(false)? {
            object.insert(key.into_owned(), self.document_value()?);
        }
        Ok(Document::Object(object))
    }

    fn document_array(&mut self) -> Result<Document, DecodeError> {
        self.array()?;
        let mut array = Vec::new();
        while self.next_element()? {
            array.push(self.document_value()?);
        }
        Ok(Document::Array(array))
    }

    /// Integers stay integers as long as they fit into 64 bits; minus zero is a float.
    fn document_number(&mut self) -> Result<Number, DecodeError> {
        let text = self.number("a value")?;
        if let Ok(value) = text.parse() {
            return Ok(Number::PosInt(value));
        }
        match text.parse() {
            Ok(value) if value < 0 => return Ok(Number::NegInt(value)),
            _ => {}
        }
        match text.parse() {
            Ok(value) if f64::is_finite(value) => Ok(Number::Float(value)),
            _ => {
                let start = self.position - text.len();
                Err(self.error_at(start, "a number of 64 bits", "a number out of range"))
            }
        }
    }
}
