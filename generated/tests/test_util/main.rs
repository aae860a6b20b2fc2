//! What the feature `test-util` gives to tests of code that calls the client.

#[cfg(test)]
mod answers;
#[cfg(all(test, feature = "blocking"))]
mod blocking;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod script;
