//! What every target of tests needs: an answer of the service.

use bytes::Bytes;
use http::Response;

/// An answer as a transport would hand it over.
pub(crate) fn answer(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: impl Into<Bytes>,
) -> Response<Bytes> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.into()).unwrap()
}
