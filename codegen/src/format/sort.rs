//! The order of names: like a reader's, with numbers by value and `_` first.

use std::cmp::Ordering;

#[derive(Debug)]
enum Chunk<'a> {
    Underscore,
    Text(&'a str),
    Number {
        value: u64,
        zeros: usize,
        text: &'a str,
    },
}

/// The chunks of a name.
struct Chunks<'a>(&'a str);

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let first = self.0.chars().next()?;
        if first == '_' {
            self.0 = &self.0[1..];
            return Some(Chunk::Underscore);
        }
        let number = first.is_ascii_digit();
        let end = self
            .0
            .find(|c: char| {
                if number {
                    !c.is_ascii_digit()
                } else {
                    c == '_' || c.is_ascii_digit()
                }
            })
            .unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest;
        if !number {
            return Some(Chunk::Text(text));
        }
        // A name ends for rustfmt before a number that is too large.
        let value: u64 = text.parse().ok()?;
        Some(Chunk::Number {
            value,
            zeros: text.bytes().take_while(|byte| *byte == b'0').count(),
            text,
        })
    }
}

/// Compares two names the way the 2024 style sorts them.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (Chunks(left), Chunks(right));
    let mut zeros = Ordering::Equal;
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return zeros,
            (Some(_), None) => Ordering::Greater,
            (None, Some(_)) => Ordering::Less,
            (Some(Chunk::Underscore), Some(Chunk::Underscore)) => Ordering::Equal,
            (Some(Chunk::Underscore), _) => Ordering::Less,
            (_, Some(Chunk::Underscore)) => Ordering::Greater,
            (
                Some(Chunk::Number {
                    value, zeros: more, ..
                }),
                Some(Chunk::Number {
                    value: other,
                    zeros: less,
                    ..
                }),
            ) => {
                // More leading zeros come first, if nothing else differs.
                if value == other && zeros == Ordering::Equal {
                    zeros = less.cmp(&more);
                }
                value.cmp(&other)
            }
            (
                Some(Chunk::Text(text) | Chunk::Number { text, .. }),
                Some(Chunk::Text(other) | Chunk::Number { text: other, .. }),
            ) => text.cmp(other),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn names_are_sorted_like_the_style_guide_says() {
        let expected = [
            "_ZYXW", "_abcd", "A2", "ABCD", "Z_YXW", "ZY_XW", "ZYXW", "a1", "abcd", "u_zzz", "u8",
            "u16", "u128", "ua", "usize", "v000", "v00", "v0", "v0s", "v001", "v01", "v1", "v009",
            "v9", "v10", "x86", "x86_32", "x86_64", "x86_128", "x87",
        ];
        let mut names = expected;
        names.reverse();
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(names, expected);
    }
}
