//! The query of a request.

use std::borrow::Cow;
use std::collections::HashMap;

use super::RequestBuilder;
use super::encode::{encoded, push_encoded};
use crate::runtime::json::sorted;

impl RequestBuilder {
    /// Appends a literal of the URI's query, `acl` or `acl=x`, which is already encoded.
    pub fn query_literal(&mut self, key: &str, value: Option<&str>) {
        self.separate();
        self.query.push_str(key);
        if let Some(value) = value {
            self.query.push('=');
            self.query.push_str(value);
        }
    }

    /// Appends a query parameter (`@httpQuery`). An empty string is sent as one.
    pub fn query<T: ?Sized>(
        &mut self,
        key: &str,
        value: Option<&T>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) {
        if let Some(value) = value {
            self.push_parameter(key, &text(value));
        }
    }

    /// Appends a query parameter for each element of a list, all with the same key (`@httpQuery`).
    pub fn query_list<T>(
        &mut self,
        key: &str,
        list: Option<&[T]>,
        text: impl Fn(&T) -> Cow<'_, str>,
    ) {
        for element in list.unwrap_or_default() {
            self.push_parameter(key, &text(element));
        }
    }

    /// Appends a query parameter for each entry of a map, in the order of the keys (`@httpQueryParams`). What literals
    /// and parameters have set before wins.
    pub fn query_params<K: AsRef<str>, V: AsRef<str>>(&mut self, map: Option<&HashMap<K, V>>) {
        if let Some(map) = map {
            self.push_map(map, |value| vec![value.as_ref()]);
        }
    }

    /// As [`query_params`](Self::query_params), for a map of lists: each element is a parameter of its own.
    pub fn query_params_list<K: AsRef<str>, V: AsRef<str>>(
        &mut self,
        map: Option<&HashMap<K, Vec<V>>>,
    ) {
        if let Some(map) = map {
            self.push_map(map, |list| list.iter().map(V::as_ref).collect());
        }
    }

    fn push_map<K: AsRef<str>, V>(&mut self, map: &HashMap<K, V>, texts: impl Fn(&V) -> Vec<&str>) {
        let values: Vec<&V> = map.values().collect();
        let before = self.query.len();
        for (key, index) in sorted(map.keys().map(K::as_ref)) {
            if !self.has_parameter(before, &encoded(key)) {
                for text in texts(values[index]) {
                    self.push_parameter(key, text);
                }
            }
        }
    }

    /// Whether a key stands in the first part of the query, which has this length.
    fn has_parameter(&self, length: usize, encoded_key: &str) -> bool {
        let mut parameters = self.query[..length].split('&');
        parameters.any(|parameter| parameter.split('=').next() == Some(encoded_key))
    }

    fn push_parameter(&mut self, key: &str, value: &str) {
        self.separate();
        push_encoded(&mut self.query, key, false);
        self.query.push('=');
        push_encoded(&mut self.query, value, false);
    }

    fn separate(&mut self) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
    }
}
