//! Signatures: AWS Signature Version 4, in the header `authorization`.
//!
//! The keys and the signature are `aws-sigv4`'s. The canonical request is put together here, because a key can then
//! be kept for the day that it holds for: `aws_sigv4::http_request::sign` derives it anew for every request. A test
//! holds the two against each other.
//!
//! ([AWS, create a signed request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html))

mod canonical;

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use bytes::Bytes;
use http::Request;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::runtime::error::BoxError;
use crate::runtime::hex;
use canonical::{CanonicalRequest, PathRules};

const DATE: HeaderName = HeaderName::from_static("x-amz-date");
const SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");

/// The header that may say what the signature knows of the body.
pub(super) const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");

/// Its value for a signature that leaves out the body.
pub(super) const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// Signs requests for one service in one region. It keeps the key that it used last.
#[derive(Debug)]
pub struct Signer {
    service: String,
    region: String,
    path: PathRules,
    key: Mutex<Option<SigningKey>>,
    second: Mutex<Option<(i64, HeaderValue)>>,
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
            path: PathRules::default(),
            key: Mutex::new(None),
            second: Mutex::new(None),
        }
    }

    /// Sets whether the path of a request, which is encoded, is encoded once more for the signature. It is, unless an
    /// endpoint says otherwise.
    #[must_use]
    pub fn encode_path_twice(mut self, encode: bool) -> Self {
        self.path.encode_twice = encode;
        self
    }

    /// Sets whether `.`, `..` and empty segments of the path are worked out for the signature. They are, unless an
    /// endpoint says otherwise.
    #[must_use]
    pub fn normalize_path(mut self, normalize: bool) -> Self {
        self.path.normalize = normalize;
        self
    }

    /// Signs a request whose URI has scheme and host. It gets the headers `x-amz-date`, `x-amz-security-token` (if
    /// the credentials have a session token) and `authorization`; earlier ones are replaced.
    ///
    /// Every header is signed that the request has by then, and `host`; but not `user-agent`, `transfer-encoding`
    /// and `x-amzn-trace-id`, which others may change on the way. The body is signed, unless the header
    /// `x-amz-content-sha256` says `UNSIGNED-PAYLOAD`.
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
        let date_time = self.date_time(time)?;
        let date = date_time.to_str()?;
        let headers = request.headers_mut();
        headers.remove(AUTHORIZATION);
        headers.remove(SECURITY_TOKEN);
        headers.insert(DATE, date_time.clone());
        if let Some(token) = credentials.session_token() {
            let mut token = HeaderValue::from_str(token)
                .map_err(|_| "the session token of the credentials cannot stand in a header")?;
            token.set_sensitive(true);
            headers.insert(SECURITY_TOKEN, token);
        }

        let canonical = CanonicalRequest::new(request, self.path)?;
        let (day, service, region) = (&date[..8], &self.service, &self.region);
        let scope = [day, "/", region, "/", service, "/aws4_request"].concat();
        let mut to_sign = [ALGORITHM, "\n", date, "\n", &scope, "\n"].concat();
        let (hash, signed_headers) = canonical.into_parts();
        push_hex(&mut to_sign, hash.as_ref());
        let signature = self.signature(credentials, day, time, &to_sign);
        let authorization = [
            ALGORITHM,
            " Credential=",
            credentials.access_key_id(),
            "/",
            &scope,
            ", SignedHeaders=",
            &signed_headers,
            ", Signature=",
            &signature,
        ]
        .concat();
        let mut authorization = HeaderValue::try_from(authorization)
            .map_err(|_| "the access key id of the credentials cannot stand in a header")?;
        authorization.set_sensitive(true);
        request.headers_mut().insert(AUTHORIZATION, authorization);
        Ok(())
    }

    /// The time as a header. It is kept for the second that it holds for.
    fn date_time(&self, time: SystemTime) -> Result<HeaderValue, BoxError> {
        let second = DateTime::from(time).secs();
        let mut kept = self.second.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((kept, text)) if *kept == second => Ok(text.clone()),
            _ => {
                let text = HeaderValue::try_from(compact_date_time(time)?)?;
                *kept = Some((second, text.clone()));
                Ok(text)
            }
        }
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

fn push_hex(out: &mut String, bytes: &[u8]) {
    for byte in bytes {
        out.extend(hex::digits(*byte).map(char::from));
    }
}

#[cfg(test)]
mod tests;
