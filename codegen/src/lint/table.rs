//! The table of lints.

use super::{
    ACCEPTED, Finding, invalid_pattern, secret_name, stale_apply, undocumented, unpaginated_list,
    unused_shape,
};
use crate::diagnostic::Diagnostic;
use crate::inspect::Inspected;
use crate::validate::suggest;

/// One kind of smell.
pub struct Lint {
    /// Its code, `secret-name`.
    pub code: &'static str,
    /// What it reports, in one line.
    pub summary: &'static str,
    /// Why that smells, what exactly is reported, and what to do, in paragraphs.
    pub explanation: &'static str,
    /// Looks for it; the acceptances, which are looked at last, are no part of the inspected model.
    pub(super) check: Option<fn(&Inspected) -> Vec<Finding>>,
}

impl Lint {
    /// What to write into the metadata of a model to accept one of its findings, if one can be.
    #[must_use]
    pub fn acceptance(&self) -> Option<String> {
        let code = self.code;
        self.check.map(|_| {
            format!(
                "\
\"metadata\": {{
  \"{ACCEPTED}\": [
    {{ \"code\": \"{code}\", \"shape\": \"com.example#Door\", \"reason\": \"why it is meant to be so\" }}
  ]
}}"
            )
        })
    }
}

/// Every lint, in the order in which findings are reported.
pub const LINTS: &[Lint] = &[
    Lint {
        code: undocumented::CODE,
        summary: "a public item of the client has no documentation",
        explanation: undocumented::EXPLANATION,
        check: Some(undocumented::check),
    },
    Lint {
        code: stale_apply::CODE,
        summary: "an `apply` statement changes nothing",
        explanation: stale_apply::EXPLANATION,
        check: Some(stale_apply::check),
    },
    Lint {
        code: unpaginated_list::CODE,
        summary: "an operation lists things and has no paginator",
        explanation: unpaginated_list::EXPLANATION,
        check: Some(unpaginated_list::check),
    },
    Lint {
        code: secret_name::CODE,
        summary: "a member is named like a secret and may be shown",
        explanation: secret_name::EXPLANATION,
        check: Some(secret_name::check),
    },
    Lint {
        code: unused_shape::CODE,
        summary: "no service uses a shape",
        explanation: unused_shape::EXPLANATION,
        check: Some(unused_shape::check),
    },
    Lint {
        code: invalid_pattern::CODE,
        summary: "a pattern is no regular expression",
        explanation: invalid_pattern::EXPLANATION,
        check: Some(invalid_pattern::check),
    },
    Lint {
        code: super::acceptance::CODE,
        summary: "a finding is accepted that there is not",
        explanation: super::acceptance::EXPLANATION,
        check: None,
    },
];

/// The lint with a code.
///
/// # Errors
///
/// A diagnostic that names the nearest code, or all of them.
pub fn find(code: &str) -> Result<&'static Lint, Box<Diagnostic>> {
    let known = || LINTS.iter().map(|lint| lint.code);
    let found = LINTS.iter().find(|lint| lint.code == code);
    found.ok_or_else(|| {
        let all: Vec<&str> = known().collect();
        let otherwise = format!("the codes are {}", all.join(", "));
        Box::new(
            Diagnostic::new(format!("found the code `{code}`, which no lint has"))
                .help(suggest::help(code, known(), &otherwise)),
        )
    })
}
