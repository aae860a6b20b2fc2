//! Diagnostics as a person reads them, in the way of rustc.

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Excerpt, Place, Severity};
use crate::load::Source;

/// More columns than an excerpt ever has: it is short already.
const COLUMNS: usize = 1000;

/// Diagnostics as a text, with the lines of the files that they are about. It ends with a newline.
///
/// `color` asks for escape sequences of a terminal; without it the text is plain.
///
/// ```
/// use ivs_realtime_codegen::{Settings, Source, generate, render};
///
/// let text = r#"{"smithy": "2.0", "shapes": {"a#Door": {"type": "door"}}}"#;
/// let model = [Source { name: "model.json".to_owned(), bytes: text.into() }];
/// let faults = generate(&model, &Settings::default()).expect_err("there is no such type");
/// let text = render(&faults, &model, false);
/// assert!(text.starts_with("error: the shape has the unknown type \"door\""));
/// assert!(text.contains(" --> model.json:1:"));
/// ```
#[must_use]
pub fn render(diagnostics: &Diagnostics, sources: &[Source], color: bool) -> String {
    render_located(&diagnostics.clone().located(sources), color)
}

/// As [`render`], of diagnostics that have been [located](Diagnostics::located).
#[must_use]
pub fn render_located(diagnostics: &Diagnostics, color: bool) -> String {
    let renderer = renderer(color);
    let all = diagnostics
        .iter()
        .map(|diagnostic| one(diagnostic, &renderer));
    all.collect::<Vec<_>>().join("\n")
}

/// The line that ends a report of errors: what could not be done, and how many errors there are.
#[must_use]
pub fn summary(diagnostics: &Diagnostics, failed: &str, color: bool) -> String {
    let errors = diagnostics.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error).count();
    let plural = if errors == 1 { "" } else { "s" };
    let title = Level::ERROR.primary_title(format!("{failed}: {errors} error{plural}"));
    let text = renderer(color).render(&[Group::with_title(title)]);
    format!("{text}\n")
}

fn renderer(color: bool) -> Renderer {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.term_width(COLUMNS)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Accepted => Level::NOTE.with_name("accepted"),
    }
}

/// One diagnostic: title, place, line, notes; then the other places.
fn one(diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = level(diagnostic.severity);
    let title = level.clone().primary_title(diagnostic.message.as_str());
    let title = match diagnostic.code {
        Some(code) => title.id(code),
        None => title,
    };
    let notes = diagnostic.notes();
    let notes = notes.map(|(label, text)| Level::NOTE.with_name(label).message(text));
    let mut text = heading(Group::with_title(title), &diagnostic.place, renderer);
    text += &body(level, &diagnostic.place, notes, renderer);
    for related in diagnostic.related_in_files() {
        let title = Level::NOTE.secondary_title(related.message.as_str());
        text += &heading(Group::with_title(title), &related.place, renderer);
        text += &body(Level::NOTE, &related.place, [], renderer);
    }
    text
}

/// A title, and the place under it.
///
/// The place is given apart from the line, because the line may have been cut: the column is that of the file.
fn heading(title: Group<'_>, place: &Place, renderer: &Renderer) -> String {
    let Some(file) = &place.file else {
        return format!("{}\n", renderer.render(&[title]));
    };
    let mut origin = Origin::path(file.as_str());
    if let Some(start) = place.start() {
        origin = origin.line(start.line).char_column(start.column);
    }
    let text = renderer.render(&[title.element(origin)]);
    // Its arrow stands under the last digit of the line's number.
    let width = place.excerpt.as_ref().map_or(0, line_number_width);
    match text.rsplit_once('\n') {
        Some((title, origin)) => format!("{title}\n{:width$}{origin}\n", ""),
        None => format!("{text}\n"),
    }
}

fn line_number_width(excerpt: &Excerpt) -> usize {
    excerpt.span.start.line.to_string().len()
}

/// The line, and what there is to say of it.
fn body<'a>(
    level: Level<'a>,
    place: &'a Place,
    notes: impl IntoIterator<Item = Message<'a>>,
    renderer: &Renderer,
) -> String {
    let mut group = Group::with_level(level);
    if let Some(excerpt) = &place.excerpt {
        let (start, end) = excerpt.mark;
        let line = Snippet::source(excerpt.line.as_str()).line_start(excerpt.span.start.line);
        group = group.element(line.annotation(AnnotationKind::Primary.span(start..end)));
    }
    let group = group.elements(notes);
    if group.is_empty() {
        return String::new();
    }
    format!("{}\n", renderer.render(&[group]))
}
