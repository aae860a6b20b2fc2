//! JSON text to a value, with what `serde_json::Value` alone would lose: repeated keys, and where shapes stand.

mod path;
pub(crate) mod spans;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use self::path::{Key, Path, Step};
use crate::diagnostic::{Diagnostic, Diagnostics, Part, Place, Position, step};

/// A file's JSON.
pub(super) struct Document {
    /// All of it.
    pub(super) value: Value,
    /// Where each key of the object `shapes` stands, in its order.
    pub(super) places: Vec<ShapePlace>,
}

/// Where a shape and its `members` stand, where that is known (it is not for a key with escapes).
#[derive(Default)]
pub(super) struct ShapePlace {
    pub(super) shape: Option<Position>,
    pub(super) members: Vec<Option<Position>>,
}

/// Reads a JSON text to its end, and records every key that an object repeats.
///
/// Nesting deeper than 128 is a fault (`serde_json`'s own limit), so nothing after this can overflow the stack.
pub(super) fn parse(name: &str, text: &str, faults: &mut Diagnostics) -> Option<Document> {
    let mut record = Record {
        text,
        repeated: Vec::new(),
        marks: Vec::new(),
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
            places: places(text, &record.marks),
        }),
        Err(error) => {
            faults.push(syntax_error(name, text, &error));
            None
        }
    }
}

/// What is wrong with a text that is no JSON.
pub(crate) fn syntax_error(name: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
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
        .at(Position::at(text, error.line(), error.column()))
        .help(help)
}

/// Turns marks into lines and columns, in one pass over the text: their offsets ascend.
fn places(text: &str, marks: &[Mark]) -> Vec<ShapePlace> {
    let (mut line, mut column, mut done) = (1, 1, 0);
    let mut position = |offset: usize| {
        for byte in text.as_bytes().get(done..offset).unwrap_or_default() {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                0x80..=0xBF => {}
                _ => column += 1,
            }
        }
        done = offset;
        Position {
            offset,
            line,
            column,
        }
    };
    let mut places: Vec<ShapePlace> = Vec::new();
    for mark in marks {
        let position = mark.offset.map(&mut position);
        match places.last_mut().filter(|_| mark.is_member) {
            Some(place) => place.members.push(position),
            None => places.push(ShapePlace {
                shape: position,
                members: Vec::new(),
            }),
        }
    }
    places
}

/// What is written down while a text is read.
struct Record<'t> {
    text: &'t str,
    repeated: Vec<Repeated>,
    marks: Vec<Mark>,
}

/// The key of a shape or of a member.
struct Mark {
    is_member: bool,
    offset: Option<usize>,
}

/// A key that an object holds more than once.
struct Repeated {
    path: Vec<String>,
    offset: Option<usize>,
}

impl Repeated {
    /// Where the key stands first.
    fn first(&self, name: &str) -> Place {
        let steps = self.path.iter().map(|name| step(name));
        Place {
            file: Some(name.to_owned()),
            part: Some(Part::Key(steps.collect())),
            ..Place::default()
        }
    }

    fn diagnostic(&self, name: &str, text: &str) -> Diagnostic {
        let key = self.path.last().map_or("", String::as_str);
        let mut diagnostic = Diagnostic::new(format!(
            "found the key {key:?} twice in one object, at {}, expected it once",
            self.path.join(" > ")
        ))
        .in_file(name)
        .help("remove one of the two: most readers of JSON would silently keep the last");
        if let Some(offset) = self.offset {
            diagnostic = diagnostic
                .at(Position::of(text.as_bytes(), offset))
                .related("it is here first", self.first(name));
        }
        match self.path.as_slice() {
            [shapes, id, ..] if shapes == "shapes" => diagnostic.on(id),
            _ => diagnostic,
        }
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
        let holds_members = self.path.and_then(Path::holds_members);
        while let Some(key) = entries.next_key_seed(Key)? {
            let offset = self.record.offset_of(&key);
            let path = Path {
                parent: self.path,
                step: Step::Key(&key),
            };
            if let Some(is_member) = holds_members.filter(|_| !object.contains_key(key.as_ref())) {
                self.record.marks.push(Mark { is_member, offset });
            }
            let value = entries.next_value_seed(Node {
                record: &mut *self.record,
                path: Some(&path),
            })?;
            match object.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(first) => {
                    let step = Step::Key(first.key());
                    let path = Path {
                        parent: self.path,
                        step,
                    }
                    .steps();
                    self.record.repeated.push(Repeated { path, offset });
                }
            }
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
