//! An answer, and what it has to become.

use bytes::Bytes;
use http::Response;

use super::{Differences, Same};
use crate::runtime::Operation;
use crate::runtime::error::DisplayErrorContext;

/// An answer.
#[derive(Clone, Debug)]
#[must_use]
pub struct Answer(Response<Bytes>);

/// An answer of this status, with no header and no body yet.
///
/// # Panics
///
/// There is no such status.
pub fn answer(status: u16) -> Answer {
    let response = Response::builder().status(status).body(Bytes::new());
    match response {
        Ok(response) => Answer(response),
        Err(error) => panic!("the case has an answer of the status {status}: {error}"),
    }
}

impl Answer {
    /// Adds a header.
    ///
    /// # Panics
    ///
    /// It can be none.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (name.parse::<http::HeaderName>(), value.parse()) {
            (Ok(name), Ok(value)) => {
                self.0.headers_mut().append(name, value);
            }
            _ => panic!("the case has the header {name:?} with {value:?}, which is none"),
        }
        self
    }

    /// Sets the body.
    pub fn body(mut self, text: &str) -> Self {
        *self.0.body_mut() = Bytes::copy_from_slice(text.as_bytes());
        self
    }

    /// Reads the answer, and compares the output.
    ///
    /// # Panics
    ///
    /// It becomes an error, or the output differs. The message has all differences.
    #[track_caller]
    pub fn check_output<O: Operation>(self, expected: &O::Output)
    where
        O::Output: Same,
    {
        match O::response(&self.0) {
            Ok(found) => {
                let mut differences = Differences::of("output");
                found.compare(expected, &mut differences);
                differences.expect_none();
            }
            Err(error) => panic!(
                "the answer becomes an error, expected an output: {}",
                DisplayErrorContext(error)
            ),
        }
    }

    /// Reads the answer, and compares the error. `pick` takes it out of the errors of the service.
    ///
    /// # Panics
    ///
    /// It becomes an output or another error, or the error differs. The message has all differences.
    #[track_caller]
    pub fn check_error<O: Operation, E: Same>(
        self,
        expected: &E,
        pick: impl FnOnce(&O::Error) -> Option<&E>,
    ) {
        let Err(error) = O::response(&self.0) else {
            panic!("the answer becomes an output, expected an error");
        };
        let Some(found) = pick(&error) else {
            panic!(
                "the answer becomes another error than expected: {}",
                DisplayErrorContext(error)
            );
        };
        let mut differences = Differences::of("error");
        found.compare(expected, &mut differences);
        differences.expect_none();
    }
}
