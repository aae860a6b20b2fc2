//! [`Generator`]: what a build script needs.

mod tell;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::disk::{self, apply, fault, models, present};
use crate::generator::{Counts, Layout, Settings, generate};
use crate::load::Source;
use crate::output::{self, Change, Changes, Files};

/// Generates a client in a build script.
///
/// ```no_run
/// // build.rs
/// use ivs_realtime_codegen::Generator;
///
/// fn main() {
///     Generator::new("model/ivs-realtime.json")
///         .operations(["CreateStage", "GetStage", "ListStages"])
///         .file("ivs.rs")
///         .run();
/// }
/// ```
///
/// ```text
/// // src/lib.rs
/// /// Amazon IVS Real-Time.
/// pub mod ivs {
///     include!(concat!(env!("OUT_DIR"), "/ivs.rs"));
/// }
/// ```
///
/// The crate depends on `ivs-realtime`, whose module `runtime` the emitted code leans on. In a library the module is
/// public, so that nothing in it is unused; a program that calls only some of it puts `#[allow(dead_code)]` on the
/// module.
#[derive(Clone, Debug)]
#[must_use = "nothing is generated before `run` or `generate`"]
pub struct Generator {
    models: Vec<PathBuf>,
    out_dir: Option<PathBuf>,
    form: Form,
    settings: Settings,
}

/// What is written.
#[derive(Clone, Debug)]
enum Form {
    /// One file, of this name.
    File(String),
    /// A module tree, in a folder of this name.
    Tree(String),
}

/// What [`Generator::generate`] has done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The file to `include!`.
    pub root: PathBuf,
    /// The files that were written, because they were missing or held something else.
    pub changed: Vec<PathBuf>,
    /// The files that were removed: they had been emitted before, and are no more.
    pub removed: Vec<PathBuf>,
    /// Files among the emitted ones that do not bear the mark of the generator. They stay.
    pub foreign: Vec<PathBuf>,
    /// How much of what there is in the client.
    pub counts: Counts,
    /// The operations that were left out, because they have event streams.
    pub omitted: Vec<String>,
}

impl Generator {
    /// A generator for the model at this path: a file, or a folder whose `.json` files make one model together. Read are
    /// Smithy's JSON AST and AWS's own JSON model (`service-2.json`, with the files beside it).
    ///
    /// A relative path begins at the folder of the package that is built.
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Self {
            models: vec![model.into()],
            out_dir: None,
            form: Form::File("client.rs".to_owned()),
            settings: Settings {
                runtime: "ivs_realtime::runtime".to_owned(),
                ..Settings::default()
            },
        }
    }

    /// Adds a file or folder to the model, such as `apply` statements with documentation.
    pub fn model(mut self, path: impl Into<PathBuf>) -> Self {
        self.models.push(path.into());
        self
    }

    /// Adds a file or folder of customisations to the model: `apply` statements that add what the service's own model
    /// leaves out, such as which member holds the items of a page.
    pub fn customizations(self, path: impl Into<PathBuf>) -> Self {
        self.model(path)
    }

    /// The service to generate, by its shape id, where the model has more than one.
    pub fn service(mut self, id: impl Into<String>) -> Self {
        self.settings.service = Some(id.into());
        self
    }

    /// Keeps these operations alone, by name (`CreateStage`) or shape id, with the types and errors that they reach. All
    /// names in the client stay as they are without this. It adds to what was kept before.
    pub fn operations<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        let kept = self.settings.operations.get_or_insert_default();
        kept.extend(names.into_iter().map(Into::into));
        self
    }

    /// The path under which the emitted code finds the module `runtime` of `ivs-realtime`; without this,
    /// `ivs_realtime::runtime`.
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.settings.runtime = path.into();
        self
    }

    /// Whether the types implement `Serialize` and `Deserialize` of serde; they do not without this.
    pub fn serde(mut self, serde: bool) -> Self {
        self.settings.serde = serde;
        self
    }

    /// Whether the tests that the model holds are emitted, of endpoints, requests and answers; they are not without
    /// this. The latter two need the feature `protocol-test` of `ivs-realtime`.
    pub fn tests(mut self, tests: bool) -> Self {
        self.settings.tests = tests;
        self
    }

    /// Whether operations with event streams, which are not supported, are left out; without this they are an error.
    pub fn omit_unsupported(mut self, omit: bool) -> Self {
        self.settings.omit_unsupported = omit;
        self
    }

    /// The folder to write to; without this, the one that Cargo gives to build scripts, `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Writes one file of this name, with all modules in it; without this or [`tree`](Self::tree) it is `client.rs`.
    ///
    /// Two clients in one folder need different names.
    pub fn file(mut self, name: impl Into<String>) -> Self {
        self.form = Form::File(name.into());
        self
    }

    /// Writes a module tree, a file for each operation and type, into a folder of this name. The file to `include!` is
    /// its `mod.rs`. What else was emitted into the folder before is removed.
    pub fn tree(mut self, name: impl Into<String>) -> Self {
        self.form = Form::Tree(name.into());
        self
    }

    /// Generates, and tells Cargo: which files to watch, and what is wrong. For `main` of a build script.
    ///
    /// After an error the build script goes on, so that another generator can tell its errors too; Cargo fails the
    /// build when the script ends.
    pub fn run(&self) {
        for line in self.told() {
            println!("{line}");
        }
    }

    /// Generates; gives the lines for Cargo.
    fn told(&self) -> Vec<String> {
        let (mut watched, mut sources) = (Vec::new(), Vec::new());
        let result = self.go(&mut watched, &mut sources);
        let mut lines: Vec<String> = tell::watched(&watched).collect();
        match result {
            Ok(written) => lines.extend(tell::foreign(&written.foreign)),
            Err(faults) => lines.extend(tell::faults(&faults, &sources)),
        }
        lines
    }

    /// Generates, and prints nothing. Only files that differ are written, each as a whole, and only if all went well.
    ///
    /// ```
    /// use ivs_realtime_codegen::Generator;
    ///
    /// let folder = tempfile::tempdir()?;
    /// let generator = Generator::new("../model").operations(["GetStage"]).out_dir(folder.path());
    /// let written = generator.generate()?;
    /// assert_eq!(written.changed, [folder.path().join("client.rs")]);
    /// assert!(generator.generate()?.changed.is_empty());
    ///
    /// let errors = generator.operations(["ListStage"]).generate().unwrap_err();
    /// assert!(errors.to_string().contains("did you mean `ListStages`?"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong with the model or these settings, or the first file that cannot be read or written.
    pub fn generate(&self) -> Result<Written, Diagnostics> {
        self.go(&mut Vec::new(), &mut Vec::new())
    }

    /// Generates; leaves the paths that decide about the result, and what was read, also where there is an error.
    fn go(
        &self,
        watched: &mut Vec<PathBuf>,
        sources: &mut Vec<Source>,
    ) -> Result<Written, Diagnostics> {
        watched.extend(self.models.iter().cloned());
        let files = models::find(&self.models)?;
        let read = files.iter().cloned();
        watched.extend(read.filter(|file| !self.models.contains(file)));
        watched.extend(files.iter().flat_map(|file| models::read_along(file)));
        *sources = disk::read(&files, |path| path.display().to_string())?;
        let mut settings = self.settings.clone();
        let mut root = self.folder()?;
        match &self.form {
            Form::File(name) => settings.layout = Layout::File { name: name.clone() },
            Form::Tree(name) => root.push(name),
        }
        let generated = generate(sources, &settings)?;
        let present = match &self.form {
            Form::File(name) => one_file(&root, name)?,
            Form::Tree(_) => present::files(&root)?,
        };
        let changes = output::compare(&generated.files, &present);
        apply(&root, &changes)?;
        Ok(Written {
            changed: paths(&root, &changes, |change| !is_removal(change)),
            removed: paths(&root, &changes, is_removal),
            foreign: changes.foreign.iter().map(|path| root.join(path)).collect(),
            counts: generated.counts,
            omitted: generated.omitted,
            root: match &self.form {
                Form::File(name) => root.join(name),
                Form::Tree(_) => root.join("mod.rs"),
            },
        })
    }

    fn folder(&self) -> Result<PathBuf, Diagnostics> {
        let given = self.out_dir.clone();
        let found = given.or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        found.ok_or_else(|| {
            let fault = Diagnostic::new("found no folder to write to: OUT_DIR is not set");
            let help = "Cargo sets it for build scripts; elsewhere, give a folder with `out_dir`";
            fault.help(help).into()
        })
    }
}

/// The file itself, if it is there.
fn one_file(folder: &Path, name: &str) -> Result<Files, Diagnostics> {
    let path = folder.join(name);
    if !path.exists() {
        return Ok(Files::new());
    }
    let bytes = fs::read(&path).map_err(|error| fault(&path, &error))?;
    // What is not UTF-8 is nothing that was emitted.
    let text = String::from_utf8(bytes).unwrap_or_default();
    Ok(Files::from([(name.to_owned(), text)]))
}

fn is_removal(change: &Change<'_>) -> bool {
    matches!(change, Change::Remove { .. })
}

/// The files with changes of one kind.
fn paths(
    folder: &Path,
    changes: &Changes<'_>,
    is_meant: impl Fn(&Change<'_>) -> bool,
) -> Vec<PathBuf> {
    let files = changes.files.iter().filter(|(_, change)| is_meant(change));
    files.map(|(path, _)| folder.join(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines for Cargo about these files, which lie in a folder that is left out of the lines.
    fn told(files: &[(&str, &str)], generator: impl FnOnce(&Path) -> Generator) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            fs::write(folder.path().join(name), text).unwrap();
        }
        let lines = generator(folder.path()).told().into_iter();
        let folder = format!("{}/", folder.path().display());
        lines.map(|line| line.replace(&folder, "")).collect()
    }

    const MODEL: &str = r#"{"smithy": "2.0", "shapes": {"a#Shop": {
        "type": "service", "version": "1", "traits": {"aws.protocols#restJson1": {}}
    }}}"#;
    const APPLY: &str = r#"{"smithy": "2.0", "shapes": {"a#Shop": {
        "type": "apply", "traits": {"smithy.api#title": "Shop"}
    }}}"#;

    #[test]
    fn every_file_and_folder_is_watched() {
        let files = [
            ("model/a.json", MODEL),
            ("model/b.json", APPLY),
            ("model/c.txt", ""),
        ];
        let lines = told(&files, |folder| {
            Generator::new(folder.join("model")).out_dir(folder.join("out"))
        });
        let expected = ["model", "model/a.json", "model/b.json"];
        let expected = expected.map(|path| format!("cargo::rerun-if-changed={path}"));
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_is_wrong_is_told_and_watched_all_the_same() {
        let lines = told(&[("a.json", MODEL)], |folder| {
            let generator = Generator::new(folder.join("a.json")).model(folder.join("b.json"));
            generator.out_dir(folder.join("out"))
        });
        assert_eq!(
            lines[..2],
            [
                "cargo::rerun-if-changed=a.json",
                "cargo::rerun-if-changed=b.json"
            ]
        );
        assert!(
            lines[2].starts_with("cargo::error=found no file that can be read"),
            "{lines:#?}"
        );
        assert_eq!(lines[3], "cargo::error=  --> b.json");
    }

    #[test]
    fn a_stranger_among_the_emitted_files_is_told() {
        let files = [("a.json", MODEL), ("out/shop/mine.rs", "// By hand.")];
        let lines = told(&files, |folder| {
            let generator = Generator::new(folder.join("a.json")).tree("shop");
            generator.out_dir(folder.join("out"))
        });
        let warning =
            "cargo::warning=out/shop/mine.rs is not an emitted file, and does not belong here";
        assert_eq!(lines, ["cargo::rerun-if-changed=a.json", warning]);
    }
}
