//! The cases of Smithy's protocol tests, with values of the emitted crate in place of the model's JSON.

use super::Name;

/// The protocol tests of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProtocolTests {
    /// A page for each operation and each error that has cases.
    pub pages: Vec<ProtocolTestPage>,
    /// The types that answers hold, so that they can be compared member by member.
    pub compared: Vec<Compared>,
}

/// The cases of one operation or one error.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtocolTestPage {
    /// The name of the shape in the model.
    pub shape: String,
    /// The module in `protocol_tests`.
    pub module: Name,
    /// The module of the operation that the cases call.
    pub operation: Name,
    /// The types of that module which they name.
    pub imports: Vec<Name>,
    /// The cases, those of requests first.
    pub cases: Vec<ProtocolTest>,
}

/// A case.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtocolTest {
    /// The name of the test function.
    pub name: Name,
    /// The id in the model. An id names a case among those of its kind.
    pub id: String,
    /// What it shows, in lines.
    pub docs: Vec<String>,
    /// What is tested.
    pub kind: ProtocolTestKind,
}

/// What a case tests.
#[derive(Clone, Debug, PartialEq)]
pub enum ProtocolTestKind {
    /// That an input becomes a request.
    Request(StructureValue, Box<ExpectedRequest>),
    /// That an answer becomes an output.
    Output(Answer, StructureValue),
    /// That an answer becomes an error.
    Error(Answer, StructureValue),
}

/// What a request has to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedRequest {
    /// The method.
    pub method: String,
    /// The path.
    pub uri: String,
    /// The endpoint's host that the call starts from, with a path perhaps.
    pub host: Option<String>,
    /// The host that the request goes to.
    pub resolved_host: Option<String>,
    /// Parameters of the query, `name=value`.
    pub query: Vec<String>,
    /// Names of parameters that must be there.
    pub required_query: Vec<String>,
    /// Names of parameters that must not be there.
    pub forbidden_query: Vec<String>,
    /// Headers with their values.
    pub headers: Vec<(String, String)>,
    /// Names of headers that must be there.
    pub required_headers: Vec<String>,
    /// Names of headers that must not be there.
    pub forbidden_headers: Vec<String>,
    /// The body, if the case says anything of it.
    pub body: Option<ExpectedBody>,
    /// Whether the input holds secrets, so that no value in the request must be shown.
    pub secret: bool,
}

/// What a body has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedBody {
    /// These bytes, of this text.
    Text(String),
    /// The same JSON value.
    Json(String),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The operation's input type, which reads it.
    pub reader: Name,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// A value of a type of the emitted crate.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Boolean(bool),
    /// A number of the member's type, as Rust source.
    Number(String),
    /// A float that is no number, as the name of a constant: `f64::NAN`.
    Float(FloatType, Special),
    /// A number of any size, as decimal text.
    BigNumber(String),
    /// A string.
    String(String),
    /// Bytes, given as text.
    Blob(String),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    /// A document, as JSON text.
    Document(String),
    /// A known value of an enum: type and variant.
    Variant(Name, Name),
    /// Another value of an enum of strings.
    OtherEnum(Name, String),
    /// Another value of an enum of integers.
    OtherIntEnum(Name, i32),
    /// A structure.
    Structure(StructureValue),
    /// A member of a union.
    Union(Box<UnionValue>),
    /// A list. Of a sparse one, each element is optional.
    List(Vec<Value>),
    /// A map. Of a sparse one, each value is optional.
    Map(Vec<(Value, Value)>),
    /// What stands in a sparse list or map: a value or null.
    Sparse(Option<Box<Value>>),
}

/// The width of a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatType {
    /// `f32`
    F32,
    /// `f64`
    F64,
}

/// A float that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// Not a number.
    Nan,
    /// Infinity.
    Infinity,
    /// Negative infinity.
    NegativeInfinity,
}

/// A structure with some of its members.
#[derive(Clone, Debug, PartialEq)]
pub struct StructureValue {
    /// Its type.
    pub name: Name,
    /// The members that its builder sets.
    pub set: Vec<MemberValue>,
    /// The members whose setter is deprecated or not there, which are assigned once it is built.
    pub assigned: Vec<MemberValue>,
    /// Whether building it can fail.
    pub is_fallible: bool,
}

impl StructureValue {
    /// Whether it holds a value that must not be shown.
    #[must_use]
    pub fn holds_secret(&self) -> bool {
        let mut members = self.set.iter().chain(&self.assigned);
        members.any(|member| member.secret || member.value.holds_secret())
    }
}

impl Value {
    fn holds_secret(&self) -> bool {
        match self {
            Self::Structure(structure) => structure.holds_secret(),
            Self::Union(union) => {
                union.secret || union.value.as_ref().is_some_and(Self::holds_secret)
            }
            Self::List(items) => items.iter().any(Self::holds_secret),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.holds_secret()),
            Self::Sparse(Some(value)) => value.holds_secret(),
            _ => false,
        }
    }
}

/// A member with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberValue {
    /// The field.
    pub field: Name,
    /// Its value.
    pub value: Value,
    /// What the setter takes.
    pub setter: Setter,
    /// Whether the field is an `Option`.
    pub optional: bool,
    /// Whether the field is in a `Box`.
    pub boxed: bool,
    /// Whether its value must not be shown.
    pub secret: bool,
}

/// What a setter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setter {
    /// A value; strings in any form.
    Plain,
    /// An item of a list, or an entry of a map, so that it is called for each; strings in any form.
    Each,
    /// An `Option` of a whole list or map: the one with `set_` in front.
    Whole,
}

/// A member of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionValue {
    /// Its type.
    pub name: Name,
    /// The variant.
    pub variant: Name,
    /// What it holds; `None` for a unit.
    pub value: Option<Value>,
    /// Whether that is in a `Box`.
    pub boxed: bool,
    /// Whether its value must not be shown.
    pub secret: bool,
}

/// A type that is compared member by member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// A structure.
    Structure {
        /// The module it is found in, from the root of the emitted modules.
        module: Vec<Name>,
        /// Its name.
        name: Name,
        /// Its fields.
        fields: Vec<ComparedMember>,
    },
    /// A union in `types`.
    Union {
        /// Its name.
        name: Name,
        /// The variants that hold something.
        variants: Vec<ComparedMember>,
        /// The variants that hold nothing.
        units: Vec<Name>,
    },
    /// An enum in `types`.
    Enum(Name),
}

/// A member that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedMember {
    /// The field or variant.
    pub name: Name,
    /// Whether its value must not be shown.
    pub secret: bool,
}
