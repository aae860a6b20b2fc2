//! Finding shapes, traits and parts of them in the text of one file.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::lines::Lines;
use super::place::{Part, Place};
use super::token::token;
use crate::load::json::spans::{Entry, entries};

/// A file, of which no more is prepared than is asked for.
pub(super) struct File<'s> {
    pub(super) name: &'s str,
    bytes: &'s [u8],
    text: OnceCell<&'s str>,
    lines: OnceCell<Lines<'s>>,
    index: OnceCell<Index<'s>>,
    /// The entries of each value that was looked into, by where it begins: many faults may be in one.
    children: RefCell<BTreeMap<usize, Rc<[Entry<'s>]>>>,
}

/// The shapes of a file, and of an AWS JSON 1.x model its operations and paginators; after them what is at the top.
struct Index<'s> {
    shapes: Vec<Entry<'s>>,
    by_name: BTreeMap<String, usize>,
    is_smithy: bool,
}

/// The keys at the top of a file under which something has a name. What comes first is meant where names are equal.
const SECTIONS: [&str; 3] = ["operations", "pagination", "shapes"];

impl<'s> File<'s> {
    pub(super) fn new(name: &'s str, bytes: &'s [u8]) -> Self {
        Self {
            name,
            bytes,
            text: OnceCell::new(),
            lines: OnceCell::new(),
            index: OnceCell::new(),
            children: RefCell::default(),
        }
    }

    pub(super) fn lines(&self) -> &Lines<'s> {
        self.lines.get_or_init(|| Lines::of(self.bytes))
    }

    /// The text; an empty one if the bytes are none.
    fn text(&self) -> &'s str {
        self.text
            .get_or_init(|| std::str::from_utf8(self.bytes).unwrap_or_default())
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
            let is_smithy = top.iter().any(|entry| entry.name == "smithy");
            shapes.extend(top);
            let mut by_name = BTreeMap::new();
            for (index, shape) in shapes.iter().enumerate() {
                by_name.entry(shape.name.to_string()).or_insert(index);
            }
            Index {
                shapes,
                by_name,
                is_smithy,
            }
        })
    }

    /// The piece of the text that a place means; none for the file as a whole.
    pub(super) fn piece(&self, place: &Place) -> Option<Range<usize>> {
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
    /// Of a member that the file does not have, its shape.
    fn node(&self, place: &Place) -> Option<Entry<'s>> {
        let shape = match place.position {
            Some(position) => self.at(position.offset)?,
            None => self.by_id(place.shape.as_deref()?, place.trait_id.as_deref())?,
        };
        Some(match member_name(place, &shape) {
            Some(name) => self.member(&shape, name).unwrap_or(shape),
            None => shape,
        })
    }

    /// Whether the file gives the shape or member of a place the trait.
    pub(super) fn bears_trait(&self, place: &Place, trait_id: &str) -> bool {
        let Some(node) = self.node(place) else {
            return false;
        };
        let is_member = place.position.is_some()
            || member_name(place, &node).is_none_or(|name| node.name == name);
        is_member && self.bears(&node, trait_id)
    }

    /// Whether the file defines the shape of a place, rather than to add something to it.
    pub(super) fn defines(&self, place: &Place) -> bool {
        let text = |kind: Entry<'_>| self.text().get(kind.value);
        let kind = |node: Entry<'s>| self.child(&node, "type").and_then(text);
        self.node(place)
            .is_some_and(|node| kind(node) != Some("\"apply\""))
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
        self.children(&members)
            .iter()
            .find(|entry| is_here(entry))
            .cloned()
    }

    /// The statement for a member, its shape, or what an AWS JSON 1.x model has in its place. What bears the trait goes
    /// before what does not.
    fn by_id(&self, id: &str, trait_id: Option<&str>) -> Option<Entry<'s>> {
        let index = self.index();
        let (container, _) = id.split_once('$').unwrap_or((id, ""));
        let (_, name) = container.split_once('#').unwrap_or(("", container));
        let names = [id, container, name, name.trim_end_matches('_')];
        let count = if index.is_smithy { 2 } else { names.len() };
        let found = || {
            let found = names
                .iter()
                .take(count)
                .filter_map(|name| index.by_name.get(*name));
            found.filter_map(|index_of| index.shapes.get(*index_of))
        };
        let with_trait =
            trait_id.and_then(|trait_id| found().find(|shape| self.bears(shape, trait_id)));
        with_trait.or_else(|| found().next()).cloned()
    }

    fn bears(&self, node: &Entry<'s>, trait_id: &str) -> bool {
        self.trait_of(node, trait_id).is_some()
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

    fn children(&self, node: &Entry<'s>) -> Rc<[Entry<'s>]> {
        let mut known = self.children.borrow_mut();
        let children = known
            .entry(node.value.start)
            .or_insert_with(|| entries(self.text(), node.value.clone()).into());
        Rc::clone(children)
    }

    fn child(&self, node: &Entry<'s>, name: &str) -> Option<Entry<'s>> {
        let children = self.children(node);
        children.iter().find(|child| child.name == name).cloned()
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

/// The member that a place is about, unless the entry is a statement for it already.
fn member_name<'p>(place: &'p Place, shape: &Entry<'_>) -> Option<&'p str> {
    let (_, member) = place.shape.as_ref()?.split_once('$')?;
    (!shape.name.contains('$')).then_some(member)
}

/// How many bytes of a value are marked; of a longer one, its key is.
const LONGEST: usize = 80;
