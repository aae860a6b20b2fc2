//! Makes every decision: turns the validated model into the intermediate representation.

pub mod endpoint;
