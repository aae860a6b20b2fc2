//! What makes idempotency tokens.

use std::fmt;
use std::sync::Arc;

use crate::runtime::call::uuid_v4;

/// Makes the idempotency tokens of calls that were given none.
///
/// ([Smithy 2.0, idempotencyToken](https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait))
#[derive(Clone)]
pub struct IdempotencyTokenProvider(Arc<dyn Fn() -> String + Send + Sync>);

impl IdempotencyTokenProvider {
    /// Tokens that this function makes. It is called once for each call.
    pub fn new(make: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }

    /// Random tokens (RFC 9562, version 4): what a client has unless told otherwise.
    #[must_use]
    pub fn random() -> Self {
        Self::new(uuid_v4)
    }

    /// The same token for every call, for tests.
    #[must_use]
    pub fn fixed(token: &'static str) -> Self {
        Self::new(|| token.to_owned())
    }

    /// Makes a token.
    #[must_use]
    pub fn make_idempotency_token(&self) -> String {
        (self.0)()
    }
}

impl fmt::Debug for IdempotencyTokenProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyTokenProvider")
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl<F: Fn() -> String + Send + Sync + 'static> From<F> for IdempotencyTokenProvider {
    fn from(make: F) -> Self {
        Self::new(make)
    }
}
