//! Comparisons.

use jmespath::ast::{Ast, Comparator};

use super::compile::{Compiled, Compiler, Typed, of_test, uncovered, wrong};
use super::kind::Kind;
use crate::ir::waiter::{Node, Order, Test};

impl<'a> Compiler<'a> {
    pub(super) fn comparison(
        &mut self,
        comparator: &Comparator,
        lhs: &Ast,
        rhs: &Ast,
        of: &Typed<'a>,
    ) -> Compiled<'a> {
        let equal = match comparator {
            Comparator::Equal => Some(true),
            Comparator::NotEqual => Some(false),
            _ => None,
        };
        for (one, other) in [(lhs, rhs), (rhs, lhs)] {
            if let (Ast::Literal { value, .. }, Some(equal)) = (one, equal)
                && value.is_null()
            {
                let value = self.value(other, of)?.value;
                if !value.optional {
                    return wrong(
                        "expected a value that may be null to compare with null, found one that never is",
                    );
                }
                return Ok(of_test(Test::Null(value, equal)));
            }
        }
        let (left, right) = (self.value(lhs, of)?, self.value(rhs, of)?);
        match order(comparator) {
            Some(order) => ordered(left, order, right),
            None => equality(left, right, equal == Some(true)),
        }
    }
}

fn order(comparator: &Comparator) -> Option<Order> {
    Some(match comparator {
        Comparator::LessThan => Order::Less,
        Comparator::LessThanEqual => Order::LessOrEqual,
        Comparator::GreaterThan => Order::Greater,
        Comparator::GreaterThanEqual => Order::GreaterOrEqual,
        Comparator::Equal | Comparator::NotEqual => return None,
    })
}

fn ordered<'a>(left: Typed<'a>, order: Order, right: Typed<'a>) -> Compiled<'a> {
    for side in [&left, &right] {
        if !matches!(side.kind, Kind::Number) {
            let found = side.kind.name();
            return wrong(format!(
                "expected two numbers for a comparison of their order, found {found}"
            ));
        }
    }
    let (left, right) = (left.value, right.value);
    if !left.optional && !right.optional {
        return Ok(of_test(Test::Ordered(left, order, right)));
    }
    let fails = left.fails || right.fails;
    let node = Node::Ordered(Box::new(left), order, Box::new(right));
    Ok(Typed::new(node, Kind::Boolean, fails).optional(true))
}

fn equality<'a>(left: Typed<'a>, right: Typed<'a>, equal: bool) -> Compiled<'a> {
    if left.kind.is_comparable_with(&right.kind) {
        let literal = match (&left.value.node, &right.value.node) {
            (Node::Boolean(expected), _) => Some((*expected, right.clone())),
            (_, Node::Boolean(expected)) => Some((*expected, left.clone())),
            _ => None,
        };
        return Ok(of_test(match literal {
            Some((expected, value)) if !value.value.optional => {
                let test = value.truth();
                if expected == equal {
                    test
                } else {
                    test.negated()
                }
            }
            _ => Test::Equal(left.value, right.value, equal),
        }));
    }
    let (one, other) = (left.kind.name(), right.kind.name());
    if left.kind.held() == right.kind.held() {
        return uncovered(format!("a comparison of {one} with {other}"));
    }
    wrong(format!(
        "expected two values that can be equal, found {one} and {other}"
    ))
}
