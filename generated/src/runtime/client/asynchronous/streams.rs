//! Lists as streams.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Async;
use crate::runtime::call::CallOptions;
use crate::runtime::client::position::Position;
use crate::runtime::client::{CallResult, Items, Paginated, Paginator};
use crate::runtime::error::SdkError;

type Page<O> = Pin<Box<dyn Future<Output = CallResult<O>> + Send>>;

/// The pages of a list, each fetched when it is asked for. It ends after an error.
#[must_use = "nothing is fetched before the first page is asked for"]
pub struct PageStream<O: Paginated> {
    client: Async,
    position: Position<O>,
    fetching: Option<Page<O>>,
}

/// The items of a list. A page is fetched when an item of it is asked for. It ends after an error.
#[must_use = "nothing is fetched before the first item is asked for"]
pub struct ItemStream<O: Paginated> {
    pages: PageStream<O>,
    items: std::vec::IntoIter<O::Item>,
}

impl<O: Paginated> Paginator<Async, O> {
    /// The pages, as a stream. Nothing is sent before the first one is asked for.
    pub fn send(self) -> PageStream<O> {
        let (client, input, stop_on_duplicate_token) = self.into_parts();
        PageStream {
            client,
            position: Position::new(input, stop_on_duplicate_token),
            fetching: None,
        }
    }
}

impl<O: Paginated> Items<Async, O> {
    /// The items, as a stream. Nothing is sent before the first one is asked for.
    pub fn send(self) -> ItemStream<O> {
        ItemStream {
            pages: self.pages().send(),
            items: Vec::new().into_iter(),
        }
    }
}

impl<O> Stream for PageStream<O>
where
    O: Paginated + Send + Unpin + 'static,
    O::Output: Send,
{
    type Item = CallResult<O>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let fetching = match &mut this.fetching {
            Some(fetching) => fetching,
            None => {
                let Some(input) = this.position.next() else {
                    return Poll::Ready(None);
                };
                let options = CallOptions {
                    paginates: true,
                    ..CallOptions::default()
                };
                this.fetching
                    .insert(Box::pin(this.client.send_with(input, options)))
            }
        };
        let page = ready!(fetching.as_mut().poll(context));
        this.fetching = None;
        this.position.advance(&page);
        Poll::Ready(Some(page))
    }
}

impl<O> Stream for ItemStream<O>
where
    O: Paginated + Send + Unpin + 'static,
    O::Output: Send,
    O::Item: Unpin,
{
    type Item = Result<O::Item, SdkError<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => this.items = (O::PAGES.items)(page).into_iter(),
            }
        }
    }
}

/// What is done with a stream without a crate for streams.
macro_rules! stream_methods {
    ($stream:ident, $item:ty, $what:literal) => {
        impl<O> $stream<O>
        where
            O: Paginated + Send + Unpin + 'static,
            O::Output: Send,
            O::Item: Unpin,
        {
            #[doc = concat!("The next ", $what, ", or `None` after the last one.")]
            pub async fn next(&mut self) -> Option<Result<$item, SdkError<O::Error>>> {
                poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
            }

            #[doc = concat!("The next ", $what, ", or `None` after the last one.")]
            ///
            /// # Errors
            ///
            /// The page could not be fetched.
            pub async fn try_next(&mut self) -> Result<Option<$item>, SdkError<O::Error>> {
                self.next().await.transpose()
            }

            #[doc = concat!("Every ", $what, ".")]
            ///
            /// # Errors
            ///
            /// A page could not be fetched.
            pub async fn try_collect(mut self) -> Result<Vec<$item>, SdkError<O::Error>> {
                let mut all = Vec::new();
                while let Some(next) = self.try_next().await? {
                    all.push(next);
                }
                Ok(all)
            }

            #[doc = concat!("Every ", $what, ", into a collection: a `Result<Vec<_>, _>`, or a `Vec` of results.")]
            pub async fn collect<T>(mut self) -> T
            where
                T: FromIterator<Result<$item, SdkError<O::Error>>>,
            {
                let mut all = Vec::new();
                while let Some(next) = self.next().await {
                    all.push(next);
                }
                all.into_iter().collect()
            }
        }

        impl<O: Paginated> fmt::Debug for $stream<O> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($stream)).finish_non_exhaustive()
            }
        }
    };
}

stream_methods!(PageStream, O::Output, "page");
stream_methods!(ItemStream, O::Item, "item");
