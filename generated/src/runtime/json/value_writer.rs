//! Writing values.

use std::collections::HashMap;

use aws_smithy_types::primitive::Encoder;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, base64};

use super::escape::{push_big_number, push_string};
use super::write_document::push_document;
use super::{ObjectWriter, WriteStructure};
use crate::runtime::{Format, timestamp};

/// Writes JSON values at the end of one buffer.
///
/// Each method writes exactly one value, so that a method's path (`ValueWriter::string`) can say how the elements of
/// a list or map are written. Whoever is given a writer calls one of them, once.
#[derive(Debug, Default)]
pub struct ValueWriter {
    pub(super) output: Vec<u8>,
}

impl ValueWriter {
    /// A writer with an empty buffer.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text written so far.
    pub fn into_bytes(self) -> Vec<u8> {
        self.output
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.output.extend_from_slice(b"null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: &bool) {
        self.primitive((*value).into());
    }

    /// Writes an integer of 8 bits.
    pub fn byte(&mut self, value: &i8) {
        self.primitive((*value).into());
    }

    /// Writes an integer of 16 bits.
    pub fn short(&mut self, value: &i16) {
        self.primitive((*value).into());
    }

    /// Writes an integer of 32 bits.
    pub fn integer(&mut self, value: &i32) {
        self.primitive((*value).into());
    }

    /// Writes an integer of 64 bits.
    pub fn long(&mut self, value: &i64) {
        self.primitive((*value).into());
    }

    /// Writes the shortest decimal that reads as the same number of 32 bits, or one of the strings `NaN`, `Infinity` and `-Infinity`.
    pub fn float(&mut self, value: &f32) {
        self.real((*value).into(), value.is_finite());
    }

    /// Writes the shortest decimal that reads as the same number of 64 bits, or one of the strings `NaN`, `Infinity` and `-Infinity`.
    pub fn double(&mut self, value: &f64) {
        self.real((*value).into(), value.is_finite());
    }

    /// Writes an integer of any size.
    pub fn big_integer(&mut self, value: &BigInteger) {
        push_big_number(&mut self.output, value.as_ref());
    }

    /// Writes a decimal number of any size.
    pub fn big_decimal(&mut self, value: &BigDecimal) {
        push_big_number(&mut self.output, value.as_ref());
    }

    /// Writes a string, or the value of an enumeration.
    pub fn string<T: AsRef<str> + ?Sized>(&mut self, value: &T) {
        push_string(&mut self.output, value.as_ref());
    }

    /// Writes the value of an enumeration of integers.
    pub fn int_enum<T: Copy + Into<i32>>(&mut self, value: &T) {
        self.integer(&(*value).into());
    }

    /// Writes bytes as base64.
    pub fn blob(&mut self, value: &Blob) {
        push_string(&mut self.output, &base64::encode(value));
    }

    /// Writes a value of any kind. The keys of its objects are sorted.
    pub fn document(&mut self, value: &Document) {
        push_document(self, value);
    }

    /// Writes a timestamp as a string like `2019-12-16T23:48:18Z`.
    pub fn date_time(&mut self, value: &DateTime) {
        self.timestamp(value, Format::DateTime);
    }

    /// Writes a timestamp as a number of seconds since the epoch, with a fraction if it has one.
    pub fn epoch_seconds(&mut self, value: &DateTime) {
        self.timestamp(value, Format::EpochSeconds);
    }

    /// Writes a timestamp as a string like `Mon, 16 Dec 2019 23:48:18 GMT`.
    pub fn http_date(&mut self, value: &DateTime) {
        self.timestamp(value, Format::HttpDate);
    }

    /// Writes a timestamp. A date that `format` cannot express, outside of the years 1 to 9999, is written as a
    /// string of seconds since the epoch.
    pub fn timestamp(&mut self, value: &DateTime, format: Format) {
        if format != Format::EpochSeconds {
            push_string(&mut self.output, &timestamp::to_text(value, format));
        } else if value.has_subsec_nanos() {
            let text = timestamp::to_text(value, format);
            self.output.extend_from_slice(text.as_bytes());
        } else {
            self.long(&value.secs());
        }
    }

    /// Writes an object, whose members `write` writes.
    pub fn object(&mut self, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.output.push(b'{');
        write(&mut ObjectWriter::new(self));
        self.output.push(b'}');
    }

    /// Writes a structure or a union.
    pub fn structure<T: WriteStructure>(&mut self, value: &T) {
        self.object(|object| value.write_members(object));
    }

    /// Writes the unit type, `smithy.api#Unit`: `{}`.
    pub fn unit(&mut self) {
        self.output.extend_from_slice(b"{}");
    }

    /// Writes a list. `write` writes one element.
    pub fn list<T>(&mut self, list: &[T], write: impl Fn(&mut ValueWriter, &T)) {
        self.output.push(b'[');
        for (index, element) in list.iter().enumerate() {
            if index > 0 {
                self.output.push(b',');
            }
            write(self, element);
        }
        self.output.push(b']');
    }

    /// Writes a list with the trait `@sparse`: `None` is `null`.
    pub fn sparse_list<T>(&mut self, list: &[Option<T>], write: impl Fn(&mut ValueWriter, &T)) {
        self.list(list, |value, element| match element {
            Some(element) => write(value, element),
            None => value.null(),
        });
    }

    /// Writes a map in the order of its keys, so that equal maps give equal texts. `write` writes the value of one entry.
    pub fn map<K, V>(&mut self, map: &HashMap<K, V>, write: impl Fn(&mut ValueWriter, &V))
    where
        K: AsRef<str>,
    {
        let values: Vec<&V> = map.values().collect();
        let mut object = ObjectWriter::open(self);
        // `keys` and `values` of a map that is not changed go in the same order.
        for (key, index) in sorted(map.keys().map(K::as_ref)) {
            write(object.key(key), values[index]);
        }
        object.close();
    }

    /// Writes a map with the trait `@sparse`: `None` is `null`.
    pub fn sparse_map<K, V>(
        &mut self,
        map: &HashMap<K, Option<V>>,
        write: impl Fn(&mut ValueWriter, &V),
    ) where
        K: AsRef<str>,
    {
        self.map(map, |value, entry| match entry {
            Some(entry) => write(value, entry),
            None => value.null(),
        });
    }

    fn primitive(&mut self, mut encoder: Encoder) {
        self.output.extend_from_slice(encoder.encode().as_bytes());
    }

    fn real(&mut self, mut encoder: Encoder, finite: bool) {
        if finite {
            self.primitive(encoder);
        } else {
            push_string(&mut self.output, encoder.encode());
        }
    }
}

/// Keys in order, each with its place before. Not generic over the map's values, so that there is one sort.
pub(in crate::runtime) fn sorted<'k>(keys: impl Iterator<Item = &'k str>) -> Vec<(&'k str, usize)> {
    let mut keys: Vec<(&str, usize)> = keys.zip(0..).collect();
    keys.sort_unstable();
    keys
}
