//! Chains of method calls, fields, `?` and `.await`.

use super::context::{CHAIN_WIDTH, Context};
use super::expression;
use super::shape::{Shape, TAB};
use super::text::{first_line_width, is_multiline, last_line_extendable, last_line_width, width};
use syn::{Expr, ExprMethodCall, Member};

#[derive(Clone, Copy)]
enum Kind<'a> {
    Parent(&'a Expr),
    Method(&'a ExprMethodCall),
    Field(&'a Member),
    Await,
}

/// A link and the `?`s after it.
#[derive(Clone, Copy)]
struct Link<'a> {
    kind: Kind<'a>,
    tries: usize,
}

impl<'a> Link<'a> {
    fn rewrite(&self, context: &Context, shape: Shape) -> Option<String> {
        let shape = shape.sub_width(self.tries)?;
        let mut text = match self.kind {
            Kind::Parent(expr) => expression::rewrite(context, expr, shape)?,
            Kind::Method(call) => expression::method_call(context, call, shape)?,
            Kind::Field(Member::Named(name)) => format!(".{name}"),
            Kind::Field(Member::Unnamed(index)) => format!(".{}", index.index),
            Kind::Await => ".await".to_owned(),
        };
        text.extend(std::iter::repeat_n('?', self.tries));
        Some(text)
    }
}

/// The links of a chain, the parent first.
fn links(expr: &Expr) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let mut tries = 0;
    let mut rest = expr;
    loop {
        let (kind, next) = match rest {
            Expr::Try(e) => {
                tries += 1;
                rest = &e.expr;
                continue;
            }
            Expr::MethodCall(call) => (Kind::Method(call), Some(&call.receiver)),
            Expr::Field(field) => (Kind::Field(&field.member), Some(&field.base)),
            Expr::Await(e) => (Kind::Await, Some(&e.base)),
            Expr::Group(e) => {
                rest = &e.expr;
                continue;
            }
            parent => (Kind::Parent(parent), None),
        };
        links.push(Link { kind, tries });
        tries = 0;
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    links.reverse();
    links
}

pub(super) fn rewrite(context: &Context, expr: &Expr, shape: Shape) -> Option<String> {
    if has_attributes(expr) {
        return context.refuse("an attribute on an expression");
    }
    let links = links(expr);
    let (parent, children) = links.split_first()?;
    if children.is_empty() {
        return parent.rewrite(context, shape);
    }
    let mut children = children;
    let mut root = parent.rewrite(context, shape)?;
    let mut ends_with_block = match parent.kind {
        Kind::Parent(expr) => is_block_like(expr, &root),
        _ => false,
    };
    // A root as short as the indentation does not stand alone.
    let tab = TAB.saturating_sub(shape.offset);
    while root.len() <= tab && !is_multiline(&root) {
        let [first, others @ ..] = children else {
            break;
        };
        let Some(text) = first.rewrite(context, shape.offset_left(root.len())?) else {
            break;
        };
        root.push_str(&text);
        ends_with_block = last_line_extendable(&root);
        children = others;
    }
    if children.is_empty() {
        return context.fitting(root, shape);
    }
    let child_shape = shape
        .block_indent(if ends_with_block { 0 } else { TAB })
        .with_max_width(context);
    let count = links.len() - 1;
    let text = Children {
        context,
        shape,
        child_shape,
        count,
    }
    .rewrite(root, children)?;
    context.fitting(text, shape)
}

fn has_attributes(expr: &Expr) -> bool {
    let (attrs, next) = match expr {
        Expr::Try(e) => (&e.attrs, &e.expr),
        Expr::MethodCall(e) => (&e.attrs, &e.receiver),
        Expr::Field(e) => (&e.attrs, &e.base),
        Expr::Await(e) => (&e.attrs, &e.base),
        _ => return false,
    };
    !attrs.is_empty() || has_attributes(next)
}

struct Children<'a> {
    context: &'a Context,
    shape: Shape,
    child_shape: Shape,
    /// The number of links after the parent, those beside the root included.
    count: usize,
}

impl Children<'_> {
    fn rewrite(&self, root: String, children: &[Link<'_>]) -> Option<String> {
        let (last, others) = children.split_last()?;
        let mut texts = vec![root];
        for link in others {
            texts.push(link.rewrite(self.context, self.child_shape)?);
        }
        let (last, one_line) = self.last(last, &texts)?;
        texts.push(last);
        if one_line {
            return Some(texts.concat());
        }
        if self.context.one_line_chain() {
            return None;
        }
        Some(texts.join(&self.child_shape.newline()))
    }

    /// The text of the last link, and whether the chain goes on one line.
    fn last(&self, last: &Link<'_>, texts: &[String]) -> Option<(String, bool)> {
        let overhead = self.shape.rhs_overhead(self.context);
        let extendable = last_line_extendable(&texts[0]);
        let almost = last.tries
            + if extendable {
                last_line_width(&texts[0])
            } else {
                texts.iter().map(|text| width(text)).sum()
            };
        let limit = if self.count == 1 || self.context.is_widened() {
            self.shape.width
        } else {
            self.shape.width.min(CHAIN_WIDTH)
        };
        let budget = limit.saturating_sub(almost);
        let one_line = budget > 0 && texts.iter().all(|text| !is_multiline(text));
        let alone = self.child_shape.sub_width(overhead + last.tries);
        let last_shape = if one_line {
            self.shape.sub_width(last.tries)?
        } else if extendable {
            self.child_shape.sub_width(last.tries)?
        } else {
            alone?
        };
        if (one_line || extendable)
            && let Some(beside_shape) = last_shape.offset_left(almost)
            && let Some(beside) = last.rewrite(self.context, beside_shape)
        {
            let lines = beside.lines().count();
            let could_fit = first_line_width(&beside) <= budget;
            if could_fit && lines >= 5 {
                return Some((beside, one_line));
            }
            let below = last.rewrite(self.context, alone?);
            return match below {
                Some(below) if !could_fit => Some((below, false)),
                Some(below) if below.lines().count() < lines => Some((below, false)),
                _ => Some((beside, could_fit && one_line)),
            };
        }
        Some((last.rewrite(self.context, last_shape)?, false))
    }
}

/// Whether the last line of a laid-out expression consists of closing delimiters.
fn is_block_like(expr: &Expr, text: &str) -> bool {
    match expr {
        Expr::Macro(_)
        | Expr::Call(_)
        | Expr::MethodCall(_)
        | Expr::Array(_)
        | Expr::Struct(_)
        | Expr::While(_)
        | Expr::If(_)
        | Expr::Block(_)
        | Expr::Unsafe(_)
        | Expr::Async(_)
        | Expr::Loop(_)
        | Expr::ForLoop(_)
        | Expr::Match(_) => is_multiline(text),
        Expr::Paren(e) => is_block_like(&e.expr, text),
        Expr::Binary(e) => is_block_like(&e.right, text),
        Expr::Index(e) => is_block_like(&e.index, text),
        Expr::Unary(e) => is_block_like(&e.expr, text),
        Expr::Try(e) => is_block_like(&e.expr, text),
        Expr::Closure(e) => is_block_like(&e.body, text),
        _ => false,
    }
}
