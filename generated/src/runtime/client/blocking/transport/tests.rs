use aws_smithy_types::timeout::TimeoutConfig;

use super::super::tests::core;
use super::*;
use crate::runtime::config::{Config, StalledStreamProtectionConfig};

const SECOND: Duration = Duration::from_secs(1);

/// The limit for the body of an answer, with this setting.
fn body_limit(protection: Option<StalledStreamProtectionConfig>) -> Option<Duration> {
    let mut settings = Config::builder();
    if let Some(protection) = protection {
        settings = settings.stalled_stream_protection(protection);
    }
    Limits::new(&core(settings)).body
}

#[test]
fn a_body_has_as_long_as_the_protection_against_stalls_says() {
    assert_eq!(body_limit(None), Some(60 * SECOND));
    let enabled = StalledStreamProtectionConfig::enabled().grace_period(2 * SECOND);
    assert_eq!(body_limit(Some(enabled.build())), Some(24 * SECOND));
    let disabled = StalledStreamProtectionConfig::disabled();
    assert_eq!(body_limit(Some(disabled)), None);
    let uploads = StalledStreamProtectionConfig::enabled().download_enabled(false);
    assert_eq!(body_limit(Some(uploads.build())), None);
}

#[test]
fn every_part_of_an_exchange_has_its_limit() {
    let timeouts = TimeoutConfig::builder().read_timeout(7 * SECOND).build();
    let limits = Limits::new(&core(Config::builder().timeout_config(timeouts)));
    let transport = Transport::new(Some(3 * SECOND), limits, Proxies::new(|_| None));
    let set = transport.agent(false).unwrap().config().timeouts();
    assert_eq!(
        (set.resolve, set.connect),
        (Some(3 * SECOND), Some(3 * SECOND))
    );
    let (head, body) = (set.send_request, set.send_body);
    assert_eq!(
        (head, body, set.recv_response),
        (Some(7 * SECOND), head, head)
    );
    assert_eq!((set.recv_body, set.global), (Some(60 * SECOND), None));
}
