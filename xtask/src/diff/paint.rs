//! The colours of a comparison.

use anstyle::{AnsiColor, Style as Look};
use ivs_realtime_codegen::internals::diff::Class;
use ivs_realtime_codegen::internals::diff::render::Style;

/// A piece of the text with the look of its style.
pub(crate) fn paint(style: Style, text: &str) -> String {
    let look = match style {
        Style::Heading(Class::Breaking) => AnsiColor::Red.on_default().bold(),
        Style::Heading(Class::Minor) => AnsiColor::Yellow.on_default().bold(),
        Style::Heading(Class::Patch) => AnsiColor::Green.on_default().bold(),
        Style::Path => Look::new().bold(),
        Style::Quiet => Look::new().dimmed(),
    };
    format!("{look}{text}{look:#}")
}
