//! Credentials for a thread that blocks.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use aws_credential_types::Credentials;
use tracing::Span;

use super::failure::Fault;
use crate::runtime::call::{Failure, Now};
use crate::runtime::client::credentials::CredentialsCache;
use crate::runtime::client::credentials::background::{on_thread, runtime};
use crate::runtime::error::BoxError;

/// The kept credentials at once, if they can be used; otherwise new ones, within the limit. Getting them is a part of the
/// span.
pub(super) fn get(
    cache: &Arc<CredentialsCache>,
    limit: Option<Duration>,
    span: &Span,
) -> Result<Credentials, Fault> {
    let now = Now::read().time;
    // Not by a task: the caller's runtime, if it has one, may run none while its thread is blocked.
    if let Some(credentials) = cache.usable(now, on_thread) {
        return Ok(credentials);
    }
    let credentials = async {
        let credentials = cache.wait_or_load(now);
        let credentials = match limit {
            Some(limit) => match tokio::time::timeout(limit, credentials).await {
                Ok(credentials) => credentials,
                Err(_) => return Err(Fault::Elapsed),
            },
            None => credentials.await,
        };
        Ok(credentials?)
    };
    block_on(credentials, span).map_err(Failure::Construction)?
}

/// Runs a future to its end.
///
/// It runs on a thread of its own, because the caller's may already be one of a Tokio runtime, which must not start
/// another; and with a runtime of its own, because a provider may need timers and sockets.
fn block_on<T: Send>(future: impl Future<Output = T> + Send, span: &Span) -> Result<T, BoxError> {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    thread::scope(|scope| {
        let run = || -> Result<T, BoxError> {
            let runtime = runtime()?;
            tracing::dispatcher::with_default(&dispatch, || {
                span.in_scope(|| Ok(runtime.block_on(future)))
            })
        };
        let thread = thread::Builder::new().name("credentials".to_owned());
        match thread.spawn_scoped(scope, run)?.join() {
            Ok(result) => result,
            Err(_) => Err("the provider of credentials panicked".into()),
        }
    })
    .map_err(|error| format!("cannot get credentials: {error}").into())
}

#[cfg(test)]
mod tests;
