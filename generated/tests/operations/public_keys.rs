//! Public keys.

use ivs_realtime::operation::delete_public_key::{DeletePublicKeyInput, DeletePublicKeyOutput};
use ivs_realtime::operation::get_public_key::{GetPublicKeyInput, GetPublicKeyOutput};
use ivs_realtime::operation::import_public_key::{ImportPublicKeyInput, ImportPublicKeyOutput};
use ivs_realtime::operation::list_public_keys::{ListPublicKeysInput, ListPublicKeysOutput};
use ivs_realtime::types::{PublicKey, PublicKeySummary};

use crate::check::{lacks, output, reads, reads_nothing, sends, sends_all};

/// A public key with every member, as in [`A_KEY`].
fn key() -> PublicKey {
    PublicKey::builder()
        .arn("arn:key")
        .name("backend")
        .public_key_material("-----BEGIN PUBLIC KEY-----\nMHYw+/8=\n-----END PUBLIC KEY-----\n")
        .fingerprint("0a:1b")
        .tags("team", "video")
        .build()
}

const A_KEY: &str = r#"{"publicKey": {
    "arn": "arn:key",
    "name": "backend",
    "publicKeyMaterial": "-----BEGIN PUBLIC KEY-----\nMHYw+\/8=\n-----END PUBLIC KEY-----\u000a",
    "fingerprint": "0a:1b",
    "tags": {"team": "video"}
}}"#;

#[test]
fn import_public_key() {
    let fewest = ImportPublicKeyInput::builder()
        .public_key_material("-----BEGIN PUBLIC KEY-----\r\nMHYw+/8=\n-----END PUBLIC KEY-----\n");
    sends_all(
        "POST /ImportPublicKey",
        fewest.clone().tags("team", "video").name("backend").build(),
        r#"{"publicKeyMaterial":"-----BEGIN PUBLIC KEY-----\r\nMHYw+/8=\n-----END PUBLIC KEY-----\n",
        "name":"backend","tags":{"team":"video"}}"#,
    );
    sends(
        "POST /ImportPublicKey",
        fewest.build(),
        r#"{"publicKeyMaterial":"-----BEGIN PUBLIC KEY-----\r\nMHYw+/8=\n-----END PUBLIC KEY-----\n"}"#,
    );
    let without = ImportPublicKeyInput::builder().name("backend");
    lacks(without.build(), "public_key_material");
    let expected = ImportPublicKeyOutput::builder().public_key(key());
    reads::<ImportPublicKeyInput>(A_KEY, expected.build());
    reads_nothing::<ImportPublicKeyInput>(ImportPublicKeyOutput::builder().build());
}

#[test]
fn delete_public_key() {
    let input = DeletePublicKeyInput::builder().arn("arn:key");
    sends_all(
        "POST /DeletePublicKey",
        input.build(),
        r#"{"arn":"arn:key"}"#,
    );
    lacks(DeletePublicKeyInput::builder().build(), "arn");
    reads_nothing::<DeletePublicKeyInput>(DeletePublicKeyOutput::builder().build());
}

#[test]
fn get_public_key() {
    let input = GetPublicKeyInput::builder().arn("arn:key");
    sends_all("POST /GetPublicKey", input.build(), r#"{"arn":"arn:key"}"#);
    lacks(GetPublicKeyInput::builder().build(), "arn");
    let expected = GetPublicKeyOutput::builder().public_key(key());
    reads::<GetPublicKeyInput>(A_KEY, expected.build());
    reads_nothing::<GetPublicKeyInput>(GetPublicKeyOutput::builder().build());
    let output = output::<GetPublicKeyInput>(&[], r#"{"publicKey":{}}"#);
    assert_eq!(output.public_key(), Some(&PublicKey::builder().build()));
}

#[test]
fn list_public_keys() {
    let input = ListPublicKeysInput::builder()
        .next_token("2")
        .max_results(8);
    sends_all(
        "POST /ListPublicKeys",
        input.build(),
        r#"{"nextToken":"2","maxResults":8}"#,
    );
    sends(
        "POST /ListPublicKeys",
        ListPublicKeysInput::builder().build(),
        "{}",
    );
    let summary = PublicKeySummary::builder()
        .arn("arn:key")
        .name("backend")
        .tags("team", "video");
    let page = ListPublicKeysOutput::builder()
        .public_keys(summary.build())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListPublicKeysInput>(
        r#"{
            "publicKeys": [{"arn": "arn:key", "name": "backend", "tags": {"team": "video"}}],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.public_keys.clear();
    page.next_token = None;
    reads_nothing::<ListPublicKeysInput>(page);
    let output = output::<ListPublicKeysInput>(&[], r#"{"publicKeys":[{}]}"#);
    assert_eq!(output.public_keys(), [PublicKeySummary::builder().build()]);
}
