//! `if`, `while`, `for` and `loop`.

use super::assign;
use super::block;
use super::context::{Context, IF_ELSE_WIDTH};
use super::expression::{self, Position};
use super::pattern;
use super::shape::{Indent, Shape, TAB};
use super::text::{is_multiline, last_line_extendable, last_line_offsetted, last_line_width};
use syn::{Block, Expr, Label, Pat};

/// A construct with an optional condition and a block.
struct Control<'a> {
    label: String,
    keyword: &'static str,
    /// What stands before the pattern.
    matcher: &'static str,
    pattern: Option<&'a Pat>,
    /// What stands after the pattern.
    connector: &'static str,
    condition: Option<&'a Expr>,
    block: &'a Block,
    otherwise: Option<&'a Expr>,
    may_be_one_line: bool,
    after_else: bool,
}

pub(super) fn rewrite(
    context: &Context,
    expr: &Expr,
    position: Position,
    shape: Shape,
) -> Option<String> {
    Control::of(expr, position)?.rewrite(context, shape)
}

/// What stands before the block, if an expression has such a part.
pub(super) fn condition(context: &Context, expr: &Expr, shape: Shape) -> Option<String> {
    if let Expr::Match(e) = expr {
        return expression::rewrite(context, &e.expr, shape.offset_left(8)?);
    }
    let (text, _) = Control::of(expr, Position::Value)?.head(context, shape)?;
    Some(text)
}

fn label_text(label: Option<&Label>) -> String {
    label.map_or_else(String::new, |label| format!("{}: ", label.name))
}

fn split_let(condition: &Expr) -> (Option<&Pat>, &Expr) {
    match condition {
        Expr::Let(e) => (Some(&e.pat), &e.expr),
        _ => (None, condition),
    }
}

impl<'a> Control<'a> {
    fn of(expr: &'a Expr, position: Position) -> Option<Self> {
        match expr {
            Expr::If(e) => Some(Self::conditional("if", &e.cond, &e.then_branch).with_else(
                e.else_branch.as_ref().map(|(_, expr)| &**expr),
                position == Position::Value,
            )),
            Expr::While(e) => Some(Self {
                label: label_text(e.label.as_ref()),
                ..Self::conditional("while", &e.cond, &e.body)
            }),
            Expr::ForLoop(e) => Some(Self {
                label: label_text(e.label.as_ref()),
                matcher: "",
                pattern: Some(&e.pat),
                connector: " in",
                ..Self::conditional("for", &e.expr, &e.body)
            }),
            Expr::Loop(e) => Some(Self {
                label: label_text(e.label.as_ref()),
                condition: None,
                ..Self::plain("loop", &e.body)
            }),
            _ => None,
        }
    }

    fn plain(keyword: &'static str, block: &'a Block) -> Self {
        Self {
            label: String::new(),
            keyword,
            matcher: "",
            pattern: None,
            connector: "",
            condition: None,
            block,
            otherwise: None,
            may_be_one_line: false,
            after_else: false,
        }
    }

    fn conditional(keyword: &'static str, condition: &'a Expr, block: &'a Block) -> Self {
        let (pattern, condition) = split_let(condition);
        Self {
            matcher: "let ",
            pattern,
            connector: " =",
            condition: Some(condition),
            ..Self::plain(keyword, block)
        }
    }

    fn with_else(self, otherwise: Option<&'a Expr>, may_be_one_line: bool) -> Self {
        Self {
            otherwise,
            may_be_one_line,
            ..self
        }
    }

    fn rewrite(&self, context: &Context, shape: Shape) -> Option<String> {
        let (mut text, used) = self.head(context, shape)?;
        if used == 0 {
            return Some(text);
        }
        let room = shape.width.saturating_sub(used);
        let width = if self.otherwise.is_some() || self.after_else {
            room.min(1)
        } else {
            room
        };
        text.push_str(&block::on_lines(
            context,
            "",
            self.block,
            Shape { width, ..shape },
        ));
        let Some(otherwise) = self.otherwise else {
            return Some(text);
        };
        text.push_str(" else ");
        let shape = Shape::indented(shape.indent, context);
        let otherwise = match otherwise {
            Expr::If(_) => Control {
                after_else: true,
                ..Control::of(otherwise, Position::Statement)?
            }
            .rewrite(context, shape)?,
            _ => {
                let shape = Shape {
                    width: shape.width.min(1),
                    ..shape
                };
                expression::rewrite_at(context, otherwise, Position::Statement, shape)?
            }
        };
        text.push_str(&otherwise);
        Some(text)
    }

    /// Everything up to the block, and the columns it takes; or everything, and zero.
    fn head(&self, context: &Context, shape: Shape) -> Option<(String, usize)> {
        let fresh = Shape {
            width: context.budget(shape.used_width()),
            ..shape
        };
        let room = if self.after_else {
            fresh.offset_left("} else ".len())?
        } else {
            fresh
        };
        let offset = self.keyword.len() + self.label.len() + 1;
        let condition = match self.condition {
            Some(condition) => self.condition_text(context, condition, room, offset)?,
            None => String::new(),
        };
        let one_line = context.budget(room.used_width() + offset + " {".len());
        let brace_on_next_line = (is_multiline(&condition) || condition.len() > one_line)
            && (!last_line_extendable(&condition)
                || last_line_offsetted(shape.used_width(), &condition));
        if self.may_be_one_line
            && let Some(text) = self.on_one_line(context, &condition, shape.width)
            && text.len() <= IF_ELSE_WIDTH
        {
            return Some((text, 0));
        }
        let used = if is_multiline(&condition) {
            last_line_width(&condition)
        } else {
            self.label.len() + self.keyword.len() + condition.len() + 2
        };
        let space = if condition.is_empty() || condition.starts_with('\n') {
            ""
        } else {
            " "
        };
        let separator = if brace_on_next_line {
            shape.indent.block_only().newline()
        } else {
            " ".to_owned()
        };
        Some((
            format!(
                "{}{}{space}{condition}{separator}",
                self.label, self.keyword
            ),
            used,
        ))
    }

    fn condition_text(
        &self,
        context: &Context,
        condition: &Expr,
        shape: Shape,
        offset: usize,
    ) -> Option<String> {
        let room = shape.offset_left(offset)?;
        if let Some(pattern) = self.pattern {
            let pattern_room = room
                .offset_left(self.matcher.len())?
                .sub_width(self.connector.len())?;
            let pattern = pattern::rewrite(context, pattern, pattern_room)?;
            let left = format!("{}{pattern}{}", self.matcher, self.connector);
            return assign::rewrite(context, left, condition, room);
        }
        let beside = expression::rewrite(context, condition, room);
        if self.keyword == "if" || beside.is_some() {
            return beside;
        }
        let nested = shape.block_indent(TAB).with_max_width(context);
        let below = expression::rewrite(context, condition, nested)?;
        Some(format!("{}{below}", nested.indent.newline()))
    }

    fn on_one_line(&self, context: &Context, condition: &str, width: usize) -> Option<String> {
        let Expr::Block(otherwise) = self.otherwise? else {
            return None;
        };
        let value = block::simple_value(self.block)?;
        let other = block::simple_value(&otherwise.block)?;
        if otherwise.label.is_some() || is_multiline(condition) {
            return None;
        }
        let cost = self.keyword.len() + "  {  } else {  }".len();
        let room = width.checked_sub(condition.len() + cost)?;
        let value = block::value_text(context, value, Shape::legacy(room, Indent::default()))?;
        let room = room.checked_sub(value.len())?;
        let other = block::value_text(context, other, Shape::legacy(room, Indent::default()))?;
        if is_multiline(&value) || is_multiline(&other) {
            return None;
        }
        let text = format!(
            "{} {condition} {{ {value} }} else {{ {other} }}",
            self.keyword
        );
        (text.len() <= width).then_some(text)
    }
}
