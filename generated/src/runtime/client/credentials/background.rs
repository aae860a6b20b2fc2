//! Where credentials are replaced while calls go on with the old ones.

use std::io;
use std::pin::Pin;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tracing::{Instrument, debug_span};

/// Asks the provider and keeps what it gives. Nothing is lost if it is dropped.
pub(in crate::runtime::client) type Refresh = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Starts a task of the Tokio runtime that we are in, or a thread if we are in none.
pub(super) fn start(refresh: Refresh) {
    match Handle::try_current() {
        // The span of the call may end before; the task has one of its own.
        Ok(runtime) => drop(runtime.spawn(refresh.instrument(span()))),
        Err(_) => on_thread(refresh),
    }
}

/// Starts a thread with a runtime of its own, and does not wait for it. If none can be started, the credentials that
/// are kept stay.
pub(in crate::runtime::client) fn on_thread(refresh: Refresh) {
    let dispatch = tracing::dispatcher::get_default(Clone::clone);
    let run = move || {
        tracing::dispatcher::with_default(&dispatch, || match runtime() {
            Ok(runtime) => runtime.block_on(refresh.instrument(span())),
            Err(error) => not_started(&error),
        });
    };
    let thread = thread::Builder::new().name("credentials".to_owned());
    if let Err(error) = thread.spawn(run) {
        not_started(&error);
    }
}

/// A runtime with what a provider may need: timers and sockets.
pub(in crate::runtime::client) fn runtime() -> io::Result<tokio::runtime::Runtime> {
    Builder::new_current_thread().enable_all().build()
}

fn span() -> tracing::Span {
    debug_span!(parent: None, "refresh_credentials")
}

fn not_started(error: &io::Error) {
    tracing::warn!(%error, "cannot replace credentials before they expire");
}
