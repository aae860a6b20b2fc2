//! JSON text to a value, with what `serde_json::Value` alone would lose: repeated keys, and where shapes stand.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::text::position;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A file's JSON.
pub(super) struct Document {
    /// All of it.
    pub(super) value: Value,
    /// Line and column of each key of the object `shapes`, in its order.
    pub(super) shape_positions: Vec<Option<(usize, usize)>>,
}

/// Reads a JSON text to its end, and records every key that an object repeats.
///
/// Nesting deeper than 128 is a fault (`serde_json`'s own limit), so nothing after this can overflow the stack.
pub(super) fn parse(name: &str, text: &str, faults: &mut Diagnostics) -> Option<Document> {
    let mut record = Record {
        text,
        repeated: Vec::new(),
        shapes: Vec::new(),
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = Node {
        record: &mut record,
        path: None,
    }
    .deserialize(&mut deserializer)
    .and_then(|value| deserializer.end().map(|()| value));
    faults.extend(record.repeated.iter().map(|key| key.diagnostic(name, text)));
    match parsed {
        Ok(value) => Some(Document {
            value,
            shape_positions: positions(text, &record.shapes),
        }),
        Err(error) => {
            faults.push(syntax_error(name, text, &error));
            None
        }
    }
}

fn syntax_error(name: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
    let whole = error.to_string();
    let reason = whole
        .rsplit_once(" at line ")
        .map_or(whole.as_str(), |(reason, _)| reason);
    let help = match error.classify() {
        _ if text.starts_with('\u{feff}') => {
            "the file starts with a byte order mark: save it without one"
        }
        Category::Eof => "the file ends too early: close what is open, or fetch the whole file",
        _ => "mend the JSON at this place",
    };
    Diagnostic::new(format!("the file is not JSON: {reason}"))
        .in_file(name)
        .at(error.line().max(1), error.column().max(1))
        .help(help)
}

/// Turns ascending byte offsets into lines and columns, in one pass over the text.
fn positions(text: &str, offsets: &[Option<usize>]) -> Vec<Option<(usize, usize)>> {
    let (mut line, mut line_start, mut done) = (1, 0, 0);
    let mut place = |offset: usize| {
        for (index, byte) in text.bytes().enumerate().take(offset).skip(done) {
            if byte == b'\n' {
                line += 1;
                line_start = index + 1;
            }
        }
        done = offset;
        (line, offset - line_start + 1)
    };
    offsets
        .iter()
        .map(|offset| offset.map(&mut place))
        .collect()
}

/// What is written down while a text is read.
struct Record<'t> {
    text: &'t str,
    repeated: Vec<Repeated>,
    shapes: Vec<Option<usize>>,
}

/// A key that an object holds more than once.
struct Repeated {
    path: Vec<String>,
    offset: Option<usize>,
}

impl Repeated {
    fn diagnostic(&self, name: &str, text: &str) -> Diagnostic {
        let key = self.path.last().map_or("", String::as_str);
        let mut diagnostic = Diagnostic::new(format!(
            "found the key {key:?} twice in one object, at {}, expected it once",
            self.path.join(" > ")
        ))
        .in_file(name)
        .help("remove one of the two: most readers of JSON would silently keep the last");
        if let Some(offset) = self.offset {
            let (line, column) = position(text.as_bytes(), offset);
            diagnostic = diagnostic.at(line, column);
        }
        match self.path.as_slice() {
            [shapes, id, ..] if shapes == "shapes" => diagnostic.on(id),
            _ => diagnostic,
        }
    }
}

/// Where the reader is: a key or an index, and what that stands in.
#[derive(Clone, Copy)]
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    fn steps(&self) -> Vec<String> {
        let mut steps = Vec::new();
        let mut next = Some(self);
        while let Some(path) = next {
            steps.push(match path.step {
                Step::Key(key) => key.to_owned(),
                Step::Index(index) => format!("[{index}]"),
            });
            next = path.parent;
        }
        steps.reverse();
        steps
    }

    fn is_shapes(path: Option<&Self>) -> bool {
        path.is_some_and(|path| path.parent.is_none() && matches!(path.step, Step::Key("shapes")))
    }
}

/// Reads one value.
struct Node<'r, 't, 'p> {
    record: &'r mut Record<'t>,
    path: Option<&'p Path<'p>>,
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("number out of range"))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let path = Path {
                parent: self.path,
                step: Step::Index(list.len()),
            };
            let item = Node {
                record: &mut *self.record,
                path: Some(&path),
            };
            match items.next_element_seed(item)? {
                Some(value) => list.push(value),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        let holds_shapes = Path::is_shapes(self.path);
        while let Some(key) = entries.next_key_seed(Key)? {
            let offset = self.record.offset_of(&key);
            let path = Path {
                parent: self.path,
                step: Step::Key(&key),
            };
            let value = entries.next_value_seed(Node {
                record: &mut *self.record,
                path: Some(&path),
            })?;
            if object.contains_key(key.as_ref()) {
                let path = path.steps();
                self.record.repeated.push(Repeated { path, offset });
                continue;
            }
            if holds_shapes {
                self.record.shapes.push(offset);
            }
            object.insert(key.into_owned(), value);
        }
        Ok(Value::Object(object))
    }
}

impl Record<'_> {
    /// Where the key starts, if it is a piece of the text itself (a key with escapes is not, and lies elsewhere).
    fn offset_of(&self, key: &str) -> Option<usize> {
        let after_the_quote = (key.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        after_the_quote
            .checked_sub(1)
            .filter(|offset| *offset < self.text.len())
    }
}

/// Reads a key, as a piece of the text where it can.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
