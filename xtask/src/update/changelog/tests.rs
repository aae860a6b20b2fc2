use ivs_realtime_codegen::internals::diff::Change;

use super::*;

fn change(rule: Rule, path: &str, what: &str) -> Change {
    Change {
        rule,
        path: path.to_owned(),
        what: what.to_owned(),
    }
}

/// An update that removes something, adds something and mends texts.
fn comparison() -> Comparison {
    Comparison {
        changes: vec![
            change(Rule::OperationRemoved, "Client::a", "is removed"),
            change(Rule::OperationAdded, "Client::b", "is new"),
            change(Rule::DocumentationChanged, "Client::c", "is told otherwise"),
            change(Rule::DocumentationChanged, "Client::d", "is told otherwise"),
        ],
        notes: Vec::new(),
    }
}

const ENTRY: &str = "### From the model of botocore 2

Breaking:

- `Client::a`: is removed

New:

- `Client::b`: is new

Other changes:

- documentation of 2 items
";

fn proposed(changelog: &str, class: Class) -> (String, String) {
    let proposal = propose(changelog, "0.1.0", "botocore 2", &comparison(), class);
    let Proposal { text, version } = proposal.unwrap();
    (text, version)
}

#[test]
fn a_new_changelog_begins_with_the_next_version() {
    let (text, version) = proposed("", Class::Breaking);
    assert_eq!(version, "0.2.0");
    assert_eq!(
        text,
        format!("# Changelog\n\n## 0.2.0 (unreleased)\n\n{ENTRY}")
    );
}

#[test]
fn a_section_goes_before_the_released_ones() {
    let (text, version) = proposed(
        "# Changelog\n\nWords.\n\n## 1.2.3 - 2026-01-02\n\nOld.\n",
        Class::Minor,
    );
    assert_eq!(version, "1.3.0");
    assert_eq!(
        text,
        format!(
            "# Changelog\n\nWords.\n\n## 1.3.0 (unreleased)\n\n{ENTRY}\n## 1.2.3 - 2026-01-02\n\nOld.\n"
        )
    );
}

#[test]
fn an_unreleased_section_takes_further_entries_and_the_greater_version() {
    let changelog = |version: &str, more: &str| {
        format!(
            "# Changelog\n\n## {version} (unreleased)\n\nBefore.\n{more}\n## [1.2.3] 2026\n\nOld.\n"
        )
    };
    for (before, class, after) in [
        ("1.2.4", Class::Patch, "1.2.4"),
        ("1.2.4", Class::Minor, "1.3.0"),
        ("1.3.0", Class::Patch, "1.3.0"),
        ("1.3.0", Class::Breaking, "2.0.0"),
        ("2.0.0", Class::Minor, "2.0.0"),
    ] {
        let (text, version) = proposed(&changelog(before, ""), class);
        assert_eq!(version, after, "{before} {class}");
        assert_eq!(text, changelog(after, &format!("\n{ENTRY}")));
    }
    // Nothing is released yet, so nothing can break.
    let first = "# Changelog\n\n## 0.1.0 (unreleased)\n\nThe first.\n";
    let (text, version) = proposed(first, Class::Breaking);
    assert_eq!(version, "0.1.0");
    assert_eq!(text, format!("{first}\n{ENTRY}"));
}

#[test]
fn a_heading_without_a_version_is_told() {
    for heading in ["## Unreleased", "## 1.2", "## 1.2.x (unreleased)"] {
        let error = propose(heading, "0.1.0", "b", &comparison(), Class::Patch).unwrap_err();
        assert!(error.contains(&format!("`{heading}`")), "{error}");
        assert!(error.contains("expected `## 1.2.3"), "{error}");
    }
    let error = propose("", "0.1", "b", &comparison(), Class::Patch).unwrap_err();
    assert!(error.contains("found the version `0.1`"), "{error}");
}
