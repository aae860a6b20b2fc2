//! Requests that must not be sent: hooks can make such.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING};
use http::{Method, Request};

/// How many bytes the line of a header may have: `ureq` writes none in pieces. The first line of a request is shorter,
/// because URIs are.
pub(super) const MAX_LINE: usize = 128 * 1024;

/// What a line has besides name and value: at most a separator and two ends of lines.
const AROUND: usize = ": \r\n\r\n".len();

/// Whether a request can be sent as it is. `ureq` would find the same faults, and say them in the words that it has for
/// faults of answers.
///
/// # Errors
///
/// It cannot. The text says why, without values of headers.
pub(super) fn check(request: &Request<Bytes>) -> Result<(), String> {
    let headers = request.headers();
    for name in [HOST, CONTENT_LENGTH] {
        if headers.get_all(&name).iter().nth(1).is_some() {
            return Err(format!(
                "the request has the header `{name}` more than once"
            ));
        }
    }
    for name in [HOST, AUTHORIZATION] {
        if headers
            .get(&name)
            .is_some_and(|value| value.to_str().is_err())
        {
            return Err(format!("the header `{name}` of the request is not ASCII"));
        }
    }
    check_body(request)?;
    for (name, value) in headers {
        if name.as_str().len() + value.len() + AROUND > MAX_LINE {
            return Err(format!(
                "the header `{name}` of the request is longer than {MAX_LINE} bytes"
            ));
        }
    }
    Ok(())
}

/// Whether headers and body agree.
fn check_body(request: &Request<Bytes>) -> Result<(), String> {
    let (headers, length) = (request.headers(), request.body().len());
    let announced = headers.get(CONTENT_LENGTH);
    if let Some(encoding) = headers.get(TRANSFER_ENCODING) {
        if announced.is_some() {
            return Err("the request has both `transfer-encoding` and `content-length`".to_owned());
        }
        let is_bare = length == 0 && matches!(*request.method(), Method::HEAD | Method::CONNECT);
        if is_bare || !encoding.as_bytes().eq_ignore_ascii_case(b"chunked") {
            return Err(
                "the header `transfer-encoding` of the request is another than `chunked`, or stands where no body can \
                 be"
                .to_owned(),
            );
        }
    }
    let Some(announced) = announced else {
        return Ok(());
    };
    let digits = announced
        .to_str()
        .ok()
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    match digits.and_then(|digits| digits.parse::<usize>().ok()) {
        Some(announced) if announced == length => Ok(()),
        Some(announced) => Err(format!(
            "the header `content-length` of the request says {announced}, but its body has {length} bytes"
        )),
        None => Err("the header `content-length` of the request is no number".to_owned()),
    }
}

#[cfg(test)]
mod tests;
