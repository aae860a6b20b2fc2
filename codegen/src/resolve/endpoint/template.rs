//! Template strings: `https://{Region}.{PartitionResult#dnsSuffix}`.

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Fixed text; `{{` and `}}` stand for braces.
    Text(String),
    /// A reference, with the path behind a `#`.
    Value {
        name: &'a str,
        path: Option<&'a str>,
    },
}

/// Takes a template apart; the error says what is wrong with it.
pub(super) fn pieces(template: &str) -> Result<Vec<Piece<'_>>, &'static str> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        if brace.starts_with("{{") || brace.starts_with("}}") {
            pieces.push(Piece::Text(brace[..1].to_owned()));
            rest = &brace[2..];
            continue;
        }
        let Some(inside) = brace.strip_prefix('{') else {
            return Err("expected `}}` for a brace, found a lone `}`");
        };
        let Some((reference, after)) = inside.split_once('}') else {
            return Err("expected a `}` for each `{`, found none");
        };
        let (name, path) = match reference.split_once('#') {
            Some((name, path)) => (name, Some(path)),
            None => (reference, None),
        };
        if name.is_empty() || name.contains('{') {
            return Err("expected a name between `{` and `}`");
        }
        pieces.push(Piece::Value { name, path });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_template_apart() {
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(pieces("plain").unwrap(), [text("plain")]);
        assert_eq!(pieces("").unwrap(), []);
        assert_eq!(
            pieces("https://{a}.{b#c}/x").unwrap(),
            [
                text("https://"),
                Piece::Value {
                    name: "a",
                    path: None
                },
                text("."),
                Piece::Value {
                    name: "b",
                    path: Some("c")
                },
                text("/x"),
            ]
        );
        assert_eq!(pieces("{{é}}").unwrap(), [text("{"), text("é"), text("}")]);
    }

    #[test]
    fn refuses_what_is_no_template() {
        for template in ["{", "a}", "{}", "{a", "{a{b}}", "{#a}"] {
            assert!(pieces(template).is_err(), "{template}");
        }
    }
}
