//! The page that an item stands on.

use std::collections::{BTreeMap, BTreeSet};

use super::Link;
use crate::ir::{Name, relative_path};
use crate::model::Member;

/// The page that a documented item stands on, which decides how names are written and linked there.
#[derive(Clone)]
pub(in crate::resolve) struct Page<'a> {
    /// The module path, from the root of the emitted modules, of the module that the page's own stands in.
    home: &'static [&'static str],
    /// Types that the page defines or imports.
    in_scope: BTreeSet<&'a str>,
    /// Members that are meant by their bare names in the model, with their names in Rust.
    members: BTreeMap<&'a str, Name>,
}

impl<'a> Page<'a> {
    /// A page in this module, with nothing in scope yet.
    pub(in crate::resolve) fn new(home: &'static [&'static str]) -> Self {
        Self {
            home,
            in_scope: BTreeSet::new(),
            members: BTreeMap::new(),
        }
    }

    /// Brings types into scope.
    pub(in crate::resolve) fn with_types(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        self.in_scope.extend(names);
        self
    }

    /// Lets the members of a structure be named bare.
    pub(in crate::resolve) fn with_members(
        mut self,
        members: impl IntoIterator<Item = (&'a Member, &'a Name)>,
    ) -> Self {
        let members = members.into_iter();
        self.members
            .extend(members.map(|(member, name)| (member.name(), name.clone())));
        self
    }

    /// What a member that is meant by its bare name is called.
    pub(super) fn member(&self, name: &str) -> Option<&Name> {
        self.members.get(name)
    }

    /// The shortest path from the page to an item: its name if that is in scope, else up to where the ways part, and
    /// down.
    pub(super) fn path_to(&self, link: &Link) -> String {
        if self
            .in_scope
            .contains(link.item.split("::").next().unwrap_or_default())
        {
            return link.item.clone();
        }
        let module: Vec<&str> = link
            .path
            .split("::")
            .filter(|part| !part.is_empty())
            .collect();
        let mut way = relative_path(self.home, &module);
        way.push(&link.item);
        way.join("::")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(item: &str, path: &str) -> Link {
        Link {
            text: item.to_owned(),
            kind: "",
            path: path.to_owned(),
            item: item.to_owned(),
        }
    }

    #[test]
    fn links_by_the_shortest_way() {
        let stage = link("Stage", "types");
        assert_eq!(Page::new(&["types"]).path_to(&stage), "super::Stage");
        assert_eq!(
            Page::new(&["operation"]).path_to(&stage),
            "super::super::types::Stage"
        );
        assert_eq!(
            Page::new(&["types", "error"]).path_to(&stage),
            "super::super::Stage"
        );
        assert_eq!(
            Page::new(&["types"]).with_types(["Stage"]).path_to(&stage),
            "Stage"
        );
        assert_eq!(Page::new(&[]).path_to(&link("Client", "")), "super::Client");
    }
}
