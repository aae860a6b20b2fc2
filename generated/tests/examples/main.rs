//! The examples, run as programs against a server on loopback.
//!
//! `cargo test` builds them before it runs this. With `--test examples` alone it does not:
//! `cargo build -p ivs-realtime --examples` does.

#[cfg(all(test, feature = "blocking"))]
mod blocking;
#[cfg(test)]
mod composition;
#[cfg(test)]
mod run;
#[cfg(test)]
#[path = "../support/server.rs"]
mod server;
#[cfg(test)]
mod stage_lifecycle;
