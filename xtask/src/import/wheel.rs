//! Reads the files of a model from a botocore wheel.

use std::fs;
use std::io::{Read, Seek};
use std::path::Path;

use ivs_realtime_codegen::internals::import::SERVICE;
use ivs_realtime_codegen::{Diagnostic, Diagnostics};
use zip::ZipArchive;
use zip::result::ZipError;

use super::read::{self, Files};
use crate::disk::fault;

/// The folder of a wheel that holds a folder for each service.
const DATA: &str = "botocore/data/";

/// The files of a service's newest version.
pub(super) fn files(path: &Path, service: &str) -> Result<Files, Diagnostics> {
    let wheel = fs::File::open(path).map_err(|error| fault(path, &error))?;
    let mut wheel = ZipArchive::new(wheel).map_err(|error| fault(path, &error))?;
    let Some(version) = newest_version(&wheel, service) else {
        let message = format!("found no version of the service `{service}` in the wheel");
        return Err(Diagnostic::new(message)
            .in_file(path.display().to_string())
            .help(format!("--service takes the name of a folder of {DATA}"))
            .into());
    };
    let folder = format!("{DATA}{service}/{version}/");
    let origin = distribution(&wheel);
    let mut lookup = |name: &str| entry(&mut wheel, &format!("{folder}{name}"), path);
    let main = read::text(SERVICE, &mut lookup)?.ok_or_else(|| read::missing(path))?;
    let mut files = Files::beside(main, &mut lookup)?;
    files.notes.insert(0, format!("reading {folder}"));
    files.origin = origin;
    Ok(files)
}

/// The newest version of a service. A version is a date, `2020-07-14`; folders with other names are none.
fn newest_version<R: Read + Seek>(wheel: &ZipArchive<R>, service: &str) -> Option<String> {
    let prefix = format!("{DATA}{service}/");
    let dated = wheel.file_names().flatten().filter_map(|name| {
        let (version, _) = name.strip_prefix(&prefix)?.split_once('/')?;
        Some((date(version)?, version.to_owned()))
    });
    dated.max().map(|(_, version)| version)
}

/// Year, month, day.
fn date(version: &str) -> Option<(u16, u8, u8)> {
    let mut parts = version.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Some((year, month, parts.next()?.parse().ok()?))
}

/// The name and version of the distribution: `botocore 1.44.5`.
fn distribution<R: Read + Seek>(wheel: &ZipArchive<R>) -> Option<String> {
    wheel.file_names().flatten().find_map(|name| {
        let (name, version) = name.strip_suffix(".dist-info/METADATA")?.rsplit_once('-')?;
        Some(format!("{name} {version}"))
    })
}

/// The bytes of an entry, `None` if it is not there.
fn entry<R: Read + Seek>(
    wheel: &mut ZipArchive<R>,
    name: &str,
    path: &Path,
) -> Result<Option<Vec<u8>>, Diagnostics> {
    let mut entry = match wheel.by_name(name) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(fault(path, &error)),
    };
    let mut bytes = Vec::new();
    let result = entry.read_to_end(&mut bytes);
    result.map_err(|error| fault(path, &error))?;
    Ok(Some(bytes))
}
