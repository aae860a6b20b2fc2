//! Rules as a binary decision diagram, `smithy.rules#endpointBdd`.

use serde_json::{Map, Value};

use super::Resolver;
use super::arrange::{Arranger, helper_name};
use super::conditions::Condition;
use super::report::{Place, Report};
use super::scope::Scope;
use super::{base64, finish, params};
use crate::ir::endpoint::{Block, EndpointRules, Outcome, Step};

/// References from here on are results.
const FIRST_RESULT: i32 = 100_000_000;

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// No rule matches.
    NoMatch,
    /// The result with this index.
    Result(usize),
    /// A node, by its place among [`Diagram::nodes`].
    Node(usize),
}

/// A node, with edges that are not complemented.
struct Node {
    condition: usize,
    high: Target,
    low: Target,
}

/// The nodes that can be reached; each comes before those it leads to.
struct Diagram {
    root: Target,
    nodes: Vec<Node>,
}

/// What is known where an edge arrives; `None` before the first does.
type Known = Option<Scope>;

pub(super) fn bdd(value: &Value, mut report: Report<'_>) -> Option<EndpointRules> {
    let root = Place::default();
    let object = report.object(value, &root)?;
    let known = [
        "version",
        "parameters",
        "conditions",
        "results",
        "root",
        "nodeCount",
        "nodes",
    ];
    report.only(object, &known, &root);
    let version = report.required(object, "version", &root)?;
    if !params::version(version, &root.field("version"), &mut report)? {
        return report.fault(
            &root.field("version"),
            "expected version 1.1 or later, found `1.0`",
        );
    }
    let parameters = report.required(object, "parameters", &root)?;
    let params = params::params(parameters, &root.field("parameters"), &mut report);
    let conditions = report.required(object, "conditions", &root)?;
    let conditions = report.array(conditions, &root.field("conditions"))?;
    let results = report.required(object, "results", &root)?;
    let results = report.array(results, &root.field("results"))?;
    let diagram = diagram(object, conditions.len(), results.len(), &mut report)?;
    let mut resolver = Resolver::new(report, &params, true);
    let required = resolver.required(&params);
    let (conditions, results) = resolver.walk(&diagram, conditions, results)?;
    let mut arranger = Arranger::new(resolver.order);
    let block = blocks(&diagram, &conditions, &results, &mut arranger);
    Some(finish(params, required, block, arranger))
}

/// Reads `nodes`, `nodeCount` and `root`, and orders what can be reached.
fn diagram(
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
    match order(&nodes, root, conditions, results) {
        Ok(diagram) => Some(diagram),
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

/// Follows the references from the root. A node and its complement count as two.
fn order(
    nodes: &[[i32; 3]],
    root: i32,
    conditions: usize,
    results: usize,
) -> Result<Diagram, String> {
    let mut reached: Vec<(usize, i32)> = Vec::new();
    let mut open: Vec<(i32, usize)> = vec![(root, 0)];
    while let Some((reference, least)) = open.pop() {
        let Some(node) = node_of(reference, results)? else {
            continue;
        };
        let Some([condition, high, low]) = nodes.get(node).filter(|_| node > 0) else {
            return Err(format!("expected a reference to a node, found {reference}"));
        };
        let condition = usize::try_from(*condition)
            .ok()
            .filter(|condition| *condition < conditions)
            .ok_or_else(|| {
                format!(
                    "node {node}: expected a condition from 0 below {conditions}, found {condition}"
                )
            })?;
        if condition < least {
            return Err(format!(
                "node {node}: expected a condition from {least}, later than the one before, found {condition}"
            ));
        }
        if !reached.contains(&(condition, reference)) {
            reached.push((condition, reference));
            open.extend([(*high, condition + 1), (*low, condition + 1)]);
        }
    }
    // Conditions grow along every path, so this puts each node before those it leads to.
    reached.sort_unstable();
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
    Ok(Diagram {
        root: target(root),
        nodes: reached.iter().filter_map(edges).collect(),
    })
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

impl Resolver<'_> {
    /// Reads the condition of every node and every result, with what is known on all ways to it.
    fn walk(
        &mut self,
        diagram: &Diagram,
        conditions: &[Value],
        results: &[Value],
    ) -> Option<(Vec<Condition>, Vec<Outcome>)> {
        let mut at_nodes: Vec<Known> = vec![None; diagram.nodes.len()];
        let mut at_results: Vec<Known> = vec![None; results.len()];
        let mut arrive = |target: Target, scope: &Scope, at_nodes: &mut Vec<Known>| {
            let known = match target {
                Target::NoMatch => None,
                Target::Node(node) => at_nodes.get_mut(node),
                Target::Result(result) => at_results.get_mut(result),
            };
            match known {
                Some(Some(known)) => known.keep_common(scope),
                Some(known) => *known = Some(scope.clone()),
                None => {}
            }
        };
        arrive(diagram.root, &self.scope, &mut at_nodes);
        let mut read = Vec::new();
        for (index, node) in diagram.nodes.iter().enumerate() {
            let Some(before) = at_nodes.get_mut(index).and_then(Option::take) else {
                // Only edges that nothing takes lead here.
                read.push(Condition::Never);
                continue;
            };
            self.scope = before.clone();
            let place = Place::default().field("conditions").index(node.condition);
            let condition = self.condition(conditions.get(node.condition)?, &place)?;
            if !matches!(condition, Condition::Never) {
                arrive(node.high, &self.scope, &mut at_nodes);
            }
            if matches!(condition, Condition::Never | Condition::Test(_)) {
                arrive(node.low, &before, &mut at_nodes);
            }
            read.push(condition);
        }
        let mut outcomes = Vec::new();
        for (index, (result, known)) in results.iter().zip(at_results).enumerate() {
            let place = Place::default().field("results").index(index);
            // What nothing leads to is not read: what it may refer to is unknown.
            outcomes.push(match known {
                Some(scope) => {
                    self.scope = scope;
                    self.result(result, &place)?
                }
                None => Outcome::NoRuleMatched,
            });
        }
        Some((read, outcomes))
    }
}

/// The block of the root. A node that several edges lead to becomes a function.
fn blocks(
    diagram: &Diagram,
    conditions: &[Condition],
    results: &[Outcome],
    arranger: &mut Arranger,
) -> Block {
    let mut made: Vec<Block> = diagram.nodes.iter().map(|_| Block::default()).collect();
    let edges = || diagram.nodes.iter().flat_map(|node| [node.high, node.low]);
    for (index, (node, condition)) in diagram.nodes.iter().zip(conditions).enumerate().rev() {
        let high = block_at(node.high, &made, results);
        let low = block_at(node.low, &made, results);
        let mut block = decide(condition, high, low);
        let is_shared = edges().filter(|edge| *edge == Target::Node(index)).count() > 1;
        if is_shared && !block.steps.is_empty() {
            let name = match condition {
                Condition::Test(test) => helper_name(std::slice::from_ref(test)),
                _ => helper_name(&[]),
            };
            let name = name.replacen("with_", "decide_by_", 1);
            block = Block {
                end: Some(Outcome::Call(arranger.helper(&name, Vec::new(), block))),
                ..Block::default()
            };
        }
        if let Some(made) = made.get_mut(index) {
            *made = block;
        }
    }
    block_at(diagram.root, &made, results)
}

fn block_at(target: Target, made: &[Block], results: &[Outcome]) -> Block {
    let end = match target {
        Target::Node(node) => return made.get(node).cloned().unwrap_or_default(),
        Target::Result(result) => results.get(result).cloned(),
        Target::NoMatch => None,
    };
    Block {
        steps: Vec::new(),
        end: Some(end.unwrap_or(Outcome::NoRuleMatched)),
    }
}

/// One block or the other, as the condition holds or not.
fn decide(condition: &Condition, mut high: Block, low: Block) -> Block {
    let test = match condition {
        Condition::Always => return high,
        Condition::Never => return low,
        Condition::Let(local, value) => {
            let (local, value) = (local.clone(), value.clone());
            high.steps.insert(0, Step::Let { local, value });
            return high;
        }
        Condition::Test(test) => test.clone(),
    };
    let mut tests = vec![test];
    // `if a { if b { x } y } y` is `if a && b { x } y`.
    if low.steps.is_empty()
        && low.end == high.end
        && let [
            Step::If {
                tests: inner, then, ..
            },
        ] = high.steps.as_slice()
    {
        tests.extend(inner.iter().cloned());
        high = then.clone();
    }
    let step = Step::If {
        tests,
        then: high,
        docs: Vec::new(),
    };
    let mut steps = vec![step];
    steps.extend(low.steps);
    Block {
        steps,
        end: low.end,
    }
}
