//! The blocking client.

use ivs_realtime::blocking::Client;
use ivs_realtime::types::CompositionState;
use ivs_realtime::waiters::WaiterError;

use crate::server::Server;
use crate::service::{Error, MINUTE, State, config, service};

fn client(service: &Server) -> Client {
    Client::from_conf(config(service))
}

#[test]
fn the_third_poll_succeeds() {
    let service = service(&[State("STARTING"), State("STARTING"), State("ACTIVE")]);
    let wait = client(&service)
        .wait_until_composition_active()
        .arn("arn:c");
    let output = wait.wait(MINUTE).unwrap().into_result().unwrap();
    assert_eq!(
        output.composition().unwrap().state(),
        &CompositionState::Active
    );
    assert_eq!(service.requests().len(), 3);
}

#[test]
fn a_state_without_return_ends_the_wait() {
    let service = service(&[State("STARTING"), State("STOPPED")]);
    let wait = client(&service)
        .wait_until_composition_active()
        .arn("arn:c");
    assert_eq!(
        wait.wait(MINUTE).unwrap_err().to_string(),
        "CompositionActive can no longer come about (2 polls in 2 s): composition.state is STOPPED"
    );
}

#[test]
fn an_error_that_nobody_expects_ends_the_wait() {
    let service = service(&[Error(403, "AccessDeniedException")]);
    let wait = client(&service).wait_until_ingest_configuration_active();
    let error = wait.arn("arn:i").wait(MINUTE).unwrap_err();
    assert_eq!(
        error.to_string(),
        "waiting for IngestConfigurationActive failed (1 poll in 0 s): AccessDeniedException: no such thing \
         (GetIngestConfiguration, HTTP 403, request id req-1)"
    );
    assert!(matches!(error, WaiterError::OperationFailed(_)));
}

#[test]
fn the_time_runs_out() {
    let service = service(&[State("INACTIVE")]);
    let wait = client(&service).wait_until_ingest_configuration_active();
    let error = wait.arn("arn:i").wait(MINUTE).unwrap_err();
    let WaiterError::ExceededMaxWait(exceeded) = error else {
        panic!("{error:?}");
    };
    assert_eq!(exceeded.poll_count() as usize, service.requests().len());
    assert_eq!(exceeded.elapsed(), MINUTE);
    assert_eq!(
        exceeded.last_found(),
        Some("ingestConfiguration.state is INACTIVE")
    );
}
