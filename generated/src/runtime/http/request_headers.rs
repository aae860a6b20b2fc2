//! The headers of a request.

use std::borrow::Cow;
use std::collections::HashMap;

use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;
use http::header::{Entry, HeaderName, HeaderValue};

use super::RequestBuilder;
use super::header_list::quoted;
use crate::runtime::{Format, timestamp};

impl RequestBuilder {
    /// Sets a header (`@httpHeader`). An empty string is sent as an empty value.
    ///
    /// # Errors
    /// The text is none that a header can carry. The error does not show it.
    pub fn header<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) -> Result<(), BuildError> {
        match value {
            Some(value) => self.insert_header(name, &text(value)),
            None => Ok(()),
        }
    }

    /// Sets a header to a list, comma-separated, with quotes around elements that need them (`@httpHeader`). An empty
    /// list is sent as an empty value.
    ///
    /// Lists of timestamps are [another matter](Self::header_timestamps).
    ///
    /// # Errors
    /// The text is none that a header can carry. The error does not show it.
    pub fn header_list<T>(
        &mut self,
        name: &'static str,
        list: Option<&[T]>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) -> Result<(), BuildError> {
        let Some(list) = list else {
            return Ok(());
        };
        let mut joined = String::new();
        for element in list {
            push_element(&mut joined, &quoted(&text(element)));
        }
        self.insert_header(name, &joined)
    }

    /// Sets a header to a list of timestamps. They are never in quotes, though an `http-date` has a comma.
    ///
    /// # Errors
    /// None for a good name.
    pub fn header_timestamps(
        &mut self,
        name: &'static str,
        list: Option<&[DateTime]>,
        format: Format,
    ) -> Result<(), BuildError> {
        let Some(list) = list else {
            return Ok(());
        };
        let mut joined = String::new();
        for element in list {
            push_element(&mut joined, &timestamp::to_text(element, format));
        }
        self.insert_header(name, &joined)
    }

    /// Sets a header for each entry of a map, with the prefix before its key (`@httpPrefixHeaders`). Headers set
    /// before win.
    ///
    /// # Errors
    /// A key or text is none that a header can carry. The error does not show it.
    pub fn prefix_headers<K: AsRef<str>, V: AsRef<str>>(
        &mut self,
        prefix: &'static str,
        map: Option<&HashMap<K, V>>,
    ) -> Result<(), BuildError> {
        for (key, value) in map.into_iter().flatten() {
            self.insert_prefixed(prefix, key.as_ref(), value.as_ref())?;
        }
        Ok(())
    }

    fn insert_prefixed(
        &mut self,
        prefix: &'static str,
        key: &str,
        value: &str,
    ) -> Result<(), BuildError> {
        let field = if prefix.is_empty() {
            "prefix headers"
        } else {
            prefix
        };
        let name = HeaderName::try_from(format!("{prefix}{key}"))
            .map_err(|_| BuildError::invalid_field(field, "a key is not the name of a header"))?;
        if let Entry::Vacant(entry) = self.headers.entry(name) {
            entry.insert(header_value(field, value)?);
        }
        Ok(())
    }

    fn insert_header(&mut self, name: &'static str, text: &str) -> Result<(), BuildError> {
        let value = header_value(name, text)?;
        let name = HeaderName::try_from(name)
            .map_err(|_| BuildError::invalid_field(name, "it is not the name of a header"))?;
        self.headers.insert(name, value);
        Ok(())
    }
}

fn push_element(joined: &mut String, element: &str) {
    if !joined.is_empty() {
        joined.push_str(", ");
    }
    joined.push_str(element);
}

fn header_value(field: &'static str, text: &str) -> Result<HeaderValue, BuildError> {
    HeaderValue::from_str(text)
        .map_err(|_| BuildError::invalid_field(field, "a header cannot carry this text"))
}
