//! `cargo xtask update [PATH]`: takes over a published model, from import to changelog.

mod changelog;
mod stale;
mod summary;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use ivs_realtime_codegen::internals::diff::render::{self, Options};
use ivs_realtime_codegen::internals::diff::{Comparison, Side, compare};
use ivs_realtime_codegen::internals::lint::{self, lint};
use ivs_realtime_codegen::{Diagnostic, Diagnostics, Source};

use crate::console::Speech;
use crate::crate_version::{self, NewText};
use crate::diff::paint;
use crate::disk::{Staged, fault, read_model, repository, shown};
use crate::generate::{Generate, model_files};
use crate::import::{Import, Prepared};
use crate::progress::Progress;
use changelog::{Proposal, propose};
use summary::Summary;

/// The changelog of the client crate.
const CHANGELOG: &str = "generated/CHANGELOG.md";

/// Where published models come from.
const SOURCES: &str = "\
Which model? This command opens no connection: get a published model first, and name its file.

- botocore, AWS's Python library, has the models of all services in its wheel, a few days after each change:
      pip download --no-deps botocore
      cargo xtask update botocore-*.whl
- github.com/aws/api-models-aws has the Smithy models that AWS publishes, a file for each version of each API:
      models/ivs-realtime/service/2020-07-14/ivs-realtime-2020-07-14.json
      cargo xtask update ivs-realtime-2020-07-14.json
- An AWS JSON 1.x model, as other SDKs have it, is a folder with service-2.json:
      cargo xtask update path/to/ivs-realtime/2020-07-14

`cargo xtask update --dry-run PATH` shows what would change, and writes nothing.";

/// Takes over a published model: import, difference, code, version and changelog, in one step.
///
/// When the service's API has changed, this is the command to run. It makes `model/ivs-realtime.json` of the published
/// model, says what the change means for the users of the client crate, generates the crate anew, proposes its next
/// version and an entry in its changelog, and checks that everything fits together. It ends with a summary for the pull
/// request.
///
/// Without PATH it says where published models come from. Nothing is written if anything is wrong with the model.
#[derive(Args)]
#[command(after_help = "Examples:
  cargo xtask update                           where to get a model
  cargo xtask update --dry-run botocore.whl    what would change
  cargo xtask update botocore.whl              take it over

Afterwards: read the difference (git diff), document what is new in model/documentation.json (cargo xtask lint names it), \
edit generated/CHANGELOG.md, and run the tests.

Exit codes:
  0  the model was taken over, or is the one that was here; or no PATH was given
  1  the model cannot be read or is wrong, and nothing was written
  2  the command line is wrong")]
pub(crate) struct Update {
    /// The published model: a Smithy 2.0 JSON AST; an AWS JSON 1.x model (service-2.json, or its folder); or a botocore
    /// wheel. Files may be compressed (.gz).
    path: Option<PathBuf>,
    /// Where the model comes from, for the record in the model file and the changelog [default: the wheel's version, the
    /// model's own id, or the name of the file].
    #[arg(long)]
    origin: Option<String>,
    /// Remove the statements of model/documentation.json and model/customizations.json about shapes and members that the
    /// new model has no longer.
    #[arg(long)]
    prune: bool,
    /// Show what would change, and write nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

/// The files of the model, before and after.
struct Models {
    old: Vec<Source>,
    new: Vec<Source>,
    /// The hand-written files that lose statements.
    pruned: Vec<NewText>,
}

impl Update {
    /// Takes the model over; gives what to tell the person.
    pub(crate) fn run(&self) -> Result<String, Diagnostics> {
        let Some(path) = &self.path else {
            return Ok(SOURCES.to_owned());
        };
        let progress = Progress::of("reading the models");
        let repository = repository();
        let import = Import::of_this_repository(path, self.origin.as_deref()).prepare()?;
        let origin = import.origin.clone().unwrap_or_else(|| shown(path));
        let models = self.models(&import)?;
        let comparison = comparison(&models)?;
        let generate = Generate::default();
        // Whatever would keep the code from being written is told before anything is.
        let started = Instant::now();
        let generated = generate.generated(&models.new)?;
        let version = crate_version::version(&repository)?;
        let proposal = proposal(&repository, &version, &origin, &comparison)?;
        let findings = open_findings(&models.new)?;
        let next = proposal.as_ref().map(|proposal| proposal.version.clone());
        let next = next.unwrap_or_else(|| version.clone());
        let summary = Summary {
            origin: &origin,
            comparison: &comparison,
            versions: (&version, &next),
            findings,
        };
        let options = Options {
            version: Some(version.clone()),
            documentation: false,
        };
        drop(progress);
        let mut report = vec![
            import.report_as(!self.dry_run),
            render::text(&comparison, &options, &paint::paint)
                .trim_end()
                .to_owned(),
        ];
        if self.dry_run {
            report.push("Nothing was written (--dry-run).".to_owned());
        } else {
            let mut texts = models.pruned;
            texts.push(NewText {
                path: import.output,
                text: import.text,
            });
            if let Some(proposal) = proposal {
                texts.extend(crate_version::with_version(&repository, &proposal.version)?);
                texts.push(NewText {
                    path: repository.join(CHANGELOG),
                    text: proposal.text,
                });
            }
            report.push(write(texts)?);
            report.push(generate.write(&generated, started)?.report);
            report.push(generate.check()?);
        }
        report.push(summary.text());
        Ok(report.join("\n\n"))
    }

    /// The model before and after. What is stale in the hand-written files is an error, or left out.
    fn models(&self, import: &Prepared) -> Result<Models, Diagnostics> {
        let old = read_model(&model_files(&[]))?;
        let (facts, others) = old
            .split_first()
            .ok_or_else(|| Diagnostic::new("the model of this repository has no files"))?;
        let stale = stale::find(&import.text, others);
        if !stale.is_empty() && !self.prune {
            return Err(stale::refusal(&stale).located(&old));
        }
        let mut new = vec![Source {
            name: facts.name.clone(),
            bytes: import.text.clone().into_bytes(),
        }];
        new.extend(others.iter().map(|source| {
            let pruned = stale.iter().find(|stale| stale.name == source.name);
            Source {
                name: source.name.clone(),
                bytes: match pruned {
                    Some(stale) => stale.text.clone().into_bytes(),
                    None => source.bytes.clone(),
                },
            }
        }));
        let pruned = stale.into_iter().map(|stale| NewText {
            path: repository().join(stale.name),
            text: stale.text,
        });
        Ok(Models {
            pruned: pruned.collect(),
            old,
            new,
        })
    }
}

fn comparison(models: &Models) -> Result<Comparison, Diagnostics> {
    let new = Side::read(&models.new, None)?;
    // A model that was wrong before compares with nothing, and then the new one is told to be right.
    let old = Side::read(&models.old, None)?;
    Ok(compare(&old, &new))
}

/// The changelog with an entry, and the next version; nothing if nothing has changed for users.
fn proposal(
    repository: &Path,
    version: &str,
    origin: &str,
    comparison: &Comparison,
) -> Result<Option<Proposal>, Diagnostics> {
    let Some(class) = comparison.class() else {
        return Ok(None);
    };
    let path = repository.join(CHANGELOG);
    let changelog = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(fault(&path, &error)),
    };
    let proposal = propose(&changelog, version, origin, comparison, class);
    let proposal = proposal.map_err(|error| Diagnostic::new(error).in_file(CHANGELOG))?;
    Ok(Some(proposal))
}

/// How many findings of lints are not accepted.
fn open_findings(model: &[Source]) -> Result<usize, Diagnostics> {
    let findings = lint(model, &lint::Options::default())?;
    Ok(findings
        .iter()
        .filter(|finding| finding.accepted.is_none())
        .count())
}

/// Writes all texts beside their files, and only then puts each in its place. Gives what was written.
fn write(texts: Vec<NewText>) -> Result<String, Diagnostics> {
    let mut lines = Vec::new();
    let mut staged = Vec::new();
    for NewText { path, text } in texts {
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        staged.push(Staged::write(&path, &text).map_err(|error| fault(&path, &error))?);
        lines.push(format!("wrote    {}", shown(&path)));
    }
    for file in staged {
        file.replace()
            .map_err(|error| fault(&repository(), &error))?;
    }
    if lines.is_empty() {
        lines.push("the model is the one that was here".to_owned());
    }
    Ok(lines.join("\n"))
}
