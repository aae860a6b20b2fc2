//! Rules that answer the calls of one operation.

use std::any::Any;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::Request;

use super::answer::Answer;
use super::rules::{AnyRule, Candidate, Refusal};
use super::step::Steps;
use super::typed::typed_response;
use crate::runtime::Operation;
use crate::runtime::call::End;

/// A rule for the calls of the operation whose input is `O`. It answers every one of them, unless
/// [`matching`](Rule::matching) is asked.
///
/// ```
/// # use ivs_realtime::operation::get_stage::{GetStageInput, GetStageOutput};
/// use ivs_realtime::test_util::rule;
///
/// // Twice the service is not there, then it answers for good:
/// let rule = rule::<GetStageInput>()
///     .response(503)
///     .times(2)
///     .output(GetStageOutput::builder().build());
/// # let _ = rule;
/// ```
#[must_use]
pub fn rule<O: Operation + 'static>() -> Rule<O> {
    Rule {
        state: Arc::new(Mutex::new(State {
            matches: None,
            steps: Steps::new(true),
            inputs: Vec::new(),
        })),
    }
}

/// Answers the calls of one operation; [`rule`] makes one. A clone is the same rule.
///
/// Each answer is given once, in the order in which they were added, and the last one for ever;
/// [`times`](Self::times) says otherwise. One answer ends one attempt: after an answer that is retried, the call
/// takes the next one.
///
/// `Debug` shows no input and no answer.
pub struct Rule<O> {
    state: Arc<Mutex<State<O>>>,
}

type Matches<O> = Arc<dyn Fn(&O) -> bool + Send + Sync>;

type Make<O> = Arc<dyn Fn(&O, &Request<Bytes>) -> End + Send + Sync>;

struct State<O> {
    matches: Option<Matches<O>>,
    steps: Steps<Make<O>>,
    /// The inputs of the calls that were answered.
    inputs: Vec<O>,
}

impl<O: Operation + 'static> Rule<O> {
    /// Answers only calls with an input that `matches` says yes to. Said twice, both have to say yes.
    #[must_use]
    pub fn matching(self, matches: impl Fn(&O) -> bool + Send + Sync + 'static) -> Self {
        let mut state = self.lock();
        state.matches = Some(match state.matches.take() {
            Some(others) => Arc::new(move |input| others(input) && matches(input)),
            None => Arc::new(matches),
        });
        drop(state);
        self
    }

    /// Answers with an output.
    ///
    /// An output that is built has no request id. [`json_response`](super::json_response) gives one that has.
    #[must_use]
    pub fn output(self, output: O::Output) -> Self
    where
        O::Output: Clone + Send + Sync,
    {
        self.result_with(move |_| Ok(output.clone()))
    }

    /// Answers with an error: one of those that an operation can fail with, as it is built.
    ///
    /// It comes with the status 400, and has the code that its metadata names, if any. An error as the service
    /// sends it, with its own status and code, is what [`error_response`](super::error_response) is for.
    #[must_use]
    pub fn error<E>(self, error: E) -> Self
    where
        E: Into<O::Error> + Clone + Send + Sync + 'static,
        O::Output: Send,
    {
        self.result_with(move |_| Err(error.clone().into()))
    }

    /// Answers with what `result` makes of the input.
    #[must_use]
    pub fn result_with<F>(self, result: F) -> Self
    where
        F: Fn(&O) -> Result<O::Output, O::Error> + Send + Sync + 'static,
        O::Output: Send,
    {
        self.push(move |input, _| Ok(typed_response::<O>(result(input))))
    }

    /// Answers with a response of HTTP, or with a status alone: `.response(503)`. It is read, and retried, as an
    /// answer of the service.
    #[must_use]
    pub fn response(self, response: impl Into<Answer>) -> Self {
        let answer = response.into();
        self.push(move |_, _| answer.clone().end())
    }

    /// Answers with what `response` makes of the request, which is signed.
    #[must_use]
    pub fn response_with<F, A>(self, response: F) -> Self
    where
        F: Fn(&Request<Bytes>) -> A + Send + Sync + 'static,
        A: Into<Answer>,
    {
        self.push(move |_, request| response(request).into().end())
    }

    /// Answers with a failure of the network, such as `io::ErrorKind::ConnectionRefused`.
    /// `io::ErrorKind::TimedOut` is a time-out. The call is retried.
    #[must_use]
    pub fn failure(self, kind: io::ErrorKind) -> Self {
        self.response(kind)
    }

    /// Sets how often the answer is given that was added last. When all answers are used up, the rule answers no
    /// more, and the rules after it are asked.
    #[must_use]
    pub fn times(self, times: usize) -> Self {
        self.lock().steps.set_times(times);
        self
    }

    /// How many calls were answered, whatever their end. A call that is retried counts once.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.lock().inputs.len()
    }

    /// How many answers were given. A call that is retried takes several.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.lock().steps.given()
    }

    /// The inputs of the calls that were answered, in order.
    #[must_use]
    pub fn inputs(&self) -> Vec<O>
    where
        O: Clone,
    {
        self.lock().inputs.clone()
    }

    /// Makes sure that every answer was given, as often as [`times`](Self::times) says or else once.
    ///
    /// # Panics
    ///
    /// Some were not.
    #[track_caller]
    pub fn assert_used(&self)
    where
        O: Clone + Send,
    {
        super::Rules::from(self).assert_used();
    }

    fn push(self, make: impl Fn(&O, &Request<Bytes>) -> End + Send + Sync + 'static) -> Self {
        self.lock().steps.push(Arc::new(make));
        self
    }
}

impl<O> Rule<O> {
    fn lock(&self) -> MutexGuard<'_, State<O>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<O: Operation + Clone + Send + 'static> AnyRule for Rule<O> {
    fn operation(&self) -> Option<&'static str> {
        Some(O::NAME)
    }

    fn offer(&self, input: &dyn Any) -> Result<Box<dyn Candidate>, Refusal> {
        let input: &O = input.downcast_ref().ok_or(Refusal::OtherOperation)?;
        let matches = self.lock().matches.clone();
        if matches.is_some_and(|matches| !matches(input)) {
            return Err(Refusal::NotMatching);
        }
        if self.lock().steps.is_used_up() {
            return Err(self.used_up());
        }
        Ok(Box::new(Offered {
            rule: self.clone(),
            input: input.clone(),
            is_counted: false,
        }))
    }

    fn used_up(&self) -> Refusal {
        Refusal::UsedUp(self.lock().steps.given())
    }

    fn given_of_expected(&self) -> (usize, usize) {
        let state = self.lock();
        (state.steps.given(), state.steps.expected())
    }
}

/// A rule that answers a call, unless other calls use it up.
struct Offered<O> {
    rule: Rule<O>,
    input: O,
    is_counted: bool,
}

impl<O: Operation + Clone + Send + 'static> Candidate for Offered<O> {
    fn answer(&mut self, request: &Request<Bytes>) -> Option<End> {
        let mut state = self.rule.lock();
        let make = Arc::clone(state.steps.next()?);
        if !self.is_counted {
            state.inputs.push(self.input.clone());
            self.is_counted = true;
        }
        // What the test makes of the input may ask the rule something.
        drop(state);
        Some(make(&self.input, request))
    }

    fn used_up(&self) -> Refusal {
        self.rule.used_up()
    }
}

impl<O> Clone for Rule<O> {
    fn clone(&self) -> Self {
        Self {
            state: Arc::clone(&self.state),
        }
    }
}

impl<O: Operation> fmt::Debug for Rule<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("Rule")
            .field("operation", &O::NAME)
            .field("calls", &state.inputs.len())
            .field("attempts", &state.steps.given())
            .finish_non_exhaustive()
    }
}
