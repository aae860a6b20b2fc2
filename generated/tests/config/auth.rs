//! Which calls are signed, and what of them.

use ivs_realtime::config::{Builder, Credentials};
use ivs_realtime::runtime::client::{Async, Auth, Caller, Service};
use ivs_realtime::runtime::config::Config;
use ivs_realtime::runtime::endpoint::{ContextParams, Endpoint, EndpointError};
use ivs_realtime::runtime::error::BuildError;
use ivs_realtime::runtime::{Bytes, Operation, http};

use crate::support::Recorder;

/// An operation that says this of signatures.
struct Say<const AUTH: u8, const UNSIGNED_PAYLOAD: bool>;

const SIGNED: u8 = 0;
const OPTIONAL: u8 = 1;
const NONE: u8 = 2;

impl<const AUTH: u8, const UNSIGNED_PAYLOAD: bool> Operation for Say<AUTH, UNSIGNED_PAYLOAD> {
    const NAME: &'static str = "Say";
    const AUTH: Auth = match AUTH {
        SIGNED => Auth::Signed,
        OPTIONAL => Auth::Optional,
        _ => Auth::None,
    };
    const UNSIGNED_PAYLOAD: bool = UNSIGNED_PAYLOAD;
    type Output = ();
    type Error = ivs_realtime::Error;

    fn request(&self) -> Result<http::Request<Bytes>, BuildError> {
        let mut request = http::RequestBuilder::new(http::Method::POST);
        request.json_body(|object| object.string("word", Some("hello")));
        request.build()
    }

    fn response(_: &http::Response<Bytes>) -> Result<(), Self::Error> {
        Ok(())
    }
}

static WORDS: Service = Service {
    sdk_id: "Words",
    signing_name: Some("words"),
    crate_version: "1.2.3",
    needs_account_id: false,
    endpoint: |config: &Config, _: &ContextParams| -> Result<Endpoint, EndpointError> {
        let url = config.endpoint_url().unwrap_or("https://words.example.com");
        Ok(Endpoint::new(url))
    },
};

/// What a call that says this sends, of signatures; or why it cannot be sent.
async fn sent<const AUTH: u8, const UNSIGNED_PAYLOAD: bool>(
    settings: Builder,
) -> Result<(Option<String>, Option<String>), String> {
    let recorder = Recorder::default();
    let settings = settings
        .region("eu-west-1")
        .transport(recorder.transport())
        .build();
    let client = Async::new(&WORDS, settings);
    let call = client.send(Say::<AUTH, UNSIGNED_PAYLOAD>).await;
    call.map_err(|error| error.to_string())?;
    let requests = recorder.requests();
    let header = |name| {
        let value = requests[0].headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    let signed_headers = header("authorization").map(|authorization| {
        let (_, after) = authorization.split_once("SignedHeaders=").unwrap();
        after.split(',').next().unwrap().to_owned()
    });
    Ok((signed_headers, header("x-amz-content-sha256")))
}

fn credentials() -> Builder {
    Config::builder().credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
}

/// Credentials that nobody may ask for.
fn forbidden() -> Builder {
    #[derive(Debug)]
    struct Forbidden;
    impl ivs_realtime::config::ProvideCredentials for Forbidden {
        fn provide_credentials<'a>(
            &'a self,
        ) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            panic!("asked for credentials")
        }
    }
    Config::builder().credentials_provider(Forbidden)
}

const HEADERS: &str = "content-length;content-type;host;x-amz-date;x-amz-user-agent";

#[tokio::test]
async fn calls_are_signed_unless_the_operation_says_otherwise() {
    let signed = Ok((Some(HEADERS.to_owned()), None));
    let unsigned = Ok((None, None));
    assert_eq!(sent::<SIGNED, false>(credentials()).await, signed);
    assert_eq!(sent::<OPTIONAL, false>(credentials()).await, signed);
    assert_eq!(sent::<NONE, false>(credentials()).await, unsigned);
    assert_eq!(sent::<NONE, false>(forbidden()).await, unsigned);
}

#[tokio::test]
async fn without_credentials_only_a_call_that_needs_a_signature_fails() {
    let none = Config::builder;
    let error = sent::<SIGNED, false>(none()).await.unwrap_err();
    assert!(error.contains("no credentials are set"), "{error}");
    assert_eq!(sent::<OPTIONAL, false>(none()).await, Ok((None, None)));
    assert_eq!(sent::<NONE, false>(none()).await, Ok((None, None)));
}

#[tokio::test]
async fn a_body_is_left_out_of_the_signature_where_the_connection_is_encrypted() {
    let (headers, body) = sent::<SIGNED, true>(credentials()).await.unwrap();
    assert_eq!(body.as_deref(), Some("UNSIGNED-PAYLOAD"));
    assert!(headers.unwrap().contains(";x-amz-content-sha256;"));
    let plain = credentials().endpoint_url("http://127.0.0.1:8080");
    let (headers, body) = sent::<SIGNED, true>(plain).await.unwrap();
    assert_eq!((headers.as_deref(), body), (Some(HEADERS), None));
    assert_eq!(sent::<NONE, true>(credentials()).await, Ok((None, None)));
}
