//! Each of the 40 operations over real sockets: HTTP/1.1, HTTP/1.1 over TLS, HTTP/2 over TLS.
//!
//! The samples are those of `tests/operations`; here they go through the async client to a server on loopback. What
//! arrives is compared byte by byte, and its signature is worked out anew.

#[cfg(test)]
#[path = "../support/every.rs"]
mod every;
#[cfg(test)]
#[path = "../support/errors.rs"]
mod model;
#[cfg(test)]
#[path = "../support/server.rs"]
mod server;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
#[path = "../support/tls.rs"]
mod tls;

#[cfg(test)]
mod arrived;
#[cfg(test)]
mod check;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod rig;
#[cfg(test)]
mod sigv4;

#[cfg(test)]
#[path = "../operations/a_composition.rs"]
mod a_composition;
#[cfg(test)]
#[path = "../operations/compositions.rs"]
mod compositions;
#[cfg(test)]
#[path = "../operations/encoders.rs"]
mod encoders;
#[cfg(test)]
#[path = "../operations/events.rs"]
mod events;
#[cfg(test)]
#[path = "../operations/ingest.rs"]
mod ingest;
#[cfg(test)]
#[path = "../operations/participants.rs"]
mod participants;
#[cfg(test)]
#[path = "../operations/public_keys.rs"]
mod public_keys;
#[cfg(test)]
#[path = "../operations/replication.rs"]
mod replication;
#[cfg(test)]
#[path = "../operations/sessions.rs"]
mod sessions;
#[cfg(test)]
#[path = "../operations/stages.rs"]
mod stages;
#[cfg(test)]
#[path = "../operations/storage.rs"]
mod storage;
#[cfg(test)]
#[path = "../operations/tags.rs"]
mod tags;
#[cfg(test)]
#[path = "../operations/values.rs"]
mod values;
