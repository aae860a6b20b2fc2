//! The cases of Smithy's protocol tests, as they stand in the model
//! ([HTTP protocol compliance tests](https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html)).

use serde_json::{Map, Value};

/// The cases on one operation or one error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProtocolTests {
    /// `smithy.test#httpRequestTests`.
    pub requests: Vec<HttpRequestTest>,
    /// `smithy.test#httpResponseTests`.
    pub responses: Vec<HttpResponseTest>,
}

/// What cases of requests and responses have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpMessageTest {
    /// Its place in the trait's list.
    pub index: usize,
    /// The id, which names it among the cases of its kind.
    pub id: String,
    /// The shape id of the protocol.
    pub protocol: String,
    /// Whether it is for servers alone.
    pub for_servers: bool,
    /// What it shows, in CommonMark.
    pub documentation: Option<String>,
    /// The values of the members.
    pub params: Map<String, Value>,
    /// Headers with their values.
    pub headers: Vec<(String, String)>,
    /// Names of headers that must be there.
    pub require_headers: Vec<String>,
    /// Names of headers that must not be there.
    pub forbid_headers: Vec<String>,
    /// The body; without one, nothing is said of it.
    pub body: Option<String>,
    /// The media type of the body.
    pub body_media_type: Option<String>,
}

/// A case of `smithy.test#httpRequestTests`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpRequestTest {
    /// What all cases have.
    pub message: HttpMessageTest,
    /// The method.
    pub method: String,
    /// The path.
    pub uri: String,
    /// The host of the endpoint, with a path perhaps.
    pub host: Option<String>,
    /// The host that the request goes to.
    pub resolved_host: Option<String>,
    /// Parameters of the query, `name=value`.
    pub query_params: Vec<String>,
    /// Names of parameters that must be there.
    pub require_query_params: Vec<String>,
    /// Names of parameters that must not be there.
    pub forbid_query_params: Vec<String>,
}

/// A case of `smithy.test#httpResponseTests`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HttpResponseTest {
    /// What all cases have.
    pub message: HttpMessageTest,
    /// The status.
    pub code: u16,
}
