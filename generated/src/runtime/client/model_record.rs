//! What a generated crate says of its origin.

/// The model that a client was generated from, and what generated it. A generated crate has one, as `MODEL`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelRecord {
    /// The version of the service's API, `2020-07-14`.
    pub api_version: &'static str,

    /// The SHA-256 of the model in hexadecimal, as `sha256sum FILE... | cut -d' ' -f1 | sort | sha256sum` says it of its
    /// files. Ends of lines count as `\n`.
    pub sha256: &'static str,

    /// The version of `ivs-realtime-codegen`.
    pub generator_version: &'static str,
}
