//! What compiled JMESPath expressions lean on: the parts of the language that are no operation of Rust already.
//!
//! A list is an iterator, a null is `None`, a number is an `f64`, a string is a `&str`.
//!
//! ([JMESPath](https://jmespath.org/specification.html))

/// The value of an expression that may end early with `?`, where JMESPath has an error: a function was given a null. Such
/// an expression matches nothing.
pub fn defined(expression: impl FnOnce() -> Option<bool>) -> bool {
    expression().unwrap_or(false)
}

/// A value that counts as true, or does not: `true`, any number, a string that is not empty.
pub trait Truth {
    /// Whether it counts as true.
    fn is_true(&self) -> bool;
}

impl Truth for bool {
    fn is_true(&self) -> bool {
        *self
    }
}

impl Truth for f64 {
    fn is_true(&self) -> bool {
        true
    }
}

impl Truth for &str {
    fn is_true(&self) -> bool {
        !self.is_empty()
    }
}

/// `||`: the first value if it counts as true, else the other. `None` if that ends in an error.
pub fn or<T: Truth>(
    value: Option<T>,
    other: impl FnOnce() -> Option<Option<T>>,
) -> Option<Option<T>> {
    match value {
        Some(value) if value.is_true() => Some(Some(value)),
        _ => other(),
    }
}

/// `&&`: the other value if the first counts as true, else the first. `None` if that ends in an error.
pub fn and<T: Truth>(
    value: Option<T>,
    other: impl FnOnce() -> Option<Option<T>>,
) -> Option<Option<T>> {
    match value {
        Some(value) if value.is_true() => other(),
        value => Some(value),
    }
}

/// What is made of a value that is used more than once.
pub fn with<T, U>(value: T, make: impl FnOnce(T) -> U) -> U {
    make(value)
}

/// A list of what several expressions give.
pub fn list<T, const N: usize>(items: [T; N]) -> std::array::IntoIter<T, N> {
    items.into_iter()
}

/// The items of lists, or a list without its nulls.
pub fn flatten<I>(lists: I) -> std::iter::Flatten<I::IntoIter>
where
    I: IntoIterator,
    I::Item: IntoIterator,
{
    lists.into_iter().flatten()
}

/// Whether there are items, and all of them are this.
pub fn all<T: PartialEq>(items: impl IntoIterator<Item = T>, expected: T) -> bool {
    let mut items = items.into_iter().peekable();
    items.peek().is_some() && items.all(|item| item == expected)
}

/// Whether one of the items is this: `contains` of a list, and the comparator `anyStringEquals`.
pub fn any<T: PartialEq>(items: impl IntoIterator<Item = T>, expected: T) -> bool {
    items.into_iter().any(|item| item == expected)
}

/// Whether there are items: a list without any counts as false.
pub fn is_filled(items: impl IntoIterator) -> bool {
    items.into_iter().next().is_some()
}

/// Whether a structure has a member that is set: one without any counts as false.
pub fn is_set<T: Default + PartialEq>(structure: &T) -> bool {
    *structure != T::default()
}

/// A number of 64 bits; JMESPath has no more than those of a `double`.
pub fn long(number: i64) -> f64 {
    number as f64
}

/// `contains` of a string; a null is in none.
pub fn has_part(text: &str, part: Option<&str>) -> bool {
    part.is_some_and(|part| text.contains(part))
}

/// `length` of a list.
pub fn length(items: impl IntoIterator) -> f64 {
    number(items.into_iter().count())
}

/// `length` of a string, in code points.
pub fn characters(text: &str) -> f64 {
    number(text.chars().count())
}

/// A size as a number.
pub fn number(size: usize) -> f64 {
    u32::try_from(size).map_or(f64::INFINITY, f64::from)
}

/// `[index]`: the item at this index, counted from the end if it is negative.
pub fn item<T>(items: impl IntoIterator<Item = T>, index: i32) -> Option<T> {
    let mut items = items.into_iter();
    match usize::try_from(index) {
        Ok(index) => items.nth(index),
        Err(_) => {
            let items: Vec<T> = items.collect();
            let from_end = usize::try_from(index.unsigned_abs()).ok()?;
            let index = items.len().checked_sub(from_end)?;
            items.into_iter().nth(index)
        }
    }
}

/// `[start:stop:step]`, as in Python.
pub fn slice<T>(
    items: impl IntoIterator<Item = T>,
    start: Option<i32>,
    stop: Option<i32>,
    step: i32,
) -> std::vec::IntoIter<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let step = i64::from(step);
    // Where a walk backwards may stand: also before the first item.
    let (least, most) = if step < 0 {
        (-1, length - 1)
    } else {
        (0, length)
    };
    let place = |index: Option<i32>, otherwise: i64| match index.map(i64::from) {
        None => otherwise,
        Some(index) if index < 0 => (index + length).clamp(least, most),
        Some(index) => index.clamp(least, most),
    };
    let (first, end) = if step < 0 {
        (most, least)
    } else {
        (least, most)
    };
    let (mut at, stop) = (place(start, first), place(stop, end));
    let mut taken = Vec::new();
    while step != 0 && if step < 0 { at > stop } else { at < stop } {
        let item = usize::try_from(at).ok().and_then(|at| items.get_mut(at));
        taken.extend(item.and_then(Option::take));
        at += step;
    }
    taken.into_iter()
}

/// `<` and its like: a null on either side makes the result null.
pub fn ordered(
    left: Option<f64>,
    right: Option<f64>,
    holds: fn(&f64, &f64) -> bool,
) -> Option<bool> {
    Some(holds(&left?, &right?))
}

/// A message that is a list of strings, as one text; `None` if there is none.
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let texts: Vec<&str> = texts.into_iter().collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_needs_an_item() {
        assert!(all(["a", "a"], "a"));
        assert!(!all(["a", "b"], "a"));
        assert!(!all([], "a"));
        assert!(any(["b", "a"], "a"));
        assert!(!any([], "a"));
    }

    #[test]
    fn indexes_from_both_ends() {
        let at = |index| item([1, 2, 3], index);
        assert_eq!([at(0), at(2), at(3)], [Some(1), Some(3), None]);
        assert_eq!([at(-1), at(-3), at(-4)], [Some(3), Some(1), None]);
    }

    /// The examples of Python's documentation that JMESPath refers to.
    #[test]
    fn slices_as_python_does() {
        let cut = |start, stop, step| slice(0..6, start, stop, step).collect::<Vec<_>>();
        assert_eq!(cut(None, None, 1), [0, 1, 2, 3, 4, 5]);
        assert_eq!(cut(Some(1), Some(4), 1), [1, 2, 3]);
        assert_eq!(cut(Some(-2), None, 1), [4, 5]);
        assert_eq!(cut(None, Some(-2), 1), [0, 1, 2, 3]);
        assert_eq!(cut(None, None, 2), [0, 2, 4]);
        assert_eq!(cut(None, None, -1), [5, 4, 3, 2, 1, 0]);
        assert_eq!(cut(Some(4), Some(1), -2), [4, 2]);
        assert_eq!(cut(Some(10), Some(-10), -3), [5, 2]);
        assert_eq!(cut(Some(10), None, 1), [0; 0]);
        assert_eq!(cut(None, None, 0), [0; 0]);
    }

    #[test]
    fn nulls_have_no_order() {
        assert_eq!(ordered(Some(1.0), Some(2.0), f64::lt), Some(true));
        assert_eq!(ordered(Some(2.0), Some(2.0), f64::lt), Some(false));
        assert_eq!(ordered(None, Some(2.0), f64::lt), None);
        assert_eq!(ordered(Some(1.0), None, f64::lt), None);
    }

    #[test]
    fn counts_code_points() {
        assert_eq!((characters("né"), length([1, 2])), (2.0, 2.0));
    }
}
