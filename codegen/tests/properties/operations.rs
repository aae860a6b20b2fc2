//! Random operations, and the model of them.

use serde_json::{Map, Value, json};

use super::bindings::{input_members, output_members, scalar};
use super::names::Scope;
use super::shapes::Shapes;

/// The service of every model.
pub(super) const SERVICE: &str = "com.example.shop#Shop";

/// A model of about `size` shapes of each kind, the same for the same seed.
pub(super) fn model(seed: u64, size: usize) -> Value {
    let mut names = Scope::default();
    for name in ["Shop", "Shelf", "Echo", "Everything", "LargeBody"] {
        names.take(name);
    }
    let mut shapes = Shapes::new(seed, names);
    shapes.data(size);
    let errors: Vec<String> = (0..shapes.random.below(4))
        .map(|_| error(&mut shapes))
        .collect();
    let mut operations = vec![echo(&mut shapes)];
    for _ in 0..size {
        operations.push(operation(&mut shapes, &errors));
    }
    if shapes.random.once_in(2) {
        operations.push(list(&mut shapes));
    }
    let targets =
        |ids: &[String]| -> Vec<Value> { ids.iter().map(|id| json!({"target": id})).collect() };
    let (bound, kept) = operations.split_at(1 + shapes.random.below(operations.len() - 1));
    shapes.set(
        "com.example.shop#Shelf",
        json!({"type": "resource", "collectionOperations": targets(bound)}),
    );
    let service = json!({"type": "service", "version": "2024-01-01", "operations": targets(kept),
        "resources": [{"target": "com.example.shop#Shelf"}], "errors": targets(&errors[..errors.len() / 2]),
        "rename": shapes.rename, "traits": {"aws.protocols#restJson1": {}, "smithy.api#title": "A \"shop\""}});
    shapes.set(SERVICE, service);
    json!({"smithy": "2.0", "shapes": shapes.all})
}

/// An operation that answers with what it is asked with: a member for every shape that has an item, and every list and map.
fn echo(shapes: &mut Shapes) -> String {
    let id = "com.example.shop#Echo";
    let structure = "com.example.shop#Everything";
    let targets = shapes
        .targets
        .iter()
        .filter(|target| !target.id.starts_with("smithy.api#"));
    let all: Vec<String> = targets
        .chain(&shapes.structures)
        .chain(&shapes.unions)
        .map(|target| target.id.clone())
        .collect();
    // The members at the end hold structures and unions, which paths can lead to whatever they are.
    let paths = all.len() - shapes.structures.len() - shapes.unions.len()..all.len();
    let waiters = waiters(shapes, &paths.collect::<Vec<_>>());
    let members: Map<String, Value> = all
        .iter()
        .enumerate()
        .map(|(index, id)| (format!("m{index}"), json!({"target": id})))
        .collect();
    shapes.set(structure, json!({"type": "structure", "members": members}));
    shapes.set(
        id,
        json!({"type": "operation", "input": {"target": structure}, "output": {"target": structure},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/echo", "code": 200},
                "smithy.waiters#waitable": waiters}}),
    );
    id.to_owned()
}

/// Waiters with names that mean something elsewhere, for the members of these numbers.
fn waiters(shapes: &mut Shapes, paths: &[usize]) -> Value {
    const NAMES: [&str; 12] = [
        "Client", "Waiter", "Self", "Type", "Wait", "C", "Option", "None", "Con", "V2", "Main",
        "Output",
    ];
    let mut waiters = Map::new();
    for _ in 0..3 {
        let name = *shapes.random.pick(&NAMES);
        let mut acceptors = vec![json!({"state": "success", "matcher": {"errorType": "Gone"}})];
        if !paths.is_empty() {
            let number = *shapes.random.pick(paths);
            let (kind, root) = *shapes
                .random
                .pick(&[("output", ""), ("inputOutput", "output.")]);
            let member = format!("{root}m{number}");
            let path = match shapes.random.below(3) {
                0 => format!("{member} != `null`"),
                1 => format!("!({member})"),
                _ => format!("!({member}) || {member} != `null`"),
            };
            let expected = *shapes.random.pick(&["true", "false"]);
            acceptors.push(json!({"state": "retry", "matcher": {kind: {
                "path": path, "comparator": "booleanEquals", "expected": expected}}}));
        }
        waiters.insert(name.to_owned(), json!({"acceptors": acceptors}));
    }
    Value::Object(waiters)
}

fn error(shapes: &mut Shapes) -> String {
    let id = shapes.id();
    let mut names = Scope::default();
    let mut members = Map::new();
    for _ in 0..shapes.random.below(6) {
        let name = names.member(&mut shapes.random);
        let target = scalar(shapes);
        let mut member = shapes.member(&name, &target, true);
        if shapes.random.once_in(4) {
            member["traits"]["smithy.api#httpHeader"] = json!(format!("X-{}", shapes.token()));
        }
        members.insert(name, member);
    }
    let mut traits = json!({"smithy.api#error": *shapes.random.pick(&["client", "server"])});
    if shapes.random.once_in(2) {
        traits["smithy.api#httpError"] = json!(shapes.random.between(400, 599));
    }
    if shapes.random.once_in(3) {
        traits["smithy.api#retryable"] = json!({"throttling": shapes.random.once_in(2)});
    }
    shapes.set(
        &id,
        json!({"type": "structure", "members": members, "traits": traits}),
    );
    id
}

fn operation(shapes: &mut Shapes, errors: &[String]) -> String {
    let name = shapes.names.operation(&mut shapes.random);
    let id = format!("com.example.shop#{name}");
    let mut uri = format!("/{}", shapes.token());
    let mut traits = Map::new();
    let mut operation = json!({"type": "operation"});
    if !shapes.random.once_in(6) {
        let input = shapes.id();
        let members = input_members(shapes, &mut uri, &mut traits);
        shapes.set(&input, json!({"type": "structure", "members": members}));
        operation["input"] = json!({"target": input});
    }
    if !shapes.random.once_in(6) {
        let output = shapes.id();
        let members = output_members(shapes);
        shapes.set(&output, json!({"type": "structure", "members": members}));
        operation["output"] = json!({"target": output});
    }
    if shapes.random.once_in(2) {
        operation["errors"] = errors.iter().map(|id| json!({"target": id})).collect();
    }
    let method = *shapes
        .random
        .pick(&["GET", "POST", "PUT", "DELETE", "PATCH", "BREW"]);
    traits.insert(
        "smithy.api#http".to_owned(),
        json!({"method": method, "uri": uri, "code": 200}),
    );
    operation["traits"] = Value::Object(traits);
    shapes.set(&id, operation);
    id
}

/// An operation that pages.
fn list(shapes: &mut Shapes) -> String {
    let name = shapes.names.operation(&mut shapes.random);
    let id = format!("com.example.shop#{name}");
    let (input, output, items) = (shapes.id(), shapes.id(), shapes.id());
    let mut names = Scope::default();
    let [token, size, things] = [(); 3].map(|()| names.member(&mut shapes.random));
    let held = shapes.random.pick(&shapes.structures).id.clone();
    shapes.set(&items, json!({"type": "list", "member": {"target": held}}));
    let mut asked = Map::new();
    asked.insert(
        token.clone(),
        json!({"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": "token"}}),
    );
    asked.insert(size.clone(), json!({"target": "smithy.api#Integer"}));
    shapes.set(&input, json!({"type": "structure", "members": asked}));
    let mut given = Map::new();
    given.insert(token.clone(), json!({"target": "smithy.api#String"}));
    given.insert(
        things.clone(),
        json!({"target": items, "traits": {"smithy.api#required": {}}}),
    );
    shapes.set(&output, json!({"type": "structure", "members": given}));
    let paginated =
        json!({"inputToken": token, "outputToken": token, "items": things, "pageSize": size});
    let uri = format!("/{}", shapes.token());
    shapes.set(
        &id,
        json!({"type": "operation", "input": {"target": input}, "output": {"target": output},
            "traits": {"smithy.api#http": {"method": "POST", "uri": uri}, "smithy.api#paginated": paginated}}),
    );
    id
}
