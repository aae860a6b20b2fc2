//! Waiters: what is wrong with one, and that a compiled path means what it means in JMESPath.

mod documents;
mod interpreter;
mod package;
mod paths;
mod wrong;
