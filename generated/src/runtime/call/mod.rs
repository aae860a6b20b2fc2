//! The call engine: everything about a call that needs no IO.
//!
//! [`Core`] is what the calls of a client share, [`Call`] one call as a state machine. What sends and waits stands in
//! [`client`](super::client).

mod core;
mod engine;
mod failure;
mod ids;
mod intercept;
mod now;
mod route;
mod signing;
mod user_agent;

pub use core::{Core, DEFAULT_CONNECT_TIMEOUT, Timeouts};
pub use engine::{Call, CallOptions, Decode, End, Step};
pub use failure::{Elapsed, Failure, Limited};
pub use ids::uuid_v4;
pub(in crate::runtime) use intercept::MapRequest;
pub use intercept::{AttemptInfo, CallInfo, Intercept, SharedInterceptor};
pub use now::Now;
pub use signing::Signer;
