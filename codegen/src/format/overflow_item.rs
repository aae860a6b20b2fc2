//! What may stand in a list in delimiters.

use super::context::Context;
use super::shape::Shape;
use super::{attribute, expression, generics, pattern, structure, types};
use syn::{Expr, Field, GenericArgument, GenericParam, Meta, Pat, Type};

/// One item of a list.
pub(super) enum Item<'a> {
    Expression(&'a Expr),
    /// An argument of a macro.
    Argument(&'a Expr),
    Type(&'a Type),
    GenericArgument(&'a GenericArgument),
    GenericParameter(&'a GenericParam),
    TupleField(&'a Field),
    Pattern(&'a Pat),
    Meta(&'a Meta),
    /// A literal in an attribute.
    MetaLiteral(String),
}

/// Formatting macros, and the arguments which stand before their format string.
const FORMAT_MACROS: &[(&str, usize)] = &[
    ("eprint!", 0),
    ("eprintln!", 0),
    ("format!", 0),
    ("format_args!", 0),
    ("print!", 0),
    ("println!", 0),
    ("panic!", 0),
    ("unreachable!", 0),
    ("trace!", 0),
    ("debug!", 0),
    ("error!", 0),
    ("info!", 0),
    ("warn!", 0),
    ("assert!", 1),
    ("debug_assert!", 1),
    ("write!", 1),
    ("writeln!", 1),
    ("assert_eq!", 2),
    ("assert_ne!", 2),
    ("debug_assert_eq!", 2),
    ("debug_assert_ne!", 2),
];

impl<'a> Item<'a> {
    pub(super) fn rewrite(&self, context: &Context, shape: Shape) -> Option<String> {
        match self {
            Item::Expression(expr) | Item::Argument(expr) => {
                expression::rewrite(context, expr, shape)
            }
            Item::Type(ty) => types::rewrite(context, ty, shape),
            Item::GenericArgument(argument) => types::generic_argument(context, argument, shape),
            Item::GenericParameter(parameter) => generics::parameter(context, parameter, shape),
            Item::TupleField(field) => structure::field(context, field, shape),
            Item::Pattern(pattern) => pattern::rewrite(context, pattern, shape),
            Item::Meta(meta) => attribute::meta(context, meta, shape),
            Item::MetaLiteral(text) => Some(text.clone()),
        }
    }

    pub(super) fn expression(&self) -> Option<&'a Expr> {
        match self {
            Item::Expression(expr) | Item::Argument(expr) => Some(expr),
            _ => None,
        }
    }

    pub(super) fn is_expression(&self) -> bool {
        self.expression().is_some()
    }

    pub(super) fn is_simple(&self) -> bool {
        match self {
            Item::Expression(expr) | Item::Argument(expr) => expression::is_simple(expr),
            Item::Meta(meta) => matches!(meta, Meta::Path(_)),
            Item::MetaLiteral(_) => true,
            _ => false,
        }
    }

    pub(super) fn is_nested_call(&self) -> bool {
        self.expression().is_some_and(expression::is_nested_call)
    }

    /// Whether the item, as the last of `count`, may begin on the line of the others and end on another.
    pub(super) fn can_overflow(&self, count: usize) -> bool {
        match self {
            Item::Expression(expr) | Item::Argument(expr) => expression::can_overflow(expr, count),
            Item::Type(ty) => types::can_overflow(ty, count),
            Item::GenericArgument(GenericArgument::Type(ty)) => types::can_overflow(ty, count),
            Item::Pattern(pattern) => pattern::can_overflow(pattern, count),
            Item::Meta(_) => count == 1,
            _ => false,
        }
    }

    /// For a macro that formats, how many arguments stand before the format string.
    pub(super) fn arguments_before_format(&self, head: &str) -> Option<usize> {
        let Item::Argument(_) = self else {
            return None;
        };
        let (_, before) = FORMAT_MACROS.iter().find(|(name, _)| *name == head)?;
        Some(*before)
    }
}

pub(super) fn many_closures(items: &[Item<'_>]) -> bool {
    let closures = items.iter().filter_map(Item::expression);
    closures
        .filter(|expr| matches!(expr, Expr::Closure(_)))
        .count()
        > 1
}
