//! Each of the 40 operations on the wire: the request it becomes, and what the answer becomes.
//!
//! All texts are written by hand, from the names in the model. What is said to have every member is held against the
//! model, so that a new member is missed by a test and not by a reader.

#[cfg(test)]
mod a_composition;
#[cfg(test)]
mod check;
#[cfg(test)]
mod complete;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;
#[cfg(test)]
mod values;

#[cfg(test)]
mod compositions;
#[cfg(test)]
mod encoders;
#[cfg(test)]
mod events;
#[cfg(test)]
mod ingest;
#[cfg(test)]
mod participants;
#[cfg(test)]
mod public_keys;
#[cfg(test)]
mod replication;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod stages;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod tags;
