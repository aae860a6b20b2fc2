//! Functions: their arguments and what they give
//! ([standard library](https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html)).

use serde_json::{Map, Value};

use super::Resolver;
use super::expr::describe;
use super::report::Place;
use crate::ir::endpoint::{Expr, ExprKind, Function, Type};

/// Every function.
const NAMES: [&str; 15] = [
    "aws.isVirtualHostableS3Bucket",
    "aws.parseArn",
    "aws.partition",
    "booleanEquals",
    "coalesce",
    "getAttr",
    "isSet",
    "isValidHostLabel",
    "ite",
    "not",
    "parseURL",
    "split",
    "stringEquals",
    "substring",
    "uriEncode",
];

/// The functions that version 1.0 does not have.
const SINCE_1_1: [&str; 3] = ["coalesce", "ite", "split"];

impl Resolver<'_> {
    /// Reads a function object, a condition's included.
    pub(super) fn call(&mut self, object: &Map<String, Value>, place: &Place) -> Option<Expr> {
        let name_place = place.field("fn");
        let name = self.report.required(object, "fn", place)?;
        let name = self.report.string(name, &name_place)?;
        if !NAMES.contains(&name) {
            return self.report.unknown(&name_place, "a function", &NAMES, name);
        }
        if SINCE_1_1.contains(&name) && !self.has_1_1 {
            return self.report.fault(
                &name_place,
                format_args!("expected version 1.1 or later for `{name}`, found version 1.0"),
            );
        }
        let argv = self.report.required(object, "argv", place)?;
        let place = place.field("argv");
        let argv = self.report.array(argv, &place)?;
        match name {
            "isSet" => self.is_set(argv, &place),
            "not" => {
                let [value] = self.arguments(name, argv, [Type::Bool], &place)?;
                Some(not(value))
            }
            "booleanEquals" => {
                let [left, right] = self.arguments(name, argv, [Type::Bool, Type::Bool], &place)?;
                Some(equals(left, right))
            }
            "stringEquals" => {
                let [left, right] = self.arguments(name, argv, [Type::Str, Type::Str], &place)?;
                Some(equals(left, right))
            }
            "getAttr" => self.get_attr(argv, &place),
            "coalesce" => self.coalesce(argv, &place),
            "ite" => self.ite(argv, &place),
            _ => self.plain_call(name, argv, &place),
        }
    }

    /// A function that the runtime has.
    fn plain_call(&mut self, name: &str, argv: &[Value], place: &Place) -> Option<Expr> {
        use Type::{Arn, Bool, Int, Partition, Parts, Str, Url};
        let (function, arguments, ty): (_, &[Type], _) = match name {
            "aws.isVirtualHostableS3Bucket" => {
                (Function::IsVirtualHostableS3Bucket, &[Str, Bool], Bool)
            }
            "isValidHostLabel" => (Function::IsValidHostLabel, &[Str, Bool], Bool),
            "aws.parseArn" => (Function::ParseArn, &[Str], Arn.optional()),
            "aws.partition" => (Function::Partition, &[Str], Partition.optional()),
            "parseURL" => (Function::ParseUrl, &[Str], Url.optional()),
            "split" => (Function::Split, &[Str, Str, Int], Parts),
            "substring" => (Function::Substring, &[Str, Int, Int, Bool], Str.optional()),
            "uriEncode" => (Function::UriEncode, &[Str], Str),
            _ => {
                return self
                    .report
                    .fault(place, format_args!("`{name}` is no function"));
            }
        };
        self.count(name, argv, arguments.len(), place)?;
        let mut values = Vec::new();
        for (index, (value, ty)) in argv.iter().zip(arguments).enumerate() {
            values.push(self.value_of(value, ty, &place.index(index)));
        }
        Some(Expr {
            kind: ExprKind::Call(function, values.into_iter().collect::<Option<_>>()?),
            ty,
        })
    }

    /// The arguments of a function that takes `N` of fixed types.
    fn arguments<const N: usize>(
        &mut self,
        name: &str,
        argv: &[Value],
        types: [Type; N],
        place: &Place,
    ) -> Option<[Expr; N]> {
        self.count(name, argv, N, place)?;
        let mut values = Vec::new();
        for (index, (value, ty)) in argv.iter().zip(&types).enumerate() {
            values.push(self.value_of(value, ty, &place.index(index)));
        }
        let values: Vec<Expr> = values.into_iter().collect::<Option<_>>()?;
        values.try_into().ok()
    }

    pub(super) fn count(
        &mut self,
        name: &str,
        argv: &[Value],
        expected: usize,
        place: &Place,
    ) -> Option<()> {
        if argv.len() == expected {
            return Some(());
        }
        let plural = if expected == 1 { "" } else { "s" };
        self.report.fault(
            place,
            format_args!(
                "expected {expected} argument{plural} for `{name}`, found {}",
                argv.len()
            ),
        )
    }

    fn is_set(&mut self, argv: &[Value], place: &Place) -> Option<Expr> {
        self.count("isSet", argv, 1, place)?;
        let value = self.value(argv.first()?, &place.index(0))?;
        Some(is_some(value))
    }

    fn coalesce(&mut self, argv: &[Value], place: &Place) -> Option<Expr> {
        if argv.len() < 2 {
            return self.report.fault(
                place,
                format_args!(
                    "expected 2 arguments or more for `coalesce`, found {}",
                    argv.len()
                ),
            );
        }
        let mut items: Vec<Expr> = Vec::new();
        for (index, value) in argv.iter().enumerate() {
            let place = place.index(index);
            let value = self.value(value, &place)?;
            self.can_choose(&value, items.first(), &place)?;
            items.push(value);
        }
        // What follows a value that is always there is never asked for.
        if let Some(last) = items.iter().position(|item| !item.ty.is_option()) {
            items.truncate(last + 1);
        }
        if items.len() == 1 {
            return items.pop();
        }
        let ty = items.last()?.ty.clone();
        Some(Expr {
            kind: ExprKind::Coalesce(items),
            ty,
        })
    }

    fn ite(&mut self, argv: &[Value], place: &Place) -> Option<Expr> {
        self.count("ite", argv, 3, place)?;
        let [condition, yes, no] = argv else {
            return None;
        };
        let condition = self.value_of(condition, &Type::Bool, &place.index(0))?;
        let yes = self.value(yes, &place.index(1))?;
        self.can_choose(&yes, None, &place.index(1))?;
        let no = self.value(no, &place.index(2))?;
        self.can_choose(&no, Some(&yes), &place.index(2))?;
        match (condition.as_bool(), yes.as_bool(), no.as_bool()) {
            (Some(true), ..) => return Some(yes),
            (Some(false), ..) => return Some(no),
            (_, Some(true), Some(false)) => return Some(condition),
            (_, Some(false), Some(true)) => return Some(not(condition)),
            _ if yes == no => return Some(yes),
            _ => {}
        }
        let ty = if no.ty.is_option() {
            no.ty.clone()
        } else {
            yes.ty.clone()
        };
        Some(Expr {
            kind: ExprKind::Ite {
                condition: Box::new(condition),
                yes: Box::new(yes),
                no: Box::new(no),
            },
            ty,
        })
    }

    /// Objects to a value that cannot be one of several to choose from.
    fn can_choose(&mut self, value: &Expr, first: Option<&Expr>, place: &Place) -> Option<()> {
        let ty = value.ty.inner();
        if *ty == Type::Int {
            return self.report.fault(
                place,
                "expected a string, a boolean, an array or an object to choose from, found a number",
            );
        }
        match first {
            Some(first) if first.ty.inner() != ty => self.report.fault(
                place,
                format_args!(
                    "expected {}, like the first choice, found {}",
                    describe(first.ty.inner()),
                    describe(ty)
                ),
            ),
            _ => Some(()),
        }
    }
}

/// The opposite.
pub(super) fn not(value: Expr) -> Expr {
    Expr::bool(match value.kind {
        ExprKind::Bool(value) => ExprKind::Bool(!value),
        ExprKind::Not(value) => value.kind,
        _ => ExprKind::Not(Box::new(value)),
    })
}

/// Whether two values are equal; a comparison with a literal `true` or `false` is none.
fn equals(left: Expr, right: Expr) -> Expr {
    match (&left.kind, &right.kind) {
        (_, ExprKind::Bool(true)) => left,
        (ExprKind::Bool(true), _) => right,
        (_, ExprKind::Bool(false)) => not(left),
        (ExprKind::Bool(false), _) => not(right),
        (ExprKind::Str(one), ExprKind::Str(other)) => Expr::bool(ExprKind::Bool(one == other)),
        // A literal stands on the right.
        (ExprKind::Str(_), _) => Expr::bool(ExprKind::Equals(Box::new(right), Box::new(left))),
        _ if left == right => Expr::bool(ExprKind::Bool(true)),
        _ => Expr::bool(ExprKind::Equals(Box::new(left), Box::new(right))),
    }
}

/// Whether a value is there.
pub(super) fn is_some(value: Expr) -> Expr {
    Expr::bool(if value.ty.is_option() {
        ExprKind::IsSome(Box::new(value))
    } else {
        ExprKind::Bool(true)
    })
}
