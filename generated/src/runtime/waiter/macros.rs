//! What starts a wait.

/// Gives the builder of an operation's input `wait`, where it has a waiter in the place of its client.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "client")]
macro_rules! __waits {
    ($builder:ident, $input:ident) => {
        $crate::__waiting!($builder, $input);

        impl $builder<$crate::runtime::waiter::Waiting<$crate::runtime::client::Async, $input>> {
            /// Polls until what is waited for has come about, for as long as `max_wait`.
            ///
            /// The first poll is sent at once, and the last one when the time is up. Whatever happens, the wait ends the
            /// shortest delay of the waiter after that.
            ///
            /// # Errors
            ///
            /// It can no longer come about, it did not in time, or a poll failed in a way that the waiter does not
            /// expect.
            pub fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> impl ::std::future::Future<Output = $crate::runtime::waiter::WaitResult<$input>>
            + ::std::marker::Send {
                self.client.wait(self.input, max_wait)
            }
        }

        $crate::__blocking_waits!($builder, $input);
    };
}

/// Gives the builder of an operation's input `wait` for code that blocks.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "blocking")]
macro_rules! __blocking_waits {
    ($builder:ident, $input:ident) => {
        impl $builder<$crate::runtime::waiter::Waiting<$crate::runtime::client::Blocking, $input>> {
            /// Polls until what is waited for has come about, for as long as `max_wait`, and blocks meanwhile.
            ///
            /// The first poll is sent at once, and the last one when the time is up. Whatever happens, the wait ends the
            /// shortest delay of the waiter after that.
            ///
            /// # Errors
            ///
            /// It can no longer come about, it did not in time, or a poll failed in a way that the waiter does not
            /// expect.
            pub fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> $crate::runtime::waiter::WaitResult<$input> {
                self.client.wait(self.input, max_wait)
            }
        }
    };
}

/// Gives the builder of an operation's input no `wait` for code that blocks: the feature `blocking` is switched off.
#[doc(hidden)]
#[macro_export]
#[cfg(all(feature = "client", not(feature = "blocking")))]
macro_rules! __blocking_waits {
    ($builder:ident, $input:ident) => {};
}

/// Gives the builder of an operation's input no `wait`: the feature `client` is switched off.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "client"))]
macro_rules! __waits {
    ($builder:ident, $input:ident) => {
        $crate::__waiting!($builder, $input);
    };
}

/// Lets a wait be started with the builder of an operation's input.
#[doc(hidden)]
#[macro_export]
macro_rules! __waiting {
    ($builder:ident, $input:ident) => {
        impl<C> ::std::convert::From<$crate::runtime::waiter::Waiting<C, $input>>
            for $builder<$crate::runtime::waiter::Waiting<C, $input>>
        {
            fn from(client: $crate::runtime::waiter::Waiting<C, $input>) -> Self {
                let input = ::std::default::Default::default();
                Self { input, client }
            }
        }
    };
}
