//! The stages of a run one by one, on one thread.

use std::fmt;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::ir::Service;
use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::internals::{assemble, emit, format, load, resolve, validate};

use super::{Outcome, read, write};

/// The stages, in their order.
const STAGES: [&str; 8] = [
    "read", "load", "assemble", "validate", "resolve", "emit", "format", "write",
];

/// The least time that each stage has taken.
pub struct Split([Duration; STAGES.len()]);

impl Default for Split {
    fn default() -> Self {
        Self([Duration::MAX; STAGES.len()])
    }
}

impl Split {
    /// Runs every stage, and keeps the times that are less than those before.
    pub fn measure(&mut self, model: &[PathBuf], folder: &Path) -> Outcome<()> {
        let mut clock = Clock {
            least: self.0.iter_mut(),
            start: Instant::now(),
        };
        let sources = read(model)?;
        clock.lap();
        let asts = load::load(&sources)?;
        clock.lap();
        let assembled = assemble::assemble(asts)?;
        clock.lap();
        let validated = validate::validate(assembled, &validate::Options::default())?;
        clock.lap();
        let service = resolve::resolve(validated, &settings())?;
        clock.lap();
        let pages = emit::pages(&service, false);
        let emitted: Vec<_> = pages
            .iter()
            .map(|page| (page.path(), page.tokens()))
            .collect();
        clock.lap();
        let mut files = Files::new();
        for (path, tokens) in emitted {
            files.insert(path, format::format_page(tokens)?);
        }
        clock.lap();
        write(folder, &files)?;
        clock.lap();
        black_box((service, files));
        Ok(())
    }

    /// All stages together.
    pub fn total(&self) -> Duration {
        self.0.iter().sum()
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stages: Vec<String> = STAGES
            .iter()
            .zip(self.0)
            .map(|(stage, time)| format!("{stage} {time:.2?}"))
            .collect();
        f.write_str(&stages.join(", "))
    }
}

/// Times one stage after the other.
struct Clock<'a> {
    least: std::slice::IterMut<'a, Duration>,
    start: Instant,
}

impl Clock<'_> {
    fn lap(&mut self) {
        if let Some(least) = self.least.next() {
            *least = (*least).min(self.start.elapsed());
        }
        self.start = Instant::now();
    }
}

/// The service of a model, resolved.
pub fn service(sources: &[Source]) -> Outcome<Service> {
    let assembled = assemble::assemble(load::load(sources)?)?;
    let model = validate::validate(assembled, &validate::Options::default())?;
    Ok(resolve::resolve(model, &settings())?)
}

fn settings() -> resolve::Settings {
    resolve::Settings {
        tests: true,
        ..resolve::Settings::default()
    }
}
