//! Putting together a request: its method and path.

use std::borrow::Cow;

use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::uri::PathAndQuery;
use http::{Method, Request, Uri};

use super::encode::push_encoded;

/// A request that is being put together, without an endpoint: its URI is a path and a query.
///
/// A member that is `None` is left out, except where a method says otherwise. The order of the calls is: path and
/// labels; query literals, query parameters and maps of them; headers and maps of them; the body.
#[derive(Debug)]
pub struct RequestBuilder {
    method: Method,
    path: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// The content type of the body, unless a header member says something else.
    pub(super) content_type: Option<&'static str>,
}

impl RequestBuilder {
    /// A request with nothing but a method.
    pub fn new(method: Method) -> Self {
        Self {
            method,
            path: String::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            content_type: None,
        }
    }

    /// Appends a literal part of the URI's path, which is already encoded.
    pub fn path(&mut self, literal: &str) {
        self.path.push_str(literal);
    }

    /// Appends a label to the URI's path (`@httpLabel`).
    ///
    /// # Errors
    /// The member is not set, or empty: the path would be another operation's.
    pub fn label<T: ?Sized>(
        &mut self,
        member: &'static str,
        value: Option<&T>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) -> Result<(), BuildError> {
        self.push_label(member, value.map(text), false)
    }

    /// Appends a greedy label (`{key+}`) to the URI's path: `/` stays as it is.
    ///
    /// # Errors
    /// The member is not set, or empty: the path would be another operation's.
    pub fn greedy_label<T: ?Sized>(
        &mut self,
        member: &'static str,
        value: Option<&T>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) -> Result<(), BuildError> {
        self.push_label(member, value.map(text), true)
    }

    fn push_label(
        &mut self,
        member: &'static str,
        value: Option<Cow<'_, str>>,
        greedy: bool,
    ) -> Result<(), BuildError> {
        match value.as_deref() {
            None | Some("") => Err(BuildError::missing_field(
                member,
                "it is part of the URI and cannot be unset or empty",
            )),
            Some(text) => {
                push_encoded(&mut self.path, text, greedy);
                Ok(())
            }
        }
    }

    /// The finished request.
    ///
    /// # Errors
    /// The path and query are no URI, for example because they are too long.
    pub fn build(mut self) -> Result<Request<Bytes>, BuildError> {
        if !self.path.starts_with('/') {
            self.path.insert(0, '/');
        }
        if !self.query.is_empty() {
            self.path.push('?');
            self.path.push_str(&self.query);
        }
        if let Some(content_type) = self.content_type
            && !self.headers.contains_key(CONTENT_TYPE)
        {
            self.headers
                .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        // The error of `http` is kept: it names a kind of fault and no text.
        let target = PathAndQuery::from_maybe_shared(self.path).map_err(BuildError::other)?;
        let mut request = Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = Uri::from(target);
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}
