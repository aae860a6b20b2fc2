//! URI templates, as far as they must be understood to check them
//! ([Smithy 2.0, uri](https://smithy.io/2.0/spec/http-bindings.html#uri)).

/// The parts of a template that members relate to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    /// The names of the labels, in their order.
    pub(super) labels: Vec<String>,
    /// The names of the query parameters that have a fixed value.
    pub(super) query: Vec<String>,
}

/// Reads a template.
///
/// # Errors
///
/// What was found and what was expected, for each fault.
pub(super) fn parse(uri: &str) -> Result<Template, Vec<String>> {
    let mut template = Template::default();
    let mut faults = Vec::new();
    let (path, query) = uri
        .split_once('?')
        .map_or((uri, ""), |(path, query)| (path, query));
    let Some(segments) = path.strip_prefix('/') else {
        return Err(vec![format!(
            "found the URI {uri:?}, expected it to begin with `/`"
        )]);
    };
    if uri.contains('#') || uri.chars().any(|c| c.is_whitespace() || c.is_control()) {
        faults.push(format!(
            "found the URI {uri:?}, expected neither `#` nor white space in it"
        ));
    }
    let mut greedy = None;
    for segment in segments.split('/') {
        match label(segment) {
            Segment::Literal => {}
            Segment::Malformed => faults.push(format!(
                "found the segment {segment:?} of the URI, expected text, `{{label}}` or `{{label+}}`"
            )),
            Segment::Label { name, is_greedy } => {
                if let Some(before) = greedy {
                    faults.push(format!(
                        "found the label `{name}` after the greedy label `{before}`, expected a greedy label to be the last"
                    ));
                }
                if template.labels.iter().any(|known| known == name) {
                    faults.push(format!("found the label `{name}` twice in the URI, expected it once"));
                }
                greedy = is_greedy.then_some(name).or(greedy);
                template.labels.push(name.to_owned());
            }
        }
    }
    for literal in query.split('&').filter(|literal| !literal.is_empty()) {
        if literal.contains(['{', '}']) {
            faults.push(format!(
                "found {literal:?} in the query of the URI, expected no label there"
            ));
        }
        let name = literal.split_once('=').map_or(literal, |(name, _)| name);
        template.query.push(name.to_owned());
    }
    if faults.is_empty() {
        Ok(template)
    } else {
        Err(faults)
    }
}

/// The names of the labels `{name}` of a host prefix
/// ([endpoint trait](https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait)).
///
/// # Errors
///
/// What was found and what was expected.
pub(super) fn host_labels(prefix: &str) -> Result<Vec<String>, String> {
    let malformed =
        || format!("found the host prefix {prefix:?}, expected text and labels like `{{name}}`");
    let mut labels = Vec::new();
    let mut rest = prefix;
    while let Some((text, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').ok_or_else(malformed)?;
        if text.contains('}') || !crate::model::is_identifier(name) {
            return Err(malformed());
        }
        labels.push(name.to_owned());
        rest = behind;
    }
    if rest.contains('}') {
        Err(malformed())
    } else {
        Ok(labels)
    }
}

enum Segment<'s> {
    Literal,
    Label { name: &'s str, is_greedy: bool },
    Malformed,
}

fn label(segment: &str) -> Segment<'_> {
    let Some(inner) = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        return if segment.contains(['{', '}']) {
            Segment::Malformed
        } else {
            Segment::Literal
        };
    };
    let (name, is_greedy) = inner
        .strip_suffix('+')
        .map_or((inner, false), |name| (name, true));
    if crate::model::is_identifier(name) {
        Segment::Label { name, is_greedy }
    } else {
        Segment::Malformed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_labels_and_fixed_parameters() {
        let template = parse("/a/{b}/{c+}/d?e=f&g").unwrap();
        assert_eq!(template.labels, ["b", "c"]);
        assert_eq!(template.query, ["e", "g"]);
        assert_eq!(parse("/").unwrap(), Template::default());
        assert_eq!(host_labels("{a}.b.{c}.").unwrap(), ["a", "c"]);
    }

    #[test]
    fn refuses_what_is_no_template() {
        for uri in [
            "",
            "a",
            "/{}",
            "/{a",
            "/a}",
            "/{a}b",
            "/{a+}/{b}",
            "/{a}/{a}",
            "/a#b",
            "/a b",
            "/a?b={c}",
            "/{1}",
            "/{a++}",
        ] {
            assert!(parse(uri).is_err(), "{uri}");
        }
        for prefix in ["{", "}", "{}", "{a", "a}b{c}", "{a b}."] {
            assert!(host_labels(prefix).is_err(), "{prefix}");
        }
    }
}
