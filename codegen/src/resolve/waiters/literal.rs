//! Literals of JMESPath.

use jmespath::{Rcvar, Variable};

use super::compile::{Compiled, Typed, uncovered};
use super::kind::Kind;
use crate::ir::waiter::Node;

pub(super) fn literal<'a>(value: &Rcvar) -> Compiled<'a> {
    Ok(match value.as_ref() {
        Variable::Bool(value) => Typed::new(Node::Boolean(*value), Kind::Boolean, false),
        Variable::String(text) => Typed::new(Node::Text(text.clone()), Kind::Text, false),
        Variable::Number(number) => match number.as_f64() {
            Some(number) => Typed::new(Node::Number(number), Kind::Number, false),
            None => return uncovered("a number that no `f64` holds"),
        },
        Variable::Null => return uncovered("a null but for a comparison with it"),
        Variable::Array(_) => return uncovered("a literal list"),
        Variable::Object(_) => return uncovered("a literal object"),
        Variable::Expref(_) => return uncovered("an expression reference, `&..`"),
    })
}
