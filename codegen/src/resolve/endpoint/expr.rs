//! Values in a rule set: literals, references, templates and functions.

use serde_json::Value;

use super::Resolver;
use super::report::Place;
use super::template;
use crate::ir::endpoint::{Expr, ExprKind, Part, Type};

impl Resolver<'_> {
    /// Reads any value.
    pub(super) fn value(&mut self, value: &Value, place: &Place) -> Option<Expr> {
        match value {
            Value::String(text) => self.template(text, place),
            Value::Bool(value) => Some(Expr::bool(ExprKind::Bool(*value))),
            Value::Number(number) => {
                let Some(number) = number
                    .as_u64()
                    .and_then(|number| usize::try_from(number).ok())
                else {
                    return self.report.fault(
                        place,
                        format_args!("expected a whole number from 0, found {number}"),
                    );
                };
                Some(Expr {
                    kind: ExprKind::Int(number),
                    ty: Type::Int,
                })
            }
            Value::Object(object) if object.contains_key("ref") => {
                self.report.only(object, &["ref"], place);
                let place = place.field("ref");
                let name = self.report.string(object.get("ref")?, &place)?;
                self.reference(name, &place)
            }
            Value::Object(object) if object.contains_key("fn") => {
                self.report.only(object, &["fn", "argv"], place);
                self.call(object, place)
            }
            Value::Object(_) => self.report.fault(
                place,
                "expected a reference or a function, found an object with neither `ref` nor `fn`",
            ),
            Value::Array(_) | Value::Null => self.report.mismatch(
                place,
                "a string, a boolean, a number, a reference or a function",
                value,
            ),
        }
    }

    /// Reads a value that has to be of one type.
    pub(super) fn value_of(
        &mut self,
        value: &Value,
        expected: &Type,
        place: &Place,
    ) -> Option<Expr> {
        let found = self.value(value, place)?;
        self.check(found, expected, place)
    }

    /// Objects to an expression of another type.
    pub(super) fn check(&mut self, found: Expr, expected: &Type, place: &Place) -> Option<Expr> {
        if found.ty == *expected {
            return Some(found);
        }
        let advice = if found.ty.inner() == expected {
            "; test it with `isSet` first"
        } else {
            ""
        };
        self.report.fault(
            place,
            format_args!(
                "expected {}, found {}{advice}",
                describe(expected),
                describe(&found.ty)
            ),
        )
    }

    /// What a name stands for.
    pub(super) fn reference(&mut self, name: &str, place: &Place) -> Option<Expr> {
        if let Some(value) = self.scope.get(name) {
            return Some(value.clone());
        }
        let known = self.scope.names();
        self.report
            .unknown(place, "a name that is known here", &known, name)
    }

    /// Reads a string, in which `{name}` and `{name#path}` stand for values.
    pub(super) fn template(&mut self, text: &str, place: &Place) -> Option<Expr> {
        let pieces = match template::pieces(text) {
            Ok(pieces) => pieces,
            Err(message) => {
                return self
                    .report
                    .fault(place, format_args!("{message} in {text:?}"));
            }
        };
        let mut parts: Vec<Part> = Vec::new();
        for piece in pieces {
            match piece {
                template::Piece::Text(text) => push_text(&mut parts, &text),
                template::Piece::Value { name, path } => {
                    let mut value = self.reference(name, place)?;
                    if let Some(path) = path {
                        value = self.attribute(value, path, place)?;
                    }
                    let value = self.check(value, &Type::Str, place)?;
                    match value.kind {
                        ExprKind::Str(text) => push_text(&mut parts, &text),
                        _ => parts.push(Part::Value(value)),
                    }
                }
            }
        }
        Some(match parts.as_slice() {
            [] => Expr::string(""),
            [Part::Text(text)] => Expr::string(text),
            [Part::Value(value)] => value.clone(),
            _ => Expr {
                kind: ExprKind::Format(parts),
                ty: Type::Str,
            },
        })
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(before)) => before.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

/// A type in the words of a message.
pub(super) fn describe(ty: &Type) -> String {
    let words = match ty {
        Type::Bool => "a boolean",
        Type::Int => "a number",
        Type::Str => "a string",
        Type::Strings | Type::Parts => "an array of strings",
        Type::Partition => "a partition",
        Type::Url => "a URL",
        Type::Arn => "an ARN",
        Type::Option(inner) => return format!("{} that may be unset", describe(inner)),
    };
    words.to_owned()
}
