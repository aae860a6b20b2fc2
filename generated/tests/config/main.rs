//! Where settings come from: the program, the environment, an `SdkConfig`.
#![cfg(all(test, feature = "client"))]

mod debug;
mod environment;
mod environment_errors;
mod idempotency;
#[cfg(feature = "aws-config")]
mod sdk_config;
mod support;
