//! The canonical request: the text that stands for a request when it is signed.
//!
//! ([AWS, create a canonical request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request))

use std::borrow::Cow;
use std::fmt::Write;

use bytes::Bytes;
use http::Request;
use http::header::{HOST, HeaderName, TRANSFER_ENCODING, USER_AGENT};
use sha2::{Digest, Sha256};

use super::{CONTENT_SHA256, UNSIGNED_PAYLOAD, push_hex};
use crate::runtime::error::BoxError;
use crate::runtime::http::encode::push_byte;
use crate::runtime::http::host;

/// What others may change on the way, and so is not signed.
const UNSIGNED: [HeaderName; 3] = [
    USER_AGENT,
    TRANSFER_ENCODING,
    HeaderName::from_static("x-amzn-trace-id"),
];

/// What becomes of the path of a request, which is encoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct PathRules {
    /// Whether it is encoded once more.
    pub(super) encode_twice: bool,
    /// Whether `.`, `..` and empty segments are worked out.
    pub(super) normalize: bool,
}

impl Default for PathRules {
    fn default() -> Self {
        Self {
            encode_twice: true,
            normalize: true,
        }
    }
}

/// A canonical request: what a signature needs of it. The text itself is hashed piece by piece and never stands whole.
pub(super) struct CanonicalRequest {
    hash: Sha256,
    signed_headers: String,
}

impl CanonicalRequest {
    pub(super) fn new(request: &Request<Bytes>, path: PathRules) -> Result<Self, BoxError> {
        let uri = request.uri();
        let headers = headers(request)?;
        let mut text = String::with_capacity(256);
        text.push_str(request.method().as_str());
        text.push('\n');
        push_path(&mut text, uri.path(), path);
        text.push('\n');
        push_query(&mut text, uri.query().unwrap_or_default());
        text.push('\n');
        let mut hash = Sha256::new_with_prefix(&text);
        let mut signed_headers = String::with_capacity(128);
        for (name, value) in &headers {
            for part in [name, ":", value.as_ref(), "\n"] {
                hash.update(part);
            }
            if !signed_headers.is_empty() {
                signed_headers.push(';');
            }
            signed_headers.push_str(name);
        }
        text.clear();
        text.push('\n');
        text.push_str(&signed_headers);
        text.push('\n');
        match request.headers().get(CONTENT_SHA256) {
            Some(value) if value == UNSIGNED_PAYLOAD => text.push_str(UNSIGNED_PAYLOAD),
            _ => push_hex(&mut text, &Sha256::digest(request.body())),
        }
        hash.update(&text);
        Ok(Self {
            hash,
            signed_headers,
        })
    }

    /// The hash, and the names of the headers that are signed, with `;` between them.
    pub(super) fn into_parts(self) -> (impl AsRef<[u8]>, String) {
        (self.hash.finalize(), self.signed_headers)
    }
}

/// What is signed of the headers, by name.
fn headers(request: &Request<Bytes>) -> Result<Vec<(&str, Cow<'_, str>)>, BoxError> {
    let mut headers: Vec<(&str, Cow<'_, str>)> = Vec::with_capacity(request.headers().len() + 1);
    if !request.headers().contains_key(HOST) {
        let host = host(request.uri()).ok_or("the URL of the endpoint has no host")?;
        headers.push((HOST.as_str(), host));
    }
    for (name, value) in request.headers() {
        if UNSIGNED.contains(name) {
            continue;
        }
        // A value of a header has no other ASCII than text: what is left to look for is the rest.
        let value = std::str::from_utf8(value.as_bytes())
            .ok()
            .filter(|value| value.is_ascii())
            .ok_or_else(|| format!("the header {name} is not ASCII and cannot be signed"))?;
        let value = trim_all(value);
        match headers.last_mut() {
            // The values of one header come one after the other.
            Some((last, joined)) if *last == name.as_str() => {
                let joined = joined.to_mut();
                joined.push(',');
                joined.push_str(&value);
            }
            _ => headers.push((name.as_str(), value)),
        }
    }
    headers.sort_unstable_by_key(|(name, _)| *name);
    Ok(headers)
}

/// Takes spaces off the ends, and makes one of several.
fn trim_all(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(' ');
    if trimmed.contains("  ") {
        let words: Vec<&str> = trimmed.split(' ').filter(|word| !word.is_empty()).collect();
        Cow::Owned(words.join(" "))
    } else {
        Cow::Borrowed(trimmed)
    }
}

/// The path; by the usual rules with `.` and `..` worked out and each segment encoded once more, though it is encoded
/// already.
fn push_path(out: &mut String, path: &str, rules: PathRules) {
    let push_segment = |out: &mut String, segment: &str| match rules.encode_twice {
        true => segment.bytes().for_each(|byte| push_byte(out, byte)),
        false => out.push_str(segment),
    };
    if !rules.normalize {
        for (index, segment) in path.split('/').enumerate() {
            if index > 0 {
                out.push('/');
            }
            push_segment(out, segment);
        }
        return;
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    for segment in &segments {
        out.push('/');
        push_segment(out, segment);
    }
    let ends_with_slash = ["/", "/.", "/.."].iter().any(|end| path.ends_with(end));
    if segments.is_empty() || ends_with_slash {
        out.push('/');
    }
}

/// The parameters of a query in order, each with a `=`, and encoded in the one way that signatures know.
fn push_query(out: &mut String, query: &str) {
    let mut pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (encoded_anew(name), encoded_anew(value)))
        .collect();
    pairs.sort_unstable();
    for (index, (name, value)) in pairs.iter().enumerate() {
        let separator = if index == 0 { "" } else { "&" };
        let _ = write!(out, "{separator}{name}={value}");
    }
}

/// Decodes a part of a query as forms are decoded, and encodes it.
fn encoded_anew(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        match (byte, after) {
            (b'+', _) => push_byte(&mut encoded, b' '),
            (b'%', [high, low, after @ ..]) => match (hex_digit(*high), hex_digit(*low)) {
                (Some(high), Some(low)) => {
                    push_byte(&mut encoded, high << 4 | low);
                    rest = after;
                }
                _ => push_byte(&mut encoded, b'%'),
            },
            (byte, _) => push_byte(&mut encoded, *byte),
        }
    }
    encoded
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
