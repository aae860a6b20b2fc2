//! What the result of a poll means.

use super::compile::{Compiler, Fault, Typed, wrong};
use super::jmespath;
use super::kind::{Kind, Shapes};
use crate::ir::ErrorShape;
use crate::ir::waiter::{Acceptor, Message, Node, State, Test};
use crate::model::{self, AcceptorState, Expected, Matcher, PathMatcher};

/// What acceptors refer to.
pub(super) struct Acceptors<'a> {
    pub(super) shapes: Shapes<'a>,
    pub(super) errors: &'a [ErrorShape],
}

/// A fault, and its place in the waiter.
type Placed<T> = Result<T, (String, Fault)>;

/// What a path leads to, and whether that is a secret.
struct Found<'a> {
    typed: Typed<'a>,
    /// Whether it is true, if it is a boolean.
    test: Option<Test>,
    is_secret: bool,
}

impl<'a> Acceptors<'a> {
    /// All of a waiter. Several in a row that look for texts at the end of one path become one.
    pub(super) fn all(&self, acceptors: &[model::Acceptor]) -> Placed<Vec<Acceptor>> {
        let mut all: Vec<Acceptor> = Vec::new();
        for (index, acceptor) in acceptors.iter().enumerate() {
            let next = self.one(acceptor, &format!("acceptors[{index}]"))?;
            match (all.last_mut(), next) {
                (
                    Some(Acceptor::Text { path, states, .. }),
                    Acceptor::Text {
                        path: other,
                        states: more,
                        ..
                    },
                ) if *path == other => states.extend(more),
                (_, next) => all.push(next),
            }
        }
        Ok(all)
    }

    fn one(&self, acceptor: &model::Acceptor, place: &str) -> Placed<Acceptor> {
        let state = state(acceptor.state);
        let message = self.message(acceptor, place)?;
        let (matcher, test) = match &acceptor.matcher {
            Matcher::Success(true) => match message {
                Some(message) => return Ok(Acceptor::Explained(Test::All(Vec::new()), message)),
                None => return Ok(Acceptor::Answered(state)),
            },
            // An error comes without the output that has the message.
            Matcher::Success(false) => return Ok(Acceptor::Failed(state)),
            Matcher::ErrorType(name) => return Ok(self.error(state, name)),
            Matcher::Output(matcher) => (matcher, Acceptor::Output as fn(State, Test) -> Acceptor),
            Matcher::InputOutput(matcher) => (
                matcher,
                Acceptor::InputOutput as fn(State, Test) -> Acceptor,
            ),
        };
        let (root, key) = match &acceptor.matcher {
            Matcher::InputOutput(_) => (Typed::roots(), "inputOutput"),
            _ => (Typed::output(self.shapes), "output"),
        };
        let found = self
            .path(&matcher.path, &root)
            .map_err(|fault| (format!("{place}.matcher.{key}.path"), fault))?;
        if let (Expected::String(text), Kind::Text, None, "output", false) = (
            &matcher.expected,
            &found.typed.kind,
            &message,
            key,
            found.is_secret,
        ) {
            return Ok(Acceptor::Text {
                path: matcher.path.clone(),
                found: found.typed.value,
                states: vec![(text.clone(), state)],
            });
        }
        let compared = compared(matcher, found)
            .map_err(|fault| (format!("{place}.matcher.{key}.path"), fault))?;
        Ok(match message {
            Some(message) => Acceptor::Explained(compared, message),
            None => test(state, compared),
        })
    }

    fn path(&self, path: &str, root: &Typed<'a>) -> Result<Found<'a>, Fault> {
        let ast = jmespath::parse(path).map_err(Fault::Wrong)?;
        let mut compiler = Compiler::new(self.shapes);
        let typed = compiler.value(&ast, root)?;
        let test = match typed.kind {
            Kind::Boolean => Some(compiler.test(&ast, root)?),
            _ => None,
        };
        Ok(Found {
            typed,
            test,
            is_secret: compiler.met_secret,
        })
    }

    /// What gives the reason of a failure, unless that is a secret.
    fn message(&self, acceptor: &model::Acceptor, place: &str) -> Placed<Option<Message>> {
        let Some(path) = &acceptor.message else {
            return Ok(None);
        };
        let at = |fault| (format!("{place}.message"), fault);
        let found = self.path(path, &Typed::output(self.shapes)).map_err(at)?;
        let is_text = match &found.typed.kind {
            Kind::Text => true,
            Kind::List(item, _) => matches!(**item, Kind::Text),
            _ => false,
        };
        if !is_text {
            let name = found.typed.kind.name();
            let message = format!("expected a path to a string or a list of strings, found {name}");
            return Err(at(Fault::Wrong(message)));
        }
        Ok((!found.is_secret).then_some(Message(found.typed.value)))
    }

    /// An error by its name: one of the service, or else one that the model does not know.
    fn error(&self, state: State, name: &str) -> Acceptor {
        let mut errors = self.errors.iter();
        match errors.find(|error| error.code == name) {
            Some(error) => Acceptor::Error(state, error.is_method.clone()),
            None => Acceptor::ErrorCode(state, name.to_owned()),
        }
    }
}

fn state(state: AcceptorState) -> State {
    match state {
        AcceptorState::Success => State::Success,
        AcceptorState::Failure => State::Failure,
        AcceptorState::Retry => State::Retry,
    }
}

/// Whether a path leads to what is expected.
fn compared(matcher: &PathMatcher, found: Found<'_>) -> Result<Test, Fault> {
    let path = &matcher.path;
    let misfit = |comparator: &str, expected: &str, found: &Kind<'_>| {
        let found = found.name();
        wrong(format!(
            "the comparator `{comparator}` expects a path to {expected}, found `{path}`, {found}"
        ))
    };
    let value = found.typed.value;
    match (&matcher.expected, &found.typed.kind) {
        (Expected::Boolean(expected), Kind::Boolean) => Ok(match (expected, found.test) {
            (true, Some(test)) => test,
            (false, Some(test)) if !value.optional => test.negated(),
            _ => Test::Is(value, *expected),
        }),
        (Expected::String(text), Kind::Text) => {
            let text = Typed::new(Node::Text(text.clone()), Kind::Text, false);
            Ok(Test::Equal(value, text.value, true))
        }
        (Expected::String(_), kind) => misfit("stringEquals", "a string", kind),
        (Expected::Boolean(_), kind) => misfit("booleanEquals", "a boolean", kind),
        (Expected::AllStrings(text), Kind::List(item, _)) if matches!(**item, Kind::Text) => {
            Ok(Test::AllAre(value, text.clone()))
        }
        (Expected::AllStrings(_), kind) => misfit("allStringEquals", "a list of strings", kind),
        (Expected::AnyString(text), Kind::List(item, _)) if matches!(**item, Kind::Text) => {
            Ok(Test::AnyIs(value, text.clone()))
        }
        (Expected::AnyString(_), kind) => misfit("anyStringEquals", "a list of strings", kind),
    }
}
