//! Types.

use super::context::Context;
use super::expression::{self, tuple_delimiters};
use super::generics::{binder, bounds};
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::overflow;
use super::overflow_item::Item;
use super::pair::{self, Parts};
use super::path::{self, Place};
use super::shape::{Shape, TAB};
use super::text::{first_line_width, is_multiline, last_line_width};
use syn::punctuated::Punctuated;
use syn::{
    GenericArgument, NamedArg, PointerMutability, ReturnType, Token, Type, TypeFnPtr, TypeReference,
};

pub(super) fn rewrite(context: &Context, ty: &Type, shape: Shape) -> Option<String> {
    match ty {
        Type::Array(e) => pair::rewrite(
            context,
            &|context, shape| rewrite(context, &e.elem, shape),
            &|context, shape| expression::rewrite(context, &e.len, shape),
            Parts::repeat(),
            shape,
        ),
        Type::FnPtr(e) => function_pointer(context, e, shape),
        Type::Group(e) => rewrite(context, &e.elem, shape),
        Type::ImplTrait(e) => {
            let text = bounds(context, &e.bounds, false, shape)?;
            Some(format!("impl {text}"))
        }
        Type::Infer(_) => (shape.width >= 1).then(|| "_".to_owned()),
        Type::Never(_) => Some("!".to_owned()),
        Type::Paren(e) => parenthesised(context, &e.elem, shape),
        Type::Path(e) => path::rewrite(context, Place::Type, e.qself.as_ref(), &e.path, shape),
        Type::Ptr(e) => {
            let prefix = match e.mutability {
                PointerMutability::Const(_) => "*const ",
                PointerMutability::Mut(_) => "*mut ",
            };
            let text = rewrite(context, &e.elem, shape.offset_left(prefix.len())?)?;
            Some(format!("{prefix}{text}"))
        }
        Type::Reference(e) => reference(context, e, shape),
        Type::Slice(e) => {
            let room = Shape::legacy(shape.width.checked_sub(4)?, shape.indent.aligned(1));
            let text = rewrite(context, &e.elem, room)?;
            Some(format!("[{text}]"))
        }
        Type::TraitObject(e) => {
            let (prefix, room) = match e.dyn_token {
                Some(_) => ("dyn ", shape.offset_left(4)?),
                None => ("", shape),
            };
            let text = bounds(context, &e.bounds, true, room)?;
            Some(format!("{prefix}{text}"))
        }
        Type::Tuple(e) => {
            let items: Vec<Item<'_>> = e.elems.iter().map(Item::Type).collect();
            overflow::rewrite(
                context,
                "",
                &items,
                tuple_delimiters(context, items.len()),
                shape,
            )
        }
        _ => context.refuse("a type of a rare kind"),
    }
}

fn reference(context: &Context, e: &TypeReference, shape: Shape) -> Option<String> {
    let mut text = String::from("&");
    if let Some(lifetime) = &e.lifetime {
        text.push_str(&format!("{lifetime} "));
    }
    if e.mutability.is_some() {
        text.push_str("mut ");
    }
    let room = shape.width.checked_sub(text.len())?;
    let room = Shape::legacy(room, shape.indent.aligned(text.len()));
    text.push_str(&rewrite(context, &e.elem, room)?);
    Some(text)
}

fn parenthesised(context: &Context, ty: &Type, shape: Shape) -> Option<String> {
    if let Some(room) = shape.sub_width(2)
        && let Some(text) = rewrite(context, ty, room)
        && !is_multiline(&text)
    {
        return Some(format!("({text})"));
    }
    let room = shape.block_indent(TAB).with_max_width(context);
    let text = rewrite(context, ty, room)?;
    Some(format!(
        "({}{text}{})",
        room.newline(),
        shape.indent.newline()
    ))
}

fn function_pointer(context: &Context, e: &TypeFnPtr, shape: Shape) -> Option<String> {
    if e.abi.is_some() || e.variadic.is_some() {
        return context.refuse("a foreign function pointer");
    }
    let unsafety = if e.unsafety.is_some() { "unsafe " } else { "" };
    let mut text = format!("{}{unsafety}fn", binder(e.lifetimes.as_ref()));
    let room = shape.offset_left(text.len())?;
    text.push_str(&function(context, &e.inputs, &e.output, room)?);
    Some(text)
}

/// The parameters and the result of a function type.
pub(super) fn function(
    context: &Context,
    inputs: &Punctuated<NamedArg, Token![,]>,
    output: &ReturnType,
    shape: Shape,
) -> Option<String> {
    let room = shape.offset_left(" -> ".len())?;
    let output = match output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", rewrite(context, ty, room)?),
    };
    let list_shape = Shape::indented(shape.block().indent.deeper(), context);
    let texts: Option<Vec<String>> = inputs
        .iter()
        .map(|input| {
            let name = input
                .name
                .as_ref()
                .map_or_else(String::new, |(name, _)| format!("{name}: "));
            Some(name + &rewrite(context, &input.ty, list_shape)?)
        })
        .collect();
    let texts = texts?;
    let tactic = if is_multiline(&output) {
        Tactic::Vertical
    } else {
        let limit = shape.width.saturating_sub(2 + output.len());
        horizontal_or(Tactic::Vertical, &texts, 2, limit)
    };
    let list = List {
        items: &texts,
        tactic,
        trailing: Trailing::Vertical,
        shape: list_shape,
        ends_with_newline: tactic == Tactic::Vertical,
    }
    .text();
    let arguments = if tactic == Tactic::Horizontal || texts.is_empty() {
        format!("({list})")
    } else {
        let (inner, outer) = (list_shape.indent.newline(), shape.block().indent.newline());
        format!("({inner}{list}{outer})")
    };
    if output.is_empty() || last_line_width(&arguments) + first_line_width(&output) <= shape.width {
        Some(arguments + &output)
    } else {
        Some(format!(
            "{arguments}{}{}",
            list_shape.indent.newline(),
            output.trim_start()
        ))
    }
}

/// `-> Type`, or nothing.
pub(super) fn return_type(context: &Context, output: &ReturnType, shape: Shape) -> Option<String> {
    match output {
        ReturnType::Default => Some(String::new()),
        ReturnType::Type(_, ty) => {
            let text = rewrite(context, ty, shape.offset_left("-> ".len())?)?;
            Some(format!("-> {text}"))
        }
    }
}

pub(super) fn generic_argument(
    context: &Context,
    argument: &GenericArgument,
    shape: Shape,
) -> Option<String> {
    let left = match argument {
        GenericArgument::Lifetime(lifetime) => return Some(lifetime.to_string()),
        GenericArgument::Type(ty) => return rewrite(context, ty, shape),
        GenericArgument::Const(value) => return expression::rewrite(context, value, shape),
        GenericArgument::AssocType(e) if e.generics.is_none() => format!("{} = ", e.ident),
        GenericArgument::AssocConst(e) if e.generics.is_none() => format!("{} = ", e.ident),
        GenericArgument::Constraint(e) if e.generics.is_none() => format!("{}: ", e.ident),
        _ => return context.refuse("a generic associated type"),
    };
    let room = Shape::legacy(
        shape.width.checked_sub(left.len())?,
        shape.indent.aligned(left.len()),
    );
    let right = match argument {
        GenericArgument::AssocType(e) => rewrite(context, &e.ty, room)?,
        GenericArgument::AssocConst(e) => expression::rewrite(context, &e.value, room)?,
        GenericArgument::Constraint(e) => bounds(context, &e.bounds, true, room)?,
        _ => return None,
    };
    Some(left + &right)
}

/// Whether a type, as the last of `count`, may begin on their line and end on another.
pub(super) fn can_overflow(ty: &Type, count: usize) -> bool {
    match ty {
        Type::Tuple(_) => count == 1,
        Type::Reference(e) => can_overflow(&e.elem, count),
        Type::Ptr(e) => can_overflow(&e.elem, count),
        _ => false,
    }
}
