//! What answers a call in place of a transport: the rules of a test, if there are any.

#[cfg(not(feature = "test-util"))]
use bytes::Bytes;
#[cfg(not(feature = "test-util"))]
use http::{Request, Response};

use crate::runtime::Operation;
#[cfg(not(feature = "test-util"))]
use crate::runtime::call::End;
use crate::runtime::config::Config;
#[cfg(feature = "test-util")]
pub(super) use crate::runtime::test_util::{Answering, typed_result};

/// Answers the attempts of a call. There is none: the feature `test-util` is switched off.
#[cfg(not(feature = "test-util"))]
pub(super) enum Answering {}

#[cfg(not(feature = "test-util"))]
impl Answering {
    /// Answers an attempt.
    pub(super) fn answer(&mut self, _: &Request<Bytes>) -> End {
        match *self {}
    }
}

/// What answers the attempts of a call with this input, if it is not a transport.
#[cfg(feature = "test-util")]
pub(super) fn answering<O: Operation + 'static>(config: &Config, input: &O) -> Option<Answering> {
    config.rules().map(|rules| rules.answering(input))
}

/// What answers the attempts of a call with this input, if it is not a transport.
#[cfg(not(feature = "test-util"))]
pub(super) fn answering<O: Operation + 'static>(_: &Config, _: &O) -> Option<Answering> {
    None
}

/// Whether no transport is needed.
#[cfg(feature = "test-util")]
pub(super) fn is_stubbed(config: &Config) -> bool {
    config.rules().is_some()
}

/// Whether no transport is needed.
#[cfg(not(feature = "test-util"))]
pub(super) fn is_stubbed(_: &Config) -> bool {
    false
}

/// What an operation gives, if the answer stands for it; it has nothing else to be read.
#[cfg(not(feature = "test-util"))]
pub(super) fn typed_result<O: Operation + 'static>(
    _: &Response<Bytes>,
) -> Option<Result<O::Output, O::Error>> {
    None
}
