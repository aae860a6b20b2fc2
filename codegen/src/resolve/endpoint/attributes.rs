//! Members of records and items of lists: `getAttr`, and the `#` of templates.

use serde_json::Value;

use super::Resolver;
use super::expr::describe;
use super::names::ident;
use super::report::Place;
use crate::ir::endpoint::{Expr, ExprKind, Type};

impl Resolver<'_> {
    pub(super) fn get_attr(&mut self, argv: &[Value], place: &Place) -> Option<Expr> {
        self.count("getAttr", argv, 2, place)?;
        let value = self.value(argv.first()?, &place.index(0))?;
        let place = place.index(1);
        let path = self.report.string(argv.get(1)?, &place)?;
        self.attribute(value, path, &place)
    }

    /// What a path, `resourceId[0]`, leads to.
    pub(super) fn attribute(&mut self, value: Expr, path: &str, place: &Place) -> Option<Expr> {
        let mut value = value;
        for part in path.split('.') {
            let (key, index) = match part.split_once('[') {
                Some((key, index)) => (key, Some(index)),
                None => (part, None),
            };
            if !key.is_empty() || index.is_none() {
                value = self.field(value, key, place)?;
            }
            if let Some(index) = index {
                value = self.element(value, index, place)?;
            }
        }
        Some(value)
    }

    fn field(&mut self, value: Expr, key: &str, place: &Place) -> Option<Expr> {
        let fields = fields(&value.ty);
        if let Some((_, name, ty)) = fields.iter().find(|(field, ..)| *field == key) {
            return Some(Expr {
                ty: ty.clone(),
                kind: ExprKind::Field(Box::new(value), ident(name)),
            });
        }
        let found = describe(&value.ty);
        if fields.is_empty() {
            return self.report.fault(
                place,
                format_args!("expected a value with a member `{key}`, found {found}"),
            );
        }
        let known: Vec<_> = fields.iter().map(|(field, ..)| *field).collect();
        self.report
            .unknown(place, &format!("a member of {found}"), &known, key)
    }

    fn element(&mut self, value: Expr, index: &str, place: &Place) -> Option<Expr> {
        if !matches!(value.ty, Type::Strings | Type::Parts) {
            return self.report.fault(
                place,
                format_args!(
                    "expected an array for `[{index}`, found {}",
                    describe(&value.ty)
                ),
            );
        }
        let Some(index) = index.strip_suffix(']').and_then(|index| index.parse().ok()) else {
            return self.report.fault(
                place,
                format_args!("expected a whole number in brackets, found `[{index}`"),
            );
        };
        Some(Expr {
            kind: ExprKind::Element(Box::new(value), index),
            ty: Type::Str.optional(),
        })
    }
}

/// The members of a record: the rules' name, Rust's name and the type.
fn fields(ty: &Type) -> Vec<(&'static str, &'static str, Type)> {
    use Type::{Bool, Parts, Str};
    match ty {
        Type::Partition => vec![
            ("name", "name", Str),
            ("dnsSuffix", "dns_suffix", Str),
            ("dualStackDnsSuffix", "dual_stack_dns_suffix", Str),
            ("supportsFIPS", "supports_fips", Bool),
            ("supportsDualStack", "supports_dual_stack", Bool),
            ("implicitGlobalRegion", "implicit_global_region", Str),
        ],
        Type::Url => vec![
            ("scheme", "scheme", Str),
            ("authority", "authority", Str),
            ("path", "path", Str),
            ("normalizedPath", "normalized_path", Str),
            ("isIp", "is_ip", Bool),
        ],
        Type::Arn => vec![
            ("partition", "partition", Str),
            ("service", "service", Str),
            ("region", "region", Str),
            ("accountId", "account_id", Str),
            ("resourceId", "resource_id", Parts),
        ],
        _ => Vec::new(),
    }
}
