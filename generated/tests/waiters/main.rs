//! Waiters of the clients, against a server on loopback. The settings are those of clients under test, whose waits
//! count the time without taking it.

mod asynchronous;
mod blocking;
mod clock;
mod errors;
#[path = "../support/server.rs"]
mod server;
mod service;
#[path = "../support/mod.rs"]
mod support;
