//! Packages with tests, and the workspace around them.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::internals::output;
use ivs_realtime_codegen::{Diagnostics, Layout, Settings, Test, generate};

use crate::disk::{self, Staged, apply, fault, present, repository, shown};
use crate::generate::runtime_path;

/// A package that a model was generated into.
pub(super) struct Package {
    /// Its name.
    pub(super) name: String,
    /// The file of the model, for people.
    pub(super) model: String,
    /// The tests in it.
    pub(super) tests: Vec<Test>,
    /// The operations that were left out.
    pub(super) omitted: Vec<String>,
}

impl Package {
    /// Generates a model into a package that is none of the `others`. Only files that differ are written, so that
    /// nothing is built again for nothing.
    pub(super) fn generate(model: &Path, others: &[Self]) -> Result<Self, Diagnostics> {
        let name = free_name(model, others);
        let folder = folder().join("packages").join(&name);
        let settings = Settings {
            runtime: "ivs_realtime::runtime".to_owned(),
            omit_unsupported: true,
            any_protocol: true,
            tests: true,
            layout: Layout::Package {
                name: name.clone(),
                runtime_path: runtime_path(&folder)?,
                member: true,
            },
            ..Settings::default()
        };
        let generated = generate(&disk::read_model(&[model.to_owned()])?, &settings)?;
        let present = present::files(&folder)?;
        apply(&folder, &output::compare(&generated.files, &present))?;
        Ok(Self {
            name,
            model: shown(model),
            tests: generated.tests,
            omitted: generated.omitted,
        })
    }

    /// The name of its crate.
    pub(super) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The folder of all packages and of what is built of them.
pub(super) fn folder() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| repository().join("target"));
    target.join("conformance")
}

/// Waits until no other run uses the folder. The turn ends with the file that comes back.
pub(super) fn take_turn() -> Result<File, Diagnostics> {
    let path = folder().join("lock");
    let lock = || {
        fs::create_dir_all(folder())?;
        let file = File::create(&path)?;
        file.lock()?;
        Ok(file)
    };
    lock().map_err(|error: io::Error| fault(&path, &error))
}

/// A name made of the model's file, with a number if another package has it already.
fn free_name(model: &Path, others: &[Package]) -> String {
    let stem = model.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |one: char| match one {
        one if one.is_ascii_alphanumeric() => one.to_ascii_lowercase(),
        _ => '-',
    };
    let stem: String = stem.chars().map(plain).collect();
    // `test` and its like are no names for a crate.
    let name = format!("of-{stem}");
    let is_free = |name: &String| !others.iter().any(|other| other.name == *name);
    let numbered = (2..).map(|number: u64| format!("{name}-{number}"));
    let mut candidates = std::iter::once(name.clone()).chain(numbered);
    candidates.find(is_free).unwrap_or(name)
}

/// Writes the workspace of these packages. It begins with the versions of this repository's lock file, which are
/// there already, so that nothing has to be looked up.
pub(super) fn write_workspace(packages: &[Package]) -> Result<(), Diagnostics> {
    let members: Vec<String> = packages
        .iter()
        .map(|package| format!("    \"packages/{}\",\n", package.name))
        .collect();
    let manifest = format!(
        "# Written by `cargo xtask conformance`.\n[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n\n\
         [profile.dev]\ndebug = 0\nincremental = false\n",
        members.concat()
    );
    let lock = repository().join("Cargo.lock");
    let lock_text = fs::read_to_string(&lock).map_err(|error| fault(&lock, &error))?;
    for (name, text) in [("Cargo.toml", manifest), ("Cargo.lock", lock_text)] {
        let path = folder().join(name);
        Staged::write(&path, &text)
            .and_then(Staged::replace)
            .map_err(|error| fault(&path, &error))?;
    }
    Ok(())
}
