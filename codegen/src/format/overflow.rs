//! Lists in delimiters, whose last item may go on over several lines while the others share its first one.

use super::context::{CALL_WIDTH, Context, SHORT_ELEMENT_WIDTH};
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::overflow_item::{Item, many_closures};
use super::shape::{Shape, TAB};
use super::text::{
    extra_offset, first_line, first_line_width, is_multiline, last_line_width, newlines, width,
};
use super::{closure, control, expression};
use syn::Expr;

/// Delimiters, and the columns which the items may take on one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delimiters {
    pub(super) open: char,
    pub(super) close: char,
    pub(super) item_width: usize,
    pub(super) trailing: Trailing,
}

impl Delimiters {
    pub(super) fn call(trailing: Trailing) -> Self {
        Self {
            open: '(',
            close: ')',
            item_width: CALL_WIDTH,
            trailing,
        }
    }

    pub(super) fn angle(context: &Context) -> Self {
        Self {
            open: '<',
            close: '>',
            item_width: context.max_width(),
            trailing: Trailing::Vertical,
        }
    }
}

/// Lays out `head` and, in delimiters, `items`.
pub(super) fn rewrite(
    context: &Context,
    head: &str,
    items: &[Item<'_>],
    delimiters: Delimiters,
    shape: Shape,
) -> Option<String> {
    Overflow::new(context, head, items, delimiters, shape).text(shape)
}

struct Overflow<'a> {
    context: &'a Context,
    head: &'a str,
    items: &'a [Item<'a>],
    delimiters: Delimiters,
    one_line_shape: Shape,
    nested_shape: Shape,
    one_line_width: usize,
}

impl<'a> Overflow<'a> {
    fn new(
        context: &'a Context,
        head: &'a str,
        items: &'a [Item<'a>],
        mut delimiters: Delimiters,
        shape: Shape,
    ) -> Self {
        if context.is_widened() {
            delimiters.item_width = usize::MAX;
        }
        let one_line_shape = shape
            .offset_left(last_line_width(head) + 1)
            .and_then(|shape| shape.sub_width(1))
            .unwrap_or(Shape { width: 0, ..shape });
        let nested = shape.block().block_indent(TAB).with_max_width(context);
        Self {
            context,
            head,
            items,
            delimiters,
            one_line_shape,
            // One column for the comma.
            nested_shape: Shape {
                width: nested.width.saturating_sub(1),
                ..nested
            },
            one_line_width: shape.width.saturating_sub(extra_offset(head, shape) + 2),
        }
    }

    fn text(&self, shape: Shape) -> Option<String> {
        let mut texts: Vec<Option<String>> = self
            .items
            .iter()
            .map(|item| item.rewrite(self.context, self.nested_shape))
            .collect();
        let tactic = self.tactic(&mut texts);
        let texts = texts.into_iter().collect::<Option<Vec<_>>>()?;
        let list = List {
            items: &texts,
            tactic,
            trailing: self.delimiters.trailing,
            shape: self.nested_shape,
            ends_with_newline: matches!(tactic, Tactic::Vertical | Tactic::Mixed),
        };
        Some(self.wrap(&list.text(), shape, tactic == Tactic::Horizontal))
    }

    fn wrap(&self, items: &str, shape: Shape, horizontal: bool) -> String {
        let room = shape.width.saturating_sub(last_line_width(self.head));
        let needed = if items.is_empty() {
            2
        } else {
            first_line_width(items) + 1
        };
        let mut result = String::with_capacity(self.head.len() + items.len() + 12);
        result.push_str(self.head);
        result.push(self.delimiters.open);
        if horizontal && needed <= room {
            result.push_str(items);
        } else {
            if !items.is_empty() {
                result.push_str(&self.nested_shape.indent.newline());
                result.push_str(items);
            }
            result.push_str(&shape.block().indent.newline());
        }
        result.push(self.delimiters.close);
        result
    }

    /// Chooses the layout; the text of the last item becomes the one that goes with it.
    fn tactic(&self, texts: &mut [Option<String>]) -> Tactic {
        let Some(last) = self.items.last() else {
            return Tactic::Horizontal;
        };
        let end = texts.len() - 1;
        let combine = self.items.len() == 1 && last.is_expression() && self.head.len() < TAB;
        let overflows = combine || last.can_overflow(self.items.len());
        let placeholder = if overflows {
            let only = !combine && last.expression().is_some_and(expression::is_method_call);
            self.context.with_one_line_chain(only, || {
                self.last_shape(texts)
                    .and_then(|shape| self.last_with_overflow(last, shape))
            })
        } else {
            None
        };
        if let Some(text) = &placeholder {
            texts[end] = Some(first_line(text).to_owned());
        }
        let tactic = self.limited(texts);
        match (tactic, placeholder) {
            (Tactic::Horizontal, Some(text)) => {
                texts[end] = Some(text);
                // A nested call is restricted to what is left of the line; if it would break once, see whether it fits
                // on a line of its own.
                if end == 0 && texts[end].as_deref().map(newlines) == Some(1) {
                    let alone = last.rewrite(self.context, self.nested_shape);
                    if alone.as_deref().is_some_and(|text| !is_multiline(text)) {
                        texts[end] = alone;
                    }
                }
                Tactic::Horizontal
            }
            _ => {
                if overflows {
                    texts[end] = last.rewrite(self.context, self.nested_shape);
                }
                self.without_overflow(texts)
            }
        }
    }

    fn without_overflow(&self, texts: &[Option<String>]) -> Tactic {
        if let [Some(text)] = texts
            && self.one_line_width != 0
            && !is_multiline(text)
            && width(text) <= self.one_line_width
        {
            return Tactic::Horizontal;
        }
        let tactic = self.limited(texts);
        if tactic != Tactic::Vertical {
            return tactic;
        }
        let fits = |texts: &[Option<String>]| {
            let texts: Option<Vec<String>> = texts.iter().cloned().collect();
            texts.is_some_and(|texts| {
                horizontal_or(Tactic::Vertical, &texts, 2, self.nested_shape.width)
                    == Tactic::Horizontal
            })
        };
        if let Some(before) = self.items[0].arguments_before_format(self.head) {
            let simple = self.items.len() > before
                && self.items[..before].iter().all(Item::is_simple)
                && self.items[before + 1..].iter().all(Item::is_simple);
            if simple && fits(&texts[..before]) && fits(&texts[before + 1..]) {
                return Tactic::Format(before);
            }
        } else if self.items.iter().all(Item::is_simple)
            && texts
                .iter()
                .all(|text| text.as_deref().map_or(0, str::len) <= SHORT_ELEMENT_WIDTH)
        {
            return Tactic::Mixed;
        }
        Tactic::Vertical
    }

    fn limited(&self, texts: &[Option<String>]) -> Tactic {
        let limit = self.one_line_width.min(self.delimiters.item_width);
        let mut total = 2 * texts.len().saturating_sub(1);
        for text in texts.iter().flatten() {
            if is_multiline(text) {
                return Tactic::Vertical;
            }
            total += width(text);
        }
        if total <= limit {
            Tactic::Horizontal
        } else {
            Tactic::Vertical
        }
    }

    /// The room which the last item has beside the others.
    fn last_shape(&self, texts: &[Option<String>]) -> Option<Shape> {
        if self.items.len() == 1 && !self.items[0].is_nested_call() {
            return Some(self.one_line_shape);
        }
        let mut offset = 0;
        for text in &texts[..texts.len() - 1] {
            offset += 2 + text.as_deref().map_or(0, str::len);
        }
        Shape {
            width: self.delimiters.item_width.min(self.one_line_shape.width),
            ..self.one_line_shape
        }
        .offset_left(offset)
    }

    fn last_with_overflow(&self, last: &Item<'_>, shape: Shape) -> Option<String> {
        let Item::Expression(expr) = last else {
            return last.rewrite(self.context, shape);
        };
        match expr {
            Expr::Closure(closure) if many_closures(self.items) => {
                let _ = closure;
                None
            }
            Expr::Closure(closure) => self.context.closure(closure, true, shape, || {
                closure::rewrite_last(self.context, expr, closure, shape)
            }),
            Expr::If(_) | Expr::ForLoop(_) | Expr::Loop(_) | Expr::While(_) | Expr::Match(_) => {
                let condition = control::condition(self.context, expr, shape);
                if condition.is_some_and(|text| is_multiline(&text)) {
                    None
                } else {
                    expression::rewrite(self.context, expr, shape)
                }
            }
            _ => expression::rewrite(self.context, expr, shape),
        }
    }
}
