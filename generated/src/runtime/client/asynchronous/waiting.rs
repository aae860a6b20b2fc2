//! Waits of the async client: a thin loop around the wait.

use std::time::Duration;

use tracing::Instrument;

use super::clock::instant;
use super::{Async, Caller};
use crate::runtime::Operation;
use crate::runtime::waiter::{Polling, Task, WaitResult, Waiting};

impl<O> Waiting<Async, O>
where
    O: Operation + Clone + Send + Sync + 'static,
    O::Output: Send,
{
    /// Polls with this input until what is waited for has come about, for as long as `max_wait`.
    ///
    /// # Errors
    ///
    /// It can no longer come about, it did not in time, or a poll failed in a way that the waiter does not expect.
    pub fn wait(
        self,
        input: O,
        max_wait: Duration,
    ) -> impl Future<Output = WaitResult<O>> + Send + use<O> {
        let Self { client, waiter } = self;
        Box::pin(async move {
            let mut polling = Polling::new(waiter, input, max_wait, client.config(), instant());
            let span = polling.span();
            async move {
                loop {
                    match polling.next(instant()) {
                        Task::Call(input, options) => {
                            let result = client.send_with(input, options).await;
                            polling.polled(result, instant(), fastrand::f64());
                        }
                        Task::Wait(wait) => tokio::time::sleep(wait).await,
                        Task::Done(result) => return *result,
                    }
                }
            }
            .instrument(span)
            .await
        })
    }
}
