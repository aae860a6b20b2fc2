//! The README's tables of traits say what the generator says.

use ivs_realtime_codegen::internals::validate::{Effect, known_traits};

const BEGIN: &str = "<!-- traits -->\n";
const END: &str = "<!-- end of traits -->\n";

/// Traits of which one sentence holds, in the order of the first of each.
fn rows(pick: impl Fn(Effect) -> Option<&'static str>) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    for known in known_traits() {
        let Some(said) = pick(known.effect) else {
            continue;
        };
        match rows.iter_mut().find(|(row, _)| *row == said) {
            Some((_, ids)) => ids.push(known.id),
            None => rows.push((said, vec![known.id])),
        }
    }
    rows
}

fn table(heading: &str, rows: &[(&str, Vec<&str>)]) -> String {
    let name = |id: &&str| format!("`{}`", id.strip_prefix("smithy.api#").unwrap_or(id));
    let rows = rows.iter().map(|(said, ids)| {
        let names: Vec<_> = ids.iter().map(name).collect();
        format!("| {} | {said} |\n", names.join(", "))
    });
    format!("| {heading} |\n|---|---|\n{}", rows.collect::<String>())
}

fn tables() -> String {
    let acted = rows(|effect| match effect {
        Effect::ActedUpon(what) => Some(what),
        Effect::Accepted(_) => None,
    });
    let accepted = rows(|effect| match effect {
        Effect::ActedUpon(_) => None,
        Effect::Accepted(reason) => Some(reason),
    });
    format!(
        "{}\n{}",
        table("Trait | What it does", &acted),
        table("Trait without effect | Why", &accepted)
    )
}

#[test]
fn the_readme_lists_every_trait() {
    let readme = include_str!("../../README.md");
    let found = readme
        .split_once(BEGIN)
        .and_then(|(_, rest)| rest.split_once(END))
        .map(|(tables, _)| tables)
        .expect("the README has marks around its tables of traits");
    let expected = tables();
    assert!(
        found == expected,
        "the README's tables of traits are not those of the generator; put this between the marks:\n\n{expected}"
    );
}
