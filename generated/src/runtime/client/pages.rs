//! Lists that come in pages.
//!
//! ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait))

use crate::runtime::Operation;

/// An operation that gives a list page by page.
pub trait Paginated: Operation + Clone {
    /// An item of the list.
    type Item;

    /// Where tokens, page size and items stand.
    const PAGES: Pages<Self>;
}

/// Where the parts of a paginated operation stand.
#[derive(Debug)]
pub struct Pages<O: Paginated> {
    /// The member of the input that says which page is asked for.
    pub token: fn(&mut O) -> &mut Option<String>,
    /// Sets how many items a page may have; does nothing if the operation cannot be told.
    pub page_size: fn(&mut O, i32),
    /// What the output says the next page is. An empty text is as good as none.
    pub next_token: fn(&O::Output) -> Option<&str>,
    /// The items of a page.
    pub items: fn(O::Output) -> Vec<O::Item>,
}

/// A list that is about to be fetched.
#[derive(Clone, Debug)]
#[must_use = "nothing is fetched before `send`, and nothing is sent before the first page or item is asked for"]
pub struct Paginator<C, O> {
    client: C,
    input: O,
    stop_on_duplicate_token: bool,
}

impl<C, O> Paginator<C, O> {
    /// A list that begins with the page that the input asks for.
    pub fn new(client: C, input: O) -> Self {
        Self {
            client,
            input,
            stop_on_duplicate_token: true,
        }
    }

    /// Sets whether to stop when the service gives the token again that it was asked with, instead of asking for the
    /// same page for ever. It does unless told otherwise.
    pub fn stop_on_duplicate_token(mut self, stop: bool) -> Self {
        self.stop_on_duplicate_token = stop;
        self
    }

    /// The client, what it asks for first, and whether it stops on a duplicate token.
    pub fn into_parts(self) -> (C, O, bool) {
        (self.client, self.input, self.stop_on_duplicate_token)
    }

    /// Fetches item after item instead of page after page.
    pub fn items(self) -> Items<C, O> {
        Items { pages: self }
    }
}

impl<C, O: Paginated> Paginator<C, O> {
    /// Sets how many items a page may have. It takes the place of what the input says.
    pub fn page_size(mut self, size: i32) -> Self {
        (O::PAGES.page_size)(&mut self.input, size);
        self
    }
}

/// The items of a list that is about to be fetched.
#[derive(Clone, Debug)]
#[must_use = "nothing is fetched before `send`, and nothing is sent before the first item is asked for"]
pub struct Items<C, O> {
    pages: Paginator<C, O>,
}

impl<C, O> Items<C, O> {
    /// The pages that hold the items.
    pub fn pages(self) -> Paginator<C, O> {
        self.pages
    }
}
