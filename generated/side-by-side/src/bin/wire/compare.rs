//! What differs between two requests, or two ends of a call.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::server::Request;
use crate::signature;

/// What a call has led to.
pub struct Seen {
    pub requests: Vec<Request>,
    /// What the caller gets, as JSON.
    pub end: Value,
}

/// One difference.
#[derive(Debug)]
pub struct Finding {
    /// What differs: `header user-agent`.
    pub place: String,
    pub official: String,
    pub ours: String,
}

/// Collects what differs.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, place: impl Into<String>, official: impl ToString, ours: impl ToString) {
        let (official, ours) = (official.to_string(), ours.to_string());
        if official != ours {
            self.0.push(Finding {
                place: place.into(),
                official,
                ours,
            });
        }
    }
}

/// All that differs between what two clients have done.
pub fn differences(official: &Seen, ours: &Seen) -> Vec<Finding> {
    let mut findings = Findings::default();
    // What was not sent, and what was not read, cannot be compared any further.
    let [theirs, mine] = [official, ours].map(|seen| seen.requests.len());
    if theirs != mine {
        let [theirs, mine] = [official, ours].map(|seen| {
            let count = seen.requests.len();
            format!("{count} sent, {}", outline(&seen.end))
        });
        findings.add("number of requests", theirs, mine);
        return findings.0;
    }
    for (theirs, mine) in official.requests.iter().zip(&ours.requests) {
        requests(theirs, mine, &mut findings);
    }
    for (what, of) in [
        ("invocation ids", invocation_id as fn(&Request) -> String),
        ("idempotency tokens", idempotency_token),
    ] {
        let place = format!("{what} of all requests");
        findings.add(
            place,
            repetition(&official.requests, of),
            repetition(&ours.requests, of),
        );
    }
    let [theirs, mine] = [&official.end, &ours.end].map(outline);
    if theirs == mine {
        values("end", &official.end, &ours.end, &mut findings);
    } else {
        findings.add("end", theirs, mine);
    }
    findings.0
}

/// An output, or a kind of error. Pages are told one by one.
fn outline(end: &Value) -> String {
    match end {
        Value::Array(pages) => pages.iter().map(outline).collect::<Vec<_>>().join(", "),
        end => end["kind"].as_str().unwrap_or("output").to_owned(),
    }
}

/// Which requests have the same id: `0 0 1` for two that share one, and a third.
fn repetition(requests: &[Request], id: fn(&Request) -> String) -> String {
    let ids: Vec<_> = requests.iter().map(id).collect();
    let first = |id| ids.iter().position(|other| other == id).unwrap_or_default();
    let firsts = ids.iter().map(|id| first(id).to_string());
    firsts.collect::<Vec<_>>().join(" ")
}

fn invocation_id(request: &Request) -> String {
    request.header("amz-sdk-invocation-id").to_owned()
}

fn idempotency_token(request: &Request) -> String {
    let body = serde_json::from_slice::<Value>(&request.body).unwrap_or_default();
    body["idempotencyToken"].to_string()
}

fn requests(official: &Request, ours: &Request, findings: &mut Findings) {
    findings.add("method", &official.method, &ours.method);
    findings.add("path and query", &official.target, &ours.target);
    let names = [official, ours].map(|request| {
        let names = request.headers.iter().map(|(name, _)| name.as_str());
        names.collect::<Vec<_>>()
    });
    findings.add("names of headers", names[0].join(" "), names[1].join(" "));
    for name in names[0].iter().collect::<BTreeSet<_>>() {
        findings.add(
            format!("header {name}"),
            official.header(name),
            ours.header(name),
        );
    }
    let authorizations = [official, ours].map(|request| request.header("authorization"));
    for part in ["Credential", "SignedHeaders"] {
        let [theirs, mine] = authorizations.map(|header| signature::part(header, part));
        // The credential names the day.
        let of = |text: &str| {
            text.split('/')
                .filter(|part| !is_date(part))
                .collect::<String>()
        };
        findings.add(format!("authorization: {part}"), of(theirs), of(mine));
    }
    for (place, request) in [
        ("signature of the official client", official),
        ("signature", ours),
    ] {
        let checked = signature::check(request);
        findings.add(
            place,
            "verified",
            checked.err().unwrap_or("verified".to_owned()),
        );
    }
    bodies(&official.body, &ours.body, findings);
}

fn is_date(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn bodies(official: &[u8], ours: &[u8], findings: &mut Findings) {
    if official == ours {
        return;
    }
    let parsed = [official, ours].map(serde_json::from_slice::<Value>);
    let [Ok(theirs), Ok(mine)] = parsed else {
        let texts = [official, ours].map(|body| String::from_utf8_lossy(body).into_owned());
        findings.add("body", &texts[0], &texts[1]);
        return;
    };
    values("body", &theirs, &mine, findings);
}

/// Compares two JSON values, down to the numbers and the order of keys.
fn values(place: &str, official: &Value, ours: &Value, findings: &mut Findings) {
    match (official, ours) {
        (Value::Object(theirs), Value::Object(mine)) => {
            let keys = [theirs, mine].map(|object| {
                let keys = object.keys().map(String::as_str);
                keys.collect::<Vec<_>>()
            });
            let names: BTreeSet<_> = keys.iter().flatten().copied().collect();
            let is_same_set = names.len() == theirs.len() && names.len() == mine.len();
            if is_same_set && place.starts_with("body") {
                let order = "body: order of keys";
                findings.add(order, keys[0].join(" "), keys[1].join(" "));
            }
            for name in names {
                let [theirs, mine] =
                    [theirs, mine].map(|object| object.get(name).unwrap_or(&Value::Null));
                values(&format!("{place}: {name}"), theirs, mine, findings);
            }
        }
        (Value::Array(theirs), Value::Array(mine)) if theirs.len() == mine.len() => {
            for (theirs, mine) in theirs.iter().zip(mine) {
                values(place, theirs, mine, findings);
            }
        }
        (Value::Number(theirs), Value::Number(mine)) if theirs != mine => {
            findings.add(format!("{place} (number)"), theirs, mine);
        }
        (theirs, mine) => findings.add(place, theirs, mine),
    }
}
