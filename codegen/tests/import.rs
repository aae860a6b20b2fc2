//! The model of this repository, made from C2J, held against an older state of the same service's Smithy model.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::internals::import::{File, Options, Source, import};
use serde_json::{Map, Value};

/// On which side something stands alone, or on both, differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Old,
    New,
    Both,
}

/// Known differences: the side, why, and where. A leading `*` stands for any shape.
const KNOWN: &[(Side, &str, &[&str])] = &[
    (
        Side::New,
        "the service has grown: operations",
        &[
            "AmazonInteractiveVideoServiceRealTime/operations/ListParticipantReplicas",
            "AmazonInteractiveVideoServiceRealTime/operations/RevokeConnectionToken",
            "AmazonInteractiveVideoServiceRealTime/operations/StartParticipantReplication",
            "AmazonInteractiveVideoServiceRealTime/operations/StopParticipantReplication",
            "ListParticipantReplicas",
            "RevokeConnectionToken",
            "StartParticipantReplication",
            "StopParticipantReplication",
        ],
    ),
    (
        Side::New,
        "the service has grown: members",
        &[
            "AutoParticipantRecordingConfiguration/members/recordParticipantReplicas",
            "CreateIngestConfigurationRequest/members/redundantIngest",
            "Event/members/destinationStageArn",
            "Event/members/destinationSessionId",
            "Event/members/replica",
            "Event/members/previousToken",
            "Event/members/newToken",
            "EventName/members/REPLICATION_STARTED",
            "EventName/members/REPLICATION_STOPPED",
            "EventName/members/TOKEN_EXCHANGED",
            "GridConfiguration/members/participantOrderAttribute",
            "IngestConfiguration/members/redundantIngest",
            "IngestConfiguration/members/redundantIngestCredentials",
            "IngestConfigurationSummary/members/redundantIngest",
            "Participant/members/replicationType",
            "Participant/members/replicationState",
            "Participant/members/sourceStageArn",
            "Participant/members/sourceSessionId",
            "Participant/members/redundantIngest",
            "Participant/members/ingestConfigurationArn",
            "ParticipantSummary/members/replicationType",
            "ParticipantSummary/members/replicationState",
            "ParticipantSummary/members/sourceStageArn",
            "ParticipantSummary/members/sourceSessionId",
            "ParticipantSummary/members/redundantIngest",
            "ParticipantSummary/members/ingestConfigurationArn",
            "PipConfiguration/members/participantOrderAttribute",
            "UpdateIngestConfigurationRequest/members/redundantIngest",
        ],
    ),
    (
        Side::Both,
        "the pattern has anchors of its own, and upstream puts a second pair around them",
        &[
            "AutoParticipantRecordingStorageConfigurationArn/traits/smithy.api#pattern",
            "IngestConfigurationStageArn/traits/smithy.api#pattern",
        ],
    ),
    (
        Side::Old,
        "C2J has no default but zero; all members take these back with null, so nothing is lost",
        &[
            "CompositionRecordingHlsConfiguration/members/targetSegmentDurationSeconds/traits/smithy.api#default",
            "CompositionRecordingTargetSegmentDurationSeconds/traits/smithy.api#default",
            "ParticipantRecordingHlsConfiguration/members/targetSegmentDurationSeconds/traits/smithy.api#default",
            "ParticipantRecordingTargetSegmentDurationSeconds/traits/smithy.api#default",
        ],
    ),
    (
        Side::Old,
        "C2J does not tell which structures have no other use than as an input or an output",
        &["*/traits/smithy.api#input", "*/traits/smithy.api#output"],
    ),
    (
        Side::New,
        "two responses now name the headers that the others have named before",
        &[
            "CreateIngestConfigurationResponse/members/accessControlAllowOrigin",
            "CreateIngestConfigurationResponse/members/accessControlExposeHeaders",
            "CreateIngestConfigurationResponse/members/cacheControl",
            "CreateIngestConfigurationResponse/members/contentSecurityPolicy",
            "CreateIngestConfigurationResponse/members/strictTransportSecurity",
            "CreateIngestConfigurationResponse/members/xContentTypeOptions",
            "CreateIngestConfigurationResponse/members/xFrameOptions",
            "UpdateIngestConfigurationResponse/members/accessControlAllowOrigin",
            "UpdateIngestConfigurationResponse/members/accessControlExposeHeaders",
            "UpdateIngestConfigurationResponse/members/cacheControl",
            "UpdateIngestConfigurationResponse/members/contentSecurityPolicy",
            "UpdateIngestConfigurationResponse/members/strictTransportSecurity",
            "UpdateIngestConfigurationResponse/members/xContentTypeOptions",
            "UpdateIngestConfigurationResponse/members/xFrameOptions",
        ],
    ),
    (
        Side::Old,
        "the service no longer says that the operation only reads",
        &["ImportPublicKey/traits/smithy.api#readonly"],
    ),
    (
        Side::Old,
        "C2J has no paginator where upstream does not name the items; model/customizations.json adds it",
        &[
            "ListCompositions/traits/smithy.api#paginated",
            "ListEncoderConfigurations/traits/smithy.api#paginated",
            "ListParticipantEvents/traits/smithy.api#paginated",
            "ListParticipants/traits/smithy.api#paginated",
            "ListStageSessions/traits/smithy.api#paginated",
            "ListStages/traits/smithy.api#paginated",
            "ListStorageConfigurations/traits/smithy.api#paginated",
        ],
    ),
    (
        Side::Both,
        "the service has changed a pattern",
        &[
            "ParticipantId/traits/smithy.api#pattern",
            "PublicKeyMaterial/traits/smithy.api#pattern",
        ],
    ),
    (
        Side::New,
        "the service has tightened a constraint",
        &[
            "ParticipantTokenId/traits/smithy.api#length",
            "ParticipantTokenId/traits/smithy.api#pattern",
            "TagValue/traits/smithy.api#length/min",
        ],
    ),
    (
        Side::New,
        "the service has grown: shapes",
        &[
            "ConnectionTokenId",
            "ExchangedParticipantToken",
            "ListParticipantReplicasRequest",
            "ListParticipantReplicasResponse",
            "MaxParticipantReplicaResults",
            "ParticipantReplica",
            "ParticipantReplicaList",
            "ReconnectWindowSeconds",
            "RecordParticipantReplicas",
            "RedundantIngest",
            "RedundantIngestCredential",
            "RedundantIngestCredentials",
            "Replica",
            "ReplicationState",
            "ReplicationType",
            "RevokeConnectionTokenRequest",
            "RevokeConnectionTokenResponse",
            "StartParticipantReplicationRequest",
            "StartParticipantReplicationResponse",
            "StopParticipantReplicationRequest",
            "StopParticipantReplicationResponse",
        ],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file of the model.
fn checked_in(name: &str) -> String {
    fs::read_to_string(root().join("model").join(name)).expect("the file is checked in")
}

/// A file of the model, read.
fn read(name: &str) -> Value {
    serde_json::from_str(&checked_in(name)).expect("the file is JSON")
}

fn short(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// The shapes of a model, by name without the namespace.
fn shapes(model: &Value) -> Map<String, Value> {
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let named = shapes
        .iter()
        .map(|(id, shape)| (short(id).to_owned(), shape.clone()));
    named.collect()
}

/// A list of targets as an object, so that it is compared by id.
fn by_target(list: &[Value]) -> Option<Value> {
    let ids = list.iter().map(|item| item.get("target")?.as_str());
    let entries = ids.map(|id| Some((short(id?).to_owned(), Value::Null)));
    entries.collect::<Option<Map<_, _>>>().map(Value::Object)
}

/// Finds the differences between two values, by path.
fn differences(path: &str, old: &Value, new: &Value, found: &mut BTreeSet<(Side, String)>) {
    if let (Value::Array(old), Value::Array(new)) = (old, new)
        && let (Some(old), Some(new)) = (by_target(old), by_target(new))
    {
        return differences(path, &old, &new, found);
    }
    let (Value::Object(old), Value::Object(new)) = (old, new) else {
        if old != new {
            found.insert((Side::Both, path.to_owned()));
        }
        return;
    };
    let added = new.keys().filter(|key| !old.contains_key(*key));
    for key in old.keys().chain(added) {
        let separator = if path.is_empty() { "" } else { "/" };
        let below = format!("{path}{separator}{key}");
        let empty = || (key == "traits").then(|| Value::Object(Map::new()));
        let of = |side: &Map<String, Value>| side.get(key).cloned().or_else(empty);
        match (of(old), of(new)) {
            (Some(old), Some(new)) => differences(&below, &old, &new, found),
            (old, _) => {
                let side = if old.is_some() { Side::Old } else { Side::New };
                found.insert((side, below));
            }
        }
    }
}

/// Whether a path is the known one.
fn is_known(path: &str, known: &str) -> bool {
    match known.strip_prefix('*') {
        Some(rest) => path.ends_with(rest),
        None => path == known,
    }
}

#[test]
fn differs_from_an_older_state_only_where_it_is_known() {
    let name = "ivs-realtime-2020-07-14.json";
    let path = root().join("../shared/models").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(std::io::stderr(), "skipped: there is no {}", path.display());
        return;
    };
    let old = import(
        &Source::Smithy(File { name, text: &text }),
        &Options::default(),
    )
    .unwrap();
    let (old, new) = (shapes(&old.model), shapes(&read("ivs-realtime.json")));
    let mut found = BTreeSet::new();
    differences("", &old.into(), &new.into(), &mut found);

    let is_in_table = |(side, path): &(Side, String)| {
        let mut rows = KNOWN.iter().filter(|(of, ..)| of == side);
        rows.any(|(_, _, paths)| paths.iter().any(|known| is_known(path, known)))
    };
    let unknown: Vec<_> = found
        .iter()
        .filter(|difference| !is_in_table(difference))
        .collect();
    assert!(unknown.is_empty(), "not in the table: {unknown:#?}");
    for (side, why, paths) in KNOWN {
        for known in *paths {
            let applies = found
                .iter()
                .any(|(of, path)| of == side && is_known(path, known));
            assert!(applies, "no longer a difference ({why}): {known}");
        }
    }
}

#[test]
fn the_model_is_whole_and_canonical() {
    let text = checked_in("ivs-realtime.json");
    let model = read("ivs-realtime.json");
    let of_kind = |kind: &str| {
        shapes(&model)
            .values()
            .filter(|shape| shape["type"] == kind)
            .count()
    };
    let all = shapes(&model).len();
    assert_eq!(
        (of_kind("service"), of_kind("operation"), all),
        (1, 40, 1 + 40 + 246)
    );
    assert!(!text.contains("documentation"));

    let file = File {
        name: "ivs-realtime.json",
        text: &text,
    };
    let mut again = import(&Source::Smithy(file), &Options::default()).unwrap();
    again.model["metadata"] = model["metadata"].clone();
    assert_eq!(again.to_text(), text);
}

#[test]
fn the_carried_endpoint_tests_fit_the_rule_set() {
    let shapes = shapes(&read("ivs-realtime.json"));
    let service = shapes
        .values()
        .find(|shape| shape["type"] == "service")
        .unwrap();
    let parameters = &service["traits"]["smithy.rules#endpointRuleSet"]["parameters"];
    let cases = &service["traits"]["smithy.rules#endpointTests"]["testCases"];
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 25);
    for case in cases {
        for (name, value) in case["params"].as_object().into_iter().flatten() {
            let expected = if value.is_boolean() {
                "Boolean"
            } else {
                "String"
            };
            assert_eq!(parameters[name]["type"], expected, "{name} of {case}");
        }
    }
}

#[test]
fn customizations_add_only_what_the_model_leaves_out() {
    let (model, customizations) = (read("ivs-realtime.json"), read("customizations.json"));
    let applied = customizations["shapes"].as_object().unwrap();
    assert_eq!(applied.len(), 12);
    let added = |id: &String, name: &str| applied.get(id)?["traits"].get(name);
    let (mut paginated, mut waitable) = (Vec::new(), Vec::new());
    for (id, operation) in model["shapes"].as_object().unwrap() {
        if let Some(waiters) = added(id, "smithy.waiters#waitable") {
            let own = operation["traits"].get("smithy.waiters#waitable");
            assert!(own.is_none(), "{id} has it twice");
            waitable.extend(waiters.as_object().unwrap().keys());
        }
        let own = operation["traits"].get("smithy.api#paginated");
        let added = added(id, "smithy.api#paginated");
        assert!(own.is_none() || added.is_none(), "{id} has it twice");
        let Some(value) = own.or(added) else { continue };
        paginated.push(id);
        for (key, end) in [
            ("inputToken", "input"),
            ("outputToken", "output"),
            ("items", "output"),
            ("pageSize", "input"),
        ] {
            let target = operation[end]["target"].as_str().unwrap();
            let member = value[key].as_str().unwrap();
            let members = &model["shapes"][target]["members"];
            assert!(members.get(member).is_some(), "{id}: {key}: {member}");
        }
    }
    assert_eq!(paginated.len(), 10);
    let rest: Vec<&String> = applied
        .keys()
        .filter(|id| !paginated.contains(id) && added(id, "smithy.waiters#waitable").is_none())
        .collect();
    assert_eq!(rest.len(), 3);
    for id in rest {
        mends_a_pattern(&model, id, &applied[id]["traits"]);
    }
    let waiters = [
        "CompositionActive",
        "CompositionStopped",
        "CompositionFailed",
        "IngestConfigurationActive",
    ];
    assert_eq!(waitable, waiters);
}

/// Upstream's pattern for ARNs matches none; the one that goes before it does.
fn mends_a_pattern(model: &Value, id: &str, applied: &Value) {
    let (structure, member) = id.split_once('$').expect("it is a member");
    let target = &model["shapes"][structure]["members"][member]["target"];
    let upstream = &model["shapes"][target.as_str().expect("a shape id")]["traits"];
    let is_match = |traits: &Value| {
        let pattern = traits["smithy.api#pattern"].as_str().expect("a pattern");
        let pattern = regex::Regex::new(pattern).expect("it is read");
        pattern.is_match("arn:aws:ivs:us-east-1:123456789012:stage/aBcDeFgHiJkL")
    };
    assert!(!is_match(upstream), "{id}: upstream has mended it");
    assert!(is_match(applied), "{id}");
}
