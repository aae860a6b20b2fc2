//! The name of the application in the user agent, where `aws-types` is not there to name it.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::token::is_token;

/// The name of an application: the last token of the user agent.
///
/// Letters, digits and ``!#$%&'*+-.^_`|~``, at least one; AWS recommends at most 50. With the feature `aws-config` it is
/// `aws_types::app_name::AppName`, which has the same functions and is what functions of `aws-config` take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppName(Cow<'static, str>);

/// The text cannot be the name of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidAppName;

impl AppName {
    /// The name.
    ///
    /// # Errors
    ///
    /// It is empty, or has a character that cannot stand in a user agent.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Result<Self, InvalidAppName> {
        let name = name.into();
        if name.is_empty() || !name.bytes().all(is_token) {
            return Err(InvalidAppName);
        }
        Ok(Self(name))
    }
}

impl AsRef<str> for AppName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AppName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvalidAppName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the name of an application is one or more of letters, digits and !#$%&'*+-.^_`|~",
        )
    }
}

impl Error for InvalidAppName {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_can_stand_in_a_user_agent() {
        for (name, expected) in [
            ("my-app", true),
            ("My_App.1~2", true),
            ("!#$%&'*+-.^_`|~", true),
            ("", false),
            ("my app", false),
            ("app/1", false),
            ("äpp", false),
            ("a\n", false),
        ] {
            assert_eq!(AppName::new(name).is_ok(), expected, "{name}");
        }
    }
}
