//! Retries: whether a call is sent again, and when.
//!
//! The decisions of AWS's retry modes "standard" and "adaptive" as pure code: nothing here sends, sleeps, reads a
//! clock or draws a random number. Whoever drives a call does these, and hands their results in:
//!
//! 1. [`RetryState::before_attempt`] says whether the attempt may be sent yet;
//! 2. the caller sends it, and tells with an [`Outcome`] what came of it;
//! 3. [`RetryState::after_attempt`] says [`Decision::Done`], or how long to wait before step 1.
//!
//! The rules are those of the crates that the official client stands on: `aws-smithy-runtime` 1.16.2
//! (`client/retries/`), `aws-smithy-types` 1.9.3 (`retry.rs`) and `aws-runtime` 1.10.2 (`retries/classifiers.rs`,
//! `service_clock_skew.rs`). Each page names its own.

mod backoff;
mod classify;
mod clock_skew;
mod partitions;
mod policy;
mod rate_limiter;
mod token_bucket;

pub use backoff::{Bounds, Generation, backoff, delay, retry_after};
pub use classify::{ErrorAnswer, Modelled, Outcome, Reason, TransportFailure, Verdict, classify};
pub use clock_skew::{ClientClockSkew, ClockSkew};
pub use policy::{Decision, Mode, Permission, Policy, RetryState};
pub use rate_limiter::{RateLimiter, SendCost};
pub use token_bucket::{CAPACITY, Permit, TokenBucket, retry_cost};
