//! Divides a block into functions that are neither deep nor long.

use std::collections::BTreeSet;

use crate::ir::Name;
use heck::ToSnakeCase;

use super::hoist::hoist;
use super::names;
use super::share::share;
use super::uses::{Uses, prune};
use crate::ir::endpoint::{
    Block, Expr, ExprKind, Helper, Outcome, Part, SharedProperty, Step, Test, Type,
};

/// How deep the `if`s of a function may stand in each other.
const MAX_DEPTH: usize = 2;
/// How many lines the body of a function may have, roughly.
const MAX_LINES: usize = 40;
/// What is shorter is not worth a function.
const MIN_LINES: usize = 8;
/// More arguments are hard to read; clippy draws the line here as well.
const MAX_ARGUMENTS: usize = 7;
/// A literal longer than this does not go into a name.
const MAX_WORD: usize = 20;

/// Makes functions of blocks.
pub(super) struct Arranger {
    /// The functions made so far.
    helpers: Vec<Helper>,
    names: BTreeSet<String>,
    /// The locals in the order in which functions take them.
    order: Vec<Name>,
    /// What the functions take from the runtime.
    imports: BTreeSet<&'static str>,
}

impl Arranger {
    pub(super) fn new(order: Vec<Name>) -> Self {
        Self {
            helpers: Vec::new(),
            names: BTreeSet::new(),
            order,
            imports: BTreeSet::from(["Endpoint", "EndpointError"]),
        }
    }

    /// Arranges the body of a function; what it reads.
    pub(super) fn function(&mut self, body: &mut Block) -> Uses {
        hoist(body);
        prune(body, &self.helpers);
        self.flatten(body);
        self.shorten(body);
        let uses = prune(body, &self.helpers);
        self.imports.extend(&uses.imports);
        uses
    }

    /// The functions made, and what they take from the runtime. Each function stands behind the one
    /// that calls it first.
    pub(super) fn finish(
        mut self,
        body: &mut Block,
    ) -> (Vec<Helper>, Vec<SharedProperty>, Vec<Name>) {
        for local in self.helpers.iter().flat_map(|helper| &helper.locals) {
            self.imports.extend(record(&local.ty));
        }
        let mut order = Vec::new();
        self.visit(body, &mut order);
        let place = |index: usize| order.iter().position(|other| *other == index);
        let mut helpers = Vec::new();
        for index in &order {
            helpers.extend(self.helpers.get(*index).cloned());
        }
        renumber(body, &place);
        helpers
            .iter_mut()
            .for_each(|helper| renumber(&mut helper.body, &place));
        let is_used =
            |name: &str| self.names.contains(name) || self.order.iter().any(|local| local == name);
        let shared = share(body, &mut helpers, is_used);
        if !shared.is_empty() {
            self.imports.insert("Document");
        }
        let imports = self.imports.into_iter().map(names::ident);
        (helpers, shared, imports.collect())
    }

    /// Notes the functions that a block calls, and those that these call.
    fn visit(&self, block: &Block, order: &mut Vec<usize>) {
        for step in &block.steps {
            if let Step::If { then, .. } = step {
                self.visit(then, order);
            }
        }
        if let Some(Outcome::Call(index)) = block.end
            && !order.contains(&index)
            && let Some(helper) = self.helpers.get(index)
        {
            order.push(index);
            self.visit(&helper.body, order);
        }
    }

    /// Makes a function of a block; its place in `helpers`.
    pub(super) fn helper(&mut self, name: &str, docs: Vec<String>, mut body: Block) -> usize {
        let is_used = |other: &str| {
            self.names.contains(other) || self.order.iter().any(|local| local == other)
        };
        let name = names::numbered(name, is_used);
        self.names.insert(name.clone());
        let mut uses = self.function(&mut body);
        uses.locals
            .sort_by_key(|local| self.order.iter().position(|other| *other == local.name));
        self.helpers.push(Helper {
            name: names::ident(&name),
            docs,
            takes_params: uses.params,
            locals: uses.locals,
            body,
        });
        self.helpers.len() - 1
    }

    /// Moves what stands too deep into functions of its own.
    fn flatten(&mut self, block: &mut Block) {
        for step in &mut block.steps {
            let Step::If { tests, then, docs } = step else {
                continue;
            };
            self.flatten(then);
            if depth(then) >= MAX_DEPTH && self.can_move(then) {
                self.move_out(tests, then, docs);
            }
        }
    }

    /// Moves the longest parts of a function into functions of their own until it is short enough.
    fn shorten(&mut self, body: &mut Block) {
        while lines(body) > MAX_LINES {
            let longest = body
                .steps
                .iter_mut()
                .rev()
                .filter_map(|step| match step {
                    Step::If { tests, then, docs } => Some((lines(then), tests, then, docs)),
                    _ => None,
                })
                .filter(|(lines, _, then, _)| *lines >= MIN_LINES && self.can_move(then))
                .max_by_key(|(lines, ..)| *lines);
            match longest {
                Some((_, tests, then, docs)) => self.move_out(tests, then, docs),
                None => break,
            }
        }
    }

    /// Whether a function can be made of the block: it must not go on behind its end.
    fn can_move(&self, block: &Block) -> bool {
        let uses = prune(&mut block.clone(), &self.helpers);
        block.end.is_some() && uses.locals.len() + usize::from(uses.params) <= MAX_ARGUMENTS
    }

    fn move_out(&mut self, tests: &[Test], then: &mut Block, docs: &mut Vec<String>) {
        let body = std::mem::take(then);
        let index = self.helper(&helper_name(tests), std::mem::take(docs), body);
        then.end = Some(Outcome::Call(index));
    }
}

/// Gives every call its function's new place.
fn renumber(block: &mut Block, place: &impl Fn(usize) -> Option<usize>) {
    for step in &mut block.steps {
        if let Step::If { then, .. } = step {
            renumber(then, place);
        }
    }
    if let Some(Outcome::Call(index)) = &mut block.end {
        *index = place(*index).unwrap_or(*index);
    }
}

/// The runtime's name of a type, if it has one.
fn record(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Partition => Some("Partition"),
        Type::Url => Some("Url"),
        Type::Arn => Some("Arn"),
        _ => None,
    }
}

/// How deep `if`s stand in each other.
fn depth(block: &Block) -> usize {
    let depths = block.steps.iter().map(|step| match step {
        Step::If { then, .. } => 1 + depth(then),
        _ => 0,
    });
    depths.max().unwrap_or(0)
}

/// How many lines a block has, roughly.
fn lines(block: &Block) -> usize {
    let steps = block.steps.iter().map(|step| match step {
        Step::Let { .. } => 1,
        Step::Require { .. } => 3,
        Step::If { tests, then, .. } => {
            let head = if tests.len() > 1 { tests.len() } else { 0 };
            head + 2 + lines(then)
        }
    });
    let end = match &block.end {
        Some(Outcome::Endpoint(endpoint)) => {
            1 + 4 * (endpoint.headers.len() + endpoint.properties.len())
        }
        Some(_) => 1,
        None => 0,
    };
    steps.sum::<usize>() + end
}

/// A name for what is done when the tests hold: `with_use_fips_and_use_dual_stack`.
pub(super) fn helper_name(tests: &[Test]) -> String {
    let mut words: Vec<String> = Vec::new();
    for test in tests {
        let word = match test {
            Test::Some { local, .. } => Some(local.name.to_string()),
            Test::Holds(value) => subject(value),
        };
        words.extend(word.filter(|word| !words.contains(word)));
    }
    if words.is_empty() {
        return "with_more".to_owned();
    }
    words.truncate(3);
    match words.as_slice() {
        [word] if word.starts_with("no_") => format!("without_{}", &word["no_".len()..]),
        words => format!("with_{}", words.join("_and_")),
    }
}

/// What a test is about.
fn subject(value: &Expr) -> Option<String> {
    match &value.kind {
        ExprKind::Param(name) | ExprKind::Local(name) | ExprKind::Field(_, name) => {
            Some(name.to_string().trim_start_matches("r#").to_owned())
        }
        ExprKind::Not(of) => subject(of).map(|word| format!("no_{word}")),
        ExprKind::Equals(left, right) => match &right.kind {
            ExprKind::Str(text) if text.is_empty() => {
                subject(left).map(|word| format!("empty_{word}"))
            }
            ExprKind::Str(text)
                if text.len() <= MAX_WORD
                    && names::is_name(&format!("x{}", text.to_snake_case())) =>
            {
                subject(left).map(|word| format!("{word}_{}", text.to_snake_case()))
            }
            _ => subject(left),
        },
        ExprKind::Format(parts) => parts.iter().find_map(|part| match part {
            Part::Text(_) => None,
            Part::Value(value) => subject(value),
        }),
        _ => value.children().into_iter().find_map(subject),
    }
}
