//! What a transport says of its failures.

use std::error::Error;
use std::fmt;

use aws_smithy_types::retry::ErrorKind;

use super::BoxError;

/// Why a transport has no answer. It displays as its cause does.
#[derive(Debug)]
pub struct ConnectorError {
    source: BoxError,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Timeout,
    User,
    Io,
    Other(Option<ErrorKind>),
}

impl ConnectorError {
    /// Connecting, or waiting for an answer, took too long.
    #[must_use]
    pub fn timeout(source: BoxError) -> Self {
        let kind = Kind::Timeout;
        Self { source, kind }
    }

    /// The request is one that cannot be sent.
    #[must_use]
    pub fn user(source: BoxError) -> Self {
        let kind = Kind::User;
        Self { source, kind }
    }

    /// The network failed.
    #[must_use]
    pub fn io(source: BoxError) -> Self {
        let kind = Kind::Io;
        Self { source, kind }
    }

    /// Anything else; `kind` says what it is to the retry rules, if it is anything.
    #[must_use]
    pub fn other(source: BoxError, kind: Option<ErrorKind>) -> Self {
        let kind = Kind::Other(kind);
        Self { source, kind }
    }

    /// Whether connecting, or waiting for an answer, took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind == Kind::Timeout
    }

    /// Whether the request is one that cannot be sent.
    #[must_use]
    pub fn is_user(&self) -> bool {
        self.kind == Kind::User
    }

    /// Whether the network failed.
    #[must_use]
    pub fn is_io(&self) -> bool {
        self.kind == Kind::Io
    }

    /// Whether it is something else.
    #[must_use]
    pub fn is_other(&self) -> bool {
        matches!(self.kind, Kind::Other(_))
    }

    /// What something else is to the retry rules.
    #[must_use]
    pub fn as_other(&self) -> Option<ErrorKind> {
        match self.kind {
            Kind::Other(kind) => kind,
            Kind::Timeout | Kind::User | Kind::Io => None,
        }
    }

    /// The cause.
    #[must_use]
    pub fn into_source(self) -> BoxError {
        self.source
    }
}

impl fmt::Display for ConnectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.source, f)
    }
}

/// The source is that of the cause, whose text is this error's already.
impl Error for ConnectorError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}
