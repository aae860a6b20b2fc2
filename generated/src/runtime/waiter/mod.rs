//! Waiters: asking for the state of something until it is the one that is waited for.
//!
//! An emitted page says what a waiter does, as a [`Waiter`]: which operation it calls, how long it waits in between, and
//! what each answer means. [`Wait`] is the wait as a state machine, without IO and without a clock; the clients drive
//! it. The functions are what compiled JMESPath expressions lean on.
//!
//! ([Smithy 2.0, waiters](https://smithy.io/2.0/additional-specs/waiters.html))

mod acceptor;
mod error;
mod final_poll;
mod macros;
#[cfg(feature = "client")]
mod polling;
mod value;
mod wait;
mod waiting;

#[doc(inline)]
pub use crate::__waits as waits;
pub use acceptor::{Acceptor, State, Waiter};
pub use error::{ExceededMaxWait, FailureState, OperationFailed, WaiterError};
pub use final_poll::{FinalPoll, FinalPollOf, WaitResult, WaiterErrorOf};
#[cfg(feature = "client")]
pub(in crate::runtime) use polling::{Polling, Task};
pub use value::{
    Truth, all, and, any, characters, defined, flatten, has_part, is_filled, is_set, item, joined,
    length, list, long, number, or, ordered, slice, with,
};
pub use wait::{End, Step, Verdict, Wait};
pub use waiting::{Waiters, Waiting};
