//! What a comparison gives: changes, as data.

use std::fmt;

use super::Rule;

/// What a change does to the users of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Code stays as it is.
    Patch,
    /// There is something new to use, or a warning.
    Minor,
    /// Code may no longer compile, or silently do something else.
    Breaking,
}

impl Class {
    /// All classes, the worst first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Minor, Self::Patch];

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }

    /// The part of the version that must be raised in a crate from 1.0 on.
    #[must_use]
    pub fn part(self) -> &'static str {
        match self {
            Self::Breaking => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
        }
    }

    /// The part of the version that must be raised in a crate before 1.0, where the second number is what the first
    /// is afterwards ([Cargo](https://doc.rust-lang.org/cargo/reference/semver.html#change-categories)).
    #[must_use]
    pub fn part_before_1_0(self) -> &'static str {
        match self {
            Self::Breaking => "minor",
            Self::Minor | Self::Patch => "patch",
        }
    }

    /// The lowest version that may follow this one, `1.2.3`. `None` if the text is no plain version of three numbers, or
    /// one of them cannot be raised.
    #[must_use]
    pub fn next_version(self, version: &str) -> Option<String> {
        let numbers: Vec<u64> = version
            .split('.')
            .map(|number| number.parse().ok())
            .collect::<Option<_>>()?;
        let [major, minor, patch] = numbers.try_into().ok()?;
        let part = if major == 0 {
            self.part_before_1_0()
        } else {
            self.part()
        };
        let (major, minor, patch): (u64, u64, u64) = match part {
            "major" => (major.checked_add(1)?, 0, 0),
            "minor" => (major, minor.checked_add(1)?, 0),
            _ => (major, minor, patch.checked_add(1)?),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The rule it falls under, which says its class and the reason.
    pub rule: Rule,
    /// The item it touches, as a path from the root of the crate: `types::Stage::arn`.
    pub path: String,
    /// What is different, for a person.
    pub what: String,
}

impl Change {
    /// Its class.
    #[must_use]
    pub fn class(&self) -> Class {
        self.rule.class()
    }

    /// Why it has that class.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        self.rule.reason()
    }
}

/// All that is different between two models.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The changes: the worst first, by rule within a class, and by path within a rule.
    pub changes: Vec<Change>,
    /// What was not compared, and why. One line each.
    pub notes: Vec<String>,
}

impl Comparison {
    /// The class of the whole, that of its worst change; `None` if nothing is different.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.changes.iter().map(Change::class).max()
    }

    /// The changes of one class.
    pub fn of_class(&self, class: Class) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.class() == class)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_raised_where_cargo_looks() {
        let next = |version: &str| Class::ALL.map(|class| class.next_version(version).unwrap());
        assert_eq!(next("0.1.2"), ["0.2.0", "0.1.3", "0.1.3"]);
        assert_eq!(next("1.2.3"), ["2.0.0", "1.3.0", "1.2.4"]);
        for odd in ["", "1.2", "1.2.3.4", "1.2.x", "1.2.3-rc1", "-1.0.0"] {
            assert_eq!(Class::Patch.next_version(odd), None, "{odd}");
        }
        let greatest = format!("1.2.{}", u64::MAX);
        assert_eq!(Class::Patch.next_version(&greatest), None);
    }

    #[test]
    fn the_codes_of_rules_are_distinct() {
        let mut codes: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Rule::ALL.len());
    }
}
