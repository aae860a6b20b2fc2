//! An output or error of an operation on its way through the call engine, which knows answers of HTTP alone.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Response, StatusCode};

use super::answer::REQUEST_ID_HEADER;
use crate::runtime::Operation;
use crate::runtime::error::RequestId;

/// Travels among the extensions of an answer without a body. A clone is the same one, and it is taken once.
#[derive(Clone)]
struct Typed(Arc<Mutex<Option<Box<dyn Any + Send>>>>);

/// An answer that stands for what an operation gives.
pub(super) fn typed_response<O>(result: Result<O::Output, O::Error>) -> Response<Bytes>
where
    O: Operation + 'static,
    O::Output: Send,
{
    let mut response = Response::new(Bytes::new());
    if let Err(error) = &result {
        *response.status_mut() = StatusCode::BAD_REQUEST;
        if let Some(request_id) = error.request_id().and_then(|id| id.parse().ok()) {
            response.headers_mut().insert(REQUEST_ID_HEADER, request_id);
        }
    }
    let result: Box<dyn Any + Send> = Box::new(result);
    let typed = Typed(Arc::new(Mutex::new(Some(result))));
    response.extensions_mut().insert(typed);
    response
}

/// What an operation gives, if the answer stands for it.
pub(in crate::runtime) fn typed_result<O>(
    response: &Response<Bytes>,
) -> Option<Result<O::Output, O::Error>>
where
    O: Operation + 'static,
{
    let Typed(typed) = response.extensions().get()?;
    let result = typed
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()?;
    result.downcast().ok().map(|result| *result)
}
