//! What a path selects from the input of an operation, with the fields and types of the emitted crate.

use super::jmespath::PathStep;
use crate::ir::endpoint::{Access, ParamKind, Projection, Selection};
use crate::ir::{Field, Name, Presence, Structure, Type, Union};

/// The input of an operation, and the types that it may hold.
pub(super) struct Shapes<'a> {
    pub(super) input: &'a Structure,
    pub(super) structures: &'a [Structure],
    pub(super) unions: &'a [Union],
}

/// Where a path has come to.
#[derive(Clone, Copy)]
enum At<'a> {
    Input(&'a Structure),
    Value(&'a Type),
}

/// A way that is being gone.
struct Way<'a> {
    shapes: &'a Shapes<'a>,
    at: At<'a>,
    to: Vec<Access>,
    list: Vec<Projection>,
    /// How many lists stand in each other, of all that was selected.
    depth: usize,
}

/// What the steps select for a parameter; the error says why it is nothing that such a parameter can hold.
pub(super) fn selection<'a>(
    shapes: &'a Shapes<'a>,
    steps: &[PathStep],
    kind: ParamKind,
) -> Result<Selection, String> {
    let mut way = Way::new(shapes, At::Input(shapes.input));
    steps.iter().try_for_each(|step| way.go(step))?;
    way.end(kind)
}

/// The field that is selected, if it is a string that the model requires.
pub(super) fn required(
    shapes: &Shapes<'_>,
    selection: &Selection,
    kind: ParamKind,
) -> Option<Name> {
    let [Access::Field { name, .. }] = selection.to.as_slice() else {
        return None;
    };
    let field = shapes
        .input
        .fields
        .iter()
        .find(|field| field.name == *name)?;
    (kind == ParamKind::String && field.required).then(|| name.clone())
}

impl<'a> Way<'a> {
    fn new(shapes: &'a Shapes<'a>, at: At<'a>) -> Self {
        Self {
            shapes,
            at,
            to: Vec::new(),
            list: Vec::new(),
            depth: 0,
        }
    }

    fn go(&mut self, step: &PathStep) -> Result<(), String> {
        match step {
            PathStep::Member(name) => self.member(name),
            PathStep::Items => self.items(),
            PathStep::Values => match self.at {
                At::Value(Type::Map { value, sparse, .. }) => {
                    self.spread(Projection::Values { sparse: *sparse }, value);
                    Ok(())
                }
                _ => Err(self.unexpected("a map for `*`")),
            },
            PathStep::Keys => match self.at {
                At::Value(Type::Map { key, .. }) => {
                    self.spread(Projection::Keys, key);
                    Ok(())
                }
                _ => Err(self.unexpected("a map for `keys`")),
            },
            PathStep::Flatten => self.flatten(),
            PathStep::Select(paths) => self.select(paths),
        }
    }

    fn spread(&mut self, projection: Projection, to: &'a Type) {
        self.list.push(projection);
        self.depth += 1;
        self.at = At::Value(to);
    }

    fn items(&mut self) -> Result<(), String> {
        let At::Value(Type::List { item, sparse }) = self.at else {
            return Err(self.unexpected("a list for `[*]`"));
        };
        self.spread(Projection::Items { sparse: *sparse }, item);
        Ok(())
    }

    fn flatten(&mut self) -> Result<(), String> {
        if self.depth == 0 {
            self.items()?;
        }
        match (self.depth, self.at) {
            (1, At::Value(Type::List { .. })) => {
                self.items()?;
                self.depth = 1;
            }
            (1, _) => {}
            (depth, _) => self.depth = depth - 1,
        }
        Ok(())
    }

    fn select(&mut self, paths: &[Vec<PathStep>]) -> Result<(), String> {
        let mut selected = Vec::new();
        for path in paths {
            let mut way = Way::new(self.shapes, self.at);
            path.iter().try_for_each(|step| way.go(step))?;
            let Selection { to, is_enum, .. } = way.end(ParamKind::String)?;
            selected.push((to, is_enum));
        }
        self.spread(Projection::Select(selected), &Type::String);
        Ok(())
    }

    fn member(&mut self, member: &str) -> Result<(), String> {
        let name = match self.at {
            At::Input(structure) => return self.field(structure, member),
            At::Value(Type::Structure(name) | Type::Union(name)) => name,
            At::Value(_) => {
                return Err(self.unexpected(&format!("a structure or union for `{member}`")));
            }
        };
        let shapes = self.shapes;
        if let Some(found) = shapes.structures.iter().find(|one| one.name == *name) {
            return self.field(found, member);
        }
        let union = shapes.unions.iter().find(|one| one.name == *name);
        let variant = union.and_then(|union| {
            let mut variants = union.variants.iter();
            variants.find(|variant| variant.member == member)
        });
        match variant.and_then(|variant| Some((variant, variant.ty.as_ref()?))) {
            Some((variant, ty)) => {
                self.access(Access::Variant(variant.method_name.prefixed("as_")), ty);
                Ok(())
            }
            None => Err(format!(
                "expected a member that holds something, found `{member}`, which is none"
            )),
        }
    }

    fn field(&mut self, structure: &'a Structure, member: &str) -> Result<(), String> {
        let mut fields = structure.fields.iter();
        let Some(field) = fields.find(|field| field.member == member) else {
            return Err(format!(
                "expected a member of `{}`, found `{member}`",
                structure.name.as_str()
            ));
        };
        self.access(access(field), &field.ty);
        Ok(())
    }

    fn access(&mut self, access: Access, to: &'a Type) {
        if self.list.is_empty() {
            self.to.push(access);
        } else {
            self.list.push(Projection::Access(access));
        }
        self.at = At::Value(to);
    }

    fn end(mut self, kind: ParamKind) -> Result<Selection, String> {
        let fits = match (kind, self.depth, self.at) {
            (ParamKind::String, 0, At::Value(ty)) | (ParamKind::StringArray, 1, At::Value(ty)) => {
                is_text(ty)
            }
            (ParamKind::Boolean, 0, At::Value(ty)) => *ty == Type::Boolean,
            (ParamKind::StringArray, 0, At::Value(Type::List { item, .. })) if is_text(item) => {
                self.items()?;
                true
            }
            _ => false,
        };
        if !fits {
            return Err(self.unexpected(match kind {
                ParamKind::String => "a path to a string",
                ParamKind::Boolean => "a path to a boolean",
                ParamKind::StringArray => "a path to a list of strings",
            }));
        }
        Ok(Selection {
            is_enum: matches!(self.at, At::Value(Type::Enum(_))),
            to: self.to,
            list: self.list,
        })
    }

    fn unexpected(&self, expected: &str) -> String {
        let found = match (self.depth, self.at) {
            (2.., _) => "lists in a list",
            (1, _) => "a list of values",
            (_, At::Input(_) | At::Value(Type::Structure(_))) => "a structure",
            (_, At::Value(Type::Union(_))) => "a union",
            (_, At::Value(Type::List { .. })) => "a list",
            (_, At::Value(Type::Map { .. })) => "a map",
            (_, At::Value(Type::Boolean)) => "a boolean",
            (_, At::Value(ty)) if is_text(ty) => "a string",
            (_, At::Value(_)) => "a value of another type",
        };
        format!("expected {expected}, found {found}")
    }
}

fn is_text(ty: &Type) -> bool {
    ty.is_string() || matches!(ty, Type::Enum(_))
}

fn access(field: &Field) -> Access {
    Access::Field {
        name: field.name.clone(),
        optional: field.presence == Presence::Optional,
        boxed: field.boxed,
    }
}
