//! Putting together a request: its method and path.

use std::borrow::Cow;

use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::uri::PathAndQuery;
use http::{Method, Request, Uri};

use super::encode::push_encoded;
use crate::runtime::endpoint::is_valid_host_label;

/// A request that is being put together, without an endpoint: its URI is a path and a query.
///
/// A member that is `None` is left out, except where a method says otherwise. The order of the calls is: path and
/// labels; query literals, query parameters and maps of them; headers and maps of them; the body.
#[derive(Debug)]
pub struct RequestBuilder {
    method: Method,
    path: String,
    host_prefix: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// The content type of the body, unless a header member says something else.
    pub(super) content_type: Option<&'static str>,
    #[cfg(feature = "request-compression")]
    pub(super) gzip: Option<super::Gzip>,
}

/// What an operation puts before the host of the endpoint; an extension of its request.
///
/// ([Smithy 2.0, endpoint](https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait))
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPrefix(pub String);

impl RequestBuilder {
    /// A request with nothing but a method.
    pub fn new(method: Method) -> Self {
        Self {
            method,
            path: String::new(),
            host_prefix: String::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            content_type: None,
            #[cfg(feature = "request-compression")]
            gzip: None,
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

    /// Appends a literal part of the prefix that the operation puts before the endpoint's host (`@endpoint`).
    pub fn host_prefix(&mut self, literal: &str) {
        self.host_prefix.push_str(literal);
    }

    /// Appends a label to the prefix of the host (`@hostLabel`).
    ///
    /// # Errors
    /// The member is not set, or cannot stand in a host's name.
    pub fn host_label<T: ?Sized>(
        &mut self,
        member: &'static str,
        value: Option<&T>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) -> Result<(), BuildError> {
        let label = value.map(text).unwrap_or_default();
        if !is_valid_host_label(&label, false) {
            let expected = "it is part of the host: 1 to 63 letters, digits and hyphens";
            return Err(BuildError::invalid_field(member, expected));
        }
        self.host_prefix.push_str(&label);
        Ok(())
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
        #[cfg(feature = "request-compression")]
        if let Some(gzip) = self.gzip {
            request.extensions_mut().insert(gzip);
        }
        if !self.host_prefix.is_empty() {
            request
                .extensions_mut()
                .insert(HostPrefix(self.host_prefix));
        }
        Ok(request)
    }
}
