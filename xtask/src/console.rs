//! Where a command says what: one place decides between people and programs, and between colours and none.

use std::fmt::Display;
use std::io::Write;
use std::process::Stdio;

use clap::{Args, ValueEnum};
use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::diagnostic::{self, json};
use serde_json::Value;

/// How a command without a report for programs speaks.
#[derive(Args, Clone, Copy, Default)]
pub(crate) struct Speech {
    /// How errors and warnings are shown.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// How errors and warnings are shown.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with the lines of the files; coloured on a terminal.
    #[default]
    Text,
    /// For editors: one JSON object in a line for each, on standard output; what else there is for people goes to
    /// standard error.
    Json,
}

impl Speech {
    pub(crate) fn console(self) -> Console {
        Console {
            format: self.format,
        }
    }
}

/// Speaks for a command. Whether there are colours is for the terminal to say, and for `NO_COLOR` and
/// `CLICOLOR_FORCE`: `anstream` takes them out again where there are none.
///
/// Whoever listens may stop to: an output that is closed is no fault.
#[derive(Clone, Copy, Default)]
pub(crate) struct Console {
    format: Format,
}

impl Console {
    pub(crate) fn new(format: Format) -> Self {
        Self { format }
    }

    /// Says something for people, a line or several.
    pub(crate) fn say(self, text: impl Display) {
        match self.format {
            Format::Text => write(anstream::stdout(), format!("{text}\n")),
            Format::Json => write(anstream::stderr(), format!("{text}\n")),
        }
    }

    /// Says what a command was asked for: a text for people, an object for programs.
    pub(crate) fn report(self, text: impl Display, object: impl FnOnce() -> Value) {
        match self.format {
            Format::Text => self.say(text),
            Format::Json => write(std::io::stdout(), format!("{}\n", object())),
        }
    }

    /// Where another program is to say what is for people.
    pub(crate) fn for_people(self) -> Stdio {
        match self.format {
            Format::Text => Stdio::inherit(),
            Format::Json => std::io::stderr().into(),
        }
    }

    /// Shows what a command was asked to find. For people it is part of what it says.
    pub(crate) fn show(self, found: &Diagnostics) {
        match self.format {
            Format::Text if found.is_empty() => {}
            Format::Text => self.say(diagnostic::render_located(found, true)),
            Format::Json => lines(found),
        }
    }

    /// Shows why a command failed: everything that is wrong, then one line with `failed` and how much it is.
    pub(crate) fn fail(self, faults: &Diagnostics, failed: &str) {
        match self.format {
            Format::Text => {
                let text = diagnostic::render_located(faults, true);
                let summary = diagnostic::summary(faults, failed, true);
                write(anstream::stderr(), format!("{text}\n{summary}"));
            }
            Format::Json => lines(faults),
        }
    }
}

/// One object in a line for each.
fn lines(diagnostics: &Diagnostics) {
    let lines = diagnostics.iter().map(|one| json(one) + "\n");
    write(std::io::stdout(), lines.collect::<String>());
}

fn write(mut to: impl Write, text: String) {
    drop(to.write_all(text.as_bytes()).and_then(|()| to.flush()));
}
