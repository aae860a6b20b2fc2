//! Writing the members of an object.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::escape::push_string;
use super::{ValueWriter, WriteStructure};
use crate::runtime::Format;

/// Writes the members of one object, in the order of the calls. A member that is `None` is left out.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    value: &'a mut ValueWriter,
    first: bool,
}

impl<'a> ObjectWriter<'a> {
    /// A writer for an object whose bracket has been written.
    pub(super) fn new(value: &'a mut ValueWriter) -> Self {
        Self { value, first: true }
    }

    /// Begins an object, which [`close`](Self::close) ends.
    pub(super) fn open(value: &'a mut ValueWriter) -> Self {
        value.output.push(b'{');
        Self::new(value)
    }

    /// Ends an object.
    pub(super) fn close(self) {
        self.value.output.push(b'}');
    }

    /// Writes a key. The caller writes exactly one value with what is returned.
    pub fn key(&mut self, name: &str) -> &mut ValueWriter {
        let output = &mut self.value.output;
        if !self.first {
            output.push(b',');
        }
        self.first = false;
        push_string(output, name);
        output.push(b':');
        self.value
    }

    /// Writes a [boolean](ValueWriter::boolean).
    pub fn boolean(&mut self, name: &str, value: Option<bool>) {
        if let Some(value) = value {
            self.key(name).boolean(&value);
        }
    }

    /// Writes a [byte](ValueWriter::byte).
    pub fn byte(&mut self, name: &str, value: Option<i8>) {
        if let Some(value) = value {
            self.key(name).byte(&value);
        }
    }

    /// Writes a [short](ValueWriter::short).
    pub fn short(&mut self, name: &str, value: Option<i16>) {
        if let Some(value) = value {
            self.key(name).short(&value);
        }
    }

    /// Writes an [integer](ValueWriter::integer).
    pub fn integer(&mut self, name: &str, value: Option<i32>) {
        if let Some(value) = value {
            self.key(name).integer(&value);
        }
    }

    /// Writes a [long](ValueWriter::long).
    pub fn long(&mut self, name: &str, value: Option<i64>) {
        if let Some(value) = value {
            self.key(name).long(&value);
        }
    }

    /// Writes a [float](ValueWriter::float).
    pub fn float(&mut self, name: &str, value: Option<f32>) {
        if let Some(value) = value {
            self.key(name).float(&value);
        }
    }

    /// Writes a [double](ValueWriter::double).
    pub fn double(&mut self, name: &str, value: Option<f64>) {
        if let Some(value) = value {
            self.key(name).double(&value);
        }
    }

    /// Writes a [big integer](ValueWriter::big_integer).
    pub fn big_integer(&mut self, name: &str, value: Option<&BigInteger>) {
        if let Some(value) = value {
            self.key(name).big_integer(value);
        }
    }

    /// Writes a [big decimal](ValueWriter::big_decimal).
    pub fn big_decimal(&mut self, name: &str, value: Option<&BigDecimal>) {
        if let Some(value) = value {
            self.key(name).big_decimal(value);
        }
    }

    /// Writes a [string](ValueWriter::string), or the value of an enumeration.
    pub fn string<T: AsRef<str> + ?Sized>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.key(name).string(value);
        }
    }

    /// Writes the value of an [enumeration of integers](ValueWriter::int_enum).
    pub fn int_enum<T: Copy + Into<i32>>(&mut self, name: &str, value: Option<T>) {
        self.integer(name, value.map(T::into));
    }

    /// Writes a [blob](ValueWriter::blob).
    pub fn blob(&mut self, name: &str, value: Option<&Blob>) {
        if let Some(value) = value {
            self.key(name).blob(value);
        }
    }

    /// Writes a [document](ValueWriter::document).
    pub fn document(&mut self, name: &str, value: Option<&Document>) {
        if let Some(value) = value {
            self.key(name).document(value);
        }
    }

    /// Writes a [timestamp](ValueWriter::timestamp).
    pub fn timestamp(&mut self, name: &str, value: Option<&DateTime>, format: Format) {
        if let Some(value) = value {
            self.key(name).timestamp(value, format);
        }
    }

    /// Writes a [structure or union](ValueWriter::structure).
    pub fn structure<T: WriteStructure>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.key(name).structure(value);
        }
    }

    /// Writes the [unit type](ValueWriter::unit), as the member of a union.
    pub fn unit(&mut self, name: &str) {
        self.key(name).unit();
    }

    /// Writes a [list](ValueWriter::list). `write` writes one element.
    pub fn list<T>(
        &mut self,
        name: &str,
        value: Option<&[T]>,
        write: impl Fn(&mut ValueWriter, &T),
    ) {
        if let Some(value) = value {
            self.key(name).list(value, write);
        }
    }

    /// Writes a [sparse list](ValueWriter::sparse_list). `write` writes one element that is set.
    pub fn sparse_list<T>(
        &mut self,
        name: &str,
        value: Option<&[Option<T>]>,
        write: impl Fn(&mut ValueWriter, &T),
    ) {
        if let Some(value) = value {
            self.key(name).sparse_list(value, write);
        }
    }

    /// Writes a [map](ValueWriter::map). `write` writes the value of one entry.
    pub fn map<K: AsRef<str>, V>(
        &mut self,
        name: &str,
        value: Option<&HashMap<K, V>>,
        write: impl Fn(&mut ValueWriter, &V),
    ) {
        if let Some(value) = value {
            self.key(name).map(value, write);
        }
    }

    /// Writes a [sparse map](ValueWriter::sparse_map). `write` writes the value of one entry that is set.
    pub fn sparse_map<K: AsRef<str>, V>(
        &mut self,
        name: &str,
        value: Option<&HashMap<K, Option<V>>>,
        write: impl Fn(&mut ValueWriter, &V),
    ) {
        if let Some(value) = value {
            self.key(name).sparse_map(value, write);
        }
    }
}
