//! The room that a construct has: where it starts, how far the first line may go, and where further lines begin.
//!
//! The names of the operations are rustfmt's, because its rules are written in terms of them.

use super::context::Context;

/// Columns of one level of indentation.
pub(super) const TAB: usize = 4;

/// Where a new line begins: block indentation, and columns of alignment after it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Indent {
    pub(super) block: usize,
    pub(super) align: usize,
}

impl Indent {
    pub(super) fn of(block: usize) -> Self {
        Self { block, align: 0 }
    }

    pub(super) fn width(self) -> usize {
        self.block + self.align
    }

    /// One level deeper.
    pub(super) fn deeper(self) -> Self {
        Self {
            block: self.block + TAB,
            ..self
        }
    }

    /// `columns` further to the right by alignment.
    pub(super) fn aligned(self, columns: usize) -> Self {
        Self {
            align: self.align + columns,
            ..self
        }
    }

    pub(super) fn block_only(self) -> Self {
        Self::of(self.block)
    }

    /// A line break and the indentation.
    pub(super) fn newline(self) -> String {
        let mut text = String::with_capacity(self.width() + 1);
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', self.width()));
        text
    }
}

/// The room for a construct.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Columns which the last line may take.
    pub(super) width: usize,
    /// Where further lines begin.
    pub(super) indent: Indent,
    /// Columns already used on the first line, after the block indentation.
    pub(super) offset: usize,
}

impl Shape {
    /// `width` columns, with further lines at `indent`.
    pub(super) fn legacy(width: usize, indent: Indent) -> Self {
        Self {
            width,
            indent,
            offset: indent.align,
        }
    }

    /// The whole rest of a line which begins at `indent`.
    pub(super) fn indented(indent: Indent, context: &Context) -> Self {
        Self::legacy(context.budget(indent.width()), indent)
    }

    pub(super) fn with_max_width(self, context: &Context) -> Self {
        Self {
            width: context.budget(self.indent.width()),
            ..self
        }
    }

    pub(super) fn visual_indent(self, delta: usize) -> Self {
        let align = self.offset + delta;
        Self {
            width: self.width,
            indent: Indent {
                block: self.indent.block,
                align,
            },
            offset: align,
        }
    }

    pub(super) fn block_indent(self, delta: usize) -> Self {
        if self.indent.align == 0 {
            Self {
                width: self.width,
                indent: Indent::of(self.indent.block + delta),
                offset: 0,
            }
        } else {
            Self {
                width: self.width,
                indent: self.indent.aligned(delta),
                offset: self.indent.align + delta,
            }
        }
    }

    pub(super) fn block_left(self, delta: usize) -> Option<Self> {
        self.block_indent(delta).sub_width(delta)
    }

    pub(super) fn block(self) -> Self {
        Self {
            indent: self.indent.block_only(),
            ..self
        }
    }

    pub(super) fn sub_width(self, columns: usize) -> Option<Self> {
        Some(Self {
            width: self.width.checked_sub(columns)?,
            ..self
        })
    }

    pub(super) fn shrink_left(self, columns: usize) -> Option<Self> {
        Some(Self {
            width: self.width.checked_sub(columns)?,
            indent: self.indent.aligned(columns),
            offset: self.offset + columns,
        })
    }

    pub(super) fn offset_left(self, columns: usize) -> Option<Self> {
        Some(Self {
            width: self.width.checked_sub(columns)?,
            offset: self.offset + columns,
            ..self
        })
    }

    pub(super) fn used_width(self) -> usize {
        self.indent.block + self.offset
    }

    /// Columns at the end of the line which others have reserved.
    pub(super) fn rhs_overhead(self, context: &Context) -> usize {
        context.budget(self.used_width() + self.width)
    }

    /// A line break, and the columns up to where the construct starts.
    pub(super) fn newline(self) -> String {
        Indent {
            align: self.offset,
            ..self.indent
        }
        .newline()
    }
}
