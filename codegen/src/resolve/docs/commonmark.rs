//! CommonMark, and the HTML that it may hold.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::element::Element;
use super::html;
use super::sentence::part_summary;
use super::tree::Block;

/// Reads the text of a documentation trait.
///
/// Smithy says that it is CommonMark, which may hold HTML; the models of AWS hold HTML alone, whose text CommonMark
/// would take for markup: `*.example.com`, or an indented line after an empty one. So a text is HTML if it begins with
/// a tag, or if it has the tag of a block and nothing that only CommonMark has: code in backticks or after a fence, a
/// list, a heading, a link. Any other text is CommonMark, with the HTML in it.
///
/// ([Smithy 2.0, documentation](https://smithy.io/2.0/spec/documentation-traits.html#documentation-trait))
pub(super) fn read(text: &str) -> Vec<Block> {
    let text = text.trim();
    if starts_with_tag(text) {
        return read_html(text);
    }
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    if text.contains('<') && !events.iter().any(is_markdown) && has_block_tag(text) {
        return read_html(text);
    }
    let mut builder = Builder::new();
    add_events(events, &mut builder);
    builder.finish()
}

/// HTML begins with a paragraph of any length. CommonMark is written for readers of the text, and is left as it is.
fn read_html(text: &str) -> Vec<Block> {
    let mut builder = Builder::new();
    html::read(text, &mut builder);
    let mut blocks = builder.finish();
    part_summary(&mut blocks);
    blocks
}

/// The name of the tag that a text begins with, of a start tag or an end tag, if it is one of HTML's.
fn tag(text: &str) -> Option<Element> {
    let text = text.strip_prefix('<')?;
    let text = text.strip_prefix('/').unwrap_or(text);
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let ends = text[end..].starts_with(['>', '/', ' ', '\n']);
    Element::named(&text[..end].to_ascii_lowercase()).filter(|_| ends)
}

fn starts_with_tag(text: &str) -> bool {
    tag(text).is_some() || text.starts_with("<!--")
}

fn has_block_tag(text: &str) -> bool {
    let mut starts = text
        .match_indices('<')
        .filter_map(|(index, _)| tag(&text[index..]));
    starts.any(|element| !element.is_inline())
}

/// Whether it comes from markup that only CommonMark has.
fn is_markdown(event: &Event<'_>) -> bool {
    match event {
        Event::Code(_) => true,
        Event::Start(tag) => match tag {
            Tag::CodeBlock(kind) => matches!(kind, CodeBlockKind::Fenced(_)),
            Tag::List(_) | Tag::Heading { .. } | Tag::Table(_) | Tag::Link { .. } => true,
            _ => false,
        },
        _ => false,
    }
}

fn add_events(events: Vec<Event<'_>>, builder: &mut Builder) {
    let mut html = String::new();
    for event in events {
        if let Event::Html(part) | Event::InlineHtml(part) = &event {
            html.push_str(part);
            continue;
        }
        if !html.is_empty() {
            html::read(&std::mem::take(&mut html), builder);
        }
        match event {
            Event::Start(tag) => builder.open(opened(tag)),
            Event::End(tag) => builder.close(&closed(tag)),
            Event::Text(text) => builder.text(&text),
            Event::Code(code) => builder.code(&code),
            Event::SoftBreak => builder.text(" "),
            Event::HardBreak => builder.open(Element::Break),
            Event::Rule => builder.open(Element::Rule),
            // Only with options that are not asked for.
            other => debug_assert!(false, "{other:?} is no CommonMark"),
        }
    }
    html::read(&html, builder);
}

fn opened(tag: Tag<'_>) -> Element {
    match tag {
        Tag::Heading { level, .. } => Element::Heading(rank(level)),
        Tag::BlockQuote(_) => Element::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Element::Preformatted(info.into_string()),
        Tag::CodeBlock(CodeBlockKind::Indented) => Element::Preformatted(String::new()),
        Tag::List(first) => Element::List(first),
        Tag::Item => Element::Item,
        Tag::Table(_) => Element::Table,
        Tag::TableHead | Tag::TableRow => Element::Row,
        Tag::TableCell => Element::Cell,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strong => Element::Strong,
        Tag::Link { dest_url, .. } => Element::Link(Some(dest_url.into_string())),
        Tag::Image { .. } => Element::Plain,
        _ => Element::Division,
    }
}

fn closed(tag: TagEnd) -> Element {
    match tag {
        TagEnd::Heading(level) => Element::Heading(rank(level)),
        TagEnd::BlockQuote(_) => Element::Quote,
        TagEnd::CodeBlock => Element::Preformatted(String::new()),
        TagEnd::List(is_numbered) => Element::List(is_numbered.then_some(1)),
        TagEnd::Item => Element::Item,
        TagEnd::Table => Element::Table,
        TagEnd::TableHead | TagEnd::TableRow => Element::Row,
        TagEnd::TableCell => Element::Cell,
        TagEnd::Emphasis => Element::Emphasis,
        TagEnd::Strong => Element::Strong,
        TagEnd::Link => Element::Link(None),
        TagEnd::Image => Element::Plain,
        _ => Element::Division,
    }
}

fn rank(level: HeadingLevel) -> u8 {
    level as u8
}
