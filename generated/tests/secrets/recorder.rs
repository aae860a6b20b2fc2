//! Records whatever any crate tells of itself, at the finest level: spans and events of `tracing`, and records of
//! `log`, which rustls and ureq write.

use std::fmt::{self, Debug, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::dump;

static TEXT: Mutex<String> = Mutex::new(String::new());

/// The one target whose rows are kept apart, and not searched for secrets: at `TRACE`, `ureq-proto` dumps all heads of
/// requests and all answers there. No setting switches that off, and no library can: the levels of `log` are the
/// program's. The documentation of `Blocking` tells programs how to. The test `ureq_dumps_what_it_sends_and_reads` fails
/// as soon as there is no such dump, and then this exception has to go.
const DUMPING: &str = "ureq_proto::util";

/// What was dumped there.
static DUMPED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Begins to record, in every thread of the process.
pub(crate) fn begin() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        tracing::subscriber::set_global_default(Recorder::default()).unwrap();
        log::set_logger(&LogRecorder).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
}

/// What was recorded since this was called last.
pub(crate) fn take() -> String {
    std::mem::take(&mut TEXT.lock().unwrap_or_else(PoisonError::into_inner))
}

/// What was dumped by `ureq-proto` since this was called last.
pub(crate) fn take_dumped() -> Vec<u8> {
    std::mem::take(&mut DUMPED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Records a line; not what the server tells, which knows all that was sent.
pub(crate) fn record(line: fmt::Arguments<'_>) {
    if std::thread::current().name() != Some(crate::server::THREAD) {
        let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = writeln!(text, "{line}");
    }
}

#[derive(Default)]
struct Recorder {
    spans: AtomicU64,
}

/// Writes fields one after the other.
struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = write!(self.0, " {}={value}", field.name());
    }

    fn record_error(&mut self, field: &Field, value: &(dyn std::error::Error + 'static)) {
        let _ = write!(self.0, " {}={value:?} {value}", field.name());
    }
}

fn record_fields(metadata: Option<&Metadata<'_>>, visit: impl FnOnce(&mut Fields)) {
    let mut fields = Fields(String::new());
    visit(&mut fields);
    let (target, name) = metadata.map_or(("", ""), |metadata| (metadata.target(), metadata.name()));
    record(format_args!("{target} {name}{}", fields.0));
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        record_fields(Some(span.metadata()), |fields| span.record(fields));
        Id::from_u64(self.spans.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        record_fields(None, |fields| values.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        record_fields(Some(event.metadata()), |fields| event.record(fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct LogRecorder;

impl log::Log for LogRecorder {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, line: &log::Record<'_>) {
        if line.target() == DUMPING
            && line.level() == log::Level::Trace
            && let Some(mut bytes) = dump::bytes_of_row(&line.args().to_string())
        {
            let mut dumped = DUMPED.lock().unwrap_or_else(PoisonError::into_inner);
            dumped.append(&mut bytes);
            return;
        }
        record(format_args!("{} {}", line.target(), line.args()));
    }

    fn flush(&self) {}
}
