//! Assembled shapes to the types of the model.

use std::collections::BTreeMap;

use super::closure::{Reached, is_unit};
use super::faults::Faults;
use super::traits::{Bearer, OwnTraits, PartialPaginated, Typed, read};
use crate::assemble::{self, Kind, Links, Shapes};
use crate::model::{Member, Model, Operation, Service, Shape, ShapeId, ShapeKind};

/// `paginated` of the service and of its operations, not yet merged.
pub(super) type Paginators = BTreeMap<ShapeId, PartialPaginated>;

/// Types everything that is reached. The shapes keep their kinds and lose their members and traits.
pub(super) fn model(
    service: &ShapeId,
    shapes: &mut Shapes,
    reached: Reached,
    own: &OwnTraits,
    faults: &mut Faults,
) -> (Model, Paginators) {
    let mut typing = Typing {
        shapes,
        own,
        faults,
        paginators: Paginators::new(),
    };
    for id in &reached.resources {
        typing.traits(id, Kind::Resource);
    }
    let service = typing.service(service);
    let mut operations: Vec<Operation> = reached
        .operations
        .into_iter()
        .map(|id| typing.operation(id, &service.errors))
        .collect();
    operations.sort_by(|a, b| (a.id.name(), &a.id).cmp(&(b.id.name(), &b.id)));
    let mut data = BTreeMap::new();
    for id in reached.data {
        if let Some(shape) = typing.data(&id) {
            data.insert(id, shape);
        }
    }
    let paginators = typing.paginators;
    (
        Model {
            service,
            operations,
            shapes: data,
        },
        paginators,
    )
}

/// The kind of a typed shape.
pub(super) fn kind_of(shape: &Shape) -> Kind {
    match shape.kind {
        ShapeKind::Blob => Kind::Blob,
        ShapeKind::Boolean => Kind::Boolean,
        ShapeKind::String => Kind::String,
        ShapeKind::Byte => Kind::Byte,
        ShapeKind::Short => Kind::Short,
        ShapeKind::Integer => Kind::Integer,
        ShapeKind::Long => Kind::Long,
        ShapeKind::Float => Kind::Float,
        ShapeKind::Double => Kind::Double,
        ShapeKind::BigInteger => Kind::BigInteger,
        ShapeKind::BigDecimal => Kind::BigDecimal,
        ShapeKind::Timestamp => Kind::Timestamp,
        ShapeKind::Document => Kind::Document,
        ShapeKind::Enum(_) => Kind::Enum,
        ShapeKind::IntEnum(_) => Kind::IntEnum,
        ShapeKind::List(_) => Kind::List,
        ShapeKind::Map { .. } => Kind::Map,
        ShapeKind::Structure(_) => Kind::Structure,
        ShapeKind::Union(_) => Kind::Union,
    }
}

struct Typing<'a> {
    shapes: &'a mut Shapes,
    own: &'a OwnTraits,
    faults: &'a mut Faults,
    paginators: Paginators,
}

impl Typing<'_> {
    /// Takes and types the traits of a shape.
    fn traits(&mut self, id: &ShapeId, kind: Kind) -> Typed {
        let traits = self
            .shapes
            .get_mut(id)
            .map(|shape| std::mem::take(&mut shape.traits));
        let mut typed = read(
            id,
            Bearer::Shape(kind),
            traits.unwrap_or_default(),
            self.own,
            self.faults,
        );
        if let Some(paginated) = typed.paginated.take() {
            self.paginators.insert(id.clone(), paginated);
        }
        typed
    }

    fn links(&mut self, id: &ShapeId) -> Links {
        let links = self
            .shapes
            .get_mut(id)
            .map(|shape| std::mem::take(&mut shape.links));
        links.unwrap_or_default()
    }

    fn service(&mut self, id: &ShapeId) -> Service {
        let typed = self.traits(id, Kind::Service);
        let service = typed.service.unwrap_or_default();
        let links = match self.links(id) {
            Links::Service(links) => *links,
            _ => assemble::Service::default(),
        };
        Service {
            id: id.clone(),
            version: links.version.unwrap_or_default(),
            traits: *typed.traits,
            errors: links.errors,
            rename: links.rename,
            sdk_id: service.sdk_id.unwrap_or_else(|| id.name().to_owned()),
            signing_name: service.signing_name,
            endpoint_rule_set: service.endpoint_rule_set,
            endpoint_bdd: service.endpoint_bdd,
            endpoint_tests: service.endpoint_tests,
            client_context_params: service.client_context_params,
        }
    }

    fn operation(&mut self, id: ShapeId, service_errors: &[ShapeId]) -> Operation {
        let traits = self.traits(&id, Kind::Operation).traits;
        let (input, output, mut errors) = match self.links(&id) {
            Links::Operation {
                input,
                output,
                errors,
            } => (input, output, errors),
            _ => (None, None, Vec::new()),
        };
        for error in service_errors {
            if !errors.contains(error) {
                errors.push(error.clone());
            }
        }
        Operation {
            id,
            input: input.filter(|input| !is_unit(input)),
            output: output.filter(|output| !is_unit(output)),
            errors,
            traits: *traits,
        }
    }

    fn data(&mut self, id: &ShapeId) -> Option<Shape> {
        let shape = self.shapes.get_mut(id)?;
        let (kind, members) = (shape.kind, std::mem::take(&mut shape.members));
        let traits = self.traits(id, kind).traits;
        let members: Vec<Member> = members
            .into_iter()
            .map(|member| self.member(id, member))
            .collect();
        let kind = self.shape_kind(id, kind, members)?;
        Some(Shape {
            id: id.clone(),
            kind,
            traits: *traits,
        })
    }

    fn member(&mut self, shape: &ShapeId, member: assemble::Member) -> Member {
        let id = shape.with_member(&member.name);
        let target = self.shapes.get(&member.target).map(|target| target.kind);
        let traits = read(
            &id,
            Bearer::Member(target),
            member.traits,
            self.own,
            self.faults,
        )
        .traits;
        Member {
            id,
            target: member.target,
            traits,
        }
    }

    fn shape_kind(&mut self, id: &ShapeId, kind: Kind, members: Vec<Member>) -> Option<ShapeKind> {
        Some(match kind {
            Kind::Blob => ShapeKind::Blob,
            Kind::Boolean => ShapeKind::Boolean,
            Kind::String => ShapeKind::String,
            Kind::Byte => ShapeKind::Byte,
            Kind::Short => ShapeKind::Short,
            Kind::Integer => ShapeKind::Integer,
            Kind::Long => ShapeKind::Long,
            Kind::Float => ShapeKind::Float,
            Kind::Double => ShapeKind::Double,
            Kind::BigInteger => ShapeKind::BigInteger,
            Kind::BigDecimal => ShapeKind::BigDecimal,
            Kind::Timestamp => ShapeKind::Timestamp,
            Kind::Document => ShapeKind::Document,
            Kind::Enum => ShapeKind::Enum(members),
            Kind::IntEnum => ShapeKind::IntEnum(members),
            Kind::Structure => ShapeKind::Structure(members),
            Kind::Union => ShapeKind::Union(members),
            Kind::List => match take(members, ["member"]) {
                Some([member]) => ShapeKind::List(member),
                None => return self.no_members(id, "a list has a `member`"),
            },
            Kind::Map => match take(members, ["key", "value"]) {
                Some([key, value]) => ShapeKind::Map { key, value },
                None => return self.no_members(id, "a map has a `key` and a `value`"),
            },
            Kind::Service | Kind::Operation | Kind::Resource => return None,
        })
    }

    fn no_members(&mut self, id: &ShapeId, help: &str) -> Option<ShapeKind> {
        let message = "neither the shape nor its mixins say what it holds";
        self.faults.push(self.faults.of(id, message).help(help));
        None
    }
}

/// The members of these names, if they and no others are there.
fn take<const N: usize>(members: Vec<Member>, names: [&str; N]) -> Option<[Member; N]> {
    let mut members: [Member; N] = members.try_into().ok()?;
    members.sort_by(|a, b| a.id.cmp(&b.id));
    let fits = members.iter().map(Member::name).eq(names);
    fits.then_some(members)
}
