//! Whatever is done to a rule set, it becomes Rust or diagnostics: nothing panics.

use super::bdd::{NODES, diagram};
use super::pointers::pointers;
use super::random::Random;
use super::*;

impl Random {
    fn one<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// Removes, replaces or copies a value, or damages a text.
fn mutate(value: &mut Value, random: &mut Random) {
    let mut all = Vec::new();
    pointers(value, "", &mut all);
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("{"),
        json!("{a#b[0]}"),
        json!([]),
        json!({}),
        json!({"ref": "Region"}),
        json!({"ref": "self"}),
        json!({"fn": "coalesce", "argv": [{"ref": "Region"}, "a", {"ref": "Endpoint"}]}),
        json!({"fn": "aws.parseArn", "argv": ["{Region}"]}),
        json!({"fn": "split", "argv": ["a", "", 9]}),
    ];
    let source: &String = random.one(&all);
    let other = value.pointer(source).cloned();
    let (odd, kind) = (random.one(&odd).clone(), random.below(5));
    let Some((parent, key)) = random.one(&all).rsplit_once('/').map(own) else {
        return;
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    match (kind, value.pointer_mut(&parent)) {
        (0, Some(Value::Object(members))) => drop(members.shift_remove(&key)),
        (0, Some(Value::Array(items))) => drop(items.pop()),
        (1, Some(Value::Array(items))) => items.extend(other),
        (1, Some(Value::Object(members))) => drop(members.insert(key + "x", odd)),
        (_, Some(parent)) => {
            let slot = match parent {
                Value::Object(members) => members.get_mut(&key),
                Value::Array(items) => key.parse().ok().and_then(|at: usize| items.get_mut(at)),
                _ => None,
            };
            match (kind, slot) {
                (2, Some(Value::String(text))) => {
                    let at = random.below(text.chars().count() + 1);
                    let damage = *random.one(&['{', '}', '#', '.', '[', 'é', '0', '\n', '"']);
                    *text = text
                        .chars()
                        .take(at)
                        .chain([damage])
                        .chain(text.chars().skip(at))
                        .collect();
                }
                (3, Some(slot)) => *slot = other.unwrap_or(odd),
                (_, Some(slot)) => *slot = odd,
                (_, None) => {}
            }
        }
        _ => {}
    }
}

fn own((parent, key): (&str, &str)) -> (String, String) {
    (parent.to_owned(), key.to_owned())
}

/// Whether it becomes Rust; if not, each of its faults names the place, or lies at the root.
fn passes(rules: Result<EndpointRules, String>, tests: Option<&Value>) -> bool {
    let rules = match rules {
        Ok(rules) => rules,
        Err(said) => {
            let faults = said.lines().filter_map(|line| line.strip_prefix("error: "));
            for fault in faults {
                assert!(
                    fault.starts_with('/') || fault.starts_with("expected"),
                    "{fault}"
                );
            }
            return false;
        }
    };
    page(&rules);
    let mut diagnostics = Diagnostics::new();
    let none = json!({"testCases": []});
    resolve_endpoint_tests(
        &service(),
        tests.unwrap_or(&none),
        &rules,
        None,
        &mut diagnostics,
    );
    true
}

fn trait_of(fixture: &str, name: &str) -> Value {
    let model: Value = serde_json::from_str(fixture).unwrap();
    let shapes = model["shapes"].as_object().unwrap();
    let mut services = shapes.values().filter(|shape| shape["type"] == "service");
    services.next().unwrap()["traits"][name].clone()
}

fn fuzz(rule_set: &Value, tests: Option<&Value>, rounds: usize, random: &mut Random) -> usize {
    let mut passed = 0;
    for round in 0..rounds {
        let (mut changed, mut tests) = (rule_set.clone(), tests.cloned());
        for _ in 0..=round % 3 {
            mutate(&mut changed, random);
            tests.iter_mut().for_each(|tests| mutate(tests, random));
        }
        passed += usize::from(passes(compiled(&changed), tests.as_ref()));
    }
    passed
}

#[test]
fn changed_rule_sets_never_panic() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let rules = "smithy.rules#endpointRuleSet";
    let tests = "smithy.rules#endpointTests";
    let mut passed = 0;
    for fixture in [
        include_str!("../fixtures/endpoint_rules.json"),
        include_str!("../fixtures/endpoint_params.json"),
    ] {
        let tests = trait_of(fixture, tests);
        passed += fuzz(&trait_of(fixture, rules), Some(&tests), 400, &mut random);
    }
    passed += fuzz(&small_rule_set(), None, 400, &mut random);
    // Neither does everything pass, nor nothing: the mutations reach the emitter.
    assert!((30..1100).contains(&passed), "{passed}");
}

#[test]
fn changed_diagrams_never_panic() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let (mut passed, rounds) = (0, 600);
    for round in 0..rounds {
        let mut nodes = NODES;
        if round % 2 == 0 {
            let node = random.below(NODES.len());
            let odd = [
                0,
                1,
                -1,
                2,
                -3,
                7,
                8,
                100_000_000,
                100_000_003,
                i32::MIN,
                i32::MAX,
            ];
            nodes[node][random.below(3)] = *random.one(&odd);
        }
        let mut changed = diagram(&nodes, *random.one(&[1, 2, 3, 100_000_001]));
        if round % 3 == 0 {
            mutate(&mut changed, &mut random);
        }
        let mut diagnostics = Diagnostics::new();
        let rules = resolve_endpoint_bdd(&service(), &changed, &mut diagnostics);
        let rules = rules.ok_or_else(|| diagnostics.to_string());
        passed += usize::from(passes(rules, None));
    }
    assert!((50..rounds - 50).contains(&passed), "{passed}");
}

#[test]
fn changed_rule_sets_of_services_never_panic() {
    let mut random = Random(0xda94_2042_e4dd_58b5);
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/models");
    for file in super::models(&models).iter().step_by(4) {
        let model: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        for shape in model["shapes"].as_object().unwrap().values() {
            if let Some(rule_set) = shape["traits"].get("smithy.rules#endpointRuleSet") {
                fuzz(rule_set, None, 40, &mut random);
            }
        }
    }
}
