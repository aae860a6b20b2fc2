//! The `tracing` events of a call.
//!
//! They have a program of their own, with one test: what `tracing` knows of its subscribers is the process's, and
//! another test that calls without one would switch events off.

#![cfg(feature = "client")]

#[cfg(test)]
mod support;

#[cfg(test)]
mod events {
    use std::fmt::{Debug, Write};
    use std::sync::{Arc, Mutex};

    use ivs_realtime::runtime::Bytes;
    use ivs_realtime::runtime::call::{Call, CallOptions, Core, Decode, End, Failure, Now, Step};
    use ivs_realtime::runtime::client::Service;
    use ivs_realtime::runtime::config::Config;
    use ivs_realtime::runtime::endpoint::given;
    use ivs_realtime::runtime::http::{Request, Response};
    use ivs_realtime::runtime::retry::{ErrorAnswer, Generation, Outcome, TransportFailure};
    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    use crate::support::answer;

    static SERVICE: Service = Service {
        sdk_id: "Call Events",
        signing_name: None,
        crate_version: "1.2.3",
        needs_account_id: false,
        endpoint: given,
    };

    /// Writes events down, one in a line.
    #[derive(Clone, Debug, Default)]
    struct Collector(Arc<Mutex<String>>);

    struct Line<'a>(&'a mut String);

    impl Visit for Line<'_> {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            let _ = match field.name() {
                "message" => write!(self.0, "{value:?}:"),
                name => write!(self.0, " {name}={value:?}"),
            };
        }
    }

    impl Subscriber for Collector {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            metadata.is_event()
        }

        fn event(&self, event: &Event<'_>) {
            let mut text = self.0.lock().unwrap();
            event.record(&mut Line(&mut text));
            text.push('\n');
        }

        fn new_span(&self, _span: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }

        fn record(&self, _span: &Id, _values: &Record<'_>) {}

        fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

        fn enter(&self, _span: &Id) {}

        fn exit(&self, _span: &Id) {}
    }

    struct Reader;

    impl Decode for Reader {
        fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_> {
            if response.status().is_success() {
                return Outcome::Success;
            }
            let throttled = response.headers().contains_key("throttled");
            let code = throttled.then_some("Throttling");
            Outcome::Error(ErrorAnswer::new(response.status(), code))
        }
    }

    /// The events of a call with these ends of its attempts.
    fn events(ends: impl IntoIterator<Item = End>) -> String {
        let config = Config::builder()
            .endpoint_url("http://secret.example.com")
            .retry_generation(Generation::V2_0);
        let core = Core::new(&SERVICE, config.build());
        let request = Request::post("/secret").body(Bytes::from_static(b"secret"));
        let mut now = Now::read();
        let options = CallOptions::default();
        let mut call = Call::new(&core, "Test", request.map_err(Into::into), options, now);
        let collector = Collector::default();
        let text = Arc::clone(&collector.0);
        tracing::subscriber::with_default(collector, || {
            let mut ends = ends.into_iter();
            loop {
                match call.next(now) {
                    Step::Done => break,
                    Step::Wait(wait) => now = now.after(wait),
                    Step::Attempt(_) => {
                        let _ = call.request(None, now).unwrap();
                        let _ = call.ended(ends.next().unwrap(), &mut Reader, now, 1.0);
                    }
                }
            }
        });
        text.lock().unwrap().clone()
    }

    #[test]
    fn each_attempt_is_an_event_and_so_is_a_failure() {
        let id = ("x-amzn-requestid", "req-1");
        let other = ("x-other", "secret");
        let throttled = ("throttled", "secret");
        assert_eq!(
            events([Ok(answer(200, &[id, other], "secret"))]),
            "the attempt has ended: attempt=1 status=200 request_id=\"req-1\" duration=0ns\n"
        );
        assert_eq!(
            events([
                Err(Failure::Dispatch(TransportFailure::Io, "secret".into())),
                Ok(answer(503, &[id, throttled, other], "secret")),
                Ok(answer(404, &[other], "secret")),
            ]),
            "the attempt has ended: attempt=1 failure=\"dispatch\" duration=0ns retry_after=1s\n\
             the attempt has ended: attempt=2 status=503 code=\"Throttling\" request_id=\"req-1\" duration=0ns \
             retry_after=2s\n\
             the attempt has ended: attempt=3 status=404 duration=0ns\n\
             the call has failed: operation=\"Test\" attempts=3 status=404\n"
        );
        assert_eq!(
            events([Err(Failure::construction("secret"))]),
            "the attempt has ended: attempt=1 failure=\"construction\" duration=0ns\n\
             the call has failed: operation=\"Test\" attempts=1 failure=\"construction\"\n"
        );
    }
}
