//! `smithy.waiters#waitable` ([waiters](https://smithy.io/2.0/additional-specs/waiters.html)).

use serde_json::Value;

use super::value::{Fields, Mismatch, any_text, each};
use crate::model::{
    Acceptor, AcceptorState, Deprecated, Expected, Matcher, PathMatcher, ShapeId, Waiter,
    is_identifier,
};

/// The delays of a waiter that says none, in seconds.
const DELAYS: (u32, u32) = (2, 120);

/// The waiters of an operation, in the order of the model.
pub(super) fn waitable(value: Value) -> Result<Vec<Waiter>, Mismatch> {
    let Value::Object(waiters) = value else {
        return Err(Mismatch::at_top(&value, "an object"));
    };
    let waiters = waiters.into_iter();
    waiters
        .map(|(name, value)| {
            if !is_waiter_name(&name) {
                let expected = "a name of letters and digits that begins with an upper-case letter";
                return Err(Mismatch::at_top(&Value::String(name), expected));
            }
            waiter(name.clone(), value).map_err(|mismatch| mismatch.within(&name))
        })
        .collect()
}

fn is_waiter_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn waiter(name: String, value: Value) -> Result<Waiter, Mismatch> {
    let mut fields = Fields::of(value)?;
    let list = fields.required("acceptors", "a list of acceptors")?;
    let shown = list.clone();
    let acceptors = each(list, |at, item| {
        acceptor(item).map_err(|mismatch| mismatch.within(at))
    });
    let acceptors = acceptors.map_err(|mismatch| mismatch.within("acceptors"))?;
    let mut states = acceptors.iter().map(|acceptor| acceptor.state);
    if !states.any(|state| state == AcceptorState::Success) {
        let expected = "an acceptor with the state `success` among them";
        return Err(Mismatch::new("acceptors", &shown, expected));
    }
    let min_delay = delay(&mut fields, "minDelay")?;
    let max_delay = delay(&mut fields, "maxDelay")?;
    let delays = (min_delay.unwrap_or(DELAYS.0), max_delay.unwrap_or(DELAYS.1));
    if delays.0 > delays.1 {
        let (at, given) = match min_delay {
            Some(min) => ("minDelay", min),
            None => ("maxDelay", delays.1),
        };
        let expected = format!(
            "a `minDelay` (2 unless it is given) that is not above `maxDelay` (120 unless it is given); they are {} and {}",
            delays.0, delays.1
        );
        return Err(Mismatch::new(at, &given.into(), expected));
    }
    let documentation = match fields.take("documentation") {
        Some(text) => Some(any_text("documentation", text)?),
        None => None,
    };
    let deprecated = fields.flag("deprecated")?.then(Deprecated::default);
    if let Some(tags) = fields.take("tags") {
        each(tags, any_text).map_err(|mismatch| mismatch.within("tags"))?;
    }
    fields.end()?;
    Ok(Waiter {
        name,
        documentation,
        acceptors,
        min_delay: delays.0,
        max_delay: delays.1,
        deprecated,
    })
}

fn delay(fields: &mut Fields, key: &str) -> Result<Option<u32>, Mismatch> {
    let Some(value) = fields.take(key) else {
        return Ok(None);
    };
    let seconds = value.as_u64().and_then(|delay| u32::try_from(delay).ok());
    match seconds.filter(|delay| *delay >= 1) {
        Some(seconds) => Ok(Some(seconds)),
        None => Err(Mismatch::new(
            key,
            &value,
            "a whole number of seconds, at least 1",
        )),
    }
}

fn acceptor(value: Value) -> Result<Acceptor, Mismatch> {
    let mut fields = Fields::of(value)?;
    let expected = "`\"success\"`, `\"failure\"` or `\"retry\"`";
    let found = fields.required("state", expected)?;
    let state = match found.as_str() {
        Some("success") => AcceptorState::Success,
        Some("failure") => AcceptorState::Failure,
        Some("retry") => AcceptorState::Retry,
        _ => return Err(Mismatch::new("state", &found, expected)),
    };
    let found = fields.required("matcher", MATCHERS)?;
    let matcher = matcher(found).map_err(|mismatch| mismatch.within("matcher"))?;
    let message = match fields.take("message") {
        Some(found) if state != AcceptorState::Failure => {
            let expected = "no message: only acceptors with the state `failure` have one";
            return Err(Mismatch::new("message", &found, expected));
        }
        Some(found) => Some(any_text("message", found)?),
        None => None,
    };
    fields.end()?;
    Ok(Acceptor {
        state,
        matcher,
        message,
    })
}

const MATCHERS: &str =
    "an object with one of the matchers `output`, `inputOutput`, `success` and `errorType`";

fn matcher(value: Value) -> Result<Matcher, Mismatch> {
    let object = match &value {
        Value::Object(object) if object.len() == 1 => object,
        _ => return Err(Mismatch::at_top(&value, MATCHERS)),
    };
    let Some((kind, found)) = object.iter().next() else {
        return Err(Mismatch::at_top(&value, MATCHERS));
    };
    let path = || path_matcher(found.clone()).map_err(|mismatch| mismatch.within(kind));
    match (kind.as_str(), found) {
        ("output", _) => path().map(Matcher::Output),
        ("inputOutput", _) => path().map(Matcher::InputOutput),
        ("success", Value::Bool(success)) => Ok(Matcher::Success(*success)),
        ("success", _) => Err(Mismatch::new(kind, found, "true or false")),
        ("errorType", _) => error_type(found).map(Matcher::ErrorType),
        _ => Err(Mismatch::at_top(&value, MATCHERS)),
    }
}

/// Of an absolute id only the name counts.
fn error_type(found: &Value) -> Result<String, Mismatch> {
    let text = found.as_str().unwrap_or_default();
    let name = ShapeId::parse(text).map_or_else(|_| text.to_owned(), |id| id.name().to_owned());
    // Errors that are not in the model have codes such as `Throttling.Rate`.
    let is_code = !name.is_empty() && name.split('.').all(is_identifier);
    if is_code {
        Ok(name)
    } else {
        let expected = "the name of an error, or the id of its shape";
        Err(Mismatch::new("errorType", found, expected))
    }
}

fn path_matcher(value: Value) -> Result<PathMatcher, Mismatch> {
    const COMPARATORS: &str =
        "`\"stringEquals\"`, `\"booleanEquals\"`, `\"allStringEquals\"` or `\"anyStringEquals\"`";
    let mut fields = Fields::of(value)?;
    let path = fields.text("path")?;
    let text = any_text("expected", fields.required("expected", "a string")?)?;
    let comparator = fields.required("comparator", COMPARATORS)?;
    let expected = match comparator.as_str() {
        Some("stringEquals") => Expected::String(text),
        Some("allStringEquals") => Expected::AllStrings(text),
        Some("anyStringEquals") => Expected::AnyString(text),
        Some("booleanEquals") => match text.as_str() {
            "true" => Expected::Boolean(true),
            "false" => Expected::Boolean(false),
            _ => {
                let expected = "`\"true\"` or `\"false\"`, for the comparator `booleanEquals`";
                return Err(Mismatch::new("expected", &Value::String(text), expected));
            }
        },
        _ => return Err(Mismatch::new("comparator", &comparator, COMPARATORS)),
    };
    fields.end()?;
    Ok(PathMatcher { path, expected })
}
