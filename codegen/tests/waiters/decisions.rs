//! What `resolve` decides about waiters, as data: those of `fixtures/waiters.json`.

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::waiter::{
    Acceptor, Held, Node, State, Test, Value, Waiter,
};
use ivs_realtime_codegen::internals::ir::{Name, RuntimePath, Service, Step, Type};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{Settings, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};

fn service() -> Service {
    let source = Source {
        name: "waiters.json".to_owned(),
        bytes: include_bytes!("../fixtures/waiters.json").to_vec(),
    };
    let settings = Settings {
        runtime: RuntimePath::default(),
        omit_unsupported: false,
        tests: false,
        ..Settings::default()
    };
    load(&[source])
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()))
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

fn waiter(service: &Service, name: &str) -> Waiter {
    let mut waiters = service.operations.iter().flat_map(|one| &one.waiters);
    waiters.find(|waiter| waiter.name == name).unwrap().clone()
}

/// A string of the output that may be absent.
fn text(field: &str) -> Value {
    let output = Value {
        node: Node::Output,
        held: Held::Reference,
        optional: false,
        fails: false,
    };
    let node = Node::Field {
        of: Box::new(output),
        step: Step {
            field: Name::new(field),
            optional: true,
            boxed: false,
        },
        ty: Type::String,
    };
    Value {
        node,
        held: Held::Text,
        optional: true,
        fails: false,
    }
}

#[test]
fn names_and_delays() {
    let service = service();
    let found: Vec<_> = service
        .operations
        .iter()
        .flat_map(|operation| &operation.waiters)
        .map(|waiter| {
            let names = [&waiter.method, &waiter.module, &waiter.constant];
            let names = names.map(|name| name.as_str().to_owned()).join(" ");
            (names, waiter.delays, waiter.deprecated.is_some())
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(names, delays, deprecated)| (names.as_str(), *delays, *deprecated))
        .collect();
    assert_eq!(
        found,
        [
            (
                "wait_until_thing_exists thing_exists THING_EXISTS",
                (5, 5),
                false
            ),
            (
                "wait_until_thing_deleted thing_deleted THING_DELETED",
                (2, 120),
                true
            ),
            (
                "wait_until_thing_healthy thing_healthy THING_HEALTHY",
                (2, 120),
                false
            ),
            // There is an operation of the first one's name, and the page of waiters imports a `client`.
            (
                "wait_until_group_exists2 group_exists GROUP_EXISTS",
                (2, 120),
                false
            ),
            ("wait_until_client client_ CLIENT", (2, 120), false),
        ]
    );
}

#[test]
fn a_member_gives_way_to_the_method_that_waits() {
    let service = service();
    let mut operations = service.operations.iter();
    let get = operations.find(|one| one.wire_name == "GetThing").unwrap();
    let fields: Vec<&str> = get
        .input
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(fields, ["name", "wait_value"]);
}

/// Texts at the end of one path stand together; an error of the model is asked for by its method, another by its code.
#[test]
fn acceptors_are_data() {
    let service = service();
    let exists = waiter(&service, "ThingExists");
    let states = |states: &[(&str, State)]| -> Vec<(String, State)> {
        states
            .iter()
            .map(|(text, state)| ((*text).to_owned(), *state))
            .collect()
    };
    assert_eq!(
        exists.acceptors[1..],
        [
            Acceptor::Text {
                path: "status".to_owned(),
                found: text("status"),
                states: states(&[("success", State::Success), ("working", State::Retry)]),
            },
            Acceptor::Error(State::Retry, Name::new("is_not_found")),
            Acceptor::ErrorCode(State::Retry, "Throttling".to_owned()),
        ]
    );
    assert!(matches!(
        &exists.acceptors[0],
        Acceptor::Explained(Test::Equal(..), _)
    ));
    let deleted = waiter(&service, "ThingDeleted");
    assert_eq!(
        deleted.acceptors,
        [
            Acceptor::Answered(State::Retry),
            Acceptor::Error(State::Success, Name::new("is_not_found")),
            Acceptor::Failed(State::Failure),
        ]
    );
}

/// Neither what a secret is compared with nor a secret message is kept for people.
#[test]
fn secrets_are_compared_and_not_shown() {
    let healthy = waiter(&service(), "ThingHealthy");
    let last = healthy.acceptors.last().unwrap();
    assert!(
        matches!(last, Acceptor::Output(State::Failure, Test::Equal(value, ..)) if *value == text("key")),
        "{last:?}"
    );
}

/// A function that may be given a null can end the whole expression.
#[test]
fn expressions_know_whether_they_may_fail() {
    let service = service();
    let fails = |name: &str| -> Vec<bool> {
        let acceptors = waiter(&service, name).acceptors;
        let tests = acceptors.iter().filter_map(|acceptor| match acceptor {
            Acceptor::Output(_, test)
            | Acceptor::InputOutput(_, test)
            | Acceptor::Explained(test, _) => Some(test.fails()),
            _ => None,
        });
        tests.collect()
    };
    assert_eq!(fails("ThingHealthy"), [false, false, true, false]);
    assert_eq!(fails("GroupExists"), [true]);
}
