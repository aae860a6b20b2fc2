//! `smithy.waiters#waitable` ([waiters](https://smithy.io/2.0/additional-specs/waiters.html)).

use super::Deprecated;

/// A waiter of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiter {
    /// Its name, `CompositionActive`.
    pub name: String,
    /// What it waits for, in CommonMark.
    pub documentation: Option<String>,
    /// Tells what the result of a poll means, in this order. One at least leads to success.
    pub acceptors: Vec<Acceptor>,
    /// The shortest time between two polls, in seconds; at least 1.
    pub min_delay: u32,
    /// The longest time between two polls, in seconds; at least the shortest.
    pub max_delay: u32,
    /// Whether it is not to be used any more.
    pub deprecated: Option<Deprecated>,
}

/// Tells what the result of a poll means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptor {
    /// Where it leads if it matches.
    pub state: AcceptorState,
    /// What it matches.
    pub matcher: Matcher,
    /// The path in the output, in JMESPath, that leads to the reason of a failure.
    pub message: Option<String>,
}

/// Where an acceptor leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptorState {
    /// What was waited for has come about.
    Success,
    /// It can no longer come about.
    Failure,
    /// It has not come about yet.
    Retry,
}

/// What an acceptor matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matcher {
    /// An output in which a path leads to a value.
    Output(PathMatcher),
    /// The same for input and output together.
    InputOutput(PathMatcher),
    /// Every output (`true`), or every error.
    Success(bool),
    /// The errors of this name, without a namespace.
    ErrorType(String),
}

/// What a path has to lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathMatcher {
    /// The path, in JMESPath.
    pub path: String,
    /// What it has to lead to.
    pub expected: Expected,
}

/// The comparator of a path with what it expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `stringEquals`: this string.
    String(String),
    /// `booleanEquals`: this boolean.
    Boolean(bool),
    /// `allStringEquals`: a list that is not empty, of this string alone.
    AllStrings(String),
    /// `anyStringEquals`: a list with this string in it.
    AnyString(String),
}
