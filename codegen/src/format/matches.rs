//! `match` and its arms.

use super::assign::{Tactic, prefer_below};
use super::attribute;
use super::block;
use super::context::Context;
use super::control;
use super::expression::{self, Position};
use super::pattern;
use super::shape::{Indent, Shape, TAB};
use super::text::{
    extra_offset, first_line_width, is_multiline, last_line_extendable, trimmed_last_line_width,
    width,
};
use syn::{Arm, Expr, ExprMatch, Pat, Stmt};

pub(super) fn rewrite(context: &Context, e: &ExprMatch, shape: Shape) -> Option<String> {
    let room = Shape {
        width: context.budget(shape.used_width()),
        ..shape
    }
    .offset_left("match ".len())?;
    let value = expression::rewrite(context, &e.expr, room)?;
    if e.arms.is_empty() {
        return Some(format!("match {value} {{}}"));
    }
    let newline = shape.indent.newline();
    let crowded = is_multiline(&value) || value.len() + 2 > room.width;
    let separator = if crowded && !last_line_extendable(&value) {
        newline.as_str()
    } else {
        " "
    };
    let mut text = format!("match {value}{separator}{{");
    let arm_shape = shape.block_indent(TAB).with_max_width(context);
    for arm in &e.arms {
        text.push_str(&arm_shape.indent.newline());
        text.push_str(&rewrite_arm(context, arm, arm_shape)?);
    }
    text.push_str(&newline);
    text.push('}');
    Some(text)
}

fn rewrite_arm(context: &Context, arm: &Arm, shape: Shape) -> Option<String> {
    let attributes = attribute::outer(context, &arm.attrs, shape)?;
    let overhead = if matches!(*arm.body, Expr::Unsafe(_)) {
        12
    } else {
        5
    };
    let (pattern, guard) = match &arm.pat {
        Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
        pattern => (pattern, None),
    };
    let pattern = pattern::rewrite(context, pattern, shape.sub_width(overhead)?)?;
    let guard = match guard {
        Some(guard) => guard_text(context, guard, &pattern, shape)?,
        None => String::new(),
    };
    let left = format!("{attributes}{pattern}{guard}");
    Body::new(context, &arm.body, left, is_multiline(&guard), shape).rewrite()
}

fn guard_text(context: &Context, guard: &Expr, pattern: &str, shape: Shape) -> Option<String> {
    let used = trimmed_last_line_width(pattern);
    if !is_multiline(pattern) || used <= TAB {
        let room = shape
            .offset_left(used + 4)
            .and_then(|shape| shape.sub_width(5));
        if let Some(text) = room.and_then(|shape| expression::rewrite(context, guard, shape))
            && (!is_multiline(&text) || used <= TAB)
        {
            return Some(format!(" if {text}"));
        }
    }
    let room = Shape::indented(shape.indent.deeper(), context)
        .offset_left(3)?
        .sub_width(5)?;
    let text = expression::rewrite(context, guard, room)?;
    Some(format!("{}if {text}", room.indent.newline()))
}

/// The body of an arm.
struct Body<'a> {
    context: &'a Context,
    expr: &'a Expr,
    /// Whether the body may begin beside the arrow and end on another line.
    extends: bool,
    left: String,
    shape: Shape,
    below_only: bool,
}

impl<'a> Body<'a> {
    fn new(
        context: &'a Context,
        body: &'a Expr,
        left: String,
        multiline_guard: bool,
        shape: Shape,
    ) -> Self {
        let room = shape.offset_left(extra_offset(&left, shape) + 4);
        let (extends, expr) = flatten(context, body, room);
        let below_only = multiline_guard && is_multiline(&left) && !is_empty_block(expr);
        Self {
            context,
            expr,
            extends,
            left,
            shape,
            below_only,
        }
    }

    fn comma(&self) -> &'static str {
        if matches!(self.expr, Expr::Block(_)) {
            ""
        } else {
            ","
        }
    }

    fn is_block(&self) -> bool {
        matches!(self.expr, Expr::Block(_) | Expr::Unsafe(_))
    }

    fn beside(&self, body: &str) -> String {
        format!("{} => {body}{}", self.left, self.comma())
    }

    fn below_indent(&self) -> Indent {
        if self.is_block() && !is_empty_block(self.expr) {
            self.shape.indent
        } else {
            self.shape.indent.deeper()
        }
    }

    fn below(&self, body: &str) -> String {
        let nested = self.below_indent().newline();
        if self.is_block() {
            return format!("{} =>{nested}{body}{}", self.left, self.comma());
        }
        let newline = self.shape.indent.newline();
        if self.context.in_macro() {
            return format!("{} =>{nested}{body},", self.left);
        }
        let semicolon = if expression::wants_semicolon(self.expr) {
            ";"
        } else {
            ""
        };
        let separator = if self.below_only {
            newline.as_str()
        } else {
            " "
        };
        format!(
            "{} =>{separator}{{{nested}{body}{semicolon}{newline}}}",
            self.left
        )
    }

    fn text(&self, shape: Shape) -> Option<String> {
        let text = expression::rewrite_at(self.context, self.expr, Position::Statement, shape)?;
        let is_empty = text.starts_with('{') && shape.width >= 2 && text[1..].trim_start() == "}";
        Some(if is_empty { "{}".to_owned() } else { text })
    }

    fn rewrite(&self) -> Option<String> {
        let room = self
            .shape
            .offset_left(extra_offset(&self.left, self.shape) + 4)
            .and_then(|shape| shape.sub_width(self.comma().len()));
        let beside = match room {
            Some(room) if !self.below_only => self.text(room),
            _ => None,
        };
        let budget = room.map_or(0, |room| room.width);
        if let Some(text) = &beside
            && (self.is_block() || (!is_multiline(text) && width(text) <= budget))
        {
            return Some(self.beside(text));
        }
        let below = self.text(Shape::indented(self.below_indent(), self.context));
        match (beside, below) {
            (Some(beside), Some(below)) if prefer_below(&beside, &below, Tactic::Default) => {
                Some(self.below(&below))
            }
            (Some(beside), _) if self.extends && first_line_width(&beside) <= budget => {
                Some(self.beside(&beside))
            }
            (Some(beside), Some(below)) if is_multiline(&beside) => Some(self.below(&below)),
            (None, Some(below)) => Some(self.below(&below)),
            (Some(beside), _) => Some(self.beside(&beside)),
            (None, None) => None,
        }
    }
}

fn is_empty_block(expr: &Expr) -> bool {
    match expr {
        Expr::Block(e) => e.block.stmts.is_empty(),
        Expr::Unsafe(e) => e.block.stmts.is_empty(),
        _ => false,
    }
}

/// The body without blocks that are not needed, and whether it may begin beside the arrow and end on another line.
fn flatten<'a>(context: &Context, body: &'a Expr, room: Option<Shape>) -> (bool, &'a Expr) {
    let value = match body {
        Expr::Block(e) if e.label.is_none() && !context.in_macro() => block::simple_value(&e.block),
        _ => None,
    };
    match value {
        Some(Stmt::Expr(Expr::Macro(_), _)) | Some(Stmt::Macro(_)) | None => {
            (may_extend(body), body)
        }
        Some(Stmt::Expr(inner, _)) => match inner {
            Expr::Block(_) => flatten(context, inner, None),
            Expr::Unsafe(_) => (may_extend(inner), inner),
            _ => {
                let condition = room.and_then(|shape| control::condition(context, inner, shape));
                if condition.is_some_and(|text| is_multiline(&text)) {
                    (false, body)
                } else {
                    (may_extend(inner), inner)
                }
            }
        },
        Some(_) => (false, body),
    }
}

fn may_extend(expr: &Expr) -> bool {
    match expr {
        Expr::Loop(_)
        | Expr::Match(_)
        | Expr::Block(_)
        | Expr::Unsafe(_)
        | Expr::Closure(_)
        | Expr::Array(_)
        | Expr::Call(_)
        | Expr::MethodCall(_)
        | Expr::Macro(_)
        | Expr::Struct(_)
        | Expr::Tuple(_) => true,
        Expr::Reference(e) => may_extend(&e.expr),
        Expr::Try(e) => may_extend(&e.expr),
        Expr::Unary(e) => may_extend(&e.expr),
        Expr::Index(e) => may_extend(&e.expr),
        Expr::Cast(e) => may_extend(&e.expr),
        _ => false,
    }
}
