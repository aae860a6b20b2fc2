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
    /// Calls it with the members that it requires and no others. `look` sees the call before it is sent.
    fn call(client: &Client, look: fn(&dyn Debug))
    -> impl Future<Output = CallResult<Self>> + Send;
}

/// What texts are, wherever one is required.
pub(crate) const TEXT: &str = "a-TeXt-of-an-input";

/// Something that is done with every operation.
pub(crate) trait Visitor {
    /// Does it with one.
    fn visit<O: Called>(&mut self);
}

macro_rules! calls_of_operations {
    ($($method:ident $input:ident $(.$setter:ident($($value:expr),*))*;)*) => {
        $(impl Called for $method::$input {
            async fn call(client: &Client, look: fn(&dyn Debug)) -> CallResult<Self> {
                let call = client.$method()$(.$setter($($value),*))*;
                look(&call);
                call.send().await
            }
        })*

        /// Shows every operation to the visitor, and says how many there are.
        pub(crate) fn visit_all(visitor: &mut impl Visitor) -> usize {
            [$(visitor.visit::<$method::$input>()),*].len()
        }
    };
}

/// Hands the table of all operations to a macro: for each its method, its input, and setters of what it requires.
/// [`TEXT`] and [`bucket`] have to be in scope.
macro_rules! with_operations {
    ($take:ident) => {
        $take! {
            create_encoder_configuration CreateEncoderConfigurationInput;
            create_ingest_configuration CreateIngestConfigurationInput .ingest_protocol("RTMPS".into());
            create_participant_token CreateParticipantTokenInput .stage_arn(TEXT);
            create_stage CreateStageInput;
            create_storage_configuration CreateStorageConfigurationInput .s3(bucket());
            delete_encoder_configuration DeleteEncoderConfigurationInput .arn(TEXT);
            delete_ingest_configuration DeleteIngestConfigurationInput .arn(TEXT);
            delete_public_key DeletePublicKeyInput .arn(TEXT);
            delete_stage DeleteStageInput .arn(TEXT);
            delete_storage_configuration DeleteStorageConfigurationInput .arn(TEXT);
            disconnect_participant DisconnectParticipantInput .stage_arn(TEXT).participant_id(TEXT);
            get_composition GetCompositionInput .arn(TEXT);
            get_encoder_configuration GetEncoderConfigurationInput .arn(TEXT);
            get_ingest_configuration GetIngestConfigurationInput .arn(TEXT);
            get_participant GetParticipantInput .stage_arn(TEXT).session_id(TEXT).participant_id(TEXT);
            get_public_key GetPublicKeyInput .arn(TEXT);
            get_stage GetStageInput .arn(TEXT);
            get_stage_session GetStageSessionInput .stage_arn(TEXT).session_id(TEXT);
            get_storage_configuration GetStorageConfigurationInput .arn(TEXT);
            import_public_key ImportPublicKeyInput .public_key_material(TEXT);
            list_compositions ListCompositionsInput;
            list_encoder_configurations ListEncoderConfigurationsInput;
            list_ingest_configurations ListIngestConfigurationsInput;
            list_participant_events ListParticipantEventsInput
                .stage_arn(TEXT).session_id(TEXT).participant_id(TEXT);
            list_participant_replicas ListParticipantReplicasInput
                .source_stage_arn(TEXT).participant_id(TEXT);
            list_participants ListParticipantsInput .stage_arn(TEXT).session_id(TEXT);
            list_public_keys ListPublicKeysInput;
            list_stage_sessions ListStageSessionsInput .stage_arn(TEXT);
            list_stages ListStagesInput;
            list_storage_configurations ListStorageConfigurationsInput;
            list_tags_for_resource ListTagsForResourceInput .resource_arn(TEXT);
            revoke_connection_token RevokeConnectionTokenInput .token_id(TEXT);
            start_composition StartCompositionInput .stage_arn(TEXT).set_destinations(Some(vec![]));
            start_participant_replication StartParticipantReplicationInput
                .source_stage_arn(TEXT).destination_stage_arn(TEXT).participant_id(TEXT);
            stop_composition StopCompositionInput .arn(TEXT);
            stop_participant_replication StopParticipantReplicationInput
                .source_stage_arn(TEXT).destination_stage_arn(TEXT).participant_id(TEXT);
            tag_resource TagResourceInput .resource_arn(TEXT).tags(TEXT, TEXT);
            untag_resource UntagResourceInput .resource_arn(TEXT).tag_keys(TEXT);
            update_ingest_configuration UpdateIngestConfigurationInput .arn(TEXT);
            update_stage UpdateStageInput .arn(TEXT);
        }
    };
}

with_operations!(calls_of_operations);

/// A storage configuration that an operation requires.
pub(crate) fn bucket() -> ivs_realtime::types::S3StorageConfiguration {
    ivs_realtime::types::S3StorageConfiguration::builder()
        .bucket_name(TEXT)
        .build()
        .unwrap()
}
