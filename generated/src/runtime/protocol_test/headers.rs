//! Headers of a request.

use http::{HeaderMap, Request};

use super::Differences;

/// All values of a header in one, with commas between them (RFC 9110, section 5.2).
fn joined(headers: &HeaderMap, name: &str) -> Option<String> {
    let values: Vec<_> = headers
        .get_all(name)
        .iter()
        .map(|value| String::from_utf8_lossy(value.as_bytes()))
        .collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// Notes where a header is not there, or has another value.
pub(super) fn compare<B>(
    request: &Request<B>,
    name: &str,
    expected: &str,
    differences: &mut Differences,
) {
    differences.step(format_args!(".{name}"), |differences| {
        match joined(request.headers(), name) {
            None => differences.push(format_args!("found nothing, expected {expected:?}")),
            Some(found) if elements(&found) != elements(expected) => {
                differences.differs(&found, &expected);
            }
            Some(_) => {}
        }
    });
}

/// The elements of a value that may be a list: space around a comma means nothing, space elsewhere does
/// (RFC 9110, section 5.6.1). A comma in quotes is no end.
fn elements(value: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    let (mut start, mut in_quotes, mut is_escaped) = (0, false, false);
    for (index, one) in value.bytes().enumerate() {
        match one {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_quotes => is_escaped = true,
            b'"' => in_quotes = !in_quotes,
            b',' if !in_quotes => {
                elements.push(value.get(start..index).unwrap_or_default().trim());
                start = index + 1;
            }
            _ => {}
        }
    }
    elements.push(value.get(start..).unwrap_or_default().trim());
    elements
}

/// Notes a header that is not there.
pub(super) fn require<B>(request: &Request<B>, name: &str, differences: &mut Differences) {
    if !request.headers().contains_key(name) {
        differences.step(format_args!(".{name}"), |differences| {
            differences.push("found nothing, expected a value");
        });
    }
}

/// Notes a header that is there.
pub(super) fn forbid<B>(request: &Request<B>, name: &str, differences: &mut Differences) {
    if let Some(found) = joined(request.headers(), name) {
        differences.step(format_args!(".{name}"), |differences| {
            differences.push(format_args!("found {found:?}, expected nothing"));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_counts_within_elements_alone() {
        assert_eq!(elements("a , b"), elements("a,b"));
        assert_ne!(elements("a b"), elements("ab"));
        assert_ne!(elements("a, b"), elements("b, a"));
        assert_eq!(elements(r#""a, \", b", c"#), [r#""a, \", b""#, "c"]);
        assert_ne!(elements(r#""a""#), elements("a"));
        assert_eq!(elements(""), [""]);
    }
}
