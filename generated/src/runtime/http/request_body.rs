//! The body of a request.

use std::collections::HashMap;

use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{Blob, Document, base64};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue, InvalidHeaderValue};
use md5::{Digest, Md5};

use super::{RequestBuilder, content_type};
use crate::runtime::json::{self, ObjectWriter, ValueWriter, WriteStructure};

/// The header with the checksum of the body.
pub(super) const CONTENT_MD5: HeaderName = HeaderName::from_static("content-md5");

/// The checksum of a body, as the header has it.
pub(super) fn content_md5(body: &[u8]) -> Result<HeaderValue, InvalidHeaderValue> {
    HeaderValue::try_from(base64::encode(Md5::digest(body)))
}

/// At most one of these methods is called, and none if the operation has no body. Each sets the content type, unless
/// a header member sets it.
impl RequestBuilder {
    /// Sends the members that are bound to nothing else as a JSON object, `{}` if there are none.
    pub fn json_body(&mut self, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.set_body(json::object(write), content_type::JSON);
    }

    /// Sends a structure (`@httpPayload`), `{}` if it is not set.
    pub fn structure_payload<T: WriteStructure>(&mut self, value: Option<&T>) {
        self.json_body(|object| {
            if let Some(value) = value {
                value.write_members(object);
            }
        });
    }

    /// Sends a union (`@httpPayload`), or no body if it is not set.
    pub fn union_payload<T: WriteStructure>(&mut self, value: Option<&T>) {
        if value.is_some() {
            self.structure_payload(value);
        }
    }

    /// Sends a document (`@httpPayload`), or no body if it is not set.
    pub fn document_payload(&mut self, value: Option<&Document>) {
        if let Some(value) = value {
            let mut writer = ValueWriter::new();
            writer.document(value);
            self.set_body(writer.into_bytes(), content_type::JSON);
        }
    }

    /// Sends bytes (`@httpPayload`), or no body if they are not set. The content type is the member's `@mediaType`, or
    /// [`content_type::OCTET_STREAM`].
    pub fn blob_payload(&mut self, value: Option<&Blob>, content_type: &'static str) {
        if let Some(value) = value {
            self.set_body(value.as_ref().to_vec(), content_type);
        }
    }

    /// Sends a string or the value of an enumeration (`@httpPayload`), or no body if it is not set. The content type
    /// is the member's `@mediaType`, or [`content_type::TEXT`].
    pub fn string_payload<T: AsRef<str> + ?Sized>(
        &mut self,
        value: Option<&T>,
        content_type: &'static str,
    ) {
        if let Some(value) = value {
            self.set_body(value.as_ref().as_bytes().to_vec(), content_type);
        }
    }

    /// Writes a list as the body.
    pub fn list_payload<T>(&mut self, value: Option<&[T]>, write: impl Fn(&mut ValueWriter, &T)) {
        if let Some(value) = value {
            let mut writer = ValueWriter::new();
            writer.list(value, write);
            self.set_body(writer.into_bytes(), content_type::JSON);
        }
    }

    /// Writes a map as the body.
    pub fn map_payload<K: AsRef<str>, V>(
        &mut self,
        value: Option<&HashMap<K, V>>,
        write: impl Fn(&mut ValueWriter, &V),
    ) {
        if let Some(value) = value {
            let mut writer = ValueWriter::new();
            writer.map(value, write);
            self.set_body(writer.into_bytes(), content_type::JSON);
        }
    }

    /// Writes a list that may hold nulls as the body.
    pub fn sparse_list_payload<T>(
        &mut self,
        value: Option<&[Option<T>]>,
        write: impl Fn(&mut ValueWriter, &T),
    ) {
        if let Some(value) = value {
            let mut writer = ValueWriter::new();
            writer.sparse_list(value, write);
            self.set_body(writer.into_bytes(), content_type::JSON);
        }
    }

    /// Writes a map that may hold nulls as the body.
    pub fn sparse_map_payload<K: AsRef<str>, V>(
        &mut self,
        value: Option<&HashMap<K, Option<V>>>,
        write: impl Fn(&mut ValueWriter, &V),
    ) {
        if let Some(value) = value {
            let mut writer = ValueWriter::new();
            writer.sparse_map(value, write);
            self.set_body(writer.into_bytes(), content_type::JSON);
        }
    }

    /// Adds the header `Content-MD5` of the body (`@httpChecksumRequired`), to be called after the body is set.
    ///
    /// # Errors
    /// None: base64 is a good header value.
    pub fn content_md5(&mut self) -> Result<(), BuildError> {
        let digest = content_md5(&self.body).map_err(BuildError::other)?;
        self.headers.insert(CONTENT_MD5, digest);
        Ok(())
    }

    fn set_body(&mut self, body: Vec<u8>, content_type: &'static str) {
        self.body = Bytes::from(body);
        self.content_type = Some(content_type);
    }
}
