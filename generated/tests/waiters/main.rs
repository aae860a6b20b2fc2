//! Waiters of the clients, against a server on loopback. The settings are those of clients under test, whose waits
//! count the delays without taking them, and nothing else.

#[cfg(test)]
mod asynchronous;
#[cfg(test)]
mod blocking;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod errors;
#[cfg(test)]
#[path = "../support/server.rs"]
mod server;
#[cfg(test)]
mod service;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
