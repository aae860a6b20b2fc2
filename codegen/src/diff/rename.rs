//! Pairs what two versions have by name, and finds what only goes by another name.

use std::collections::BTreeMap;

use quote::ToTokens;

use crate::ir::{Field, Name, Presence, Type, UnionVariant};

/// What two lists have in common, and what not.
pub(super) struct Pairs<'a, T> {
    /// What both have, by name, in the order of the old list.
    pub(super) both: Vec<(&'a T, &'a T)>,
    /// What has another name, and nothing else that is different.
    pub(super) renamed: Vec<(&'a T, &'a T)>,
    /// What only the old list has.
    pub(super) removed: Vec<&'a T>,
    /// What only the new list has.
    pub(super) added: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    /// Pairs two lists. What is left over on either side is a rename if its signature is that of one thing on the
    /// other side, and of no second thing on its own; an empty signature tells nothing.
    pub(super) fn of(
        old: &'a [T],
        new: &'a [T],
        name: impl Fn(&T) -> String,
        signature: impl Fn(&T) -> String,
    ) -> Self {
        let by_name = |list: &'a [T]| -> BTreeMap<String, &'a T> {
            list.iter().map(|one| (name(one), one)).collect()
        };
        let (old_names, new_names) = (by_name(old), by_name(new));
        let both = old
            .iter()
            .filter_map(|one| Some((one, *new_names.get(&name(one))?)))
            .collect();
        let removed: Vec<&T> = old
            .iter()
            .filter(|one| !new_names.contains_key(&name(one)))
            .collect();
        let added: Vec<&T> = new
            .iter()
            .filter(|one| !old_names.contains_key(&name(one)))
            .collect();
        let mut pairs = Self {
            both,
            renamed: Vec::new(),
            removed: Vec::new(),
            added: Vec::new(),
        };
        pairs.find_renames(removed, added, signature);
        pairs
    }

    fn find_renames(
        &mut self,
        removed: Vec<&'a T>,
        mut added: Vec<&'a T>,
        signature: impl Fn(&T) -> String,
    ) {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for one in &removed {
            *count.entry(signature(one)).or_default() += 1;
        }
        for one in removed {
            let text = signature(one);
            let alike = |other: &&'a T| signature(other) == text;
            let index = added.iter().position(alike);
            let is_only = count.get(&text) == Some(&1)
                && added.iter().copied().filter(|one| alike(one)).count() == 1;
            match index.filter(|_| is_only && !text.is_empty()) {
                Some(index) => self.renamed.push((one, added.remove(index))),
                None => self.removed.push(one),
            }
        }
        self.added = added;
    }
}

/// What a member is, its name included: to tell whether two structures are alike. The structure's own name does not
/// count where a member holds one like it.
pub(super) fn field_signature(field: &Field, own: &Name) -> String {
    format!("{}: {}", field.name, slot_signature(field, own))
}

/// What a member is, but for its name.
pub(super) fn slot_signature(field: &Field, own: &Name) -> String {
    let presence = match field.presence {
        Presence::Optional => "optional",
        Presence::Required => "required",
        Presence::Defaulted(_) => "defaulted",
    };
    format!(
        "{presence} {} {}",
        field.required,
        type_signature(&field.ty, own)
    )
}

/// What a variant of a union is, its name included.
pub(super) fn variant_signature(variant: &UnionVariant, own: &Name) -> String {
    let ty = variant.ty.as_ref();
    format!(
        "{}: {}",
        variant.name,
        ty.map(|ty| type_signature(ty, own)).unwrap_or_default()
    )
}

fn type_signature(ty: &Type, own: &Name) -> String {
    let tokens = ty.to_token_stream().into_iter();
    let text = tokens.map(|token| {
        let text = token.to_string();
        if text == own.as_str() {
            "Self".to_owned()
        } else {
            text
        }
    });
    text.collect::<Vec<_>>().join(" ")
}
