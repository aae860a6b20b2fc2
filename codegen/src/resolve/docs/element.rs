//! The elements of HTML that documentation is made of.

/// What a tag of HTML, or a construct of CommonMark, means for a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    /// Ends a paragraph and begins another: `p`, `div`, `section`.
    Division,
    Heading(u8),
    /// A list, numbered from this number on if it has one.
    List(Option<u64>),
    Item,
    /// A list of terms and what they mean: `dl`.
    Terms,
    Term,
    Meaning,
    Quote,
    /// A note with this label.
    Note(&'static str),
    /// Text whose lines stay as they are, in a language.
    Preformatted(String),
    Table,
    Row,
    Cell,
    Rule,
    Break,
    Emphasis,
    Strong,
    Code,
    /// A link: to a URL, or else to what its text names.
    Link(Option<String>),
    /// A picture, by the text that stands for it.
    Image(String),
    /// Markup that documentation does without: `span`, `sup`, `tbody`.
    Plain,
}

impl Element {
    /// The element of this name, with no attributes; `None` if HTML and the documentation of AWS know none.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside"
            | "center" | "figure" | "figcaption" | "caption" | "details" | "summary"
            | "address" | "fullname" | "para" | "simpara" | "html" | "body" => Self::Division,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ul" | "menu" | "itemizedlist" => Self::List(None),
            "ol" | "orderedlist" => Self::List(Some(1)),
            "li" | "listitem" => Self::Item,
            "dl" => Self::Terms,
            "dt" => Self::Term,
            "dd" => Self::Meaning,
            "blockquote" => Self::Quote,
            "note" => Self::Note("Note"),
            "important" => Self::Note("Important"),
            "caution" => Self::Note("Caution"),
            "warning" => Self::Note("Warning"),
            "tip" => Self::Note("Tip"),
            "pre" | "programlisting" | "screen" => Self::Preformatted(String::new()),
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "hr" => Self::Rule,
            "br" => Self::Break,
            _ => return Self::inline(name),
        })
    }

    fn inline(name: &str) -> Option<Self> {
        Some(match name {
            "i" | "em" | "cite" | "dfn" | "var" | "replaceable" => Self::Emphasis,
            "b" | "strong" => Self::Strong,
            "code" | "tt" | "kbd" | "samp" | "literal" => Self::Code,
            "a" => Self::Link(None),
            "img" => Self::Image(String::new()),
            "abbr" | "acronym" | "big" | "colgroup" | "col" | "del" | "font" | "guilabel"
            | "ins" | "label" | "mark" | "nobr" | "q" | "s" | "small" | "span" | "strike"
            | "sub" | "sup" | "tbody" | "tfoot" | "thead" | "time" | "u" | "ulink" | "wbr"
            | "xref" => Self::Plain,
            _ => return None,
        })
    }

    /// Whether a name is as likely a placeholder, as in `/users/<address>`: it is an element only where its end tag
    /// follows.
    pub(super) fn is_doubtful(name: &str) -> bool {
        const DOUBTFUL: [&str; 27] = [
            "abbr", "acronym", "address", "article", "aside", "body", "caption", "cite", "details",
            "dfn", "footer", "font", "header", "html", "label", "literal", "main", "mark", "menu",
            "q", "s", "screen", "section", "summary", "time", "u", "var",
        ];
        DOUBTFUL.contains(&name)
    }

    /// Whether it stands within a paragraph.
    pub(super) fn is_inline(&self) -> bool {
        matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Code
                | Self::Link(_)
                | Self::Image(_)
                | Self::Break
                | Self::Plain
        )
    }
}
