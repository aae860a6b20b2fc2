//! The validated model: what `validate` hands to `resolve`.
//!
//! A [`Model`] holds one service and the shapes it reaches. Every target exists, every trait that the
//! generator acts upon is typed, mixins are flattened, `apply` statements are merged and legacy `@enum`
//! strings are enum shapes, so a later stage never meets a malformed trait or a dangling id.

mod id;
mod protocol_test;
mod shape;
mod traits;
mod waiter;

use std::collections::BTreeMap;

pub(crate) use id::is_identifier;
pub use id::{InvalidShapeId, ShapeId};
pub use protocol_test::{HttpMessageTest, HttpRequestTest, HttpResponseTest, ProtocolTests};
pub use shape::{Member, Operation, Service, Shape, ShapeKind};
pub use traits::{Deprecated, Fault, Http, Length, Paginated, Range, TimestampFormat, Traits};
pub use waiter::{Acceptor, AcceptorState, Expected, Matcher, PathMatcher, Waiter};

/// One service with the shapes in its closure.
#[derive(Clone, Debug)]
pub struct Model {
    /// The service that a client is generated for.
    pub service: Service,
    /// The service's operations, those of its resources included, in the order of their names.
    pub operations: Vec<Operation>,
    /// Every data shape that an operation reaches, and every data shape of the service's namespace
    /// that nothing reaches (it is documented, but never emitted).
    pub shapes: BTreeMap<ShapeId, Shape>,
}

impl Model {
    /// The shape with this id.
    ///
    /// # Panics
    ///
    /// If there is none: validation has established that every target of the model exists.
    #[must_use]
    pub fn shape(&self, id: &ShapeId) -> &Shape {
        self.shapes
            .get(id)
            .expect("validation has found every target")
    }
}
