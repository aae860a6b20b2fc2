//! From a JSON value to the typed form: every property is known, of the right kind, and taken up.

mod members;
mod properties;

use std::sync::Arc;

use serde_json::{Map, Value};

use self::properties::Properties;
use super::ast::{Apply, Ast, Kind, Links, Member, Origin, Resource, Service, Shape, Trait};
use super::json::{Document, ShapePlace};
use crate::diagnostic::{Diagnostics, Part, Position, step};
use crate::model::ShapeId;

/// The operations of a resource's lifecycle.
const LIFECYCLES: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// Reads a file's JSON.
///
/// What cannot be read is left out, with a diagnostic; the rest is there.
pub(super) fn read(
    name: &str,
    order: usize,
    document: Document,
    faults: &mut Diagnostics,
) -> Option<Ast> {
    let file = Origin {
        file: Arc::from(name),
        order,
        position: None,
    };
    let Value::Object(mut top) = document.value else {
        faults.push(
            file.diagnostic(format!(
                "found {}, expected the object of a Smithy JSON AST",
                properties::describe(&document.value)
            ))
            .value("")
            .help("write `{\"smithy\": \"2.0\", \"shapes\": {..}}`"),
        );
        return None;
    };
    if is_c2j(&top) {
        faults.push(
            file.diagnostic(
                "the file is an AWS JSON 1.x model (C2J), expected a Smithy JSON AST".to_owned(),
            )
            .value("/metadata/protocol")
            .help("make one of it first: `cargo xtask import FILE --output MODEL`"),
        );
        return None;
    }
    let version = read_version(top.shift_remove("smithy"), &file, faults);
    let shapes = top.shift_remove("shapes");
    let metadata = read_metadata(top.shift_remove("metadata"), &file, faults);
    for key in top.keys() {
        faults.push(
            file.diagnostic(format!(
                "found the unknown key `{key}` at the top of the file"
            ))
            .key(step(key))
            .help("a Smithy JSON AST has `smithy`, `metadata` and `shapes`"),
        );
    }
    let mut reader = Reader {
        is_version_1: version? == 1,
        ast: Ast {
            shapes: Vec::new(),
            applies: Vec::new(),
            metadata,
            origin: file.clone(),
        },
        faults,
    };
    reader.shapes(shapes, document.places, &file);
    Some(reader.ast)
}

fn read_metadata(
    metadata: Option<Value>,
    file: &Origin,
    faults: &mut Diagnostics,
) -> Map<String, Value> {
    match metadata {
        None => Map::new(),
        Some(Value::Object(metadata)) => metadata,
        Some(other) => {
            let found = properties::describe(&other);
            let message = format!("`metadata` is {found}, expected an object");
            faults.push(file.diagnostic(message).value("/metadata"));
            Map::new()
        }
    }
}

/// Whether a file is of the format that botocore carries.
fn is_c2j(top: &Map<String, Value>) -> bool {
    let protocol = top
        .get("metadata")
        .and_then(|metadata| metadata.get("protocol"));
    !top.contains_key("smithy") && protocol.is_some_and(Value::is_string)
}

/// The major version.
fn read_version(version: Option<Value>, file: &Origin, faults: &mut Diagnostics) -> Option<u8> {
    let (found, place) = match &version {
        Some(Value::String(text)) => match text.split_once('.').unwrap_or((text, "0")) {
            ("1", "0") => return Some(1),
            ("2", minor) if !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit()) => {
                return Some(2);
            }
            _ => (format!("`smithy` is the version {text:?}"), "/smithy"),
        },
        Some(other) => {
            let found = properties::describe(other);
            (format!("`smithy` is {found}"), "/smithy")
        }
        None => ("the file has no key `smithy`".to_owned(), ""),
    };
    faults.push(
        file.diagnostic(format!("{found}, expected the version \"1.0\" or \"2.x\""))
            .value(place)
            .help("the file must be a Smithy JSON AST, `{\"smithy\": \"2.0\", \"shapes\": {..}}`"),
    );
    None
}

struct Reader<'f> {
    is_version_1: bool,
    ast: Ast,
    faults: &'f mut Diagnostics,
}

impl Reader<'_> {
    fn shapes(&mut self, shapes: Option<Value>, places: Vec<ShapePlace>, file: &Origin) {
        match shapes {
            None => {}
            Some(Value::Object(shapes)) => {
                let mut places = places.into_iter();
                for (id, shape) in shapes {
                    let place = places.next().unwrap_or_default();
                    let position = place.shape;
                    let origin = Origin {
                        position,
                        ..file.clone()
                    };
                    self.shape(&id, shape, &origin, place.members);
                }
            }
            Some(other) => {
                let found = properties::describe(&other);
                let message = format!("`shapes` is {found}, expected an object");
                self.faults.push(file.diagnostic(message).value("/shapes"));
            }
        }
    }

    fn shape(
        &mut self,
        id_text: &str,
        shape: Value,
        origin: &Origin,
        members: Vec<Option<Position>>,
    ) {
        let Ok(id) = ShapeId::parse(id_text) else {
            let message = format!("found the key {id_text:?}, expected an absolute shape id");
            let help = "write `namespace#Name`, as in `com.example#Name`";
            self.faults
                .push(origin.diagnostic(message).on(id_text).help(help));
            return;
        };
        let Value::Object(properties) = shape else {
            let found = properties::describe(&shape);
            let message = format!("the shape is {found}, expected an object with a `type`");
            self.faults
                .push(origin.diagnostic(message).on(&id).value(""));
            return;
        };
        let mut properties = Properties::new(properties, &id, origin, members, self.faults);
        let Some(kind) = properties.text("type") else {
            properties.missing(
                "type",
                "expected the kind of the shape, such as \"structure\"",
            );
            return;
        };
        if kind == "apply" {
            let traits = properties.traits();
            properties.finish("an `apply` statement");
            let apply = Apply {
                target: id.clone(),
                traits,
                origin: origin.clone(),
            };
            self.ast.applies.push(apply);
            return;
        }
        let shape = read_shape(&kind, &mut properties, self.is_version_1);
        self.ast
            .shapes
            .extend(shape.map(|shape| (id.clone(), shape)));
    }
}

fn read_shape(
    kind_name: &str,
    properties: &mut Properties<'_>,
    is_version_1: bool,
) -> Option<Shape> {
    let is_set = kind_name == "set";
    let Some(kind) = Kind::from_name(if is_set { "list" } else { kind_name }) else {
        let message = format!("the shape has the unknown type {kind_name:?}");
        properties.push(
            properties.id(),
            Some(Part::Value("/type".to_owned())),
            message,
            UNKNOWN_TYPE,
        );
        return None;
    };
    if properties.id().member().is_some() {
        properties.fault(
            format!("found a {kind_name} under the id of a member, expected an `apply` statement"),
            "a member is defined in the `members` of its shape",
        );
        return None;
    }
    let mixins = properties.references("mixins");
    let mut traits = properties.traits();
    if is_set && !traits.iter().any(|found| found.id == UNIQUE_ITEMS) {
        traits.push(Trait {
            id: UNIQUE_ITEMS.to_owned(),
            value: Value::Object(Map::new()),
            origin: properties.origin().clone(),
        });
    }
    let members = match kind {
        Kind::Enum | Kind::IntEnum | Kind::Structure | Kind::Union => properties.members(),
        Kind::List => properties.fixed_members(&["member"], !mixins.is_empty()),
        Kind::Map => properties.fixed_members(&["key", "value"], !mixins.is_empty()),
        _ => Vec::new(),
    };
    let links = read_links(kind, properties);
    properties.finish(&format!("a shape of the type `{kind_name}`"));
    Some(Shape {
        origin: properties.origin().clone(),
        kind,
        members,
        mixins,
        traits,
        links,
        is_version_1,
    })
}

const UNIQUE_ITEMS: &str = "smithy.api#uniqueItems";
const UNKNOWN_TYPE: &str = "the types of Smithy 2.0 are blob, boolean, string, byte, short, integer, long, float, \
    double, bigInteger, bigDecimal, timestamp, document, enum, intEnum, list, map, structure, union, service, \
    operation, resource, and `apply`";

/// ([Smithy 2.0, service types](https://smithy.io/2.0/spec/service-types.html))
fn read_links(kind: Kind, properties: &mut Properties<'_>) -> Links {
    match kind {
        Kind::Service => Links::Service(Box::new(Service {
            version: properties.text("version"),
            operations: properties.references("operations"),
            resources: properties.references("resources"),
            errors: properties.references("errors"),
            rename: properties.rename(),
        })),
        Kind::Operation => Links::Operation {
            input: properties.reference("input"),
            output: properties.reference("output"),
            errors: properties.references("errors"),
        },
        Kind::Resource => Links::Resource(Box::new(read_resource(properties))),
        _ => Links::None,
    }
}

fn read_resource(properties: &mut Properties<'_>) -> Resource {
    let mut resource = Resource {
        data: properties.named_references("identifiers"),
        resources: properties.references("resources"),
        ..Resource::default()
    };
    resource
        .data
        .extend(properties.named_references("properties"));
    for lifecycle in LIFECYCLES {
        let operation = properties.reference(lifecycle);
        resource
            .operations
            .extend(operation.map(|id| (lifecycle, id)));
    }
    for property in ["operations", "collectionOperations"] {
        let operations = properties.references(property);
        resource
            .operations
            .extend(operations.into_iter().map(|id| (property, id)));
    }
    resource
}
