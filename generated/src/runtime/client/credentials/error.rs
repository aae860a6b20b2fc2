//! Why there are no credentials.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use aws_credential_types::provider::error::CredentialsError;

use crate::runtime::error::OneLine;

/// What to say where no provider is set.
pub(in crate::runtime::client) fn no_credentials() -> &'static str {
    "no credentials are set; set them with `Config::builder().credentials_provider(..)`, or make the client with \
     `Client::from_env()`, which reads AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or, with the \
     feature `aws-config`, with `Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await)`, which looks into profiles, single \
     sign-on, web identity tokens, and the metadata of containers and instances too"
}

/// A provider gave no credentials. All calls that waited for them have the same cause.
///
/// `Display` says all that the provider says, in one line. `Debug` says the same: that of the provider's error might
/// show what it has read.
#[derive(Clone)]
pub(super) struct NotLoaded(Arc<CredentialsError>);

impl NotLoaded {
    pub(super) fn new(error: CredentialsError) -> Self {
        Self(Arc::new(error))
    }

    fn hint(&self) -> Option<&'static str> {
        match *self.0 {
            CredentialsError::CredentialsNotLoaded(_) => Some(
                "name a profile with AWS_PROFILE and sign in to it, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or \
                 give the container or instance a role",
            ),
            CredentialsError::ProviderTimedOut(_) => {
                Some("see whether the place that it loads from can be reached")
            }
            CredentialsError::InvalidConfiguration(_) => {
                Some("correct the provider's settings or the profile")
            }
            _ => None,
        }
    }
}

impl fmt::Display for NotLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("getting credentials failed")?;
        let mut before = String::new();
        let mut cause: Option<&(dyn Error + 'static)> = Some(self.0.as_ref());
        while let Some(error) = cause {
            let text = OneLine(&error.to_string()).to_string();
            // Some errors say again what their cause says.
            if !text.is_empty() && !before.ends_with(&text) {
                write!(f, ": {text}")?;
                before = text;
            }
            cause = error.source();
        }
        match self.hint() {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for NotLoaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NotLoaded({self})")
    }
}

impl Error for NotLoaded {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}
