//! Two parts with something between them, and chains of one binary operator.

use super::context::Context;
use super::expression;
use super::operator;
use super::shape::{Shape, TAB};
use super::text::{
    first_line_ends_with, first_line_width, is_multiline, is_short, last_line_width,
    trimmed_last_line_width,
};
use std::mem::discriminant;
use syn::{Expr, ExprBinary};

/// What stands around and between two parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    prefix: &'a str,
    infix: &'a str,
    suffix: &'a str,
    /// Whether the infix ends the first line (or begins the second).
    back: bool,
}

impl<'a> Parts<'a> {
    /// An infix that begins the second line if there are two.
    pub(super) fn front(infix: &'a str) -> Self {
        Self {
            prefix: "",
            infix,
            suffix: "",
            back: false,
        }
    }

    /// `[value; length]`
    pub(super) fn repeat() -> Self {
        Self {
            prefix: "[",
            infix: "; ",
            suffix: "]",
            back: true,
        }
    }
}

type Part<'a> = &'a dyn Fn(&Context, Shape) -> Option<String>;

/// Lays out a pair, on one line if it fits.
pub(super) fn rewrite(
    context: &Context,
    left: Part<'_>,
    right: Part<'_>,
    parts: Parts<'_>,
    shape: Shape,
) -> Option<String> {
    let overhead = if parts.back {
        shape.used_width() + parts.prefix.len() + parts.infix.trim_end().len()
    } else {
        shape.used_width()
    };
    let left_shape = Shape {
        width: context.budget(overhead),
        ..shape
    };
    let left = format!("{}{}", parts.prefix, left(context, left_shape)?);
    let beside = shape
        .offset_left(last_line_width(&left) + parts.infix.len())
        .and_then(|shape| shape.sub_width(parts.suffix.len()))
        .and_then(|shape| right(context, shape));
    if let Some(beside) = beside
        && (!is_multiline(&beside) || is_short(&left) || first_line_ends_with(&beside, '{'))
        && last_line_width(&left)
            + parts.infix.len()
            + first_line_width(&beside)
            + parts.suffix.len()
            <= shape.width
    {
        return Some(format!("{left}{}{beside}{}", parts.infix, parts.suffix));
    }
    let below =
        Shape::indented(shape.indent.deeper(), context).sub_width(shape.rhs_overhead(context))?;
    let newline = below.indent.newline();
    if parts.back {
        let right = right(context, below)?;
        Some(format!(
            "{left}{}{newline}{right}{}",
            parts.infix.trim_end(),
            parts.suffix
        ))
    } else {
        let infix = parts.infix.trim_start();
        let right = right(context, below.offset_left(infix.len())?)?;
        Some(format!("{left}{newline}{infix}{right}{}", parts.suffix))
    }
}

/// The operands of one operator, from left to right, and what each becomes on a line of its own.
struct Operands<'a> {
    exprs: Vec<&'a Expr>,
    texts: Vec<Option<String>>,
    operator: &'static str,
}

/// Lays out a binary expression: all operands on one line, or each on its own.
pub(super) fn rewrite_binary(
    context: &Context,
    binary: &ExprBinary,
    shape: Shape,
) -> Option<String> {
    let Some(operator) = operator::binary(&binary.op) else {
        return context.refuse("a binary operator of a rare kind");
    };
    let mut exprs = vec![&*binary.right];
    let mut left = &*binary.left;
    while let Expr::Binary(inner) = left
        && discriminant(&inner.op) == discriminant(&binary.op)
    {
        exprs.push(&inner.right);
        left = &inner.left;
    }
    exprs.push(left);
    exprs.reverse();
    let texts = exprs
        .iter()
        .enumerate()
        .map(|(index, expr)| {
            let shape = if index == 0 {
                Some(shape)
            } else {
                nested(context, shape).and_then(|nested| nested.offset_left(operator.len() + 1))
            };
            shape.and_then(|shape| expression::rewrite(context, expr, shape))
        })
        .collect();
    let operands = Operands {
        exprs,
        texts,
        operator,
    };
    let lets = operands
        .exprs
        .iter()
        .filter(|expr| matches!(expr, Expr::Let(_)))
        .count();
    let all = if lets > 0 && !operands.may_share_a_line_with_let() {
        operands.on_lines(context, shape)
    } else {
        operands
            .on_one_line(context, shape)
            .or_else(|| operands.on_lines(context, shape))
    };
    all.or_else(|| {
        rewrite(
            context,
            &|context, shape| expression::rewrite(context, &binary.left, shape),
            &|context, shape| expression::rewrite(context, &binary.right, shape),
            Parts::front(&format!(" {operator} ")),
            shape,
        )
    })
}

fn nested(context: &Context, shape: Shape) -> Option<Shape> {
    let overhead = shape.rhs_overhead(context);
    shape
        .block_indent(TAB)
        .with_max_width(context)
        .sub_width(overhead)
}

impl Operands<'_> {
    fn may_share_a_line_with_let(&self) -> bool {
        matches!(self.exprs[..], [first, Expr::Let(_)] if is_identifier(first))
    }

    fn on_one_line(&self, context: &Context, shape: Shape) -> Option<String> {
        let (last, others) = self.exprs.split_last()?;
        let mut result = String::new();
        for text in &self.texts[..others.len()] {
            let text = text.as_ref()?;
            if is_multiline(text) || result.len() > shape.width {
                return None;
            }
            result.push_str(text);
            result.push(' ');
            result.push_str(self.operator);
            result.push(' ');
        }
        let prefix = result.len();
        let last_shape = shape.block().offset_left(last_line_width(&result))?;
        let last = expression::rewrite(context, last, last_shape)?;
        result.push_str(&last);
        if first_line_width(&result) > shape.width {
            return None;
        }
        if is_multiline(&result)
            && !last.starts_with('{')
            && (last.starts_with('(') || prefix > TAB)
        {
            return None;
        }
        context.fitting(result, shape)
    }

    fn on_lines(&self, context: &Context, shape: Shape) -> Option<String> {
        let nested = nested(context, shape)?;
        let newline = nested.indent.newline();
        let mut result = self.texts[0].clone()?;
        for (expr, text) in self.exprs.iter().zip(&self.texts).skip(1) {
            let offset = if is_multiline(&result) {
                0
            } else {
                shape.used_width()
            };
            if last_line_width(&result) + offset <= nested.used_width() {
                let width = self.operator.len() + 2 + trimmed_last_line_width(&result);
                let line = shape.offset_left(width);
                if let Some(text) = line.and_then(|shape| expression::rewrite(context, expr, shape))
                {
                    result.push_str(&format!(" {} {text}", self.operator));
                    continue;
                }
            }
            result.push_str(&newline);
            result.push_str(self.operator);
            result.push(' ');
            result.push_str(text.as_ref()?);
        }
        Some(result)
    }
}

fn is_identifier(expr: &Expr) -> bool {
    match expr {
        Expr::Path(e) => e.qself.is_none() && e.path.segments.len() == 1,
        Expr::Unary(e) => is_identifier(&e.expr),
        Expr::Reference(e) => is_identifier(&e.expr),
        Expr::Paren(e) => is_identifier(&e.expr),
        Expr::Try(e) => is_identifier(&e.expr),
        _ => false,
    }
}
