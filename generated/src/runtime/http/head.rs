//! What stands before the body of a response: its status and its headers.

use std::borrow::Cow;
use std::collections::HashMap;

use aws_smithy_types::DateTime;
use bytes::Bytes;
use http::Response;

use super::header_list::{split_first, split_first_date};
use super::parse::{self, Expected};
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

impl<'a> ResponseHead<'a> {
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
        let Some(text) = self.text(name, name)? else {
            return Ok(None);
        };
        match parse(&text) {
            Ok(value) => Ok(Some(value)),
            Err(_) if text.is_empty() => Ok(None),
            Err(expected) => Err(mismatch(name, expected)),
        }
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
        let Some(text) = self.text(name, name)? else {
            return Ok(None);
        };
        let mut list = Vec::new();
        let mut rest = &*text;
        while !rest.is_empty() {
            let Some((element, after)) = split_first(rest) else {
                return Err(mismatch(name, Expected("a list")));
            };
            rest = after;
            if !matches!(element, Cow::Borrowed("")) {
                list.push(parse(&element).map_err(|expected| mismatch(name, expected))?);
            }
        }
        Ok(Some(list))
    }

    /// Reads a header that holds a list of timestamps, in any format (`@httpHeader`).
    ///
    /// # Errors
    /// An element is no timestamp. The error does not show it.
    pub fn timestamps(self, name: &'static str) -> Result<Option<Vec<DateTime>>, DecodeError> {
        let Some(text) = self.text(name, name)? else {
            return Ok(None);
        };
        let mut list = Vec::new();
        let mut rest = &*text;
        while !rest.is_empty() {
            let (element, after) = split_first_date(rest);
            rest = after;
            if !element.is_empty() {
                list.push(parse::http_date(element).map_err(|expected| mismatch(name, expected))?);
            }
        }
        Ok(Some(list))
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
        let lower = prefix.to_ascii_lowercase();
        let mut map = HashMap::new();
        for name in self.response.headers().keys() {
            if let Some(rest) = name.as_str().strip_prefix(&lower)
                && let Some(text) = self.text(name.as_str(), prefix)?
            {
                map.insert(rest.to_owned(), text.into_owned());
            }
        }
        Ok(if map.is_empty() { None } else { Some(map) })
    }

    /// All values of a header in one, without space around it. `shown` is the name in errors.
    fn text(self, name: &str, shown: &'static str) -> Result<Option<Cow<'a, str>>, DecodeError> {
        let mut joined: Option<Cow<'a, str>> = None;
        for value in self.response.headers().get_all(name) {
            let text = std::str::from_utf8(value.as_bytes())
                .map_err(|_| DecodeError::in_header(shown, "text", "invalid UTF-8"))?
                .trim();
            joined = Some(match joined {
                None => Cow::Borrowed(text),
                Some(before) => Cow::Owned(format!("{before}, {text}")),
            });
        }
        Ok(joined)
    }
}

fn mismatch(name: &'static str, Expected(expected): Expected) -> DecodeError {
    DecodeError::in_header(name, expected, "other text")
}
