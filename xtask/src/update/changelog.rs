//! The changelog of the client crate: sections of the second level, one for each version, the newest first.
//!
//! A version that is not published yet says `(unreleased)` in its heading. Entries of further updates go into it.

use std::fmt::Write;

use ivs_realtime_codegen::internals::diff::{Change, Class, Comparison, Rule};

/// What the heading of a version says that is not published yet.
const UNRELEASED: &str = "(unreleased)";

/// What a new changelog begins with.
const TITLE: &str = "# Changelog\n";

/// A changelog with an entry for an update, and the version that the crate gets.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) text: String,
    pub(super) version: String,
}

/// Proposes the entry and the version for what has changed since the version that the changelog begins with. `current`
/// is the version of the crate, which counts where there is no changelog yet. `origin` says where the new model comes
/// from. An error says what is wrong with the changelog.
pub(super) fn propose(
    changelog: &str,
    current: &str,
    origin: &str,
    comparison: &Comparison,
    class: Class,
) -> Result<Proposal, String> {
    let changelog = if changelog.trim().is_empty() {
        TITLE
    } else {
        changelog
    };
    let sections = Section::all(changelog)?;
    let entry = entry(origin, comparison);
    match sections.first() {
        Some(top) if !top.is_released => {
            let released = sections.iter().find(|section| section.is_released);
            let demanded = released
                .map(|section| next(class, section.version))
                .transpose()?;
            let version = match demanded {
                Some(demanded) if numbers(&demanded)? > numbers(top.version)? => demanded,
                _ => top.version.to_owned(),
            };
            let (before, after) = (&changelog[..top.start], &changelog[top.end..]);
            let body = changelog[top.body..top.end].trim();
            let text = format!("{before}## {version} {UNRELEASED}\n\n{body}\n\n{entry}");
            Ok(Proposal::new(&text, after, version))
        }
        top => {
            let version = next(class, top.map_or(current, |section| section.version))?;
            let start = top.map_or(changelog.len(), |section| section.start);
            let before = changelog[..start].trim_end();
            let text = format!("{before}\n\n## {version} {UNRELEASED}\n\n{entry}");
            Ok(Proposal::new(&text, &changelog[start..], version))
        }
    }
}

impl Proposal {
    fn new(begin: &str, rest: &str, version: String) -> Self {
        let rest = rest.trim();
        let mut text = format!("{}\n", begin.trim_end());
        if !rest.is_empty() {
            text = format!("{text}\n{rest}\n");
        }
        Self { text, version }
    }
}

/// The part of a changelog that is about one version.
struct Section<'a> {
    version: &'a str,
    is_released: bool,
    /// Where its heading begins, where what stands below that begins, and where it ends.
    start: usize,
    body: usize,
    end: usize,
}

impl<'a> Section<'a> {
    fn all(changelog: &'a str) -> Result<Vec<Self>, String> {
        let mut sections: Vec<Self> = Vec::new();
        let mut start = 0;
        for line in changelog.split_inclusive('\n') {
            let body = start + line.len();
            if let Some(heading) = line.strip_prefix("## ") {
                if let Some(last) = sections.last_mut() {
                    last.end = start;
                }
                let version = heading.split_whitespace().next().unwrap_or_default();
                let version = version.trim_matches(['[', ']']);
                numbers(version).map_err(|_| {
                    let heading = heading.trim();
                    format!(
                        "found the heading `## {heading}`, expected `## 1.2.3 {UNRELEASED}` or `## 1.2.3` and a date"
                    )
                })?;
                sections.push(Self {
                    version,
                    is_released: !heading.contains(UNRELEASED),
                    start,
                    body,
                    end: changelog.len(),
                });
            }
            start = body;
        }
        Ok(sections)
    }
}

fn next(class: Class, version: &str) -> Result<String, String> {
    let next = class.next_version(version);
    next.ok_or_else(|| format!("found the version `{version}`, expected three numbers, `1.2.3`"))
}

fn numbers(version: &str) -> Result<Vec<u64>, String> {
    let numbers = version.split('.').map(str::parse);
    match numbers.collect::<Result<Vec<u64>, _>>() {
        Ok(numbers) if numbers.len() == 3 => Ok(numbers),
        _ => Err(format!(
            "found the version `{version}`, expected three numbers, `1.2.3`"
        )),
    }
}

/// What has changed, as lists under a heading of the third level.
fn entry(origin: &str, comparison: &Comparison) -> String {
    let mut text = format!("### From the model of {origin}\n");
    for (class, title) in [
        (Class::Breaking, "Breaking"),
        (Class::Minor, "New"),
        (Class::Patch, "Other changes"),
    ] {
        let (docs, changes): (Vec<&Change>, Vec<&Change>) = comparison
            .of_class(class)
            .partition(|change| change.rule == Rule::DocumentationChanged);
        if docs.is_empty() && changes.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{title}:\n\n");
        for change in &changes {
            let _ = writeln!(text, "- `{}`: {}", change.path, change.what);
        }
        if !docs.is_empty() {
            let plural = if docs.len() == 1 { "" } else { "s" };
            let _ = writeln!(text, "- documentation of {} item{plural}", docs.len());
        }
    }
    text
}

#[cfg(test)]
mod tests;
