//! What a wait gives.

use super::WaiterError;
use crate::runtime::Operation;
use crate::runtime::error::SdkError;

/// The poll of the operation `O` that has found what was waited for.
pub type FinalPollOf<O> = FinalPoll<<O as Operation>::Output, SdkError<<O as Operation>::Error>>;

/// Why a wait for the operation `O` has not found it.
pub type WaiterErrorOf<O> = WaiterError<<O as Operation>::Output, <O as Operation>::Error>;

/// What a wait for the operation `O` gives.
pub type WaitResult<O> = Result<FinalPollOf<O>, WaiterErrorOf<O>>;

/// The result of the last poll of a wait. An error can be what was waited for: that something does not exist any more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FinalPoll<O, E> {
    result: Result<O, E>,
}

impl<O, E> FinalPoll<O, E> {
    /// The last poll gave this.
    pub fn new(result: Result<O, E>) -> Self {
        Self { result }
    }

    /// The result.
    ///
    /// # Errors
    ///
    /// The error that the poll gave, if it did.
    pub fn into_result(self) -> Result<O, E> {
        self.result
    }

    /// The result.
    ///
    /// # Errors
    ///
    /// The error that the poll gave, if it did.
    pub fn as_result(&self) -> Result<&O, &E> {
        self.result.as_ref()
    }

    /// Changes the output, if there is one.
    pub fn map<P>(self, map: impl FnOnce(O) -> P) -> FinalPoll<P, E> {
        FinalPoll::new(self.result.map(map))
    }

    /// Changes the error, if there is one.
    pub fn map_err<F>(self, map: impl FnOnce(E) -> F) -> FinalPoll<O, F> {
        FinalPoll::new(self.result.map_err(map))
    }
}
