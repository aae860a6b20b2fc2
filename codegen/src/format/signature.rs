//! Functions.

use super::block;
use super::context::Context;
use super::generics::{self, WhereStyle, where_clause};
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::shape::{Indent, Shape};
use super::text::{first_line_width, is_multiline, last_line_used_width, last_line_width};
use super::{pattern, types};
use syn::{Block, FnArg, Receiver, ReceiverKind, Safety, Signature};

/// A function with a body. `head` is what stands before `fn` and its modifiers.
pub(super) fn with_body(
    context: &Context,
    head: &str,
    signature: &Signature,
    body: &Block,
    indent: Indent,
) -> String {
    let has_where = has_where(signature);
    let style = if has_where {
        Brace::NextLine
    } else {
        Brace::SameLine
    };
    let attempt = || rewrite(context, head, signature, indent, style);
    let (text, separator) = match attempt() {
        Some((text, force)) => {
            let crowded = last_line_width(&text) + 2 > context.budget(indent.width());
            let separator = if has_where || force || crowded {
                indent.newline()
            } else {
                " ".to_owned()
            };
            (text, separator)
        }
        // rustfmt leaves such a signature as it is, but for the space at its end.
        None => (context.on_long_lines(|| Some(attempt()?.0)), String::new()),
    };
    if body.stmts.is_empty()
        && !is_multiline(&text)
        && indent.width() + text.len() + 3 <= context.max_width()
    {
        return format!("{text} {{}}");
    }
    // An empty body that does not fit beside the signature is open.
    let shape = Shape {
        width: 0,
        ..Shape::indented(indent, context)
    };
    format!(
        "{text}{separator}{}",
        block::on_lines(context, "", body, shape)
    )
}

/// A function without a body, as in a trait.
pub(super) fn without_body(context: &Context, signature: &Signature, indent: Indent) -> String {
    context.lay_out(|| {
        let (text, _) = rewrite(context, "", signature, indent, Brace::None)?;
        Some(text + ";")
    })
}

fn has_where(signature: &Signature) -> bool {
    let clause = signature.generics.where_clause.as_ref();
    clause.is_some_and(|clause| !clause.predicates.is_empty())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Brace {
    SameLine,
    NextLine,
    None,
}

/// The room for parameters on one line.
fn one_line_budget(
    context: &Context,
    text: &str,
    indent: Indent,
    output: usize,
    brace: Brace,
) -> usize {
    if is_multiline(text) {
        return 0;
    }
    let overhead = if output == 0 { 2 } else { 3 };
    let brace = match brace {
        Brace::None => 1,
        Brace::SameLine => 2,
        Brace::NextLine => 0,
    };
    context.budget(indent.width() + text.len() + output + overhead + brace)
}

/// The signature, and whether the brace must go on the next line.
fn rewrite(
    context: &Context,
    head: &str,
    signature: &Signature,
    indent: Indent,
    brace: Brace,
) -> Option<(String, bool)> {
    let mut text = head.to_owned();
    push_modifiers(context, signature, &mut text)?;
    let used = last_line_used_width(&text, indent.width());
    let overhead = if brace == Brace::SameLine { 4 } else { 2 };
    let shape = Shape {
        width: context.budget(used + overhead),
        indent,
        offset: used,
    };
    let name = signature.ident.to_string();
    text.push_str(&generics::rewrite(
        context,
        &name,
        &signature.generics,
        shape,
    )?);

    let output = types::return_type(context, &signature.output, Shape::indented(indent, context))?;
    let multiline_output = is_multiline(&output);
    let output_width = if multiline_output { 0 } else { output.len() };
    let budget = if multiline_output {
        0
    } else {
        one_line_budget(context, &text, indent, output_width, brace)
    };
    let parameters = parameters(context, signature, budget, indent)?;
    let in_block =
        (is_multiline(&parameters) || parameters.len() > budget) && !signature.inputs.is_empty();
    text.push('(');
    let mut too_long = false;
    if in_block {
        text.push_str(&indent.deeper().newline());
        text.push_str(&parameters);
        text.push_str(&indent.newline());
        text.push(')');
    } else {
        text.push_str(&parameters);
        let used = last_line_used_width(&text, indent.width()) + first_line_width(&output);
        text.push(')');
        if signature.inputs.is_empty() && used + 1 > context.max_width() {
            text.push_str(&indent.newline());
            too_long = true;
        }
    }
    let mut force = false;
    if !output.is_empty() {
        let indented = if in_block || signature.inputs.is_empty() {
            false
        } else if is_multiline(&text) || multiline_output {
            true
        } else {
            let brace = if has_where(signature) { 0 } else { 2 };
            text.len() + indent.width() + output_width + 1 + brace > context.max_width()
        };
        let room = Shape::indented(indent, context);
        let room = if indented {
            let room = if parameters.is_empty() {
                force = true;
                room.offset_left(4).unwrap_or(room)
            } else {
                room
            };
            text.push_str(&room.indent.newline());
            room
        } else {
            if !parameters.is_empty() || !too_long {
                text.push(' ');
            }
            room.offset_left(last_line_width(&text)).unwrap_or(room)
        };
        if multiline_output || indented {
            text.push_str(&types::return_type(context, &signature.output, room)?);
        } else {
            text.push_str(&output);
        }
    }
    let style = WhereStyle {
        snug: in_block && output.is_empty(),
        no_comma: brace == Brace::None,
        one_line: false,
    };
    let clause = signature.generics.where_clause.as_ref();
    text.push_str(&where_clause(
        context,
        clause,
        style,
        Shape::indented(indent, context),
    )?);
    Some((text, force))
}

fn push_modifiers(context: &Context, signature: &Signature, text: &mut String) -> Option<()> {
    if signature.abi.is_some() || signature.variadic.is_some() {
        return context.refuse("a foreign function");
    }
    if signature.constness.is_some() {
        text.push_str("const ");
    }
    if signature.asyncness.is_some() {
        text.push_str("async ");
    }
    match signature.safety {
        Safety::Unsafe(_) => text.push_str("unsafe "),
        Safety::Safe(_) => text.push_str("safe "),
        Safety::Default => {}
    }
    text.push_str("fn ");
    Some(())
}

fn parameters(
    context: &Context,
    signature: &Signature,
    budget: usize,
    indent: Indent,
) -> Option<String> {
    let nested = indent.deeper();
    let room = Shape::legacy(context.budget(nested.width() + 1), nested);
    let texts: Option<Vec<String>> = signature
        .inputs
        .iter()
        .map(|input| match input {
            FnArg::Receiver(e) => receiver(context, e),
            // A parameter without room is left as it is.
            FnArg::Typed(e) => pattern::typed(context, e, room).or_else(|| {
                let wide = || pattern::typed(context, e, Shape::indented(nested, context));
                Some(context.lay_out(wide))
            }),
        })
        .collect();
    let texts = texts?;
    if texts.is_empty() {
        return Some(String::new());
    }
    let tactic = horizontal_or(Tactic::Vertical, &texts, 2, budget);
    let list = List {
        items: &texts,
        tactic,
        trailing: Trailing::Vertical,
        shape: room,
        ends_with_newline: tactic == Tactic::Vertical,
    };
    Some(list.text())
}

fn receiver(context: &Context, e: &Receiver) -> Option<String> {
    if !e.attrs.is_empty() {
        return context.refuse("an attribute on a parameter");
    }
    let mutable = if e.mutability.is_some() { "mut " } else { "" };
    match &e.kind {
        ReceiverKind::Value => Some(format!("{mutable}self")),
        ReceiverKind::Reference(_, lifetime, exclusive) => {
            let lifetime = lifetime
                .as_ref()
                .map_or_else(String::new, |lifetime| format!("{lifetime} "));
            let exclusive = if exclusive.is_some() { "mut " } else { "" };
            Some(format!("&{lifetime}{exclusive}self"))
        }
        ReceiverKind::Typed(_, ty) => {
            let room = Shape::legacy(context.max_width(), Indent::default());
            Some(format!(
                "{mutable}self: {}",
                types::rewrite(context, ty, room)?
            ))
        }
        _ => context.refuse("a receiver of a rare kind"),
    }
}
