//! The URI template of an operation.

use super::super::Object;
use super::Model;

/// A C2J template with its labels renamed: C2J names a label by the `locationName` of the member, Smithy by the member.
///
/// `{x}`, the greedy `{x+}` and literal queries stay as they are otherwise.
pub(super) fn template(
    model: &Model<'_>,
    template: &str,
    input: Option<&Object>,
) -> Result<String, String> {
    let mut uri = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((label, after)) = after.split_once('}') else {
            return Err(format!("found a label without an end in `{template}`"));
        };
        let (label, greedy) = match label.strip_suffix('+') {
            Some(label) => (label, "+"),
            None => (label, ""),
        };
        let Some(member) = input.and_then(|input| member_of(input, label)) else {
            return Err(format!(
                "found the label `{label}` in `{template}`, expected a member of the input with the location `uri`"
            ));
        };
        uri.extend([before, "{", member, greedy, "}"]);
        rest = after;
    }
    uri.push_str(rest);
    if uri.starts_with('/') {
        Ok(uri)
    } else {
        Err(format!(
            "found the URI `{template}` of {}, expected it to start with `/`",
            model.namespace
        ))
    }
}

/// The member that is bound to a label.
fn member_of<'a>(input: &'a Object, label: &str) -> Option<&'a str> {
    let members = input.get("members")?.as_object()?;
    let bound = members.iter().find(|(name, member)| {
        let named = member.get("locationName").and_then(|name| name.as_str());
        member
            .get("location")
            .is_some_and(|location| location == "uri")
            && named.unwrap_or(name) == label
    });
    bound.map(|(name, _)| name.as_str())
}
