//! The JSON codec: what restJson1 puts into a body.
//!
//! Nothing is derived. For each structure the generator emits one function that [writes](WriteStructure) its members
//! and one that [reads](ReadStructure) them; both are plain calls into this module.
//!
//! Writing omits what is `None`. Reading is lenient where the services are: an unknown member is skipped, `null` is
//! the same as absent, `2500000.0` is an integer, and a timestamp may come in any format. It is strict where leniency
//! would hide damage: a repeated key, a lone surrogate, more than [`MAX_DEPTH`] levels and anything after the value
//! are errors.
//!
//! Emitted code has this shape; the union shows that the loop leads to its one member:
//! ```
//! use ivs_realtime::runtime::DecodeError;
//! use ivs_realtime::runtime::json::{self, ObjectWriter, ReadStructure, Reader, ValueWriter, WriteStructure};
//!
//! #[derive(Debug, Default, PartialEq)]
//! struct Video {
//!     width: Option<i32>,
//!     codecs: Option<Vec<String>>,
//! }
//!
//! impl WriteStructure for Video {
//!     fn write_members(&self, object: &mut ObjectWriter<'_>) {
//!         object.integer("width", self.width);
//!         object.list("codecs", self.codecs.as_deref(), ValueWriter::string);
//!     }
//! }
//!
//! impl ReadStructure for Video {
//!     fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
//!         let mut video = Video::default();
//!         let mut object = json.object()?;
//!         while let Some(key) = json.next_member(&mut object)? {
//!             match key.as_ref() {
//!                 "width" => video.width = json.integer()?,
//!                 "codecs" => video.codecs = json.list(Reader::string)?,
//!                 _ => json.skip()?,
//!             }
//!         }
//!         Ok(video)
//!     }
//! }
//!
//! #[derive(Debug, PartialEq)]
//! enum Source {
//!     Video(Video),
//!     Silence,
//!     Unknown,
//! }
//!
//! impl ReadStructure for Source {
//!     fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
//!         let mut variant = None;
//!         let mut union = json.union()?;
//!         while let Some(key) = json.next_variant(&mut union)? {
//!             variant = match key.as_ref() {
//!                 "video" => json.structure()?.map(Source::Video),
//!                 "silence" => json.unit()?.map(|()| Source::Silence),
//!                 _ => json.unknown_variant(Source::Unknown)?,
//!             };
//!         }
//!         json.variant(variant)
//!     }
//! }
//!
//! # fn main() -> Result<(), DecodeError> {
//! let source: Source = json::read_structure(br#"{"video":{"width":2.5e2,"new":null}}"#)?;
//! let video = Video { width: Some(250), codecs: None };
//! assert_eq!(json::to_vec(&video), br#"{"width":250}"#);
//! assert_eq!(source, Source::Video(video));
//! # Ok(())
//! # }
//! ```

mod blocks;
mod collection;
mod document;
mod escape;
mod keys;
mod number;
mod object_writer;
mod path;
mod reader;
mod scalar;
mod scan;
mod skip;
mod string;
mod value_writer;
mod write_document;

#[cfg(test)]
mod tests;

pub use object_writer::ObjectWriter;
pub use path::MAX_DEPTH;
pub use reader::{Members, Reader};
pub use value_writer::ValueWriter;
pub(in crate::runtime) use value_writer::sorted;

use super::DecodeError;

/// A structure or union that can be written as a JSON object.
pub trait WriteStructure {
    /// Writes every member that is set. A union writes its one member.
    fn write_members(&self, object: &mut ObjectWriter<'_>);
}

/// A structure or union that can be read from a JSON object.
pub trait ReadStructure: Sized {
    /// Reads the object at which the reader stands, which is not `null`.
    ///
    /// # Errors
    /// The text is not such an object.
    fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError>;
}

/// Writes a structure as a JSON text.
pub fn to_vec<T: WriteStructure>(value: &T) -> Vec<u8> {
    object(|object| value.write_members(object))
}

/// Writes a JSON object, whose members `write` writes.
pub fn object(write: impl FnOnce(&mut ObjectWriter<'_>)) -> Vec<u8> {
    let mut writer = ValueWriter::new();
    writer.object(write);
    writer.into_bytes()
}

/// Reads a whole body as a structure. An empty body, and `null`, are read as `{}`.
///
/// # Errors
/// The body is not one JSON object of this structure.
pub fn read_structure<T: ReadStructure>(body: &[u8]) -> Result<T, DecodeError> {
    let mut reader = at_object(body)?;
    let value = T::read_members(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

/// A reader of a body that is an object, or is read as `{}`.
pub(in crate::runtime) fn at_object(body: &[u8]) -> Result<Reader<'_>, DecodeError> {
    let mut reader = Reader::new(body);
    if reader.is_blank() || reader.null()? {
        reader.finish()?;
        return Ok(Reader::new(b"{}"));
    }
    Ok(reader)
}

/// Reads a whole body as one value, for payloads: `read_value(body, Reader::document)`. An empty body is `None`.
///
/// # Errors
/// The body is not one JSON text of this value.
pub fn read_value<'a, T>(
    body: &'a [u8],
    read: impl FnOnce(&mut Reader<'a>) -> Result<Option<T>, DecodeError>,
) -> Result<Option<T>, DecodeError> {
    let mut reader = Reader::new(body);
    if reader.is_blank() {
        return Ok(None);
    }
    let value = read(&mut reader)?;
    reader.finish()?;
    Ok(value)
}
