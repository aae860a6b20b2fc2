//! A call of each of the 40 operations, through the client's own methods.

use std::fmt::Debug;

use ivs_realtime::error::RequestId;
use ivs_realtime::operation::*;
use ivs_realtime::runtime::Operation;
use ivs_realtime::runtime::client::CallResult;
use ivs_realtime::{Client, Error};

/// An operation that can be called without knowing which one it is.
pub(crate) trait Called:
    Operation<Output: Debug + RequestId + Send, Error = Error> + Clone + Debug + Send + 'static
{
    /// Calls it with the members that it requires and no others.
    fn call(client: &Client) -> impl Future<Output = CallResult<Self>> + Send;
}

/// Something that is done with every operation.
pub(crate) trait Visitor {
    /// Does it with one.
    fn visit<O: Called>(&mut self);
}

macro_rules! operations {
    ($($method:ident $input:ident $(.$setter:ident($($value:expr),*))*;)*) => {
        $(impl Called for $method::$input {
            async fn call(client: &Client) -> CallResult<Self> {
                client.$method()$(.$setter($($value),*))*.send().await
            }
        })*

        /// Shows every operation to the visitor, and says how many there are.
        pub(crate) fn visit_all(visitor: &mut impl Visitor) -> usize {
            [$(visitor.visit::<$method::$input>()),*].len()
        }
    };
}

operations! {
    create_encoder_configuration CreateEncoderConfigurationInput;
    create_ingest_configuration CreateIngestConfigurationInput .ingest_protocol("RTMPS".into());
    create_participant_token CreateParticipantTokenInput .stage_arn("a");
    create_stage CreateStageInput;
    create_storage_configuration CreateStorageConfigurationInput .s3(bucket());
    delete_encoder_configuration DeleteEncoderConfigurationInput .arn("a");
    delete_ingest_configuration DeleteIngestConfigurationInput .arn("a");
    delete_public_key DeletePublicKeyInput .arn("a");
    delete_stage DeleteStageInput .arn("a");
    delete_storage_configuration DeleteStorageConfigurationInput .arn("a");
    disconnect_participant DisconnectParticipantInput .stage_arn("a").participant_id("p");
    get_composition GetCompositionInput .arn("a");
    get_encoder_configuration GetEncoderConfigurationInput .arn("a");
    get_ingest_configuration GetIngestConfigurationInput .arn("a");
    get_participant GetParticipantInput .stage_arn("a").session_id("s").participant_id("p");
    get_public_key GetPublicKeyInput .arn("a");
    get_stage GetStageInput .arn("a");
    get_stage_session GetStageSessionInput .stage_arn("a").session_id("s");
    get_storage_configuration GetStorageConfigurationInput .arn("a");
    import_public_key ImportPublicKeyInput .public_key_material("k");
    list_compositions ListCompositionsInput;
    list_encoder_configurations ListEncoderConfigurationsInput;
    list_ingest_configurations ListIngestConfigurationsInput;
    list_participant_events ListParticipantEventsInput
        .stage_arn("a").session_id("s").participant_id("p");
    list_participant_replicas ListParticipantReplicasInput
        .source_stage_arn("a").participant_id("p");
    list_participants ListParticipantsInput .stage_arn("a").session_id("s");
    list_public_keys ListPublicKeysInput;
    list_stage_sessions ListStageSessionsInput .stage_arn("a");
    list_stages ListStagesInput;
    list_storage_configurations ListStorageConfigurationsInput;
    list_tags_for_resource ListTagsForResourceInput .resource_arn("a");
    revoke_connection_token RevokeConnectionTokenInput .token_id("t");
    start_composition StartCompositionInput .stage_arn("a").set_destinations(Some(vec![]));
    start_participant_replication StartParticipantReplicationInput
        .source_stage_arn("a").destination_stage_arn("b").participant_id("p");
    stop_composition StopCompositionInput .arn("a");
    stop_participant_replication StopParticipantReplicationInput
        .source_stage_arn("a").destination_stage_arn("b").participant_id("p");
    tag_resource TagResourceInput .resource_arn("a").tags("k", "v");
    untag_resource UntagResourceInput .resource_arn("a").tag_keys("k");
    update_ingest_configuration UpdateIngestConfigurationInput .arn("a");
    update_stage UpdateStageInput .arn("a");
}

fn bucket() -> ivs_realtime::types::S3StorageConfiguration {
    ivs_realtime::types::S3StorageConfiguration::builder()
        .bucket_name("b")
        .build()
        .unwrap()
}
