//! The settings that the environment names.
//!
//! ([AWS SDKs and Tools, environment variables](https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html))

mod error;
#[cfg(feature = "client")]
mod read;
#[cfg(feature = "client")]
mod values;
#[cfg(feature = "client")]
mod variables;

pub use error::EnvironmentError;
