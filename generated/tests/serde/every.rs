//! Every type, with every member set: names and values are the wire's, and what was written is read back.

use std::fmt::Debug;

use http::Response;
use ivs_realtime::operation::*;
use ivs_realtime::runtime::serde::support::WriteValue;
use ivs_realtime::runtime::{Bytes, Operation};
use ivs_realtime::serde::with_secrets;
use ivs_realtime::types::error::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::sample::{header, names, of_operation, sample, without_secrets};

/// What every emitted type is.
pub(crate) trait Data:
    Serialize + DeserializeOwned + WriteValue + Clone + Debug + PartialEq
{
}

impl<T: Serialize + DeserializeOwned + WriteValue + Clone + Debug + PartialEq> Data for T {}

/// What is done with every type and a sample of it.
pub(crate) trait Visitor {
    fn visit<T: Data>(&mut self, sample: &Value);
}

macro_rules! operations {
    ($($module:ident::$input:ident,)*) => {
        /// Shows every input, output and error to the visitor.
        pub(crate) fn visit_all(visitor: &mut impl Visitor) {
            $(visit_operation::<$module::$input>(visitor);)*
            visit::<AccessDeniedException>("AccessDeniedException", visitor);
            visit::<ConflictException>("ConflictException", visitor);
            visit::<InternalServerException>("InternalServerException", visitor);
            visit::<PendingVerification>("PendingVerification", visitor);
            visit::<ResourceNotFoundException>("ResourceNotFoundException", visitor);
            visit::<ServiceQuotaExceededException>("ServiceQuotaExceededException", visitor);
            visit::<ValidationException>("ValidationException", visitor);
        }

        #[test]
        fn there_are_no_other_operations() {
            let found = [$(<$module::$input as Operation>::NAME),*];
            assert_eq!(found.to_vec(), names("operation", |_| true));
        }

        #[test]
        fn inputs_are_written_as_their_bodies_are() {
            $(assert_body::<$module::$input>();)*
        }

        #[test]
        fn outputs_are_read_as_answers_are() {
            $(assert_answer::<$module::$input>();)*
        }
    };
}

operations! {
    create_encoder_configuration::CreateEncoderConfigurationInput,
    create_ingest_configuration::CreateIngestConfigurationInput,
    create_participant_token::CreateParticipantTokenInput,
    create_stage::CreateStageInput,
    create_storage_configuration::CreateStorageConfigurationInput,
    delete_encoder_configuration::DeleteEncoderConfigurationInput,
    delete_ingest_configuration::DeleteIngestConfigurationInput,
    delete_public_key::DeletePublicKeyInput,
    delete_stage::DeleteStageInput,
    delete_storage_configuration::DeleteStorageConfigurationInput,
    disconnect_participant::DisconnectParticipantInput,
    get_composition::GetCompositionInput,
    get_encoder_configuration::GetEncoderConfigurationInput,
    get_ingest_configuration::GetIngestConfigurationInput,
    get_participant::GetParticipantInput,
    get_public_key::GetPublicKeyInput,
    get_stage::GetStageInput,
    get_stage_session::GetStageSessionInput,
    get_storage_configuration::GetStorageConfigurationInput,
    import_public_key::ImportPublicKeyInput,
    list_compositions::ListCompositionsInput,
    list_encoder_configurations::ListEncoderConfigurationsInput,
    list_ingest_configurations::ListIngestConfigurationsInput,
    list_participant_events::ListParticipantEventsInput,
    list_participant_replicas::ListParticipantReplicasInput,
    list_participants::ListParticipantsInput,
    list_public_keys::ListPublicKeysInput,
    list_stage_sessions::ListStageSessionsInput,
    list_stages::ListStagesInput,
    list_storage_configurations::ListStorageConfigurationsInput,
    list_tags_for_resource::ListTagsForResourceInput,
    revoke_connection_token::RevokeConnectionTokenInput,
    start_composition::StartCompositionInput,
    start_participant_replication::StartParticipantReplicationInput,
    stop_composition::StopCompositionInput,
    stop_participant_replication::StopParticipantReplicationInput,
    tag_resource::TagResourceInput,
    untag_resource::UntagResourceInput,
    update_ingest_configuration::UpdateIngestConfigurationInput,
    update_stage::UpdateStageInput,
}

fn visit_operation<O: Operation<Output: Data> + Data>(visitor: &mut impl Visitor) {
    visit::<O>(of_operation(O::NAME, "input"), visitor);
    visit::<O::Output>(of_operation(O::NAME, "output"), visitor);
}

fn visit<T: Data>(shape: &str, visitor: &mut impl Visitor) {
    visitor.visit::<T>(&sample(shape, |_| true));
}

#[test]
fn there_are_no_other_errors() {
    let is_error = |shape: &Value| shape["traits"].get("smithy.api#error").is_some();
    assert_eq!(names("structure", is_error).len(), 7);
}

struct RoundTrips(usize);

impl Visitor for RoundTrips {
    fn visit<T: Data>(&mut self, sample: &Value) {
        let value: T = serde_json::from_value(sample.clone()).unwrap();
        let all = serde_json::to_string(&with_secrets(&value)).unwrap();
        // In the order of the model, too.
        assert_eq!(all, sample.to_string());
        let read: T = serde_json::from_str(&all).unwrap();
        assert_eq!(read, value);
        let shown = serde_json::to_value(&value).unwrap();
        assert_eq!(shown, without_secrets(sample));
        // What was written without its secrets can be read, too.
        let read: T = serde_json::from_value(shown.clone()).unwrap();
        let again = serde_json::to_value(&read).unwrap();
        assert_eq!(again, shown);
        self.0 += 1;
    }
}

#[test]
fn every_type_is_written_and_read_back() {
    let mut visitor = RoundTrips(0);
    visit_all(&mut visitor);
    assert_eq!(visitor.0, 2 * 40 + 7);
}

/// The members of an input that travel in the body are written as the codec writes them.
fn assert_body<O: Operation + Data>() {
    let shape = of_operation(O::NAME, "input");
    let input: O = serde_json::from_value(sample(shape, |_| true)).unwrap();
    let body = input.request().unwrap().into_body();
    if body.is_empty() {
        return;
    }
    let in_body = |member: &Value| {
        let is_set = |name: &str| member["traits"].get(format!("smithy.api#{name}")).is_some();
        !["httpLabel", "httpQuery", "httpHeader"]
            .into_iter()
            .any(is_set)
    };
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body, sample(shape, in_body), "{shape}");
}

/// The codec reads the same output from an answer as serde from the data.
fn assert_answer<O: Operation<Output: Data>>() {
    let shape = of_operation(O::NAME, "output");
    let body = sample(shape, |member| header(member).is_none());
    let mut answer = Response::new(Bytes::from(body.to_string()));
    let mut all = sample(shape, |_| true);
    let members: &mut Map<_, _> = all.as_object_mut().unwrap();
    for (name, member) in crate::sample::shape(shape)["members"].as_object().unwrap() {
        if let Some(header) = header(member) {
            let header: http::HeaderName = header.parse().unwrap();
            answer.headers_mut().insert(header, "text".parse().unwrap());
            members[name] = "text".into();
        }
    }
    let Ok(read) = O::response(&answer) else {
        panic!("{} cannot read {body}", O::NAME);
    };
    let expected: O::Output = serde_json::from_value(all.clone()).unwrap();
    assert_eq!(read, expected);
    let written = serde_json::to_value(with_secrets(&read)).unwrap();
    assert_eq!(written, all);
}
