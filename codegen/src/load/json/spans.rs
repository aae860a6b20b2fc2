//! Where the entries of a JSON text stand, found one level at a time: only a fault that is shown needs it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::path::Key;

/// An entry of an object, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    /// The key; of an item, its index.
    pub(crate) name: Cow<'t, str>,
    /// Where the key stands, quotes included; nowhere for an item.
    pub(crate) key: Option<Range<usize>>,
    /// Where the value stands.
    pub(crate) value: Range<usize>,
}

/// The entries of the value at `within`, in their order, repeated keys included. None if it is no object or list; of a
/// text that breaks off or is wrong, those before that place.
pub(crate) fn entries(text: &str, within: Range<usize>) -> Vec<Entry<'_>> {
    let mut walk = Walk {
        text,
        end: within.start,
        found: Vec::new(),
    };
    let part = text.get(within).unwrap_or_default();
    let mut deserializer = serde_json::Deserializer::from_str(part);
    // Whatever is wrong with the text has been reported by the reader that came before.
    drop(deserializer.deserialize_any(&mut walk));
    walk.found
}

/// Notes what it passes.
struct Walk<'t> {
    text: &'t str,
    /// Where the value before ended.
    end: usize,
    found: Vec<Entry<'t>>,
}

impl<'t> Walk<'t> {
    fn note(&mut self, key: Option<Cow<'t, str>>, value: &'t RawValue) {
        // The value is a piece of the text itself.
        let start = (value.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let end = start + value.get().len();
        let (name, key) = match key {
            Some(name) => (name, self.key(start)),
            None => (Cow::Owned(self.found.len().to_string()), None),
        };
        let value = start..end;
        self.found.push(Entry { name, key, value });
        self.end = end;
    }

    /// The key before a value: beside it nothing but white space, a brace or comma, and a colon lie there.
    fn key(&self, value: usize) -> Option<Range<usize>> {
        let between = self.text.get(self.end..value)?;
        let (first, last) = (between.find('"')?, between.rfind('"')?);
        Some(self.end + first..self.end + last + 1)
    }
}

impl<'t> Visitor<'t> for &mut Walk<'t> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key_seed(Key)? {
            let value = entries.next_value()?;
            self.note(Some(key), value);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(value) = items.next_element()? {
            self.note(None, value);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn finds_keys_and_values() {
        let text = r#" { "a" : [1, {"x": "ü"}], "b\"" : {} , "a":null}"#;
        let found: Vec<_> = entries(text, 0..text.len())
            .into_iter()
            .map(|entry| (entry.name, &text[entry.key.unwrap()], &text[entry.value]))
            .collect();
        let expected = [
            ("a".into(), r#""a""#, r#"[1, {"x": "ü"}]"#),
            ("b\"".into(), r#""b\"""#, "{}"),
            ("a".into(), r#""a""#, "null"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_items() {
        let text = r#"[ 1,"two" ]"#;
        let found = entries(text, 0..text.len());
        let values: Vec<_> = found.iter().map(|item| &text[item.value.clone()]).collect();
        assert_eq!((values, &found[1].name[..]), (vec!["1", "\"two\""], "1"));
    }

    #[test]
    fn stops_where_the_text_breaks_off() {
        for text in [r#"{"a": 1, "b": ["#, r#"{"a": 1, "b" 2}"#, r#"{"a": 1,"#] {
            assert_eq!(entries(text, 0..text.len()).len(), 1, "{text}");
        }
        for text in ["", "1", "\"a\"", "]", "{"] {
            assert_eq!(entries(text, 0..text.len()), [], "{text}");
        }
        assert_eq!(entries("{}", 5..9), []);
    }
}
