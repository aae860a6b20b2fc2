//! Waiters: what is wrong with one, and that a compiled path means what it means in JMESPath.

#[cfg(test)]
mod decisions;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod interpreter;
#[cfg(test)]
mod package;
#[cfg(test)]
mod paths;
#[cfg(test)]
mod wrong;
