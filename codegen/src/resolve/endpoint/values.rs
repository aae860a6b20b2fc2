//! The values that test cases give to the members of inputs.

use serde_json::Value;

use super::report::{Place, Report};
use crate::ir::endpoint::{InputValue, MemberSetting};
use crate::ir::{Field, Name, Presence, Service, Structure, Type, Union};

/// The types that inputs hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Types<'a> {
    pub(super) structures: &'a [Structure],
    pub(super) unions: &'a [Union],
}

impl<'a> Types<'a> {
    pub(super) fn of(service: &'a Service) -> Self {
        Self {
            structures: &service.structures,
            unions: &service.unions,
        }
    }

    /// Reads members of a structure. `None` where there is a fault. Members of types that no endpoint depends on are
    /// left out.
    pub(super) fn members(
        self,
        value: &Value,
        fields: &[Field],
        place: &Place,
        report: &mut Report<'_>,
    ) -> Option<Vec<MemberSetting>> {
        let mut members = Vec::new();
        for (name, value) in report.object(value, place)? {
            let place = place.field(name);
            let Some(field) = fields.iter().find(|field| field.member == *name) else {
                let known: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
                return report.unknown(&place, "a member", &known, name);
            };
            if !self.is_readable(&field.ty) {
                continue;
            }
            members.push(MemberSetting {
                value: self.value(value, &field.ty, &place, report)?,
                field: field.name.clone(),
                boxed: field.boxed,
                deprecated: field.deprecated.is_some(),
            });
        }
        Some(members)
    }

    /// Whether a parameter of endpoint rules could have its value from there.
    fn is_readable(self, ty: &Type) -> bool {
        match ty {
            Type::List { item, .. } => self.is_readable(item),
            Type::Map { key, value, .. } => self.is_readable(key) && self.is_readable(value),
            Type::Boolean | Type::Enum(_) | Type::Structure(_) | Type::Union(_) => true,
            ty => ty.is_string(),
        }
    }

    fn value(
        self,
        value: &Value,
        ty: &Type,
        place: &Place,
        report: &mut Report<'_>,
    ) -> Option<InputValue> {
        Some(match ty {
            Type::Boolean => InputValue::Boolean(report.boolean(value, place)?),
            Type::List { item, sparse } => {
                let mut items = Vec::new();
                for (index, value) in report.array(value, place)?.iter().enumerate() {
                    let place = place.index(index);
                    items.push(self.nullable(value, item, *sparse, &place, report)?);
                }
                InputValue::List(items, *sparse)
            }
            Type::Map {
                value: of, sparse, ..
            } => {
                let mut entries = Vec::new();
                for (key, value) in report.object(value, place)? {
                    let value = self.nullable(value, of, *sparse, &place.field(key), report)?;
                    entries.push((key.clone(), value));
                }
                InputValue::Map(entries, *sparse)
            }
            Type::Structure(name) => self.structure(value, name, place, report)?,
            Type::Union(name) => self.union(value, name, place, report)?,
            _ => InputValue::Text(report.string(value, place)?.to_owned()),
        })
    }

    fn nullable(
        self,
        value: &Value,
        ty: &Type,
        sparse: bool,
        place: &Place,
        report: &mut Report<'_>,
    ) -> Option<Option<InputValue>> {
        if sparse && value.is_null() {
            return Some(None);
        }
        self.value(value, ty, place, report).map(Some)
    }

    fn structure(
        self,
        value: &Value,
        name: &Name,
        place: &Place,
        report: &mut Report<'_>,
    ) -> Option<InputValue> {
        let structure = self.structures.iter().find(|one| one.name == *name)?;
        let mut members = self.members(value, &structure.fields, place, report)?;
        // A builder has no other way to set them.
        members.retain(|member| !member.deprecated);
        let mut fields = structure.fields.iter();
        Some(InputValue::Structure {
            name: name.clone(),
            members,
            fallible: fields.any(|field| field.presence == Presence::Required),
        })
    }

    fn union(
        self,
        value: &Value,
        name: &Name,
        place: &Place,
        report: &mut Report<'_>,
    ) -> Option<InputValue> {
        let union = self.unions.iter().find(|one| one.name == *name)?;
        let object = report.object(value, place)?;
        let mut members = object.iter();
        let (Some((member, value)), None) = (members.next(), members.next()) else {
            return report.fault(
                place,
                format_args!("expected one member of a union, found {}", object.len()),
            );
        };
        let place = place.field(member);
        let mut variants = union.variants.iter();
        let variant = variants.find(|variant| variant.member == *member);
        let held = variant.and_then(|variant| Some((variant, variant.ty.as_ref()?)));
        let Some((variant, ty)) = held.filter(|(_, ty)| self.is_readable(ty)) else {
            return report.fault(
                &place,
                format_args!("expected a member that an endpoint may depend on, found `{member}`"),
            );
        };
        Some(InputValue::Union {
            name: name.clone(),
            variant: variant.name.clone(),
            value: Box::new(self.value(value, ty, &place, report)?),
            boxed: variant.boxed,
        })
    }
}
