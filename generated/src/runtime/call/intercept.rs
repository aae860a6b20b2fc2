//! Hooks: what a user of the client looks at requests and attempts with.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};

use crate::runtime::error::BoxError;

/// Looks at every request before it is signed and before it is sent, and at every attempt after it.
///
/// Each method does nothing unless it is implemented. A hook that fails ends the call: nothing more is sent.
pub trait Intercept: fmt::Debug + Send + Sync {
    /// Looks at a request that is not signed yet, and may change it: what is changed here is signed. The endpoint
    /// is in its URI. It is called for every attempt.
    ///
    /// # Errors
    ///
    /// Whatever is to end the call.
    fn before_signing(
        &self,
        _call: &CallInfo<'_>,
        _request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        Ok(())
    }

    /// Looks at a request as it will be sent, and may change what is not signed. The headers `authorization` and
    /// `x-amz-security-token` are marked as [sensitive](http::HeaderValue::is_sensitive).
    ///
    /// # Errors
    ///
    /// Whatever is to end the call.
    fn before_sending(
        &self,
        _call: &CallInfo<'_>,
        _request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        Ok(())
    }

    /// Looks at an attempt that has ended.
    fn after_attempt(&self, _call: &CallInfo<'_>, _attempt: &AttemptInfo<'_>) {}
}

/// Which call it is, and which attempt of it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CallInfo<'a> {
    /// The service, `IVS RealTime`.
    pub service: &'static str,
    /// The operation, `CreateStage`.
    pub operation: &'static str,
    /// The id that all attempts of the call share.
    pub invocation_id: &'a str,
    /// Which attempt it is, from 1.
    pub attempt: u32,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AttemptInfo<'a> {
    /// The status of the answer, if one came.
    pub status: Option<StatusCode>,
    /// The headers of the answer, if one came.
    pub headers: Option<&'a HeaderMap>,
    /// Why there is no answer, if none came or it broke off.
    pub failure: Option<&'a (dyn std::error::Error + Send + Sync + 'static)>,
    /// How long the attempt took, from before signing to the end of the answer.
    pub duration: Duration,
    /// How long the call now waits for another attempt; `None` if this was the last one.
    pub retry_after: Option<Duration>,
}

/// A hook that is shared. A clone is the same one.
#[derive(Clone, Debug)]
pub struct SharedInterceptor(Arc<dyn Intercept>);

impl SharedInterceptor {
    /// Shares a hook.
    pub fn new(interceptor: impl Intercept + 'static) -> Self {
        Self(Arc::new(interceptor))
    }
}

impl Intercept for SharedInterceptor {
    fn before_signing(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        self.0.before_signing(call, request)
    }

    fn before_sending(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        self.0.before_sending(call, request)
    }

    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        self.0.after_attempt(call, attempt);
    }
}

/// A function that changes a request before it is signed, as a hook.
pub(in crate::runtime) struct MapRequest<F>(pub F);

impl<F> fmt::Debug for MapRequest<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MapRequest")
    }
}

impl<F> Intercept for MapRequest<F>
where
    F: Fn(&mut Request<Bytes>) -> Result<(), BoxError> + Send + Sync,
{
    fn before_signing(
        &self,
        _call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        (self.0)(request)
    }
}
