//! The request of a call: what all attempts have in common, and what each adds.

use std::sync::{Arc, LazyLock};

use aws_credential_types::Credentials;
use bytes::Bytes;
use http::Request;
use http::header::{
    ACCEPT, AGE, ALLOW, CONTENT_LENGTH, COOKIE, DATE, ETAG, EXPECT, EXPIRES, FROM, HeaderMap,
    HeaderName, HeaderValue, USER_AGENT,
};
use http::uri::Scheme;

use super::{Call, CallOptions};
use crate::runtime::call::core::Core;
use crate::runtime::call::intercept::Intercept;
use crate::runtime::call::now::Now;
use crate::runtime::call::route::Route;
use crate::runtime::call::signing::{CONTENT_SHA256, UNSIGNED_PAYLOAD, compact_date_time};
use crate::runtime::client::Auth;
use crate::runtime::endpoint::ContextParams;
use crate::runtime::error::BoxError;
#[cfg(feature = "request-compression")]
use crate::runtime::http::compress;
use crate::runtime::http::encode::push_escape;

const INVOCATION_ID: HeaderName = HeaderName::from_static("amz-sdk-invocation-id");
const ATTEMPT: HeaderName = HeaderName::from_static("amz-sdk-request");
const AMZ_USER_AGENT: HeaderName = HeaderName::from_static("x-amz-user-agent");
const TRACE_ID: HeaderName = HeaderName::from_static("x-amzn-trace-id");

/// The request of an operation, with what every attempt has in common, and its route. Where the route depends on the
/// credentials of an attempt there is none yet, and the request does not know its host.
pub(super) fn prepared(
    core: &Core,
    mut request: Request<Bytes>,
    options: &CallOptions,
) -> Result<(Request<Bytes>, Option<Arc<Route>>), BoxError> {
    #[cfg(feature = "request-compression")]
    compress(&mut request, core.config())?;
    let route = if core.service().needs_account_id {
        None
    } else {
        let params = request.extensions_mut().remove();
        Some(routed(core, &mut request, params)?)
    };
    let agent = match options {
        CallOptions { waits: true, .. } => &core.waiting_user_agent,
        CallOptions {
            paginates: true, ..
        } => &core.paging_user_agent,
        _ => &core.user_agent,
    };
    let headers = request.headers_mut();
    headers.insert(USER_AGENT, agent.clone());
    headers.insert(AMZ_USER_AGENT, agent.clone());
    if let Some(environment) = core.lambda
        && !headers.contains_key(TRACE_ID)
        && let Some(id) = environment("_X_AMZN_TRACE_ID")
    {
        headers.insert(TRACE_ID, HeaderValue::try_from(encoded(&id))?);
    }
    Ok((request, route))
}

/// Sends a request where the endpoint rules say.
fn routed(
    core: &Core,
    request: &mut Request<Bytes>,
    params: Option<ContextParams>,
) -> Result<Arc<Route>, BoxError> {
    let route = core.route(params);
    let target = route.target.as_ref().map_err(String::as_str)?;
    target.apply(request)?;
    Ok(route)
}

/// A copy of a request, with room for the headers that an attempt adds.
///
/// A `HeaderMap` with room for more than six headers has room for twelve, in one block of more than 1,024 bytes; what
/// that costs is told in `json::blocks`. Nine are what there is in the end, and a clone has room for just what was
/// cloned.
fn copied(request: &Request<Bytes>) -> Request<Bytes> {
    static NINE: LazyLock<HeaderMap> = LazyLock::new(|| {
        let mut nine = HeaderMap::new();
        for any in [
            ACCEPT, AGE, ALLOW, COOKIE, DATE, ETAG, EXPECT, EXPIRES, FROM,
        ] {
            nine.insert(any, HeaderValue::from_static(""));
        }
        nine
    });
    let mut headers = NINE.clone();
    headers.clear();
    for (name, value) in request.headers() {
        headers.append(name.clone(), value.clone());
    }
    let mut copy = Request::new(request.body().clone());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.version_mut() = request.version();
    *copy.extensions_mut() = request.extensions().clone();
    *copy.headers_mut() = headers;
    copy
}

/// The header that counts attempts.
pub(in crate::runtime::call) fn attempt_header(number: u32, max_attempts: u32) -> String {
    format!("attempt={number}; max={}", max_attempts.max(1))
}

impl Call<'_> {
    /// The request of an attempt: hooks, length, signature, what is not signed, hooks.
    pub(super) fn signed(
        &self,
        credentials: Option<&Credentials>,
        now: Now,
    ) -> Result<Request<Bytes>, BoxError> {
        let mut request = copied(&self.request);
        let route = match &self.route {
            Some(route) => Arc::clone(route),
            None => {
                let given: Option<ContextParams> = request.extensions_mut().remove();
                let account_id = credentials.and_then(Credentials::account_id);
                let params = given.unwrap_or_default().with_string(
                    "AWS::Auth::AccountId",
                    account_id.map(|account_id| account_id.as_str()),
                );
                routed(self.core, &mut request, Some(params))?
            }
        };
        for hook in self.hooks() {
            hook.before_signing(&self.info(), &mut request)?;
        }
        if !request.body().is_empty() {
            let length = HeaderValue::from(request.body().len());
            request.headers_mut().insert(CONTENT_LENGTH, length);
        }
        if self.auth != Auth::None
            && let Some(credentials) = credentials
            && let Some(signer) = route.signer.as_ref().map_err(String::as_str)?
        {
            if self.unsigned_payload && request.uri().scheme() == Some(&Scheme::HTTPS) {
                let headers = request.headers_mut();
                headers.insert(CONTENT_SHA256, HeaderValue::from_static(UNSIGNED_PAYLOAD));
            }
            signer.sign(&mut request, credentials, self.skew.apply(now.time))?;
        }
        let attempt = self.attempt_header(now)?;
        let headers = request.headers_mut();
        headers.insert(ATTEMPT, attempt);
        headers.insert(INVOCATION_ID, HeaderValue::from_str(&self.invocation_id)?);
        for hook in self.hooks() {
            hook.before_sending(&self.info(), &mut request)?;
        }
        Ok(request)
    }

    /// The header that counts attempts. From the second one on it says until when an answer is of use, if there is a
    /// limit on the wait for one.
    fn attempt_header(&self, now: Now) -> Result<HeaderValue, BoxError> {
        let number = self.attempt.number;
        if number == 1 {
            return Ok(self.core.first_attempt.clone());
        }
        let count = attempt_header(number, self.core.policy.max_attempts);
        let until = self
            .core
            .timeouts
            .read
            .and_then(|read| self.skew.apply(now.time).checked_add(read))
            .and_then(|until| compact_date_time(until).ok());
        Ok(match until {
            Some(until) => HeaderValue::try_from(format!("ttl={until}; {count}"))?,
            None => HeaderValue::try_from(count)?,
        })
    }
}

/// Percent-encodes control characters and what is not ASCII: any text can then stand in a header.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' '..=b'~' => encoded.push(char::from(byte)),
            _ => push_escape(&mut encoded, byte),
        }
    }
    encoded
}
