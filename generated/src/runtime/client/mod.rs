//! Clients: what carries calls out.
//!
//! A generated client is a [`Caller`] with the names of the operations: [`Async`] or [`Blocking`]. Both are thin loops
//! around the same engine.

#[cfg(feature = "client")]
mod asynchronous;
mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod caller;
#[cfg(feature = "client")]
mod credentials;
#[cfg(feature = "client")]
mod customize;
#[cfg(feature = "client")]
mod decoder;
#[cfg(feature = "client")]
mod failure;
mod model_record;
mod pages;
#[cfg(feature = "client")]
mod position;
#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls",
    feature = "blocking"
))]
mod proxies;
mod service;
#[cfg(feature = "client")]
mod stalled;
#[cfg(feature = "client")]
mod stub;

#[doc(inline)]
pub use crate::__calls as calls;
#[doc(inline)]
pub use crate::__paginator as paginator;
#[cfg(feature = "client")]
pub use asynchronous::{Async, ItemStream, PageStream, Transport};
#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
))]
pub use asynchronous::{InvalidRootCertificates, TransportBuilder};
pub use auth::Auth;
#[cfg(feature = "blocking")]
pub use blocking::{Blocking, ItemIter, PageIter};
#[cfg(not(feature = "client"))]
pub use caller::Async;
#[cfg(not(feature = "blocking"))]
pub use caller::Blocking;
pub use caller::{CallResult, Caller};
#[cfg(feature = "client")]
pub use customize::CustomizableOperation;
pub use model_record::ModelRecord;
pub use pages::{Items, Pages, Paginated, Paginator};
pub use service::Service;
