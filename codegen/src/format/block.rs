//! Blocks.

use super::context::Context;
use super::expression;
use super::shape::Shape;
use super::statement;
use super::text::{is_multiline, last_line_width};
use syn::{Block, Expr, MacroDelimiter, Stmt};

/// The expression of a block that consists of nothing else.
pub(super) fn simple_value(block: &Block) -> Option<&Stmt> {
    match &block.stmts[..] {
        [statement] if is_value(statement) => Some(statement),
        _ => None,
    }
}

/// Whether a statement is an expression without a semicolon (and will not get one).
pub(super) fn is_value(statement: &Stmt) -> bool {
    match statement {
        Stmt::Expr(expr, None) => !expression::wants_semicolon(expr),
        Stmt::Macro(e) => {
            e.semi_token.is_none() && !matches!(e.mac.delimiter, MacroDelimiter::Brace(_))
        }
        _ => false,
    }
}

/// A block as a value: on one line if it has one short expression and is `unsafe` or in a place that allows it.
pub(super) fn rewrite_block(
    context: &Context,
    prefix: &str,
    block: &Block,
    shape: Shape,
) -> Option<String> {
    rewrite_inner(context, prefix, block, true, shape)
}

/// The block of a `let … else`.
pub(super) fn rewrite_inner(
    context: &Context,
    prefix: &str,
    block: &Block,
    one_line: bool,
    shape: Shape,
) -> Option<String> {
    let text = on_lines(context, prefix, block, shape);
    if one_line
        && text.lines().count() <= 3
        && let Some(text) = on_one_line(context, prefix, block, shape)
    {
        return Some(text);
    }
    Some(text)
}

/// `async { … }`
pub(super) fn rewrite_prefixed(
    context: &Context,
    prefix: &str,
    block: &Block,
    shape: Shape,
) -> Option<String> {
    on_one_line(context, prefix, block, shape).or_else(|| {
        let budget = shape.width.saturating_sub("async ".len());
        let text = rewrite_block(context, "", block, Shape::legacy(budget, shape.indent))?;
        Some(format!("{prefix}{text}"))
    })
}

/// A block as a statement, which is never on one line unless it is empty.
pub(super) fn rewrite_statement_block(
    context: &Context,
    block: &Block,
    shape: Shape,
) -> Option<String> {
    Some(on_lines(context, "", block, shape))
}

fn on_one_line(context: &Context, prefix: &str, block: &Block, shape: Shape) -> Option<String> {
    let value = simple_value(block)?;
    let room = shape.offset_left(last_line_width(prefix))?;
    let text = format!("{prefix}{{ {} }}", value_text(context, value, room)?);
    (text.len() <= shape.width && !is_multiline(&text)).then_some(text)
}

/// The text of a statement for which [`is_value`] holds.
pub(super) fn value_text(context: &Context, statement: &Stmt, shape: Shape) -> Option<String> {
    match statement {
        Stmt::Expr(expr, _) => expression::rewrite(context, expr, shape),
        Stmt::Macro(e) => super::macros::rewrite(context, &e.mac, shape),
        _ => None,
    }
}

/// A block over several lines; the columns of `shape` count only if it is empty.
pub(super) fn on_lines(context: &Context, prefix: &str, block: &Block, shape: Shape) -> String {
    if block.stmts.is_empty() && shape.width >= 2 {
        return format!("{prefix}{{}}");
    }
    let mut text = format!("{prefix}{{");
    text.push_str(&statement::lines(context, &block.stmts, shape.indent));
    text.push_str(&shape.indent.block_only().newline());
    text.push('}');
    text
}

/// A block around an expression, which stands on lines of its own.
pub(super) fn around(context: &Context, expr: &Expr, shape: Shape) -> String {
    let inner = statement::value_line(context, expr, shape.indent);
    format!("{{{inner}{}}}", shape.indent.block_only().newline())
}
