//! A service, an environment, and a transport that remembers requests.

use std::future::{Ready, ready};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::Full;
use ivs_realtime::runtime::client::{Service, Transport};
use ivs_realtime::runtime::config::{Config, EnvironmentError};
use ivs_realtime::runtime::endpoint::Endpoint;

/// What must not be shown, in any part of it.
pub const SECRET: &str = "sEcReT-1234567890";

pub static SERVICE: Service = Service {
    sdk_id: "My Service",
    signing_name: Some("mine"),
    crate_version: "1.2.3",
    needs_account_id: false,
    endpoint: |_, _| Ok(Endpoint::new("https://example.com")),
};

/// What a client cannot do without.
pub const NEEDED: [(&str, &str); 3] = [
    ("AWS_REGION", "eu-west-1"),
    ("AWS_ACCESS_KEY_ID", "AKID"),
    ("AWS_SECRET_ACCESS_KEY", SECRET),
];

/// The settings of an environment with these variables alone.
pub fn from_variables(variables: &[(&str, &str)]) -> Result<Config, EnvironmentError> {
    Config::from_lookup(&SERVICE, &|name| {
        let found = variables.iter().rev().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

/// The same, with what a client cannot do without. `variables` go before it.
pub fn with(variables: &[(&str, &str)]) -> Config {
    from_variables(&[&NEEDED, variables].concat()).unwrap()
}

/// The error of an environment with these variables alone.
pub fn error(variables: &[(&str, &str)]) -> String {
    let error = from_variables(variables).unwrap_err();
    assert_eq!(format!("{error:?}"), format!("EnvironmentError: {error}"));
    error.to_string()
}

/// Remembers requests, and answers each with `{}`.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    requests: Arc<Mutex<Vec<http::Request<Full<Bytes>>>>>,
}

impl Recorder {
    pub fn transport(&self) -> Transport {
        Transport::from_service(self.clone())
    }

    pub fn requests(&self) -> Vec<http::Request<Full<Bytes>>> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }
}

impl tower_service::Service<http::Request<Full<Bytes>>> for Recorder {
    type Response = http::Response<Full<Bytes>>;
    type Error = std::io::Error;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Full<Bytes>>) -> Self::Future {
        self.requests.lock().unwrap().push(request);
        ready(Ok(http::Response::new(Full::from("{}"))))
    }
}
