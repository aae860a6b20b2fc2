//! What comes over the wire, made up.

use std::fmt;
use std::io;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::runtime::call::{End, Failure};
use crate::runtime::json;
use crate::runtime::retry::TransportFailure;

/// The request id of every answer that is made up here.
pub const REQUEST_ID: &str = "test-request-id";

pub(super) const REQUEST_ID_HEADER: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// What a request is answered with: a response, or a failure of the network.
///
/// A response comes from an [`http::Response`] or from a status alone, a failure from an [`io::ErrorKind`].
/// `Debug` shows no body.
#[derive(Clone)]
pub struct Answer(Kind);

#[derive(Clone)]
enum Kind {
    Response(Response<Bytes>),
    Failure(io::ErrorKind),
    NoStatus(u16),
}

impl Answer {
    /// The answer as a transport gives it.
    pub(super) fn end(self) -> End {
        match self.0 {
            Kind::Response(response) => Ok(response),
            Kind::Failure(kind) => {
                let error = io::Error::new(kind, format!("made up for a test: {kind}"));
                Err(match kind {
                    io::ErrorKind::TimedOut => Failure::Timeout(error.into()),
                    _ => Failure::Dispatch(TransportFailure::Io, error.into()),
                })
            }
            Kind::NoStatus(status) => Err(Failure::construction(no_status(status))),
        }
    }
}

impl<B: Into<Bytes>> From<Response<B>> for Answer {
    fn from(response: Response<B>) -> Self {
        Self(Kind::Response(response.map(Into::into)))
    }
}

impl From<StatusCode> for Answer {
    fn from(status: StatusCode) -> Self {
        with_json(status, Bytes::new()).into()
    }
}

impl From<u16> for Answer {
    fn from(status: u16) -> Self {
        match StatusCode::from_u16(status) {
            Ok(status) => status.into(),
            Err(_) => Self(Kind::NoStatus(status)),
        }
    }
}

impl From<io::ErrorKind> for Answer {
    fn from(kind: io::ErrorKind) -> Self {
        Self(Kind::Failure(kind))
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Response(response) => write!(f, "Answer({})", response.status()),
            Kind::Failure(kind) => write!(f, "Answer({kind:?})"),
            Kind::NoStatus(status) => write!(f, "Answer({status})"),
        }
    }
}

/// A response with a body of JSON and the request id [`REQUEST_ID`].
///
/// ```
/// use ivs_realtime::error::RequestId;
/// use ivs_realtime::operation::create_stage::CreateStageInput;
/// use ivs_realtime::runtime::Operation;
/// use ivs_realtime::test_util::{REQUEST_ID, json_response};
///
/// // An output with a request id, which a builder cannot make:
/// let response = json_response(200, r#"{"stage":{"arn":"arn:lobby"}}"#);
/// let output = CreateStageInput::response(&response)?;
/// assert_eq!(output.request_id(), Some(REQUEST_ID));
/// # Ok::<(), ivs_realtime::Error>(())
/// ```
///
/// # Panics
///
/// The status is not in `100..=999`.
#[track_caller]
pub fn json_response(status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
    match StatusCode::from_u16(status) {
        Ok(status) => with_json(status, body.into()),
        Err(_) => panic!("{}", no_status(status)),
    }
}

/// The answer of a service that refuses: with this status, code and message, and the request id [`REQUEST_ID`].
///
/// It goes through all that an answer of the service goes through. So the error has its code, is retried if the
/// service's would be, and prints what a user would see.
///
/// ```
/// use ivs_realtime::operation::delete_stage::DeleteStageInput;
/// use ivs_realtime::test_util::{self, error_response, rule};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let answer = error_response(409, "ConflictException", "someone is on it");
/// let rule = rule::<DeleteStageInput>().response(answer);
/// let client = ivs_realtime::Client::from_conf(test_util::config().rules(&rule).build());
///
/// let error = client.delete_stage().arn("arn:lobby").send().await.unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "ConflictException: someone is on it (DeleteStage, HTTP 409, request id test-request-id)"
/// );
/// # }
/// ```
///
/// # Panics
///
/// The status is not in `100..=999`.
#[track_caller]
pub fn error_response(status: u16, code: &str, message: &str) -> Response<Bytes> {
    let body = json::object(|object| {
        object.string("code", Some(code));
        object.string("message", Some(message));
    });
    let mut response = json_response(status, body);
    if let Ok(code) = HeaderValue::try_from(code) {
        response.headers_mut().insert("x-amzn-errortype", code);
    }
    response
}

/// A response with a body of JSON.
pub(super) fn with_json(status: StatusCode, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(REQUEST_ID_HEADER, HeaderValue::from_static(REQUEST_ID));
    response
}

fn no_status(status: u16) -> String {
    format!("the test answers with the status {status}; expected one of 100 to 999")
}
