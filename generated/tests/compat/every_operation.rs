// Every operation, builder, accessor, enum and error of the client, called as a program written for the AWS SDK for Rust calls them.
#![allow(clippy::all, unused, deprecated)]
use ivs_realtime as sdk;

pub async fn create_encoder_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .create_encoder_configuration()
        .name("text")
        .set_name(Some("text".to_owned()))
        .video(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        )
        .set_video(Some(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_name();
    let _: &Option<sdk::types::Video> = call.get_video();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::create_encoder_configuration::CreateEncoderConfigurationOutput =
        call.send().await?;
    let _: Option<&sdk::types::EncoderConfiguration> = out.encoder_configuration();
    Ok(())
}
pub fn create_encoder_configuration_input()
-> sdk::operation::create_encoder_configuration::CreateEncoderConfigurationInput {
    sdk::operation::create_encoder_configuration::CreateEncoderConfigurationInput::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .video(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        )
        .set_video(Some(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn create_encoder_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_encoder_configuration::CreateEncoderConfigurationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn create_ingest_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .create_ingest_configuration()
        .name("text")
        .set_name(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .ingest_protocol(sdk::types::IngestProtocol::Rtmp)
        .set_ingest_protocol(Some(sdk::types::IngestProtocol::Rtmp))
        .insecure_ingest(true)
        .set_insecure_ingest(Some(true))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_name();
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_user_id();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_attributes();
    let _: &Option<sdk::types::IngestProtocol> = call.get_ingest_protocol();
    let _: &Option<bool> = call.get_insecure_ingest();
    let _: &Option<bool> = call.get_redundant_ingest();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::create_ingest_configuration::CreateIngestConfigurationOutput =
        call.send().await?;
    let _: Option<&str> = out.access_control_allow_origin();
    let _: Option<&str> = out.access_control_expose_headers();
    let _: Option<&str> = out.cache_control();
    let _: Option<&str> = out.content_security_policy();
    let _: Option<&str> = out.strict_transport_security();
    let _: Option<&str> = out.x_content_type_options();
    let _: Option<&str> = out.x_frame_options();
    let _: Option<&sdk::types::IngestConfiguration> = out.ingest_configuration();
    Ok(())
}
pub fn create_ingest_configuration_input()
-> sdk::operation::create_ingest_configuration::CreateIngestConfigurationInput {
    sdk::operation::create_ingest_configuration::CreateIngestConfigurationInput::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .ingest_protocol(sdk::types::IngestProtocol::Rtmp)
        .set_ingest_protocol(Some(sdk::types::IngestProtocol::Rtmp))
        .insecure_ingest(true)
        .set_insecure_ingest(Some(true))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn create_ingest_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::create_ingest_configuration::CreateIngestConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::create_ingest_configuration::CreateIngestConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_ingest_configuration::CreateIngestConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_ingest_configuration::CreateIngestConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_ingest_configuration::CreateIngestConfigurationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn create_participant_token(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .create_participant_token()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .duration(1)
        .set_duration(Some(1))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .capabilities(sdk::types::ParticipantTokenCapability::Publish)
        .set_capabilities(Some(vec![sdk::types::ParticipantTokenCapability::Publish]));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<i32> = call.get_duration();
    let _: &Option<String> = call.get_user_id();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_attributes();
    let _: &Option<Vec<sdk::types::ParticipantTokenCapability>> = call.get_capabilities();
    let out: sdk::operation::create_participant_token::CreateParticipantTokenOutput =
        call.send().await?;
    let _: Option<&sdk::types::ParticipantToken> = out.participant_token();
    Ok(())
}
pub fn create_participant_token_input()
-> sdk::operation::create_participant_token::CreateParticipantTokenInput {
    sdk::operation::create_participant_token::CreateParticipantTokenInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .duration(1)
        .set_duration(Some(1))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .capabilities(sdk::types::ParticipantTokenCapability::Publish)
        .set_capabilities(Some(vec![sdk::types::ParticipantTokenCapability::Publish]))
        .build()
        .unwrap()
}
pub fn create_participant_token_error(
    e: sdk::error::SdkError<sdk::operation::create_participant_token::CreateParticipantTokenError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::create_participant_token::CreateParticipantTokenError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_participant_token::CreateParticipantTokenError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_participant_token::CreateParticipantTokenError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_participant_token::CreateParticipantTokenError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_participant_token::CreateParticipantTokenError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn create_stage(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .create_stage()
        .name("text")
        .set_name(Some("text".to_owned()))
        .participant_token_configurations(
            sdk::types::ParticipantTokenConfiguration::builder()
                .duration(1)
                .user_id("text")
                .attributes("text".to_owned(), "text".to_owned())
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .build(),
        )
        .set_participant_token_configurations(Some(vec![
            sdk::types::ParticipantTokenConfiguration::builder()
                .duration(1)
                .user_id("text")
                .attributes("text".to_owned(), "text".to_owned())
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .build(),
        ]))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .auto_participant_recording_configuration(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        )
        .set_auto_participant_recording_configuration(Some(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        ));
    let _: &Option<String> = call.get_name();
    let _: &Option<Vec<sdk::types::ParticipantTokenConfiguration>> =
        call.get_participant_token_configurations();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let _: &Option<sdk::types::AutoParticipantRecordingConfiguration> =
        call.get_auto_participant_recording_configuration();
    let out: sdk::operation::create_stage::CreateStageOutput = call.send().await?;
    let _: Option<&sdk::types::Stage> = out.stage();
    let _: &[sdk::types::ParticipantToken] = out.participant_tokens();
    Ok(())
}
pub fn create_stage_input() -> sdk::operation::create_stage::CreateStageInput {
    sdk::operation::create_stage::CreateStageInput::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .participant_token_configurations(
            sdk::types::ParticipantTokenConfiguration::builder()
                .duration(1)
                .user_id("text")
                .attributes("text".to_owned(), "text".to_owned())
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .build(),
        )
        .set_participant_token_configurations(Some(vec![
            sdk::types::ParticipantTokenConfiguration::builder()
                .duration(1)
                .user_id("text")
                .attributes("text".to_owned(), "text".to_owned())
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .build(),
        ]))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .auto_participant_recording_configuration(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        )
        .set_auto_participant_recording_configuration(Some(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        ))
        .build()
        .unwrap()
}
pub fn create_stage_error(
    e: sdk::error::SdkError<sdk::operation::create_stage::CreateStageError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::create_stage::CreateStageError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::create_stage::CreateStageError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::create_stage::CreateStageError::ServiceQuotaExceededException(x) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::create_stage::CreateStageError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn create_storage_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .create_storage_configuration()
        .name("text")
        .set_name(Some("text".to_owned()))
        .s3(sdk::types::S3StorageConfiguration::builder()
            .bucket_name("text")
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3StorageConfiguration::builder()
                .bucket_name("text")
                .build()
                .unwrap(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_name();
    let _: &Option<sdk::types::S3StorageConfiguration> = call.get_s3();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::create_storage_configuration::CreateStorageConfigurationOutput =
        call.send().await?;
    let _: Option<&sdk::types::StorageConfiguration> = out.storage_configuration();
    Ok(())
}
pub fn create_storage_configuration_input()
-> sdk::operation::create_storage_configuration::CreateStorageConfigurationInput {
    sdk::operation::create_storage_configuration::CreateStorageConfigurationInput::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .s3(sdk::types::S3StorageConfiguration::builder()
            .bucket_name("text")
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3StorageConfiguration::builder()
                .bucket_name("text")
                .build()
                .unwrap(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn create_storage_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        sdk::operation::create_storage_configuration::CreateStorageConfigurationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn delete_encoder_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .delete_encoder_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationOutput =
        call.send().await?;
    Ok(())
}
pub fn delete_encoder_configuration_input()
-> sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationInput {
    sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn delete_encoder_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_encoder_configuration::DeleteEncoderConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn delete_ingest_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .delete_ingest_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .force(true)
        .set_force(Some(true));
    let _: &Option<String> = call.get_arn();
    let _: &Option<bool> = call.get_force();
    let out: sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationOutput =
        call.send().await?;
    Ok(())
}
pub fn delete_ingest_configuration_input()
-> sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationInput {
    sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .force(true)
        .set_force(Some(true))
        .build()
        .unwrap()
}
pub fn delete_ingest_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_ingest_configuration::DeleteIngestConfigurationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn delete_public_key(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .delete_public_key()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::delete_public_key::DeletePublicKeyOutput = call.send().await?;
    Ok(())
}
pub fn delete_public_key_input() -> sdk::operation::delete_public_key::DeletePublicKeyInput {
    sdk::operation::delete_public_key::DeletePublicKeyInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn delete_public_key_error(
    e: sdk::error::SdkError<sdk::operation::delete_public_key::DeletePublicKeyError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::delete_public_key::DeletePublicKeyError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_public_key::DeletePublicKeyError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_public_key::DeletePublicKeyError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_public_key::DeletePublicKeyError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_public_key::DeletePublicKeyError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn delete_stage(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .delete_stage()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::delete_stage::DeleteStageOutput = call.send().await?;
    Ok(())
}
pub fn delete_stage_input() -> sdk::operation::delete_stage::DeleteStageInput {
    sdk::operation::delete_stage::DeleteStageInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn delete_stage_error(
    e: sdk::error::SdkError<sdk::operation::delete_stage::DeleteStageError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::delete_stage::DeleteStageError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_stage::DeleteStageError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_stage::DeleteStageError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_stage::DeleteStageError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::delete_stage::DeleteStageError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn delete_storage_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .delete_storage_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::delete_storage_configuration::DeleteStorageConfigurationOutput =
        call.send().await?;
    Ok(())
}
pub fn delete_storage_configuration_input()
-> sdk::operation::delete_storage_configuration::DeleteStorageConfigurationInput {
    sdk::operation::delete_storage_configuration::DeleteStorageConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn delete_storage_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::delete_storage_configuration::DeleteStorageConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn disconnect_participant(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .disconnect_participant()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .reason("text")
        .set_reason(Some("text".to_owned()));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_participant_id();
    let _: &Option<String> = call.get_reason();
    let out: sdk::operation::disconnect_participant::DisconnectParticipantOutput =
        call.send().await?;
    Ok(())
}
pub fn disconnect_participant_input()
-> sdk::operation::disconnect_participant::DisconnectParticipantInput {
    sdk::operation::disconnect_participant::DisconnectParticipantInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .reason("text")
        .set_reason(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn disconnect_participant_error(
    e: sdk::error::SdkError<sdk::operation::disconnect_participant::DisconnectParticipantError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::disconnect_participant::DisconnectParticipantError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::disconnect_participant::DisconnectParticipantError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::disconnect_participant::DisconnectParticipantError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::disconnect_participant::DisconnectParticipantError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_composition(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_composition()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_composition::GetCompositionOutput = call.send().await?;
    let _: Option<&sdk::types::Composition> = out.composition();
    Ok(())
}
pub fn get_composition_input() -> sdk::operation::get_composition::GetCompositionInput {
    sdk::operation::get_composition::GetCompositionInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_composition_error(
    e: sdk::error::SdkError<sdk::operation::get_composition::GetCompositionError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::get_composition::GetCompositionError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_composition::GetCompositionError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_composition::GetCompositionError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_composition::GetCompositionError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_composition::GetCompositionError::ServiceQuotaExceededException(x) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_composition::GetCompositionError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_encoder_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_encoder_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_encoder_configuration::GetEncoderConfigurationOutput =
        call.send().await?;
    let _: Option<&sdk::types::EncoderConfiguration> = out.encoder_configuration();
    Ok(())
}
pub fn get_encoder_configuration_input()
-> sdk::operation::get_encoder_configuration::GetEncoderConfigurationInput {
    sdk::operation::get_encoder_configuration::GetEncoderConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_encoder_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_encoder_configuration::GetEncoderConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_ingest_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_ingest_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_ingest_configuration::GetIngestConfigurationOutput =
        call.send().await?;
    let _: Option<&sdk::types::IngestConfiguration> = out.ingest_configuration();
    Ok(())
}
pub fn get_ingest_configuration_input()
-> sdk::operation::get_ingest_configuration::GetIngestConfigurationInput {
    sdk::operation::get_ingest_configuration::GetIngestConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_ingest_configuration_error(
    e: sdk::error::SdkError<sdk::operation::get_ingest_configuration::GetIngestConfigurationError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::get_ingest_configuration::GetIngestConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_ingest_configuration::GetIngestConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_ingest_configuration::GetIngestConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_participant(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_participant()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_session_id();
    let _: &Option<String> = call.get_participant_id();
    let out: sdk::operation::get_participant::GetParticipantOutput = call.send().await?;
    let _: Option<&sdk::types::Participant> = out.participant();
    Ok(())
}
pub fn get_participant_input() -> sdk::operation::get_participant::GetParticipantInput {
    sdk::operation::get_participant::GetParticipantInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_participant_error(
    e: sdk::error::SdkError<sdk::operation::get_participant::GetParticipantError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::get_participant::GetParticipantError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_participant::GetParticipantError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_participant::GetParticipantError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_public_key(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_public_key()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_public_key::GetPublicKeyOutput = call.send().await?;
    let _: Option<&sdk::types::PublicKey> = out.public_key();
    Ok(())
}
pub fn get_public_key_input() -> sdk::operation::get_public_key::GetPublicKeyInput {
    sdk::operation::get_public_key::GetPublicKeyInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_public_key_error(
    e: sdk::error::SdkError<sdk::operation::get_public_key::GetPublicKeyError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::get_public_key::GetPublicKeyError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_public_key::GetPublicKeyError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_public_key::GetPublicKeyError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_stage(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_stage()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_stage::GetStageOutput = call.send().await?;
    let _: Option<&sdk::types::Stage> = out.stage();
    Ok(())
}
pub fn get_stage_input() -> sdk::operation::get_stage::GetStageInput {
    sdk::operation::get_stage::GetStageInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_stage_error(
    e: sdk::error::SdkError<sdk::operation::get_stage::GetStageError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::get_stage::GetStageError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_stage::GetStageError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_stage::GetStageError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_stage_session(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_stage_session()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_session_id();
    let out: sdk::operation::get_stage_session::GetStageSessionOutput = call.send().await?;
    let _: Option<&sdk::types::StageSession> = out.stage_session();
    Ok(())
}
pub fn get_stage_session_input() -> sdk::operation::get_stage_session::GetStageSessionInput {
    sdk::operation::get_stage_session::GetStageSessionInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_stage_session_error(
    e: sdk::error::SdkError<sdk::operation::get_stage_session::GetStageSessionError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::get_stage_session::GetStageSessionError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_stage_session::GetStageSessionError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::get_stage_session::GetStageSessionError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn get_storage_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .get_storage_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::get_storage_configuration::GetStorageConfigurationOutput =
        call.send().await?;
    let _: Option<&sdk::types::StorageConfiguration> = out.storage_configuration();
    Ok(())
}
pub fn get_storage_configuration_input()
-> sdk::operation::get_storage_configuration::GetStorageConfigurationInput {
    sdk::operation::get_storage_configuration::GetStorageConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn get_storage_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::get_storage_configuration::GetStorageConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::get_storage_configuration::GetStorageConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn import_public_key(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .import_public_key()
        .public_key_material("text")
        .set_public_key_material(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_public_key_material();
    let _: &Option<String> = call.get_name();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::import_public_key::ImportPublicKeyOutput = call.send().await?;
    let _: Option<&sdk::types::PublicKey> = out.public_key();
    Ok(())
}
pub fn import_public_key_input() -> sdk::operation::import_public_key::ImportPublicKeyInput {
    sdk::operation::import_public_key::ImportPublicKeyInput::builder()
        .public_key_material("text")
        .set_public_key_material(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn import_public_key_error(
    e: sdk::error::SdkError<sdk::operation::import_public_key::ImportPublicKeyError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::import_public_key::ImportPublicKeyError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::import_public_key::ImportPublicKeyError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::import_public_key::ImportPublicKeyError::ServiceQuotaExceededException(
            x,
        ) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::import_public_key::ImportPublicKeyError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::import_public_key::ImportPublicKeyError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_compositions(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_compositions()
        .filter_by_stage_arn("text")
        .set_filter_by_stage_arn(Some("text".to_owned()))
        .filter_by_encoder_configuration_arn("text")
        .set_filter_by_encoder_configuration_arn(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_filter_by_stage_arn();
    let _: &Option<String> = call.get_filter_by_encoder_configuration_arn();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_compositions::ListCompositionsOutput = call.send().await?;
    let _: &[sdk::types::CompositionSummary] = out.compositions();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_compositions_input() -> sdk::operation::list_compositions::ListCompositionsInput {
    sdk::operation::list_compositions::ListCompositionsInput::builder()
        .filter_by_stage_arn("text")
        .set_filter_by_stage_arn(Some("text".to_owned()))
        .filter_by_encoder_configuration_arn("text")
        .set_filter_by_encoder_configuration_arn(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_compositions_error(
    e: sdk::error::SdkError<sdk::operation::list_compositions::ListCompositionsError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::list_compositions::ListCompositionsError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_compositions::ListCompositionsError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_compositions::ListCompositionsError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_compositions::ListCompositionsError::ServiceQuotaExceededException(
            x,
        ) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_compositions::ListCompositionsError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_compositions_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_compositions()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_compositions::ListCompositionsOutput = page?;
    }
    Ok(())
}
pub async fn list_encoder_configurations(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_encoder_configurations()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_encoder_configurations::ListEncoderConfigurationsOutput =
        call.send().await?;
    let _: &[sdk::types::EncoderConfigurationSummary] = out.encoder_configurations();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_encoder_configurations_input()
-> sdk::operation::list_encoder_configurations::ListEncoderConfigurationsInput {
    sdk::operation::list_encoder_configurations::ListEncoderConfigurationsInput::builder()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_encoder_configurations_error(
    e: sdk::error::SdkError<
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_encoder_configurations::ListEncoderConfigurationsError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_encoder_configurations_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_encoder_configurations()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_encoder_configurations::ListEncoderConfigurationsOutput = page?;
    }
    Ok(())
}
pub async fn list_ingest_configurations(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_ingest_configurations()
        .filter_by_stage_arn("text")
        .set_filter_by_stage_arn(Some("text".to_owned()))
        .filter_by_state(sdk::types::IngestConfigurationState::Active)
        .set_filter_by_state(Some(sdk::types::IngestConfigurationState::Active))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_filter_by_stage_arn();
    let _: &Option<sdk::types::IngestConfigurationState> = call.get_filter_by_state();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_ingest_configurations::ListIngestConfigurationsOutput =
        call.send().await?;
    let _: &[sdk::types::IngestConfigurationSummary] = out.ingest_configurations();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_ingest_configurations_input()
-> sdk::operation::list_ingest_configurations::ListIngestConfigurationsInput {
    sdk::operation::list_ingest_configurations::ListIngestConfigurationsInput::builder()
        .filter_by_stage_arn("text")
        .set_filter_by_stage_arn(Some("text".to_owned()))
        .filter_by_state(sdk::types::IngestConfigurationState::Active)
        .set_filter_by_state(Some(sdk::types::IngestConfigurationState::Active))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_ingest_configurations_error(
    e: sdk::error::SdkError<
        sdk::operation::list_ingest_configurations::ListIngestConfigurationsError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_ingest_configurations::ListIngestConfigurationsError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_ingest_configurations::ListIngestConfigurationsError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_ingest_configurations_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_ingest_configurations()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_ingest_configurations::ListIngestConfigurationsOutput = page?;
    }
    Ok(())
}
pub async fn list_participant_events(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_participant_events()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_session_id();
    let _: &Option<String> = call.get_participant_id();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_participant_events::ListParticipantEventsOutput =
        call.send().await?;
    let _: &[sdk::types::Event] = out.events();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_participant_events_input()
-> sdk::operation::list_participant_events::ListParticipantEventsInput {
    sdk::operation::list_participant_events::ListParticipantEventsInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_participant_events_error(
    e: sdk::error::SdkError<sdk::operation::list_participant_events::ListParticipantEventsError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_participant_events::ListParticipantEventsError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_participant_events::ListParticipantEventsError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_participant_events_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_participant_events()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_participant_events::ListParticipantEventsOutput = page?;
    }
    Ok(())
}
pub async fn list_participant_replicas(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_participant_replicas()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_source_stage_arn();
    let _: &Option<String> = call.get_participant_id();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_participant_replicas::ListParticipantReplicasOutput =
        call.send().await?;
    let _: &[sdk::types::ParticipantReplica] = out.replicas();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_participant_replicas_input()
-> sdk::operation::list_participant_replicas::ListParticipantReplicasInput {
    sdk::operation::list_participant_replicas::ListParticipantReplicasInput::builder()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_participant_replicas_error(
    e: sdk::error::SdkError<
        sdk::operation::list_participant_replicas::ListParticipantReplicasError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_participant_replicas::ListParticipantReplicasError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_participant_replicas::ListParticipantReplicasError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_participant_replicas_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_participant_replicas()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_participant_replicas::ListParticipantReplicasOutput = page?;
    }
    Ok(())
}
pub async fn list_participants(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_participants()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .filter_by_user_id("text")
        .set_filter_by_user_id(Some("text".to_owned()))
        .filter_by_published(true)
        .set_filter_by_published(Some(true))
        .filter_by_state(sdk::types::ParticipantState::Connected)
        .set_filter_by_state(Some(sdk::types::ParticipantState::Connected))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .filter_by_recording_state(sdk::types::ParticipantRecordingFilterByRecordingState::Starting)
        .set_filter_by_recording_state(Some(
            sdk::types::ParticipantRecordingFilterByRecordingState::Starting,
        ));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_session_id();
    let _: &Option<String> = call.get_filter_by_user_id();
    let _: &Option<bool> = call.get_filter_by_published();
    let _: &Option<sdk::types::ParticipantState> = call.get_filter_by_state();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let _: &Option<sdk::types::ParticipantRecordingFilterByRecordingState> =
        call.get_filter_by_recording_state();
    let out: sdk::operation::list_participants::ListParticipantsOutput = call.send().await?;
    let _: &[sdk::types::ParticipantSummary] = out.participants();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_participants_input() -> sdk::operation::list_participants::ListParticipantsInput {
    sdk::operation::list_participants::ListParticipantsInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .filter_by_user_id("text")
        .set_filter_by_user_id(Some("text".to_owned()))
        .filter_by_published(true)
        .set_filter_by_published(Some(true))
        .filter_by_state(sdk::types::ParticipantState::Connected)
        .set_filter_by_state(Some(sdk::types::ParticipantState::Connected))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .filter_by_recording_state(sdk::types::ParticipantRecordingFilterByRecordingState::Starting)
        .set_filter_by_recording_state(Some(
            sdk::types::ParticipantRecordingFilterByRecordingState::Starting,
        ))
        .build()
        .unwrap()
}
pub fn list_participants_error(
    e: sdk::error::SdkError<sdk::operation::list_participants::ListParticipantsError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_participants::ListParticipantsError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_participants::ListParticipantsError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_participants_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_participants()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_participants::ListParticipantsOutput = page?;
    }
    Ok(())
}
pub async fn list_public_keys(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_public_keys()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_public_keys::ListPublicKeysOutput = call.send().await?;
    let _: &[sdk::types::PublicKeySummary] = out.public_keys();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_public_keys_input() -> sdk::operation::list_public_keys::ListPublicKeysInput {
    sdk::operation::list_public_keys::ListPublicKeysInput::builder()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_public_keys_error(
    e: sdk::error::SdkError<sdk::operation::list_public_keys::ListPublicKeysError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_public_keys::ListPublicKeysError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_public_keys::ListPublicKeysError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_public_keys_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_public_keys()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_public_keys::ListPublicKeysOutput = page?;
    }
    Ok(())
}
pub async fn list_stage_sessions(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_stage_sessions()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_stage_sessions::ListStageSessionsOutput = call.send().await?;
    let _: &[sdk::types::StageSessionSummary] = out.stage_sessions();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_stage_sessions_input() -> sdk::operation::list_stage_sessions::ListStageSessionsInput {
    sdk::operation::list_stage_sessions::ListStageSessionsInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_stage_sessions_error(
    e: sdk::error::SdkError<sdk::operation::list_stage_sessions::ListStageSessionsError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    match e {
        sdk::operation::list_stage_sessions::ListStageSessionsError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_stage_sessions::ListStageSessionsError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_stage_sessions_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_stage_sessions()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_stage_sessions::ListStageSessionsOutput = page?;
    }
    Ok(())
}
pub async fn list_stages(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_stages()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_stages::ListStagesOutput = call.send().await?;
    let _: &[sdk::types::StageSummary] = out.stages();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_stages_input() -> sdk::operation::list_stages::ListStagesInput {
    sdk::operation::list_stages::ListStagesInput::builder()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_stages_error(
    e: sdk::error::SdkError<sdk::operation::list_stages::ListStagesError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::list_stages::ListStagesError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_stages::ListStagesError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::list_stages::ListStagesError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_stages_pages(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client.list_stages().into_paginator().page_size(10).send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_stages::ListStagesOutput = page?;
    }
    Ok(())
}
pub async fn list_storage_configurations(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_storage_configurations()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1));
    let _: &Option<String> = call.get_next_token();
    let _: &Option<i32> = call.get_max_results();
    let out: sdk::operation::list_storage_configurations::ListStorageConfigurationsOutput =
        call.send().await?;
    let _: &[sdk::types::StorageConfigurationSummary] = out.storage_configurations();
    let _: Option<&str> = out.next_token();
    Ok(())
}
pub fn list_storage_configurations_input()
-> sdk::operation::list_storage_configurations::ListStorageConfigurationsInput {
    sdk::operation::list_storage_configurations::ListStorageConfigurationsInput::builder()
        .next_token("text")
        .set_next_token(Some("text".to_owned()))
        .max_results(1)
        .set_max_results(Some(1))
        .build()
        .unwrap()
}
pub fn list_storage_configurations_error(
    e: sdk::error::SdkError<
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_storage_configurations::ListStorageConfigurationsError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn list_storage_configurations_pages(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut pages = client
        .list_storage_configurations()
        .into_paginator()
        .page_size(10)
        .send();
    while let Some(page) = pages.next().await {
        let _: sdk::operation::list_storage_configurations::ListStorageConfigurationsOutput = page?;
    }
    Ok(())
}
pub async fn list_tags_for_resource(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .list_tags_for_resource()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_resource_arn();
    let out: sdk::operation::list_tags_for_resource::ListTagsForResourceOutput =
        call.send().await?;
    let _: &std::collections::HashMap<String, String> = out.tags();
    Ok(())
}
pub fn list_tags_for_resource_input()
-> sdk::operation::list_tags_for_resource::ListTagsForResourceInput {
    sdk::operation::list_tags_for_resource::ListTagsForResourceInput::builder()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn list_tags_for_resource_error(
    e: sdk::error::SdkError<sdk::operation::list_tags_for_resource::ListTagsForResourceError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    match e {
        sdk::operation::list_tags_for_resource::ListTagsForResourceError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_tags_for_resource::ListTagsForResourceError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::list_tags_for_resource::ListTagsForResourceError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn revoke_connection_token(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .revoke_connection_token()
        .token_id("text")
        .set_token_id(Some("text".to_owned()));
    let _: &Option<String> = call.get_token_id();
    let out: sdk::operation::revoke_connection_token::RevokeConnectionTokenOutput =
        call.send().await?;
    Ok(())
}
pub fn revoke_connection_token_input()
-> sdk::operation::revoke_connection_token::RevokeConnectionTokenInput {
    sdk::operation::revoke_connection_token::RevokeConnectionTokenInput::builder()
        .token_id("text")
        .set_token_id(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn revoke_connection_token_error(
    e: sdk::error::SdkError<sdk::operation::revoke_connection_token::RevokeConnectionTokenError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    match e {
        sdk::operation::revoke_connection_token::RevokeConnectionTokenError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::revoke_connection_token::RevokeConnectionTokenError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::revoke_connection_token::RevokeConnectionTokenError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn start_composition(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .start_composition()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .idempotency_token("text")
        .set_idempotency_token(Some("text".to_owned()))
        .layout(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        )
        .set_layout(Some(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        ))
        .destinations(
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        )
        .set_destinations(Some(vec![
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        ]))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<String> = call.get_idempotency_token();
    let _: &Option<sdk::types::LayoutConfiguration> = call.get_layout();
    let _: &Option<Vec<sdk::types::DestinationConfiguration>> = call.get_destinations();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::start_composition::StartCompositionOutput = call.send().await?;
    let _: Option<&sdk::types::Composition> = out.composition();
    Ok(())
}
pub fn start_composition_input() -> sdk::operation::start_composition::StartCompositionInput {
    sdk::operation::start_composition::StartCompositionInput::builder()
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .idempotency_token("text")
        .set_idempotency_token(Some("text".to_owned()))
        .layout(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        )
        .set_layout(Some(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        ))
        .destinations(
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        )
        .set_destinations(Some(vec![
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        ]))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn start_composition_error(
    e: sdk::error::SdkError<sdk::operation::start_composition::StartCompositionError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::start_composition::StartCompositionError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::ServiceQuotaExceededException(
            x,
        ) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::start_composition::StartCompositionError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn start_participant_replication(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .start_participant_replication()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .reconnect_window_seconds(1)
        .set_reconnect_window_seconds(Some(1))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_source_stage_arn();
    let _: &Option<String> = call.get_destination_stage_arn();
    let _: &Option<String> = call.get_participant_id();
    let _: &Option<i32> = call.get_reconnect_window_seconds();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_attributes();
    let out: sdk::operation::start_participant_replication::StartParticipantReplicationOutput =
        call.send().await?;
    let _: Option<&str> = out.access_control_allow_origin();
    let _: Option<&str> = out.access_control_expose_headers();
    let _: Option<&str> = out.cache_control();
    let _: Option<&str> = out.content_security_policy();
    let _: Option<&str> = out.strict_transport_security();
    let _: Option<&str> = out.x_content_type_options();
    let _: Option<&str> = out.x_frame_options();
    Ok(())
}
pub fn start_participant_replication_input()
-> sdk::operation::start_participant_replication::StartParticipantReplicationInput {
    sdk::operation::start_participant_replication::StartParticipantReplicationInput::builder()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .reconnect_window_seconds(1)
        .set_reconnect_window_seconds(Some(1))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn start_participant_replication_error(
    e: sdk::error::SdkError<
        sdk::operation::start_participant_replication::StartParticipantReplicationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::start_participant_replication::StartParticipantReplicationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::ServiceQuotaExceededException(x) => { let _: &sdk::types::error::ServiceQuotaExceededException = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        sdk::operation::start_participant_replication::StartParticipantReplicationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn stop_composition(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .stop_composition()
        .arn("text")
        .set_arn(Some("text".to_owned()));
    let _: &Option<String> = call.get_arn();
    let out: sdk::operation::stop_composition::StopCompositionOutput = call.send().await?;
    Ok(())
}
pub fn stop_composition_input() -> sdk::operation::stop_composition::StopCompositionInput {
    sdk::operation::stop_composition::StopCompositionInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn stop_composition_error(
    e: sdk::error::SdkError<sdk::operation::stop_composition::StopCompositionError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    match e {
        sdk::operation::stop_composition::StopCompositionError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::stop_composition::StopCompositionError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::stop_composition::StopCompositionError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::stop_composition::StopCompositionError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::stop_composition::StopCompositionError::ServiceQuotaExceededException(
            x,
        ) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::stop_composition::StopCompositionError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn stop_participant_replication(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .stop_participant_replication()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()));
    let _: &Option<String> = call.get_source_stage_arn();
    let _: &Option<String> = call.get_destination_stage_arn();
    let _: &Option<String> = call.get_participant_id();
    let out: sdk::operation::stop_participant_replication::StopParticipantReplicationOutput =
        call.send().await?;
    let _: Option<&str> = out.access_control_allow_origin();
    let _: Option<&str> = out.access_control_expose_headers();
    let _: Option<&str> = out.cache_control();
    let _: Option<&str> = out.content_security_policy();
    let _: Option<&str> = out.strict_transport_security();
    let _: Option<&str> = out.x_content_type_options();
    let _: Option<&str> = out.x_frame_options();
    Ok(())
}
pub fn stop_participant_replication_input()
-> sdk::operation::stop_participant_replication::StopParticipantReplicationInput {
    sdk::operation::stop_participant_replication::StopParticipantReplicationInput::builder()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn stop_participant_replication_error(
    e: sdk::error::SdkError<
        sdk::operation::stop_participant_replication::StopParticipantReplicationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    match e {
        sdk::operation::stop_participant_replication::StopParticipantReplicationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::stop_participant_replication::StopParticipantReplicationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::stop_participant_replication::StopParticipantReplicationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::stop_participant_replication::StopParticipantReplicationError::InternalServerException(x) => { let _: &sdk::types::error::InternalServerException = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn tag_resource(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .tag_resource()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])));
    let _: &Option<String> = call.get_resource_arn();
    let _: &Option<std::collections::HashMap<String, String>> = call.get_tags();
    let out: sdk::operation::tag_resource::TagResourceOutput = call.send().await?;
    Ok(())
}
pub fn tag_resource_input() -> sdk::operation::tag_resource::TagResourceInput {
    sdk::operation::tag_resource::TagResourceInput::builder()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn tag_resource_error(
    e: sdk::error::SdkError<sdk::operation::tag_resource::TagResourceError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    match e {
        sdk::operation::tag_resource::TagResourceError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::tag_resource::TagResourceError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::tag_resource::TagResourceError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn untag_resource(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .untag_resource()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()))
        .tag_keys("text".to_owned())
        .set_tag_keys(Some(vec!["text".to_owned()]));
    let _: &Option<String> = call.get_resource_arn();
    let _: &Option<Vec<String>> = call.get_tag_keys();
    let out: sdk::operation::untag_resource::UntagResourceOutput = call.send().await?;
    Ok(())
}
pub fn untag_resource_input() -> sdk::operation::untag_resource::UntagResourceInput {
    sdk::operation::untag_resource::UntagResourceInput::builder()
        .resource_arn("text")
        .set_resource_arn(Some("text".to_owned()))
        .tag_keys("text".to_owned())
        .set_tag_keys(Some(vec!["text".to_owned()]))
        .build()
        .unwrap()
}
pub fn untag_resource_error(
    e: sdk::error::SdkError<sdk::operation::untag_resource::UntagResourceError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_internal_server_exception() {
        return None;
    }
    match e {
        sdk::operation::untag_resource::UntagResourceError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::untag_resource::UntagResourceError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::untag_resource::UntagResourceError::InternalServerException(x) => {
            let _: &sdk::types::error::InternalServerException = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub async fn update_ingest_configuration(
    client: &sdk::Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .update_ingest_configuration()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true));
    let _: &Option<String> = call.get_arn();
    let _: &Option<String> = call.get_stage_arn();
    let _: &Option<bool> = call.get_redundant_ingest();
    let out: sdk::operation::update_ingest_configuration::UpdateIngestConfigurationOutput =
        call.send().await?;
    let _: Option<&str> = out.access_control_allow_origin();
    let _: Option<&str> = out.access_control_expose_headers();
    let _: Option<&str> = out.cache_control();
    let _: Option<&str> = out.content_security_policy();
    let _: Option<&str> = out.strict_transport_security();
    let _: Option<&str> = out.x_content_type_options();
    let _: Option<&str> = out.x_frame_options();
    let _: Option<&sdk::types::IngestConfiguration> = out.ingest_configuration();
    Ok(())
}
pub fn update_ingest_configuration_input()
-> sdk::operation::update_ingest_configuration::UpdateIngestConfigurationInput {
    sdk::operation::update_ingest_configuration::UpdateIngestConfigurationInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .build()
        .unwrap()
}
pub fn update_ingest_configuration_error(
    e: sdk::error::SdkError<
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError,
    >,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError::ResourceNotFoundException(x) => { let _: &sdk::types::error::ResourceNotFoundException = &x; x.message().map(str::to_owned) }
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError::ValidationException(x) => { let _: &sdk::types::error::ValidationException = &x; x.message().map(str::to_owned) }
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError::AccessDeniedException(x) => { let _: &sdk::types::error::AccessDeniedException = &x; x.message().map(str::to_owned) }
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError::ConflictException(x) => { let _: &sdk::types::error::ConflictException = &x; x.message().map(str::to_owned) }
        sdk::operation::update_ingest_configuration::UpdateIngestConfigurationError::PendingVerification(x) => { let _: &sdk::types::error::PendingVerification = &x; x.message().map(str::to_owned) }
        other => other.message().map(str::to_owned),
    }
}
pub async fn update_stage(client: &sdk::Client) -> Result<(), Box<dyn std::error::Error>> {
    let call = client
        .update_stage()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .auto_participant_recording_configuration(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        )
        .set_auto_participant_recording_configuration(Some(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        ));
    let _: &Option<String> = call.get_arn();
    let _: &Option<String> = call.get_name();
    let _: &Option<sdk::types::AutoParticipantRecordingConfiguration> =
        call.get_auto_participant_recording_configuration();
    let out: sdk::operation::update_stage::UpdateStageOutput = call.send().await?;
    let _: Option<&sdk::types::Stage> = out.stage();
    Ok(())
}
pub fn update_stage_input() -> sdk::operation::update_stage::UpdateStageInput {
    sdk::operation::update_stage::UpdateStageInput::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .auto_participant_recording_configuration(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        )
        .set_auto_participant_recording_configuration(Some(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        ))
        .build()
        .unwrap()
}
pub fn update_stage_error(
    e: sdk::error::SdkError<sdk::operation::update_stage::UpdateStageError>,
) -> Option<String> {
    use sdk::error::ProvideErrorMetadata;
    let _: Option<&str> = e.code();
    let _: Option<&str> = e.message();
    let e = e.into_service_error();
    if e.is_resource_not_found_exception() {
        return None;
    }
    if e.is_validation_exception() {
        return None;
    }
    if e.is_access_denied_exception() {
        return None;
    }
    if e.is_service_quota_exceeded_exception() {
        return None;
    }
    if e.is_conflict_exception() {
        return None;
    }
    if e.is_pending_verification() {
        return None;
    }
    match e {
        sdk::operation::update_stage::UpdateStageError::ResourceNotFoundException(x) => {
            let _: &sdk::types::error::ResourceNotFoundException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::update_stage::UpdateStageError::ValidationException(x) => {
            let _: &sdk::types::error::ValidationException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::update_stage::UpdateStageError::AccessDeniedException(x) => {
            let _: &sdk::types::error::AccessDeniedException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::update_stage::UpdateStageError::ServiceQuotaExceededException(x) => {
            let _: &sdk::types::error::ServiceQuotaExceededException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::update_stage::UpdateStageError::ConflictException(x) => {
            let _: &sdk::types::error::ConflictException = &x;
            x.message().map(str::to_owned)
        }
        sdk::operation::update_stage::UpdateStageError::PendingVerification(x) => {
            let _: &sdk::types::error::PendingVerification = &x;
            x.message().map(str::to_owned)
        }
        other => other.message().map(str::to_owned),
    }
}
pub fn enum_composition_state(v: sdk::types::CompositionState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::CompositionState::values();
    let _ = sdk::types::CompositionState::from("x");
    let _: sdk::types::CompositionState = "x".parse().unwrap();
    match v {
        sdk::types::CompositionState::Starting => "STARTING",
        sdk::types::CompositionState::Active => "ACTIVE",
        sdk::types::CompositionState::Stopping => "STOPPING",
        sdk::types::CompositionState::Failed => "FAILED",
        sdk::types::CompositionState::Stopped => "STOPPED",
        _ => "other",
    }
}
pub fn enum_destination_state(v: sdk::types::DestinationState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::DestinationState::values();
    let _ = sdk::types::DestinationState::from("x");
    let _: sdk::types::DestinationState = "x".parse().unwrap();
    match v {
        sdk::types::DestinationState::Starting => "STARTING",
        sdk::types::DestinationState::Active => "ACTIVE",
        sdk::types::DestinationState::Stopping => "STOPPING",
        sdk::types::DestinationState::Reconnecting => "RECONNECTING",
        sdk::types::DestinationState::Failed => "FAILED",
        sdk::types::DestinationState::Stopped => "STOPPED",
        _ => "other",
    }
}
pub fn enum_event_error_code(v: sdk::types::EventErrorCode) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::EventErrorCode::values();
    let _ = sdk::types::EventErrorCode::from("x");
    let _: sdk::types::EventErrorCode = "x".parse().unwrap();
    match v {
        sdk::types::EventErrorCode::InsufficientCapabilities => "INSUFFICIENT_CAPABILITIES",
        sdk::types::EventErrorCode::QuotaExceeded => "QUOTA_EXCEEDED",
        sdk::types::EventErrorCode::PublisherNotFound => "PUBLISHER_NOT_FOUND",
        sdk::types::EventErrorCode::BitrateExceeded => "BITRATE_EXCEEDED",
        sdk::types::EventErrorCode::ResolutionExceeded => "RESOLUTION_EXCEEDED",
        sdk::types::EventErrorCode::StreamDurationExceeded => "STREAM_DURATION_EXCEEDED",
        sdk::types::EventErrorCode::InvalidAudioCodec => "INVALID_AUDIO_CODEC",
        sdk::types::EventErrorCode::InvalidVideoCodec => "INVALID_VIDEO_CODEC",
        sdk::types::EventErrorCode::InvalidProtocol => "INVALID_PROTOCOL",
        sdk::types::EventErrorCode::InvalidStreamKey => "INVALID_STREAM_KEY",
        sdk::types::EventErrorCode::ReuseOfStreamKey => "REUSE_OF_STREAM_KEY",
        sdk::types::EventErrorCode::BFramePresent => "B_FRAME_PRESENT",
        sdk::types::EventErrorCode::InvalidInput => "INVALID_INPUT",
        sdk::types::EventErrorCode::InternalServerException => "INTERNAL_SERVER_EXCEPTION",
        _ => "other",
    }
}
pub fn enum_event_name(v: sdk::types::EventName) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::EventName::values();
    let _ = sdk::types::EventName::from("x");
    let _: sdk::types::EventName = "x".parse().unwrap();
    match v {
        sdk::types::EventName::Joined => "JOINED",
        sdk::types::EventName::Left => "LEFT",
        sdk::types::EventName::PublishStarted => "PUBLISH_STARTED",
        sdk::types::EventName::PublishStopped => "PUBLISH_STOPPED",
        sdk::types::EventName::SubscribeStarted => "SUBSCRIBE_STARTED",
        sdk::types::EventName::SubscribeStopped => "SUBSCRIBE_STOPPED",
        sdk::types::EventName::PublishError => "PUBLISH_ERROR",
        sdk::types::EventName::SubscribeError => "SUBSCRIBE_ERROR",
        sdk::types::EventName::JoinError => "JOIN_ERROR",
        sdk::types::EventName::ReplicationStarted => "REPLICATION_STARTED",
        sdk::types::EventName::ReplicationStopped => "REPLICATION_STOPPED",
        sdk::types::EventName::TokenExchanged => "TOKEN_EXCHANGED",
        _ => "other",
    }
}
pub fn enum_ingest_configuration_state(v: sdk::types::IngestConfigurationState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::IngestConfigurationState::values();
    let _ = sdk::types::IngestConfigurationState::from("x");
    let _: sdk::types::IngestConfigurationState = "x".parse().unwrap();
    match v {
        sdk::types::IngestConfigurationState::Active => "ACTIVE",
        sdk::types::IngestConfigurationState::Inactive => "INACTIVE",
        _ => "other",
    }
}
pub fn enum_ingest_protocol(v: sdk::types::IngestProtocol) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::IngestProtocol::values();
    let _ = sdk::types::IngestProtocol::from("x");
    let _: sdk::types::IngestProtocol = "x".parse().unwrap();
    match v {
        sdk::types::IngestProtocol::Rtmp => "RTMP",
        sdk::types::IngestProtocol::Rtmps => "RTMPS",
        _ => "other",
    }
}
pub fn enum_participant_protocol(v: sdk::types::ParticipantProtocol) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantProtocol::values();
    let _ = sdk::types::ParticipantProtocol::from("x");
    let _: sdk::types::ParticipantProtocol = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantProtocol::UnknownValue => "UNKNOWN",
        sdk::types::ParticipantProtocol::Whip => "WHIP",
        sdk::types::ParticipantProtocol::Rtmp => "RTMP",
        sdk::types::ParticipantProtocol::Rtmps => "RTMPS",
        _ => "other",
    }
}
pub fn enum_participant_recording_filter_by_recording_state(
    v: sdk::types::ParticipantRecordingFilterByRecordingState,
) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantRecordingFilterByRecordingState::values();
    let _ = sdk::types::ParticipantRecordingFilterByRecordingState::from("x");
    let _: sdk::types::ParticipantRecordingFilterByRecordingState = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantRecordingFilterByRecordingState::Starting => "STARTING",
        sdk::types::ParticipantRecordingFilterByRecordingState::Active => "ACTIVE",
        sdk::types::ParticipantRecordingFilterByRecordingState::Stopping => "STOPPING",
        sdk::types::ParticipantRecordingFilterByRecordingState::Stopped => "STOPPED",
        sdk::types::ParticipantRecordingFilterByRecordingState::Failed => "FAILED",
        _ => "other",
    }
}
pub fn enum_participant_recording_media_type(
    v: sdk::types::ParticipantRecordingMediaType,
) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantRecordingMediaType::values();
    let _ = sdk::types::ParticipantRecordingMediaType::from("x");
    let _: sdk::types::ParticipantRecordingMediaType = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantRecordingMediaType::AudioVideo => "AUDIO_VIDEO",
        sdk::types::ParticipantRecordingMediaType::AudioOnly => "AUDIO_ONLY",
        sdk::types::ParticipantRecordingMediaType::None => "NONE",
        _ => "other",
    }
}
pub fn enum_participant_recording_state(v: sdk::types::ParticipantRecordingState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantRecordingState::values();
    let _ = sdk::types::ParticipantRecordingState::from("x");
    let _: sdk::types::ParticipantRecordingState = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantRecordingState::Starting => "STARTING",
        sdk::types::ParticipantRecordingState::Active => "ACTIVE",
        sdk::types::ParticipantRecordingState::Stopping => "STOPPING",
        sdk::types::ParticipantRecordingState::Stopped => "STOPPED",
        sdk::types::ParticipantRecordingState::Failed => "FAILED",
        sdk::types::ParticipantRecordingState::Disabled => "DISABLED",
        _ => "other",
    }
}
pub fn enum_participant_state(v: sdk::types::ParticipantState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantState::values();
    let _ = sdk::types::ParticipantState::from("x");
    let _: sdk::types::ParticipantState = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantState::Connected => "CONNECTED",
        sdk::types::ParticipantState::Disconnected => "DISCONNECTED",
        _ => "other",
    }
}
pub fn enum_participant_token_capability(
    v: sdk::types::ParticipantTokenCapability,
) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ParticipantTokenCapability::values();
    let _ = sdk::types::ParticipantTokenCapability::from("x");
    let _: sdk::types::ParticipantTokenCapability = "x".parse().unwrap();
    match v {
        sdk::types::ParticipantTokenCapability::Publish => "PUBLISH",
        sdk::types::ParticipantTokenCapability::Subscribe => "SUBSCRIBE",
        _ => "other",
    }
}
pub fn enum_pip_behavior(v: sdk::types::PipBehavior) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::PipBehavior::values();
    let _ = sdk::types::PipBehavior::from("x");
    let _: sdk::types::PipBehavior = "x".parse().unwrap();
    match v {
        sdk::types::PipBehavior::Static => "STATIC",
        sdk::types::PipBehavior::Dynamic => "DYNAMIC",
        _ => "other",
    }
}
pub fn enum_pip_position(v: sdk::types::PipPosition) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::PipPosition::values();
    let _ = sdk::types::PipPosition::from("x");
    let _: sdk::types::PipPosition = "x".parse().unwrap();
    match v {
        sdk::types::PipPosition::TopLeft => "TOP_LEFT",
        sdk::types::PipPosition::TopRight => "TOP_RIGHT",
        sdk::types::PipPosition::BottomLeft => "BOTTOM_LEFT",
        sdk::types::PipPosition::BottomRight => "BOTTOM_RIGHT",
        _ => "other",
    }
}
pub fn enum_recording_configuration_format(
    v: sdk::types::RecordingConfigurationFormat,
) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::RecordingConfigurationFormat::values();
    let _ = sdk::types::RecordingConfigurationFormat::from("x");
    let _: sdk::types::RecordingConfigurationFormat = "x".parse().unwrap();
    match v {
        sdk::types::RecordingConfigurationFormat::Hls => "HLS",
        _ => "other",
    }
}
pub fn enum_replication_state(v: sdk::types::ReplicationState) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ReplicationState::values();
    let _ = sdk::types::ReplicationState::from("x");
    let _: sdk::types::ReplicationState = "x".parse().unwrap();
    match v {
        sdk::types::ReplicationState::Active => "ACTIVE",
        sdk::types::ReplicationState::Stopped => "STOPPED",
        _ => "other",
    }
}
pub fn enum_replication_type(v: sdk::types::ReplicationType) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ReplicationType::values();
    let _ = sdk::types::ReplicationType::from("x");
    let _: sdk::types::ReplicationType = "x".parse().unwrap();
    match v {
        sdk::types::ReplicationType::Source => "SOURCE",
        sdk::types::ReplicationType::Replica => "REPLICA",
        sdk::types::ReplicationType::None => "NONE",
        _ => "other",
    }
}
pub fn enum_thumbnail_recording_mode(v: sdk::types::ThumbnailRecordingMode) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ThumbnailRecordingMode::values();
    let _ = sdk::types::ThumbnailRecordingMode::from("x");
    let _: sdk::types::ThumbnailRecordingMode = "x".parse().unwrap();
    match v {
        sdk::types::ThumbnailRecordingMode::Interval => "INTERVAL",
        sdk::types::ThumbnailRecordingMode::Disabled => "DISABLED",
        _ => "other",
    }
}
pub fn enum_thumbnail_storage_type(v: sdk::types::ThumbnailStorageType) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::ThumbnailStorageType::values();
    let _ = sdk::types::ThumbnailStorageType::from("x");
    let _: sdk::types::ThumbnailStorageType = "x".parse().unwrap();
    match v {
        sdk::types::ThumbnailStorageType::Sequential => "SEQUENTIAL",
        sdk::types::ThumbnailStorageType::Latest => "LATEST",
        _ => "other",
    }
}
pub fn enum_video_aspect_ratio(v: sdk::types::VideoAspectRatio) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::VideoAspectRatio::values();
    let _ = sdk::types::VideoAspectRatio::from("x");
    let _: sdk::types::VideoAspectRatio = "x".parse().unwrap();
    match v {
        sdk::types::VideoAspectRatio::Auto => "AUTO",
        sdk::types::VideoAspectRatio::Video => "VIDEO",
        sdk::types::VideoAspectRatio::Square => "SQUARE",
        sdk::types::VideoAspectRatio::Portrait => "PORTRAIT",
        _ => "other",
    }
}
pub fn enum_video_fill_mode(v: sdk::types::VideoFillMode) -> &'static str {
    let _: &str = v.as_str();
    let _: &[&str] = sdk::types::VideoFillMode::values();
    let _ = sdk::types::VideoFillMode::from("x");
    let _: sdk::types::VideoFillMode = "x".parse().unwrap();
    match v {
        sdk::types::VideoFillMode::Fill => "FILL",
        sdk::types::VideoFillMode::Cover => "COVER",
        sdk::types::VideoFillMode::Contain => "CONTAIN",
        _ => "other",
    }
}
pub fn struct_auto_participant_recording_configuration(
    v: sdk::types::AutoParticipantRecordingConfiguration,
) -> sdk::types::AutoParticipantRecordingConfiguration {
    let _: &str = v.storage_configuration_arn();
    let _: &[sdk::types::ParticipantRecordingMediaType] = v.media_types();
    let _: Option<&sdk::types::ParticipantThumbnailConfiguration> = v.thumbnail_configuration();
    let _: i32 = v.recording_reconnect_window_seconds();
    let _: Option<&sdk::types::ParticipantRecordingHlsConfiguration> = v.hls_configuration();
    let _: bool = v.record_participant_replicas();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::AutoParticipantRecordingConfiguration::builder()
        .storage_configuration_arn("text")
        .set_storage_configuration_arn(Some("text".to_owned()))
        .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
        .set_media_types(Some(vec![
            sdk::types::ParticipantRecordingMediaType::AudioVideo,
        ]))
        .thumbnail_configuration(
            sdk::types::ParticipantThumbnailConfiguration::builder()
                .target_interval_seconds(1)
                .storage(sdk::types::ThumbnailStorageType::Sequential)
                .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                .build(),
        )
        .set_thumbnail_configuration(Some(
            sdk::types::ParticipantThumbnailConfiguration::builder()
                .target_interval_seconds(1)
                .storage(sdk::types::ThumbnailStorageType::Sequential)
                .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                .build(),
        ))
        .recording_reconnect_window_seconds(1)
        .set_recording_reconnect_window_seconds(Some(1))
        .hls_configuration(
            sdk::types::ParticipantRecordingHlsConfiguration::builder()
                .target_segment_duration_seconds(1)
                .build(),
        )
        .set_hls_configuration(Some(
            sdk::types::ParticipantRecordingHlsConfiguration::builder()
                .target_segment_duration_seconds(1)
                .build(),
        ))
        .record_participant_replicas(true)
        .set_record_participant_replicas(Some(true))
        .build()
        .unwrap()
}
pub fn struct_channel_destination_configuration(
    v: sdk::types::ChannelDestinationConfiguration,
) -> sdk::types::ChannelDestinationConfiguration {
    let _: &str = v.channel_arn();
    let _: Option<&str> = v.encoder_configuration_arn();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ChannelDestinationConfiguration::builder()
        .channel_arn("text")
        .set_channel_arn(Some("text".to_owned()))
        .encoder_configuration_arn("text")
        .set_encoder_configuration_arn(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn struct_composition(v: sdk::types::Composition) -> sdk::types::Composition {
    let _: &str = v.arn();
    let _: &str = v.stage_arn();
    let _: &sdk::types::CompositionState = v.state();
    let _: Option<&sdk::types::LayoutConfiguration> = v.layout();
    let _: &[sdk::types::Destination] = v.destinations();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Composition::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .state(sdk::types::CompositionState::Starting)
        .set_state(Some(sdk::types::CompositionState::Starting))
        .layout(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        )
        .set_layout(Some(
            sdk::types::LayoutConfiguration::builder()
                .grid(
                    sdk::types::GridConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .pip(
                    sdk::types::PipConfiguration::builder()
                        .featured_participant_attribute("text")
                        .omit_stopped_video(true)
                        .video_fill_mode(sdk::types::VideoFillMode::Fill)
                        .grid_gap(1)
                        .pip_participant_attribute("text")
                        .pip_behavior(sdk::types::PipBehavior::Static)
                        .pip_offset(1)
                        .pip_position(sdk::types::PipPosition::TopLeft)
                        .pip_width(1)
                        .pip_height(1)
                        .participant_order_attribute("text")
                        .build(),
                )
                .build(),
        ))
        .destinations(
            sdk::types::Destination::builder()
                .id("text")
                .state(sdk::types::DestinationState::Starting)
                .start_time(sdk::primitives::DateTime::from_secs(1))
                .end_time(sdk::primitives::DateTime::from_secs(1))
                .configuration(
                    sdk::types::DestinationConfiguration::builder()
                        .name("text")
                        .channel(
                            sdk::types::ChannelDestinationConfiguration::builder()
                                .channel_arn("text")
                                .encoder_configuration_arn("text")
                                .build()
                                .unwrap(),
                        )
                        .s3(sdk::types::S3DestinationConfiguration::builder()
                            .storage_configuration_arn("text")
                            .encoder_configuration_arns("text".to_owned())
                            .recording_configuration(
                                sdk::types::RecordingConfiguration::builder()
                                    .hls_configuration(
                                        sdk::types::CompositionRecordingHlsConfiguration::builder()
                                            .target_segment_duration_seconds(1)
                                            .build(),
                                    )
                                    .format(sdk::types::RecordingConfigurationFormat::Hls)
                                    .build(),
                            )
                            .thumbnail_configurations(
                                sdk::types::CompositionThumbnailConfiguration::builder()
                                    .target_interval_seconds(1)
                                    .storage(sdk::types::ThumbnailStorageType::Sequential)
                                    .build(),
                            )
                            .build()
                            .unwrap())
                        .build(),
                )
                .detail(
                    sdk::types::DestinationDetail::builder()
                        .s3(sdk::types::S3Detail::builder()
                            .recording_prefix("text")
                            .build()
                            .unwrap())
                        .build(),
                )
                .build()
                .unwrap(),
        )
        .set_destinations(Some(vec![
            sdk::types::Destination::builder()
                .id("text")
                .state(sdk::types::DestinationState::Starting)
                .start_time(sdk::primitives::DateTime::from_secs(1))
                .end_time(sdk::primitives::DateTime::from_secs(1))
                .configuration(
                    sdk::types::DestinationConfiguration::builder()
                        .name("text")
                        .channel(
                            sdk::types::ChannelDestinationConfiguration::builder()
                                .channel_arn("text")
                                .encoder_configuration_arn("text")
                                .build()
                                .unwrap(),
                        )
                        .s3(sdk::types::S3DestinationConfiguration::builder()
                            .storage_configuration_arn("text")
                            .encoder_configuration_arns("text".to_owned())
                            .recording_configuration(
                                sdk::types::RecordingConfiguration::builder()
                                    .hls_configuration(
                                        sdk::types::CompositionRecordingHlsConfiguration::builder()
                                            .target_segment_duration_seconds(1)
                                            .build(),
                                    )
                                    .format(sdk::types::RecordingConfigurationFormat::Hls)
                                    .build(),
                            )
                            .thumbnail_configurations(
                                sdk::types::CompositionThumbnailConfiguration::builder()
                                    .target_interval_seconds(1)
                                    .storage(sdk::types::ThumbnailStorageType::Sequential)
                                    .build(),
                            )
                            .build()
                            .unwrap())
                        .build(),
                )
                .detail(
                    sdk::types::DestinationDetail::builder()
                        .s3(sdk::types::S3Detail::builder()
                            .recording_prefix("text")
                            .build()
                            .unwrap())
                        .build(),
                )
                .build()
                .unwrap(),
        ]))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
        .unwrap()
}
pub fn struct_composition_recording_hls_configuration(
    v: sdk::types::CompositionRecordingHlsConfiguration,
) -> sdk::types::CompositionRecordingHlsConfiguration {
    let _: Option<i32> = v.target_segment_duration_seconds();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::CompositionRecordingHlsConfiguration::builder()
        .target_segment_duration_seconds(1)
        .set_target_segment_duration_seconds(Some(1))
        .build()
}
pub fn struct_composition_summary(
    v: sdk::types::CompositionSummary,
) -> sdk::types::CompositionSummary {
    let _: &str = v.arn();
    let _: &str = v.stage_arn();
    let _: &[sdk::types::DestinationSummary] = v.destinations();
    let _: &sdk::types::CompositionState = v.state();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::CompositionSummary::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .destinations(
            sdk::types::DestinationSummary::builder()
                .id("text")
                .state(sdk::types::DestinationState::Starting)
                .start_time(sdk::primitives::DateTime::from_secs(1))
                .end_time(sdk::primitives::DateTime::from_secs(1))
                .build()
                .unwrap(),
        )
        .set_destinations(Some(vec![
            sdk::types::DestinationSummary::builder()
                .id("text")
                .state(sdk::types::DestinationState::Starting)
                .start_time(sdk::primitives::DateTime::from_secs(1))
                .end_time(sdk::primitives::DateTime::from_secs(1))
                .build()
                .unwrap(),
        ]))
        .state(sdk::types::CompositionState::Starting)
        .set_state(Some(sdk::types::CompositionState::Starting))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
        .unwrap()
}
pub fn struct_composition_thumbnail_configuration(
    v: sdk::types::CompositionThumbnailConfiguration,
) -> sdk::types::CompositionThumbnailConfiguration {
    let _: Option<i32> = v.target_interval_seconds();
    let _: &[sdk::types::ThumbnailStorageType] = v.storage();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::CompositionThumbnailConfiguration::builder()
        .target_interval_seconds(1)
        .set_target_interval_seconds(Some(1))
        .storage(sdk::types::ThumbnailStorageType::Sequential)
        .set_storage(Some(vec![sdk::types::ThumbnailStorageType::Sequential]))
        .build()
}
pub fn struct_destination(v: sdk::types::Destination) -> sdk::types::Destination {
    let _: &str = v.id();
    let _: &sdk::types::DestinationState = v.state();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _: Option<&sdk::types::DestinationConfiguration> = v.configuration();
    let _: Option<&sdk::types::DestinationDetail> = v.detail();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Destination::builder()
        .id("text")
        .set_id(Some("text".to_owned()))
        .state(sdk::types::DestinationState::Starting)
        .set_state(Some(sdk::types::DestinationState::Starting))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .configuration(
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        )
        .set_configuration(Some(
            sdk::types::DestinationConfiguration::builder()
                .name("text")
                .channel(
                    sdk::types::ChannelDestinationConfiguration::builder()
                        .channel_arn("text")
                        .encoder_configuration_arn("text")
                        .build()
                        .unwrap(),
                )
                .s3(sdk::types::S3DestinationConfiguration::builder()
                    .storage_configuration_arn("text")
                    .encoder_configuration_arns("text".to_owned())
                    .recording_configuration(
                        sdk::types::RecordingConfiguration::builder()
                            .hls_configuration(
                                sdk::types::CompositionRecordingHlsConfiguration::builder()
                                    .target_segment_duration_seconds(1)
                                    .build(),
                            )
                            .format(sdk::types::RecordingConfigurationFormat::Hls)
                            .build(),
                    )
                    .thumbnail_configurations(
                        sdk::types::CompositionThumbnailConfiguration::builder()
                            .target_interval_seconds(1)
                            .storage(sdk::types::ThumbnailStorageType::Sequential)
                            .build(),
                    )
                    .build()
                    .unwrap())
                .build(),
        ))
        .detail(
            sdk::types::DestinationDetail::builder()
                .s3(sdk::types::S3Detail::builder()
                    .recording_prefix("text")
                    .build()
                    .unwrap())
                .build(),
        )
        .set_detail(Some(
            sdk::types::DestinationDetail::builder()
                .s3(sdk::types::S3Detail::builder()
                    .recording_prefix("text")
                    .build()
                    .unwrap())
                .build(),
        ))
        .build()
        .unwrap()
}
pub fn struct_destination_configuration(
    v: sdk::types::DestinationConfiguration,
) -> sdk::types::DestinationConfiguration {
    let _: Option<&str> = v.name();
    let _: Option<&sdk::types::ChannelDestinationConfiguration> = v.channel();
    let _: Option<&sdk::types::S3DestinationConfiguration> = v.s3();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::DestinationConfiguration::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .channel(
            sdk::types::ChannelDestinationConfiguration::builder()
                .channel_arn("text")
                .encoder_configuration_arn("text")
                .build()
                .unwrap(),
        )
        .set_channel(Some(
            sdk::types::ChannelDestinationConfiguration::builder()
                .channel_arn("text")
                .encoder_configuration_arn("text")
                .build()
                .unwrap(),
        ))
        .s3(sdk::types::S3DestinationConfiguration::builder()
            .storage_configuration_arn("text")
            .encoder_configuration_arns("text".to_owned())
            .recording_configuration(
                sdk::types::RecordingConfiguration::builder()
                    .hls_configuration(
                        sdk::types::CompositionRecordingHlsConfiguration::builder()
                            .target_segment_duration_seconds(1)
                            .build(),
                    )
                    .format(sdk::types::RecordingConfigurationFormat::Hls)
                    .build(),
            )
            .thumbnail_configurations(
                sdk::types::CompositionThumbnailConfiguration::builder()
                    .target_interval_seconds(1)
                    .storage(sdk::types::ThumbnailStorageType::Sequential)
                    .build(),
            )
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3DestinationConfiguration::builder()
                .storage_configuration_arn("text")
                .encoder_configuration_arns("text".to_owned())
                .recording_configuration(
                    sdk::types::RecordingConfiguration::builder()
                        .hls_configuration(
                            sdk::types::CompositionRecordingHlsConfiguration::builder()
                                .target_segment_duration_seconds(1)
                                .build(),
                        )
                        .format(sdk::types::RecordingConfigurationFormat::Hls)
                        .build(),
                )
                .thumbnail_configurations(
                    sdk::types::CompositionThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .build(),
                )
                .build()
                .unwrap(),
        ))
        .build()
}
pub fn struct_destination_detail(
    v: sdk::types::DestinationDetail,
) -> sdk::types::DestinationDetail {
    let _: Option<&sdk::types::S3Detail> = v.s3();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::DestinationDetail::builder()
        .s3(sdk::types::S3Detail::builder()
            .recording_prefix("text")
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3Detail::builder()
                .recording_prefix("text")
                .build()
                .unwrap(),
        ))
        .build()
}
pub fn struct_destination_summary(
    v: sdk::types::DestinationSummary,
) -> sdk::types::DestinationSummary {
    let _: &str = v.id();
    let _: &sdk::types::DestinationState = v.state();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::DestinationSummary::builder()
        .id("text")
        .set_id(Some("text".to_owned()))
        .state(sdk::types::DestinationState::Starting)
        .set_state(Some(sdk::types::DestinationState::Starting))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
        .unwrap()
}
pub fn struct_encoder_configuration(
    v: sdk::types::EncoderConfiguration,
) -> sdk::types::EncoderConfiguration {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&sdk::types::Video> = v.video();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::EncoderConfiguration::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .video(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        )
        .set_video(Some(
            sdk::types::Video::builder()
                .width(1)
                .height(1)
                .framerate(1.0)
                .bitrate(1)
                .build(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_encoder_configuration_summary(
    v: sdk::types::EncoderConfigurationSummary,
) -> sdk::types::EncoderConfigurationSummary {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::EncoderConfigurationSummary::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_event(v: sdk::types::Event) -> sdk::types::Event {
    let _: Option<&sdk::types::EventName> = v.name();
    let _: Option<&str> = v.participant_id();
    let _: Option<&sdk::primitives::DateTime> = v.event_time();
    let _: Option<&str> = v.remote_participant_id();
    let _: Option<&sdk::types::EventErrorCode> = v.error_code();
    let _: Option<&str> = v.destination_stage_arn();
    let _: Option<&str> = v.destination_session_id();
    let _: bool = v.replica();
    let _: Option<&sdk::types::ExchangedParticipantToken> = v.previous_token();
    let _: Option<&sdk::types::ExchangedParticipantToken> = v.new_token();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Event::builder()
        .name(sdk::types::EventName::Joined)
        .set_name(Some(sdk::types::EventName::Joined))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .event_time(sdk::primitives::DateTime::from_secs(1))
        .set_event_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .remote_participant_id("text")
        .set_remote_participant_id(Some("text".to_owned()))
        .error_code(sdk::types::EventErrorCode::InsufficientCapabilities)
        .set_error_code(Some(sdk::types::EventErrorCode::InsufficientCapabilities))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .destination_session_id("text")
        .set_destination_session_id(Some("text".to_owned()))
        .replica(true)
        .set_replica(Some(true))
        .previous_token(
            sdk::types::ExchangedParticipantToken::builder()
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .attributes("text".to_owned(), "text".to_owned())
                .user_id("text")
                .expiration_time(sdk::primitives::DateTime::from_secs(1))
                .build(),
        )
        .set_previous_token(Some(
            sdk::types::ExchangedParticipantToken::builder()
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .attributes("text".to_owned(), "text".to_owned())
                .user_id("text")
                .expiration_time(sdk::primitives::DateTime::from_secs(1))
                .build(),
        ))
        .new_token(
            sdk::types::ExchangedParticipantToken::builder()
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .attributes("text".to_owned(), "text".to_owned())
                .user_id("text")
                .expiration_time(sdk::primitives::DateTime::from_secs(1))
                .build(),
        )
        .set_new_token(Some(
            sdk::types::ExchangedParticipantToken::builder()
                .capabilities(sdk::types::ParticipantTokenCapability::Publish)
                .attributes("text".to_owned(), "text".to_owned())
                .user_id("text")
                .expiration_time(sdk::primitives::DateTime::from_secs(1))
                .build(),
        ))
        .build()
}
pub fn struct_exchanged_participant_token(
    v: sdk::types::ExchangedParticipantToken,
) -> sdk::types::ExchangedParticipantToken {
    let _: &[sdk::types::ParticipantTokenCapability] = v.capabilities();
    let _: Option<&std::collections::HashMap<String, String>> = v.attributes();
    let _: Option<&str> = v.user_id();
    let _: Option<&sdk::primitives::DateTime> = v.expiration_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ExchangedParticipantToken::builder()
        .capabilities(sdk::types::ParticipantTokenCapability::Publish)
        .set_capabilities(Some(vec![sdk::types::ParticipantTokenCapability::Publish]))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .expiration_time(sdk::primitives::DateTime::from_secs(1))
        .set_expiration_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
}
pub fn struct_grid_configuration(
    v: sdk::types::GridConfiguration,
) -> sdk::types::GridConfiguration {
    let _: Option<&str> = v.featured_participant_attribute();
    let _: bool = v.omit_stopped_video();
    let _: Option<&sdk::types::VideoAspectRatio> = v.video_aspect_ratio();
    let _: Option<&sdk::types::VideoFillMode> = v.video_fill_mode();
    let _: i32 = v.grid_gap();
    let _: Option<&str> = v.participant_order_attribute();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::GridConfiguration::builder()
        .featured_participant_attribute("text")
        .set_featured_participant_attribute(Some("text".to_owned()))
        .omit_stopped_video(true)
        .set_omit_stopped_video(Some(true))
        .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
        .set_video_aspect_ratio(Some(sdk::types::VideoAspectRatio::Auto))
        .video_fill_mode(sdk::types::VideoFillMode::Fill)
        .set_video_fill_mode(Some(sdk::types::VideoFillMode::Fill))
        .grid_gap(1)
        .set_grid_gap(Some(1))
        .participant_order_attribute("text")
        .set_participant_order_attribute(Some("text".to_owned()))
        .build()
}
pub fn struct_ingest_configuration(
    v: sdk::types::IngestConfiguration,
) -> sdk::types::IngestConfiguration {
    let _: Option<&str> = v.name();
    let _: &str = v.arn();
    let _: &sdk::types::IngestProtocol = v.ingest_protocol();
    let _: &str = v.stream_key();
    let _: &str = v.stage_arn();
    let _: &str = v.participant_id();
    let _: &sdk::types::IngestConfigurationState = v.state();
    let _: Option<&str> = v.user_id();
    let _: bool = v.redundant_ingest();
    let _: &[sdk::types::RedundantIngestCredential] = v.redundant_ingest_credentials();
    let _: Option<&std::collections::HashMap<String, String>> = v.attributes();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::IngestConfiguration::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .ingest_protocol(sdk::types::IngestProtocol::Rtmp)
        .set_ingest_protocol(Some(sdk::types::IngestProtocol::Rtmp))
        .stream_key("text")
        .set_stream_key(Some("text".to_owned()))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .state(sdk::types::IngestConfigurationState::Active)
        .set_state(Some(sdk::types::IngestConfigurationState::Active))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .redundant_ingest_credentials(
            sdk::types::RedundantIngestCredential::builder()
                .participant_id("text")
                .stream_key("text")
                .build(),
        )
        .set_redundant_ingest_credentials(Some(vec![
            sdk::types::RedundantIngestCredential::builder()
                .participant_id("text")
                .stream_key("text")
                .build(),
        ]))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_ingest_configuration_summary(
    v: sdk::types::IngestConfigurationSummary,
) -> sdk::types::IngestConfigurationSummary {
    let _: Option<&str> = v.name();
    let _: &str = v.arn();
    let _: &sdk::types::IngestProtocol = v.ingest_protocol();
    let _: &str = v.stage_arn();
    let _: &str = v.participant_id();
    let _: &sdk::types::IngestConfigurationState = v.state();
    let _: Option<&str> = v.user_id();
    let _: bool = v.redundant_ingest();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::IngestConfigurationSummary::builder()
        .name("text")
        .set_name(Some("text".to_owned()))
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .ingest_protocol(sdk::types::IngestProtocol::Rtmp)
        .set_ingest_protocol(Some(sdk::types::IngestProtocol::Rtmp))
        .stage_arn("text")
        .set_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .state(sdk::types::IngestConfigurationState::Active)
        .set_state(Some(sdk::types::IngestConfigurationState::Active))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .build()
        .unwrap()
}
pub fn struct_layout_configuration(
    v: sdk::types::LayoutConfiguration,
) -> sdk::types::LayoutConfiguration {
    let _: Option<&sdk::types::GridConfiguration> = v.grid();
    let _: Option<&sdk::types::PipConfiguration> = v.pip();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::LayoutConfiguration::builder()
        .grid(
            sdk::types::GridConfiguration::builder()
                .featured_participant_attribute("text")
                .omit_stopped_video(true)
                .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                .video_fill_mode(sdk::types::VideoFillMode::Fill)
                .grid_gap(1)
                .participant_order_attribute("text")
                .build(),
        )
        .set_grid(Some(
            sdk::types::GridConfiguration::builder()
                .featured_participant_attribute("text")
                .omit_stopped_video(true)
                .video_aspect_ratio(sdk::types::VideoAspectRatio::Auto)
                .video_fill_mode(sdk::types::VideoFillMode::Fill)
                .grid_gap(1)
                .participant_order_attribute("text")
                .build(),
        ))
        .pip(
            sdk::types::PipConfiguration::builder()
                .featured_participant_attribute("text")
                .omit_stopped_video(true)
                .video_fill_mode(sdk::types::VideoFillMode::Fill)
                .grid_gap(1)
                .pip_participant_attribute("text")
                .pip_behavior(sdk::types::PipBehavior::Static)
                .pip_offset(1)
                .pip_position(sdk::types::PipPosition::TopLeft)
                .pip_width(1)
                .pip_height(1)
                .participant_order_attribute("text")
                .build(),
        )
        .set_pip(Some(
            sdk::types::PipConfiguration::builder()
                .featured_participant_attribute("text")
                .omit_stopped_video(true)
                .video_fill_mode(sdk::types::VideoFillMode::Fill)
                .grid_gap(1)
                .pip_participant_attribute("text")
                .pip_behavior(sdk::types::PipBehavior::Static)
                .pip_offset(1)
                .pip_position(sdk::types::PipPosition::TopLeft)
                .pip_width(1)
                .pip_height(1)
                .participant_order_attribute("text")
                .build(),
        ))
        .build()
}
pub fn struct_participant(v: sdk::types::Participant) -> sdk::types::Participant {
    let _: Option<&str> = v.participant_id();
    let _: Option<&str> = v.user_id();
    let _: Option<&sdk::types::ParticipantState> = v.state();
    let _: Option<&sdk::primitives::DateTime> = v.first_join_time();
    let _: Option<&std::collections::HashMap<String, String>> = v.attributes();
    let _: bool = v.published();
    let _: Option<&str> = v.isp_name();
    let _: Option<&str> = v.os_name();
    let _: Option<&str> = v.os_version();
    let _: Option<&str> = v.browser_name();
    let _: Option<&str> = v.browser_version();
    let _: Option<&str> = v.sdk_version();
    let _: Option<&str> = v.recording_s3_bucket_name();
    let _: Option<&str> = v.recording_s3_prefix();
    let _: Option<&sdk::types::ParticipantRecordingState> = v.recording_state();
    let _: Option<&sdk::types::ParticipantProtocol> = v.protocol();
    let _: Option<&sdk::types::ReplicationType> = v.replication_type();
    let _: Option<&sdk::types::ReplicationState> = v.replication_state();
    let _: Option<&str> = v.source_stage_arn();
    let _: Option<&str> = v.source_session_id();
    let _: bool = v.redundant_ingest();
    let _: Option<&str> = v.ingest_configuration_arn();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Participant::builder()
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .state(sdk::types::ParticipantState::Connected)
        .set_state(Some(sdk::types::ParticipantState::Connected))
        .first_join_time(sdk::primitives::DateTime::from_secs(1))
        .set_first_join_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .published(true)
        .set_published(Some(true))
        .isp_name("text")
        .set_isp_name(Some("text".to_owned()))
        .os_name("text")
        .set_os_name(Some("text".to_owned()))
        .os_version("text")
        .set_os_version(Some("text".to_owned()))
        .browser_name("text")
        .set_browser_name(Some("text".to_owned()))
        .browser_version("text")
        .set_browser_version(Some("text".to_owned()))
        .sdk_version("text")
        .set_sdk_version(Some("text".to_owned()))
        .recording_s3_bucket_name("text")
        .set_recording_s3_bucket_name(Some("text".to_owned()))
        .recording_s3_prefix("text")
        .set_recording_s3_prefix(Some("text".to_owned()))
        .recording_state(sdk::types::ParticipantRecordingState::Starting)
        .set_recording_state(Some(sdk::types::ParticipantRecordingState::Starting))
        .protocol(sdk::types::ParticipantProtocol::UnknownValue)
        .set_protocol(Some(sdk::types::ParticipantProtocol::UnknownValue))
        .replication_type(sdk::types::ReplicationType::Source)
        .set_replication_type(Some(sdk::types::ReplicationType::Source))
        .replication_state(sdk::types::ReplicationState::Active)
        .set_replication_state(Some(sdk::types::ReplicationState::Active))
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .source_session_id("text")
        .set_source_session_id(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .ingest_configuration_arn("text")
        .set_ingest_configuration_arn(Some("text".to_owned()))
        .build()
}
pub fn struct_participant_recording_hls_configuration(
    v: sdk::types::ParticipantRecordingHlsConfiguration,
) -> sdk::types::ParticipantRecordingHlsConfiguration {
    let _: Option<i32> = v.target_segment_duration_seconds();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantRecordingHlsConfiguration::builder()
        .target_segment_duration_seconds(1)
        .set_target_segment_duration_seconds(Some(1))
        .build()
}
pub fn struct_participant_replica(
    v: sdk::types::ParticipantReplica,
) -> sdk::types::ParticipantReplica {
    let _: &str = v.source_stage_arn();
    let _: &str = v.participant_id();
    let _: &str = v.source_session_id();
    let _: &str = v.destination_stage_arn();
    let _: &str = v.destination_session_id();
    let _: &sdk::types::ReplicationState = v.replication_state();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantReplica::builder()
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .source_session_id("text")
        .set_source_session_id(Some("text".to_owned()))
        .destination_stage_arn("text")
        .set_destination_stage_arn(Some("text".to_owned()))
        .destination_session_id("text")
        .set_destination_session_id(Some("text".to_owned()))
        .replication_state(sdk::types::ReplicationState::Active)
        .set_replication_state(Some(sdk::types::ReplicationState::Active))
        .build()
        .unwrap()
}
pub fn struct_participant_summary(
    v: sdk::types::ParticipantSummary,
) -> sdk::types::ParticipantSummary {
    let _: Option<&str> = v.participant_id();
    let _: Option<&str> = v.user_id();
    let _: Option<&sdk::types::ParticipantState> = v.state();
    let _: Option<&sdk::primitives::DateTime> = v.first_join_time();
    let _: bool = v.published();
    let _: Option<&sdk::types::ParticipantRecordingState> = v.recording_state();
    let _: Option<&sdk::types::ReplicationType> = v.replication_type();
    let _: Option<&sdk::types::ReplicationState> = v.replication_state();
    let _: Option<&str> = v.source_stage_arn();
    let _: Option<&str> = v.source_session_id();
    let _: bool = v.redundant_ingest();
    let _: Option<&str> = v.ingest_configuration_arn();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantSummary::builder()
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .state(sdk::types::ParticipantState::Connected)
        .set_state(Some(sdk::types::ParticipantState::Connected))
        .first_join_time(sdk::primitives::DateTime::from_secs(1))
        .set_first_join_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .published(true)
        .set_published(Some(true))
        .recording_state(sdk::types::ParticipantRecordingState::Starting)
        .set_recording_state(Some(sdk::types::ParticipantRecordingState::Starting))
        .replication_type(sdk::types::ReplicationType::Source)
        .set_replication_type(Some(sdk::types::ReplicationType::Source))
        .replication_state(sdk::types::ReplicationState::Active)
        .set_replication_state(Some(sdk::types::ReplicationState::Active))
        .source_stage_arn("text")
        .set_source_stage_arn(Some("text".to_owned()))
        .source_session_id("text")
        .set_source_session_id(Some("text".to_owned()))
        .redundant_ingest(true)
        .set_redundant_ingest(Some(true))
        .ingest_configuration_arn("text")
        .set_ingest_configuration_arn(Some("text".to_owned()))
        .build()
}
pub fn struct_participant_thumbnail_configuration(
    v: sdk::types::ParticipantThumbnailConfiguration,
) -> sdk::types::ParticipantThumbnailConfiguration {
    let _: Option<i32> = v.target_interval_seconds();
    let _: &[sdk::types::ThumbnailStorageType] = v.storage();
    let _: Option<&sdk::types::ThumbnailRecordingMode> = v.recording_mode();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantThumbnailConfiguration::builder()
        .target_interval_seconds(1)
        .set_target_interval_seconds(Some(1))
        .storage(sdk::types::ThumbnailStorageType::Sequential)
        .set_storage(Some(vec![sdk::types::ThumbnailStorageType::Sequential]))
        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
        .set_recording_mode(Some(sdk::types::ThumbnailRecordingMode::Interval))
        .build()
}
pub fn struct_participant_token(v: sdk::types::ParticipantToken) -> sdk::types::ParticipantToken {
    let _: Option<&str> = v.participant_id();
    let _: Option<&str> = v.token();
    let _: Option<&str> = v.user_id();
    let _: Option<&std::collections::HashMap<String, String>> = v.attributes();
    let _: Option<i32> = v.duration();
    let _: &[sdk::types::ParticipantTokenCapability] = v.capabilities();
    let _: Option<&sdk::primitives::DateTime> = v.expiration_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantToken::builder()
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .token("text")
        .set_token(Some("text".to_owned()))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .duration(1)
        .set_duration(Some(1))
        .capabilities(sdk::types::ParticipantTokenCapability::Publish)
        .set_capabilities(Some(vec![sdk::types::ParticipantTokenCapability::Publish]))
        .expiration_time(sdk::primitives::DateTime::from_secs(1))
        .set_expiration_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
}
pub fn struct_participant_token_configuration(
    v: sdk::types::ParticipantTokenConfiguration,
) -> sdk::types::ParticipantTokenConfiguration {
    let _: Option<i32> = v.duration();
    let _: Option<&str> = v.user_id();
    let _: Option<&std::collections::HashMap<String, String>> = v.attributes();
    let _: &[sdk::types::ParticipantTokenCapability] = v.capabilities();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::ParticipantTokenConfiguration::builder()
        .duration(1)
        .set_duration(Some(1))
        .user_id("text")
        .set_user_id(Some("text".to_owned()))
        .attributes("text".to_owned(), "text".to_owned())
        .set_attributes(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .capabilities(sdk::types::ParticipantTokenCapability::Publish)
        .set_capabilities(Some(vec![sdk::types::ParticipantTokenCapability::Publish]))
        .build()
}
pub fn struct_pip_configuration(v: sdk::types::PipConfiguration) -> sdk::types::PipConfiguration {
    let _: Option<&str> = v.featured_participant_attribute();
    let _: bool = v.omit_stopped_video();
    let _: Option<&sdk::types::VideoFillMode> = v.video_fill_mode();
    let _: i32 = v.grid_gap();
    let _: Option<&str> = v.pip_participant_attribute();
    let _: Option<&sdk::types::PipBehavior> = v.pip_behavior();
    let _: i32 = v.pip_offset();
    let _: Option<&sdk::types::PipPosition> = v.pip_position();
    let _: Option<i32> = v.pip_width();
    let _: Option<i32> = v.pip_height();
    let _: Option<&str> = v.participant_order_attribute();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::PipConfiguration::builder()
        .featured_participant_attribute("text")
        .set_featured_participant_attribute(Some("text".to_owned()))
        .omit_stopped_video(true)
        .set_omit_stopped_video(Some(true))
        .video_fill_mode(sdk::types::VideoFillMode::Fill)
        .set_video_fill_mode(Some(sdk::types::VideoFillMode::Fill))
        .grid_gap(1)
        .set_grid_gap(Some(1))
        .pip_participant_attribute("text")
        .set_pip_participant_attribute(Some("text".to_owned()))
        .pip_behavior(sdk::types::PipBehavior::Static)
        .set_pip_behavior(Some(sdk::types::PipBehavior::Static))
        .pip_offset(1)
        .set_pip_offset(Some(1))
        .pip_position(sdk::types::PipPosition::TopLeft)
        .set_pip_position(Some(sdk::types::PipPosition::TopLeft))
        .pip_width(1)
        .set_pip_width(Some(1))
        .pip_height(1)
        .set_pip_height(Some(1))
        .participant_order_attribute("text")
        .set_participant_order_attribute(Some("text".to_owned()))
        .build()
}
pub fn struct_public_key(v: sdk::types::PublicKey) -> sdk::types::PublicKey {
    let _: Option<&str> = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&str> = v.public_key_material();
    let _: Option<&str> = v.fingerprint();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::PublicKey::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .public_key_material("text")
        .set_public_key_material(Some("text".to_owned()))
        .fingerprint("text")
        .set_fingerprint(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
}
pub fn struct_public_key_summary(v: sdk::types::PublicKeySummary) -> sdk::types::PublicKeySummary {
    let _: Option<&str> = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::PublicKeySummary::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
}
pub fn struct_recording_configuration(
    v: sdk::types::RecordingConfiguration,
) -> sdk::types::RecordingConfiguration {
    let _: Option<&sdk::types::CompositionRecordingHlsConfiguration> = v.hls_configuration();
    let _: Option<&sdk::types::RecordingConfigurationFormat> = v.format();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::RecordingConfiguration::builder()
        .hls_configuration(
            sdk::types::CompositionRecordingHlsConfiguration::builder()
                .target_segment_duration_seconds(1)
                .build(),
        )
        .set_hls_configuration(Some(
            sdk::types::CompositionRecordingHlsConfiguration::builder()
                .target_segment_duration_seconds(1)
                .build(),
        ))
        .format(sdk::types::RecordingConfigurationFormat::Hls)
        .set_format(Some(sdk::types::RecordingConfigurationFormat::Hls))
        .build()
}
pub fn struct_redundant_ingest_credential(
    v: sdk::types::RedundantIngestCredential,
) -> sdk::types::RedundantIngestCredential {
    let _: Option<&str> = v.participant_id();
    let _: Option<&str> = v.stream_key();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::RedundantIngestCredential::builder()
        .participant_id("text")
        .set_participant_id(Some("text".to_owned()))
        .stream_key("text")
        .set_stream_key(Some("text".to_owned()))
        .build()
}
pub fn struct_s3_destination_configuration(
    v: sdk::types::S3DestinationConfiguration,
) -> sdk::types::S3DestinationConfiguration {
    let _: &str = v.storage_configuration_arn();
    let _: &[String] = v.encoder_configuration_arns();
    let _: Option<&sdk::types::RecordingConfiguration> = v.recording_configuration();
    let _: &[sdk::types::CompositionThumbnailConfiguration] = v.thumbnail_configurations();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::S3DestinationConfiguration::builder()
        .storage_configuration_arn("text")
        .set_storage_configuration_arn(Some("text".to_owned()))
        .encoder_configuration_arns("text".to_owned())
        .set_encoder_configuration_arns(Some(vec!["text".to_owned()]))
        .recording_configuration(
            sdk::types::RecordingConfiguration::builder()
                .hls_configuration(
                    sdk::types::CompositionRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .format(sdk::types::RecordingConfigurationFormat::Hls)
                .build(),
        )
        .set_recording_configuration(Some(
            sdk::types::RecordingConfiguration::builder()
                .hls_configuration(
                    sdk::types::CompositionRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .format(sdk::types::RecordingConfigurationFormat::Hls)
                .build(),
        ))
        .thumbnail_configurations(
            sdk::types::CompositionThumbnailConfiguration::builder()
                .target_interval_seconds(1)
                .storage(sdk::types::ThumbnailStorageType::Sequential)
                .build(),
        )
        .set_thumbnail_configurations(Some(vec![
            sdk::types::CompositionThumbnailConfiguration::builder()
                .target_interval_seconds(1)
                .storage(sdk::types::ThumbnailStorageType::Sequential)
                .build(),
        ]))
        .build()
        .unwrap()
}
pub fn struct_s3_detail(v: sdk::types::S3Detail) -> sdk::types::S3Detail {
    let _: &str = v.recording_prefix();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::S3Detail::builder()
        .recording_prefix("text")
        .set_recording_prefix(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn struct_s3_storage_configuration(
    v: sdk::types::S3StorageConfiguration,
) -> sdk::types::S3StorageConfiguration {
    let _: &str = v.bucket_name();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::S3StorageConfiguration::builder()
        .bucket_name("text")
        .set_bucket_name(Some("text".to_owned()))
        .build()
        .unwrap()
}
pub fn struct_stage(v: sdk::types::Stage) -> sdk::types::Stage {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&str> = v.active_session_id();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _: Option<&sdk::types::AutoParticipantRecordingConfiguration> =
        v.auto_participant_recording_configuration();
    let _: Option<&sdk::types::StageEndpoints> = v.endpoints();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Stage::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .active_session_id("text")
        .set_active_session_id(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .auto_participant_recording_configuration(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        )
        .set_auto_participant_recording_configuration(Some(
            sdk::types::AutoParticipantRecordingConfiguration::builder()
                .storage_configuration_arn("text")
                .media_types(sdk::types::ParticipantRecordingMediaType::AudioVideo)
                .thumbnail_configuration(
                    sdk::types::ParticipantThumbnailConfiguration::builder()
                        .target_interval_seconds(1)
                        .storage(sdk::types::ThumbnailStorageType::Sequential)
                        .recording_mode(sdk::types::ThumbnailRecordingMode::Interval)
                        .build(),
                )
                .recording_reconnect_window_seconds(1)
                .hls_configuration(
                    sdk::types::ParticipantRecordingHlsConfiguration::builder()
                        .target_segment_duration_seconds(1)
                        .build(),
                )
                .record_participant_replicas(true)
                .build()
                .unwrap(),
        ))
        .endpoints(
            sdk::types::StageEndpoints::builder()
                .events("text")
                .whip("text")
                .rtmp("text")
                .rtmps("text")
                .build(),
        )
        .set_endpoints(Some(
            sdk::types::StageEndpoints::builder()
                .events("text")
                .whip("text")
                .rtmp("text")
                .rtmps("text")
                .build(),
        ))
        .build()
        .unwrap()
}
pub fn struct_stage_endpoints(v: sdk::types::StageEndpoints) -> sdk::types::StageEndpoints {
    let _: Option<&str> = v.events();
    let _: Option<&str> = v.whip();
    let _: Option<&str> = v.rtmp();
    let _: Option<&str> = v.rtmps();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StageEndpoints::builder()
        .events("text")
        .set_events(Some("text".to_owned()))
        .whip("text")
        .set_whip(Some("text".to_owned()))
        .rtmp("text")
        .set_rtmp(Some("text".to_owned()))
        .rtmps("text")
        .set_rtmps(Some("text".to_owned()))
        .build()
}
pub fn struct_stage_session(v: sdk::types::StageSession) -> sdk::types::StageSession {
    let _: Option<&str> = v.session_id();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StageSession::builder()
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
}
pub fn struct_stage_session_summary(
    v: sdk::types::StageSessionSummary,
) -> sdk::types::StageSessionSummary {
    let _: Option<&str> = v.session_id();
    let _: Option<&sdk::primitives::DateTime> = v.start_time();
    let _: Option<&sdk::primitives::DateTime> = v.end_time();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StageSessionSummary::builder()
        .session_id("text")
        .set_session_id(Some("text".to_owned()))
        .start_time(sdk::primitives::DateTime::from_secs(1))
        .set_start_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .end_time(sdk::primitives::DateTime::from_secs(1))
        .set_end_time(Some(sdk::primitives::DateTime::from_secs(1)))
        .build()
}
pub fn struct_stage_summary(v: sdk::types::StageSummary) -> sdk::types::StageSummary {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&str> = v.active_session_id();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StageSummary::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .active_session_id("text")
        .set_active_session_id(Some("text".to_owned()))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_storage_configuration(
    v: sdk::types::StorageConfiguration,
) -> sdk::types::StorageConfiguration {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&sdk::types::S3StorageConfiguration> = v.s3();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StorageConfiguration::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .s3(sdk::types::S3StorageConfiguration::builder()
            .bucket_name("text")
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3StorageConfiguration::builder()
                .bucket_name("text")
                .build()
                .unwrap(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_storage_configuration_summary(
    v: sdk::types::StorageConfigurationSummary,
) -> sdk::types::StorageConfigurationSummary {
    let _: &str = v.arn();
    let _: Option<&str> = v.name();
    let _: Option<&sdk::types::S3StorageConfiguration> = v.s3();
    let _: Option<&std::collections::HashMap<String, String>> = v.tags();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::StorageConfigurationSummary::builder()
        .arn("text")
        .set_arn(Some("text".to_owned()))
        .name("text")
        .set_name(Some("text".to_owned()))
        .s3(sdk::types::S3StorageConfiguration::builder()
            .bucket_name("text")
            .build()
            .unwrap())
        .set_s3(Some(
            sdk::types::S3StorageConfiguration::builder()
                .bucket_name("text")
                .build()
                .unwrap(),
        ))
        .tags("text".to_owned(), "text".to_owned())
        .set_tags(Some(std::collections::HashMap::from([(
            "text".to_owned(),
            "text".to_owned(),
        )])))
        .build()
        .unwrap()
}
pub fn struct_video(v: sdk::types::Video) -> sdk::types::Video {
    let _: Option<i32> = v.width();
    let _: Option<i32> = v.height();
    let _: Option<f32> = v.framerate();
    let _: Option<i32> = v.bitrate();
    let _ = format!("{v:?}");
    let _ = v.clone() == v;
    sdk::types::Video::builder()
        .width(1)
        .set_width(Some(1))
        .height(1)
        .set_height(Some(1))
        .framerate(1.0)
        .set_framerate(Some(1.0))
        .bitrate(1)
        .set_bitrate(Some(1))
        .build()
}
