//! Where a call goes whose input and client have something to say to the endpoint rules.

use ivs_realtime::config::{Builder, Credentials};
use ivs_realtime::runtime::client::{Async, Caller, CustomizableOperation, Service};
use ivs_realtime::runtime::config::Config;
use ivs_realtime::runtime::endpoint::{ContextParams, Endpoint, EndpointError};
use ivs_realtime::runtime::error::BuildError;
use ivs_realtime::runtime::validate::Validate;
use ivs_realtime::runtime::{Bytes, Operation, http};

use crate::support::Recorder;

/// Fetches something from a bucket.
#[derive(Clone, Debug, Default)]
struct Get {
    bucket: Option<String>,
    zone: Option<String>,
}

impl Validate for Get {}

impl Operation for Get {
    const NAME: &'static str = "Get";
    type Output = ();
    type Error = ivs_realtime::Error;

    fn request(&self) -> Result<http::Request<Bytes>, BuildError> {
        http::RequestBuilder::new(http::Method::GET).build()
    }

    fn response(_: &http::Response<Bytes>) -> Result<(), Self::Error> {
        Ok(())
    }

    fn context_params(&self) -> Result<ContextParams, BuildError> {
        Ok(ContextParams::new()
            .with_required("Bucket", "bucket", self.bucket.as_ref())?
            .with_string("Zone", self.zone.as_ref()))
    }
}

static BUCKETS: Service = Service {
    sdk_id: "Buckets",
    signing_name: Some("buckets"),
    crate_version: "1.2.3",
    needs_account_id: false,
    endpoint: |_: &Config, given: &ContextParams| -> Result<Endpoint, EndpointError> {
        let bucket = given.string("Bucket").unwrap_or_default();
        let zone = given.string("Zone").unwrap_or("nowhere".to_owned());
        Ok(Endpoint::new(format!(
            "https://{bucket}.{zone}.example.com"
        )))
    },
};

fn settings(recorder: &Recorder) -> Builder {
    Config::builder()
        .region("eu-west-1")
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .transport(recorder.transport())
}

fn get(bucket: &str, zone: Option<&str>) -> Get {
    Get {
        bucket: Some(bucket.to_owned()),
        zone: zone.map(str::to_owned),
    }
}

#[tokio::test]
async fn a_call_goes_where_its_input_leads() {
    let recorder = Recorder::default();
    let here = settings(&recorder).context_param("Zone", "here".to_owned().into());
    let client = Async::new(&BUCKETS, here.build());
    client.send(get("a", None)).await.unwrap();
    client.send(get("b", None)).await.unwrap();
    client.send(get("a", Some("there"))).await.unwrap();
    let elsewhere = Config::builder().context_param("Zone", "elsewhere".to_owned().into());
    let call = CustomizableOperation::new(client.clone(), get("a", None));
    call.config_override(elsewhere).send().await.unwrap();
    let plain = Async::new(&BUCKETS, settings(&recorder).build());
    plain.send(get("a", None)).await.unwrap();
    let requests = recorder.requests();
    let hosts: Vec<_> = requests
        .iter()
        .map(|request| request.uri().host().unwrap())
        .collect();
    assert_eq!(
        hosts,
        [
            "a.here.example.com",
            "b.here.example.com",
            "a.there.example.com",
            "a.elsewhere.example.com",
            "a.nowhere.example.com",
        ]
    );
}

#[tokio::test]
async fn nothing_is_sent_while_it_is_not_known_where_to() {
    let recorder = Recorder::default();
    let client = Async::new(&BUCKETS, settings(&recorder).build());
    for input in [get(" ", None), Get::default()] {
        let error = client.send(input).await.unwrap_err();
        let error = ivs_realtime::error::DisplayErrorContext(&error).to_string();
        assert!(error.contains("bucket"), "{error}");
    }
    assert!(recorder.requests().is_empty());
}
