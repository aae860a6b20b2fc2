//! The questions of `tests/operations/check.rs`, asked over sockets: the same samples go through the client, and what
//! arrives is compared byte by byte.

use std::fmt::Debug;

use ivs_realtime::error::{BuildError, RequestId, SdkError};

use crate::arrived::{assert_uuid, checked};
use crate::every::Called;
use crate::rig::{Rig, wait};
use crate::support::answer;
use crate::values::NOTHING;
pub(crate) use crate::values::{HEADERS, second};

type Headers = Vec<(String, String)>;

/// A request as it arrives, the same over every kind of connection: method and target, headers that are not the
/// call's, and body.
pub(crate) fn request<I: Called>(input: Result<I, BuildError>) -> (String, Headers, String) {
    let mut input = input.unwrap();
    let fills = matches!(input.idempotency_token_mut(), Some(None));
    let [arrived, tls, http2] = Rig::each(&[answer(200, &[], "{}")]).map(|rig| {
        wait(rig.caller().send(input.clone())).unwrap();
        let (line, headers, body) = checked(&rig, &rig.request());
        let body = if fills { without_token(&body) } else { body };
        (line, headers, body)
    });
    assert_eq!(arrived, tls);
    assert_eq!(arrived, http2);
    arrived
}

/// The body without the idempotency token that the call has made up.
fn without_token(body: &str) -> String {
    let (before, rest) = body.split_once(r#""idempotencyToken":""#).unwrap();
    let (token, after) = rest.split_once(r#"","#).unwrap();
    assert_uuid(token);
    format!("{before}{after}")
}

/// The input arrives as this request, with this body. The body is written in several lines, which are joined.
pub(crate) fn sends<I: Called>(line: &str, input: Result<I, BuildError>, body: &str) {
    if !line.contains("/tags/") {
        assert_eq!(line, format!("POST /{}", I::NAME));
    }
    let json = ("content-type".to_owned(), "application/json".to_owned());
    let body = body.lines().map(str::trim).collect::<String>();
    assert_eq!(request(input), (line.to_owned(), vec![json], body));
}

/// As [`sends`], and every member is set.
pub(crate) fn sends_all<I: Called>(line: &str, input: Result<I, BuildError>, body: &str) {
    sends(line, input, body);
}

/// The input arrives as this request, without a body and without headers of its own.
pub(crate) fn sends_no_body<I: Called>(line: &str, input: Result<I, BuildError>) {
    assert_eq!(request(input), (line.to_owned(), vec![], String::new()));
}

/// The call fails, and nothing arrives, because this member is not set.
pub(crate) fn lacks<I: Called>(input: Result<I, BuildError>, member: &str) {
    assert_not_sent(
        input.unwrap(),
        &format!("{member} was missing: it is required"),
    );
}

/// The call fails for this reason, and nothing arrives, not even a connection.
pub(crate) fn assert_not_sent<I: Called>(input: I, reason: &str) {
    for rig in Rig::each(&[]) {
        let error = wait(rig.caller().send(input.clone())).unwrap_err();
        assert!(
            matches!(error, SdkError::ConstructionFailure(_)),
            "{error:?}"
        );
        assert_eq!(
            error.to_string(),
            format!("the request could not be made: {reason} ({})", I::NAME)
        );
        assert_eq!(rig.server.requests().len(), 0);
    }
}

/// The output that an answer becomes, the same over every kind of connection.
pub(crate) fn output<I>(headers: &[(&'static str, &'static str)], body: &'static str) -> I::Output
where
    I: Called<Output: Debug + PartialEq>,
{
    let [output, tls, http2] = Rig::each(&[answer(200, headers, body)]).map(|rig| {
        let output = wait(I::call(&rig.client(), |_| {})).unwrap();
        checked(&rig, &rig.request());
        output
    });
    assert_eq!(output, tls);
    assert_eq!(output, http2);
    output
}

/// An answer with every member becomes this output.
pub(crate) fn reads<I>(body: &'static str, expected: I::Output)
where
    I: Called<Output: Debug + PartialEq>,
{
    assert_eq!(output::<I>(&[], body), expected);
}

/// An answer with nothing known in it becomes this output, and its request id is kept.
pub(crate) fn reads_nothing<I>(expected: I::Output)
where
    I: Called<Output: Debug + PartialEq + RequestId>,
{
    let names = ["x-amzn-RequestId", "x-amz-request-id"];
    let mut answers: Vec<_> = NOTHING.map(|body| answer(200, &[], body)).into();
    answers.push(answer(204, &[], ""));
    answers.extend(names.map(|name| answer(200, &[(name, "req-123")], "{}")));
    for rig in Rig::each(&answers) {
        let client = rig.client();
        for _ in 0..=NOTHING.len() {
            let output = wait(I::call(&client, |_| {})).unwrap();
            assert_eq!(output, expected);
            assert_eq!(output.request_id(), None);
        }
        for _ in names {
            let output = wait(I::call(&client, |_| {})).unwrap();
            assert_eq!(output.request_id(), Some("req-123"));
        }
    }
}
