//! The properties that a C2J model may have: a closed world.
//!
//! A property is read, or it is known to say nothing that a client needs, with the reason. Any other is a fault.

/// A kind of object and the properties that it may have.
pub(super) struct Place {
    /// What it is called in a message.
    pub(super) name: &'static str,
    read: &'static [&'static str],
    without_effect: &'static [(&'static str, &'static str)],
}

impl Place {
    /// Whether a property is known here: its name, and the reason why it is let go, if it is.
    pub(super) fn knows(&self, property: &str) -> Option<(&'static str, Option<&'static str>)> {
        let read = self.read.iter().find(|known| **known == property);
        read.map(|known| (*known, None)).or_else(|| {
            let mut without = self.without_effect.iter();
            without
                .find(|(known, _)| *known == property)
                .map(|(known, reason)| (*known, Some(*reason)))
        })
    }
}

const OLD_XML: &str = "it is about XML, which restJson1 does not use";

/// The root of `service-2.json`.
pub(super) const ROOT: Place = Place {
    name: "the model",
    read: &[
        "metadata",
        "operations",
        "shapes",
        "documentation",
        "deprecated",
        "deprecatedMessage",
        "deprecatedSince",
        "clientContextParams",
    ],
    without_effect: &[
        ("version", "the version of the C2J format"),
        ("examples", "documentation"),
        (
            "authorizers",
            "API Gateway's own, which AWS services do not use",
        ),
    ],
};

/// `metadata`.
pub(super) const METADATA: Place = Place {
    name: "the metadata",
    read: &[
        "apiVersion",
        "auth",
        "endpointPrefix",
        "protocol",
        "protocols",
        "protocolSettings",
        "serviceFullName",
        "serviceId",
        "signatureVersion",
        "signingName",
        "uid",
    ],
    without_effect: &[
        (
            "checksumFormat",
            "it belongs to one service's hand-written client",
        ),
        ("globalEndpoint", "the endpoint rule set says it"),
        ("jsonVersion", "it belongs to the protocols `json`"),
        ("ripServiceName", "an internal name"),
        ("serviceAbbreviation", "a name for display"),
        ("xmlNamespace", OLD_XML),
    ],
};

/// An operation.
pub(super) const OPERATION: Place = Place {
    name: "an operation",
    read: &[
        "auth",
        "authtype",
        "deprecated",
        "deprecatedMessage",
        "deprecatedSince",
        "documentation",
        "endpoint",
        "errors",
        "http",
        "httpChecksum",
        "httpChecksumRequired",
        "idempotent",
        "input",
        "name",
        "operationContextParams",
        "output",
        "readonly",
        "requestcompression",
        "staticContextParams",
        "unsignedPayload",
    ],
    without_effect: &[
        ("documentationUrl", "documentation"),
        ("alias", "another name in the client of one language"),
    ],
};

/// `http` of an operation.
pub(super) const HTTP: Place = Place {
    name: "an operation's HTTP binding",
    read: &["method", "requestUri", "responseCode"],
    without_effect: &[],
};

/// `endpoint` of an operation.
pub(super) const ENDPOINT: Place = Place {
    name: "an operation's endpoint",
    read: &["hostPrefix"],
    without_effect: &[],
};

/// `input`, `output`, and the entries of `errors`.
pub(super) const OPERATION_REFERENCE: Place = Place {
    name: "an input, output or error of an operation",
    read: &["shape"],
    without_effect: &[
        ("documentation", "Smithy has it on the shape"),
        ("error", "the error's shape says it"),
        ("exception", "the error's shape says it"),
        ("fault", "the error's shape says it"),
        ("locationName", OLD_XML),
        ("xmlNamespace", OLD_XML),
    ],
};

/// A shape.
pub(super) const SHAPE: Place = Place {
    name: "a shape",
    read: &[
        "box",
        "deprecated",
        "deprecatedMessage",
        "deprecatedSince",
        "document",
        "documentation",
        "enum",
        "error",
        "eventstream",
        "exception",
        "fault",
        "key",
        "max",
        "member",
        "members",
        "min",
        "pattern",
        "payload",
        "required",
        "requiresLength",
        "retryable",
        "sensitive",
        "sparse",
        "streaming",
        "timestampFormat",
        "type",
        "union",
        "value",
    ],
    without_effect: &[
        ("event", "the union of the event stream says it"),
        ("flattened", OLD_XML),
        ("locationName", OLD_XML),
        ("synthetic", "the shape is there, whoever made it"),
        ("wrapper", OLD_XML),
        ("xmlNamespace", OLD_XML),
        ("xmlOrder", OLD_XML),
    ],
};

/// `error` of an exception.
pub(super) const ERROR: Place = Place {
    name: "an error",
    read: &["httpStatusCode", "senderFault", "fault"],
    without_effect: &[("code", "restJson1 tells errors by the name of the shape")],
};

/// `retryable` of an exception.
pub(super) const RETRYABLE: Place = Place {
    name: "an error's retrying",
    read: &["throttling"],
    without_effect: &[],
};

/// A member of a structure or union, of a list, or of a map.
pub(super) const MEMBER: Place = Place {
    name: "a member",
    read: &[
        "box",
        "contextParam",
        "deprecated",
        "deprecatedMessage",
        "deprecatedSince",
        "documentation",
        "eventheader",
        "eventpayload",
        "hostLabel",
        "idempotencyToken",
        "jsonvalue",
        "location",
        "locationName",
        "shape",
        "streaming",
        "timestampFormat",
    ],
    without_effect: &[
        (
            "enum",
            "Smithy has enums on shapes only, and the service checks the value",
        ),
        ("flattened", OLD_XML),
        ("queryName", "it belongs to the protocol `ec2`"),
        ("xmlAttribute", OLD_XML),
        ("xmlNamespace", OLD_XML),
    ],
};

/// The root of `paginators-1.json`.
pub(super) const PAGINATORS: Place = Place {
    name: "the paginators",
    read: &["pagination"],
    without_effect: &[("version", "the version of the format")],
};

/// A paginator.
pub(super) const PAGINATOR: Place = Place {
    name: "a paginator",
    read: &["input_token", "output_token", "limit_key", "result_key"],
    without_effect: &[
        (
            "more_results",
            "a missing token says that there are no more pages",
        ),
        (
            "non_aggregate_keys",
            "it belongs to botocore's way of joining pages",
        ),
    ],
};
