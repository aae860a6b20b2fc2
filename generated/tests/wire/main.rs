//! Smoke.
#[cfg(test)]
#[path = "../support/server.rs"]
mod server;
#[cfg(test)]
#[path = "../support/tls.rs"]
mod tls;

#[cfg(test)]
mod smoke {
    use bytes::Bytes;
    use http::Response;
    use http_body_util::Full;
    use ivs_realtime::{
        Client, Config,
        config::{Credentials, Region},
    };
    #[tokio::test]
    async fn smoke() {
        for tls in [None, Some(crate::tls::acceptor(&[b"h2"]))] {
            let is_tls = tls.is_some();
            let server = crate::server::Server::start(tls, |_| async {
                Response::new(Full::new(Bytes::from("{}")))
            });
            let config = Config::builder()
                .endpoint_url(server.url())
                .region(Region::new("us-west-2"))
                .credentials_provider(Credentials::new(
                    "AKID",
                    "SECRET",
                    Some("TOKEN".into()),
                    None,
                    "t",
                ));
            let client = Client::from_conf(config.build());
            let result = client.delete_stage().arn("a").send().await;
            eprintln!(
                "{result:?} {:?} {}",
                server.requests(),
                crate::tls::root_pem().len()
            );
            assert_eq!(result.is_ok(), !is_tls);
        }
    }
}
