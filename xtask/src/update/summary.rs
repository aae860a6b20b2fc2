//! What a person pastes into a pull request.

use ivs_realtime_codegen::internals::diff::Comparison;
use ivs_realtime_codegen::internals::diff::render::{self, Options};

/// What an update came to.
pub(super) struct Summary<'a> {
    /// Where the model comes from.
    pub(super) origin: &'a str,
    /// What has changed for users.
    pub(super) comparison: &'a Comparison,
    /// The version of the client crate before, and the one that is proposed.
    pub(super) versions: (&'a str, &'a str),
    /// How many findings of lints are open.
    pub(super) findings: usize,
}

impl Summary<'_> {
    /// Markdown, between two lines that are not part of it.
    pub(super) fn text(&self) -> String {
        let (old, new) = self.versions;
        let version = if old == new {
            format!("`ivs-realtime` stays at version {old}.")
        } else {
            format!("`ivs-realtime` goes from version {old} to {new}.")
        };
        let lints = match self.findings {
            0 => "`cargo xtask lint` finds nothing.".to_owned(),
            1 => "`cargo xtask lint` has 1 finding.".to_owned(),
            many => format!("`cargo xtask lint` has {many} findings."),
        };
        let changes = render::markdown(self.comparison, &Options::default());
        format!(
            "---- for the pull request ----\n\n## The model of {}\n\n{version} {lints}\n\n{}\n\n---- until here ----",
            self.origin,
            changes.trim_end(),
        )
    }
}
