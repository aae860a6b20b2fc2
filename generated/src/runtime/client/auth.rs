//! How a call proves who makes it.

/// How a call of an operation proves who makes it.
///
/// ([Smithy 2.0, authentication traits](https://smithy.io/2.0/spec/authentication-traits.html))
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// It is signed. A client without credentials cannot make it.
    #[default]
    Signed,
    /// It is signed if the client has a provider of credentials, and goes unsigned otherwise (`@optionalAuth`).
    Optional,
    /// It goes unsigned, and asks for no credentials (an empty `@auth`, or one without SigV4).
    None,
}
