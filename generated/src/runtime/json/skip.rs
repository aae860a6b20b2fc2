//! Skipping a value that the model does not know, without recursion.

use super::Reader;
use super::path::Step;
use crate::runtime::DecodeError;

impl Reader<'_> {
    /// Reads a value of any kind and drops it. What is skipped must be good JSON all the same.
    ///
    /// # Errors
    /// There is no such value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        // The key of this member is not one of the model's, so errors must not show it.
        if let Some(Step::Member(_)) = self.path.last() {
            self.path.set(Step::Entry);
        }
        let outside = self.path.depth();
        loop {
            self.skip_scalar_or_open()?;
            while self.path.depth() > outside {
                let more = match self.path.last() {
                    Some(Step::Array | Step::Element(_)) => self.next_element()?,
                    _ => self.next_key(false)?.is_some(),
                };
                if more {
                    break;
                }
            }
            if self.path.depth() == outside {
                return Ok(());
            }
        }
    }

    fn skip_scalar_or_open(&mut self) -> Result<(), DecodeError> {
        match self.peek() {
            Some(b'{') => self.object().map(drop),
            Some(b'[') => self.array(),
            Some(b'"') => self.quoted().map(drop),
            Some(b't') => self.literal("true", "a value"),
            Some(b'f') => self.literal("false", "a value"),
            Some(b'n') => self.literal("null", "a value"),
            _ => self.number("a value").map(drop),
        }
    }
}
