//! What is written shows what was read: the same words in the same order, the same links, the same code.
//!
//! Two readings are compared: that of the source, by the tokenizer alone, and that of the Markdown, by a parser of
//! CommonMark with the options of rustdoc.

use std::io::Write as _;
use std::path::Path;

use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{Span, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use super::element::Element;
use super::{commonmark, write};

/// What a text shows.
#[derive(Debug, Default)]
struct Shown {
    text: String,
    links: Vec<String>,
    /// The code within paragraphs, without white space.
    code: String,
}

impl Shown {
    fn add(&mut self, text: &str, is_code: bool) {
        let shown = || {
            text.chars()
                .filter(|letter| letter.is_whitespace() || !super::inline::is_left_out(*letter))
        };
        if is_code {
            self.code
                .extend(shown().filter(|letter| !letter.is_whitespace()));
        }
        self.text.extend(shown());
    }

    fn words(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }
}

/// What HTML shows, with the labels of notes and the colons after terms that are written for its tags.
fn shown_by_html(html: &str) -> Shown {
    let mut shown = Shown::default();
    let (mut is_code, mut is_term, mut is_preformatted) = (false, false, false);
    let source = |span: Span<usize>| &html[span.start..span.end];
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span()) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let element = Element::named(&String::from_utf8_lossy(&tag.name));
                let is_inline = element.as_ref().is_none_or(Element::is_inline);
                match element {
                    None => shown.add(source(tag.span), is_code),
                    Some(Element::Note(label)) => shown.add(&format!(" {label}:"), false),
                    Some(Element::Code) => is_code = !is_preformatted,
                    Some(Element::Preformatted(_)) => is_preformatted = true,
                    Some(Element::Term) => is_term = true,
                    Some(Element::Meaning) if is_term => {
                        shown.text.truncate(shown.text.trim_end().len());
                        shown.add(":", false);
                        is_term = false;
                    }
                    _ => {}
                }
                if !is_inline || &**tag.name == b"br" {
                    shown.text.push(' ');
                    is_code &= is_inline;
                }
                if let Some(href) = tag.attributes.get(&b"href"[..]) {
                    let href = String::from_utf8_lossy(href).trim().to_owned();
                    shown.links.extend(href.starts_with("http").then_some(href));
                }
            }
            Token::EndTag(tag) => match Element::named(&String::from_utf8_lossy(&tag.name)) {
                None => shown.add(source(tag.span), is_code),
                Some(element) => {
                    if !element.is_inline() {
                        shown.text.push(' ');
                        is_preformatted &= !matches!(element, Element::Preformatted(_));
                    }
                    is_code &= element.is_inline() && element != Element::Code;
                }
            },
            Token::String(text) => shown.add(&String::from_utf8_lossy(&text), is_code),
            _ => {}
        }
    }
    shown
}

/// What Markdown shows. Nothing in it may be of a kind that is never written.
fn shown_by_markdown(text: &str, options: Options) -> Shown {
    let mut shown = Shown::default();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => shown.add(&text, false),
            Event::Code(code) => shown.add(&code, true),
            Event::Start(Tag::Link { dest_url, .. }) => shown.links.push(dest_url.into_string()),
            Event::Start(Tag::Emphasis | Tag::Strong)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::InlineHtml(html) if &*html == "<br>" => shown.text.push(' '),
            Event::Start(
                Tag::Strikethrough
                | Tag::FootnoteDefinition(_)
                | Tag::Image { .. }
                | Tag::HtmlBlock,
            )
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineHtml(_) => panic!("markup that is never written: {text}"),
            _ => shown.text.push(' '),
        }
    }
    shown
}

/// The options of rustdoc, but for the one that makes curly quotation marks.
fn rustdoc() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

fn written(text: &str) -> String {
    write::lines(&commonmark::read(text), 60).join("\n")
}

/// Compares what a text shows with what is written for it.
fn check(text: &str, source: &Shown) -> Result<(), String> {
    let markdown = written(text);
    let shown = shown_by_markdown(&markdown, rustdoc());
    let mut links = shown.links.iter();
    let has_links = source
        .links
        .iter()
        .all(|link| links.any(|shown| shown == link));
    if shown.words() == source.words() && shown.code == source.code && has_links {
        return Ok(());
    }
    Err(format!(
        "{text}\n--- became\n{markdown}\n--- {source:?}\n--- {shown:?}"
    ))
}

fn assert_kept(html: &str) {
    let html = format!("<p>{html}");
    check(&html, &shown_by_html(&html)).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn text_that_is_no_markup_shows_as_it_is() {
    let texts = [
        "a * b ** c *.example.com and *x* **y** a*b*c",
        "_x_ __y__ snake_case_name _lead trail_ a_ _b",
        "# no heading ## nor #this # #",
        "1. no list 2) nor this 10. 11.",
        "- dash + plus -- --flag ---x a--b - - -",
        "=== --- *** ___ ~~~ ``` +++",
        "[a-zA-Z0-9]+ [foo](bar) [foo]: bar [^1] [x] [ ] ![img](x)",
        "`tick` ``two`` a`b",
        "a | b | c --- | --- |---| :--",
        "~struck~ ~~struck~~ ~/.aws",
        "&lt;p&gt; &amp;lt; &amp;amp; &amp;#42; AT&amp;T &copy; a & b",
        "if x < 5 and y > 3 &lt;region&gt; <region> <bucket_name>/<object>",
        "C:\\path\\*file \\_ \\ end\\",
        "> no quote &gt; nor this",
        "see https://example.com/a_b*c(d). (http://x.org/?a=1&amp;b=2) https://{id}.example.com/[x] https://",
        "<code>a`b</code> <code>``</code> <code>`</code> <code>``` ``</code>",
        "<code>- a 1. b # c &gt; d &lt;p&gt; | e</code> <code>x\\</code> <code>[y](z)</code> <code>*</code>",
        "<b>Note:</b> text <b> spaced </b>word<b></b> <i>a</i><b>b</b><i>c</i>",
        "<b><i>both</i> one</b> <i><b>x</b></i> in<i>fix</i>ed <i>(p)</i>word word<b>!x</b>",
        "<code>GET <a href=\"https://x.org/a\">Thing</a> now</code> <code>a</code><code>b</code>",
        "Hey!<a href=\"https://x.org/(a)?b=1&copy=2\">[b]</a>: <a href=\"https://x.org/\">https://x.org/</a>",
        "one&nbsp;two\u{a0}three&#8203;four\u{202e}five",
        "unclosed <b>bold <i>both <code>code <p>next</p> </ul> stray",
        "line<br>- next<br/>1. one<br>=== <br><br># two",
        "-<p>+<p>1.<p>#<p>&gt;<p>:---<p>|a|<br>|-|",
    ];
    texts.into_iter().for_each(assert_kept);
}

#[test]
fn what_is_no_tag_is_text() {
    let texts = [
        ("<p>a <b and c", "a \\<b and c"),
        ("<p>a <i and b> c", "a \\<i and b> c"),
        (
            "<p>/users/<address>/<label>",
            "/users/\\<address>/\\<label>",
        ),
        ("<p><address>here</address>", "here"),
        (
            "<p><a href=\"https://x.org>one</a> two",
            "\\<a href=\"<https://x.org>>one\\</a> two",
        ),
        ("<!-- nothing --><p></p>&nbsp;<b> </b>", ""),
    ];
    for (text, markdown) in texts {
        assert_eq!(written(text), markdown, "{text}");
    }
}

#[test]
fn is_html_if_it_begins_so_or_has_blocks_and_no_markup_of_commonmark() {
    let texts = [
        ("*a* <code>b</code> <region>", "*a* `b` \\<region>"),
        ("any _a_<p>or `x`", "any *a*\n\nor `x`"),
        ("any _a_<p>next", "any \\_a\\_\n\nnext"),
        ("A:\n\n* b\n* c", "A:\n\n- b\n- c"),
        ("```rust\nlet a = 1;\n```", "```text\nlet a = 1;\n```"),
    ];
    for (text, markdown) in texts {
        assert_eq!(written(text), markdown, "{text}");
    }
}

#[test]
fn blocks_keep_their_text() {
    let texts = [
        "<ul><li>a<li><p>b</p><p>c</p><ul><li>d</li></ul></li><ul><li>e</ul>f</ul><ul><li>g</ul>",
        "<ol><li>a<ol start=\"3\"><li>b</ol><pre>  x\n    y\n</pre></ol><ol><li>z</ol>",
        "<dl><dt>A</dt><dd><p>one</p></dd><dt><code>B</code></dt><dd>two<ul><li>x</ul></dl>",
        "<note><p>x</p><ul><li>y</ul></note><important>z</important><caution><b>w</b></caution>",
        "<table><tr><th>a|b<th><code>c|d</code></tr><tr><td><p>1</p><p>2</p><td>3<td>4</table>after",
        "<h3>T # #</h3><h4>U</h4><h3>V<p>x</h3><blockquote>q<blockquote>r</blockquote></blockquote>",
        "<pre>```\nfn main() {}\n````</pre><pre>{\"a\": 1}</pre>",
        "<li>lost<dd>x<td>y<tr>z",
    ];
    texts.into_iter().for_each(assert_kept);
}

#[test]
fn models_keep_their_words() {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let Ok(folder) = std::fs::read_dir(shared.join("models")) else {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: there is no folder {}",
            shared.display()
        );
        return;
    };
    let mut faults = Vec::new();
    let mut count = 0;
    let paths = folder.map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "json")) {
        let model: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let mut texts = Vec::new();
        documentation(&model, &mut texts);
        count += texts.len();
        faults.extend(
            texts
                .into_iter()
                .filter_map(|text| check(text, &shown(text)).err()),
        );
    }
    assert!(count > 0);
    assert!(
        faults.is_empty(),
        "{} of {count}: {}",
        faults.len(),
        faults[..faults.len().min(8)].join("\n\n")
    );
}

fn shown(text: &str) -> Shown {
    if text.trim_start().starts_with('<') {
        shown_by_html(text)
    } else {
        let mut shown = Shown::default();
        for event in Parser::new_ext(text.trim(), Options::empty()) {
            match event {
                Event::Text(text) => shown.add(&text, false),
                Event::Code(code) => shown.add(&code, true),
                Event::Html(html) | Event::InlineHtml(html) => {
                    let html = shown_by_html(&html);
                    shown.text.push_str(&html.text);
                    shown.links.extend(html.links);
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    shown.links.push(dest_url.into_string())
                }
                Event::Start(Tag::Emphasis | Tag::Strong)
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
                _ => shown.text.push(' '),
            }
        }
        shown
    }
}

/// Every documentation trait in a model.
fn documentation<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(text) if name == "smithy.api#documentation" => texts.push(text),
                    value => documentation(value, texts),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| documentation(item, texts)),
        _ => {}
    }
}
