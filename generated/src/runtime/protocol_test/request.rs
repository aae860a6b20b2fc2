//! What a request has to be.

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Request};

use super::{Differences, headers, json};
use crate::runtime::Operation;
use crate::runtime::endpoint::Endpoint;
use crate::runtime::error::{BoxError, DisplayErrorContext};
use crate::runtime::http::Target;

/// The token that a call fills in; the cases of the protocol expect it.
const IDEMPOTENCY_TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// The host of a case that names none.
const HOST: &str = "service.example.com";

/// A request to compare with.
#[derive(Clone, Debug)]
#[must_use]
pub struct Expected<'a> {
    method: &'a str,
    uri: &'a str,
    host: Option<&'a str>,
    resolved_host: Option<&'a str>,
    query: Vec<&'a str>,
    required_query: Vec<&'a str>,
    forbidden_query: Vec<&'a str>,
    headers: Vec<(&'a str, &'a str)>,
    required_headers: Vec<&'a str>,
    forbidden_headers: Vec<&'a str>,
    body: Body<'a>,
    is_secret: bool,
}

#[derive(Clone, Copy, Debug)]
enum Body<'a> {
    Any,
    Text(&'a str),
    Json(&'a str),
}

/// A request that has this method and this path, encoded as it is sent.
pub fn request<'a>(method: &'a str, uri: &'a str) -> Expected<'a> {
    Expected {
        method,
        uri,
        host: None,
        resolved_host: None,
        query: Vec::new(),
        required_query: Vec::new(),
        forbidden_query: Vec::new(),
        headers: Vec::new(),
        required_headers: Vec::new(),
        forbidden_headers: Vec::new(),
        body: Body::Any,
        is_secret: false,
    }
}

impl<'a> Expected<'a> {
    /// Calls the endpoint at this host, which may come with a path.
    pub fn host(mut self, host: &'a str) -> Self {
        self.host = Some(host);
        self
    }

    /// The request goes to this host; to that of the endpoint where nothing is said.
    pub fn resolved_host(mut self, host: &'a str) -> Self {
        self.resolved_host = Some(host);
        self
    }

    /// The query has this parameter, `name=value` or `name`, encoded as it is sent. Of a name that is given, there are
    /// no other values, and they come in this order.
    pub fn query(mut self, parameter: &'a str) -> Self {
        self.query.push(parameter);
        self
    }

    /// The query has a parameter of this name.
    pub fn require_query(mut self, name: &'a str) -> Self {
        self.required_query.push(name);
        self
    }

    /// The query has no parameter of this name.
    pub fn forbid_query(mut self, name: &'a str) -> Self {
        self.forbidden_query.push(name);
        self
    }

    /// There is this header with this value. Space around the commas of a list counts for nothing.
    pub fn header(mut self, name: &'a str, value: &'a str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// There is a header of this name.
    pub fn require_header(mut self, name: &'a str) -> Self {
        self.required_headers.push(name);
        self
    }

    /// There is no header of this name.
    pub fn forbid_header(mut self, name: &'a str) -> Self {
        self.forbidden_headers.push(name);
        self
    }

    /// The body is this text, byte for byte.
    pub fn body(mut self, text: &'a str) -> Self {
        self.body = Body::Text(text);
        self
    }

    /// The body is JSON, and says the same as this.
    pub fn json_body(mut self, json: &'a str) -> Self {
        self.body = Body::Json(json);
        self
    }

    /// The input holds secrets: of a difference only the place is told.
    pub fn secret(mut self) -> Self {
        self.is_secret = true;
        self
    }

    /// Makes the request of an input, as a call does before it signs, and compares it.
    ///
    /// # Panics
    ///
    /// There is no request, or it differs. The message has all differences.
    #[track_caller]
    pub fn check<O: Operation>(self, input: O) {
        match self.made(input) {
            Ok(found) => self.differences(&found).expect_none(),
            Err(error) => {
                panic!(
                    "the input becomes no request: {}",
                    DisplayErrorContext(&*error)
                )
            }
        }
    }

    /// What the call makes of an input: the token, the body compressed, the host, the length.
    fn made<O: Operation>(&self, mut input: O) -> Result<Request<Bytes>, BoxError> {
        if let Some(token @ None) = input.idempotency_token_mut() {
            *token = Some(IDEMPOTENCY_TOKEN.to_owned());
        }
        let mut request = input.request()?;
        #[cfg(feature = "request-compression")]
        crate::runtime::http::compress(&mut request, &crate::runtime::config::Config::default())?;
        let host = self.host.unwrap_or(HOST);
        Target::new(&Endpoint::new(format!("https://{host}")))?.apply(&mut request)?;
        if !request.body().is_empty() {
            let length = HeaderValue::from(request.body().len());
            request.headers_mut().insert(CONTENT_LENGTH, length);
        }
        Ok(request)
    }

    /// Where a request differs.
    #[must_use]
    pub fn differences(&self, found: &Request<Bytes>) -> Differences {
        let mut differences = Differences::of("request");
        if self.is_secret {
            differences = differences.without_values();
        }
        differences.step(format_args!(".method"), |differences| {
            if found.method().as_str() != self.method {
                differences.differs(found.method(), &self.method);
            }
        });
        differences.step(format_args!(".uri"), |differences| {
            if found.uri().path() != self.uri {
                differences.differs(&found.uri().path(), &self.uri);
            }
        });
        self.compare_host(found, &mut differences);
        self.compare_query(found.uri().query().unwrap_or_default(), &mut differences);
        self.compare_headers(found, &mut differences);
        differences.step(format_args!(".body"), |differences| match self.body {
            Body::Any => {}
            Body::Text(expected) if found.body() == expected.as_bytes() => {}
            Body::Text(expected) => {
                differences.differs(&String::from_utf8_lossy(found.body()), &expected);
            }
            Body::Json(expected) => json::compare(found.body(), expected, differences),
        });
        differences
    }

    fn compare_host(&self, found: &Request<Bytes>, differences: &mut Differences) {
        let host = self.host.and_then(|host| host.split('/').next());
        if let Some(expected) = self.resolved_host.or(host) {
            let found = found.uri().authority().map_or("", |host| host.as_str());
            differences.step(format_args!(".host"), |differences| {
                if found != expected {
                    differences.differs(&found, &expected);
                }
            });
        }
    }

    fn compare_query(&self, query: &str, differences: &mut Differences) {
        let found: Vec<&str> = query.split('&').filter(|one| !one.is_empty()).collect();
        let of_name = |all: &[&'_ str], name: &str| -> Vec<String> {
            let named = all.iter().filter(|one| name_of(one) == name);
            named.map(|one| (*one).to_owned()).collect()
        };
        let mut names: Vec<&str> = self.query.iter().map(|one| name_of(one)).collect();
        names.sort_unstable();
        names.dedup();
        let names = names.into_iter();
        differences.step(format_args!(".query"), |differences| {
            for name in names {
                let (found, expected) = (of_name(&found, name), of_name(&self.query, name));
                if found != expected {
                    differences.differs(&found, &expected);
                }
            }
            for name in &self.required_query {
                if of_name(&found, name).is_empty() {
                    differences.push(format_args!("found no {name:?}, expected one"));
                }
            }
            for name in &self.forbidden_query {
                let found = of_name(&found, name);
                if !found.is_empty() {
                    differences.push(format_args!("found {found:?}, expected none"));
                }
            }
        });
    }

    fn compare_headers(&self, found: &Request<Bytes>, differences: &mut Differences) {
        differences.step(format_args!(".headers"), |differences| {
            for (name, expected) in &self.headers {
                headers::compare(found, name, expected, differences);
            }
            for name in &self.required_headers {
                headers::require(found, name, differences);
            }
            for name in &self.forbidden_headers {
                headers::forbid(found, name, differences);
            }
        });
    }
}

/// The name of a parameter.
fn name_of(parameter: &str) -> &str {
    parameter
        .split_once('=')
        .map_or(parameter, |(name, _)| name)
}
