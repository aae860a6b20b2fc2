//! Several models in one run, each into a package of its own.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use ivs_realtime_codegen::{Diagnostic, Diagnostics};

use super::{Generate, Outcome};
use crate::disk::shown;
use crate::models;
use crate::progress::Progress;

/// Generates every model, as many at once as there are cores. One that fails keeps no other from being written.
pub(super) fn run(every: &Generate, out: &Path) -> Result<Outcome, Diagnostics> {
    let started = Instant::now();
    let found = models::find(&every.model)?;
    let packages = packages(every, out, found.models)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let progress = Progress::of_each("generating", packages.len());
    let mut outcomes: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|start| {
                let share = packages.iter().enumerate().skip(start).step_by(threads);
                let progress = &progress;
                let run = move |(index, one): (usize, &Generate)| {
                    let outcome = one.run_once();
                    progress.step();
                    (index, outcome)
                };
                scope.spawn(move || share.map(run).collect::<Vec<_>>())
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    outcomes.sort_by_key(|(index, _)| *index);
    report(&packages, outcomes, started)
}

/// The run for each model: into a package that has the name of its file, in lower case.
fn packages(
    every: &Generate,
    out: &Path,
    models: Vec<PathBuf>,
) -> Result<Vec<Generate>, Diagnostics> {
    let mut names: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut packages = Vec::new();
    for model in models {
        let stem = model.file_stem().unwrap_or_default().to_string_lossy();
        let name = stem.to_lowercase().replace(['.', ' '], "-");
        if let Some(other) = names.insert(name.clone(), model.clone()) {
            let (one, other) = (shown(&model), shown(&other));
            let fault = Diagnostic::new(format!(
                "{other} and {one} both become the package `{name}`"
            ));
            return Err(fault.help("rename one of the files").into());
        }
        packages.push(Generate {
            model: vec![model],
            each: false,
            out: Some(out.join(&name)),
            package: Some(name),
            ..every.clone()
        });
    }
    Ok(packages)
}

/// A line for each model, and one for all; or what is wrong with those that failed.
fn report(
    packages: &[Generate],
    outcomes: Vec<(usize, Result<Outcome, Diagnostics>)>,
    started: Instant,
) -> Result<Outcome, Diagnostics> {
    let mut faults = Diagnostics::new();
    let mut differs = false;
    let mut lines = Vec::new();
    for (package, (_, outcome)) in packages.iter().zip(outcomes) {
        match outcome {
            Ok(outcome) => {
                differs |= outcome.differs;
                let name = package.package.as_deref().unwrap_or_default();
                lines.push(format!("{name}: {}", outcome.summary));
            }
            Err(own) => faults.extend(own),
        }
    }
    faults.into_result()?;
    let seconds = started.elapsed().as_secs_f64();
    let summary = format!("{} packages, {seconds:.2} s", packages.len());
    lines.push(summary.clone());
    Ok(Outcome {
        report: lines.join("\n"),
        summary,
        differs,
    })
}
