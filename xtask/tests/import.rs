//! `cargo xtask import` from end to end: what it reads, what it writes, and that it writes nothing if anything is wrong.

mod support;

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Output;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use support::xtask;

/// A C2J model of one operation.
fn model(version: &str) -> String {
    json!({
        "metadata": { "apiVersion": version, "endpointPrefix": "things", "protocol": "rest-json",
            "serviceFullName": "Things", "serviceId": "Things", "signatureVersion": "v4", "uid": format!("things-{version}") },
        "operations": { "ListThings": { "name": "ListThings", "http": { "method": "GET", "requestUri": "/" },
            "input": { "shape": "In" }, "output": { "shape": "In" } } },
        "shapes": { "In": { "type": "structure", "members": { "t": { "shape": "T", "documentation": "a text" } } },
            "T": { "type": "string" } },
    })
    .to_string()
}

fn rules() -> String {
    json!({ "version": "1.0", "parameters": {}, "rules": [] }).to_string()
}

fn paginators() -> String {
    json!({ "pagination": { "ListThings": { "input_token": "t", "output_token": "t" } } })
        .to_string()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(text.as_bytes())
        .expect("memory takes all");
    encoder.finish().expect("memory takes all")
}

/// A wheel with two versions of a service, and a folder that is no version.
fn wheel(path: &Path) {
    let mut wheel = ZipWriter::new(File::create(path).expect("the folder is there"));
    let folder = "botocore/data/things";
    for (name, bytes) in [
        ("botocore-1.2.3.dist-info/METADATA".to_owned(), Vec::new()),
        (
            format!("{folder}/2019-12-31/service-2.json.gz"),
            gzip(&model("2019-12-31")),
        ),
        (
            format!("{folder}/2020-01-02/service-2.json.gz"),
            gzip(&model("2020-01-02")),
        ),
        (
            format!("{folder}/2020-01-02/endpoint-rule-set-1.json.gz"),
            gzip(&rules()),
        ),
        (
            format!("{folder}/2020-01-02/paginators-1.json"),
            paginators().into_bytes(),
        ),
        (
            format!("{folder}/2020-01-02/waiters-2.json"),
            b"{}".to_vec(),
        ),
        (format!("{folder}/zzz/service-2.json"), b"{}".to_vec()),
    ] {
        wheel
            .start_file(name, SimpleFileOptions::default())
            .expect("the name is new");
        wheel.write_all(&bytes).expect("the disk takes it");
    }
    wheel.finish().expect("the disk takes it");
}

/// Runs the command; the file that it writes is `out.json` in the folder.
fn import(folder: &Path, path: &str, more: &[&str]) -> Output {
    xtask()
        .arg("import")
        .arg(folder.join(path))
        .arg("--output")
        .arg(folder.join("out.json"))
        .args(more)
        .output()
        .expect("the command runs")
}

/// Runs the command and reads what it wrote.
fn imported(folder: &Path, path: &str, more: &[&str]) -> (Value, String) {
    let output = import(folder, path, more);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = fs::read_to_string(folder.join("out.json")).expect("the file is written");
    let model = serde_json::from_str(&text).expect("the file is JSON");
    (model, String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_wheel_gives_the_newest_version() {
    let folder = TempDir::new().unwrap();
    wheel(&folder.path().join("botocore.whl"));
    let (model, told) = imported(folder.path(), "botocore.whl", &["--service", "things"]);
    let service = &model["shapes"]["com.amazonaws.things#Things"];
    assert_eq!(service["version"], "2020-01-02");
    assert!(
        service["traits"]
            .get("smithy.rules#endpointRuleSet")
            .is_some()
    );
    let operation = &model["shapes"]["com.amazonaws.things#ListThings"];
    assert!(operation["traits"].get("smithy.api#paginated").is_some());
    assert_eq!(model["metadata"]["source"]["origin"], "botocore 1.2.3");
    assert!(told.contains("waiters-2.json"), "{told}");
    assert!(
        told.contains("1 service, 1 operations, 2 data shapes"),
        "{told}"
    );
}

#[test]
fn files_and_folders_may_be_compressed() {
    let folder = TempDir::new().unwrap();
    let model_folder = folder.path().join("things");
    fs::create_dir(&model_folder).unwrap();
    fs::write(
        model_folder.join("service-2.json.gz"),
        gzip(&model("2020-01-02")),
    )
    .unwrap();
    fs::write(model_folder.join("endpoint-rule-set-1.json"), rules()).unwrap();
    let (of_folder, _) = imported(folder.path(), "things", &[]);
    let (of_file, told) = imported(folder.path(), "things/service-2.json.gz", &[]);
    assert_eq!(of_folder, of_file);
    assert_eq!(of_file["metadata"]["source"]["origin"], "things-2020-01-02");
    assert!(told.contains("unchanged"), "{told}");

    let (again, _) = imported(
        folder.path(),
        "out.json",
        &["--origin", "things-2020-01-02"],
    );
    assert_eq!(again["shapes"], of_file["shapes"]);
}

#[test]
fn documentation_and_the_shape_name_are_options() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("service-2.json"), model("2020-01-02")).unwrap();
    let options = ["--documentation", "keep", "--shape-name", "ThingService"];
    let (model, _) = imported(folder.path(), "service-2.json", &options);
    let member = &model["shapes"]["com.amazonaws.things#In"]["members"]["t"];
    assert_eq!(member["traits"]["smithy.api#documentation"], "a text");
    assert!(
        model["shapes"]
            .get("com.amazonaws.things#ThingService")
            .is_some()
    );

    let (model, _) = imported(folder.path(), "service-2.json", &[]);
    assert!(
        model["shapes"]
            .get("com.amazonaws.things#ThingService")
            .is_some(),
        "the name is kept"
    );
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    wheel(&path.join("botocore.whl"));
    fs::create_dir(path.join("empty")).unwrap();
    fs::write(path.join("text.json"), "no JSON").unwrap();
    fs::write(path.join("no.gz"), "not compressed").unwrap();
    fs::write(path.join("no.whl"), "no archive").unwrap();
    fs::write(
        path.join("query.json"),
        model("2020-01-02").replace("rest-json", "query"),
    )
    .unwrap();
    for (name, expected) in [
        ("nowhere.json", "nowhere.json"),
        ("empty", "found no service-2.json"),
        ("text.json", "not JSON"),
        ("no.gz", "no.gz"),
        ("no.whl", "no.whl"),
        ("query.json", "found the protocol `query`"),
        (
            "botocore.whl",
            "found no version of the service `ivs-realtime`",
        ),
    ] {
        for before in [
            None,
            Some("{ \"shapes\": { \"a#S\": { \"type\": \"service\" } } }"),
        ] {
            let out = path.join("out.json");
            if let Some(before) = before {
                fs::write(&out, before).unwrap();
            }
            let output = import(path, name, &[]);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success(), "{name}");
            assert!(
                errors.starts_with("error: ") && errors.contains(expected),
                "{name}: {errors}"
            );
            assert_eq!(fs::read_to_string(&out).ok().as_deref(), before, "{name}");
            fs::remove_file(&out).ok();
        }
    }
    let entries = fs::read_dir(path).unwrap().count();
    assert_eq!(entries, 6, "no file is left over");
}
