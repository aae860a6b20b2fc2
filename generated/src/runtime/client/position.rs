//! How far a list was fetched.

use std::fmt;

use super::{CallResult, Paginated};

/// How far a list was fetched.
pub(super) struct Position<O> {
    /// What to ask for next; `None` after the last page.
    next: Option<O>,
    stop_on_duplicate_token: bool,
}

impl<O> fmt::Debug for Position<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Position")
            .field("is_at_end", &self.next.is_none())
            .finish_non_exhaustive()
    }
}

impl<O: Paginated> Position<O> {
    pub(super) fn new(input: O, stop_on_duplicate_token: bool) -> Self {
        Self {
            next: Some(input),
            stop_on_duplicate_token,
        }
    }

    /// What to ask for next.
    pub(super) fn next(&self) -> Option<O> {
        self.next.clone()
    }

    /// Goes on to the page after this one. There is none after an error.
    pub(super) fn advance(&mut self, page: &CallResult<O>) {
        let token = match page {
            Ok(output) => (O::PAGES.next_token)(output).filter(|token| !token.is_empty()),
            Err(_) => None,
        };
        let Some(mut input) = self.next.take() else {
            return;
        };
        let asked_with = (O::PAGES.token)(&mut input);
        if let Some(token) = token
            && !(self.stop_on_duplicate_token && asked_with.as_deref() == Some(token))
        {
            *asked_with = Some(token.to_owned());
            self.next = Some(input);
        }
    }
}
