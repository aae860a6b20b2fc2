//! Signatures: AWS Signature Version 4, in the header `authorization`.
//!
//! The keys and the signature are `aws-sigv4`'s. The canonical request is put together here, because a key can then
//! be kept for the day that it holds for: `aws_sigv4::http_request::sign` derives it anew for every request. A test
//! holds the two against each other.
//!
//! ([AWS, create a signed request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html))

use std::fmt::{self, Write};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use bytes::Bytes;
use http::header::{AUTHORIZATION, HOST, HeaderName, HeaderValue, TRANSFER_ENCODING, USER_AGENT};
use http::{Request, Uri};
use sha2::{Digest, Sha256};

use crate::runtime::error::BoxError;

const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");
const TRACE_ID: HeaderName = HeaderName::from_static("x-amzn-trace-id");

/// Signs requests for one service in one region. It keeps the key that it used last.
#[derive(Debug)]
pub struct Signer {
    service: String,
    region: String,
    key: Mutex<Option<SigningKey>>,
}

/// A key, with what it was derived from.
struct SigningKey {
    secret: Credentials,
    date: String,
    key: Vec<u8>,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("date", &self.date)
            .finish_non_exhaustive()
    }
}

impl Signer {
    /// A signer for a service, by the name that signatures know it under, in a region.
    pub fn new(service: impl Into<String>, region: impl Into<String>) -> Self {
        Self {
            service: service.into(),
            region: region.into(),
            key: Mutex::new(None),
        }
    }

    /// Signs a request whose URI has scheme and host. It gets the headers `x-amz-date`, `x-amz-security-token` (if
    /// the credentials have a session token) and `authorization`; earlier ones are replaced.
    ///
    /// Every header is signed that the request has by then, and `host`; but not `user-agent`, `transfer-encoding`
    /// and `x-amzn-trace-id`, which others may change on the way.
    ///
    /// # Errors
    ///
    /// The URI has no host, a header is not text, or the session token cannot stand in a header.
    pub fn sign(
        &self,
        request: &mut Request<Bytes>,
        credentials: &Credentials,
        time: SystemTime,
    ) -> Result<(), BoxError> {
        let date_time = compact_date_time(time)?;
        let date = &date_time[..8];
        let headers = request.headers_mut();
        headers.remove(AUTHORIZATION);
        headers.remove(SECURITY_TOKEN);
        headers.insert(DATE, HeaderValue::from_str(&date_time)?);
        if let Some(token) = credentials.session_token() {
            let mut token = HeaderValue::from_str(token)
                .map_err(|_| "the session token of the credentials cannot stand in a header")?;
            token.set_sensitive(true);
            headers.insert(SECURITY_TOKEN, token);
        }

        let (canonical, signed_headers) = canonical_request(request)?;
        let (service, region) = (&self.service, &self.region);
        let hash = hex(&Sha256::digest(canonical.as_bytes()));
        let scope = format!("{date}/{region}/{service}/aws4_request");
        let to_sign = format!("AWS4-HMAC-SHA256\n{date_time}\n{scope}\n{hash}");
        let signature = self.signature(credentials, date, time, &to_sign);
        let access_key_id = credentials.access_key_id();
        let mut authorization = HeaderValue::from_str(&format!(
            "AWS4-HMAC-SHA256 Credential={access_key_id}/{scope}, SignedHeaders={signed_headers}, \
             Signature={signature}"
        ))
        .map_err(|_| "the access key id of the credentials cannot stand in a header")?;
        authorization.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, authorization);
        Ok(())
    }

    /// Signs with the kept key, if it is the one.
    fn signature(
        &self,
        credentials: &Credentials,
        date: &str,
        time: SystemTime,
        to_sign: &str,
    ) -> String {
        // Nothing that holds the lock can leave half a key behind.
        let mut kept = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let is_kept = |kept: &SigningKey| {
            kept.date == date && kept.secret.secret_access_key() == credentials.secret_access_key()
        };
        if !kept.as_ref().is_some_and(is_kept) {
            let secret = credentials.secret_access_key();
            let key = generate_signing_key(secret, time, &self.region, &self.service);
            *kept = Some(SigningKey {
                secret: credentials.clone(),
                date: date.to_owned(),
                key: key.as_ref().to_vec(),
            });
        }
        let key = kept.as_ref().map(|kept| kept.key.as_slice());
        calculate_signature(key.unwrap_or_default(), to_sign.as_bytes())
    }
}

/// A time as signatures write it: `20261122T220825Z`.
pub(super) fn compact_date_time(time: SystemTime) -> Result<String, BoxError> {
    let seconds = DateTime::from(time).secs();
    let text = DateTime::from_secs(seconds).fmt(Format::DateTime)?;
    Ok(text.replace(['-', ':'], ""))
}

/// The canonical request, and the names of the headers that are signed.
fn canonical_request(request: &Request<Bytes>) -> Result<(String, String), BoxError> {
    let uri = request.uri();
    let mut headers: Vec<(&str, String)> = Vec::with_capacity(request.headers().len() + 1);
    if !request.headers().contains_key(HOST) {
        headers.push((HOST.as_str(), host(uri)?));
    }
    for name in request.headers().keys() {
        if [USER_AGENT, TRANSFER_ENCODING, TRACE_ID].contains(name) {
            continue;
        }
        let mut values = Vec::new();
        for value in request.headers().get_all(name) {
            let text = value
                .to_str()
                .map_err(|_| format!("the header {name} is not ASCII and cannot be signed"))?;
            values.push(trim_all(text));
        }
        headers.push((name.as_str(), values.join(",")));
    }
    headers.sort_unstable_by_key(|(name, _)| *name);

    let signed: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
    let signed = signed.join(";");
    let mut canonical = String::with_capacity(512);
    canonical.push_str(request.method().as_str());
    canonical.push('\n');
    push_path(&mut canonical, uri.path());
    canonical.push('\n');
    push_query(&mut canonical, uri.query().unwrap_or_default());
    canonical.push('\n');
    for (name, value) in &headers {
        let _ = writeln!(canonical, "{name}:{value}");
    }
    let hash = hex(&Sha256::digest(request.body()));
    let _ = write!(canonical, "\n{signed}\n{hash}");
    Ok((canonical, signed))
}

/// The header `host` that a transport makes of a URI: a port that is the scheme's own is left out.
fn host(uri: &Uri) -> Result<String, BoxError> {
    let host = uri.host().ok_or("the URL of the endpoint has no host")?;
    let usual = match uri.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    };
    Ok(match uri.port_u16() {
        Some(port) if Some(port) != usual => format!("{host}:{port}"),
        _ => host.to_owned(),
    })
}

/// Takes spaces off the ends, and makes one of several.
fn trim_all(text: &str) -> String {
    let trimmed = text.trim_matches(' ');
    if trimmed.contains("  ") {
        let words: Vec<&str> = trimmed.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    } else {
        trimmed.to_owned()
    }
}

/// The path with `.` and `..` worked out and each segment encoded once more, though it is encoded already.
fn push_path(out: &mut String, path: &str) {
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
        for byte in segment.bytes() {
            push_byte(out, byte);
        }
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

fn push_byte(out: &mut String, byte: u8) {
    if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
        out.push(char::from(byte));
    } else {
        let _ = write!(out, "%{byte:02X}");
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests;
