//! The tests that a model holds: which are emitted, what their params become, and what is wrong with them.

use std::fs;
use std::path::Path;

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::protocol_test::{
    FloatType, ProtocolTestKind, Setter, Special, StructureValue, Value,
};
use ivs_realtime_codegen::internals::ir::{Name, Service};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Diagnostics, Generated, Layout, Settings, Source, TestKind, generate};

/// The fixture with cases of each kind.
fn sources() -> Vec<Source> {
    let name = "tests/fixtures/protocol_tests.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    vec![Source {
        name: name.to_owned(),
        bytes: fs::read(path).expect("the file can be read"),
    }]
}

fn with_tests() -> Settings {
    Settings {
        tests: true,
        ..Settings::default()
    }
}

fn generated() -> Generated {
    generate(&sources(), &with_tests()).unwrap_or_else(|faults| panic!("{faults}"))
}

fn resolved() -> Service {
    let model = load(&sources())
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()));
    let settings = resolve::Settings {
        tests: true,
        ..resolve::Settings::default()
    };
    model
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn tests_of_the_model_are_listed() {
    let found: Vec<_> = generated()
        .tests
        .into_iter()
        .map(|test| (test.path, test.kind, test.shape, test.id))
        .filter(|(path, ..)| path.contains("nothing") || path.starts_with("endpoint"))
        .collect();
    let test = |path: &str, kind, shape: &str, id: &str| {
        (path.to_owned(), kind, shape.to_owned(), id.to_owned())
    };
    let region = "a_region_is_part_of_the_host";
    let no_region = "there_is_no_shop_without_a_region";
    let endpoint = |name: &str| {
        let path = format!("endpoint_tests::{name}");
        test(&path, TestKind::Endpoint, "Shop", name)
    };
    let get = |kind, name: &str| {
        let path = format!("protocol_tests::get::{name}_get_nothing");
        test(&path, kind, "Get", "GetNothing")
    };
    let upload = "protocol_tests::upload::request_upload_nothing";
    assert_eq!(
        found,
        [
            endpoint(region),
            endpoint(no_region),
            get(TestKind::Request, "request"),
            get(TestKind::Response, "response"),
            test(upload, TestKind::Request, "Upload", "UploadNothing"),
        ]
    );
}

#[test]
fn there_are_no_tests_unless_they_are_wanted() {
    let plain = generate(&sources(), &Settings::default()).unwrap();
    assert_eq!(plain.tests, []);
    assert!(!plain.files.keys().any(|path| path.contains("test")));
    assert!(!plain.files["mod.rs"].contains("test"));
}

/// The value of a member in the params of a case.
#[track_caller]
fn member<'v>(structure: &'v StructureValue, name: &str) -> &'v Value {
    let members = structure.set.iter().chain(&structure.assigned);
    let mut named = members.filter(|member| member.field == *name);
    &named.next().expect("the case has the member").value
}

#[test]
fn params_are_data() {
    let service = resolved();
    let tests = service.protocol_tests.expect("there are tests");
    let put = tests.pages.iter().find(|page| page.shape == "Put");
    let cases = &put.expect("the operation has cases").cases;
    let ids: Vec<_> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids, ["PutEverything", "PutLittle", "PutSecret"]);
    let ProtocolTestKind::Request(input, expected) = &cases[0].kind else {
        panic!("it is a request");
    };
    assert_eq!(expected.required_query, ["token"]);
    let Value::Structure(thing) = member(input, "thing") else {
        panic!("it is a structure");
    };
    let nan = Value::Float(FloatType::F64, Special::Nan);
    let text = |text: &str| Value::String(text.to_owned());
    let sparse = |value: Option<Value>| Value::Sparse(value.map(Box::new));
    for (name, expected) in [
        ("name", text("cup")),
        ("size", Value::Number("-2".to_owned())),
        ("ratio", nan),
        ("big", Value::BigNumber("12345678901234567890".to_owned())),
        ("at", Value::Timestamp(1_576_540_098, 500_000_000)),
        ("bytes", Value::Blob("blob".to_owned())),
        (
            "color",
            Value::Variant(Name::new("Color"), Name::new("Red")),
        ),
        (
            "level",
            Value::Variant(Name::new("Level"), Name::new("High")),
        ),
        ("free", Value::Document(r#"{"a":[1,"x",null]}"#.to_owned())),
        (
            "holes",
            Value::List(vec![sparse(Some(text("a"))), sparse(None)]),
        ),
    ] {
        assert_eq!(*member(thing, name), expected, "{name}");
    }
    // A setter that is deprecated would warn.
    let assigned: Vec<_> = thing
        .assigned
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    assert_eq!((assigned, thing.is_fallible), (vec!["old"], true));
    let setters: Vec<_> = input.set.iter().map(|one| one.setter).collect();
    assert_eq!(
        setters[2..],
        [
            Setter::Each,
            Setter::Each,
            Setter::Plain,
            Setter::Each,
            Setter::Whole
        ]
    );
}

/// What is wrong with the fixture if `Get` has these cases of answers in place of its own.
fn faults_of(cases: &str) -> Diagnostics {
    let mut model = sources();
    let traits = format!(r#"{{"smithy.test#httpResponseTests": {cases}}}"#);
    let apply = format!(r#"{{"a#Get": {{"type": "apply", "traits": {traits}}}}}"#);
    model.push(Source {
        name: "wrong.json".to_owned(),
        bytes: format!(r#"{{"smithy": "2.0", "shapes": {apply}}}"#).into_bytes(),
    });
    generate(&model, &with_tests()).expect_err("a case is wrong")
}

#[test]
fn params_that_do_not_fit_are_refused() {
    let wrong = [
        r#"{"ke": "a"}"#,
        r#"{"key": 1}"#,
        r#"{"tags": "a"}"#,
        r#"{"tags": ["a", null]}"#,
        r#"{"thing": {}}"#,
        r#"{"thing": {"name": "a", "size": 128, "ratio": "nan"}}"#,
        r#"{"thing": {"name": "a", "at": "2019-12-16T23:48:18Z"}}"#,
        r#"{"thing": {"name": "a", "choice": {"text": "a", "nothing": {}}}}"#,
        r#"{"thing": {"name": "a", "choice": {"other": 1}}}"#,
        r#"{"thing": {"name": "a", "level": "LOW"}}"#,
        r#"{"thing": {"name": "a", "counts": {"one": 1.5}}}"#,
    ];
    let faults = wrong.map(|params| {
        let case = r#""id": "Wrong", "protocol": "aws.protocols#restJson1", "code": 200"#;
        let faults = faults_of(&format!(r#"[{{{case}, "params": {params}}}]"#));
        format!("{params}\n{faults}")
    });
    insta::assert_snapshot!(faults.join("\n\n"));
}

#[test]
fn malformed_cases_are_refused() {
    let wrong = [
        r#"{}"#,
        r#"["a"]"#,
        r#"[{"id": "a", "code": 200}]"#,
        r#"[{"id": "a", "protocol": "p", "code": "200"}]"#,
        r#"[{"id": "a", "protocol": "p", "code": 200, "appliesTo": "all"}]"#,
        r#"[{"id": "a", "protocol": "p", "code": 200, "headers": {"A": 1}}]"#,
        r#"[{"id": "a", "protocol": "p", "code": 200, "forbidHeaders": ["A", 1]}]"#,
        r#"[{"id": "a", "protocol": "p", "code": 200, "bdoy": ""}]"#,
    ];
    let faults = wrong.map(|cases| format!("{cases}\n{}", faults_of(cases)));
    insta::assert_snapshot!(faults.join("\n\n"));
}

#[test]
fn a_package_asks_for_what_it_needs() {
    let manifest = |tests| {
        let layout = Layout::Package {
            name: "a-shop".to_owned(),
            runtime_path: "runtime".to_owned(),
            member: true,
        };
        let settings = Settings {
            tests,
            layout,
            ..Settings::default()
        };
        let generated = generate(&sources(), &settings).unwrap();
        let manifest = &generated.files["Cargo.toml"];
        let (_, dependencies) = manifest.split_once("[dependencies]\n").unwrap();
        dependencies.to_owned()
    };
    let needed = |feature: &str| {
        let place = r#"ivs-realtime = { path = "runtime", default-features = false"#;
        format!("{place}, features = [\"{feature}\"] }}\n")
    };
    let plain = needed("request-compression");
    assert_eq!(manifest(false), plain);
    let for_tests = needed("protocol-test");
    assert_eq!(
        manifest(true),
        format!("{plain}\n[dev-dependencies]\n{for_tests}")
    );
}
