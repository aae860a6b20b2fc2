//! The binary form of a decision diagram: nodes of three integers in Base64.

use serde_json::{Map, Value};

use super::base64;
use super::report::{Place, Report};

/// References from here on are results.
const FIRST_RESULT: i32 = 100_000_000;

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// No rule matches.
    NoMatch,
    /// The result with this index.
    Result(usize),
    /// A node, by its place among [`Diagram::nodes`].
    Node(usize),
}

/// A node, with edges that are not complemented.
pub(super) struct Node {
    pub(super) condition: usize,
    pub(super) high: Target,
    pub(super) low: Target,
}

/// The nodes that can be reached; each comes before those it leads to.
pub(super) struct Diagram {
    pub(super) root: Target,
    pub(super) nodes: Vec<Node>,
}

/// Reads `nodes`, `nodeCount` and `root`, and orders what can be reached.
pub(super) fn diagram(
    object: &Map<String, Value>,
    conditions: usize,
    results: usize,
    report: &mut Report<'_>,
) -> Option<Diagram> {
    let place = Place::default();
    let text = report.required(object, "nodes", &place)?;
    let text = report.string(text, &place.field("nodes"))?;
    let nodes = match base64::decode(text) {
        Some(bytes) if bytes.len().is_multiple_of(12) => triples(&bytes),
        Some(bytes) => {
            return report.fault(
                &place.field("nodes"),
                format_args!(
                    "expected 12 bytes for each node, found {} bytes",
                    bytes.len()
                ),
            );
        }
        None => return report.fault(&place.field("nodes"), "expected Base64, found other text"),
    };
    let count = report.required(object, "nodeCount", &place)?;
    if count.as_u64() != u64::try_from(nodes.len()).ok() {
        return report.fault(
            &place.field("nodeCount"),
            format_args!(
                "expected {}, the number of nodes, found {count}",
                nodes.len()
            ),
        );
    }
    let root = report.required(object, "root", &place)?;
    let Some(root) = root.as_i64().and_then(|root| i32::try_from(root).ok()) else {
        return report.fault(
            &place.field("root"),
            format_args!("expected a reference, found {root}"),
        );
    };
    if root < 0 && root != -1 {
        return report.fault(
            &place.field("root"),
            format_args!("expected a reference that is not negated, found {root}"),
        );
    }
    if let Err(message) = node_of(root, results) {
        return report.fault(&place.field("root"), message);
    }
    match order(&nodes, root, conditions, results) {
        Ok(reached) => Some(linked(&nodes, root, &reached)),
        Err(message) => report.fault(&place.field("nodes"), message),
    }
}

fn triples(bytes: &[u8]) -> Vec<[i32; 3]> {
    let integer = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |sum, byte| sum << 8 | i32::from(*byte))
    };
    bytes
        .chunks_exact(12)
        .map(|node| {
            [
                integer(&node[..4]),
                integer(&node[4..8]),
                integer(&node[8..]),
            ]
        })
        .collect()
}

/// Follows the references from the root, and notes the condition and the reference of each node. A node
/// and its complement count as two.
fn order(
    nodes: &[[i32; 3]],
    root: i32,
    conditions: usize,
    results: usize,
) -> Result<Vec<(usize, i32)>, String> {
    let mut reached = Vec::new();
    let mut open: Vec<(i32, usize)> = vec![(root, 0)];
    while let Some((reference, least)) = open.pop() {
        let Some(node) = node_of(reference, results)? else {
            continue;
        };
        let Some([condition, high, low]) = nodes.get(node).filter(|_| node > 0) else {
            return Err(format!("expected a reference to a node, found {reference}"));
        };
        let index = usize::try_from(*condition).ok();
        let Some(index) = index.filter(|index| *index < conditions) else {
            return Err(format!(
                "node {node}: expected one of {conditions} conditions, found {condition}"
            ));
        };
        if index < least {
            return Err(format!(
                "node {node}: expected a condition from {least} on, after those on the way to it, found {condition}; \
                 a way must not lead in a circle"
            ));
        }
        if !reached.contains(&(index, reference)) {
            reached.push((index, reference));
            open.extend([(*high, index + 1), (*low, index + 1)]);
        }
    }
    // Conditions grow along every path, so this puts each node before those it leads to.
    reached.sort_unstable();
    Ok(reached)
}

/// The diagram of the nodes that were reached.
fn linked(nodes: &[[i32; 3]], root: i32, reached: &[(usize, i32)]) -> Diagram {
    let target = |reference: i32| {
        let node = reached.iter().position(|(_, other)| *other == reference);
        let result = usize::try_from(i64::from(reference) - i64::from(FIRST_RESULT) - 1);
        match (node, result) {
            (Some(node), _) => Target::Node(node),
            (None, Ok(result)) => Target::Result(result),
            (None, Err(_)) => Target::NoMatch,
        }
    };
    let edges = |(condition, reference): &(usize, i32)| {
        let [_, high, low] = nodes.get(index(*reference))?;
        let (high, low) = if *reference < 0 {
            (low, high)
        } else {
            (high, low)
        };
        Some(Node {
            condition: *condition,
            high: target(*high),
            low: target(*low),
        })
    };
    Diagram {
        root: target(root),
        nodes: reached.iter().filter_map(edges).collect(),
    }
}

/// The index of the node that a reference names; `None` if it names a terminal or a result.
fn node_of(reference: i32, results: usize) -> Result<Option<usize>, String> {
    match reference {
        0 => Err("expected a reference, found 0".to_owned()),
        1 | -1 => Ok(None),
        FIRST_RESULT.. => {
            // The first result is implied: no rule matches.
            let is_there =
                usize::try_from(reference - FIRST_RESULT).is_ok_and(|index| index <= results);
            if is_there {
                Ok(None)
            } else {
                Err(format!(
                    "expected a reference to one of {results} results, found {reference}"
                ))
            }
        }
        _ => Ok(Some(index(reference))),
    }
}

fn index(reference: i32) -> usize {
    usize::try_from(reference.unsigned_abs()).map_or(0, |reference| reference.saturating_sub(1))
}
