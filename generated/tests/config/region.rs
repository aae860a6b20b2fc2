//! A region becomes part of a host's name.

use ivs_realtime::Client;
use ivs_realtime::test_util::{self, ScriptedTransport};

#[tokio::test]
async fn no_region_leads_to_another_host() {
    for region in [
        "evil.example/",
        "us-east-1#",
        "us-east-1.evil.example",
        "user@evil",
        "-us-east-1",
        "us east 1",
        "us_east_1",
        "",
    ] {
        for endpoint in [None, Some("https://example.com".to_owned())] {
            let script = ScriptedTransport::new();
            let mut config = test_util::config().region(region.to_owned());
            config.set_endpoint_url(endpoint);
            let config = config.transport(script.transport()).build();
            let error = Client::from_conf(config).list_stages().send().await;
            let error = error.unwrap_err().to_string();
            let expected = format!("the region {region:?} is no name of a region");
            assert!(error.contains(&expected), "{error}");
            assert!(error.contains("such as us-east-1"), "{error}");
            assert!(script.requests().is_empty(), "{region}");
        }
    }
}
