//! The params of a case: JSON that is read by the shapes it stands for.

use serde_json::{Map, Value as Json};

use super::super::context::Context;
use super::leaf::{expected, simple};
use crate::diagnostic::{Diagnostic, Diagnostics, pointer};
use crate::ir::protocol_test::{MemberValue, Setter, StructureValue, UnionValue, Value};
use crate::ir::{Field, Name, Presence, Service, Structure, Type};
use crate::model::{HttpMessageTest, Member, Shape, ShapeId};

/// Where in the model something stands.
#[derive(Clone)]
pub(super) struct Place<'a> {
    shape: &'a ShapeId,
    trait_id: &'static str,
    case: &'a str,
    path: String,
}

impl<'a> Place<'a> {
    /// The params of a case.
    pub(super) fn new(
        shape: &'a ShapeId,
        trait_id: &'static str,
        test: &'a HttpMessageTest,
    ) -> Self {
        Self {
            shape,
            trait_id,
            case: &test.id,
            path: format!("[{}].params", test.index),
        }
    }

    fn below(&self, step: &str) -> Self {
        Self {
            path: format!("{}{step}", self.path),
            ..self.clone()
        }
    }

    fn member(&self, name: &str) -> Self {
        self.below(&format!(".{name}"))
    }
}

/// Reads params.
pub(super) struct Params<'a, 'c> {
    context: &'a Context<'c>,
    service: &'a Service,
    start: Place<'a>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a, 'c> Params<'a, 'c> {
    pub(super) fn new(
        context: &'a Context<'c>,
        service: &'a Service,
        start: Place<'a>,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            context,
            service,
            start,
            diagnostics,
        }
    }

    /// The input, output or error itself.
    pub(super) fn structure(
        &mut self,
        structure: &Structure,
        shape: Option<&Shape>,
        params: &Map<String, Json>,
    ) -> Option<StructureValue> {
        let place = self.start.clone();
        self.members(structure, shape, params, &place)
    }

    fn members(
        &mut self,
        structure: &Structure,
        shape: Option<&Shape>,
        params: &Map<String, Json>,
        place: &Place<'_>,
    ) -> Option<StructureValue> {
        let members = shape.map(Shape::members).unwrap_or_default();
        let mut value = StructureValue {
            name: structure.name.clone(),
            set: Vec::new(),
            assigned: Vec::new(),
            is_fallible: structure.has_required(),
        };
        let mut is_complete = self.expect_known(members, params, place);
        for (member, field) in members.iter().zip(&structure.fields) {
            let place = place.member(member.name());
            match params.get(member.name()).filter(|given| !given.is_null()) {
                Some(given) => {
                    let found = self.member(structure, member, field, given, &place);
                    is_complete &= found.is_some();
                    if is_assigned(structure, field) {
                        value.assigned.extend(found);
                    } else {
                        value.set.extend(found);
                    }
                }
                None if field.presence == Presence::Required => {
                    self.report(&place, "nothing", "a value: the member is required");
                    is_complete = false;
                }
                None => {}
            }
        }
        is_complete.then_some(value)
    }

    /// Reports params that no member has; says whether there are none.
    fn expect_known(
        &mut self,
        members: &[Member],
        params: &Map<String, Json>,
        place: &Place<'_>,
    ) -> bool {
        let mut is_known = true;
        for name in params.keys() {
            if !members.iter().any(|member| member.name() == name) {
                is_known = false;
                let known: Vec<&str> = members.iter().map(Member::name).collect();
                let expected = if known.is_empty() {
                    "no members".to_owned()
                } else {
                    format!("one of {}", known.join(", "))
                };
                self.report(place, &format!("the member `{name}`"), &expected);
            }
        }
        is_known
    }

    fn member(
        &mut self,
        structure: &Structure,
        member: &Member,
        field: &Field,
        given: &Json,
        place: &Place<'_>,
    ) -> Option<MemberValue> {
        let value = self.value(member, &field.ty, given, place)?;
        let is_empty = match &value {
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            _ => false,
        };
        let is_collection = matches!(field.ty, Type::List { .. } | Type::Map { .. });
        Some(MemberValue {
            field: field.name.clone(),
            setter: match (is_collection, is_empty || is_assigned(structure, field)) {
                (false, _) => Setter::Plain,
                (true, false) => Setter::Each,
                (true, true) => Setter::Whole,
            },
            value,
            optional: field.presence == Presence::Optional,
            boxed: field.boxed,
            secret: field.sensitive || structure.sensitive,
        })
    }

    fn value(
        &mut self,
        member: &Member,
        ty: &Type,
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        let found = match ty {
            Type::Structure(name) => return self.nested(member, name, given, place),
            Type::Union(name) => return self.union(member, name, given, place),
            Type::List { item, sparse } => return self.list(member, (item, *sparse), given, place),
            Type::Map { key, value, sparse } => {
                return self.map(member, (key, value, *sparse), given, place);
            }
            Type::Enum(name) => given.as_str().map(|text| self.variant(name, text)),
            Type::IntEnum(name) => {
                let number = given.as_i64().and_then(|number| i32::try_from(number).ok());
                number.map(|number| self.int_variant(name, number))
            }
            ty => simple(ty, given),
        };
        if found.is_none() {
            self.report(place, &excerpt(given), expected(ty));
        }
        found
    }

    fn variant(&self, name: &Name, text: &str) -> Value {
        let found = self.service.enums.iter().find(|one| one.name == *name);
        let mut variants = found.into_iter().flat_map(|one| &one.variants);
        match variants.find(|variant| variant.value == text) {
            Some(variant) => Value::Variant(name.clone(), variant.name.clone()),
            None => Value::OtherEnum(name.clone(), text.to_owned()),
        }
    }

    fn int_variant(&self, name: &Name, number: i32) -> Value {
        let found = self.service.int_enums.iter().find(|one| one.name == *name);
        let mut variants = found.into_iter().flat_map(|one| &one.variants);
        match variants.find(|variant| variant.value == number) {
            Some(variant) => Value::Variant(name.clone(), variant.name.clone()),
            None => Value::OtherIntEnum(name.clone(), number),
        }
    }

    fn nested(
        &mut self,
        member: &Member,
        name: &Name,
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        let Some(params) = given.as_object() else {
            return self.fault(place, &excerpt(given), "an object");
        };
        let shape = self.context.model.shape(&member.target);
        let mut errors = self.service.errors.iter().map(|error| &error.structure);
        let mut structures = self.service.structures.iter();
        let structure = structures
            .find(|structure| structure.name == *name)
            .or_else(|| errors.find(|structure| structure.name == *name))
            .expect("every structure that is reached has been resolved");
        self.members(structure, Some(shape), params, place)
            .map(Value::Structure)
    }

    fn union(
        &mut self,
        member: &Member,
        name: &Name,
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        let expected = "an object with exactly one member of the union";
        let shape = self.context.model.shape(&member.target);
        let mut unions = self.service.unions.iter();
        let union = unions
            .find(|union| union.name == *name)
            .expect("every union that is reached has been resolved");
        let mut entries = given.as_object().into_iter().flatten();
        let (Some((key, held)), None) = (entries.next(), entries.next()) else {
            return self.fault(place, &excerpt(given), expected);
        };
        let mut variants = shape.members().iter().zip(&union.variants);
        let Some((member, variant)) = variants.find(|(member, _)| member.name() == key) else {
            return self.fault(place, &format!("the member `{key}`"), expected);
        };
        let value = match &variant.ty {
            Some(ty) => Some(self.value(member, ty, held, &place.member(key))?),
            None => None,
        };
        Some(Value::Union(Box::new(UnionValue {
            name: name.clone(),
            variant: variant.name.clone(),
            value,
            boxed: variant.boxed,
            secret: variant.sensitive || union.sensitive,
        })))
    }

    fn list(
        &mut self,
        member: &Member,
        (ty, sparse): (&Type, bool),
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        let Some(items) = given.as_array() else {
            return self.fault(place, &excerpt(given), "a list");
        };
        let item = self.context.list_item(&member.target)?;
        let mut values = Vec::new();
        for (index, given) in items.iter().enumerate() {
            let place = place.below(&format!("[{index}]"));
            values.push(self.element(item, (ty, sparse), given, &place)?);
        }
        Some(Value::List(values))
    }

    fn map(
        &mut self,
        member: &Member,
        (key_ty, ty, sparse): (&Type, &Type, bool),
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        let Some(entries) = given.as_object() else {
            return self.fault(place, &excerpt(given), "an object");
        };
        let (key_member, value_member) = self.context.map_members(&member.target)?;
        let mut values = Vec::new();
        for (key, given) in entries {
            let place = place.member(key);
            let key = self.value(key_member, key_ty, &Json::String(key.clone()), &place)?;
            values.push((
                key,
                self.element(value_member, (ty, sparse), given, &place)?,
            ));
        }
        Some(Value::Map(values))
    }

    /// What stands in a list or a map; only in a sparse one may it be null.
    fn element(
        &mut self,
        member: &Member,
        (ty, sparse): (&Type, bool),
        given: &Json,
        place: &Place<'_>,
    ) -> Option<Value> {
        match (sparse, given) {
            (true, Json::Null) => Some(Value::Sparse(None)),
            (true, given) => {
                let value = self.value(member, ty, given, place)?;
                Some(Value::Sparse(Some(Box::new(value))))
            }
            (false, given) => self.value(member, ty, given, place),
        }
    }

    /// Reports params that do not fit, in place of a value of them.
    fn fault<T>(&mut self, place: &Place<'_>, found: &str, expected: &str) -> Option<T> {
        self.report(place, found, expected);
        None
    }

    /// Reports params that do not fit.
    fn report(&mut self, place: &Place<'_>, found: &str, expected: &str) {
        let Place { case, path, .. } = place;
        let message =
            format!("found {found} at `{path}` of the case `{case}`, expected {expected}");
        self.diagnostics.push(
            Diagnostic::new(message)
                .on(place.shape)
                .of_trait(place.trait_id)
                .value(pointer(path))
                .help("make the params fit the shape, or generate without tests"),
        );
    }
}

/// Whether a member is assigned once the structure is built. A deprecated setter would warn; but a member that has
/// to be there needs it.
fn is_assigned(structure: &Structure, field: &Field) -> bool {
    let warns = field.deprecated.is_some() && field.presence != Presence::Required;
    warns || !structure.has_methods(field)
}

/// The JSON of a value, or its beginning if it is long.
fn excerpt(value: &Json) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}..`", &text[..end]),
        None => format!("`{text}`"),
    }
}
