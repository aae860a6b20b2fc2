//! What the server answers: secrets, whole and broken.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::Response;
use http_body_util::Full;
use hyper::body::{Body, Frame, SizeHint};
use ivs_realtime::runtime::error::BoxError;

use crate::SECRET;
use crate::support::answer;

/// Every secret that an answer can have, wherever it may stand, and more that nobody knows.
fn secrets() -> String {
    let token = format!(r#"{{"participantId":"p-1","token":"{SECRET}"}}"#);
    let ingest = format!(
        r#"{{"streamKey":"{SECRET}","redundantIngestCredentials":[{{"streamKey":"{SECRET}"}}]}}"#
    );
    format!(
        r#"{{"participantToken":{token},"participantTokens":[{token}],"ingestConfiguration":{ingest},"{SECRET}":"{SECRET}""#
    )
}

/// The body of an answer: all of it, or so much of what was announced.
pub(crate) enum Answer {
    Whole(Full<Bytes>),
    CutOff { announced: u64, rest: Option<Bytes> },
}

impl Body for Answer {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self.get_mut() {
            Self::Whole(body) => Pin::new(body)
                .poll_frame(context)
                .map_err(|never| match never {}),
            Self::CutOff { rest, .. } => Poll::Ready(Some(match rest.take() {
                Some(data) => Ok(Frame::data(data)),
                None => Err("cut off".into()),
            })),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(body) => body.size_hint(),
            Self::CutOff { announced, .. } => SizeHint::with_exact(*announced),
        }
    }
}

/// Makes an answer.
pub(crate) type Script = fn() -> Response<Answer>;

pub(crate) fn whole(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: String,
) -> Response<Answer> {
    answer(status, headers, body).map(|body| Answer::Whole(Full::from(body)))
}

/// An error of the model, whose message is no secret.
fn error(status: u16, code: &str) -> Response<Answer> {
    let told = r#""exceptionMessage":"a plain message""#;
    let body = format!(r#"{},"__type":"{code}",{told}}}"#, secrets());
    whole(status, &[("x-amzn-requestid", "req-123")], body)
}

/// One of many pages of stages.
pub(crate) fn page_of_stages() -> Response<Answer> {
    let stages = r#""stages":[{"arn":"arn:a"},{"arn":"arn:b"}],"nextToken":"next""#;
    whole(200, &[], format!("{},{stages}}}", secrets()))
}

/// Success, every error of the model, and garbage.
pub(crate) const SCRIPTS: [Script; 17] = [
    || whole(200, &[], secrets() + "}"),
    || error(403, "AccessDeniedException"),
    || error(409, "ConflictException"),
    || error(500, "InternalServerException"),
    || error(403, "PendingVerification"),
    || error(404, "ResourceNotFoundException"),
    || error(402, "ServiceQuotaExceededException"),
    || error(400, "ValidationException"),
    || error(418, "Unknown"),
    // No answer that anybody understands.
    || whole(200, &[], secrets()),
    || whole(200, &[], format!(r#"{},"#, secrets())),
    || {
        whole(
            200,
            &[],
            secrets().replace(&format!(r#""{SECRET}""#), &format!(r#"["{SECRET}"]"#)) + "}",
        )
    },
    || {
        whole(
            200,
            &[("content-type", "text/html")],
            format!("<html>{SECRET}</html>"),
        )
    },
    || {
        whole(
            503,
            &[("content-type", "text/html")],
            format!("<html>{SECRET}</html>"),
        )
    },
    || {
        whole(
            307,
            &[("location", "https://example.com/")],
            SECRET.to_owned(),
        )
    },
    || {
        Response::new(Answer::CutOff {
            announced: 1_000,
            rest: Some(secrets().into()),
        })
    },
    || {
        Response::new(Answer::CutOff {
            announced: 1_000,
            rest: None,
        })
    },
];
