//! What a generated client is made of.

use crate::runtime::Operation;
use crate::runtime::client::Service;
use crate::runtime::config::{Builder, Config, EnvironmentError};
use crate::runtime::error::SdkError;

/// What a call gives: the output of the operation, or why there is none.
pub type CallResult<O> = Result<<O as Operation>::Output, SdkError<<O as Operation>::Error>>;

/// Carries out calls of a service.
#[diagnostic::on_unimplemented(
    message = "`{Self}` carries out no calls: a feature of the crate `ivs-realtime` is switched off",
    note = "the async client needs `client` (which the default feature `rustls-ring` has), the blocking one `blocking`"
)]
pub trait Caller: Clone + Sized {
    /// Calls a service with these settings. It opens no connection yet.
    fn new(service: &'static Service, config: Config) -> Self;

    /// Calls a service with these settings, and with those of the environment for what they leave open.
    ///
    /// # Errors
    ///
    /// There is no region or there are no credentials, or a variable has a value that it cannot have.
    fn from_env(service: &'static Service, given: Builder) -> Result<Self, EnvironmentError>;

    /// The settings.
    fn config(&self) -> &Config;
}

/// Would carry out calls for async code; the feature `client` is switched off.
#[cfg(not(feature = "client"))]
#[derive(Clone, Copy, Debug)]
pub enum Async {}

/// Would carry out calls for code that blocks; the feature `blocking` is switched off.
#[cfg(not(feature = "blocking"))]
#[derive(Clone, Copy, Debug)]
pub enum Blocking {}

/// Completes an operation: its input's builder begins with a client, builds the input and has its calls, and its
/// output gives its request id.
#[doc(hidden)]
#[macro_export]
macro_rules! __calls {
    ($builder:ident, $input:ident, $output:ident) => {
        impl<C> $builder<C> {
            /// A call with this client.
            pub(crate) fn new(client: C) -> Self {
                Self {
                    input: ::std::default::Default::default(),
                    client,
                }
            }

            /// Builds the input. What it lacks is found when the request is made.
            pub fn build(self) -> Result<$input, $crate::runtime::error::BuildError> {
                Ok(self.input)
            }
        }

        impl $crate::runtime::error::RequestId for $output {
            fn request_id(&self) -> Option<&str> {
                self.request_id.as_deref()
            }
        }

        $crate::__async_calls!($builder, $input);
        $crate::__blocking_calls!($builder, $input);
    };
}

/// Gives the builder of an operation's input its calls for async code.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "client")]
macro_rules! __async_calls {
    ($builder:ident, $input:ident) => {
        impl $builder<$crate::runtime::client::Async> {
            /// Sends the call and waits for its answer.
            ///
            /// # Errors
            ///
            /// Nothing could be sent, nothing came back in time, or the service answered with an error.
            // Not an `async fn`, whose future would hold the builder beside the call.
            pub fn send(
                self,
            ) -> impl ::std::future::Future<Output = $crate::runtime::client::CallResult<$input>>
            + ::std::marker::Send {
                self.client.send(self.input)
            }

            /// Changes settings, or looks at requests and attempts, for this call alone.
            pub fn customize(
                self,
            ) -> $crate::runtime::client::CustomizableOperation<
                $crate::runtime::client::Async,
                $input,
            > {
                $crate::runtime::client::CustomizableOperation::new(self.client, self.input)
            }
        }
    };
}

/// Gives the builder of an operation's input its calls for async code: none, because the feature `client` is switched
/// off. A condition inside a macro would be judged by the features of the crate that uses the macro.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "client"))]
macro_rules! __async_calls {
    ($builder:ident, $input:ident) => {};
}

/// Gives the builder of an operation's input its calls for code that blocks.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "blocking")]
macro_rules! __blocking_calls {
    ($builder:ident, $input:ident) => {
        impl $builder<$crate::runtime::client::Blocking> {
            /// Sends the call and waits for its answer.
            ///
            /// # Errors
            ///
            /// Nothing could be sent, nothing came back in time, or the service answered with an error.
            pub fn send(self) -> $crate::runtime::client::CallResult<$input> {
                self.client.send(self.input)
            }

            /// Changes settings, or looks at requests and attempts, for this call alone.
            pub fn customize(
                self,
            ) -> $crate::runtime::client::CustomizableOperation<
                $crate::runtime::client::Blocking,
                $input,
            > {
                $crate::runtime::client::CustomizableOperation::new(self.client, self.input)
            }
        }
    };
}

/// Gives the builder of an operation's input its calls for code that blocks: none, because the feature `blocking` is
/// switched off.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "blocking"))]
macro_rules! __blocking_calls {
    ($builder:ident, $input:ident) => {};
}

/// Gives the builder of a list operation's input its calls for page after page.
#[doc(hidden)]
#[macro_export]
macro_rules! __paginator {
    ($builder:ident, $input:ident) => {
        impl<C> $builder<C> {
            /// Fetches page after page, or item after item.
            pub fn into_paginator(self) -> $crate::runtime::client::Paginator<C, $input> {
                $crate::runtime::client::Paginator::new(self.client, self.input)
            }
        }
    };
}
