//! Why a wait has not found what was waited for.

use std::error::Error;
use std::fmt;
use std::sync::LazyLock;
use std::time::Duration;

use super::FinalPoll;
use crate::runtime::error::{
    BoxError, ConstructionFailure, ErrorMetadata, ProvideErrorMetadata, SdkError,
};

/// Why a wait has not found what was waited for. Its variants are named as in the official client.
///
/// It displays as one line: the waiter, how it ended, after how many polls and how long, and what the last poll has
/// found. [`source`](Error::source) goes on with what the line does not say.
#[derive(Debug)]
#[non_exhaustive]
pub enum WaiterError<O, E> {
    /// The request could not be made: nothing was sent.
    ConstructionFailure(ConstructionFailure),
    /// It did not come about in time.
    ExceededMaxWait(ExceededMaxWait),
    /// It can no longer come about.
    FailureState(FailureState<O, E>),
    /// A poll failed in a way that the waiter does not expect.
    OperationFailed(OperationFailed<E>),
}

impl<O, E> WaiterError<O, E> {
    /// The request could not be made.
    pub fn construction_failure(source: impl Into<BoxError>) -> Self {
        match SdkError::<E>::construction_failure(source) {
            SdkError::ConstructionFailure(failure) => Self::ConstructionFailure(failure),
            other => Self::OperationFailed(OperationFailed::new(other)),
        }
    }
}

/// Which wait an error has ended.
#[derive(Clone, Debug, Default)]
struct Origin {
    /// The name of the waiter, if it is known.
    waiter: Option<&'static str>,
    polls: u32,
    elapsed: Duration,
    /// What the last poll has found, for a person.
    note: Option<String>,
}

impl Origin {
    /// What was waited for.
    fn what(&self) -> &'static str {
        self.waiter.unwrap_or("what was waited for")
    }
}

/// It did not come about in time.
#[derive(Debug)]
pub struct ExceededMaxWait {
    max_wait: Duration,
    origin: Box<Origin>,
}

impl ExceededMaxWait {
    /// The wait may take `max_wait`, and took `elapsed`.
    #[must_use]
    pub fn new(max_wait: Duration, elapsed: Duration, poll_count: u32) -> Self {
        let origin = Origin {
            polls: poll_count,
            elapsed,
            ..Origin::default()
        };
        Self {
            max_wait,
            origin: Box::new(origin),
        }
    }

    #[cfg(feature = "client")]
    pub(super) fn named(mut self, waiter: &'static str, note: Option<String>) -> Self {
        self.origin.waiter = Some(waiter);
        self.origin.note = note;
        self
    }

    /// How long the wait may take.
    #[must_use]
    pub fn max_wait(&self) -> Duration {
        self.max_wait
    }

    /// How long it took.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.origin.elapsed
    }

    /// How many polls were made.
    #[must_use]
    pub fn poll_count(&self) -> u32 {
        self.origin.polls
    }

    /// What the last poll has found that tells something, in words: `composition.state is STARTING`.
    #[must_use]
    pub fn last_found(&self) -> Option<&str> {
        self.origin.note.as_deref()
    }
}

/// It can no longer come about.
#[derive(Debug)]
#[non_exhaustive]
pub struct FailureState<O, E> {
    final_poll: Box<FinalPoll<O, E>>,
    origin: Box<Origin>,
}

impl<O, E> FailureState<O, E> {
    /// The last poll has found this.
    pub fn new(final_poll: FinalPoll<O, E>) -> Self {
        Self {
            final_poll: Box::new(final_poll),
            origin: Box::default(),
        }
    }

    #[cfg(feature = "client")]
    pub(super) fn named(
        mut self,
        waiter: &'static str,
        polls: u32,
        elapsed: Duration,
        note: Option<String>,
    ) -> Self {
        *self.origin = Origin {
            waiter: Some(waiter),
            polls,
            elapsed,
            note,
        };
        self
    }

    /// The last poll.
    pub fn final_poll(&self) -> &FinalPoll<O, E> {
        &self.final_poll
    }

    /// The last poll, by value.
    pub fn into_final_poll(self) -> FinalPoll<O, E> {
        *self.final_poll
    }

    /// Why, in words, if the model tells where the reason stands or what the state is.
    pub fn reason(&self) -> Option<&str> {
        self.origin.note.as_deref()
    }
}

/// A poll failed in a way that the waiter does not expect.
#[derive(Debug)]
#[non_exhaustive]
pub struct OperationFailed<E> {
    source: SdkError<E>,
    origin: Box<Origin>,
}

impl<E> OperationFailed<E> {
    /// The last poll gave this error.
    pub fn new(source: SdkError<E>) -> Self {
        Self {
            source,
            origin: Box::default(),
        }
    }

    #[cfg(feature = "client")]
    pub(super) fn named(mut self, waiter: &'static str, polls: u32, elapsed: Duration) -> Self {
        *self.origin = Origin {
            waiter: Some(waiter),
            polls,
            elapsed,
            note: None,
        };
        self
    }

    /// The error.
    pub fn error(&self) -> &SdkError<E> {
        &self.source
    }

    /// The error, by value.
    pub fn into_error(self) -> SdkError<E> {
        self.source
    }
}

impl<O, E: fmt::Display> fmt::Display for WaiterError<O, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstructionFailure(failure) => {
                write!(f, "the request could not be made: {}", failure.source)
            }
            Self::ExceededMaxWait(exceeded) => {
                let what = exceeded.origin.what();
                let max_wait = Seconds(exceeded.max_wait);
                write!(f, "{what} did not come about in {max_wait}")?;
                show_origin(f, &exceeded.origin)?;
                match &exceeded.origin.note {
                    Some(note) => write!(f, ": {note}"),
                    None => Ok(()),
                }
            }
            Self::FailureState(failure) => {
                write!(f, "{} can no longer come about", failure.origin.what())?;
                show_origin(f, &failure.origin)?;
                match (failure.final_poll.as_result(), &failure.origin.note) {
                    (Err(error), _) => write!(f, ": {error}"),
                    (Ok(_), Some(note)) => write!(f, ": {note}"),
                    (Ok(_), None) => Ok(()),
                }
            }
            Self::OperationFailed(failed) => {
                write!(f, "waiting for {} failed", failed.origin.what())?;
                show_origin(f, &failed.origin)?;
                write!(f, ": {}", failed.source)
            }
        }
    }
}

/// Shows how long a wait took, if that is known: ` (3 polls in 4.5 s)`.
fn show_origin(f: &mut fmt::Formatter<'_>, origin: &Origin) -> fmt::Result {
    let elapsed = Seconds(origin.elapsed);
    match origin.polls {
        0 => Ok(()),
        1 => write!(f, " (1 poll in {elapsed})"),
        polls => write!(f, " ({polls} polls in {elapsed})"),
    }
}

/// A time as people say it: `60 s`, `4.5 s`.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.1}", self.0.as_secs_f64());
        write!(f, "{} s", text.strip_suffix(".0").unwrap_or(&text))
    }
}

/// The source is that of the cause, whose text is part of this error's already.
impl<O: fmt::Debug, E: Error + 'static> Error for WaiterError<O, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::ConstructionFailure(failure) => failure.source.source(),
            Self::ExceededMaxWait(_) => None,
            Self::FailureState(failure) => failure.final_poll.as_result().err()?.source(),
            Self::OperationFailed(failed) => failed.source.source(),
        }
    }
}

impl<O, E: ProvideErrorMetadata> ProvideErrorMetadata for WaiterError<O, E> {
    fn meta(&self) -> &ErrorMetadata {
        static EMPTY: LazyLock<ErrorMetadata> = LazyLock::new(ErrorMetadata::default);
        let error = match self {
            Self::FailureState(failure) => failure.final_poll.as_result().err(),
            Self::OperationFailed(failed) => failed.source.as_service_error(),
            Self::ConstructionFailure(_) | Self::ExceededMaxWait(_) => None,
        };
        error.map_or(&EMPTY, ProvideErrorMetadata::meta)
    }
}
