//! Which requests have their bodies compressed
//! ([Smithy 2.0, requestCompression](https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait)).

use super::RequestBuilder;

/// Which bodies of an operation are compressed with gzip; an extension of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gzip {
    /// Those that have as many bytes as the settings say.
    FromMinimum,
    /// All that are not empty.
    Always,
}

impl RequestBuilder {
    /// Lets the call compress the body, if its settings do not say otherwise.
    pub fn gzip(&mut self, gzip: Gzip) {
        self.gzip = Some(gzip);
    }
}
