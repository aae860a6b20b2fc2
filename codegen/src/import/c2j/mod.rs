//! Reads an AWS JSON 1.x model ("C2J"), protocol `rest-json`, into the shapes of a Smithy 2.0 model.
//!
//! C2J is made from Smithy models, so this is the way back, as far as the facts are in it.

mod defaults;
mod endpoints;
mod jsonvalue;
mod members;
mod metadata;
mod node;
mod operations;
mod pagination;
mod properties;
mod report;
mod shapes;
mod uri;

use serde_json::{Value, json};

use super::carry::Previous;
use super::{C2jFiles, Draft, Object, Options, parse};
use crate::diagnostic::Diagnostics;
use node::Node;
use report::Report;

/// The parts of `service-2.json`, and the namespace that its shapes get.
struct Model<'a> {
    root: Node<'a>,
    metadata: Node<'a>,
    operations: &'a Object,
    shapes: &'a Object,
    namespace: String,
}

impl<'a> Model<'a> {
    /// Takes the model apart. `None` if a part is missing, which is then a fault.
    fn new(root: Node<'a>) -> Option<Self> {
        root.check(&properties::ROOT);
        let metadata = root.of(root.need_object("metadata")?, "metadata");
        let model = Self {
            root,
            metadata,
            operations: root.need_object("operations")?,
            shapes: root.need_object("shapes")?,
            namespace: metadata::namespace(metadata)?,
        };
        metadata::check(metadata).then_some(model)
    }

    /// The id of an operation, or of the service.
    fn id(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// The id of a data shape. Operations share one space of names with them in Smithy but not in C2J; where both have a
    /// name, AWS's Smithy models put a `_` after that of the shape.
    fn shape_id(&self, name: &str) -> String {
        let suffix = if self.operations.contains_key(name) {
            "_"
        } else {
            ""
        };
        format!("{}#{name}{suffix}", self.namespace)
    }

    /// A reference to a data shape.
    fn target(&self, name: &str) -> Value {
        json!({ "target": self.shape_id(name) })
    }

    /// A shape as C2J has it. A missing one is found when all targets are checked.
    fn shape(&self, name: &str) -> Option<&'a Object> {
        self.shapes.get(name)?.as_object()
    }
}

/// The shapes of a C2J model.
pub(super) fn read(
    files: &C2jFiles<'_>,
    options: &Options<'_>,
    previous: Option<&Previous>,
) -> Result<Draft, Diagnostics> {
    let root = parse::object(files.service)?;
    let report = Report::default();
    let Some(model) = Model::new(Node::root(&root, files.service, &report)) else {
        return Err(report
            .finish()
            .expect_err("each part that is missing is a fault"));
    };

    let mut shapes = shapes::all(&model);
    defaults::add(&model, &mut shapes);
    jsonvalue::move_to_shapes(&model, &mut shapes);
    let mut operations = operations::all(&model);
    if let Some(file) = files.paginators {
        pagination::add(file, &model, &mut operations, &report);
    }
    let name = metadata::shape_name(&model, options, previous);
    let mut service = metadata::service(&model);
    if let Some(file) = files.endpoint_rule_set {
        endpoints::add(file, &mut service, &report);
    }

    let source = metadata::source(&model, options);
    add_all(&model, operations, &mut shapes);
    add_all(
        &model,
        Object::from_iter([(model.id(&name), service)]),
        &mut shapes,
    );
    Ok(Draft {
        shapes,
        source,
        notes: report.finish()?,
    })
}

/// Adds shapes; in Smithy operations and the service share one space of names with the data.
fn add_all(model: &Model<'_>, more: Object, shapes: &mut Object) {
    for (id, shape) in more {
        if let Some(other) = shapes.get(&id) {
            let kind = |shape: &Value| shape["type"].as_str().unwrap_or_default().to_owned();
            let (kind, other) = (kind(&shape), kind(other));
            let message = format!("found the {kind} `{id}` beside the {other} of the same id");
            model.root.fault(message);
        } else {
            shapes.insert(id, shape);
        }
    }
}

/// The trait `smithy.api#deprecated` of whatever bears the three properties.
fn deprecated(node: Node<'_>) -> Option<Value> {
    let mut deprecated = Object::new();
    for (property, key) in [
        ("deprecatedMessage", "message"),
        ("deprecatedSince", "since"),
    ] {
        if let Some(text) = node.text(property) {
            deprecated.insert(key.into(), text.into());
        }
    }
    node.flag("deprecated").then_some(Value::Object(deprecated))
}

/// The traits that any shape, member or operation may have.
fn common_traits(node: Node<'_>) -> Object {
    let mut traits = Object::new();
    if let Some(text) = node.text("documentation") {
        traits.insert("smithy.api#documentation".into(), text.into());
    }
    if let Some(deprecated) = deprecated(node) {
        traits.insert("smithy.api#deprecated".into(), deprecated);
    }
    traits
}
