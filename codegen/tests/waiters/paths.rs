//! Paths of every kind, compiled and run, and held against the interpreter of the crate `jmespath`.

use serde_json::{Value, json};

use crate::documents::documents;
use crate::interpreter::matches;
use crate::package;

/// A comparator with what it expects.
#[derive(Clone, Copy)]
pub(crate) enum Expected {
    Text(&'static str),
    Flag(bool),
    All(&'static str),
    Any(&'static str),
}
use Expected::{All, Any, Flag, Text};

impl Expected {
    pub(crate) fn comparator(self) -> (&'static str, String) {
        match self {
            Text(text) => ("stringEquals", text.to_owned()),
            Flag(flag) => ("booleanEquals", flag.to_string()),
            All(text) => ("allStringEquals", text.to_owned()),
            Any(text) => ("anyStringEquals", text.to_owned()),
        }
    }
}

/// Paths into the output.
const OUTPUT: &[(&str, Expected)] = &[
    // Members.
    ("name", Text("a")),
    ("status", Text("ACTIVE")),
    ("thing.id", Text("b")),
    ("thing.inner.inner.id", Text("c")),
    ("must.name", Text("a")),
    ("must.inner.name", Text("b")),
    ("choice.text", Text("a")),
    ("choice.thing.status", Text("DONE")),
    ("\"name\"", Text("a")),
    ("@.name", Text("a")),
    ("ok", Flag(true)),
    ("ok", Flag(false)),
    ("must.flag", Flag(true)),
    ("must.flag", Flag(false)),
    ("choice.flag", Flag(false)),
    // Lists.
    ("tags", All("a")),
    ("tags", Any("a")),
    ("tags[]", Any("b")),
    ("tags[*]", All("a")),
    ("must.list", All("a")),
    ("must.list", Any("b")),
    ("sparse", All("a")),
    ("sparse", Any("a")),
    ("sparse[]", All("a")),
    ("states", Any("DONE")),
    ("grid[]", Any("b")),
    ("grid[][]", All("a")),
    ("grid[0]", Any("a")),
    ("grid[*][0]", All("a")),
    ("grid[*][]", Any("b")),
    ("things[].id", All("b")),
    ("things[*].id", Any("b")),
    ("things[].parts[].id", All("p")),
    ("things[*].parts[].id", Any("q")),
    ("things[].inner.id", Any("c")),
    ("things[].labels[]", Any("x")),
    ("things[].choice.text", All("a")),
    // Indexes and slices.
    ("tags[0]", Text("a")),
    ("tags[-1]", Text("b")),
    ("tags[7]", Text("a")),
    ("tags[-7]", Text("a")),
    ("sparse[0]", Text("a")),
    ("sparse[-1]", Text("a")),
    ("things[0].id", Text("b")),
    ("things[-1].inner.id", Text("c")),
    ("things[*].id | [0]", Text("b")),
    ("things[].labels[] | [-2]", Text("x")),
    ("tags[1:]", Any("b")),
    ("tags[:1]", All("a")),
    ("tags[::-1] | [0]", Text("b")),
    ("tags[-2:]", Any("a")),
    ("must.list[::2]", All("a")),
    // Filters.
    ("things[?done].id", All("b")),
    ("things[?!done].id", Any("b")),
    ("things[?status == 'DONE'].id", Any("b")),
    ("things[?status != 'DONE'].id", Any("b")),
    ("things[?count > `1`].id", Any("b")),
    ("things[?count >= `1` && done].status", All("DONE")),
    ("things[?count < `2` || inner].id", Any("b")),
    ("things[?!(done || count == `1`)].id", Any("b")),
    ("things[?inner.id == 'c'] | [0].id", Text("b")),
    ("things[?parts].id", Any("b")),
    ("things[?parts[?ok]].id", Any("b")),
    ("things[?contains(labels, 'x')].id", Any("b")),
    ("things[?length(labels) > `1`].id", Any("b")),
    ("things[?choice.text].id", Any("b")),
    ("tags[?@ == 'a']", All("a")),
    ("tags[?@ != 'a']", Any("b")),
    ("(counts[?@ > `1`] | [0]) == `2`", Flag(true)),
    ("grid[?length(@) == `2`][]", Any("a")),
    ("grid[?contains(@, 'a')] | [0][0]", Text("a")),
    // Maps.
    ("labels.*", Any("v")),
    ("(labels.* | [0]) == `null`", Flag(false)),
    ("scores.*[] | length(@) == `2`", Flag(true)),
    ("keys(labels)", Any("k")),
    ("keys(states_by_name)", Any("DONE")),
    ("values(labels)", All("v")),
    // Comparisons.
    ("name == 'a'", Flag(true)),
    ("name == 'a'", Flag(false)),
    ("name != 'a'", Flag(true)),
    ("name == must.name", Flag(true)),
    ("name == status", Flag(true)),
    ("status != 'DONE' && status != 'FAILED'", Flag(true)),
    ("status == 'ACTIVE' || ok", Flag(true)),
    ("count == `2`", Flag(true)),
    ("count < `2`", Flag(true)),
    ("count < `2`", Flag(false)),
    ("must.count <= `2`", Flag(true)),
    ("must.count > `2`", Flag(false)),
    ("big > `4294967296`", Flag(true)),
    ("ratio >= `0.5`", Flag(true)),
    ("when > `1000.5`", Flag(true)),
    ("level == `2`", Flag(true)),
    ("`2` == count", Flag(true)),
    ("count == must.count", Flag(true)),
    ("ok == `true`", Flag(true)),
    ("must.flag == `false`", Flag(true)),
    ("must.flag != `false`", Flag(true)),
    ("name == `null`", Flag(true)),
    ("thing.inner != `null`", Flag(true)),
    ("`null` == count", Flag(true)),
    ("(count < `2`) == ok", Flag(true)),
    ("(name == 'a') == (status == 'ACTIVE')", Flag(true)),
    // And, or, not.
    ("!ok", Flag(true)),
    ("!ok", Flag(false)),
    ("!(must.flag)", Flag(true)),
    ("!name", Flag(true)),
    ("!tags", Flag(true)),
    ("!labels", Flag(true)),
    ("!thing", Flag(true)),
    ("!things[0]", Flag(false)),
    ("!count", Flag(true)),
    ("!choice", Flag(true)),
    ("!(count < `2`)", Flag(true)),
    ("!(must.count < `2`)", Flag(true)),
    ("!(name == 'a' && ok)", Flag(true)),
    ("!!name", Flag(true)),
    ("ok && must.flag", Flag(true)),
    ("ok && must.flag", Flag(false)),
    ("ok || must.flag", Flag(false)),
    ("name || status", Text("ACTIVE")),
    ("name && status", Text("ACTIVE")),
    ("must.name || name", Text("a")),
    ("(count || must.count) == `2`", Flag(true)),
    ("(count && must.count) == `2`", Flag(true)),
    ("!(name && tags)", Flag(true)),
    ("!(things || grid)", Flag(true)),
    // Functions, and errors where they see a null.
    ("length(name) == `1`", Flag(true)),
    ("length(must.name) > `0`", Flag(true)),
    ("length(tags) == `2`", Flag(true)),
    ("length(tags) == `2`", Flag(false)),
    ("!(length(tags) == `2`)", Flag(true)),
    ("length(labels) == `2`", Flag(true)),
    ("length(things[?done]) == `1`", Flag(true)),
    (
        "length(things[?!(length(parts) == `1`)]) == `0`",
        Flag(true),
    ),
    (
        "length(things[?!(length(parts) == `1` && count == `2`)]) == `0`",
        Flag(true),
    ),
    ("ok || length(tags) == `2`", Flag(true)),
    ("ok && length(tags) == `2`", Flag(false)),
    ("contains(tags, 'a')", Flag(true)),
    ("contains(tags, name)", Flag(true)),
    ("contains(sparse, name)", Flag(true)),
    ("!contains(tags, 'a')", Flag(true)),
    ("contains(name, 'a')", Flag(true)),
    ("contains(must.name, name)", Flag(true)),
    ("!contains(must.name, name)", Flag(true)),
    ("contains(things[].id, 'b')", Flag(true)),
    ("contains(flags, `false`)", Flag(true)),
    ("contains(counts, count)", Flag(true)),
    ("starts_with(name, 'a')", Flag(true)),
    ("!ends_with(name, must.name)", Flag(true)),
    ("tags | length(@) == `2`", Flag(true)),
    ("tags | [0] || [1]", Text("b")),
    ("thing | [id, status] | [1]", Text("DONE")),
    (
        "[must.name, name] | contains(@, 'a') && length(@) == `2`",
        Flag(true),
    ),
    ("thing.inner.length(id) == `1`", Flag(true)),
    ("(things[*].length(labels) | [0]) == `2`", Flag(true)),
    // Multi-select lists.
    ("[name, status]", Any("ACTIVE")),
    ("[must.name, must.inner.name]", All("a")),
    ("thing.[id, status]", Any("DONE")),
    ("things[].[id, status][]", Any("DONE")),
    ("things[*].[id, inner.id] | []", Any("c")),
    (
        "contains(things[].[length(parts[?ok]) >= count][], `false`)",
        Flag(true),
    ),
    ("contains([ok, must.flag], `true`)", Flag(true)),
    ("[tags, must.list][]", Any("b")),
    ("things[?done] | [0].[id, status] | [1]", Text("DONE")),
    ("'a'", Text("a")),
    ("`true`", Flag(true)),
];

/// Paths into input and output.
const BOTH: &[(&str, Expected)] = &[
    ("length(input.ids) == length(output.tags)", Flag(true)),
    ("input.name == output.name", Flag(true)),
    ("output.name", Text("a")),
    ("input.size >= output.count", Flag(true)),
    ("contains(output.tags, input.name)", Flag(true)),
    (
        "(output.things[?id == 'b'].status | [0]) == 'DONE' && input.size == `2`",
        Flag(true),
    ),
    ("input.ids", Any("b")),
    ("input.missing", Text("b")),
];

/// The input that all paths see.
pub(crate) fn input() -> Value {
    json!({"name": "a", "ids": ["a", "b"], "size": 2})
}

pub(crate) struct Case {
    pub(crate) path: &'static str,
    pub(crate) expected: Expected,
    pub(crate) reads_input: bool,
}

fn cases() -> Vec<Case> {
    let output = OUTPUT.iter().map(|case| (case, false));
    let both = BOTH.iter().map(|case| (case, true));
    output
        .chain(both)
        .map(|((path, expected), reads_input)| Case {
            path,
            expected: *expected,
            reads_input,
        })
        .collect()
}

#[test]
fn compiled_paths_mean_what_they_mean_in_jmespath() {
    let cases = cases();
    let documents = documents();
    let found = package::run(&cases, &documents);
    let (mut held, mut differences) = (vec![0; cases.len()], Vec::new());
    for (document, found) in documents.iter().zip(&found) {
        for (index, (case, found)) in cases.iter().zip(found).enumerate() {
            let expected = matches(case, document);
            held[index] += usize::from(expected);
            if expected != *found {
                let (comparator, text) = case.expected.comparator();
                differences.push(format!(
                    "{} {comparator} {text}: expected {expected} of {document}",
                    case.path
                ));
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        differences.join("\n")
    );
    // A table of paths that never match, or always do, would tell nothing.
    let dull = cases.iter().zip(&held).filter(|(case, held)| {
        let is_constant = case.path.starts_with(['\'', '`']) && !case.path.contains("==");
        !is_constant
            && !case.path.contains("[7]")
            && !case.path.contains("[-7]")
            && !case.path.contains("input.")
            && (**held == 0 || **held == documents.len())
    });
    let dull: Vec<_> = dull
        .map(|(case, held)| (case.path, case.expected.comparator(), *held))
        .collect();
    assert!(dull.is_empty(), "{dull:?}");
}
