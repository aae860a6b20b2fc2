//! What becomes of an answer that is no success, and of a call without an answer.

#[cfg(test)]
mod check;
#[cfg(test)]
mod failures;
#[cfg(test)]
#[path = "../support/errors.rs"]
mod model;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod service_errors;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
