//! How long a whole run takes, beside the work that no generator could avoid: `cargo bench -p ivs-realtime-codegen`.
//!
//! The unavoidable work, on one thread, for the same input: `serde_json` parses the model to a `Value`, `prettyplease`
//! prints the same token trees, and the same files are written. A whole run reads the files of the model, generates,
//! and writes. Times are minima over many rounds. The run fails if a ratio is above [`MOST`] or [`GROWTH`]; nothing
//! else depends on it, since a machine that is busy with other things can exceed both.

mod stages;
mod synthetic;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ivs_realtime_codegen::internals::emit;
use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::{Settings, Source, generate};
use proc_macro2::TokenStream;

/// What a benchmark may fail with: it is read by a person.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The most that a whole run may take, in times of the unavoidable work.
const MOST: f64 = 3.0;
/// The most that the time for a shape may grow from the smallest to the largest synthetic model.
const GROWTH: f64 = 1.5;

fn main() -> ExitCode {
    // `cargo test --all-targets` runs this too, without the argument: no test depends on times.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing is measured without `--bench`");
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("slower than it may be: a ratio above {MOST}, or a growth above {GROWTH}");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("the benchmark could not run: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<bool> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let own = ["ivs-realtime", "documentation", "customizations"]
        .map(|name| repository.join(format!("model/{name}.json")));
    let mut is_fast = compare("the model of this repository", &own, 40)?;
    match largest(&repository.join("../shared/models")) {
        Some(model) => is_fast &= compare(&model.display().to_string(), &[model], 10)?,
        None => println!("../shared/models is not there: its largest model is left out\n"),
    }
    Ok(is_fast & synthetic::is_linear()?)
}

/// The largest model in a folder.
fn largest(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let models = entries.filter(|entry| entry.path().extension().is_some_and(|ext| ext == "json"));
    let largest = models.max_by_key(|entry| entry.metadata().map_or(0, |data| data.len()));
    largest.map(|entry| entry.path())
}

/// Measures a whole run and the unavoidable work in turns, and says whether their ratio is small enough.
fn compare(title: &str, model: &[PathBuf], rounds: usize) -> Outcome<bool> {
    let settings = Settings::default();
    let sources = read(model)?;
    let generated = generate(&sources, &settings)?;
    let service = stages::service(&sources)?;
    let pages: Vec<_> = emit::pages(&service, false)
        .iter()
        .map(|page| page.tokens())
        .collect();
    let mut whole = Duration::MAX;
    let mut unavoidable = Unavoidable::default();
    let mut split = stages::Split::default();
    // Nothing is removed before the end: file systems are slow to write where files have just been removed.
    let root = tempfile::tempdir()?;
    for round in 0..rounds {
        let folder = |kind: &str| root.path().join(format!("{kind}{round}"));
        let start = Instant::now();
        let files = generate(&read(model)?, &settings)?.files;
        write(&folder("whole"), &files)?;
        whole = whole.min(start.elapsed());
        drop(files);
        unavoidable.measure(model, &pages, &generated.files, &folder("unavoidable"))?;
        split.measure(model, &folder("split"))?;
    }
    println!(
        "{title}: {} files, {} lines",
        generated.files.len(),
        generated.counts.lines
    );
    let least = unavoidable.total();
    println!("  unavoidable, on one thread {least:>9.2?}  {unavoidable}");
    println!(
        "  whole run, on one thread   {:>9.2?}  {split}",
        split.total()
    );
    println!("  whole run, on all cores    {whole:>9.2?}");
    let ratios = [split.total(), whole].map(|time| time.as_secs_f64() / least.as_secs_f64());
    let [one, all] = ratios;
    println!("  ratio: {one:.2} on one thread, {all:.2} on all cores; at most {MOST} is allowed\n");
    Ok(ratios.iter().all(|ratio| *ratio <= MOST))
}

/// The files of a model, as the generator takes them.
fn read(model: &[PathBuf]) -> Outcome<Vec<Source>> {
    model
        .iter()
        .map(|path| {
            Ok(Source {
                name: path.display().to_string(),
                bytes: fs::read(path)?,
            })
        })
        .collect()
}

/// Writes files into a folder that is empty.
fn write(folder: &Path, files: &Files) -> Outcome<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}

/// The least time of each kind of unavoidable work.
struct Unavoidable {
    parse: Duration,
    print: Duration,
    write: Duration,
}

impl Default for Unavoidable {
    fn default() -> Self {
        let [parse, print, write] = [Duration::MAX; 3];
        Self {
            parse,
            print,
            write,
        }
    }
}

impl Unavoidable {
    fn measure(
        &mut self,
        model: &[PathBuf],
        pages: &[TokenStream],
        files: &Files,
        folder: &Path,
    ) -> Outcome<()> {
        let start = Instant::now();
        for path in model {
            black_box(serde_json::from_slice::<serde_json::Value>(&fs::read(
                path,
            )?)?);
        }
        self.parse = self.parse.min(start.elapsed());
        let pages = pages.to_vec();
        let start = Instant::now();
        for tokens in pages {
            black_box(prettyplease::unparse(&syn::parse2(tokens)?));
        }
        self.print = self.print.min(start.elapsed());
        let start = Instant::now();
        write(folder, files)?;
        self.write = self.write.min(start.elapsed());
        Ok(())
    }

    fn total(&self) -> Duration {
        self.parse + self.print + self.write
    }
}

impl std::fmt::Display for Unavoidable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            parse,
            print,
            write,
        } = self;
        write!(f, "parse {parse:.2?}, print {print:.2?}, write {write:.2?}")
    }
}
