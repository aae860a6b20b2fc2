//! Where in the input something is.

use super::Excerpt;

/// Where something is: what the stages know of it, and what is found in the file's text by that.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file it stands in, by the name it was given to the generator under.
    pub file: Option<String>,
    /// Where in the file, as far as a stage knows: the shape or member, or whatever it is about if there is neither.
    pub position: Option<Position>,
    /// The shape or member, `com.example#Shape$member`.
    pub shape: Option<String>,
    /// The trait, `smithy.api#http`.
    pub trait_id: Option<String>,
    /// The part of the trait; without one, of the shape or member; without these, of the file.
    pub part: Option<Part>,
    /// The text there, once it has been [located](super::Diagnostics::located).
    pub excerpt: Option<Excerpt>,
}

/// A part of a trait, shape or file. Pointers are JSON pointers, `/rules/0/conditions` (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The value that a pointer leads to.
    Value(String),
    /// The key of that value.
    Key(String),
    /// Where a shape is referred to, by its id.
    Reference(String),
    /// The value that a pointer leads to from the top of the file, whatever shape is named.
    InFile(String),
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// In bytes, from 0.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Its first character.
    pub start: Position,
    /// What comes after its last character.
    pub end: Position,
}

impl Position {
    /// The position at an offset; of one beyond the text, the text's end.
    #[must_use]
    pub fn of(bytes: &[u8], offset: usize) -> Self {
        let before = bytes.get(..offset).unwrap_or(bytes);
        let line_start = before.iter().rposition(|byte| *byte == b'\n');
        let line = before.get(line_start.map_or(0, |end| end + 1)..);
        Self {
            offset: before.len(),
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
            column: 1 + characters(line.unwrap_or_default()),
        }
    }

    /// The position at a line and a column in bytes, both from 1, of which either may lie beyond.
    pub(crate) fn at(text: &str, line: usize, byte_column: usize) -> Self {
        let line_start = match line.checked_sub(2) {
            None => 0,
            Some(before) => match text.match_indices('\n').nth(before) {
                Some((end, _)) => end + 1,
                None => text.len(),
            },
        };
        let offset = (line_start + byte_column.saturating_sub(1)).min(text.len());
        Self::of(text.as_bytes(), text.floor_char_boundary(offset))
    }
}

/// How many characters begin in a piece of UTF-8.
pub(crate) fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// A name or an index as a step of a JSON pointer.
pub(crate) fn step(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A path as messages have it, `[0].params.name`, as a JSON pointer.
pub(crate) fn pointer(path: &str) -> String {
    let names = path.split(['.', '[', ']']).filter(|name| !name.is_empty());
    names.map(step).collect()
}

impl Place {
    /// A shape or member, in whichever file it is defined.
    #[must_use]
    pub fn of_shape(id: impl ToString) -> Self {
        Self {
            shape: Some(id.to_string()),
            ..Self::default()
        }
    }

    /// Names the shape or member.
    pub(crate) fn on(self, id: impl ToString) -> Self {
        Self {
            shape: Some(id.to_string()),
            ..self
        }
    }

    /// Gives the pointer to a value.
    pub(crate) fn value(self, pointer: impl Into<String>) -> Self {
        Self {
            part: Some(Part::Value(pointer.into())),
            ..self
        }
    }

    /// Says that a reference to a shape is meant.
    pub(crate) fn reference(self, target: impl ToString) -> Self {
        Self {
            part: Some(Part::Reference(target.to_string())),
            ..self
        }
    }

    /// Names the trait.
    pub(crate) fn of_trait(self, id: impl ToString) -> Self {
        Self {
            trait_id: Some(id.to_string()),
            ..self
        }
    }

    /// The file, with line and column where they are known: `model.json:3:5`.
    pub(crate) fn origin(&self) -> Option<String> {
        let file = self.file.as_ref()?;
        Some(match self.start() {
            Some(Position { line, column, .. }) => format!("{file}:{line}:{column}"),
            None => file.clone(),
        })
    }

    /// Where it begins, as exactly as is known.
    pub(crate) fn start(&self) -> Option<Position> {
        let found = self.excerpt.as_ref().map(|excerpt| excerpt.span.start);
        found.or(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    fn line_and_column(position: Position) -> (usize, usize) {
        (position.line, position.column)
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "üb\nc\n".as_bytes();
        let places = [0, 2, 3, 4, 6, 99].map(|offset| line_and_column(Position::of(text, offset)));
        assert_eq!(places, [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 1)]);
    }

    #[test]
    fn finds_lines_and_columns_of_bytes() {
        let text = "aü\nbc";
        for (line, column, offset) in [
            (1, 1, 0),
            (1, 4, 3),
            (1, 3, 1),
            (2, 2, 5),
            (2, 9, 6),
            (7, 1, 6),
            (0, 0, 0),
        ] {
            assert_eq!(
                Position::at(text, line, column).offset,
                offset,
                "{line}:{column}"
            );
        }
    }
}
