//! Waits of the blocking client: a thin loop around the wait.

use std::thread;
use std::time::{Duration, Instant};

use super::{Blocking, Caller};
use crate::runtime::Operation;
use crate::runtime::waiter::{Polling, Task, WaitResult, Waiting};

impl<O> Waiting<Blocking, O>
where
    O: Operation + Clone + 'static,
    O::Output: Send,
{
    /// Polls with this input until what is waited for has come about, for as long as `max_wait`, and blocks meanwhile.
    ///
    /// # Errors
    ///
    /// It can no longer come about, it did not in time, or a poll failed in a way that the waiter does not expect.
    pub fn wait(self, input: O, max_wait: Duration) -> WaitResult<O> {
        let Self { client, waiter } = self;
        let mut polling = Polling::new(waiter, input, max_wait, client.config(), Instant::now());
        let span = polling.span();
        let _entered = span.enter();
        loop {
            match polling.next(Instant::now()) {
                Task::Call(input, options) => {
                    let result = client.send_with(input, options);
                    polling.polled(result, Instant::now(), fastrand::f64());
                }
                Task::Wait(wait) => thread::sleep(wait),
                Task::Done(result) => return *result,
            }
        }
    }
}
