//! HTML, with what is no tag kept as text.
//!
//! The documentation of services is no clean HTML: `<region>` is a placeholder in it, and `if a <b` is no tag. So a tag
//! counts if its name is one of HTML's (or of those that AWS adds) and its attributes look like attributes. All else
//! is text as it stands.

use std::collections::BTreeSet;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Span, Tokenizer};

use super::builder::Builder;
use super::element::Element;

/// Adds what HTML says to the tree.
pub(super) fn read(html: &str, builder: &mut Builder) {
    let end_tags = doubtful_end_tags(html);
    let mut read_to = 0;
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let span = match &token {
            Token::StartTag(tag) => tag.span,
            Token::EndTag(tag) => tag.span,
            Token::String(text) => text.span,
            Token::Comment(comment) => comment.span,
            Token::Doctype(doctype) => doctype.span,
            Token::Error(_) => continue,
        };
        read_to = span.end;
        let source = source(html, span);
        match token {
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            Token::StartTag(tag) => match element(&tag, &end_tags) {
                Some(element) => builder.open(element),
                None => builder.text(source),
            },
            Token::EndTag(tag) => match Element::named(&String::from_utf8_lossy(&tag.name)) {
                Some(element) => builder.close(&element),
                None => builder.text(source),
            },
            Token::Comment(_) if source.starts_with("<!--") => {}
            _ => builder.text(source),
        }
    }
    // A tag that does not end is no token.
    builder.text(html.get(read_to..).unwrap_or_default());
}

fn source(html: &str, span: Span<usize>) -> &str {
    html.get(span.start..span.end).unwrap_or_default()
}

/// The doubtful names whose end tags there are.
fn doubtful_end_tags(html: &str) -> BTreeSet<&str> {
    html.split("</")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('>')?.0))
        .filter(|name| Element::is_doubtful(name))
        .collect()
}

/// What a start tag means; `None` if it is no tag.
fn element(tag: &StartTag<usize>, end_tags: &BTreeSet<&str>) -> Option<Element> {
    let name = std::str::from_utf8(&tag.name).ok()?;
    let mut element = Element::named(name)?;
    if !are_attributes(tag) || Element::is_doubtful(name) && !end_tags.contains(name) {
        return None;
    }
    match &mut element {
        Element::Link(target) => *target = attribute(tag, "href").filter(|url| !url.is_empty()),
        Element::Image(alternative) => *alternative = attribute(tag, "alt").unwrap_or_default(),
        Element::List(Some(first)) => {
            let start = attribute(tag, "start").and_then(|start| start.parse().ok());
            *first = start.unwrap_or(*first);
        }
        _ => {}
    }
    Some(element)
}

/// Whether what follows a tag's name are attributes, and not words of a sentence. A value with a tag in it comes from
/// a quotation mark that is missing.
fn are_attributes(tag: &StartTag<usize>) -> bool {
    tag.attributes.iter().all(|(name, value)| {
        let may_be_empty = ["href", "name", "id", "class", "title", "alt"];
        let is_attribute = !value.is_empty()
            || may_be_empty
                .iter()
                .any(|known| known.as_bytes() == name.as_slice());
        is_attribute && !value.contains(&b'<')
    })
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).trim().to_owned())
}
