//! The members of one shape.

use super::properties::{Properties, describe};
use super::{Member, Part, step};
use crate::model::is_identifier;
use serde_json::Value;

impl Properties<'_> {
    /// `members`: an object of members.
    pub(super) fn members(&mut self) -> Vec<Member> {
        let entries = self.object("members", "an object of members");
        let mut members = Vec::with_capacity(entries.len());
        let mut positions = std::mem::take(&mut self.members).into_iter();
        for (name, value) in entries {
            self.here.position = positions.next().flatten();
            if is_identifier(&name) {
                members.extend(self.read_member(name, value));
            } else {
                let message = format!("found the member name {name:?}, expected an identifier");
                self.fault(
                    message,
                    "a name has ASCII letters, digits and underscores, and no digit first",
                );
            }
        }
        self.here = self.origin.clone();
        members
    }

    /// The members that a list or a map has as properties; a mixin may give them too.
    pub(super) fn fixed_members(&mut self, names: &[&str], may_be_mixed_in: bool) -> Vec<Member> {
        let mut members = Vec::with_capacity(names.len());
        for name in names {
            match self.left.swap_remove(*name) {
                Some(value) => members.extend(self.read_member((*name).to_owned(), value)),
                None if may_be_mixed_in => {}
                None => self.missing(name, "expected an object with a `target`"),
            }
        }
        members
    }

    fn read_member(&mut self, name: String, value: Value) -> Option<Member> {
        let id = self.id.with_member(&name);
        let Value::Object(mut object) = value else {
            let message = format!(
                "the member is {}, expected an object with a `target`",
                describe(&value)
            );
            self.push(&id, Some(Part::Value(String::new())), message, "");
            return None;
        };
        let target = object.swap_remove("target");
        let traits = object.swap_remove("traits");
        for key in object.keys() {
            let message =
                format!("found the unknown property `{key}`, expected none such in a member");
            let part = Some(Part::Key(step(key)));
            self.push(&id, part, message, "a member has `target` and `traits`");
        }
        let traits = traits.map_or_else(Vec::new, |traits| self.read_traits(&id, traits));
        Some(Member {
            target: self.read_target(&id, "target", target)?,
            name,
            traits,
            origin: self.here.clone(),
        })
    }
}
