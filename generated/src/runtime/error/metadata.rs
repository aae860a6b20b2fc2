//! The code, the message and the request id of an error, as an answer gives them.

use aws_smithy_types::Document;
use aws_smithy_types::error::metadata::Builder;
use bytes::Bytes;
use http::{HeaderMap, Response};

use super::ErrorMetadata;
use crate::runtime::DecodeError;
use crate::runtime::json::{self, Reader};

/// Under which name the request id stands among the extras of [`ErrorMetadata`]; the official client's.
const REQUEST_ID: &str = "aws_request_id";

/// The headers that carry the request id, the likelier one first.
const REQUEST_ID_HEADERS: [&str; 2] = ["x-amzn-requestid", "x-amz-request-id"];

/// Something that knows the id which the service gave a request: what to name to AWS's support.
pub trait RequestId {
    /// The request id, if the answer had one.
    fn request_id(&self) -> Option<&str>;
}

impl RequestId for ErrorMetadata {
    fn request_id(&self) -> Option<&str> {
        self.extra(REQUEST_ID)
    }
}

impl RequestId for HeaderMap {
    fn request_id(&self) -> Option<&str> {
        request_id_of(self)
    }
}

impl<B> RequestId for Response<B> {
    fn request_id(&self) -> Option<&str> {
        request_id_of(self.headers())
    }
}

impl<O: RequestId, E: RequestId> RequestId for Result<O, E> {
    fn request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.request_id(),
            Err(error) => error.request_id(),
        }
    }
}

/// The request id among the headers of an answer.
pub(in crate::runtime) fn request_id_of(headers: &HeaderMap) -> Option<&str> {
    let header = REQUEST_ID_HEADERS
        .iter()
        .find_map(|name| headers.get(*name))?;
    header.to_str().ok()
}

/// Reads what every error of the protocol has. Of a body that is damaged, what stands before the damage counts; the code
/// may stand in a header all the same.
///
/// ([restJson1, operation error serialization](https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization))
pub(in crate::runtime) fn read_metadata(response: &Response<Bytes>) -> ErrorMetadata {
    let (body, _) = ErrorBody::read(response.body());
    let header = response
        .headers()
        .get("x-amzn-errortype")
        .and_then(|value| value.to_str().ok());
    let code = [header, body.code.as_deref(), body.type_id.as_deref()]
        .into_iter()
        .flatten()
        .map(bare_code)
        .find(|code| !code.is_empty());
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = code {
        metadata = metadata.code(code);
    }
    if let Some(message) = body.message {
        metadata = metadata.message(message);
    }
    with_request_id(metadata, response).build()
}

/// What is known of an answer that could not be read: its request id. What its body calls `code` or `message` may be
/// data, and a secret.
pub(super) fn metadata_of_answer<B>(response: &Response<B>) -> ErrorMetadata {
    with_request_id(ErrorMetadata::builder(), response).build()
}

/// Why an error's body cannot be read, if it cannot.
pub(super) fn damage(body: &[u8]) -> Option<DecodeError> {
    ErrorBody::read(body).1.err()
}

fn with_request_id<B>(metadata: Builder, response: &Response<B>) -> Builder {
    match request_id_of(response.headers()) {
        Some(request_id) => metadata.custom(REQUEST_ID, request_id),
        None => metadata,
    }
}

/// Takes the URI after a `:` and the namespace before a `#` off a code.
fn bare_code(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or_default();
    code.split_once('#').map_or(code, |(_, name)| name).trim()
}

/// The members that services use for code and message.
#[derive(Default)]
struct ErrorBody {
    code: Option<String>,
    type_id: Option<String>,
    message: Option<String>,
}

impl ErrorBody {
    /// Reads as much of a body as can be read, and says why that is not all of it.
    fn read(body: &[u8]) -> (Self, Result<(), DecodeError>) {
        let mut found = Self::default();
        let read = json::at_object(body).and_then(|json| found.members(json));
        (found, read)
    }

    fn members(&mut self, mut json: Reader<'_>) -> Result<(), DecodeError> {
        let mut object = json.object()?;
        while let Some(key) = json.next_member(&mut object)? {
            match key.as_ref() {
                "code" => self.code = text(&mut json)?,
                "__type" => self.type_id = text(&mut json)?,
                "message" | "Message" | "errorMessage" | "exceptionMessage" => {
                    self.message = text(&mut json)?.or_else(|| self.message.take());
                }
                _ => json.skip()?,
            }
        }
        json.finish()
    }
}

/// Reads a string. Anything else is passed over: what a proxy calls `code` may be a number, and must not hide the
/// rest.
fn text(json: &mut Reader<'_>) -> Result<Option<String>, DecodeError> {
    Ok(match json.document()? {
        Some(Document::String(text)) => Some(text),
        _ => None,
    })
}
