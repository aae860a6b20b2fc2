//! URI templates and host prefixes.

use crate::ir::UriPart;

/// A URI template, taken apart.
pub(super) struct UriTemplate {
    /// Its path.
    pub(super) path: Vec<UriPart>,
    /// The parameters of its literal query.
    pub(super) query: Vec<(String, Option<String>)>,
}

/// Takes `/a/{label}/{greedy+}?x&y=z` apart. `names` are the members of the input in the order of `fields`.
///
/// ([Smithy 2.0, httpTrait URI](https://smithy.io/2.0/spec/http-bindings.html#uri))
pub(super) fn uri_template(uri: &str, names: &[&str]) -> UriTemplate {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let query = query.split('&').filter(|parameter| !parameter.is_empty());
    UriTemplate {
        path: parts(path, names),
        query: query
            .map(|parameter| match parameter.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (parameter.to_owned(), None),
            })
            .collect(),
    }
}

/// Takes literal text and `{labels}` apart.
pub(super) fn parts(template: &str, names: &[&str]) -> Vec<UriPart> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((literal, (label, after))) = rest
        .split_once('{')
        .and_then(|(literal, rest)| Some((literal, rest.split_once('}')?)))
    {
        if !literal.is_empty() {
            parts.push(UriPart::Literal(literal.to_owned()));
        }
        let (name, greedy) = label
            .strip_suffix('+')
            .map_or((label, false), |name| (name, true));
        let field = names
            .iter()
            .position(|member| *member == name)
            .expect("validation has matched labels and members");
        parts.push(if greedy {
            UriPart::GreedyLabel(field)
        } else {
            UriPart::Label(field)
        });
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(UriPart::Literal(rest.to_owned()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_template_apart() {
        let template = uri_template("/tags/{arn}/x/{rest+}?list&type=2", &["rest", "arn"]);
        assert_eq!(
            template.path,
            [
                UriPart::Literal("/tags/".to_owned()),
                UriPart::Label(1),
                UriPart::Literal("/x/".to_owned()),
                UriPart::GreedyLabel(0)
            ]
        );
        assert_eq!(
            template.query,
            [
                ("list".to_owned(), None),
                ("type".to_owned(), Some("2".to_owned()))
            ]
        );
    }

    #[test]
    fn takes_a_host_prefix_apart() {
        assert_eq!(
            parts("{bucket}.data.", &["bucket"]),
            [UriPart::Label(0), UriPart::Literal(".data.".to_owned())]
        );
    }
}
