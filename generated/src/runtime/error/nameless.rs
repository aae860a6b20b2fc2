//! Error answers that say nothing of themselves: most come from something in front of the service.

use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderMap, Response, Uri};

use super::ServiceError;
use super::metadata::damage;
use crate::runtime::DecodeError;
use crate::runtime::http::Place;

/// An error, with what else its answer tells where the error itself has neither a code nor a message.
pub(super) fn explained<E: ServiceError>(error: E, response: &Response<Bytes>) -> E {
    let meta = error.meta();
    if meta.code().is_some() || meta.message().is_some() {
        return error;
    }
    match Nameless::of(response) {
        Some(nameless) => E::from_failure(meta.clone(), nameless.into()),
        None => error,
    }
}

/// An error answer that has no name: by its looks it is not the service's, or it is damaged.
#[derive(Debug)]
enum Nameless {
    Redirect { to: Option<Place> },
    Foreign { media_type: String },
    Damaged(DecodeError),
}

impl Nameless {
    fn of(response: &Response<Bytes>) -> Option<Self> {
        let headers = response.headers();
        if response.status().is_redirection() {
            let to = redirects_to(headers);
            return Some(Self::Redirect { to });
        }
        let is_foreign = |name: &String| !name.to_ascii_lowercase().contains("json");
        match media_type(headers).filter(is_foreign) {
            Some(media_type) => Some(Self::Foreign { media_type }),
            None => damage(response.body()).map(Self::Damaged),
        }
    }
}

impl fmt::Display for Nameless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirect { to } => {
                f.write_str("the answer is a redirect")?;
                if let Some(to) = to {
                    write!(f, " to {to}")?;
                }
                f.write_str(", which is not followed; check the endpoint")
            }
            Self::Foreign { media_type } => write!(
                f,
                "the answer is an error without a code, of the type {media_type}: it may come from a proxy or a load \
                 balancer before the service"
            ),
            Self::Damaged(damage) => write!(
                f,
                "the answer is an error without a code, and its body cannot be read: {damage}"
            ),
        }
    }
}

impl std::error::Error for Nameless {}

/// Where a redirect leads to. What comes after host and port may be meant for one reader alone.
fn redirects_to(headers: &HeaderMap) -> Option<Place> {
    let uri: Uri = headers.get(LOCATION)?.to_str().ok()?.parse().ok()?;
    uri.scheme()?;
    Some(Place::of(&uri))
}

/// The media type of the body, without its parameters.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let media_type = value.split(';').next().unwrap_or_default().trim();
    (!media_type.is_empty()).then(|| media_type.to_owned())
}
