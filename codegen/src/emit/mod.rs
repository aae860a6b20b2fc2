//! Turns the intermediate representation into token streams: one file for each kind of page.

pub mod endpoint;
