//! "Did you mean": the id that is nearest to one that does not exist.

/// Longer names are not compared: the work grows with the square of the length.
const LONGEST: usize = 128;

/// The help for an id that does not exist: the nearest of `known`, else `otherwise`.
pub(crate) fn help<'k>(id: &str, known: impl Iterator<Item = &'k str>, otherwise: &str) -> String {
    match nearest(id, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.to_owned(),
    }
}

/// The nearest id within a third of its length in edits; the same name in another namespace is near.
fn nearest<'k>(id: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let name_of = |id: &'k str| id.split_once('#').map_or(id, |(_, name)| name);
    let (_, name) = id.split_once('#').unwrap_or(("", id));
    let limit = (name.len() / 3).clamp(1, 4);
    let near = known.filter_map(|candidate| {
        let distance = distance(name, name_of(candidate), limit)?;
        Some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

/// The number of edits (insert, remove, replace a byte) between two names, if it is within the limit.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit || a.len() > LONGEST {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b.bytes()) {
            let replaced = diagonal + usize::from(!left.eq_ignore_ascii_case(&right));
            diagonal = *cell;
            before = replaced.min(diagonal + 1).min(before + 1);
            *cell = before;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (a, b, expected) in [
            ("stage", "stage", Some(0)),
            ("stage", "Stages", Some(1)),
            ("stage", "stge", Some(1)),
            ("stage", "satge", Some(2)),
            ("stage", "channel", None),
            ("", "a", Some(1)),
        ] {
            assert_eq!(distance(a, b, 4), expected, "{a} {b}");
        }
    }

    #[test]
    fn finds_the_nearest() {
        let known = ["a#Channel", "a#Stage", "b#StageArn"];
        assert_eq!(nearest("a#Stagee", known.into_iter()), Some("a#Stage"));
        assert_eq!(nearest("a#StageArn", known.into_iter()), Some("b#StageArn"));
        assert_eq!(nearest("a#Completely", known.into_iter()), None);
    }
}
