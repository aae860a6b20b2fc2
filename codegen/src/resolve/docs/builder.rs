//! Builds the tree from what opens, closes and is said.
//!
//! Nothing has to be closed, and what is closed need not be open: a block ends the inline content before it, an item
//! ends the item before it, and text that stands where only items or rows may gets an item or a row of its own.

use super::element::Element;
use super::frame::{Frame, Kind};
use super::inline::tidy;
use super::tree::{Block, Inline, Table};

/// How deep elements may stand in each other. What is deeper loses its markup, not its text.
const MOST_DEPTH: usize = 24;

/// A tree that grows.
pub(super) struct Builder {
    /// What is open, the outermost first. The first frame is the document, and is never closed.
    frames: Vec<Frame>,
}

impl Builder {
    pub(super) fn new() -> Self {
        let mut builder = Self { frames: Vec::new() };
        builder.push(Kind::Document);
        builder
    }

    /// What has been built.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            self.pop();
        }
        self.flush();
        self.frames
            .pop()
            .map(|frame| frame.blocks)
            .unwrap_or_default()
    }

    /// Adds text, in which white space parts words.
    pub(super) fn text(&mut self, text: &str) {
        let is_blank = text.chars().all(char::is_whitespace);
        if !is_blank {
            self.make_room(false);
        }
        self.top().inlines.push(Inline::Text(text.to_owned()));
    }

    /// Adds code as it stands.
    pub(super) fn code(&mut self, code: &str) {
        self.make_room(false);
        self.top().inlines.push(Inline::Code(code.to_owned()));
    }

    /// What a start tag does.
    pub(super) fn open(&mut self, element: Element) {
        if self.is_preformatted() {
            if matches!(element, Element::Break | Element::Division) {
                self.top().inlines.push(Inline::Text("\n".to_owned()));
            }
            return;
        }
        if element.is_inline() {
            return self.open_inline(element);
        }
        self.end_paragraph();
        match element {
            Element::Item => self.open_item(),
            Element::Term => {
                self.open_item();
                self.push(Kind::Term);
            }
            Element::Meaning => self.open_meaning(),
            Element::Row => self.open_row(),
            Element::Cell => {
                self.open_row();
                self.push(Kind::Cell);
            }
            element => self.open_block(element),
        }
    }

    /// What an end tag does.
    pub(super) fn close(&mut self, element: &Element) {
        let mut frames = self.frames.iter().rev();
        let distance =
            frames.position(|frame| frame.kind.is(element) || frame.kind.is_barrier(element));
        let found = distance.map(|distance| self.frames.len() - 1 - distance);
        if let Some(index) = found.filter(|index| self.frames[*index].kind.is(element)) {
            while self.frames.len() > index {
                self.pop();
            }
        } else if !element.is_inline() && !self.is_preformatted() {
            self.end_paragraph();
        }
    }

    fn open_inline(&mut self, element: Element) {
        let kind = match element {
            Element::Break => return self.break_line(),
            Element::Image(alternative) => return self.text(&alternative),
            Element::Emphasis => Kind::Emphasis,
            Element::Strong => Kind::Strong,
            Element::Code => Kind::Code,
            Element::Link(target) => {
                self.close(&Element::Link(None));
                Kind::Link(target)
            }
            _ => return,
        };
        self.make_room(false);
        let mut open = self
            .frames
            .iter()
            .rev()
            .take_while(|frame| frame.kind.is_inline());
        if !open.any(|frame| frame.kind == kind) {
            self.push(kind);
        }
    }

    /// Ends the line; where it has been ended already, the paragraph.
    fn break_line(&mut self) {
        let is_blank =
            |inline: &&Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
        let mut said = self.top().inlines.iter().rev().skip_while(is_blank);
        if said.next() == Some(&Inline::Break) {
            self.end_paragraph();
        } else {
            self.top().inlines.push(Inline::Break);
        }
    }

    fn open_block(&mut self, element: Element) {
        let kind = match element {
            Element::Heading(level) => Kind::Heading(level),
            Element::List(first) => Kind::List(first, Vec::new()),
            Element::Terms => Kind::Terms(Vec::new()),
            Element::Quote => Kind::Quote(None),
            Element::Note(label) => Kind::Quote(Some(label)),
            Element::Preformatted(language) => Kind::Preformatted(language),
            Element::Table => Kind::Table(Table::default()),
            Element::Rule => {
                self.make_room(false);
                self.top().blocks.push(Block::Rule);
                return;
            }
            _ => return,
        };
        // A list that stands in a list, and not in its item, belongs to the item before.
        self.make_room(matches!(kind, Kind::List(..)));
        if self.frames.len() < MOST_DEPTH {
            self.push(kind);
        }
    }

    /// Opens an item of the innermost list; of a new one if there is none.
    fn open_item(&mut self) {
        let is_list = |frame: &Frame| matches!(frame.kind, Kind::List(..) | Kind::Terms(_));
        let is_edge = |frame: &Frame| {
            matches!(frame.kind, Kind::Document | Kind::Quote(_) | Kind::Cell) || is_list(frame)
        };
        while !is_edge(self.top()) {
            self.pop();
        }
        self.end_paragraph();
        if !is_list(self.top()) {
            self.push(Kind::List(None, Vec::new()));
        }
        self.push(Kind::Item(None));
    }

    /// Goes on with the item of the term before; without one, opens an item.
    fn open_meaning(&mut self) {
        self.close(&Element::Term);
        let is_list = |frame: &&Frame| matches!(frame.kind, Kind::List(..) | Kind::Terms(_));
        let mut inner = self
            .frames
            .iter()
            .rev()
            .take_while(|frame| !is_list(frame) && frame.kind != Kind::Cell);
        if !inner.any(|frame| matches!(frame.kind, Kind::Item(_))) {
            self.open_item();
        }
    }

    /// Ends the cell that is open, and opens a row if none is. Outside of a table, it ends the paragraph.
    fn open_row(&mut self) {
        let is_edge = |frame: &Frame| matches!(frame.kind, Kind::Document | Kind::Quote(_));
        let is_table = |frame: &Frame| matches!(frame.kind, Kind::Table(_) | Kind::Row(_));
        let innermost = self
            .frames
            .iter()
            .rposition(|frame| is_table(frame) || is_edge(frame));
        let found = innermost.filter(|index| is_table(&self.frames[*index]));
        while found.is_some_and(|index| self.frames.len() > index + 1) {
            self.pop();
        }
        if found.is_none() {
            self.push(Kind::Table(Table::default()));
        }
        if matches!(self.top().kind, Kind::Table(_)) {
            self.push(Kind::Row(Vec::new()));
        }
    }

    /// Sees to it that what is open may hold text: a list or a table may not. With `goes_on`, the last item of a list
    /// is opened again.
    fn make_room(&mut self, goes_on: bool) {
        match &mut self.top().kind {
            Kind::List(_, items) | Kind::Terms(items) => {
                let blocks = if goes_on { items.pop() } else { None };
                self.push(Kind::Item(None));
                self.top().blocks = blocks.unwrap_or_default();
            }
            Kind::Table(_) => {
                self.push(Kind::Row(Vec::new()));
                self.push(Kind::Cell);
            }
            Kind::Row(_) => self.push(Kind::Cell),
            _ => {}
        }
    }

    /// Ends the inline elements and the paragraph that are open.
    fn end_paragraph(&mut self) {
        while self.top().kind.is_inline() {
            self.pop();
        }
        if matches!(self.top().kind, Kind::Heading(_) | Kind::Term) {
            self.top().inlines.push(Inline::Text(" ".to_owned()));
        } else {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let inlines = tidy(std::mem::take(&mut self.top().inlines));
        if !inlines.is_empty() {
            self.top().blocks.push(Block::Paragraph(inlines));
        }
    }

    fn is_preformatted(&mut self) -> bool {
        matches!(self.top().kind, Kind::Preformatted(_))
    }

    fn push(&mut self, kind: Kind) {
        self.frames.push(Frame {
            kind,
            blocks: Vec::new(),
            inlines: Vec::new(),
        });
    }

    fn top(&mut self) -> &mut Frame {
        self.frames
            .last_mut()
            .expect("the frame of the document stays open")
    }

    /// Closes the innermost frame, and hands what it holds to the one around it.
    fn pop(&mut self) {
        if !self.top().kind.keeps_inlines() {
            self.flush();
        }
        if let Some(frame) = self.frames.pop() {
            self.top().take_in(frame);
        }
    }
}
