//! The settings that the environment names.

use std::error::Error;
use std::fmt;

#[cfg(feature = "client")]
use super::{Builder, Config, Credentials, Region};
#[cfg(feature = "client")]
use crate::runtime::client::Service;

/// The environment does not say what a client needs, or says something that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvironmentError {
    message: String,
}

impl fmt::Display for EnvironmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for EnvironmentError {}

#[cfg(feature = "client")]
impl Config {
    /// The settings that the environment names.
    ///
    /// # Errors
    ///
    /// There is no region or there are no credentials in the environment, or a variable has a value that it cannot
    /// have.
    pub fn from_env(service: &Service) -> Result<Self, EnvironmentError> {
        let variable = |name: &str| std::env::var(name).ok();
        let mut builder = Builder::new();
        builder.set_region(variable("AWS_REGION").map(Region::new));
        builder.set_endpoint_url(variable(&service.endpoint_variable()));
        if let (Some(id), Some(secret)) = (
            variable("AWS_ACCESS_KEY_ID"),
            variable("AWS_SECRET_ACCESS_KEY"),
        ) {
            let token = variable("AWS_SESSION_TOKEN");
            builder = builder.credentials_provider(Credentials::new(
                id,
                secret,
                token,
                None,
                "environment",
            ));
        }
        Ok(builder.build())
    }
}
