//! Operators and indices.

use super::context::Context;
use super::expression;
use super::shape::Shape;
use super::text::{is_multiline, last_line_width};
use syn::{BinOp, Expr, UnOp};

/// The text of an operator that assigns, `+=`.
pub(super) fn assigning(operator: &BinOp) -> Option<&'static str> {
    Some(match operator {
        BinOp::AddAssign(_) => "+=",
        BinOp::SubAssign(_) => "-=",
        BinOp::MulAssign(_) => "*=",
        BinOp::DivAssign(_) => "/=",
        BinOp::RemAssign(_) => "%=",
        BinOp::BitXorAssign(_) => "^=",
        BinOp::BitAndAssign(_) => "&=",
        BinOp::BitOrAssign(_) => "|=",
        BinOp::ShlAssign(_) => "<<=",
        BinOp::ShrAssign(_) => ">>=",
        _ => return None,
    })
}

/// The text of an operator between two values.
pub(super) fn binary(operator: &BinOp) -> Option<&'static str> {
    Some(match operator {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Mul(_) => "*",
        BinOp::Div(_) => "/",
        BinOp::Rem(_) => "%",
        BinOp::And(_) => "&&",
        BinOp::Or(_) => "||",
        BinOp::BitXor(_) => "^",
        BinOp::BitAnd(_) => "&",
        BinOp::BitOr(_) => "|",
        BinOp::Shl(_) => "<<",
        BinOp::Shr(_) => ">>",
        BinOp::Eq(_) => "==",
        BinOp::Lt(_) => "<",
        BinOp::Le(_) => "<=",
        BinOp::Ne(_) => "!=",
        BinOp::Ge(_) => ">=",
        BinOp::Gt(_) => ">",
        _ => return None,
    })
}

pub(super) fn unary(context: &Context, operator: &UnOp) -> Option<&'static str> {
    match operator {
        UnOp::Deref(_) => Some("*"),
        UnOp::Not(_) => Some("!"),
        UnOp::Neg(_) => Some("-"),
        _ => context.refuse("a prefix operator of a rare kind"),
    }
}

/// `expr[index]`, with the index on a line of its own if it has to be.
pub(super) fn index(context: &Context, expr: &Expr, index: &Expr, shape: Shape) -> Option<String> {
    let text = expression::rewrite(context, expr, shape)?;
    let offset = last_line_width(&text) + 1;
    let overhead = shape.rhs_overhead(context);
    let index_shape = if is_multiline(&text) {
        Shape::legacy(context.max_width(), shape.indent)
            .offset_left(offset)
            .and_then(|shape| shape.sub_width(1 + overhead))
    } else {
        shape
            .offset_left(offset)
            .and_then(|shape| shape.sub_width(1))
    };
    let beside = index_shape.and_then(|shape| expression::rewrite(context, index, shape));
    if let Some(index) = beside.as_ref().filter(|index| !is_multiline(index)) {
        return Some(format!("{text}[{index}]"));
    }
    let indent = shape.indent.deeper();
    let below = Shape::indented(indent, context)
        .offset_left(1)
        .and_then(|shape| shape.sub_width(1 + overhead))?;
    let below = expression::rewrite(context, index, below);
    match (beside, below) {
        (_, Some(below)) if !is_multiline(&below) => {
            Some(format!("{text}{}[{below}]", indent.newline()))
        }
        (None, Some(below)) => Some(format!("{text}{}[{below}]", indent.newline())),
        (Some(beside), _) => Some(format!("{text}[{beside}]")),
        (None, None) => None,
    }
}
