//! What a client says of itself.

use std::fmt::Write;

use http::HeaderValue;

use crate::runtime::client::Service;
use crate::runtime::config::{AppName, is_token};

/// What a client or a call makes use of, as a letter in the user agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runtime) enum Feature {
    /// Waiting for a state.
    Waiter,
    /// Paging through a list.
    Paginator,
    /// Retries in the standard mode.
    StandardRetry,
    /// Retries in the adaptive mode.
    AdaptiveRetry,
    /// An endpoint that the user gave.
    EndpointOverride,
}

impl Feature {
    fn letter(self) -> char {
        match self {
            Self::Waiter => 'B',
            Self::Paginator => 'C',
            Self::StandardRetry => 'E',
            Self::AdaptiveRetry => 'F',
            Self::EndpointOverride => 'N',
        }
    }
}

/// The user agent: the crate, the grammar's version, the API, the system, the language, where it runs, the features
/// in use, the application.
pub(super) fn user_agent(
    service: &Service,
    execution_environment: Option<&str>,
    features: &[Feature],
    app_name: Option<&AppName>,
) -> HeaderValue {
    let (id, version) = (service.id(), service.crate_version);
    let mut text = format!(
        "ivs-realtime-rs/{} ua/2.1 api/{}/{} os/{} lang/rust/{}",
        env!("CARGO_PKG_VERSION"),
        token(&id),
        token(version),
        operating_system(),
        env!("CARGO_PKG_RUST_VERSION"),
    );
    if let Some(environment) = execution_environment {
        let _ = write!(text, " exec-env/{}", token(environment));
    }
    if !features.is_empty() {
        let letters: Vec<String> = features
            .iter()
            .map(|feature| feature.letter().to_string())
            .collect();
        let _ = write!(text, " m/{}", letters.join(","));
    }
    if let Some(app_name) = app_name {
        let _ = write!(text, " app/{app_name}");
    }
    // All of it is ASCII that can stand in a token.
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static("ivs-realtime-rs"))
}

/// Puts `-` in the place of what cannot stand in a token.
fn token(text: &str) -> String {
    text.chars()
        .map(|character| match u8::try_from(character) {
            Ok(byte) if is_token(byte) => character,
            _ => '-',
        })
        .collect()
}

fn operating_system() -> &'static str {
    match std::env::consts::OS {
        known @ ("linux" | "windows" | "macos" | "android" | "ios") => known,
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::endpoint::Endpoint;

    const SERVICE: Service = Service {
        sdk_id: "IVS RealTime",
        signing_name: Some("ivs"),
        crate_version: "1.2.3",
        needs_account_id: false,
        endpoint: |_, _| Ok(Endpoint::new("https://example.com")),
    };

    #[test]
    fn follows_the_grammar() {
        let app_name = AppName::new("my-app").unwrap();
        let plain = user_agent(&SERVICE, None, &[], None);
        let text = plain.to_str().unwrap();
        assert!(text.starts_with("ivs-realtime-rs/"), "{text}");
        assert!(text.contains(" ua/2.1 api/ivsrealtime/1.2.3 os/"), "{text}");
        assert!(text.contains(" lang/rust/1."), "{text}");

        let features = [Feature::StandardRetry, Feature::EndpointOverride];
        let full = user_agent(&SERVICE, Some("AWS Lambda/é"), &features, Some(&app_name));
        let full = full.to_str().unwrap();
        let rest = full.strip_prefix(text).unwrap();
        assert_eq!(rest, " exec-env/AWS-Lambda-- m/E,N app/my-app");
    }
}
