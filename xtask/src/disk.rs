//! Where this repository lies, and its models; the rest of the work with the disk is the library's.

use std::env;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::{Diagnostics, Source};

pub(crate) use ivs_realtime_codegen::internals::disk::{Staged, apply, fault, present};

/// The folder of this repository: the one around the package that Cargo runs, else around the one that was built.
pub(crate) fn repository() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    package.parent().unwrap_or(&package).to_owned()
}

/// Reads the files of a model, under the names that they were given by. Every file that cannot be read is reported.
pub(crate) fn read_model(paths: &[PathBuf]) -> Result<Vec<Source>, Diagnostics> {
    ivs_realtime_codegen::internals::disk::read(paths, shown)
}

/// A path as a person would write it: from the repository, if it lies there.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap_or(path)
        .display()
        .to_string()
}
