//! Tests of the codec, through shapes written as the generator would emit them.

mod differential;
mod malformed;
mod reading;
mod writing;

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{ObjectWriter, ReadStructure, Reader, ValueWriter, WriteStructure};
use crate::runtime::{DecodeError, Format};

/// An enumeration.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum State {
    Live,
    Unknown(String),
}

impl From<&str> for State {
    fn from(value: &str) -> Self {
        match value {
            "LIVE" => Self::Live,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

impl AsRef<str> for State {
    fn as_ref(&self) -> &str {
        match self {
            Self::Live => "LIVE",
            Self::Unknown(value) => value,
        }
    }
}

/// An enumeration of integers.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Level(i32);

impl From<i32> for Level {
    fn from(value: i32) -> Self {
        Self(value)
    }
}

impl From<Level> for i32 {
    fn from(value: Level) -> Self {
        value.0
    }
}

/// A structure with a member of each kind.
#[derive(Clone, Debug, Default, PartialEq)]
struct Everything {
    boolean: Option<bool>,
    byte: Option<i8>,
    short: Option<i16>,
    integer: Option<i32>,
    long: Option<i64>,
    float: Option<f32>,
    double: Option<f64>,
    big_integer: Option<BigInteger>,
    big_decimal: Option<BigDecimal>,
    string: Option<String>,
    state: Option<State>,
    level: Option<Level>,
    blob: Option<Blob>,
    document: Option<Document>,
    date_time: Option<DateTime>,
    epoch_seconds: Option<DateTime>,
    http_date: Option<DateTime>,
    nested: Option<Box<Everything>>,
    action: Option<Action>,
    strings: Option<Vec<String>>,
    lists: Option<Vec<Vec<i32>>>,
    structures: Option<Vec<Everything>>,
    times: Option<Vec<DateTime>>,
    sparse_list: Option<Vec<Option<String>>>,
    map: Option<HashMap<String, String>>,
    states: Option<HashMap<State, Vec<Level>>>,
    sparse_map: Option<HashMap<String, Option<bool>>>,
}

impl WriteStructure for Everything {
    fn write_members(&self, object: &mut ObjectWriter<'_>) {
        object.boolean("boolean", self.boolean);
        object.byte("byte", self.byte);
        object.short("short", self.short);
        object.integer("integer", self.integer);
        object.long("long", self.long);
        object.float("float", self.float);
        object.double("double", self.double);
        object.big_integer("bigInteger", self.big_integer.as_ref());
        object.big_decimal("bigDecimal", self.big_decimal.as_ref());
        object.string("string", self.string.as_ref());
        object.string("state", self.state.as_ref());
        object.int_enum("level", self.level);
        object.blob("blob", self.blob.as_ref());
        object.document("document", self.document.as_ref());
        object.timestamp("dateTime", self.date_time.as_ref(), Format::DateTime);
        object.timestamp(
            "epochSeconds",
            self.epoch_seconds.as_ref(),
            Format::EpochSeconds,
        );
        object.timestamp("httpDate", self.http_date.as_ref(), Format::HttpDate);
        object.structure("nested", self.nested.as_deref());
        object.structure("action", self.action.as_ref());
        object.list("strings", self.strings.as_deref(), ValueWriter::string);
        object.list("lists", self.lists.as_deref(), |value, list| {
            value.list(list, ValueWriter::integer);
        });
        object.list(
            "structures",
            self.structures.as_deref(),
            ValueWriter::structure,
        );
        object.list("times", self.times.as_deref(), ValueWriter::epoch_seconds);
        object.sparse_list(
            "sparseList",
            self.sparse_list.as_deref(),
            ValueWriter::string,
        );
        object.map("map", self.map.as_ref(), ValueWriter::string);
        object.map("states", self.states.as_ref(), |value, list| {
            value.list(list, ValueWriter::int_enum);
        });
        object.sparse_map("sparseMap", self.sparse_map.as_ref(), ValueWriter::boolean);
    }
}

impl ReadStructure for Everything {
    fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut builder = Self::default();
        let mut object = json.object()?;
        while let Some(key) = json.next_member(&mut object)? {
            match key.as_ref() {
                "boolean" => builder.boolean = json.boolean()?,
                "byte" => builder.byte = json.byte()?,
                "short" => builder.short = json.short()?,
                "integer" => builder.integer = json.integer()?,
                "long" => builder.long = json.long()?,
                "float" => builder.float = json.float()?,
                "double" => builder.double = json.double()?,
                "bigInteger" => builder.big_integer = json.big_integer()?,
                "bigDecimal" => builder.big_decimal = json.big_decimal()?,
                "string" => builder.string = json.string()?,
                "state" => builder.state = json.enumeration()?,
                "level" => builder.level = json.int_enum()?,
                "blob" => builder.blob = json.blob()?,
                "document" => builder.document = json.document()?,
                "dateTime" => builder.date_time = json.timestamp(Format::DateTime)?,
                "epochSeconds" => builder.epoch_seconds = json.timestamp(Format::EpochSeconds)?,
                "httpDate" => builder.http_date = json.timestamp(Format::HttpDate)?,
                "nested" => builder.nested = json.structure()?.map(Box::new),
                "action" => builder.action = json.structure()?,
                "strings" => builder.strings = json.list(Reader::string)?,
                "lists" => builder.lists = json.list(|json| json.list(Reader::integer))?,
                "structures" => builder.structures = json.list(Reader::structure)?,
                "times" => builder.times = json.list(Reader::epoch_seconds)?,
                "sparseList" => builder.sparse_list = json.sparse_list(Reader::string)?,
                "map" => builder.map = json.map(Reader::string)?,
                "states" => builder.states = json.map(|json| json.list(Reader::int_enum))?,
                "sparseMap" => builder.sparse_map = json.sparse_map(Reader::boolean)?,
                _ => json.skip()?,
            }
        }
        Ok(builder)
    }
}

/// A union.
#[derive(Clone, Debug, PartialEq)]
enum Action {
    Say(String),
    Move(Vec<i32>),
    Quit,
    Unknown,
}

impl WriteStructure for Action {
    fn write_members(&self, object: &mut ObjectWriter<'_>) {
        match self {
            Self::Say(value) => object.string("say", Some(value)),
            Self::Move(value) => object.list("move", Some(value), ValueWriter::integer),
            Self::Quit => object.unit("quit"),
            Self::Unknown => {}
        }
    }
}

impl ReadStructure for Action {
    fn read_members(json: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut variant = None;
        let mut union = json.union()?;
        while let Some(key) = json.next_variant(&mut union)? {
            variant = match key.as_ref() {
                "say" => json.string()?.map(Self::Say),
                "move" => json.list(Reader::integer)?.map(Self::Move),
                "quit" => json.unit()?.map(|()| Self::Quit),
                _ => json.unknown_variant(Self::Unknown)?,
            };
        }
        json.variant(variant)
    }
}

/// A structure with each member set.
fn everything() -> Everything {
    let time = DateTime::from_secs(1_398_796_238);
    Everything {
        boolean: Some(true),
        byte: Some(i8::MIN),
        short: Some(i16::MAX),
        integer: Some(i32::MIN),
        long: Some(i64::MIN),
        float: Some(29.97),
        double: Some(-1.5e300),
        big_integer: "123456789012345678901234567890".parse().ok(),
        big_decimal: "0.1000".parse().ok(),
        string: Some("say \"hé\"\n".into()),
        state: Some(State::Live),
        level: Some(Level(3)),
        blob: Some(Blob::new("value")),
        document: Some(Document::Array(vec![Document::Null, Document::Bool(true)])),
        date_time: Some(time),
        epoch_seconds: Some(DateTime::from_secs_and_nanos(1, 120_000_000)),
        http_date: Some(time),
        nested: Some(Box::default()),
        action: Some(Action::Say("hi".into())),
        strings: Some(vec!["a".into(), String::new()]),
        lists: Some(vec![vec![1, 2], vec![]]),
        structures: Some(vec![Everything::default()]),
        times: Some(vec![time]),
        sparse_list: Some(vec![None, Some("b".into())]),
        map: Some(HashMap::from([("k".into(), "v".into())])),
        states: Some(HashMap::from([(State::Live, vec![Level(1)])])),
        sparse_map: Some(HashMap::from([("x".into(), None)])),
    }
}
