//! A call with settings of its own.

use bytes::Bytes;
use http::Request;

use crate::runtime::call::{CallOptions, Intercept, MapRequest, SharedInterceptor};
use crate::runtime::config::{self, Config};
use crate::runtime::error::BoxError;

/// A call with settings and hooks of its own.
#[derive(Debug)]
#[must_use = "nothing is sent before `send`"]
pub struct CustomizableOperation<C, O> {
    pub(super) client: C,
    pub(super) input: O,
    pub(super) options: CallOptions,
    pub(super) overrides: Option<Config>,
}

impl<C, O> CustomizableOperation<C, O> {
    /// A call as the client makes it.
    pub fn new(client: C, input: O) -> Self {
        Self {
            client,
            input,
            options: CallOptions::default(),
            overrides: None,
        }
    }

    /// Adds something that looks at the requests and attempts of this call, after what the client has.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        let interceptor = SharedInterceptor::new(interceptor);
        self.options.interceptors.push(interceptor);
        self
    }

    /// Changes every request of this call before it is signed.
    pub fn mutate_request<F>(self, change: F) -> Self
    where
        F: Fn(&mut Request<Bytes>) + Send + Sync + 'static,
    {
        self.interceptor(MapRequest(move |request: &mut Request<Bytes>| {
            change(request);
            Ok(())
        }))
    }

    /// Puts another request in the place of every request of this call before it is signed. An error ends the call.
    pub fn map_request<F, E>(self, change: F) -> Self
    where
        F: Fn(Request<Bytes>) -> Result<Request<Bytes>, E> + Send + Sync + 'static,
        E: Into<BoxError>,
    {
        self.interceptor(MapRequest(move |request: &mut Request<Bytes>| {
            *request = change(std::mem::take(request)).map_err(Into::into)?;
            Ok(())
        }))
    }

    /// Sets whether the input of this call is held against the constraints of the model before it is sent, whatever
    /// [`validate_inputs`](config::Builder::validate_inputs) says.
    pub fn validate_input(mut self, validate: bool) -> Self {
        self.options.validate_input = Some(validate);
        self
    }

    /// Puts settings in the place of the client's for this call: those that are set.
    pub fn config_override(mut self, config: impl Into<config::Builder>) -> Self {
        self.overrides = Some(config.into().build());
        self
    }
}
