//! From what the stages know of a place to the piece of text that it is.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::excerpt::Excerpt;
use super::lines::Lines;
use super::place::{Part, Place};
use super::{Diagnostic, Diagnostics, Related};
use crate::load::Source;
use crate::load::json::spans::{Entry, entries};

impl Diagnostics {
    /// Looks up in the files where everything stands, so that it can be shown. A place in none of these files stays as
    /// it is, so that files of several models can be gone through one after the other.
    #[must_use]
    pub fn located(self, sources: &[Source]) -> Self {
        let files = sources
            .iter()
            .map(|source| (source.name.as_str(), source.bytes.as_slice()));
        self.located_in(files)
    }

    /// As [`Diagnostics::located`], of files by name.
    pub(crate) fn located_in<'s>(
        self,
        files: impl IntoIterator<Item = (&'s str, &'s [u8])>,
    ) -> Self {
        let files: Vec<File<'s>> = files
            .into_iter()
            .map(|(name, bytes)| File::new(name, bytes))
            .collect();
        self.into_iter()
            .map(|diagnostic| Diagnostic {
                place: locate(diagnostic.place, &files),
                related: diagnostic
                    .related
                    .into_iter()
                    .map(|related| Related {
                        place: locate(related.place, &files),
                        ..related
                    })
                    .collect(),
                ..diagnostic
            })
            .collect()
    }
}

/// Finds a place, unless it has been found.
fn locate(place: Place, files: &[File<'_>]) -> Place {
    if place.excerpt.is_some() {
        return place;
    }
    let found = match &place.file {
        Some(name) => {
            let file = files.iter().find(|file| file.name == name);
            let other = || anywhere_else(&place, file?, files);
            other().or_else(|| file.and_then(|file| Some((file, file.piece(&place)?))))
        }
        None if place.shape.is_some() => anywhere(&place, files),
        None => None,
    };
    match found {
        Some((file, piece)) => Place {
            file: Some(file.name.to_owned()),
            excerpt: Some(Excerpt::of(file.lines(), piece)),
            ..place
        },
        None => place,
    }
}

/// Finds a trait that the file named has no word of in the file that applies it.
fn anywhere_else<'f, 's>(
    place: &Place,
    named: &File<'s>,
    files: &'f [File<'s>],
) -> Option<(&'f File<'s>, Range<usize>)> {
    let trait_id = place.trait_id.as_ref()?;
    let is_here = named
        .node(place)
        .is_some_and(|node| named.bears(&node, trait_id));
    let elsewhere = Place {
        position: None,
        ..place.clone()
    };
    let bears = |file: &&File<'_>| {
        file.node(&elsewhere)
            .is_some_and(|node| file.bears(&node, trait_id))
    };
    let file = files.iter().rev().find(bears).filter(|_| !is_here)?;
    Some((file, file.piece(&elsewhere)?))
}

/// Finds a shape or a trait of it in the file that has it. A trait of a later file is the one that counts.
fn anywhere<'f, 's>(place: &Place, files: &'f [File<'s>]) -> Option<(&'f File<'s>, Range<usize>)> {
    let all = || files.iter().rev();
    if let Some(trait_id) = &place.trait_id {
        let bears = |file: &&File<'_>| {
            file.node(place)
                .is_some_and(|node| file.bears(&node, trait_id))
        };
        if let Some(file) = all().find(bears) {
            return Some((file, file.piece(place)?));
        }
    }
    let defines = |file: &&File<'_>| {
        file.node(place)
            .is_some_and(|node| file.child(&node, "traits").is_none() || file.is_definition(&node))
    };
    let file = all().find(defines)?;
    Some((file, file.piece(place)?))
}

/// A file, of which no more is prepared than is asked for.
struct File<'s> {
    name: &'s str,
    bytes: &'s [u8],
    lines: OnceCell<Lines<'s>>,
    index: OnceCell<Index<'s>>,
}

/// The shapes of a file, and of an AWS JSON 1.x model its operations and paginators; after them what is at the top.
struct Index<'s> {
    shapes: Vec<Entry<'s>>,
    by_name: BTreeMap<String, usize>,
}

/// The keys at the top of a file under which something has a name. What comes first is meant where names are equal.
const SECTIONS: [&str; 3] = ["operations", "pagination", "shapes"];

impl<'s> File<'s> {
    fn new(name: &'s str, bytes: &'s [u8]) -> Self {
        Self {
            name,
            bytes,
            lines: OnceCell::new(),
            index: OnceCell::new(),
        }
    }

    fn lines(&self) -> &Lines<'s> {
        self.lines.get_or_init(|| Lines::of(self.bytes))
    }

    /// The text; an empty one if the bytes are none.
    fn text(&self) -> &'s str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }

    fn index(&self) -> &Index<'s> {
        self.index.get_or_init(|| {
            let text = self.text();
            let top = entries(text, 0..text.len());
            let mut shapes: Vec<Entry<'s>> = Vec::new();
            for section in SECTIONS {
                if let Some(found) = top.iter().find(|entry| entry.name == section) {
                    shapes.extend(entries(text, found.value.clone()));
                }
            }
            shapes.extend(top);
            let mut by_name = BTreeMap::new();
            for (index, shape) in shapes.iter().enumerate() {
                by_name.entry(shape.name.to_string()).or_insert(index);
            }
            Index { shapes, by_name }
        })
    }

    /// The piece of the text that a place means; none for the file as a whole.
    fn piece(&self, place: &Place) -> Option<Range<usize>> {
        if let Some(Part::InFile(pointer)) = &place.part {
            return self.part(self.root(), &Part::Value(pointer.clone()));
        }
        let node = self.node(place);
        let offset = place.position.map(|position| position.offset);
        let Some(node) = node else {
            let in_file = place.part.as_ref().filter(|_| place.shape.is_none());
            return match (offset, in_file) {
                (Some(offset), _) => Some(token(self.bytes, offset)),
                (None, Some(part)) => self.part(self.root(), part),
                (None, None) => None,
            };
        };
        let node = match &place.trait_id {
            None => node,
            Some(trait_id) => match self.trait_of(&node, trait_id) {
                Some(found) => found,
                None => return Some(self.shown(&node, false)),
            },
        };
        match &place.part {
            None => Some(self.shown(&node, false)),
            Some(part) => self.part(node, part),
        }
    }

    /// The shape or member that a place is about, as it stands in this file: where a stage has seen it, or by its id.
    fn node(&self, place: &Place) -> Option<Entry<'s>> {
        let shape = match place.position {
            Some(position) => self.at(position.offset)?,
            None => self.by_id(place.shape.as_deref()?, place.trait_id.as_deref())?,
        };
        let member = place.shape.as_ref().and_then(|id| id.split_once('$'));
        match member {
            Some((_, member)) if !shape.name.contains('$') => {
                Some(self.member(&shape, member).unwrap_or(shape))
            }
            _ => Some(shape),
        }
    }

    /// The shape or member whose key begins here.
    fn at(&self, offset: usize) -> Option<Entry<'s>> {
        let mut shapes = self.index().shapes.iter();
        let shape = shapes.find(|shape| {
            shape.key.as_ref().is_some_and(|key| key.start <= offset) && offset < shape.value.end
        })?;
        let is_here = |entry: &Entry<'_>| entry.key.as_ref().is_some_and(|key| key.start == offset);
        if is_here(shape) {
            return Some(shape.clone());
        }
        let members = self.child(shape, "members")?;
        self.children(&members).into_iter().find(is_here)
    }

    /// The statement for a member, its shape, or what an AWS JSON 1.x model has in its place. What bears the trait goes
    /// before what does not.
    fn by_id(&self, id: &str, trait_id: Option<&str>) -> Option<Entry<'s>> {
        let index = self.index();
        let (container, _) = id.split_once('$').unwrap_or((id, ""));
        let (_, name) = container.split_once('#').unwrap_or(("", container));
        let names = [id, container, name, name.trim_end_matches('_')];
        let found = || {
            let found = names.iter().filter_map(|name| index.by_name.get(*name));
            found.filter_map(|index_of| index.shapes.get(*index_of))
        };
        let with_trait =
            trait_id.and_then(|trait_id| found().find(|shape| self.bears(shape, trait_id)));
        with_trait.or_else(|| found().next()).cloned()
    }

    fn bears(&self, node: &Entry<'s>, trait_id: &str) -> bool {
        self.trait_of(node, trait_id).is_some()
    }

    fn is_definition(&self, node: &Entry<'s>) -> bool {
        self.child(node, "type")
            .is_none_or(|kind| self.text().get(kind.value) != Some("\"apply\""))
    }

    fn trait_of(&self, node: &Entry<'s>, trait_id: &str) -> Option<Entry<'s>> {
        self.child(&self.child(node, "traits")?, trait_id)
    }

    /// A member: of a list or a map it is a property.
    fn member(&self, shape: &Entry<'s>, name: &str) -> Option<Entry<'s>> {
        let members = self.child(shape, "members");
        let member = members.and_then(|members| self.child(&members, name));
        member.or_else(|| self.child(shape, name))
    }

    fn children(&self, node: &Entry<'s>) -> Vec<Entry<'s>> {
        entries(self.text(), node.value.clone())
    }

    fn child(&self, node: &Entry<'s>, name: &str) -> Option<Entry<'s>> {
        self.children(node)
            .into_iter()
            .find(|child| child.name == name)
    }

    /// The file as a value.
    fn root(&self) -> Entry<'s> {
        Entry {
            name: "".into(),
            key: None,
            value: 0..self.bytes.len(),
        }
    }

    /// A part of a value, or what of the way to it is there.
    fn part(&self, node: Entry<'s>, part: &Part) -> Option<Range<usize>> {
        let (pointer, is_value) = match part {
            Part::Value(pointer) | Part::InFile(pointer) => (pointer, true),
            Part::Key(pointer) => (pointer, false),
            Part::Reference(id) => return Some(self.reference(&node, id)),
        };
        let steps: Vec<&str> = pointer.split('/').skip(1).collect();
        let mut found = node;
        for (index, step) in steps.iter().enumerate() {
            let step = step.replace("~1", "/").replace("~0", "~");
            match self.child(&found, &step) {
                Some(child) => found = child,
                // What is missing is shown by what it is missing in.
                None if index == 0 && found.key.is_none() && found.value.start == 0 => return None,
                None => return Some(self.shown(&found, false)),
            }
        }
        Some(self.shown(&found, is_value))
    }

    /// Where the id of a shape stands in a value, or its name, which is all that an AWS JSON 1.x model has.
    fn reference(&self, node: &Entry<'s>, id: &str) -> Range<usize> {
        let value = self.text().get(node.value.clone()).unwrap_or_default();
        let name = id.split_once('#').map_or(id, |(_, name)| name);
        let mut found = [id, name].into_iter().filter_map(|text| {
            let start = node.value.start + value.find(&format!("\"{text}\""))?;
            Some(start..start + text.len() + 2)
        });
        found.next().unwrap_or_else(|| self.shown(node, false))
    }

    /// What to mark of an entry: its key; or its value, if that is wanted or there is no key, as far as it stands in
    /// one line.
    fn shown(&self, node: &Entry<'s>, is_value: bool) -> Range<usize> {
        let value = self.bytes.get(node.value.clone()).unwrap_or_default();
        let is_long = value.len() > LONGEST || value.contains(&b'\n');
        match &node.key {
            Some(key) if !is_value || is_long => key.clone(),
            None if is_long => node.value.start..node.value.start + 1,
            _ => node.value.clone(),
        }
    }
}

/// How many bytes of a value are marked; of a longer one, its key is.
const LONGEST: usize = 80;

/// The string, number or word that begins here, or one character.
fn token(bytes: &[u8], offset: usize) -> Range<usize> {
    let rest = bytes.get(offset..).unwrap_or_default();
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-._".contains(byte);
    let length = match rest {
        [b'"', string @ ..] => {
            let mut is_escaped = false;
            let end = string.iter().position(|byte| {
                let is_end = *byte == b'"' && !is_escaped;
                is_escaped = *byte == b'\\' && !is_escaped;
                is_end || *byte == b'\n'
            });
            end.map_or(1, |end| end + 2)
        }
        [first, ..] if is_word(first) => rest.iter().take_while(|byte| is_word(byte)).count(),
        [_, more @ ..] => 1 + more.iter().take_while(|byte| **byte & 0xC0 == 0x80).count(),
        [] => 0,
    };
    let start = offset.min(bytes.len());
    start..start + length.min(bytes.len() - start)
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn a_token_is_a_string_a_word_or_a_character() {
        for (text, offset, found) in [
            (r#"{"a\"b\\": 1}"#, 1, r#""a\"b\\""#),
            ("[12.5e-1]", 1, "12.5e-1"),
            ("[true,]", 6, "]"),
            ("[\u{e9}]", 1, "\u{e9}"),
            ("\"open", 0, "\""),
            ("{", 1, ""),
            ("{", 9, ""),
        ] {
            assert_eq!(&text[token(text.as_bytes(), offset)], found, "{text}");
        }
    }
}
