//! Shapes: the service, its operations, and the kinds of data they exchange.

use serde_json::Value;

use super::{ShapeId, Traits};

/// The service that a client is generated for
/// ([Smithy 2.0, service](https://smithy.io/2.0/spec/service-types.html#service)).
#[derive(Clone, Debug)]
pub struct Service {
    /// Its shape id.
    pub id: ShapeId,
    /// Its API version, as the model says it; empty where the model says none.
    pub version: String,
    /// The traits it bears.
    pub traits: Traits,
    /// The errors every operation may answer with, besides its own.
    pub errors: Vec<ShapeId>,
    /// `rename`: the name a shape goes by inside this service, where it is another than its own.
    pub rename: Vec<(ShapeId, String)>,
    /// `aws.api#service`: the name a user of AWS knows the service by (`IVS RealTime`), else the shape's name.
    pub sdk_id: String,
    /// `aws.auth#sigv4`: the service name that requests are signed for, if they are signed.
    pub signing_name: Option<String>,
    /// `smithy.rules#endpointRuleSet`, as it stands in the model.
    pub endpoint_rule_set: Option<Value>,
    /// `smithy.rules#endpointBdd`, as it stands in the model.
    pub endpoint_bdd: Option<Value>,
    /// `smithy.rules#endpointTests`, as they stand in the model.
    pub endpoint_tests: Option<Value>,
    /// `smithy.rules#clientContextParams`, as they stand in the model.
    pub client_context_params: Option<Value>,
}

/// An operation ([Smithy 2.0, operation](https://smithy.io/2.0/spec/service-types.html#operation)).
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its shape id.
    pub id: ShapeId,
    /// The structure of its input; `None` stands for `smithy.api#Unit`.
    pub input: Option<ShapeId>,
    /// The structure of its output; `None` stands for `smithy.api#Unit`.
    pub output: Option<ShapeId>,
    /// The errors it may answer with: its own, then those of the service that it does not repeat.
    pub errors: Vec<ShapeId>,
    /// The traits it bears. `http` is always there.
    pub traits: Traits,
}

/// A shape of data.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its shape id.
    pub id: ShapeId,
    /// What kind of shape it is, with its members.
    pub kind: ShapeKind,
    /// The traits it bears.
    pub traits: Traits,
}

/// The kinds of data shapes ([Smithy 2.0, shapes](https://smithy.io/2.0/spec/simple-types.html)).
#[derive(Clone, Debug)]
pub enum ShapeKind {
    /// Bytes.
    Blob,
    /// True or false.
    Boolean,
    /// UTF-8 text.
    String,
    /// A signed integer of 8 bits.
    Byte,
    /// A signed integer of 16 bits.
    Short,
    /// A signed integer of 32 bits.
    Integer,
    /// A signed integer of 64 bits.
    Long,
    /// An IEEE 754 number of 32 bits.
    Float,
    /// An IEEE 754 number of 64 bits.
    Double,
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any size.
    BigDecimal,
    /// A point in time.
    Timestamp,
    /// JSON of no fixed type.
    Document,
    /// A set of named strings, open to later additions.
    ///
    /// Members bear `Traits::enum_value`, a string.
    Enum(Vec<Member>),
    /// A set of named integers, open to later additions.
    ///
    /// Members bear `Traits::enum_value`, an integer of 32 bits.
    IntEnum(Vec<Member>),
    /// A list; `sparse` lists may hold nulls.
    List(Member),
    /// A map; `sparse` maps may hold nulls.
    Map {
        /// The key, a string or an enum.
        key: Member,
        /// The value.
        value: Member,
    },
    /// Named members.
    Structure(Vec<Member>),
    /// Exactly one of several named members.
    Union(Vec<Member>),
}

/// A member of a shape.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its shape id, `com.example#Shape$member`.
    pub id: ShapeId,
    /// The shape it holds; `smithy.api#Unit` for the members of enums and empty members of unions,
    /// which is the one target that is not in [`Model::shapes`](super::Model::shapes).
    pub target: ShapeId,
    /// The traits it bears itself (not those of its target).
    pub traits: Box<Traits>,
}

impl Member {
    /// The member's name in the model.
    ///
    /// # Panics
    ///
    /// Never: a member's id names the member.
    #[must_use]
    pub fn name(&self) -> &str {
        self.id.member().expect("a member's id names the member")
    }
}

impl Shape {
    /// The members of a structure, a union or an enum; empty for every other kind.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members)
            | ShapeKind::Structure(members)
            | ShapeKind::Union(members) => members,
            _ => &[],
        }
    }

    /// What bears traits: the shape itself, then its members.
    pub fn bearers(&self) -> impl Iterator<Item = (&ShapeId, &Traits)> {
        let members = self.members().iter();
        let members = members.map(|member| (&member.id, &*member.traits));
        std::iter::once((&self.id, &self.traits)).chain(members)
    }
}
