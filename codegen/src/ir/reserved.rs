//! The names that emitted pages use bare, with the modules they are imported from.

/// Where a name is imported from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The standard library: the module's path.
    Std(&'static str),
    /// The runtime: the module's path below it, empty for the runtime itself.
    Runtime(&'static str),
}

/// Types and traits, `UpperCamelCase`, and a macro. A shape that would get one of these names gets another.
pub const TYPES: [(&str, Origin); 29] = [
    ("BigDecimal", Origin::Runtime("primitives")),
    ("BigInteger", Origin::Runtime("primitives")),
    ("Blob", Origin::Runtime("primitives")),
    ("BoxError", Origin::Runtime("error")),
    ("BuildError", Origin::Runtime("error")),
    ("Bytes", Origin::Runtime("")),
    ("Config", Origin::Runtime("config")),
    ("ContextParams", Origin::Runtime("endpoint")),
    ("DateTime", Origin::Runtime("primitives")),
    ("DecodeError", Origin::Runtime("")),
    ("Document", Origin::Runtime("primitives")),
    ("Endpoint", Origin::Runtime("endpoint")),
    ("EndpointError", Origin::Runtime("endpoint")),
    ("ErrorMetadata", Origin::Runtime("error")),
    ("Format", Origin::Runtime("")),
    ("HashMap", Origin::Std("collections")),
    ("ObjectWriter", Origin::Runtime("json")),
    ("Operation", Origin::Runtime("")),
    ("ProvideErrorMetadata", Origin::Runtime("error")),
    ("ReadStructure", Origin::Runtime("json")),
    ("Reader", Origin::Runtime("json")),
    ("Redacted", Origin::Runtime("")),
    ("RequestId", Origin::Runtime("error")),
    ("ServiceError", Origin::Runtime("error")),
    ("Unhandled", Origin::Runtime("error")),
    ("UnknownVariantValue", Origin::Runtime("primitives")),
    ("string_enum", Origin::Runtime("")),
    ("ValueWriter", Origin::Runtime("json")),
    ("WriteStructure", Origin::Runtime("json")),
];

/// Modules, which count as used where `::` follows.
pub const MODULES: [(&str, Origin); 10] = [
    ("build", Origin::Runtime("")),
    ("client", Origin::Runtime("")),
    ("config", Origin::Runtime("")),
    ("error", Origin::Runtime("")),
    ("fmt", Origin::Std("")),
    ("http", Origin::Runtime("")),
    ("json", Origin::Runtime("")),
    ("parse", Origin::Runtime("http")),
    ("text", Origin::Runtime("http")),
    ("waiter", Origin::Runtime("")),
];

/// Whether a name is a keyword of the edition 2024, one that may be written raw (`r#type`) or begins a path.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
    is_path_keyword(name)
        || matches!(
            name,
            "abstract"
                | "as"
                | "async"
                | "await"
                | "become"
                | "box"
                | "break"
                | "const"
                | "continue"
                | "do"
                | "dyn"
                | "else"
                | "enum"
                | "extern"
                | "false"
                | "final"
                | "fn"
                | "for"
                | "gen"
                | "if"
                | "impl"
                | "in"
                | "let"
                | "loop"
                | "macro"
                | "match"
                | "mod"
                | "move"
                | "mut"
                | "override"
                | "priv"
                | "pub"
                | "ref"
                | "return"
                | "static"
                | "struct"
                | "trait"
                | "true"
                | "try"
                | "type"
                | "typeof"
                | "unsafe"
                | "unsized"
                | "use"
                | "virtual"
                | "where"
                | "while"
                | "yield"
        )
}

/// Whether a name is a keyword that stands in paths, and cannot be written raw.
#[must_use]
pub fn is_path_keyword(name: &str) -> bool {
    matches!(name, "_" | "Self" | "crate" | "self" | "super")
}

/// Names of the prelude, and names that the emitted crate has itself: `C` is the parameter of its client.
pub const PRELUDE: [&str; 29] = [
    "AsRef",
    "Box",
    "C",
    "Client",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Some",
    "String",
    "ToOwned",
    "TryFrom",
    "TryInto",
    "Unknown",
    "Vec",
];

/// What structures, their builders and calls have beside the members' own: fields, methods and functions. Some of
/// them only the official client has, and a member is called the same here and there.
pub const MEMBERS: [&str; 9] = [
    "build",
    "builder",
    "customize",
    "default",
    "finish",
    "make_operation",
    "meta",
    "presigned",
    "send",
];

/// Methods of the standard library, of which clippy expects something else than a member: the official client calls
/// members so, and switches the lints off.
pub const STANDARD: [&str; 16] = [
    "add", "as_ref", "bitand", "bitor", "bitxor", "borrow", "clone", "deref", "div", "len", "mul",
    "new", "rem", "shl", "shr", "sub",
];

/// What inputs have besides.
pub const INPUT_MEMBERS: [&str; 1] = ["into_paginator"];

/// What inputs of operations with waiters have besides.
pub const WAIT: &str = "wait";

/// What outputs have besides.
pub const OUTPUT_MEMBERS: [&str; 1] = ["request_id"];

/// What errors have besides.
pub const ERROR_MEMBERS: [&str; 2] = ["fmt", "read"];

/// What the client has beside the operations, or clippy would take for a method of the standard library.
pub const METHODS: [&str; 11] = [
    "as_ref",
    "borrow",
    "clone",
    "config",
    "deref",
    "from",
    "from_conf",
    "from_env",
    "from_env_with",
    "len",
    "new",
];

/// What the page of the service's error defines and exports; an error gives way to it.
pub const ERRORS: [&str; 5] = [
    "ConnectorError",
    "DisplayErrorContext",
    "Error",
    "SdkError",
    "UnknownVariantError",
];

/// What the builder of a client's settings has. A setting of one service gives way to it.
pub const SETTINGS: [&str; 51] = [
    "app_name",
    "behavior_version",
    "behavior_version_latest",
    "build",
    "clone",
    "context_param",
    "credentials_provider",
    "default",
    "disable_clock_skew_correction",
    "disable_request_compression",
    "endpoint_url",
    "from",
    "idempotency_token_provider",
    "interceptor",
    "into",
    "isolated",
    "max_response_bytes",
    "new",
    "push_interceptor",
    "region",
    "request_min_compression_size_bytes",
    "retry_config",
    "retry_generation",
    "rules",
    "set_app_name",
    "set_behavior_version",
    "set_context_param",
    "set_credentials_provider",
    "set_disable_clock_skew_correction",
    "set_disable_request_compression",
    "set_endpoint_url",
    "set_idempotency_token_provider",
    "set_max_response_bytes",
    "set_region",
    "set_request_min_compression_size_bytes",
    "set_retry_config",
    "set_retry_generation",
    "set_stalled_stream_protection",
    "set_timeout_config",
    "set_transport",
    "set_use_dual_stack",
    "set_use_fips",
    "set_validate_inputs",
    "stalled_stream_protection",
    "timeout_config",
    "to_owned",
    "transport",
    "try_into",
    "use_dual_stack",
    "use_fips",
    "validate_inputs",
];

/// What Windows takes for devices, whatever ends a file's name has; no module's file can have such a name.
pub const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];
