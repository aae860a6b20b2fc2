//! Rules as a binary decision diagram, `smithy.rules#endpointBdd`.

use serde_json::Value;

use super::Resolver;
use super::arrange::{Arranger, helper_name};
use super::conditions::{Condition, guarded};
use super::diagram::{Diagram, Target, diagram};
use super::report::{Place, Report};
use super::scope::Scope;
use super::{finish, params};
use crate::ir::endpoint::{Block, EndpointRules, Outcome, Step};

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
        let results = results.iter().zip(at_results).enumerate();
        let outcomes =
            results.map(|(index, (result, known))| self.result_knowing(index, result, known));
        Some((read, outcomes.collect::<Option<_>>()?))
    }

    /// Reads a result. What nothing leads to is not read: what it may refer to is unknown.
    fn result_knowing(&mut self, index: usize, result: &Value, known: Known) -> Option<Outcome> {
        let Some(scope) = known else {
            return Some(Outcome::NoRuleMatched);
        };
        self.scope = scope;
        self.result(result, &Place::default().field("results").index(index))
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
            let subject = name.strip_prefix("with_").or(name.strip_prefix("without_"));
            let name = format!("decide_by_{}", subject.unwrap_or(&name));
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
    let Some(mut block) = guarded(tests, high, &[]) else {
        return low;
    };
    block.steps.extend(low.steps);
    block.end = low.end;
    block
}
