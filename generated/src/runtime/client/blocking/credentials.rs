//! Credentials for a thread that blocks.

use std::thread;
use std::time::Duration;

use aws_credential_types::Credentials;

use super::failure::Fault;
use crate::runtime::call::{Failure, Now};
use crate::runtime::client::credentials::CredentialsCache;
use crate::runtime::error::BoxError;

/// The kept credentials, or new ones, within the limit.
pub(super) fn get(cache: &CredentialsCache, limit: Option<Duration>) -> Result<Credentials, Fault> {
    let now = Now::read().time;
    if let Some(credentials) = cache.fresh(now) {
        return Ok(credentials);
    }
    block_on(async {
        let credentials = cache.get(now);
        let credentials = match limit {
            Some(limit) => match tokio::time::timeout(limit, credentials).await {
                Ok(credentials) => credentials,
                Err(_) => return Err(Fault::Elapsed),
            },
            None => credentials.await,
        };
        Ok(credentials?)
    })
    .map_err(Failure::Construction)?
}

/// Runs a future to its end.
///
/// It runs on a thread of its own, because the caller's may already be one of a Tokio runtime, which must not start
/// another; and with a runtime of its own, because a provider may need timers and sockets.
fn block_on<T: Send>(future: impl Future<Output = T> + Send) -> Result<T, BoxError> {
    let span = tracing::Span::current();
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    thread::scope(|scope| {
        let run = || -> Result<T, BoxError> {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
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
