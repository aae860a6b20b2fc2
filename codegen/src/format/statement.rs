//! Statements.

use super::assign;
use super::block;
use super::context::{Context, LET_ELSE_WIDTH};
use super::expression::{self, Position};
use super::shape::{Indent, Shape};
use super::text::{is_multiline, last_line_width};
use super::{attribute, item, macros, pattern, types};
use syn::{Block, Expr, Local, MacroDelimiter, Pat, Stmt};

/// The statement macro that stands for an empty line.
const BLANK_LINE: &str = "blank_line";

/// The statements of a block, each after a line break.
pub(super) fn lines(context: &Context, statements: &[Stmt], indent: Indent) -> String {
    let indent = indent.block_only().deeper();
    let newline = indent.newline();
    let mut result = String::new();
    let mut blank = false;
    for (index, statement) in statements.iter().enumerate() {
        if is_blank_line(statement) {
            blank = !result.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            result.push('\n');
        }
        result.push_str(&newline);
        let last = index + 1 == statements.len();
        let shape = || Shape::indented(indent, context);
        let layout = || match statement {
            Stmt::Item(item) => Some(item::text(context, item, indent)),
            _ => rewrite(context, statement, last, shape()),
        };
        let text = context.in_block(|| context.lay_out(layout));
        result.push_str(&text);
    }
    result
}

/// An expression as the only statement of a block.
pub(super) fn value_line(context: &Context, expr: &Expr, indent: Indent) -> String {
    let indent = indent.block_only().deeper();
    let layout = || value(context, expr, Shape::indented(indent, context));
    let text = context.in_block(|| context.lay_out(layout));
    format!("{}{text}", indent.newline())
}

fn is_blank_line(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Macro(e) if e.mac.path.is_ident(BLANK_LINE) && e.mac.tokens.is_empty())
}

fn rewrite(context: &Context, statement: &Stmt, last: bool, shape: Shape) -> Option<String> {
    match statement {
        Stmt::Local(local) => rewrite_local(context, local, shape),
        Stmt::Expr(expr, None) if last => value(context, expr, shape),
        Stmt::Expr(expr, semicolon) => {
            let is_loop = matches!(expr, Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_));
            let (suffix, shape) = if semicolon.is_some() && !is_loop {
                (";", shape.sub_width(1)?)
            } else {
                ("", shape)
            };
            let text = expression::rewrite_at(context, expr, Position::Statement, shape)?;
            Some(text + suffix)
        }
        Stmt::Macro(e) => {
            if !e.attrs.is_empty() {
                return context.refuse("an attribute on a macro");
            }
            let braces = matches!(e.mac.delimiter, MacroDelimiter::Brace(_));
            if e.semi_token.is_none() && !braces {
                return macros::rewrite(context, &e.mac, shape);
            }
            let suffix = if e.semi_token.is_some() { ";" } else { "" };
            macros::rewrite(context, &e.mac, shape.sub_width(1)?).map(|text| text + suffix)
        }
        Stmt::Item(_) => None,
    }
}

/// The value of a block. `return` and its like get a semicolon.
fn value(context: &Context, expr: &Expr, shape: Shape) -> Option<String> {
    if expression::wants_semicolon(expr) {
        let room = shape.sub_width(1)?;
        let text = expression::rewrite_at(context, expr, Position::Statement, room)?;
        return Some(text + ";");
    }
    expression::rewrite_at(context, expr, Position::Value, shape)
}

/// `let pattern: type = value else { … };`
fn rewrite_local(context: &Context, local: &Local, shape: Shape) -> Option<String> {
    let attributes = attribute::outer(context, &local.attrs, shape)?;
    let (pattern, ty) = match &local.pat {
        Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
        pattern => (pattern, None),
    };
    let pattern = pattern::rewrite(context, pattern, shape.offset_left(4)?.sub_width(1)?)?;
    let mut text = format!("let {pattern}");
    if let Some(ty) = ty {
        let shape = if is_multiline(&pattern) {
            shape.with_max_width(context)
        } else {
            shape
        };
        let room = shape
            .offset_left(last_line_width(&text) + 2)?
            .sub_width(2)?;
        text.push_str(": ");
        text.push_str(&types::rewrite(context, ty, room)?);
    }
    if let Some(init) = &local.init {
        let nested = shape.sub_width(1)?;
        text = assign::rewrite(context, text + " =", &init.expr, nested)?;
        if let Some((_, diverge)) = &init.diverge {
            let Expr::Block(diverge) = &**diverge else {
                return context.refuse("a `let … else` without a block");
            };
            push_else(
                context,
                &mut text,
                is_multiline(&pattern),
                &diverge.block,
                shape,
            )?;
        }
    }
    Some(attributes + &text + ";")
}

fn push_else(
    context: &Context,
    text: &mut String,
    multiline_pattern: bool,
    block: &Block,
    shape: Shape,
) -> Option<()> {
    let own_line = multiline_pattern || !takes_else(text, shape.sub_width(1)?);
    if own_line {
        text.push_str(&shape.indent.newline());
    } else {
        text.push(' ');
    }
    text.push_str("else ");
    let room = shape.width.min(LET_ELSE_WIDTH).saturating_sub(text.len());
    let one_line = !own_line && room > 0 && !is_multiline(text) && block.stmts.len() <= 1;
    let mut rewritten = block::rewrite_inner(context, "", block, one_line, shape)?;
    if one_line && !is_multiline(&rewritten) && rewritten.len() + 1 > room {
        rewritten = block::rewrite_inner(context, "", block, false, shape)?;
    }
    text.push_str(&rewritten);
    Some(())
}

/// Whether `else {` may follow on the last line of a `let`.
fn takes_else(text: &str, shape: Shape) -> bool {
    if !is_multiline(text) {
        return shape.width.saturating_sub(text.len()) >= " else {".len();
    }
    let last = super::text::last_line(text);
    let indent = shape.indent.width();
    text.ends_with([')', ']', '}']) && last.len() - last.trim_start().len() == indent
}
