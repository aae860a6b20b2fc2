//! One shape as the stages see it: its traits and where each was written, what refers to it, and what it becomes.

mod name;
mod render;
mod rust;

use std::fmt;

use serde_json::Value;

use crate::assemble::{Member, Shape, Trait, find_trait};
use crate::diagnostic::Diagnostics;
use crate::inspect::{Inspected, inspect};
use crate::load::{Origin, Source};
use crate::model::ShapeId;
use crate::references::references;
use crate::validate::{Effect, known_traits};

pub use crate::inspect::Options;

/// A shape or a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its id.
    pub id: ShapeId,
    /// What it is: `structure`, `operation`, `member`.
    pub kind: &'static str,
    /// Where it was written.
    pub place: Place,
    /// Its traits, those of mixins and `apply` statements included.
    pub traits: Vec<ShownTrait>,
    /// What it refers to: its members with what they hold, an operation's input and output.
    pub refers_to: Vec<Link>,
    /// What refers to it. A member is its shape's.
    pub referred_by: Vec<Link>,
    /// What it becomes in the client, the main thing first.
    pub becomes: Vec<RustItem>,
}

/// Where something was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, by the name it was given under.
    pub file: String,
    /// Line and column, both from 1, where they are known.
    pub position: Option<(usize, usize)>,
}

/// A trait of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownTrait {
    /// Its id.
    pub id: String,
    /// Its value, as it stands in the model.
    pub value: Value,
    /// Where it was written: the shape, a mixin or an `apply` statement.
    pub place: Place,
    /// What the generator does with it, in a sentence; `None` for a trait that the model defines.
    pub effect: Option<&'static str>,
}

/// A reference between two shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The other shape, or its member.
    pub id: ShapeId,
    /// What the one is to the other: `the input`, or the type of a member.
    pub role: String,
}

/// Something of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustItem {
    /// Its path from the root of the emitted modules, `types::Stage`.
    pub path: String,
    /// Its type, if it is a field.
    pub ty: Option<String>,
    /// The file, from the same root.
    pub file: String,
}

/// Shows the shape, member or operation of a name: an id, an id without its namespace, or the name of something that it
/// becomes in Rust.
///
/// # Errors
///
/// Everything that is wrong with the model; or that nothing has the name, with the nearest that something has, or that
/// several have it.
pub fn show(sources: &[Source], options: &Options, name: &str) -> Result<Shown, Diagnostics> {
    let inspected = inspect(sources, options)?;
    let id = name::resolve(&inspected, name)?;
    let shape = name::shape(&inspected, &id)?;
    let member = id
        .member()
        .and_then(|name| shape.members.iter().find(|member| member.name == name));
    Ok(match member {
        Some(member) => show_member(&inspected, id, member),
        None => show_shape(&inspected, id, shape),
    })
}

fn show_shape(inspected: &Inspected, id: ShapeId, shape: &Shape) -> Shown {
    let refers_to = references(shape).map(|reference| match reference.member {
        Some(member) => Link {
            id: id.with_member(member),
            role: held(inspected, shape, member, reference.target),
        },
        None => Link {
            id: reference.target.clone(),
            role: reference.role.to_owned(),
        },
    });
    Shown {
        kind: shape.kind.name(),
        place: place(&shape.origin),
        traits: shape.traits.iter().map(shown_trait).collect(),
        refers_to: refers_to.collect(),
        referred_by: referrers(inspected, &id),
        becomes: rust::items(inspected, &id),
        id,
    }
}

fn show_member(inspected: &Inspected, id: ShapeId, member: &Member) -> Shown {
    Shown {
        kind: "member",
        place: place(&member.origin),
        traits: member.traits.iter().map(shown_trait).collect(),
        refers_to: vec![Link {
            id: member.target.clone(),
            role: "what it holds".to_owned(),
        }],
        referred_by: vec![Link {
            id: id.container(),
            role: "as a member".to_owned(),
        }],
        becomes: rust::items(inspected, &id),
        id,
    }
}

/// What a member holds, in words: a shape and its kind, or the value of an enum.
fn held(inspected: &Inspected, shape: &Shape, member: &str, target: &ShapeId) -> String {
    let members = shape.members.iter().filter(|found| found.name == member);
    let mut values =
        members.filter_map(|member| find_trait(&member.traits, "smithy.api#enumValue"));
    if let Some(value) = values.next() {
        return value.value.to_string();
    }
    match inspected.shapes.get(target) {
        Some(_) if target.to_string() == "smithy.api#Unit" => "nothing but its name".to_owned(),
        Some(shape) if target.namespace() == "smithy.api" => shape.kind.name().to_owned(),
        Some(shape) => format!("{} {}", shape.kind.name(), target.name()),
        None => target.to_string(),
    }
}

/// Every shape and member that refers to a shape.
fn referrers(inspected: &Inspected, id: &ShapeId) -> Vec<Link> {
    let all = inspected.shapes.iter();
    all.flat_map(|(from, shape)| {
        let to_it = references(shape).filter(|reference| reference.target == id);
        to_it.map(|reference| Link {
            id: match reference.member {
                Some(member) => from.with_member(member),
                None => from.clone(),
            },
            role: match reference.member {
                Some(_) => "holds it".to_owned(),
                None => format!("as {}", reference.role),
            },
        })
    })
    .collect()
}

fn shown_trait(found: &Trait) -> ShownTrait {
    let known = known_traits().find(|known| known.id == found.id);
    ShownTrait {
        id: found.id.clone(),
        value: found.value.clone(),
        place: place(&found.origin),
        effect: known.map(|known| match known.effect {
            Effect::ActedUpon(what) => what,
            Effect::Accepted(reason) => reason,
        }),
    }
}

fn place(origin: &Origin) -> Place {
    Place {
        file: origin.file.to_string(),
        position: origin.position.map(|place| (place.line, place.column)),
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.file),
            None => f.write_str(&self.file),
        }
    }
}
