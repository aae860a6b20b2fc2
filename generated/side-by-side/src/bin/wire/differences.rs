//! The differences that are meant, each with its reason.

use crate::cases::Case;
use crate::compare::Finding;

/// A difference that is meant.
pub struct Accepted {
    /// Where it is found.
    pub place: &'static str,
    /// Whether a finding there is this difference, and not something else.
    pub is_it: fn(&Case, &Finding) -> bool,
    /// Whether it has to occur: one that depends on the clock need not.
    pub occurs: Occurs,
    /// Why it is meant.
    pub reason: &'static str,
}

/// How often a difference occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Occurs {
    /// In every run.
    Always,
    /// In some.
    Sometimes,
}

use Occurs::{Always, Sometimes};

/// All of them.
const ACCEPTED: &[Accepted] = &[
    Accepted {
        place: "header user-agent",
        is_it: agents_differ_in_products,
        occurs: Always,
        reason: "each client names itself and its version; the official one also names its HTTP client",
    },
    Accepted {
        place: "header x-amz-user-agent",
        is_it: agents_differ_in_products,
        occurs: Always,
        reason: "the same",
    },
    Accepted {
        place: "header x-amz-date",
        is_it: |_, finding| {
            [&finding.official, &finding.ours]
                .iter()
                .all(|text| text.len() == 16)
        },
        occurs: Sometimes,
        reason: "a second has passed from one request to the other",
    },
    Accepted {
        place: "header authorization",
        is_it: |_, _| true,
        occurs: Always,
        reason: "the signature covers the date and the user agent; scope and signed headers are compared, and both \
                 signatures verified, apart from it",
    },
    Accepted {
        place: "header amz-sdk-invocation-id",
        is_it: are_uuids,
        occurs: Always,
        reason: "drawn at random; which requests share one is compared apart from it",
    },
    Accepted {
        place: "body: idempotencyToken",
        is_it: are_uuids,
        occurs: Always,
        reason: "drawn at random where none is set; which requests share one is compared apart from it",
    },
    Accepted {
        place: "body: order of keys",
        is_it: |_, _| true,
        occurs: Always,
        reason: "JSON objects have no order: ours keeps the model's and sorts maps, the official client sorts the \
                 members of inputs and shuffles maps",
    },
    Accepted {
        place: "body: video: framerate (number)",
        is_it: |_, finding| finding.official == "29.969999313354492" && finding.ours == "29.97",
        occurs: Always,
        reason: "WIRE.md, fault 3: the official client widens a float of 32 bits before it writes it",
    },
    Accepted {
        place: "header content-length",
        is_it: |case, _| {
            is_case(case, "requests", "every member") && case.input["video"].is_object()
        },
        occurs: Always,
        reason: "that number is shorter",
    },
    Accepted {
        place: "number of requests",
        is_it: |case, finding| {
            matches!(case.name.as_str(), "nothing set" | "labels alone")
                && finding.official == "1 sent, output"
                && finding.ours == "0 sent, construction failure"
        },
        occurs: Always,
        reason: "WIRE.md, fault 4: the official client sends a request whose required members are missing; ours says \
                 which one is",
    },
    Accepted {
        place: "end: message",
        is_it: |case, finding| case.group == "errors of the model" && finding.official == "null",
        occurs: Always,
        reason: "WIRE.md, fault 1: the official client loses the message, which comes as `exceptionMessage`",
    },
    Accepted {
        place: "end: message",
        is_it: |case, finding| {
            is_case(case, "other errors", "no code") && finding.official == "null"
        },
        occurs: Always,
        reason: "the official client drops the message of an error that has no code",
    },
    Accepted {
        place: "end: shape: exceptionMessage",
        is_it: |case, finding| {
            case.group == "errors of the model"
                && finding.official == "null"
                && finding.ours == "\"text\""
        },
        occurs: Always,
        reason: "a message that comes as `message` or `Message` is the message all the same",
    },
    Accepted {
        place: "end",
        is_it: |case, finding| {
            is_case(case, "answers", "timestamps as numbers") && only_ours_reads(finding)
        },
        occurs: Always,
        reason: "ours reads a timestamp in any format, the official client in the declared one alone",
    },
    Accepted {
        place: "end",
        is_it: |case, finding| {
            is_case(case, "answers", "nulls in lists") && only_ours_reads(finding)
        },
        occurs: Always,
        reason: "ours leaves a null out of a list that has none, as it does in maps; the official client refuses it",
    },
];

fn is_case(case: &Case, group: &str, name: &str) -> bool {
    case.group == group && case.name == name
}

fn only_ours_reads(finding: &Finding) -> bool {
    finding.official == "service error" && finding.ours == "output"
}

fn are_uuids(_: &Case, finding: &Finding) -> bool {
    [&finding.official, &finding.ours].iter().all(|text| {
        let lengths = text.trim_matches('"').split('-').map(str::len);
        lengths.eq([8, 4, 4, 4, 12])
    })
}

/// User agents are the same but for who sends it, and with what: `m/E,N` and `app/name` are the same.
fn agents_differ_in_products(_: &Case, finding: &Finding) -> bool {
    let [theirs, mine] = [&finding.official, &finding.ours].map(|agent| {
        let products = agent.split(' ').skip(1);
        let products = products.filter(|product| !product.starts_with("md/http#"));
        let products = products.map(|product| match product.split_once('/') {
            Some(("api", api)) => format!("api/{}", api.split('/').next().unwrap_or_default()),
            Some(("lang", _)) => "lang/rust".to_owned(),
            // What a call makes use of: letters in no order that matters.
            Some(("m", features)) => {
                let mut features: Vec<_> = features.split(',').collect();
                features.sort_unstable();
                format!("m/{}", features.join(","))
            }
            _ => product.to_owned(),
        });
        products.collect::<Vec<_>>()
    });
    theirs == mine
}

/// Counts which of the accepted differences have occurred.
pub struct Ledger {
    counts: Vec<usize>,
}

impl Ledger {
    /// Nothing has occurred yet.
    pub fn new() -> Self {
        Self {
            counts: vec![0; ACCEPTED.len()],
        }
    }

    /// Whether the difference is meant.
    pub fn accepts(&mut self, case: &Case, finding: &Finding) -> bool {
        for (accepted, count) in ACCEPTED.iter().zip(&mut self.counts) {
            if accepted.place == finding.place && (accepted.is_it)(case, finding) {
                *count += 1;
                return true;
            }
        }
        false
    }

    /// The differences that have occurred, and how often.
    pub fn occurred(&self) -> impl Iterator<Item = (&'static Accepted, usize)> {
        let counts = self.counts.iter().copied();
        ACCEPTED.iter().zip(counts).filter(|(_, count)| *count > 0)
    }

    /// The differences that should have occurred and did not.
    pub fn never_applied(&self) -> impl Iterator<Item = &'static Accepted> {
        let all = ACCEPTED.iter().zip(&self.counts);
        all.filter(|(accepted, count)| **count == 0 && accepted.occurs == Always)
            .map(|(accepted, _)| accepted)
    }
}
