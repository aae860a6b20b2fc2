//! The questions that each operation is asked.

use std::fmt::Debug;

use ivs_realtime::error::{BuildError, RequestId};
use ivs_realtime::runtime::Operation;

use crate::complete::assert_complete;
use crate::support::answer;
use crate::values::NOTHING;
pub(crate) use crate::values::{HEADERS, second};

/// A request as method and URI, as headers, and as body.
pub(crate) fn request<I: Operation>(
    input: Result<I, BuildError>,
) -> (String, Vec<(String, String)>, String) {
    let request = input.unwrap().request().unwrap();
    let headers = request.headers().iter();
    (
        format!("{} {}", request.method(), request.uri()),
        headers
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect(),
        String::from_utf8(request.body().to_vec()).unwrap(),
    )
}

/// The input becomes this request, with this body. The body is written in several lines, which are joined.
pub(crate) fn sends<I: Operation>(line: &str, input: Result<I, BuildError>, body: &str) {
    if !line.contains("/tags/") {
        assert_eq!(line, format!("POST /{}", I::NAME));
    }
    let json = ("content-type".to_owned(), "application/json".to_owned());
    let body = body.lines().map(str::trim).collect::<String>();
    assert_eq!(request(input), (line.to_owned(), vec![json], body));
}

/// As [`sends`], and every member is set.
pub(crate) fn sends_all<I: Operation>(line: &str, input: Result<I, BuildError>, body: &str) {
    assert_complete(I::NAME, "input", body);
    sends(line, input, body);
}

/// The input becomes this request, without a body and without headers.
pub(crate) fn sends_no_body<I: Operation>(line: &str, input: Result<I, BuildError>) {
    assert_eq!(request(input), (line.to_owned(), vec![], String::new()));
}

/// The input becomes no request, because this member is not set.
pub(crate) fn lacks<I: Operation>(input: Result<I, BuildError>, member: &str) {
    let error = input.unwrap().request().unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("{member} was missing: it is required")
    );
}

/// The output that an answer becomes.
pub(crate) fn output<I: Operation>(
    headers: &[(&'static str, &'static str)],
    body: &'static str,
) -> I::Output {
    I::response(&answer(200, headers, body)).unwrap()
}

/// An answer with every member becomes this output.
pub(crate) fn reads<I>(body: &'static str, expected: I::Output)
where
    I: Operation<Output: Debug + PartialEq>,
{
    assert_complete(I::NAME, "output", body);
    assert_eq!(output::<I>(&[], body), expected);
}

/// An answer with nothing known in it becomes this output, and its request id is kept.
pub(crate) fn reads_nothing<I>(expected: I::Output)
where
    I: Operation<Output: Debug + PartialEq + RequestId>,
{
    for body in NOTHING {
        assert_eq!(output::<I>(&[], body), expected, "{body}");
    }
    let no_content = I::response(&answer(204, &[], "")).unwrap();
    assert_eq!(no_content, expected);
    assert_eq!(no_content.request_id(), None);
    for name in ["x-amzn-RequestId", "x-amz-request-id"] {
        let output = output::<I>(&[(name, "req-123")], "{}");
        assert_eq!(output.request_id(), Some("req-123"));
    }
}
