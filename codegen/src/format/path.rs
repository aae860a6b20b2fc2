//! Paths.

use super::context::Context;
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::shape::Shape;
use super::text::extra_offset;
use super::types;
use syn::{Path, PathArguments, PathSegment, QSelf};

/// Whether generic arguments are written with `::` before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Expression,
    Type,
}

pub(super) fn rewrite(
    context: &Context,
    place: Place,
    qself: Option<&QSelf>,
    path: &Path,
    shape: Shape,
) -> Option<String> {
    let mut text = String::with_capacity(32);
    let mut skip = 0;
    let global = path.leading_colon.is_some();
    if global && qself.is_none() {
        text.push_str("::");
    }
    if let Some(qself) = qself {
        skip = qself.position;
        text.push('<');
        text.push_str(&types::rewrite(context, &qself.ty, shape)?);
        if skip > 0 {
            text.push_str(" as ");
            if global {
                text.push_str("::");
            }
            let segments = path.segments.iter().take(skip);
            text = push_segments(context, Place::Type, text, segments, shape.sub_width(3)?)?;
        }
        text.push_str(">::");
    }
    push_segments(context, place, text, path.segments.iter().skip(skip), shape)
}

fn push_segments<'a>(
    context: &Context,
    place: Place,
    mut text: String,
    segments: impl Iterator<Item = &'a PathSegment>,
    shape: Shape,
) -> Option<String> {
    let shape = shape.visual_indent(0);
    for (index, segment) in segments.enumerate() {
        if index > 0 {
            text.push_str("::");
        }
        let room = shape.shrink_left(extra_offset(&text, shape))?;
        text.push_str(&segment_text(context, place, segment, room)?);
    }
    Some(text)
}

fn segment_text(
    context: &Context,
    place: Place,
    segment: &PathSegment,
    shape: Shape,
) -> Option<String> {
    let mut text = segment.ident.to_string();
    let shape = shape.offset_left(text.len())?;
    match &segment.arguments {
        PathArguments::None => {}
        PathArguments::AngleBracketed(arguments) => {
            if !arguments.args.is_empty() {
                if place == Place::Expression {
                    text.push_str("::");
                }
                let items: Vec<Item<'_>> =
                    arguments.args.iter().map(Item::GenericArgument).collect();
                let delimiters = Delimiters::angle(context);
                text.push_str(&overflow::rewrite(context, "", &items, delimiters, shape)?);
            }
        }
        PathArguments::Parenthesized(arguments) => {
            text.push_str(&types::function(
                context,
                &arguments.inputs,
                &arguments.output,
                shape,
            )?);
        }
    }
    Some(text)
}
