//! What stands to the right of `=`: on the same line, or on the next one.

use super::context::Context;
use super::expression;
use super::shape::{Indent, Shape};
use super::text::{first_line_ends_with, fits, is_multiline, last_line_width, newlines, width};
use syn::Expr;

/// Where the right side may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tactic {
    Default,
    /// To the next line, without indentation, if it does not fit.
    NextLineWithoutIndent,
}

/// What lays out the right side.
pub(super) type Right<'a> = &'a dyn Fn(&Context, Shape) -> Option<String>;

/// `left`, which ends with `=`, and an expression.
pub(super) fn rewrite(
    context: &Context,
    left: String,
    right: &Expr,
    shape: Shape,
) -> Option<String> {
    rewrite_with(
        context,
        left,
        &|context, shape| expression::rewrite(context, right, shape),
        Tactic::Default,
        shape,
    )
}

/// `place operator value`
pub(super) fn assignment(
    context: &Context,
    place: &Expr,
    operator: &str,
    value: &Expr,
    shape: Shape,
) -> Option<String> {
    let place = expression::rewrite(context, place, shape.sub_width(operator.len() + 1)?)?;
    rewrite(context, format!("{place} {operator}"), value, shape)
}

/// `left` and what `right` makes of the room after it.
pub(super) fn rewrite_with(
    context: &Context,
    left: String,
    right: Right<'_>,
    tactic: Tactic,
    shape: Shape,
) -> Option<String> {
    let indent = if is_multiline(&left) {
        shape.indent.width()
    } else {
        0
    };
    let used = last_line_width(&left).saturating_sub(indent) + 1;
    let beside = shape.offset_left(used).unwrap_or(Shape {
        width: 0,
        offset: shape.offset + used,
        ..shape
    });
    let text = choose(context, right, beside, tactic)?;
    Some(left + &text)
}

fn choose(context: &Context, right: Right<'_>, shape: Shape, tactic: Tactic) -> Option<String> {
    let beside = right(context, shape);
    if let Some(text) = &beside {
        if text.is_empty() {
            return Some(String::new());
        }
        if !is_multiline(text) && width(text) <= shape.width {
            return Some(format!(" {text}"));
        }
    }
    let next = match tactic {
        Tactic::Default => Shape::indented(shape.indent.deeper(), context)
            .sub_width(shape.rhs_overhead(context))?,
        Tactic::NextLineWithoutIndent => shape
            .with_max_width(context)
            .sub_width(shape.indent.width())?,
    };
    let below = right(context, next);
    let newline = |indent: Indent| indent.deeper().newline();
    match (beside, below) {
        (Some(beside), Some(below)) => {
            if fits(&below, context.max_width(), next) && prefer_below(&beside, &below, tactic) {
                Some(format!("{}{below}", newline(shape.indent)))
            } else {
                Some(format!(" {beside}"))
            }
        }
        (None, Some(below)) => Some(format!("{}{below}", newline(shape.indent))),
        (Some(beside), None) => Some(format!(" {beside}")),
        (None, None) => None,
    }
}

/// Whether the layout on the next line looks better than the one beside.
pub(super) fn prefer_below(beside: &str, below: &str, tactic: Tactic) -> bool {
    let opens = |delimiter| {
        first_line_ends_with(beside, delimiter) && !first_line_ends_with(below, delimiter)
    };
    tactic == Tactic::NextLineWithoutIndent
        || !is_multiline(below)
        || newlines(beside) > newlines(below) + 1
        || opens('(')
        || opens('{')
        || opens('[')
}
