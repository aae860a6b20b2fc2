//! Expressions: which rule applies to which kind.

use super::assign::{self, assignment};
use super::block::{self, rewrite_block};
use super::context::{ARRAY_WIDTH, Context};
use super::list::Trailing;
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::pair::{self, Parts};
use super::shape::Shape;
use super::{chain, closure, control, literal, macros, matches, operator, path, pattern, types};
use syn::{Expr, ExprRange, Pat, PointerMutability, RangeLimits};

/// Whether an expression is a statement, or a part of something or the value of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Statement,
    Value,
}

pub(super) fn rewrite(context: &Context, expr: &Expr, shape: Shape) -> Option<String> {
    rewrite_at(context, expr, Position::Value, shape)
}

pub(super) fn rewrite_at(
    context: &Context,
    expr: &Expr,
    position: Position,
    shape: Shape,
) -> Option<String> {
    let shape = if position == Position::Statement && wants_semicolon(expr) {
        shape.sub_width(1)?
    } else {
        shape
    };
    if !super::attribute::of_expression(expr).is_empty() {
        return context.refuse("an attribute on an expression");
    }
    match expr {
        Expr::Array(array) => {
            let items: Vec<Item<'_>> = array.elems.iter().map(Item::Expression).collect();
            overflow::rewrite(context, "", &items, array_delimiters(context), shape)
        }
        Expr::Assign(assign) => assignment(context, &assign.left, "=", &assign.right, shape),
        Expr::Async(e) => {
            let head = if e.capture.is_some() {
                "async move "
            } else {
                "async "
            };
            block::rewrite_prefixed(context, head, &e.block, shape)
        }
        Expr::Await(_) | Expr::Field(_) | Expr::MethodCall(_) | Expr::Try(_) => {
            chain::rewrite(context, expr, shape)
        }
        Expr::Binary(binary) => match operator::assigning(&binary.op) {
            Some(operator) => assignment(context, &binary.left, operator, &binary.right, shape),
            None => pair::rewrite_binary(context, binary, shape),
        },
        Expr::Block(e) => match (&e.label, position) {
            (Some(_), _) => context.refuse("a label on a block"),
            (None, Position::Statement) => block::rewrite_statement_block(context, &e.block, shape),
            (None, Position::Value) => rewrite_block(context, "", &e.block, shape),
        },
        Expr::Break(e) => {
            let label = label_text(e.label.as_ref());
            optional_operand(context, &format!("break{label}"), e.expr.as_deref(), shape)
        }
        Expr::Call(call) => {
            let callee = rewrite(context, &call.func, shape)?;
            let items: Vec<Item<'_>> = call.args.iter().map(Item::Expression).collect();
            overflow::rewrite(context, &callee, &items, call_delimiters(context), shape)
        }
        Expr::Cast(cast) => pair::rewrite(
            context,
            &|context, shape| rewrite(context, &cast.expr, shape),
            &|context, shape| types::rewrite(context, &cast.ty, shape),
            Parts::front(" as "),
            shape,
        ),
        Expr::Closure(e) => {
            context.closure(e, false, shape, || closure::rewrite(context, e, shape))
        }
        Expr::Continue(e) => Some(format!("continue{}", label_text(e.label.as_ref()))),
        Expr::ForLoop(_) | Expr::If(_) | Expr::Loop(_) | Expr::While(_) => {
            control::rewrite(context, expr, position, shape)
        }
        Expr::Group(group) => rewrite_at(context, &group.expr, position, shape),
        Expr::Index(e) => operator::index(context, &e.expr, &e.index, shape),
        Expr::Infer(_) => Some("_".to_owned()),
        Expr::Let(e) => let_condition(context, &e.pat, &e.expr, shape),
        Expr::Lit(e) => literal::rewrite(context, &e.lit, shape),
        Expr::Macro(e) => macros::rewrite(context, &e.mac, shape),
        Expr::Match(e) => matches::rewrite(context, e, shape),
        Expr::Paren(e) => parenthesised(context, &e.expr, shape),
        Expr::Path(e) => path::rewrite(
            context,
            path::Place::Expression,
            e.qself.as_ref(),
            &e.path,
            shape,
        ),
        Expr::Range(range) => range_expression(context, range, shape),
        Expr::RawAddr(e) => {
            let prefix = match e.mutability {
                PointerMutability::Const(_) => "&raw const ",
                PointerMutability::Mut(_) => "&raw mut ",
            };
            prefixed(context, prefix, &e.expr, shape)
        }
        Expr::Reference(e) => {
            let prefix = if e.mutability.is_some() { "&mut " } else { "&" };
            prefixed(context, prefix, &e.expr, shape)
        }
        Expr::Repeat(e) => pair::rewrite(
            context,
            &|context, shape| rewrite(context, &e.expr, shape),
            &|context, shape| rewrite(context, &e.len, shape),
            Parts::repeat(),
            shape,
        ),
        Expr::Return(e) => optional_operand(context, "return", e.expr.as_deref(), shape),
        Expr::Struct(e) => super::struct_literal::rewrite(context, e, shape),
        Expr::Tuple(e) => {
            let items: Vec<Item<'_>> = e.elems.iter().map(Item::Expression).collect();
            overflow::rewrite(
                context,
                "",
                &items,
                tuple_delimiters(context, items.len()),
                shape,
            )
        }
        Expr::Unary(e) => prefixed(context, operator::unary(context, &e.op)?, &e.expr, shape),
        Expr::Unsafe(e) => rewrite_block(context, "unsafe ", &e.block, shape),
        _ => context.refuse("an expression of a rare kind"),
    }
}

/// Whether a semicolon is added after the expression where it ends a block.
pub(super) fn wants_semicolon(expr: &Expr) -> bool {
    matches!(expr, Expr::Return(_) | Expr::Continue(_) | Expr::Break(_))
}

fn array_delimiters(context: &Context) -> Delimiters {
    Delimiters {
        open: '[',
        close: ']',
        item_width: ARRAY_WIDTH,
        trailing: trailing(context),
    }
}

fn call_delimiters(context: &Context) -> Delimiters {
    Delimiters::call(trailing(context))
}

/// Inside a macro no comma is added.
fn trailing(context: &Context) -> Trailing {
    if context.in_macro() {
        Trailing::Never
    } else {
        Trailing::Vertical
    }
}

/// The delimiters of a tuple, which needs a comma if it has one element.
pub(super) fn tuple_delimiters(context: &Context, count: usize) -> Delimiters {
    Delimiters::call(if count == 1 {
        Trailing::Always
    } else {
        trailing(context)
    })
}

/// The call of a method, from the dot.
pub(super) fn method_call(
    context: &Context,
    call: &syn::ExprMethodCall,
    shape: Shape,
) -> Option<String> {
    let mut head = format!(".{}", call.method);
    if let Some(turbofish) = &call.turbofish {
        let arguments: Option<Vec<String>> = turbofish
            .args
            .iter()
            .map(|argument| types::generic_argument(context, argument, shape))
            .collect();
        head.push_str(&format!("::<{}>", arguments?.join(", ")));
    }
    let items: Vec<Item<'_>> = call.args.iter().map(Item::Expression).collect();
    overflow::rewrite(context, &head, &items, call_delimiters(context), shape)
}

/// A prefix operator and its operand.
pub(super) fn prefixed(
    context: &Context,
    prefix: &str,
    operand: &Expr,
    shape: Shape,
) -> Option<String> {
    let text = rewrite(context, operand, shape.offset_left(prefix.len())?)?;
    Some(format!("{prefix}{text}"))
}

fn optional_operand(
    context: &Context,
    keyword: &str,
    operand: Option<&Expr>,
    shape: Shape,
) -> Option<String> {
    match operand {
        Some(operand) => prefixed(context, &format!("{keyword} "), operand, shape),
        None => Some(keyword.to_owned()),
    }
}

fn label_text(label: Option<&syn::Lifetime>) -> String {
    label.map_or_else(String::new, |label| format!(" {label}"))
}

/// An expression in parentheses; those around parentheses are dropped.
pub(super) fn parenthesised(context: &Context, inner: &Expr, shape: Shape) -> Option<String> {
    if let Expr::Paren(nested) = inner {
        return parenthesised(context, &nested.expr, shape);
    }
    let text = rewrite(context, inner, shape.offset_left(1)?.sub_width(1)?)?;
    Some(format!("({text})"))
}

fn let_condition(context: &Context, pattern: &Pat, value: &Expr, shape: Shape) -> Option<String> {
    let pattern = pattern::rewrite(context, pattern, shape.offset_left(4)?)?;
    assign::rewrite(context, format!("let {pattern} ="), value, shape)
}

fn range_expression(context: &Context, range: &ExprRange, shape: Shape) -> Option<String> {
    let dots = match range.limits {
        RangeLimits::HalfOpen(_) => "..",
        RangeLimits::Closed(_) => "..=",
    };
    match (&range.start, &range.end) {
        (None, None) => Some(dots.to_owned()),
        (None, Some(end)) => prefixed(context, dots, end, shape),
        (Some(start), None) => {
            let text = rewrite(context, start, shape.sub_width(dots.len())?)?;
            Some(text + dots)
        }
        (Some(start), Some(end)) => pair::rewrite(
            context,
            &|context, shape| rewrite(context, start, shape),
            &|context, shape| rewrite(context, end, shape),
            Parts::front(dots),
            shape,
        ),
    }
}

pub(super) fn is_simple(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(e) => e.qself.is_none() && e.path.segments.len() <= 1,
        Expr::Reference(e) => is_simple(&e.expr),
        Expr::Cast(e) => is_simple(&e.expr),
        Expr::Field(e) => is_simple(&e.base),
        Expr::Try(e) => is_simple(&e.expr),
        Expr::Unary(e) => is_simple(&e.expr),
        Expr::Index(e) => is_simple(&e.expr) && is_simple(&e.index),
        Expr::Repeat(e) => is_simple(&e.expr) && is_simple(&e.len),
        _ => false,
    }
}

/// The operand of an expression with a prefix or a suffix.
fn operand(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Reference(e) => Some(&e.expr),
        Expr::Try(e) => Some(&e.expr),
        Expr::Unary(e) => Some(&e.expr),
        Expr::Cast(e) => Some(&e.expr),
        _ => None,
    }
}

pub(super) fn is_nested_call(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(_) | Expr::Macro(_)) || operand(expr).is_some_and(is_nested_call)
}

pub(super) fn is_method_call(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(_)) || operand(expr).is_some_and(is_method_call)
}

/// Whether an expression, as the last of `count` arguments, may begin on their line and end on another.
pub(super) fn can_overflow(expr: &Expr, count: usize) -> bool {
    match expr {
        Expr::Async(_) | Expr::Block(_) | Expr::Unsafe(_) | Expr::Closure(_) => true,
        Expr::Match(_)
        | Expr::Array(_)
        | Expr::Struct(_)
        | Expr::Macro(_)
        | Expr::Call(_)
        | Expr::MethodCall(_)
        | Expr::Tuple(_) => count == 1,
        _ => operand(expr).is_some_and(|expr| can_overflow(expr, count)),
    }
}
