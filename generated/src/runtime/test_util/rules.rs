//! The rules of a client, and what they are to one call.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::Request;

use super::{Rule, ScriptedTransport};
use crate::runtime::Operation;
use crate::runtime::call::{End, Failure};

/// What answers the calls of a client in place of a transport. A clone has the same rules.
///
/// A call is answered by the first rule that matches and is not used up. A rule, a
/// [`ScriptedTransport`](super::ScriptedTransport) and other `Rules` can be added; so can a reference to one, which
/// the test then asks how it was called.
///
/// ```
/// # use ivs_realtime::operation::get_stage::{GetStageInput, GetStageOutput};
/// # use ivs_realtime::operation::delete_stage::{DeleteStageInput, DeleteStageOutput};
/// use ivs_realtime::test_util::{self, Rules, rule};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let rules = Rules::new()
///     .with(rule::<GetStageInput>().output(GetStageOutput::builder().build()))
///     .with(rule::<DeleteStageInput>().output(DeleteStageOutput::builder().build()));
/// let client = ivs_realtime::Client::from_conf(test_util::config().rules(&rules).build());
///
/// client.get_stage().arn("arn:lobby").send().await?;
/// client.delete_stage().arn("arn:lobby").send().await?;
/// rules.assert_used();
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Rules {
    rules: Vec<Arc<dyn AnyRule>>,
}

/// A rule, whatever it answers.
pub(super) trait AnyRule: fmt::Debug + Send + Sync {
    /// The operation that is answered; `None` if it is any.
    fn operation(&self) -> Option<&'static str>;

    /// Offers the rule a call.
    fn offer(&self, input: &dyn Any) -> Result<Box<dyn Candidate>, Refusal>;

    /// Says that the answers are used up.
    fn used_up(&self) -> Refusal;

    /// How many answers were given, and how many there are at least.
    fn given_of_expected(&self) -> (usize, usize);
}

/// A rule that answers a call.
pub(super) trait Candidate: Send {
    /// The next answer, if one is left.
    fn answer(&mut self, request: &Request<Bytes>) -> Option<End>;

    /// Says that the answers are used up.
    fn used_up(&self) -> Refusal;
}

/// Why a rule does not answer a call.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refusal {
    OtherOperation,
    NotMatching,
    /// So many answers were given.
    UsedUp(usize),
}

impl Rules {
    /// No rules. A client that has these fails every call.
    #[must_use]
    pub const fn new() -> Self {
        Self { rules: Vec::new() }
    }

    /// Adds rules after those that are there.
    #[must_use]
    pub fn with(mut self, rules: impl Into<Self>) -> Self {
        self.rules.extend(rules.into().rules);
        self
    }

    /// Makes sure that every answer of every rule was given, as often as `times` says or else once.
    ///
    /// # Panics
    ///
    /// Some were not. The message says of each rule how many.
    #[track_caller]
    pub fn assert_used(&self) {
        let mut unused = String::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let (given, expected) = rule.given_of_expected();
            if given < expected {
                let name = rule.operation().unwrap_or(ANY);
                unused += &format!("\n{}. {name}: {given} of {expected}", index + 1);
            }
        }
        assert!(unused.is_empty(), "answers were not used:{unused}");
    }

    /// What the rules are to a call with this input.
    pub(in crate::runtime) fn answering<O: Operation + 'static>(&self, input: &O) -> Answering {
        let offers = self.rules.iter().map(|rule| Offer {
            operation: rule.operation(),
            answer: rule.offer(input),
        });
        Answering {
            operation: O::NAME,
            offers: offers.collect(),
        }
    }
}

/// How a rule for every operation is called.
const ANY: &str = "any operation";

/// Answers the attempts of one call.
pub(in crate::runtime) struct Answering {
    operation: &'static str,
    offers: Vec<Offer>,
}

struct Offer {
    operation: Option<&'static str>,
    answer: Result<Box<dyn Candidate>, Refusal>,
}

impl Answering {
    /// Answers an attempt.
    pub(in crate::runtime) fn answer(&mut self, request: &Request<Bytes>) -> End {
        let candidates = self.offers.iter_mut();
        let mut candidates = candidates.filter_map(|offer| offer.answer.as_mut().ok());
        candidates
            .find_map(|candidate| candidate.answer(request))
            .unwrap_or_else(|| Err(Failure::construction(self.unanswered())))
    }

    /// Why there is no answer.
    fn unanswered(&self) -> String {
        let mut message = format!(
            "no rule of the test answers this call of {}",
            self.operation
        );
        if self.offers.is_empty() {
            message += "; there are no rules";
        }
        for (index, offer) in self.offers.iter().enumerate() {
            let refusal = match &offer.answer {
                Ok(candidate) => candidate.used_up(),
                Err(refusal) => *refusal,
            };
            let name = offer.operation.unwrap_or(ANY);
            message += &format!("; rule {} ({name}) {refusal}", index + 1);
        }
        message + "; add one with `rule::<..Input>()`, or change these"
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherOperation => f.write_str("is for another operation"),
            Self::NotMatching => f.write_str("does not match the input"),
            Self::UsedUp(0) => f.write_str("has no answers"),
            Self::UsedUp(1) => f.write_str("has given its only answer"),
            Self::UsedUp(given) => write!(f, "has given all its {given} answers"),
        }
    }
}

impl From<&Self> for Rules {
    fn from(rules: &Self) -> Self {
        rules.clone()
    }
}

impl<O: Operation + Clone + Send + 'static> From<Rule<O>> for Rules {
    fn from(rule: Rule<O>) -> Self {
        Self {
            rules: vec![Arc::new(rule)],
        }
    }
}

impl<O: Operation + Clone + Send + 'static> From<&Rule<O>> for Rules {
    fn from(rule: &Rule<O>) -> Self {
        rule.clone().into()
    }
}

impl From<ScriptedTransport> for Rules {
    fn from(script: ScriptedTransport) -> Self {
        Self {
            rules: vec![Arc::new(script)],
        }
    }
}

impl From<&ScriptedTransport> for Rules {
    fn from(script: &ScriptedTransport) -> Self {
        script.clone().into()
    }
}
