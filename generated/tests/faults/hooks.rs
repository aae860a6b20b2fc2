//! Requests that a hook has made into something that cannot be sent.

use bytes::Bytes;
use http::{Request, Uri, Version};
use ivs_realtime::runtime::call::{CallInfo, Intercept};
use ivs_realtime::runtime::error::BoxError;

use crate::server::{Reply, Server};
use crate::setup::{call, settings, text};

/// Changes every request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change(pub(crate) fn(&mut Request<Bytes>));

impl Intercept for Change {
    fn before_sending(
        &self,
        _call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        (self.0)(request);
        Ok(())
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_tried_again() {
    let server = Server::start(|_| Reply::success()).await;
    for (change, reason) in [
        (
            Change(|request| *request.uri_mut() = Uri::from_static("/ListStages")),
            "UserAbsoluteUriRequired",
        ),
        (
            Change(|request| *request.version_mut() = Version::HTTP_2),
            "UserUnsupportedVersion",
        ),
        (
            Change(|request| *request.version_mut() = Version::HTTP_3),
            "UserUnsupportedVersion",
        ),
    ] {
        let said = text(call(settings(server.url()).interceptor(change)).await);
        let expected = format!(
            "no answer came: the request cannot be sent: client error ({reason}); if a hook changes requests, they \
             need a URI with scheme and host, and a version of HTTP that the server speaks (ListStages)"
        );
        assert_eq!(said, expected);
    }
    assert!(server.received().is_empty());
}
