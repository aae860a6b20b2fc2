//! The async client.

use ivs_realtime::Client;
use ivs_realtime::client::Waiters;
use ivs_realtime::types::CompositionState;
use ivs_realtime::waiters::WaiterError;
use ivs_realtime::waiters::composition_active::{
    CompositionActiveFinalPoll, CompositionActiveFluentBuilder, WaitUntilCompositionActiveError,
};

use crate::server::Server;
use crate::service::{Answer, Error, MINUTE, State, config, service};

fn client(service: &Server) -> Client {
    Client::from_conf(config(service))
}

/// Waits until the composition is active.
async fn active(
    answers: &[Answer],
) -> (
    Result<CompositionActiveFinalPoll, WaitUntilCompositionActiveError>,
    usize,
) {
    let service = service(answers);
    let wait: CompositionActiveFluentBuilder = client(&service).wait_until_composition_active();
    let result = wait.arn("arn:c").wait(MINUTE).await;
    let requests = service.requests();
    for request in &requests {
        assert_eq!(request.uri().path(), "/GetComposition");
        assert_eq!(request.body(), r#"{"arn":"arn:c"}"#);
        let agent = request.headers()["user-agent"].to_str().unwrap();
        assert!(agent.contains(" m/B,E"), "{agent}");
    }
    (result, requests.len())
}

/// In official clients the methods are those of a trait.
#[test]
fn the_trait_of_official_clients_is_there() {
    fn has_waiters(_: &impl Waiters) {}
    let service = service(&[State("ACTIVE")]);
    has_waiters(&client(&service));
}

#[tokio::test]
async fn the_third_poll_succeeds() {
    let (result, polls) = active(&[State("STARTING"), State("STARTING"), State("ACTIVE")]).await;
    let output = result.unwrap().into_result().unwrap();
    assert_eq!(
        output.composition().unwrap().state(),
        &CompositionState::Active
    );
    assert_eq!(polls, 3);
}

#[tokio::test]
async fn a_state_without_return_ends_the_wait() {
    let (result, polls) = active(&[State("STARTING"), State("FAILED")]).await;
    let error = result.unwrap_err();
    let WaiterError::FailureState(failure) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(failure.reason(), Some("composition.state is FAILED"));
    let output = failure.final_poll().as_result().unwrap();
    assert_eq!(output.composition().unwrap().arn(), "arn:c");
    assert_eq!(
        error.to_string(),
        "CompositionActive can no longer come about (2 polls in 2 s): composition.state is FAILED"
    );
    assert_eq!(polls, 2);
}

#[tokio::test]
async fn an_error_that_nobody_expects_ends_the_wait() {
    let answers = [State("STARTING"), Error(404, "ResourceNotFoundException")];
    let (result, polls) = active(&answers).await;
    let error = result.unwrap_err();
    assert_eq!(
        error.to_string(),
        "waiting for CompositionActive failed (2 polls in 2 s): ResourceNotFoundException: no such thing \
         (GetComposition, HTTP 404, request id req-1)"
    );
    let WaiterError::OperationFailed(failed) = error else {
        panic!("{error:?}");
    };
    let error = failed.into_error().into_service_error();
    assert!(error.is_resource_not_found_exception());
    assert_eq!(polls, 2);
}

#[tokio::test]
async fn the_time_runs_out() {
    let (result, polls) = active(&[State("STARTING")]).await;
    let error = result.unwrap_err();
    let WaiterError::ExceededMaxWait(exceeded) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(exceeded.max_wait(), MINUTE);
    assert_eq!(exceeded.poll_count() as usize, polls);
    assert_eq!(exceeded.last_found(), Some("composition.state is STARTING"));
    // Between the first delay of 2 s, doubled up to 15 s, and 2 s throughout.
    assert!((6..=31).contains(&polls), "{polls}");
    assert_eq!(exceeded.elapsed(), MINUTE);
    assert_eq!(
        error.to_string(),
        format!(
            "CompositionActive did not come about in 60 s ({polls} polls in 60 s): composition.state is STARTING"
        )
    );
}

#[tokio::test]
async fn an_error_can_be_what_is_waited_for() {
    let service = service(&[State("STOPPING"), Error(404, "ResourceNotFoundException")]);
    let client = client(&service);
    let wait = client.wait_until_composition_stopped().arn("arn:c");
    let last = wait.wait(MINUTE).await.unwrap();
    let error = last.into_result().unwrap_err();
    assert!(error.into_service_error().is_resource_not_found_exception());
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn every_waiter_waits() {
    let service = service(&[State("STOPPING"), State("STOPPED")]);
    let client = client(&service);
    let stopped = client.wait_until_composition_stopped().arn("arn:c");
    assert!(stopped.wait(MINUTE).await.is_ok());
    let failed = client.wait_until_composition_failed().arn("arn:c");
    let error = failed.wait(MINUTE).await.unwrap_err().to_string();
    assert!(
        error.starts_with("CompositionFailed can no longer come about"),
        "{error}"
    );
}

#[tokio::test]
async fn an_ingest_configuration_becomes_active() {
    let service = service(&[State("INACTIVE"), State("ACTIVE")]);
    let wait = client(&service).wait_until_ingest_configuration_active();
    let last = wait.arn("arn:i").wait(MINUTE).await.unwrap();
    assert!(last.as_result().is_ok());
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn nothing_is_sent_without_what_is_required() {
    let service = service(&[State("ACTIVE")]);
    let wait = client(&service).wait_until_composition_active();
    let error = wait.wait(MINUTE).await.unwrap_err();
    assert!(
        matches!(error, WaiterError::ConstructionFailure(_)),
        "{error:?}"
    );
    let text = error.to_string();
    assert!(text.contains("arn was missing"), "{text}");
    assert!(service.requests().is_empty());
}
