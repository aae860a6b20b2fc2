//! What the protocol tests lean on is strict: each kind of difference makes a test fail, and is told.

mod answers;
mod requests;
mod values;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a test says that fails; `None` if it passes.
fn failure(test: impl FnOnce()) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(test)).err()?;
    let plain = panic.downcast_ref::<&str>().map(|said| (*said).to_owned());
    let said = panic.downcast_ref::<String>().cloned().or(plain);
    Some(said.unwrap_or_else(|| "nothing".to_owned()))
}

/// Makes sure that a test fails, and says this.
#[track_caller]
fn fails(test: impl FnOnce(), expected: &str) {
    let said = failure(test).unwrap_or_else(|| panic!("it passes, expected: {expected}"));
    assert!(said.contains(expected), "{said}\nexpected: {expected}");
}
