//! What is resolved of the model in `model/`, as data.

use std::fs;
use std::path::Path;

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::Service;
use ivs_realtime_codegen::internals::load::{Source, load};
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};

#[cfg(test)]
fn service() -> Service {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let files = [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ];
    let sources = files.map(|name| Source {
        name: name.to_owned(),
        bytes: fs::read(folder.join(name)).unwrap(),
    });
    let settings = resolve::Settings {
        tests: true,
        ..resolve::Settings::default()
    };
    load(&sources)
        .and_then(assemble)
        .and_then(|assembled| validate(assembled, &Options::default()))
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn every_list_operation_pages_with_its_items() {
    let pages: Vec<(String, String)> = service()
        .operations
        .iter()
        .filter_map(|operation| {
            let pagination = operation.pagination.as_ref()?;
            assert_eq!(pagination.input_token.as_str(), "next_token");
            assert_eq!(pagination.output_token.len(), 1);
            assert_eq!(pagination.output_token[0].field.as_str(), "next_token");
            assert_eq!(
                pagination.page_size.as_ref().unwrap().0.as_str(),
                "max_results"
            );
            let items: Vec<&str> = pagination
                .items
                .as_ref()
                .unwrap()
                .path
                .iter()
                .map(|step| step.field.as_str())
                .collect();
            Some((operation.wire_name.clone(), items.join(".")))
        })
        .collect();
    let expected = [
        ("ListCompositions", "compositions"),
        ("ListEncoderConfigurations", "encoder_configurations"),
        ("ListIngestConfigurations", "ingest_configurations"),
        ("ListParticipantEvents", "events"),
        ("ListParticipantReplicas", "replicas"),
        ("ListParticipants", "participants"),
        ("ListPublicKeys", "public_keys"),
        ("ListStageSessions", "stage_sessions"),
        ("ListStages", "stages"),
        ("ListStorageConfigurations", "storage_configurations"),
    ];
    let expected = expected.map(|(name, items)| (name.to_owned(), items.to_owned()));
    assert_eq!(pages, expected);
}

#[test]
fn errors_have_the_statuses_of_the_api() {
    let statuses: Vec<(String, u16, bool)> = service()
        .errors
        .iter()
        .map(|error| (error.code.clone(), error.status, error.is_server_fault))
        .collect();
    let expected = [
        ("AccessDeniedException", 403, false),
        ("ConflictException", 409, false),
        ("InternalServerException", 500, true),
        ("PendingVerification", 403, false),
        ("ResourceNotFoundException", 404, false),
        ("ServiceQuotaExceededException", 402, false),
        ("ValidationException", 400, false),
    ];
    assert_eq!(
        statuses,
        expected.map(|(code, status, server)| (code.to_owned(), status, server))
    );
}

#[test]
fn the_service_is_signed_for_under_its_name() {
    let service = service();
    assert_eq!(service.operations.len(), 40);
    assert_eq!(service.sdk_id, "IVS RealTime");
    assert_eq!(service.signing_name.as_deref(), Some("ivs"));
    assert_eq!(
        service
            .endpoint_tests
            .as_ref()
            .map(|tests| tests.cases.len()),
        Some(25)
    );
    let tokens: Vec<&str> = service
        .operations
        .iter()
        .filter(|operation| {
            operation
                .input
                .fields
                .iter()
                .any(|field| field.idempotency_token)
        })
        .map(|operation| operation.wire_name.as_str())
        .collect();
    assert_eq!(tokens, ["StartComposition"]);
}
