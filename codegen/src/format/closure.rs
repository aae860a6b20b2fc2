//! Closures, whose bodies gain and lose blocks.

use super::block;
use super::context::Context;
use super::control;
use super::expression;
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::pattern;
use super::shape::Shape;
use super::text::{is_multiline, last_line_width};
use super::types;
use syn::{Block, Expr, ExprClosure, ReturnType, Stmt};

pub(super) fn rewrite(context: &Context, closure: &ExprClosure, shape: Shape) -> Option<String> {
    let (head, offset) = head(context, closure, shape)?;
    let body_shape = shape.offset_left(offset)?;
    let Expr::Block(body) = &*closure.body else {
        return beside(context, &closure.body, &head, body_shape)
            .or_else(|| in_block(context, &closure.body, &head, body_shape));
    };
    if body.block.stmts.is_empty() {
        let text = expression::rewrite(context, &closure.body, shape)?;
        return Some(format!("{head} {text}"));
    }
    let without = if matches!(closure.output, ReturnType::Default) && !context.in_macro() {
        let inner = innermost(&closure.body, &head);
        if is_block_forced(context, inner) {
            in_block(context, inner, &head, shape)
        } else {
            beside(context, inner, &head, body_shape)
        }
    } else {
        None
    };
    without.or_else(|| {
        let text = block::rewrite_block(context, "", &body.block, body_shape)?;
        Some(format!("{head} {text}"))
    })
}

/// A closure as the last argument of a call.
pub(super) fn rewrite_last(
    context: &Context,
    expr: &Expr,
    closure: &ExprClosure,
    shape: Shape,
) -> Option<String> {
    let body = match &*closure.body {
        Expr::Block(e) if !context.in_macro() && e.label.is_none() => {
            match single_value(&e.block) {
                Some(value) => value,
                None => &closure.body,
            }
        }
        body => body,
    };
    let (head, offset) = head(context, closure, shape)?;
    if is_multiline(&head) {
        return None;
    }
    let body_shape = shape.offset_left(offset)?;
    if is_block_forced(context, body) {
        let text = in_block(context, body, &head, body_shape)?;
        if matches!(closure.output, ReturnType::Default)
            && text.lines().count() <= 7
            && let Some(short) = beside(context, body, &head, shape)
            && !is_multiline(&short)
        {
            return Some(short);
        }
        return Some(text);
    }
    let long_condition = control::condition(context, body, body_shape)
        .is_some_and(|text| is_multiline(&text) || text.len() > body_shape.width);
    if long_condition {
        return in_block(context, body, &head, body_shape);
    }
    expression::rewrite(context, expr, shape)
}

fn single_value(block: &Block) -> Option<&Expr> {
    match block::simple_value(block)? {
        Stmt::Expr(expr, _) => Some(expr),
        _ => None,
    }
}

/// The expression inside blocks that are not needed.
fn innermost<'a>(expr: &'a Expr, head: &str) -> &'a Expr {
    if let Expr::Block(e) = expr
        && e.label.is_none()
        && !is_multiline(head)
        && let Some(value) = single_value(&e.block)
        && super::attribute::of_expression(value).is_empty()
    {
        return innermost(value, head);
    }
    expr
}

/// The closure with its body in a block of its own.
fn in_block(context: &Context, body: &Expr, head: &str, shape: Shape) -> Option<String> {
    let vetoed = matches!(
        body,
        Expr::Call(_)
            | Expr::Binary(_)
            | Expr::Cast(_)
            | Expr::Assign(_)
            | Expr::Field(_)
            | Expr::Index(_)
            | Expr::Range(_)
            | Expr::Try(_)
    );
    if vetoed && begins_with_block(body) {
        return None;
    }
    Some(format!("{head} {}", block::around(context, body, shape)))
}

/// Whether the leftmost part of an expression is a statement by itself.
fn begins_with_block(expr: &Expr) -> bool {
    match expr {
        Expr::Call(e) => begins_with_block(&e.func),
        Expr::Binary(e) => begins_with_block(&e.left),
        Expr::Cast(e) => begins_with_block(&e.expr),
        Expr::Assign(e) => begins_with_block(&e.left),
        Expr::Field(e) => begins_with_block(&e.base),
        Expr::Index(e) => begins_with_block(&e.expr),
        Expr::Range(e) => e.start.as_deref().is_some_and(begins_with_block),
        Expr::Try(e) => begins_with_block(&e.expr),
        Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::While(_) | Expr::Loop(_) => true,
        Expr::ForLoop(_) | Expr::Unsafe(_) => true,
        _ => false,
    }
}

/// The closure with its body beside it, over several lines only if the body is like a block.
fn beside(context: &Context, body: &Expr, head: &str, shape: Shape) -> Option<String> {
    let text = expression::rewrite(context, body, shape)?;
    if is_multiline(&text) && !may_be_multiline(body) && !context.in_macro() {
        return None;
    }
    Some(format!("{head} {text}"))
}

fn may_be_multiline(expr: &Expr) -> bool {
    match expr {
        Expr::Match(_) | Expr::Async(_) | Expr::Block(_) | Expr::Unsafe(_) => true,
        Expr::Loop(_) | Expr::Struct(_) => true,
        Expr::Reference(e) => may_be_multiline(&e.expr),
        Expr::Try(e) => may_be_multiline(&e.expr),
        Expr::Unary(e) => may_be_multiline(&e.expr),
        Expr::Cast(e) => may_be_multiline(&e.expr),
        _ => false,
    }
}

fn is_block_forced(context: &Context, expr: &Expr) -> bool {
    fn forced(expr: &Expr) -> bool {
        match expr {
            Expr::If(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Loop(_) => true,
            Expr::Reference(e) => forced(&e.expr),
            Expr::Try(e) => forced(&e.expr),
            Expr::Unary(e) => forced(&e.expr),
            Expr::Cast(e) => forced(&e.expr),
            _ => false,
        }
    }
    !context.in_macro() && forced(expr)
}

/// Everything before the body, and the columns up to the body.
fn head(context: &Context, closure: &ExprClosure, shape: Shape) -> Option<(String, usize)> {
    if closure.lifetimes.is_some() || closure.constness.is_some() {
        return context.refuse("a closure with lifetimes or `const`");
    }
    let asynchronous = if closure.asyncness.is_some() {
        "async "
    } else {
        ""
    };
    let capture = if closure.capture.is_some() {
        "move "
    } else {
        ""
    };
    let nested = shape
        .shrink_left(asynchronous.len() + capture.len())?
        .sub_width(4)?;
    let room = nested.offset_left(1)?.visual_indent(0);
    let output = types::return_type(context, &closure.output, room)?;
    let texts: Option<Vec<String>> = closure
        .inputs
        .iter()
        .map(|input| pattern::rewrite(context, input, room))
        .collect();
    let texts = texts?;
    let budget = nested.width.saturating_sub(output.len() + 1);
    let tactic = horizontal_or(Tactic::Vertical, &texts, 2, budget);
    let room = match tactic {
        Tactic::Horizontal => room.sub_width(output.len() + 1)?,
        _ => room,
    };
    let list = List {
        items: &texts,
        tactic,
        trailing: Trailing::Never,
        shape: room,
        ends_with_newline: true,
    };
    let mut head = format!("{asynchronous}{capture}|{}|", list.text());
    if !output.is_empty() {
        if is_multiline(&head) {
            head.push_str(&nested.indent.aligned(1).newline());
        } else {
            head.push(' ');
        }
        head.push_str(&output);
    }
    let offset = last_line_width(&head) + 1;
    Some((head, offset))
}
