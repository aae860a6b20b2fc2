//! What a run says.

use std::path::Path;
use std::time::Duration;

use ivs_realtime_codegen::Generated;
use ivs_realtime_codegen::internals::output::{Change, Changes};
use similar::TextDiff;

use crate::disk::shown;

/// How many undocumented shapes are named before the rest is only counted.
const NAMED: usize = 20;

/// After writing: what has changed, and the summary.
pub(super) fn done(
    folder: &Path,
    generated: &Generated,
    changes: &Changes<'_>,
    summary: &str,
) -> String {
    let mut lines: Vec<String> = changes
        .files
        .iter()
        .map(|(path, change)| {
            let verb = match change {
                Change::Add { .. } => "added",
                Change::Update { .. } => "changed",
                Change::Remove { .. } => "removed",
            };
            format!("{verb:<8} {}", shown(&folder.join(path)))
        })
        .collect();
    lines.extend(changes.foreign.iter().map(|path| foreign(folder, path)));
    lines.extend(undocumented(&generated.undocumented));
    lines.extend(
        generated
            .omitted
            .iter()
            .map(|name| format!("omitted  {name}: it has an event stream")),
    );
    lines.extend(
        generated
            .omitted_waiters
            .iter()
            .map(|name| format!("omitted  waiter {name}: its path is not supported")),
    );
    lines.push(summary.to_owned());
    lines.join("\n")
}

/// How much of what there is, how many files were written, and how long it took.
pub(super) fn summary(generated: &Generated, changes: &Changes<'_>, time: Duration) -> String {
    let counts = &generated.counts;
    let removed = changes
        .files
        .iter()
        .filter(|(_, change)| matches!(change, Change::Remove { .. }))
        .count();
    format!(
        "{} operations, {} structures, {} enums, {} errors in {} lines; {} of {} files written, {removed} removed, {:.2} s",
        counts.operations,
        counts.structures,
        counts.enums,
        counts.errors,
        counts.lines,
        changes.files.len() - removed,
        generated.files.len(),
        time.as_secs_f64(),
    )
}

fn foreign(folder: &Path, path: &str) -> String {
    format!(
        "warning: {} is not an emitted file, and does not belong here",
        shown(&folder.join(path))
    )
}

/// Names what the model does not document.
fn undocumented(ids: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = ids
        .iter()
        .take(NAMED)
        .map(|id| format!("undocumented: {id}"))
        .collect();
    if ids.len() > NAMED {
        lines.push(format!(
            "undocumented: {} more shapes and members",
            ids.len() - NAMED
        ));
    }
    lines
}

/// Without writing: a unified diff of what would change, and the command that changes it.
pub(super) fn check(folder: &Path, changes: &Changes<'_>, command: &str) -> String {
    if changes.files.is_empty() && changes.foreign.is_empty() {
        return format!("{} is up to date", shown(folder));
    }
    let mut report = String::new();
    for (path, change) in &changes.files {
        let path = shown(&folder.join(path));
        let (before, after) = match change {
            Change::Add { text } => ("", *text),
            Change::Update { before, text } => (*before, *text),
            Change::Remove { before } => (*before, ""),
        };
        let name = |prefix: &str, text: &str| {
            if text.is_empty() {
                "/dev/null".to_owned()
            } else {
                format!("{prefix}/{path}")
            }
        };
        let diff = TextDiff::from_lines(before, after);
        report += &diff
            .unified_diff()
            .header(&name("a", before), &name("b", after))
            .to_string();
    }
    for path in &changes.foreign {
        report += &foreign(folder, path);
        report.push('\n');
    }
    let count = changes.files.len();
    let files = if count == 1 {
        "file differs"
    } else {
        "files differ"
    };
    format!("{report}\n{count} {files} from the model: run `{command}`")
}
