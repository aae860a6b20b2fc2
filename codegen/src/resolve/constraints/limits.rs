//! Constraints and their names.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToShoutySnakeCase;

use super::pattern::{Translation, translate};
use crate::ir::{Constant, Constraints, Limit, Name, TypeCheck};
use crate::model::{Length, Member, Range, Shape, ShapeId, ShapeKind};

/// The constraints that were met so far, by the shape or member that bears them.
#[derive(Default)]
pub(super) struct Named {
    constants: BTreeMap<ShapeId, Option<Constant>>,
    taken: BTreeSet<String>,
    unchecked: Vec<(String, String)>,
}

impl Named {
    /// The name of the constraint on a member's value, if there is one. What a member bears goes before what its target
    /// does.
    pub(super) fn constraint(&mut self, member: &Member, target: &Shape) -> Option<Name> {
        let own = &member.traits;
        let is_own = own.length.is_some() || own.range.is_some() || own.pattern.is_some();
        let bearer = if is_own { &member.id } else { &target.id };
        if let Some(known) = self.constants.get(bearer) {
            return known.as_ref().map(|constant| constant.name.clone());
        }
        let limits = self.limits(bearer, member, target);
        let constant = (!limits.is_empty()).then(|| Constant {
            name: self.fresh_name(bearer),
            limits,
        });
        let name = constant.as_ref().map(|constant| constant.name.clone());
        self.constants.insert(bearer.clone(), constant);
        name
    }

    fn limits(&mut self, bearer: &ShapeId, member: &Member, target: &Shape) -> Vec<Limit> {
        let (own, targets) = (&member.traits, &target.traits);
        let length = own.length.or(targets.length).and_then(length);
        let range = own.range.as_ref().or(targets.range.as_ref());
        let range = range.map(|range| self::range(range, &target.kind));
        let pattern = own.pattern.as_ref().or(targets.pattern.as_ref());
        let pattern = pattern.and_then(|pattern| self.pattern(bearer, pattern));
        length
            .into_iter()
            .chain(range.into_iter().flatten())
            .chain(pattern)
            .collect()
    }

    fn pattern(&mut self, bearer: &ShapeId, pattern: &str) -> Option<Limit> {
        match translate(pattern) {
            Ok(Translation::Same) => Some(Limit::Pattern(pattern.to_owned())),
            Ok(Translation::Other(text)) => {
                Some(Limit::TranslatedPattern(pattern.to_owned(), text))
            }
            Err(reason) => {
                self.unchecked.push((local_name(bearer), reason));
                None
            }
        }
    }

    fn fresh_name(&mut self, bearer: &ShapeId) -> Name {
        let mut name = local_name(bearer).to_shouty_snake_case();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name.insert_str(0, "S_");
        }
        let numbered = (2_usize..).map(|number| format!("{name}_{number}"));
        let fresh = std::iter::once(name.clone())
            .chain(numbered)
            .find(|name| !self.taken.contains(name))
            .expect("there are more numbers than names");
        self.taken.insert(fresh.clone());
        Name::new(fresh)
    }

    pub(super) fn into_constraints(self, types: Vec<TypeCheck>) -> Constraints {
        let mut constants: Vec<_> = self.constants.into_values().flatten().collect();
        constants.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        let mut unchecked = self.unchecked;
        unchecked.sort_unstable();
        Constraints {
            constants,
            types,
            unchecked,
        }
    }
}

/// `Shape`, or `Shape$member`.
fn local_name(id: &ShapeId) -> String {
    match id.member() {
        Some(member) => format!("{}${member}", id.name()),
        None => id.name().to_owned(),
    }
}

fn length(length: Length) -> Option<Limit> {
    // No length is less than nothing.
    match (length.min.filter(|min| *min > 0), length.max) {
        (None, None) => None,
        (None, Some(max)) => Some(match length.min {
            Some(min) => Limit::Length(min, max),
            None => Limit::MaxLength(max),
        }),
        (Some(min), None) => Some(Limit::MinLength(min)),
        (Some(min), Some(max)) => Some(Limit::Length(min, max)),
    }
}

/// The limits of a range. Those of integers are integers.
fn range(range: &Range, kind: &ShapeKind) -> Vec<Limit> {
    let is_fraction = matches!(
        kind,
        ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal
    );
    let bound = |text: &Option<String>, round: fn(f64) -> f64| {
        let text = text.as_ref()?;
        Some(match text.parse() {
            Ok(whole) => Bound::Whole(whole),
            Err(_) if is_fraction => Bound::Fraction(text.clone()),
            // The conversion ends at the greatest integer.
            Err(_) => Bound::Whole(round(text.parse().ok()?) as i128),
        })
    };
    match (bound(&range.min, f64::ceil), bound(&range.max, f64::floor)) {
        (Some(Bound::Whole(min)), Some(Bound::Whole(max))) => vec![Limit::Range(min, max)],
        (min, max) => {
            let min = min.map(|min| match min {
                Bound::Whole(min) => Limit::Min(min),
                Bound::Fraction(min) => Limit::MinFraction(min),
            });
            let max = max.map(|max| match max {
                Bound::Whole(max) => Limit::Max(max),
                Bound::Fraction(max) => Limit::MaxFraction(max),
            });
            min.into_iter().chain(max).collect()
        }
    }
}

enum Bound {
    Whole(i128),
    Fraction(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(min: Option<&str>, max: Option<&str>, kind: &ShapeKind) -> Vec<Limit> {
        let [min, max] = [min, max].map(|text| text.map(str::to_owned));
        range(&Range { min, max }, kind)
    }

    #[test]
    fn rounds_the_bounds_of_integers_inwards() {
        let integer = ShapeKind::Integer;
        assert_eq!(
            limits(Some("0.5"), Some("2.5"), &integer),
            [Limit::Range(1, 2)]
        );
        assert_eq!(
            limits(Some("-1.5"), Some("1e3"), &integer),
            [Limit::Range(-1, 1_000)]
        );
        assert_eq!(
            limits(None, Some("18446744073709551615"), &ShapeKind::BigInteger),
            [Limit::Max(18_446_744_073_709_551_615)]
        );
    }

    #[test]
    fn keeps_the_bounds_of_other_numbers() {
        let kind = ShapeKind::Double;
        let half = || "0.5".to_owned();
        assert_eq!(
            limits(Some("0.5"), Some("2"), &kind),
            [Limit::MinFraction(half()), Limit::Max(2)]
        );
        assert_eq!(
            limits(None, Some("0.5"), &kind),
            [Limit::MaxFraction(half())]
        );
        assert_eq!(limits(Some("1"), None, &kind), [Limit::Min(1)]);
    }

    #[test]
    fn a_length_of_nothing_limits_nothing() {
        let of = |min, max| length(Length { min, max });
        assert_eq!(of(Some(0), None), None);
        assert_eq!(of(Some(0), Some(5)), Some(Limit::Length(0, 5)));
        assert_eq!(of(None, Some(5)), Some(Limit::MaxLength(5)));
        assert_eq!(of(Some(1), None), Some(Limit::MinLength(1)));
    }
}
