//! Where settings come from: the program, the environment, an `SdkConfig`.
#![cfg(feature = "client")]

#[cfg(test)]
mod auth;
#[cfg(test)]
mod clock;
#[cfg(test)]
#[cfg(feature = "request-compression")]
mod compression;
#[cfg(test)]
mod context_params;
#[cfg(test)]
mod debug;
#[cfg(test)]
mod environment;
#[cfg(test)]
mod environment_errors;
#[cfg(test)]
mod idempotency;
#[cfg(test)]
mod overrides;
#[cfg(test)]
#[cfg(feature = "test-util")]
mod region;
#[cfg(test)]
#[cfg(feature = "aws-config")]
mod sdk_config;
#[cfg(test)]
mod support;
