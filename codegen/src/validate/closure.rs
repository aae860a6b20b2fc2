//! What the service reaches ([Smithy 2.0, service closure](https://smithy.io/2.0/spec/service-types.html#service-closure)).

use std::collections::BTreeSet;

use super::faults::Faults;
use super::kinds::Kinds;
use super::suggest;
use crate::assemble::{Kind, Links, Shape, Shapes, find_trait};
use crate::diagnostic::step;
use crate::model::{ShapeId, is_identifier};

/// What the service reaches, by id.
#[derive(Default)]
pub(super) struct Reached {
    pub(super) operations: BTreeSet<ShapeId>,
    pub(super) resources: BTreeSet<ShapeId>,
    /// With the shapes of the service's namespace that nothing reaches, and what those reach.
    pub(super) data: BTreeSet<ShapeId>,
}

/// Walks from the service, and reports every reference that leads nowhere or to the wrong kind of shape.
pub(super) fn reach(shapes: &Shapes, service: &ShapeId, faults: &mut Faults) -> Reached {
    let mut walk = Walk {
        shapes,
        faults,
        reached: Reached::default(),
        open: Vec::new(),
    };
    if let Some(shape) = shapes.get(service) {
        walk.links(service, shape);
    }
    let unreached = shapes.iter().filter(|(id, shape)| {
        id.namespace() == service.namespace() && Kinds::DATA.has(shape.kind) && !is_meta(shape)
    });
    for (id, shape) in unreached {
        walk.enter(id, shape);
    }
    walk.run();
    walk.reached
}

/// Whether a shape belongs to the model's own machinery: a mixin, or the definition of a trait.
fn is_meta(shape: &Shape) -> bool {
    ["smithy.api#mixin", "smithy.api#trait"]
        .iter()
        .any(|id| find_trait(&shape.traits, id).is_some())
}

fn is_usable(shape: &Shape, allowed: Kinds) -> bool {
    allowed.has(shape.kind) && find_trait(&shape.traits, "smithy.api#mixin").is_none()
}

/// Whether an id is that of `smithy.api#Unit`, which stands for no value.
pub(super) fn is_unit(id: &ShapeId) -> bool {
    id.namespace() == "smithy.api" && id.name() == "Unit"
}

struct Walk<'s, 'f> {
    shapes: &'s Shapes,
    faults: &'f mut Faults,
    reached: Reached,
    open: Vec<(&'s ShapeId, &'s Shape)>,
}

impl<'s> Walk<'s, '_> {
    fn run(&mut self) {
        while let Some((id, shape)) = self.open.pop() {
            self.links(id, shape);
            let is_container = matches!(shape.kind, Kind::Enum | Kind::IntEnum | Kind::Union);
            for member in &shape.members {
                let is_unit = is_unit(&member.target);
                if is_container && is_unit {
                    continue;
                }
                let allowed = match (shape.kind, member.name.as_str()) {
                    (Kind::Map, "key") => Kinds::STRINGS,
                    _ => Kinds::DATA,
                };
                // The member's id is made only when there is a fault to name it in: this is the longest loop.
                match self.shapes.get_key_value(&member.target) {
                    Some((target, shape)) if !is_unit && is_usable(shape, allowed) => {
                        self.enter(target, shape);
                    }
                    _ if is_unit => self.report_unit(&id.with_member(&member.name)),
                    _ => {
                        self.look_up(
                            &id.with_member(&member.name),
                            "the member",
                            &member.target,
                            allowed,
                        );
                    }
                }
            }
        }
    }

    fn report_unit(&mut self, from: &ShapeId) {
        let message =
            "the member targets `smithy.api#Unit`, which is for the members of unions and enums";
        self.faults.push(
            self.faults
                .of(from, message)
                .value("/target")
                .help("target an empty structure"),
        );
    }

    fn links(&mut self, id: &'s ShapeId, shape: &'s Shape) {
        match &shape.links {
            Links::None => {}
            Links::Service(service) => {
                for target in &service.operations {
                    self.follow(id, "`operations`", target, Kinds::OPERATION);
                }
                for target in &service.resources {
                    self.follow(id, "`resources`", target, Kinds::RESOURCE);
                }
                for target in &service.errors {
                    self.follow(id, "`errors`", target, Kinds::STRUCTURE);
                }
                for (target, name) in &service.rename {
                    self.look_up(id, "`rename`", target, Kinds::DATA);
                    if !is_identifier(name) {
                        let message =
                            format!("`{target}` is renamed to {name:?}, expected an identifier");
                        self.faults.push(
                            self.faults
                                .of(id, message)
                                .value(format!("/rename{}", step(&target.to_string())))
                                .help("give another name in `rename`"),
                        );
                    }
                }
            }
            Links::Operation {
                input,
                output,
                errors,
            } => {
                for (what, target) in [("`input`", input), ("`output`", output)] {
                    if let Some(target) = target.as_ref().filter(|target| !is_unit(target)) {
                        self.follow(id, what, target, Kinds::STRUCTURE);
                    }
                }
                for target in errors {
                    self.follow(id, "`errors`", target, Kinds::STRUCTURE);
                }
            }
            Links::Resource(resource) => {
                for (_, target) in &resource.data {
                    self.follow(id, "a property", target, Kinds::DATA);
                }
                for (lifecycle, target) in &resource.operations {
                    self.follow(id, &format!("`{lifecycle}`"), target, Kinds::OPERATION);
                }
                for target in &resource.resources {
                    self.follow(id, "`resources`", target, Kinds::RESOURCE);
                }
            }
        }
    }

    fn follow(&mut self, from: &ShapeId, what: &str, target: &'s ShapeId, allowed: Kinds) {
        if let Some(shape) = self.look_up(from, what, target, allowed) {
            self.enter(target, shape);
        }
    }

    fn enter(&mut self, id: &'s ShapeId, shape: &'s Shape) {
        let seen = match shape.kind {
            Kind::Operation => &mut self.reached.operations,
            Kind::Resource => &mut self.reached.resources,
            _ => &mut self.reached.data,
        };
        if seen.insert(id.clone()) {
            self.open.push((id, shape));
        }
    }

    /// The target, if it exists and is of an allowed kind; else there is a fault.
    fn look_up(
        &mut self,
        from: &ShapeId,
        what: &str,
        target: &ShapeId,
        allowed: Kinds,
    ) -> Option<&'s Shape> {
        let Some(shape) = self.shapes.get(target) else {
            self.report_dangling(from, what, target);
            return None;
        };
        if is_usable(shape, allowed) {
            return Some(shape);
        }
        if !allowed.has(shape.kind) {
            let (found, expected) = (shape.kind.name(), allowed.describe());
            let message =
                format!("{what} targets `{target}`, of the type {found}, expected {expected}");
            let fault = self.faults.of(from, message).reference(target);
            self.faults.push(fault.help("target another shape"));
            return None;
        }
        let message =
            format!("{what} targets the mixin `{target}`, expected a shape that is no mixin");
        let help = "define a shape that mixes it in, and target that";
        let fault = self.faults.of(from, message).reference(target);
        self.faults.push(fault.help(help));
        None
    }

    fn report_dangling(&mut self, from: &ShapeId, what: &str, target: &ShapeId) {
        let ids: Vec<String> = self.shapes.keys().map(ToString::to_string).collect();
        let help = suggest::help(
            &target.to_string(),
            ids.iter().map(String::as_str),
            "define the shape, or target another",
        );
        let message = format!("{what} targets `{target}`, which no file defines");
        let fault = self.faults.of(from, message).reference(target);
        self.faults.push(fault.help(help));
    }
}
