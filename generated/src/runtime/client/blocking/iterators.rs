//! Lists as iterators.

use std::fmt;
use std::iter::FusedIterator;

use super::Blocking;
use crate::runtime::call::CallOptions;
use crate::runtime::client::position::Position;
use crate::runtime::client::{CallResult, Items, Paginated, Paginator};
use crate::runtime::error::SdkError;

/// The pages of a list, each fetched when it is asked for. It ends after an error.
#[must_use = "nothing is fetched before the first page is asked for"]
pub struct PageIter<O: Paginated> {
    client: Blocking,
    position: Position<O>,
}

/// The items of a list. A page is fetched when an item of it is asked for. It ends after an error.
#[must_use = "nothing is fetched before the first item is asked for"]
pub struct ItemIter<O: Paginated> {
    pages: PageIter<O>,
    items: std::vec::IntoIter<O::Item>,
}

impl<O: Paginated> Paginator<Blocking, O> {
    /// The pages, as an iterator. Nothing is sent before the first one is asked for.
    pub fn send(self) -> PageIter<O> {
        let (client, input, stop_on_duplicate_token) = self.into_parts();
        PageIter {
            client,
            position: Position::new(input, stop_on_duplicate_token),
        }
    }
}

impl<O: Paginated> Items<Blocking, O> {
    /// The items, as an iterator. Nothing is sent before the first one is asked for.
    pub fn send(self) -> ItemIter<O> {
        ItemIter {
            pages: self.pages().send(),
            items: Vec::new().into_iter(),
        }
    }
}

impl<O> Iterator for PageIter<O>
where
    O: Paginated + 'static,
    O::Output: Send,
{
    type Item = CallResult<O>;

    fn next(&mut self) -> Option<Self::Item> {
        let input = self.position.next()?;
        let options = CallOptions {
            paginates: true,
            ..CallOptions::default()
        };
        let page = self.client.send_with(input, options);
        self.position.advance(&page);
        Some(page)
    }
}

impl<O> Iterator for ItemIter<O>
where
    O: Paginated + 'static,
    O::Output: Send,
{
    type Item = Result<O::Item, SdkError<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.items = (O::PAGES.items)(page).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// What the async client's lists can do as well.
macro_rules! iterator_methods {
    ($iterator:ident, $item:ty, $what:literal) => {
        impl<O> $iterator<O>
        where
            O: Paginated + 'static,
            O::Output: Send,
        {
            #[doc = concat!("The next ", $what, ", or `None` after the last one.")]
            ///
            /// # Errors
            ///
            /// The page could not be fetched.
            pub fn try_next(&mut self) -> Result<Option<$item>, SdkError<O::Error>> {
                self.next().transpose()
            }

            #[doc = concat!("Every ", $what, ".")]
            ///
            /// # Errors
            ///
            /// A page could not be fetched.
            pub fn try_collect(self) -> Result<Vec<$item>, SdkError<O::Error>> {
                self.collect()
            }
        }

        impl<O> FusedIterator for $iterator<O>
        where
            O: Paginated + 'static,
            O::Output: Send,
        {
        }

        impl<O: Paginated> fmt::Debug for $iterator<O> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($iterator))
                    .finish_non_exhaustive()
            }
        }
    };
}

iterator_methods!(PageIter, O::Output, "page");
iterator_methods!(ItemIter, O::Item, "item");
