//! Endpoints: what compiled endpoint rules answer with, and the functions they call
//! ([Smithy rules engine](https://smithy.io/2.0/additional-specs/rules-engine/index.html)).

mod arn;
mod context;
mod host;
mod partitions;
mod strings;
mod url;

use std::collections::BTreeMap;
use std::fmt;

use super::config::Config;

pub use arn::{Arn, parse_arn};
pub use aws_smithy_types::Document;
pub use context::{ContextParams, ContextValue};
pub use host::{is_valid_host_label, is_virtual_hostable_s3_bucket};
pub use partitions::{Partition, partition, with_former_partitions};
pub use strings::{element, split, substring, uri_encode};
pub use url::{Url, parse_url};

/// Where a request goes, with what the rules attach to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    url: String,
    headers: BTreeMap<String, Vec<String>>,
    properties: BTreeMap<String, Document>,
}

impl Endpoint {
    /// An endpoint without headers and properties.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            headers: BTreeMap::new(),
            properties: BTreeMap::new(),
        }
    }

    /// Adds a value to a header that every request to this endpoint bears.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers
            .entry(name.into())
            .or_default()
            .push(value.into());
        self
    }

    /// Sets a property.
    #[must_use]
    pub fn with_property(mut self, name: impl Into<String>, value: impl Into<Document>) -> Self {
        self.properties.insert(name.into(), value.into());
        self
    }

    /// The URL, without a query.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that every request to this endpoint bears, by name.
    #[must_use]
    pub fn headers(&self) -> &BTreeMap<String, Vec<String>> {
        &self.headers
    }

    /// The properties, by name.
    #[must_use]
    pub fn properties(&self) -> &BTreeMap<String, Document> {
        &self.properties
    }

    /// The property with this name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Document> {
        self.properties.get(name)
    }

    /// The configurations in the property `authSchemes`, in order of preference; each is an object
    /// with a `name` such as `sigv4`.
    #[must_use]
    pub fn auth_schemes(&self) -> &[Document] {
        match self.property("authSchemes") {
            Some(Document::Array(schemes)) => schemes,
            _ => &[],
        }
    }
}

/// Why there is no endpoint. It displays as the message of the rule that said so, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointError {
    message: String,
}

impl EndpointError {
    /// An error with the message of a rule.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// A parameter without which the rules cannot be asked has no value.
    #[must_use]
    pub fn missing(parameter: &str) -> Self {
        Self::new(format!("the endpoint parameter {parameter} is not set"))
    }

    /// Every rule that could apply has been tried, and none matched.
    #[must_use]
    pub fn no_rule_matched() -> Self {
        Self::new("no endpoint rule matches these parameters")
    }
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EndpointError {}

/// The endpoint that the settings name, for a service whose model has no endpoint rules.
///
/// # Errors
///
/// The settings name none.
pub fn given(config: &Config, _: &ContextParams) -> Result<Endpoint, EndpointError> {
    config.endpoint_url().map(Endpoint::new).ok_or_else(|| {
        EndpointError::new(
            "the model of the service does not say where it is; set `Config::builder().endpoint_url(..)`",
        )
    })
}

/// A document that is an object with these members.
#[must_use]
pub fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
    Document::Object(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// A document that is an array of these items.
#[must_use]
pub fn array<const N: usize>(items: [Document; N]) -> Document {
    Document::Array(items.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_attached() {
        let scheme = object([("name", "sigv4".into())]);
        let endpoint = Endpoint::new("https://example.com")
            .with_header("x-a", "1")
            .with_header("x-a", "2")
            .with_property("authSchemes", array([scheme.clone()]));
        assert_eq!(endpoint.url(), "https://example.com");
        assert_eq!(endpoint.headers()["x-a"], ["1", "2"]);
        assert_eq!(endpoint.auth_schemes(), [scheme]);
        assert_eq!(endpoint.properties().len(), 1);
        assert!(
            Endpoint::new("https://example.com")
                .auth_schemes()
                .is_empty()
        );
    }

    #[test]
    fn is_the_given_one_where_there_are_no_rules() {
        let config = Config::builder()
            .endpoint_url("https://example.com")
            .build();
        let params = ContextParams::new();
        assert_eq!(
            given(&config, &params),
            Ok(Endpoint::new("https://example.com"))
        );
        let error = given(&Config::default(), &params).unwrap_err();
        assert!(error.to_string().contains("endpoint_url"), "{error}");
    }

    #[test]
    fn an_error_says_the_rule_s_words() {
        assert_eq!(
            EndpointError::new("Missing Region").to_string(),
            "Missing Region"
        );
    }
}
