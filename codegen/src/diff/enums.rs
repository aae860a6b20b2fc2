//! Enums and unions.

use super::findings::Deprecates;
use super::members::{constraints, held_text};
use super::rename::Pairs;
use super::structures::sensitivity;
use super::{Findings, Rule};
use crate::ir::{Enum, IntEnum, Name, Union, UnionVariant};

/// A variant of an enum of strings or of integers.
struct Variant<'a> {
    name: &'a Name,
    value: String,
    deprecated: &'a Option<String>,
}

/// Compares an enum of strings with itself.
pub(super) fn string_enums(path: &str, old: &Enum, new: &Enum, findings: &mut Findings<'_>) {
    item(path, [&old.deprecated, &new.deprecated], findings);
    if old.sensitive != new.sensitive {
        findings.push(Rule::SensitivityChanged, path, sensitivity(new.sensitive));
    }
    let [old, new] = [old, new].map(|one| {
        let variants = one.variants.iter().map(|one| Variant {
            name: &one.name,
            value: one.value.clone(),
            deprecated: &one.deprecated,
        });
        variants.collect::<Vec<_>>()
    });
    compare_variants(path, &old, &new, findings);
}

/// Compares an enum of integers with itself.
pub(super) fn int_enums(path: &str, old: &IntEnum, new: &IntEnum, findings: &mut Findings<'_>) {
    item(path, [&old.deprecated, &new.deprecated], findings);
    let [old, new] = [old, new].map(|one| {
        let variants = one.variants.iter().map(|one| Variant {
            name: &one.name,
            value: one.value.to_string(),
            deprecated: &one.deprecated,
        });
        variants.collect::<Vec<_>>()
    });
    compare_variants(path, &old, &new, findings);
}

fn item(path: &str, [old, new]: [&Option<String>; 2], findings: &mut Findings<'_>) {
    findings.documentation(path);
    findings.deprecation(path, old.as_ref(), new.as_ref(), Deprecates::DocsOnly);
}

/// Compares the variants of an enum.
fn compare_variants(
    path: &str,
    old: &[Variant<'_>],
    new: &[Variant<'_>],
    findings: &mut Findings<'_>,
) {
    let pairs = Pairs::of(
        old,
        new,
        |variant| variant.name.to_string(),
        |variant| variant.value.clone(),
    );
    let mut order: Vec<&Name> = pairs.both.iter().map(|(_, new)| new.name).collect();
    order.sort_by_key(|name| new.iter().position(|one| one.name == *name));
    if !order
        .into_iter()
        .eq(pairs.both.iter().map(|(old, _)| old.name))
    {
        let what = "the values stand in another order";
        findings.push(Rule::VariantsReordered, path, what);
    }
    for (old, new) in &pairs.both {
        let path = format!("{path}::{}", old.name);
        item(&path, [old.deprecated, new.deprecated], findings);
        let values = ("value on the wire", &old.value, &new.value);
        findings.value(Rule::VariantValueChanged, &path, values);
    }
    for (old, new) in &pairs.renamed {
        let what = format!("renamed to `{}`; the value `{}` stays", new.name, old.value);
        findings.push(Rule::VariantRenamed, format!("{path}::{}", old.name), what);
    }
    for variant in &pairs.removed {
        let what = format!("the value `{}` is removed", variant.value);
        findings.push(
            Rule::VariantRemoved,
            format!("{path}::{}", variant.name),
            what,
        );
    }
    for variant in &pairs.added {
        let what = format!("a new value `{}`", variant.value);
        findings.push(
            Rule::VariantAdded,
            format!("{path}::{}", variant.name),
            what,
        );
    }
}

/// Compares a union with itself. No union derives an order, so that of its variants does not matter.
pub(super) fn unions(path: &str, old: &Union, new: &Union, findings: &mut Findings<'_>) {
    item(path, [&old.deprecated, &new.deprecated], findings);
    if old.sensitive != new.sensitive {
        findings.push(Rule::SensitivityChanged, path, sensitivity(new.sensitive));
    }
    let pairs = Pairs::of(
        &old.variants,
        &new.variants,
        |variant| variant.name.to_string(),
        |variant| format!("{} {}", variant.json_name, held(variant)),
    );
    for (old, new) in &pairs.both {
        union_variant(&format!("{path}::{}", old.name), old, new, findings);
    }
    for (old, new) in &pairs.renamed {
        let what = format!("renamed to `{}`", new.name);
        findings.push(Rule::VariantRenamed, format!("{path}::{}", old.name), what);
    }
    for variant in &pairs.removed {
        let path = format!("{path}::{}", variant.name);
        findings.push(Rule::VariantRemoved, path, "the member is removed");
    }
    for variant in &pairs.added {
        let what = match held(variant) {
            nothing if nothing.is_empty() => "a new member that holds nothing".to_owned(),
            ty => format!("a new member that holds `{ty}`"),
        };
        findings.push(
            Rule::VariantAdded,
            format!("{path}::{}", variant.name),
            what,
        );
    }
}

/// What a variant holds, empty for nothing.
fn held(variant: &UnionVariant) -> String {
    let ty = variant.ty.as_ref();
    ty.map(|ty| held_text(ty, variant.boxed))
        .unwrap_or_default()
}

fn union_variant(path: &str, old: &UnionVariant, new: &UnionVariant, findings: &mut Findings<'_>) {
    item(path, [&old.deprecated, &new.deprecated], findings);
    let types = ("type", held(old), held(new));
    if types.1 == types.2 && old.ty != new.ty {
        let what = "has another format on the wire";
        findings.push(Rule::MemberFormatChanged, path, what);
    }
    findings.value(Rule::VariantTypeChanged, path, types);
    constraints(path, findings);
    if old.sensitive != new.sensitive {
        findings.push(Rule::SensitivityChanged, path, sensitivity(new.sensitive));
    }
    let names = (
        "name on the wire",
        old.json_name.clone(),
        new.json_name.clone(),
    );
    findings.value(Rule::WireChanged, path, names);
}
