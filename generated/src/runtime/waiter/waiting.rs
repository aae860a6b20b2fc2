//! A waiter that is about to be started.

use std::fmt;

use super::Waiter;
use crate::runtime::Operation;

/// A client with a waiter of the operation `O`. In the builder of the operation's input it stands in the place of the
/// client.
pub struct Waiting<C, O: Operation + 'static> {
    pub(in crate::runtime) client: C,
    pub(in crate::runtime) waiter: &'static Waiter<O>,
}

impl<C, O: Operation> Waiting<C, O> {
    /// What is going to wait.
    pub fn new(client: C, waiter: &'static Waiter<O>) -> Self {
        Self { client, waiter }
    }

    /// What the waiter does.
    pub fn waiter(&self) -> &'static Waiter<O> {
        self.waiter
    }
}

impl<C: Clone, O: Operation> Clone for Waiting<C, O> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            waiter: self.waiter,
        }
    }
}

impl<C: fmt::Debug, O: Operation> fmt::Debug for Waiting<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("waiter", &self.waiter.name)
            .field("client", &self.client)
            .finish()
    }
}

/// In official clients the trait that has the methods `wait_until_..`. Here the client has them itself, and nothing has
/// to be imported; the trait is there so that a program compiles which comes from there.
pub trait Waiters {}

impl<C> Waiters for C {}
