//! The traits that the generator acts upon, typed.

use serde_json::Value;

use super::{ProtocolTests, Waiter};

/// The traits of one shape or one member. A field is `None`, `false` or empty where the trait is absent.
///
/// Traits without an effect on a client are not here: `validate` knows them, checks that they are known,
/// and lets them go. Values are boxed: there is one of these for every member, and few have any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// `smithy.api#documentation`: CommonMark, as it stands in the model.
    pub documentation: Option<String>,
    /// `smithy.api#deprecated`.
    pub deprecated: Option<Deprecated>,
    /// `smithy.api#title`.
    pub title: Option<String>,

    /// `smithy.api#required`.
    pub required: bool,
    /// `smithy.api#clientOptional`.
    pub client_optional: bool,
    /// `smithy.api#default`; `Value::Null` where the default is explicitly null.
    pub default: Option<Box<Value>>,
    /// `smithy.api#sensitive`.
    pub sensitive: bool,
    /// `smithy.api#sparse`.
    pub sparse: bool,
    /// `smithy.api#enumValue`, a string or an integer; always there on a member of an enum.
    pub enum_value: Option<Box<Value>>,
    /// `smithy.api#idempotencyToken`.
    pub idempotency_token: bool,
    /// `smithy.api#length`.
    pub length: Option<Length>,
    /// `smithy.api#range`.
    pub range: Option<Range>,
    /// `smithy.api#pattern`.
    pub pattern: Option<String>,
    /// `smithy.api#uniqueItems`.
    pub unique_items: bool,

    /// `smithy.api#jsonName`.
    pub json_name: Option<String>,
    /// `smithy.api#mediaType`.
    pub media_type: Option<String>,
    /// `smithy.api#timestampFormat`.
    pub timestamp_format: Option<TimestampFormat>,
    /// `smithy.api#streaming`.
    pub streaming: bool,
    /// `smithy.api#requiresLength`.
    pub requires_length: bool,
    /// `smithy.api#eventHeader`.
    pub event_header: bool,
    /// `smithy.api#eventPayload`.
    pub event_payload: bool,

    /// `smithy.api#http`, on operations.
    pub http: Option<Http>,
    /// `smithy.api#httpLabel`.
    pub http_label: bool,
    /// `smithy.api#httpQuery`: the name of the parameter.
    pub http_query: Option<String>,
    /// `smithy.api#httpQueryParams`.
    pub http_query_params: bool,
    /// `smithy.api#httpHeader`: the name of the header.
    pub http_header: Option<String>,
    /// `smithy.api#httpPrefixHeaders`: the prefix, possibly empty.
    pub http_prefix_headers: Option<String>,
    /// `smithy.api#httpPayload`.
    pub http_payload: bool,
    /// `smithy.api#httpResponseCode`.
    pub http_response_code: bool,
    /// `smithy.api#httpChecksumRequired`.
    pub http_checksum_required: bool,
    /// `smithy.api#requestCompression`: the encodings, in order of preference.
    pub request_compression: Vec<String>,
    /// `smithy.api#endpoint`: the host prefix, a template such as `{bucket}.data.`
    pub endpoint_host_prefix: Option<String>,
    /// `smithy.api#hostLabel`.
    pub host_label: bool,

    /// `smithy.api#error`: whose fault an error is.
    pub error: Option<Fault>,
    /// `smithy.api#httpError`: the HTTP status of an error.
    pub http_error: Option<u16>,
    /// `smithy.api#retryable`: `Some(throttling)`.
    pub retryable: Option<bool>,
    /// `smithy.api#readonly`.
    pub readonly: bool,
    /// `smithy.api#idempotent`.
    pub idempotent: bool,
    /// `smithy.api#paginated`.
    pub paginated: Option<Paginated>,
    /// `smithy.waiters#waitable`.
    pub waiters: Vec<Waiter>,
    /// `smithy.api#auth`: the ids of the schemes that calls take, of a service or an operation.
    pub auth: Option<Vec<String>>,
    /// `smithy.api#optionalAuth`: the operation may go unsigned.
    pub optional_auth: bool,
    /// `aws.auth#unsignedPayload`.
    pub unsigned_payload: bool,

    /// `smithy.rules#contextParam`: the endpoint parameter that the member gives.
    pub context_param: Option<String>,
    /// `smithy.rules#staticContextParams`, as they stand in the model.
    pub static_context_params: Option<Box<Value>>,
    /// `smithy.rules#operationContextParams`, as they stand in the model.
    pub operation_context_params: Option<Box<Value>>,

    /// `smithy.test#httpRequestTests` and `smithy.test#httpResponseTests`.
    pub protocol_tests: Option<Box<ProtocolTests>>,
}

/// `smithy.api#deprecated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecated {
    /// Why, and what to use instead.
    pub message: Option<String>,
    /// A date or a version.
    pub since: Option<String>,
}

/// `smithy.api#length`: of a string in code points, a blob in bytes, a list or a map in entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The smallest length, if there is one.
    pub min: Option<u64>,
    /// The greatest length, if there is one.
    pub max: Option<u64>,
}

/// `smithy.api#range`: the smallest and the greatest number, as decimal text, since a bound may be a
/// number that no machine type holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest value, if there is one.
    pub min: Option<String>,
    /// The greatest value, if there is one.
    pub max: Option<String>,
}

/// `smithy.api#timestampFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339 in UTC, `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// Seconds since 1970, with an optional fraction.
    EpochSeconds,
    /// `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
}

/// `smithy.api#http`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    /// The method, `POST`.
    pub method: String,
    /// The URI template, `/tags/{resourceArn}`.
    pub uri: String,
    /// The status of a success.
    pub code: u16,
}

/// `smithy.api#error`: whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// `smithy.api#paginated`, merged with the one on the service. Each is a path of member names
/// (`a.b`); `input_token` and `output_token` are never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paginated {
    /// The member of the input that takes the token.
    pub input_token: String,
    /// The member of the output that gives the next token.
    pub output_token: String,
    /// The member of the output that holds the items of a page.
    pub items: Option<String>,
    /// The member of the input that limits the size of a page.
    pub page_size: Option<String>,
}
