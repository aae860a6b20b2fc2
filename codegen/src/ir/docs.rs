//! Documentation, wrapped and ready to be emitted.

/// The lines of a doc comment, without `///`; an empty line separates paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The whole text.
    pub lines: Vec<String>,
    /// The first sentence or paragraph, for setters and listings.
    pub summary: Vec<String>,
}
