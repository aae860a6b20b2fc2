//! Storage configurations.

use ivs_realtime::operation::create_storage_configuration::{
    CreateStorageConfigurationInput, CreateStorageConfigurationOutput,
};
use ivs_realtime::operation::delete_storage_configuration::{
    DeleteStorageConfigurationInput, DeleteStorageConfigurationOutput,
};
use ivs_realtime::operation::get_storage_configuration::{
    GetStorageConfigurationInput, GetStorageConfigurationOutput,
};
use ivs_realtime::operation::list_storage_configurations::{
    ListStorageConfigurationsInput, ListStorageConfigurationsOutput,
};
use ivs_realtime::types::{
    S3StorageConfiguration, StorageConfiguration, StorageConfigurationSummary,
};

use crate::check::{lacks, output, reads, reads_nothing, sends, sends_all};

fn bucket(name: &str) -> S3StorageConfiguration {
    let s3 = S3StorageConfiguration::builder().bucket_name(name);
    s3.build().unwrap()
}

/// A storage configuration with every member, as in [`A_STORAGE`].
fn storage() -> StorageConfiguration {
    StorageConfiguration::builder()
        .arn("arn:storage")
        .name("tapes")
        .s3(bucket("my-bucket"))
        .tags("team", "video")
        .build()
        .unwrap()
}

const A_STORAGE: &str = r#"{"storageConfiguration": {
    "arn": "arn:storage",
    "name": "tapes",
    "s3": {"bucketName": "my-bucket"},
    "tags": {"team": "video"}
}}"#;

#[test]
fn create_storage_configuration() {
    let input = CreateStorageConfigurationInput::builder()
        .name("tapes")
        .s3(bucket("my-bucket"))
        .tags("team", "video");
    sends_all(
        "POST /CreateStorageConfiguration",
        input.build(),
        r#"{"name":"tapes","s3":{"bucketName":"my-bucket"},"tags":{"team":"video"}}"#,
    );
    let fewest = CreateStorageConfigurationInput::builder().s3(bucket(""));
    sends(
        "POST /CreateStorageConfiguration",
        fewest.build(),
        r#"{"s3":{"bucketName":""}}"#,
    );
    let without = CreateStorageConfigurationInput::builder().name("tapes");
    lacks(without.build(), "s3");
    let expected = CreateStorageConfigurationOutput::builder().storage_configuration(storage());
    reads::<CreateStorageConfigurationInput>(A_STORAGE, expected.build());
    let empty = CreateStorageConfigurationOutput::builder().build();
    reads_nothing::<CreateStorageConfigurationInput>(empty);
}

#[test]
fn delete_storage_configuration() {
    let input = DeleteStorageConfigurationInput::builder().arn("arn:storage");
    sends_all(
        "POST /DeleteStorageConfiguration",
        input.build(),
        r#"{"arn":"arn:storage"}"#,
    );
    lacks(DeleteStorageConfigurationInput::builder().build(), "arn");
    let empty = DeleteStorageConfigurationOutput::builder().build();
    reads_nothing::<DeleteStorageConfigurationInput>(empty);
}

#[test]
fn get_storage_configuration() {
    let input = GetStorageConfigurationInput::builder().arn("arn:storage");
    sends_all(
        "POST /GetStorageConfiguration",
        input.build(),
        r#"{"arn":"arn:storage"}"#,
    );
    lacks(GetStorageConfigurationInput::builder().build(), "arn");
    let expected = GetStorageConfigurationOutput::builder().storage_configuration(storage());
    reads::<GetStorageConfigurationInput>(A_STORAGE, expected.build());
    let empty = GetStorageConfigurationOutput::builder().build();
    reads_nothing::<GetStorageConfigurationInput>(empty);

    let body = r#"{"storageConfiguration":{"s3":{}}}"#;
    let output = output::<GetStorageConfigurationInput>(&[], body);
    let expected = StorageConfiguration::builder().arn("").s3(bucket(""));
    assert_eq!(
        output.storage_configuration(),
        Some(&expected.build().unwrap())
    );
}

#[test]
fn list_storage_configurations() {
    let input = ListStorageConfigurationsInput::builder()
        .next_token("2")
        .max_results(6);
    sends_all(
        "POST /ListStorageConfigurations",
        input.build(),
        r#"{"nextToken":"2","maxResults":6}"#,
    );
    sends(
        "POST /ListStorageConfigurations",
        ListStorageConfigurationsInput::builder().build(),
        "{}",
    );
    let summary = StorageConfigurationSummary::builder()
        .arn("arn:storage")
        .name("tapes")
        .s3(bucket("my-bucket"))
        .tags("team", "video");
    let page = ListStorageConfigurationsOutput::builder()
        .storage_configurations(summary.build().unwrap())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListStorageConfigurationsInput>(
        r#"{
            "storageConfigurations": [{
                "arn": "arn:storage",
                "name": "tapes",
                "s3": {"bucketName": "my-bucket"},
                "tags": {"team": "video"}
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.storage_configurations.clear();
    page.next_token = None;
    reads_nothing::<ListStorageConfigurationsInput>(page);

    let body = r#"{"storageConfigurations":[{}]}"#;
    let output = output::<ListStorageConfigurationsInput>(&[], body);
    let empty = StorageConfigurationSummary::builder().arn("").build();
    assert_eq!(output.storage_configurations(), [empty.unwrap()]);
}
