//! What holds for a whole page while it is laid out.

use super::shape::Shape;
use super::text;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use syn::ExprClosure;

/// Columns of a line.
pub(super) const MAX_WIDTH: usize = 100;
/// Columns of a line where there is no other layout.
const LONG: usize = 1 << 20;
/// Columns of the arguments of a call on one line.
pub(super) const CALL_WIDTH: usize = 60;
/// Columns of a chain on one line.
pub(super) const CHAIN_WIDTH: usize = 60;
/// Columns of the elements of an array on one line.
pub(super) const ARRAY_WIDTH: usize = 60;
/// Columns of the arguments of an attribute on one line.
pub(super) const ATTRIBUTE_WIDTH: usize = 70;
/// Columns of the fields of a struct literal on one line.
pub(super) const STRUCT_LITERAL_WIDTH: usize = 18;
/// Columns of the fields of an enum variant on one line.
pub(super) const VARIANT_WIDTH: usize = 35;
/// Columns of an `if … else …` on one line.
pub(super) const IF_ELSE_WIDTH: usize = 50;
/// Columns of a `let … else …` on one line.
pub(super) const LET_ELSE_WIDTH: usize = 50;
/// Columns of an array element which may share a line with others.
pub(super) const SHORT_ELEMENT_WIDTH: usize = 10;

/// Settings which rules pass down to what they contain, and the first construct that has no rule.
#[derive(Debug)]
pub(super) struct Context {
    max_width: Cell<usize>,
    in_macro: Cell<bool>,
    one_line_chain: Cell<bool>,
    unsupported: Cell<bool>,
    closures: RefCell<Laid>,
}

/// Layouts by what they depend on: a node of the tree by its place, how it is laid out, the room and the settings.
type Laid = BTreeMap<(*const ExprClosure, bool, [usize; 5], [bool; 2]), Option<String>>;

impl Context {
    pub(super) fn new() -> Self {
        Self {
            max_width: Cell::new(MAX_WIDTH),
            in_macro: Cell::new(false),
            one_line_chain: Cell::new(false),
            unsupported: Cell::new(false),
            closures: RefCell::default(),
        }
    }

    pub(super) fn max_width(&self) -> usize {
        self.max_width.get()
    }

    /// Whether lines may be longer than usual, because there is no other layout.
    pub(super) fn is_widened(&self) -> bool {
        self.max_width() > MAX_WIDTH
    }

    /// Columns left of a line of which `used` are taken.
    pub(super) fn budget(&self, used: usize) -> usize {
        self.max_width().saturating_sub(used)
    }

    /// Whether the arguments of a macro are being laid out, where no token may be added.
    pub(super) fn in_macro(&self) -> bool {
        self.in_macro.get()
    }

    /// Lays out what stands inside a macro (or, with `false`, in one whose arguments are as good as code).
    pub(super) fn with_macro<T>(&self, inside: bool, work: impl FnOnce() -> T) -> T {
        let before = self.in_macro.replace(inside);
        let result = work();
        self.in_macro.set(before);
        result
    }

    /// Lays out a closure, once for each room. Every layout of a call tries several of its last argument, so the time
    /// for closures in closures would otherwise grow exponentially.
    pub(super) fn closure(
        &self,
        closure: &ExprClosure,
        is_last: bool,
        shape: Shape,
        work: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        let Shape {
            width,
            indent,
            offset,
        } = shape;
        let room = [width, indent.block, indent.align, offset, self.max_width()];
        let settings = [self.in_macro(), self.one_line_chain()];
        let key = (std::ptr::from_ref(closure), is_last, room, settings);
        if let Some(laid) = self.closures.borrow().get(&key) {
            return laid.clone();
        }
        let laid = work();
        self.closures.borrow_mut().insert(key, laid.clone());
        laid
    }

    /// Lays out nodes that are not of the page's tree and do not last: their places are forgotten with them.
    pub(super) fn apart<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = self.closures.take();
        let result = work();
        self.closures.replace(before);
        result
    }

    /// Whether a chain must stay on one line or fail.
    pub(super) fn one_line_chain(&self) -> bool {
        self.one_line_chain.get()
    }

    pub(super) fn with_one_line_chain<T>(&self, only: bool, work: impl FnOnce() -> T) -> T {
        let before = self
            .one_line_chain
            .replace(only || self.one_line_chain.get());
        let result = work();
        self.one_line_chain.set(before);
        result
    }

    /// Lays out the statements of a block, on which the surroundings of the block have no influence.
    pub(super) fn in_block<T>(&self, work: impl FnOnce() -> T) -> T {
        let only = self.one_line_chain.replace(false);
        let result = self.with_macro(false, work);
        self.one_line_chain.set(only);
        result
    }

    /// Records that a construct is outside the vocabulary. Callers name it for those who read the code.
    pub(super) fn refuse<T>(&self, _construct: &'static str) -> Option<T> {
        self.unsupported.set(true);
        None
    }

    /// Whether a construct was outside the vocabulary.
    pub(super) fn refused(&self) -> bool {
        self.unsupported.get()
    }

    /// `text` if it fits into `shape`.
    pub(super) fn fitting(&self, text: String, shape: Shape) -> Option<String> {
        text::fits(&text, self.max_width(), shape).then_some(text)
    }

    /// Lays something out, on lines as long as they become if there is no way to keep to the usual ones.
    ///
    /// Where a part has no room, rustfmt leaves the whole statement or item as it finds it, unless it can make do with
    /// the old text of a part of it. Long lines keep it from that.
    pub(super) fn lay_out(&self, attempt: impl Fn() -> Option<String>) -> String {
        if let Some(text) = attempt() {
            return text;
        }
        self.on_long_lines(attempt)
    }

    /// Lays something out with line breaks only where they cannot be avoided.
    pub(super) fn on_long_lines(&self, attempt: impl Fn() -> Option<String>) -> String {
        let usual = self.max_width.replace(LONG);
        let result = attempt();
        self.max_width.set(usual);
        result.unwrap_or_else(|| {
            self.refuse::<String>("a construct without a layout")
                .unwrap_or_default()
        })
    }
}
