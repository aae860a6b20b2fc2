//! What a waiter does, as data: which states it looks for, and how long it waits in between.

use std::fmt;
use std::time::Duration;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::Verdict;
use crate::runtime::Operation;
use crate::runtime::client::CallResult;
use crate::runtime::error::SdkError;

/// Where an acceptor leads that matches
/// ([AcceptorState](https://smithy.io/2.0/additional-specs/waiters.html#acceptorstate-enum)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// What was waited for has come about.
    Success,
    /// It can no longer come about.
    Failure,
    /// It has not come about yet.
    Retry,
}

/// A waiter of the operation `O`.
pub struct Waiter<O: Operation + 'static> {
    /// Its name in the model, `CompositionActive`.
    pub name: &'static str,
    /// The shortest and the longest time between two polls, in seconds.
    pub delays: (u32, u32),
    /// What the result of a poll means: the first that matches decides.
    pub acceptors: &'static [Acceptor<O, O::Output, O::Error>],
}

impl<O: Operation> fmt::Debug for Waiter<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiter")
            .field("name", &self.name)
            .field("delays", &self.delays)
            .finish_non_exhaustive()
    }
}

/// Tells what the result of a poll means, with the input `I`, an output `O` or an error `E` of the service.
pub enum Acceptor<I, O, E> {
    /// Matches every output.
    Answered(State),
    /// Matches every error but that of a request that could not be made.
    Failed(State),
    /// Matches the errors of the service for which the function says so.
    Error(State, fn(&E) -> bool),
    /// Matches the errors of the service with this code, which the model does not know.
    ErrorCode(State, &'static str),
    /// Matches an output in which this path leads to one of these texts. The text is no secret.
    Text(
        &'static str,
        fn(&O) -> Option<&str>,
        &'static [(&'static str, State)],
    ),
    /// Matches the outputs for which the function says so.
    Output(State, fn(&O) -> bool),
    /// Matches the inputs and outputs for which the function says so.
    InputOutput(State, fn(&I, &O) -> bool),
    /// Leads to [`State::Failure`] where the first function says so; the second gives the reason.
    Explained(fn(&I, &O) -> bool, fn(&O) -> Option<String>),
}

/// What a poll has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) verdict: Verdict,
    /// What to tell a person: `composition.state is STARTING`. It holds no secret.
    pub(super) note: Option<String>,
}

impl<O: Operation> Waiter<O> {
    /// The shortest and the longest time between two polls.
    #[must_use]
    pub fn min_and_max_delay(&self) -> (Duration, Duration) {
        let (min, max) = self.delays;
        (
            Duration::from_secs(min.into()),
            Duration::from_secs(max.into()),
        )
    }

    /// What the result of a poll means.
    pub fn verdict(&self, input: &O, result: &CallResult<O>) -> Verdict {
        self.judge(input, result).verdict
    }

    pub(super) fn judge(&self, input: &O, result: &CallResult<O>) -> Found {
        let mut note = match result {
            Ok(_) => None,
            Err(error) => error
                .meta_code()
                .map(|code| format!("the answer was {code}")),
        };
        for acceptor in self.acceptors {
            let state = match result {
                Ok(output) => acceptor.of_output(input, output, &mut note),
                Err(error) => acceptor.of_error(error),
            };
            if let Some(state) = state {
                let verdict = Verdict::Matched(state);
                return Found { verdict, note };
            }
        }
        let verdict = match result {
            Ok(_) => Verdict::Unmatched,
            Err(_) => Verdict::Failed,
        };
        Found { verdict, note }
    }
}

impl<I, O, E: ProvideErrorMetadata> Acceptor<I, O, E> {
    fn of_output(&self, input: &I, output: &O, note: &mut Option<String>) -> Option<State> {
        let (state, matches) = match self {
            Self::Answered(state) => (*state, true),
            Self::Output(state, holds) => (*state, holds(output)),
            Self::InputOutput(state, holds) => (*state, holds(input, output)),
            Self::Text(path, find, states) => {
                let found = find(output)?;
                *note = Some(format!("{path} is {found}"));
                let mut states = states.iter();
                return Some(states.find(|(text, _)| *text == found)?.1);
            }
            Self::Explained(holds, explain) => {
                let matches = holds(input, output);
                if matches && let Some(message) = explain(output) {
                    *note = Some(message);
                }
                (State::Failure, matches)
            }
            Self::Failed(_) | Self::Error(..) | Self::ErrorCode(..) => return None,
        };
        matches.then_some(state)
    }

    fn of_error(&self, error: &SdkError<E>) -> Option<State> {
        let (state, matches) = match self {
            Self::Failed(state) => (*state, !matches!(error, SdkError::ConstructionFailure(_))),
            Self::Error(state, is_it) => (*state, error.as_service_error().is_some_and(is_it)),
            Self::ErrorCode(state, code) => (*state, error.meta_code() == Some(code)),
            _ => return None,
        };
        matches.then_some(state)
    }
}

/// The code of an error of the service.
trait MetaCode {
    fn meta_code(&self) -> Option<&str>;
}

impl<E: ProvideErrorMetadata> MetaCode for SdkError<E> {
    fn meta_code(&self) -> Option<&str> {
        self.as_service_error()?.meta().code()
    }
}
