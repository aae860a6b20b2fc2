//! The items of `types`: which there are, and of which kind.

use super::rename::{self, Pairs};
use super::{Findings, Rule, enums, structures};
use crate::ir::{Enum, IntEnum, Name, Service, Structure, Union};

/// An item of `types`.
#[derive(Clone, Copy)]
enum Item<'a> {
    Structure(&'a Structure),
    Union(&'a Union),
    Enum(&'a Enum),
    IntEnum(&'a IntEnum),
}

impl<'a> Item<'a> {
    fn all(service: &'a Service) -> Vec<Self> {
        let structures = service.structures.iter().map(Self::Structure);
        let unions = service.unions.iter().map(Self::Union);
        let enums = service.enums.iter().map(Self::Enum);
        let int_enums = service.int_enums.iter().map(Self::IntEnum);
        structures
            .chain(unions)
            .chain(enums)
            .chain(int_enums)
            .collect()
    }

    fn name(self) -> &'a Name {
        match self {
            Self::Structure(one) => &one.name,
            Self::Union(one) => &one.name,
            Self::Enum(one) => &one.name,
            Self::IntEnum(one) => &one.name,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Structure(_) => "structure",
            Self::Union(_) => "union",
            Self::Enum(_) => "enum of strings",
            Self::IntEnum(_) => "enum of integers",
        }
    }

    /// What tells whether another item is the same under another name; empty if too little does.
    fn signature(self) -> String {
        let own = self.name();
        let members: Vec<String> = match self {
            Self::Structure(one) => one
                .fields
                .iter()
                .map(|field| rename::field_signature(field, own))
                .collect(),
            Self::Union(one) => one
                .variants
                .iter()
                .map(|variant| rename::variant_signature(variant, own))
                .collect(),
            Self::Enum(one) => one.variants.iter().map(|one| one.value.clone()).collect(),
            Self::IntEnum(one) => one
                .variants
                .iter()
                .map(|one| format!("{} = {}", one.name, one.value))
                .collect(),
        };
        if members.is_empty() {
            return String::new();
        }
        format!("{} {}", self.kind(), members.join("; "))
    }
}

/// Compares the items of `types`.
pub(super) fn compare(old: &Service, new: &Service, findings: &mut Findings<'_>) {
    let (old, new) = (Item::all(old), Item::all(new));
    let pairs = Pairs::of(
        &old,
        &new,
        |item| item.name().to_string(),
        |item| item.signature(),
    );
    for (old, new) in &pairs.both {
        compare_item(**old, **new, findings);
    }
    for (old, new) in &pairs.renamed {
        let what = format!("the {} is renamed to `{}`", old.kind(), new.name());
        findings.push(Rule::TypeRenamed, path(**old), what);
    }
    for item in &pairs.removed {
        findings.push(
            Rule::TypeRemoved,
            path(**item),
            format!("the {} is removed", item.kind()),
        );
    }
    for item in &pairs.added {
        findings.push(
            Rule::TypeAdded,
            path(**item),
            format!("a new {}", item.kind()),
        );
    }
}

fn path(item: Item<'_>) -> String {
    format!("types::{}", item.name())
}

fn compare_item(old: Item<'_>, new: Item<'_>, findings: &mut Findings<'_>) {
    let path = path(old);
    match (old, new) {
        (Item::Structure(old), Item::Structure(new)) => {
            structures::compare(&path, old, new, structures::Role::Type, findings);
        }
        (Item::Union(old), Item::Union(new)) => enums::unions(&path, old, new, findings),
        (Item::Enum(old), Item::Enum(new)) => enums::string_enums(&path, old, new, findings),
        (Item::IntEnum(old), Item::IntEnum(new)) => enums::int_enums(&path, old, new, findings),
        _ => {
            let what = format!("was: {}; is: {}", old.kind(), new.kind());
            findings.push(Rule::TypeKindChanged, path, what);
        }
    }
}
