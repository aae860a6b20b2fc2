//! Decision diagrams.

use super::*;

const RESULT: i32 = 100_000_000;

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks(3).flat_map(|group| {
        let bits = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        [18, 12, 6, 0].map(|shift| char::from(DIGITS[(bits >> shift & 63) as usize]))
    });
    groups.collect()
}

/// A diagram of: a custom endpoint; a region with or without FIPS; a stage that decides on two ways.
pub(super) fn diagram(nodes: &[[i32; 3]], root: i32) -> Value {
    let bytes: Vec<u8> = nodes
        .iter()
        .flatten()
        .flat_map(|one| one.to_be_bytes())
        .collect();
    json!({
        "version": "1.1",
        "parameters": {
            "Endpoint": {"type": "string", "documentation": "The endpoint."},
            "Region": {"type": "string", "documentation": "The region."},
            "UseFIPS": {
                "type": "boolean", "required": true, "default": false, "documentation": "FIPS."
            },
            "Stage": {"type": "string", "documentation": "The stage."}
        },
        "conditions": [
            {"fn": "isSet", "argv": [{"ref": "Endpoint"}]},
            {"fn": "isSet", "argv": [{"ref": "Region"}]},
            {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]},
            {"fn": "coalesce", "argv": [{"ref": "Stage"}, "prod"], "assign": "stage"},
            {"fn": "stringEquals", "argv": [{"ref": "stage"}, "prod"]}
        ],
        "results": [
            {"type": "endpoint", "endpoint": {"url": {"ref": "Endpoint"}}},
            {"type": "endpoint", "endpoint": {"url": "https://example.com/{Region}"}},
            {"type": "endpoint", "endpoint": {"url": "https://{stage}.example.com"}},
            {"type": "error", "error": "no FIPS at {stage}"}
        ],
        "root": root,
        "nodeCount": nodes.len(),
        "nodes": base64(&bytes)
    })
}

pub(super) const NODES: [[i32; 3]; 7] = [
    [-1, 1, -1],
    [0, RESULT + 1, 3],
    [1, 4, 6],
    [2, 5, RESULT + 2],
    [3, 7, 7],
    [2, -5, 1],
    [4, RESULT + 3, RESULT + 4],
];

fn compiled_bdd(bdd: &Value) -> Result<EndpointRules, String> {
    let mut diagnostics = Diagnostics::new();
    let rules = resolve_endpoint_bdd(&service(), bdd, &mut diagnostics);
    assert_eq!(rules.is_some(), diagnostics.is_empty());
    rules.ok_or_else(|| diagnostics.to_string())
}

#[test]
fn a_decision_diagram() {
    let rules = compiled_bdd(&diagram(&NODES, 2)).unwrap();
    insta::assert_snapshot!(page(&rules));
}

#[test]
fn a_root_may_be_a_result() {
    let rules = compiled_bdd(&diagram(&NODES[..1], RESULT)).unwrap();
    assert!(page(&rules).contains("Err(EndpointError::no_rule_matched())"));
}

#[test]
fn wrong_diagrams() {
    let with = |index: usize, node: [i32; 3]| {
        let mut nodes = NODES;
        nodes[index] = node;
        diagram(&nodes, 2)
    };
    let replaced = |name: &str, value: Value| {
        let mut bdd = diagram(&NODES, 2);
        bdd[name] = value;
        bdd
    };
    let all = [
        ("a node that is not there", with(1, [0, 9, 3])),
        ("the terminal node", diagram(&NODES, 0)),
        ("a result that is not there", with(1, [0, RESULT + 5, 3])),
        ("a condition that is not there", with(2, [5, 4, 6])),
        ("a circle", with(6, [4, 2, 1])),
        ("a stage nobody set", with(3, [2, 7, RESULT + 2])),
        ("an unset region", with(1, [0, RESULT + 2, 3])),
        ("version 1.0", replaced("version", json!("1.0"))),
        ("no Base64", replaced("nodes", json!("%%%%"))),
        ("half a node", replaced("nodes", json!("AAAA"))),
        ("another count", replaced("nodeCount", json!(3))),
        ("no reference", replaced("root", json!("2"))),
        ("a negated root", diagram(&NODES, -2)),
        ("a root beyond the nodes", diagram(&NODES, 9)),
        ("a root beyond the results", diagram(&NODES, RESULT + 5)),
        ("a root that is a fraction", replaced("root", json!(2.5))),
        ("a condition below all", with(2, [-1, 4, 6])),
        ("a node that leads to itself", with(6, [4, 7, 1])),
        ("a node that leads nowhere", with(6, [4, 0, 1])),
        ("the least of all references", with(6, [4, i32::MIN, 1])),
        ("no nodes", replaced("nodes", json!(""))),
        (
            "nodes that are a list",
            replaced("nodes", json!([-1, 1, -1])),
        ),
        ("a count that is text", replaced("nodeCount", json!("7"))),
        (
            "conditions that are an object",
            replaced("conditions", json!({})),
        ),
        ("no results", replaced("results", json!([]))),
        (
            "a result with conditions",
            replaced(
                "results",
                json!([
                    {"type": "error", "error": "", "conditions": [{"fn": "isSet", "argv": [{"ref": "Region"}]}]},
                    1, 2, 3
                ]),
            ),
        ),
        (
            "a condition that is no function",
            replaced("conditions", json!([{"fn": "is"}, 1, 2, 3, 4])),
        ),
        ("rules", replaced("rules", json!([]))),
        (
            "a tree",
            replaced("results", json!([{"type": "tree", "rules": []}, 1, 2, 3])),
        ),
    ];
    let said = all.map(|(name, bdd)| {
        let said = compiled_bdd(&bdd).expect_err(name);
        format!("## {name}\n{said}\n")
    });
    insta::assert_snapshot!(said.join("\n"));
}
