//! Random shapes of data.

use serde_json::{Map, Value, json};

use super::enums::default;
use super::names::Scope;
use super::random::Random;

/// What kind of shape a member can target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blob,
    Boolean,
    String,
    Integer,
    Float,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
    Enum,
    IntEnum,
    List,
    Map,
    Structure,
    Union,
}

/// A shape that members can target.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) id: String,
    pub(super) kind: Kind,
    /// The default of the shape itself, which its members have to repeat.
    default: Option<Value>,
}

impl Target {
    fn new(id: impl Into<String>, kind: Kind) -> Self {
        Self {
            id: id.into(),
            kind,
            default: None,
        }
    }
}

/// A model in the making.
pub(super) struct Shapes {
    pub(super) random: Random,
    pub(super) all: Map<String, Value>,
    /// The names that the shapes of the service go by.
    pub(super) names: Scope,
    pub(super) rename: Map<String, Value>,
    /// Simple shapes, lists and maps.
    pub(super) targets: Vec<Target>,
    /// Structures, in an order in which each may need those before it.
    pub(super) structures: Vec<Target>,
    pub(super) unions: Vec<Target>,
    mixins: Vec<String>,
    tokens: usize,
}

const NAMESPACES: [&str; 3] = ["com.example.shop", "com.example.other_1", "_b"];

impl Shapes {
    pub(super) fn new(seed: u64, names: Scope) -> Self {
        let prelude = [
            ("Blob", Kind::Blob),
            ("Boolean", Kind::Boolean),
            ("String", Kind::String),
            ("Byte", Kind::Integer),
            ("Short", Kind::Integer),
            ("Integer", Kind::Integer),
            ("Long", Kind::Integer),
            ("Float", Kind::Float),
            ("Double", Kind::Float),
            ("BigInteger", Kind::BigInteger),
            ("BigDecimal", Kind::BigDecimal),
            ("Timestamp", Kind::Timestamp),
            ("Document", Kind::Document),
        ];
        let mut targets: Vec<Target> = prelude
            .map(|(name, kind)| Target::new(format!("smithy.api#{name}"), kind))
            .to_vec();
        for (name, kind, default) in [
            ("PrimitiveBoolean", Kind::Boolean, json!(false)),
            ("PrimitiveInteger", Kind::Integer, json!(0)),
            ("PrimitiveDouble", Kind::Float, json!(0)),
        ] {
            targets.push(Target {
                default: Some(default),
                ..Target::new(format!("smithy.api#{name}"), kind)
            });
        }
        Self {
            random: Random::new(seed),
            all: Map::new(),
            names,
            rename: Map::new(),
            targets,
            structures: Vec::new(),
            unions: Vec::new(),
            mixins: Vec::new(),
            tokens: 0,
        }
    }

    /// The id of a new shape. Now and then it has the name of another one, of another namespace, and is renamed.
    pub(super) fn id(&mut self) -> String {
        let namespace = *self.random.pick(&NAMESPACES);
        let name = self.names.shape(&mut self.random);
        if self.random.once_in(8) {
            let keys: Vec<&String> = self.all.keys().collect();
            let other = keys
                .get(self.random.below(keys.len()))
                .and_then(|id| id.split('#').nth(1));
            let id = other.map(|other| format!("{namespace}#{other}"));
            if let Some(id) =
                id.filter(|id| !self.all.contains_key(id) && !id.ends_with(&format!("#{name}")))
            {
                self.rename.insert(id.clone(), json!(name));
                self.all.insert(id.clone(), Value::Null);
                return id;
            }
        }
        let id = format!("{namespace}#{name}");
        self.all.insert(id.clone(), Value::Null);
        id
    }

    /// Text that no other has.
    pub(super) fn token(&mut self) -> String {
        self.tokens += 1;
        format!("t{}", self.tokens)
    }

    pub(super) fn set(&mut self, id: &str, shape: Value) {
        self.all.insert(id.to_owned(), shape);
    }

    /// Every shape that is no operation.
    pub(super) fn data(&mut self, size: usize) {
        for _ in 0..size {
            self.simple();
        }
        for kind in [Kind::Structure, Kind::Union] {
            for _ in 0..size {
                let id = self.id();
                match kind {
                    Kind::Structure => self.structures.push(Target::new(id, kind)),
                    _ => self.unions.push(Target::new(id, kind)),
                }
            }
        }
        for _ in 0..size {
            self.collection();
        }
        self.mixin();
        for index in 0..self.structures.len() {
            self.structure(index);
        }
        for index in 0..self.unions.len() {
            self.union(index);
        }
    }

    fn simple(&mut self) {
        let id = self.id();
        let (kind, shape) = match self.random.below(8) {
            0 => (Kind::Enum, self.string_enum()),
            1 => (Kind::IntEnum, self.int_enum()),
            2 => {
                let format = *self
                    .random
                    .pick(&["date-time", "epoch-seconds", "http-date"]);
                (
                    Kind::Timestamp,
                    json!({"type": "timestamp", "traits": {"smithy.api#timestampFormat": format}}),
                )
            }
            3 => (
                Kind::String,
                json!({"type": "string", "traits": {"smithy.api#sensitive": {}, "smithy.api#pattern": "^.*$"}}),
            ),
            4 => (
                Kind::Blob,
                json!({"type": "blob", "traits": {"smithy.api#mediaType": "image/png"}}),
            ),
            5 => (
                Kind::String,
                json!({"type": "string", "traits": {"smithy.api#mediaType": "application/json"}}),
            ),
            6 => (Kind::Enum, self.legacy_enum()),
            _ => (
                Kind::Integer,
                json!({"type": "integer", "traits": {"smithy.api#default": 0, "smithy.api#range": {"min": 0}}}),
            ),
        };
        let default = shape["traits"].get("smithy.api#default").cloned();
        self.set(&id, shape);
        self.targets.push(Target {
            default,
            ..Target::new(id, kind)
        });
    }

    /// Something that a list or a map can hold.
    fn any(&mut self) -> Target {
        match self.random.below(4) {
            0 => self.random.pick(&self.structures).clone(),
            1 => self.random.pick(&self.unions).clone(),
            _ => self.random.pick(&self.targets).clone(),
        }
    }

    fn collection(&mut self) {
        let id = self.id();
        let held = self.any();
        let mut traits = Map::new();
        if self.random.once_in(3) {
            traits.insert("smithy.api#sparse".to_owned(), json!({}));
        }
        let (kind, shape) = if self.random.once_in(2) {
            (
                Kind::List,
                json!({"type": "list", "member": {"target": held.id}, "traits": traits}),
            )
        } else {
            let keys: Vec<&Target> = self
                .targets
                .iter()
                .filter(|target| matches!(target.kind, Kind::String | Kind::Enum))
                .collect();
            let key = keys[self.random.below(keys.len())].id.clone();
            (
                Kind::Map,
                json!({"type": "map", "key": {"target": key}, "value": {"target": held.id}, "traits": traits}),
            )
        };
        self.set(&id, shape);
        self.targets.push(Target::new(id, kind));
    }

    /// A mixin, which is no shape of the service.
    fn mixin(&mut self) {
        let id = "com.example.shop#MixedIn".to_owned();
        let members = json!({"mixed_In": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
            "Mixed": {"target": "smithy.api#Integer"}});
        self.set(
            &id,
            json!({"type": "structure", "members": members, "traits": {"smithy.api#mixin": {}}}),
        );
        self.mixins.push(id);
    }

    fn structure(&mut self, index: usize) {
        let mut names = Scope::default();
        let mixes = self.random.once_in(4);
        if mixes {
            for name in ["mixed_In", "Mixed"] {
                names.take(name);
            }
        }
        let mut members = Map::new();
        for _ in 0..self.random.below(8) {
            let name = names.member(&mut self.random);
            let target = self.any();
            let position = self
                .structures
                .iter()
                .position(|structure| structure.id == target.id);
            let may_be_required = position.is_none_or(|position| position < index);
            let member = self.member(&name, &target, may_be_required);
            members.insert(name, member);
        }
        let mut traits = Map::new();
        if self.random.once_in(8) {
            traits.insert("smithy.api#sensitive".to_owned(), json!({}));
        }
        if self.random.once_in(3) {
            let docs = "Holds `foo`. See `String`, <b>and</b> [more](https://example.com).";
            traits.insert("smithy.api#documentation".to_owned(), json!(docs));
        }
        let mut shape = json!({"type": "structure", "members": members, "traits": traits});
        if mixes {
            shape["mixins"] = json!([{"target": self.mixins[0]}]);
        }
        let id = self.structures[index].id.clone();
        self.set(&id, shape);
    }

    fn union(&mut self, index: usize) {
        let mut names = Scope::default();
        let mut members = Map::new();
        let plain = names.member(&mut self.random);
        members.insert(plain, json!({"target": "smithy.api#String"}));
        for _ in 0..self.random.below(6) {
            let name = names.member(&mut self.random);
            let mut member = json!({"target": self.any().id});
            if self.random.once_in(5) {
                member["target"] = json!("smithy.api#Unit");
            }
            if self.random.once_in(4) {
                member["traits"] = json!({"smithy.api#jsonName": self.token()});
            }
            members.insert(name, member);
        }
        let id = self.unions[index].id.clone();
        self.set(&id, json!({"type": "union", "members": members}));
    }

    /// A member of a structure's body, with the traits that it can have there.
    pub(super) fn member(&mut self, name: &str, target: &Target, may_be_required: bool) -> Value {
        let mut traits = Map::new();
        let random = &mut self.random;
        let mut add =
            |id: &str, value: Value| drop(traits.insert(format!("smithy.api#{id}"), value));
        if may_be_required && random.once_in(3) {
            add("required", json!({}));
        }
        if let Some(default) = &target.default {
            add("default", default.clone());
        } else if let Some(default) = default(target.kind, random).filter(|_| random.once_in(4)) {
            add("default", default);
        }
        if random.once_in(10) {
            add("clientOptional", json!({}));
        }
        if target.kind == Kind::Timestamp && random.once_in(2) {
            let format = *random.pick(&["date-time", "epoch-seconds", "http-date"]);
            add("timestampFormat", json!(format));
        }
        if random.once_in(10) {
            add("deprecated", json!({"message": format!("Not `{name}`.")}));
        }
        if random.once_in(4) {
            self.tokens += 1;
            add("jsonName", json!(format!("{} \"é\\{}", name, self.tokens)));
        }
        json!({"target": target.id, "traits": traits})
    }
}
