//! Looking variables up, and collecting what is wrong with them.

use super::error::EnvironmentError;
use super::values::Parsed;
use crate::runtime::client::Service;
use crate::runtime::config::userinfo::without_userinfo;

/// Variables that name credentials which are not to be found in the environment itself.
const ELSEWHERE: [&str; 4] = [
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/// Looks variables up, and collects what is wrong with them.
pub(super) struct Variables<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    missing: Vec<String>,
    invalid: Vec<String>,
}

impl<'a> Variables<'a> {
    pub(super) fn new(lookup: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            lookup,
            missing: Vec::new(),
            invalid: Vec::new(),
        }
    }

    /// The value of a variable, unless it is blank.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        (self.lookup)(name).filter(|value| !value.trim().is_empty())
    }

    /// The first of these variables that is set.
    pub(super) fn first_set<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        let mut names = names.iter().copied();
        names.find(|name| self.get(name).is_some())
    }

    /// What the value of a variable becomes; `None` if it is not set, or invalid.
    pub(super) fn parsed<T>(&mut self, name: &str, parse: fn(&str) -> Parsed<T>) -> Option<T> {
        let value = self.get(name)?;
        match parse(&value) {
            Ok(parsed) => Some(parsed),
            Err(expected) => {
                // No variable but that of an endpoint is expected to hold a URL, but any may by mistake.
                let found = without_userinfo(&value);
                self.invalid
                    .push(format!("{name} is {found:?}, expected {expected}"));
                None
            }
        }
    }

    /// The value of a variable that is a secret; `None` if it is not set, or invalid.
    pub(super) fn secret(&mut self, name: &str, check: fn(&str) -> Parsed<()>) -> Option<String> {
        let value = self.get(name)?;
        // What is no Unicode has this character in place of it.
        let checked = if value.contains(char::REPLACEMENT_CHARACTER) {
            Err("Unicode".to_owned())
        } else {
            check(&value)
        };
        match checked {
            Ok(()) => Some(value),
            Err(expected) => {
                self.invalid.push(format!(
                    "{name} has a value that is not shown here, expected {expected}"
                ));
                None
            }
        }
    }

    /// Notes something that a client cannot do without.
    pub(super) fn is_missing(&mut self, what: String) {
        self.missing.push(what);
    }

    /// Says what is wrong, if anything is.
    pub(super) fn finish(self, service: &Service) -> Result<(), EnvironmentError> {
        if self.missing.is_empty() && self.invalid.is_empty() {
            return Ok(());
        }
        let mut message = format!(
            "cannot make a client for {} from the environment: ",
            service.sdk_id
        );
        let problems: Vec<&str> = self
            .missing
            .iter()
            .chain(&self.invalid)
            .map(String::as_str)
            .collect();
        message.push_str(&problems.join("; "));
        if !self.missing.is_empty() {
            message.push_str(
                ". Set these variables, or look further: enable the feature `aws-config` and make the client with \
                 `Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await)`, which reads profiles, single sign-on, web identity \
                 tokens, and the metadata of containers and instances too",
            );
            let elsewhere: Vec<&str> = ELSEWHERE
                .into_iter()
                .filter(|name| self.get(name).is_some())
                .collect();
            if let [first, rest @ ..] = elsewhere.as_slice() {
                let names = rest.iter().fold((*first).to_owned(), |names, name| {
                    format!("{names} and {name}")
                });
                let verb = if rest.is_empty() { "is" } else { "are" };
                message.push_str(&format!(
                    ". {names} {verb} set, but read only with that feature"
                ));
            }
        }
        Err(EnvironmentError::new(message))
    }
}
