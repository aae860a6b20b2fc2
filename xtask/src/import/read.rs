//! Reads the files of a model, wherever PATH finds them.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::disk::fault;
use flate2::read::GzDecoder;
use ivs_realtime_codegen::internals::import::{
    C2jFiles, ENDPOINT_RULE_SET, File, Format, PAGINATORS, SERVICE, Source, format_of,
};
use ivs_realtime_codegen::{Diagnostic, Diagnostics};

use super::wheel;

/// The files that may stand beside it and are not read, and why.
const IGNORED: [(&str, &str); 4] = [
    ("examples-1.json", "documentation"),
    (
        "waiters-2.json",
        "it describes botocore's waiters; a waiter is a customization of the client",
    ),
    (
        "service-2.sdk-extras.json",
        "it is botocore's own, not the service's",
    ),
    (
        "paginators-1.sdk-extras.json",
        "it is botocore's own, not the service's",
    ),
];

/// A text and the name of its file.
pub(super) struct Text {
    name: String,
    text: String,
}

/// The files of a model.
pub(crate) struct Files {
    main: Text,
    paginators: Option<Text>,
    endpoint_rule_set: Option<Text>,
    /// Where they come from, if they tell.
    pub(super) origin: Option<String>,
    /// What there is to say of them.
    pub(super) notes: Vec<String>,
}

/// What gives the bytes of a file by its name, `None` if it has no such file.
pub(super) type Lookup<'a> = dyn FnMut(&str) -> Result<Option<Vec<u8>>, Diagnostics> + 'a;

impl Text {
    fn file(&self) -> File<'_> {
        File {
            name: &self.name,
            text: &self.text,
        }
    }
}

impl Files {
    /// One file by itself.
    fn alone(main: Text) -> Self {
        Self {
            main,
            paginators: None,
            endpoint_rule_set: None,
            origin: None,
            notes: Vec::new(),
        }
    }

    /// The main file and those beside it.
    pub(super) fn beside(main: Text, lookup: &mut Lookup<'_>) -> Result<Self, Diagnostics> {
        let mut files = Self::alone(main);
        files.paginators = text(PAGINATORS, lookup)?;
        files.endpoint_rule_set = text(ENDPOINT_RULE_SET, lookup)?;
        if files.endpoint_rule_set.is_none() {
            let note =
                format!("there is no {ENDPOINT_RULE_SET}: the model says nothing of endpoints");
            files.notes.push(note);
        }
        for (name, reason) in IGNORED {
            if text(name, lookup)?.is_some() {
                files.notes.push(format!("left out: {name}: {reason}"));
            }
        }
        Ok(files)
    }

    /// The model.
    pub(crate) fn source(&self) -> Result<Source<'_>, Diagnostics> {
        Ok(match format_of(self.main.file())? {
            Format::Smithy => Source::Smithy(self.main.file()),
            Format::C2j => Source::C2j(C2jFiles {
                service: self.main.file(),
                paginators: self.paginators.as_ref().map(Text::file),
                endpoint_rule_set: self.endpoint_rule_set.as_ref().map(Text::file),
            }),
        })
    }
}

/// The files of the model at a path: a wheel, a folder, or a file.
pub(crate) fn files(path: &Path, service: &str) -> Result<Files, Diagnostics> {
    if path.extension().is_some_and(|extension| extension == "whl") {
        return wheel::files(path, service);
    }
    if path.is_dir() {
        let mut lookup = |name: &str| read_optional(&path.join(name));
        let main = text(SERVICE, &mut lookup)?;
        let main = main.ok_or_else(|| missing(path))?;
        return Files::beside(main, &mut lookup);
    }
    let bytes = fs::read(path).map_err(|error| fault(path, &error))?;
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy();
    let main = decode(&name, bytes)?;
    if main.name != SERVICE {
        return Ok(Files::alone(main));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    Files::beside(main, &mut |name| read_optional(&folder.join(name)))
}

/// A file, plain or compressed.
pub(super) fn text(name: &str, lookup: &mut Lookup<'_>) -> Result<Option<Text>, Diagnostics> {
    for name in [name.to_owned(), format!("{name}.gz")] {
        if let Some(bytes) = lookup(&name)? {
            return decode(&name, bytes).map(Some);
        }
    }
    Ok(None)
}

/// The text of a file, under its name without `.gz`.
fn decode(name: &str, bytes: Vec<u8>) -> Result<Text, Diagnostics> {
    let (plain, bytes) = match name.strip_suffix(".gz") {
        Some(plain) => {
            let mut decoded = Vec::new();
            let mut decoder = GzDecoder::new(bytes.as_slice());
            let result = decoder.read_to_end(&mut decoded);
            result.map_err(|error| fault(Path::new(name), &error))?;
            (plain, decoded)
        }
        None => (name, bytes),
    };
    let text = String::from_utf8(bytes).map_err(|error| fault(Path::new(name), &error))?;
    Ok(Text {
        name: plain.to_owned(),
        text,
    })
}

/// The bytes of a file, `None` if it is not there.
fn read_optional(path: &Path) -> Result<Option<Vec<u8>>, Diagnostics> {
    if !path.exists() {
        return Ok(None);
    }
    fs::read(path)
        .map(Some)
        .map_err(|error| fault(path, &error))
}

/// A folder or wheel without the main file.
pub(super) fn missing(path: &Path) -> Diagnostics {
    Diagnostic::new(format!("found no {SERVICE} or {SERVICE}.gz"))
        .in_file(path.display().to_string())
        .into()
}
