//! Secrets are written on demand, and shown by no error.

use std::collections::HashMap;

use ivs_realtime::operation::create_participant_token::CreateParticipantTokenOutput;
use ivs_realtime::serde::with_secrets;
use ivs_realtime::types::{IngestConfiguration, ParticipantToken};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::every::{Data, Visitor, visit_all};
use crate::sample::SECRET;

fn token() -> ParticipantToken {
    ParticipantToken::builder()
        .participant_id("p-1")
        .token(SECRET)
        .build()
}

#[test]
fn a_secret_is_left_out_unless_it_is_asked_for() {
    let output = CreateParticipantTokenOutput::builder()
        .participant_token(token())
        .build();
    assert_eq!(
        serde_json::to_string(&output).unwrap(),
        r#"{"participantToken":{"participantId":"p-1"}}"#
    );
    let text = serde_json::to_string(&with_secrets(&output)).unwrap();
    assert_eq!(
        text,
        r#"{"participantToken":{"participantId":"p-1","token":"sEcReT-1234567890"}}"#
    );
    let read: CreateParticipantTokenOutput = serde_json::from_str(&text).unwrap();
    assert_eq!(read, output);
    // Writing with secrets leaves no trace.
    assert!(!serde_json::to_string(&output).unwrap().contains(SECRET));
}

/// Says whether any text that a type becomes has the secret.
#[derive(Default)]
struct Holders {
    shown: Vec<String>,
    holding: usize,
}

impl Visitor for Holders {
    fn visit<T: Data>(&mut self, sample: &Value) {
        let value: T = serde_json::from_value(sample.clone()).unwrap();
        let mut cbor = Vec::new();
        ciborium::into_writer(&value, &mut cbor).unwrap();
        self.shown.push(serde_json::to_string(&value).unwrap());
        self.shown.push(toml::to_string(&value).unwrap());
        self.shown.push(String::from_utf8_lossy(&cbor).into_owned());
        let all = serde_json::to_string(&with_secrets(&value)).unwrap();
        self.holding += usize::from(all.contains(SECRET));
    }
}

#[test]
fn no_type_shows_a_secret() {
    let mut holders = Holders::default();
    visit_all(&mut holders);
    for text in &holders.shown {
        assert!(!text.contains("sEcR"), "{text}");
    }
    // Outputs with tokens, and with stream keys.
    assert_eq!(holders.holding, 5);
}

#[test]
fn values_in_collections_are_written_with_their_secrets() {
    let tokens = vec![token()];
    let map = HashMap::from([("a".to_owned(), token())]);
    let all = [
        serde_json::to_string(&with_secrets(&tokens)),
        serde_json::to_string(&with_secrets(tokens.as_slice())),
        serde_json::to_string(&with_secrets(&tokens.first())),
        serde_json::to_string(&with_secrets(&Some(token()))),
        serde_json::to_string(&with_secrets(&Box::new(token()))),
        serde_json::to_string(&with_secrets(&map)),
    ];
    for text in all {
        assert!(text.unwrap().contains(SECRET));
    }
    assert!(!serde_json::to_string(&tokens).unwrap().contains(SECRET));
    let none: Option<ParticipantToken> = None;
    assert_eq!(serde_json::to_string(&with_secrets(&none)).unwrap(), "null");
    assert!(!format!("{:?}", with_secrets(&tokens)).contains(SECRET));
}

#[test]
fn a_type_of_ones_own_may_keep_them() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Session {
        #[serde(with = "ivs_realtime::serde::secrets")]
        kept: ParticipantToken,
        plain: ParticipantToken,
    }

    let session = Session {
        kept: token(),
        plain: token(),
    };
    let data = serde_json::to_value(&session).unwrap();
    assert_eq!(
        data,
        json!({
            "kept": {"participantId": "p-1", "token": SECRET},
            "plain": {"participantId": "p-1"},
        })
    );
    let read: Session = serde_json::from_value(data).unwrap();
    assert_eq!(read.kept, token());
    assert_eq!(read.plain.token(), None);
}

#[test]
fn a_required_secret_may_be_absent() {
    let text = r#"{"arn":"a","ingestProtocol":"RTMPS","stageArn":"b","participantId":"p","state":"ACTIVE"}"#;
    let read: IngestConfiguration = serde_json::from_str(text).unwrap();
    assert_eq!(read.stream_key(), "");
    let written: Value = serde_json::to_value(&read).unwrap();
    assert_eq!(written.get("streamKey"), None);
}

/// What is wrong with JSON, without what is there.
#[track_caller]
fn fault<T: DeserializeOwned>(data: &Value) -> String {
    let errors = [
        serde_json::from_value::<T>(data.clone()).err(),
        serde_json::from_str::<T>(&data.to_string()).err(),
    ];
    let errors: Vec<_> = errors.map(|error| error.expect("it is refused")).into();
    for error in &errors {
        let texts = format!("{error} {error:?}");
        assert!(
            !texts.contains("sEcR") && !texts.contains("8475"),
            "{texts}"
        );
    }
    errors[0].to_string()
}

#[test]
fn no_error_shows_what_stands_for_a_secret() {
    let wrong = "what is there for the secret `token` cannot be read";
    for value in [
        json!(8475),
        json!(8475.5),
        json!([SECRET]),
        json!({SECRET: SECRET}),
        json!(true),
    ] {
        assert_eq!(fault::<ParticipantToken>(&json!({"token": value})), wrong);
    }
    // In place of what holds it, too.
    for value in [json!(SECRET), json!(8475), json!([SECRET])] {
        fault::<ParticipantToken>(&value);
        fault::<CreateParticipantTokenOutput>(&json!({"participantToken": value}));
        fault::<IngestConfiguration>(&json!({"redundantIngestCredentials": value}));
    }
    let mut bytes = Vec::new();
    ciborium::into_writer(&json!({"token": [SECRET]}), &mut bytes).unwrap();
    let error = ciborium::from_reader::<ParticipantToken, _>(bytes.as_slice()).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("sEcR"));
    // TOML quotes its source beside the message.
    let text = format!("token = ['{SECRET}']");
    let error = toml::from_str::<ParticipantToken>(&text).unwrap_err();
    assert!(!error.message().contains("sEcR"), "{}", error.message());
}
