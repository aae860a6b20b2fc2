//! What stands before the body of a response: its status and its headers.

use std::collections::HashMap;

use aws_smithy_types::DateTime;
use bytes::Bytes;
use http::Response;

use super::parse::{self, Expected};
use super::response;
use crate::runtime::DecodeError;

/// The status and the headers of a response, for the members that are bound to them.
#[derive(Clone, Copy, Debug)]
pub struct ResponseHead<'a> {
    response: &'a Response<Bytes>,
}

/// The head of a response.
#[must_use]
pub fn head(response: &Response<Bytes>) -> ResponseHead<'_> {
    ResponseHead { response }
}

impl ResponseHead<'_> {
    /// The id that the service gave the request.
    #[must_use]
    pub fn request_id(self) -> Option<String> {
        crate::runtime::error::request_id_of(self.response.headers()).map(str::to_owned)
    }

    /// The status as a member has it (`@httpResponseCode`).
    #[must_use]
    pub fn status_code(self) -> Option<i32> {
        Some(self.response.status().as_u16().into())
    }

    /// Reads a header that holds text (`@httpHeader`).
    ///
    /// # Errors
    /// The value is not UTF-8.
    pub fn string(self, name: &'static str) -> Result<Option<String>, DecodeError> {
        self.header(name, parse::string)
    }

    /// Reads a header (`@httpHeader`). An empty value is absent where it is none of the member's kind.
    ///
    /// A header that comes several times is read as if its values stood in one, with commas (RFC 9110, section 5.2).
    ///
    /// # Errors
    /// The value is not of the member's kind. The error does not show it.
    pub fn header<T>(
        self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Expected>,
    ) -> Result<Option<T>, DecodeError> {
        response::header(self.response.headers(), name, parse)
    }

    /// Reads a header that holds a list (`@httpHeader`). Empty elements without quotes are passed over.
    ///
    /// Lists of timestamps are [another matter](Self::timestamps).
    ///
    /// # Errors
    /// A quote does not close, or an element is not of its kind. The error does not show it.
    pub fn list<T>(
        self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Expected>,
    ) -> Result<Option<Vec<T>>, DecodeError> {
        response::header_list(self.response.headers(), name, parse)
    }

    /// Reads a header that holds a list of timestamps, in any format (`@httpHeader`).
    ///
    /// # Errors
    /// An element is no timestamp. The error does not show it.
    pub fn timestamps(self, name: &'static str) -> Result<Option<Vec<DateTime>>, DecodeError> {
        response::header_timestamps(self.response.headers(), name)
    }

    /// Reads the headers whose names begin with a prefix (`@httpPrefixHeaders`), each under the rest of its name, in
    /// lower case. `None` if there are none.
    ///
    /// # Errors
    /// A value is not UTF-8. The error names the prefix alone.
    pub fn prefixed(
        self,
        prefix: &'static str,
    ) -> Result<Option<HashMap<String, String>>, DecodeError> {
        response::prefix_headers(self.response.headers(), prefix)
    }
}
