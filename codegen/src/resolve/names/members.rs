//! Names of members: fields with their methods, and variants.
//!
//! Of two members that come out the same, the later one in the model gives way, so that a member which is added at the
//! end of a shape leaves the others their names.

use super::words::{Taken, snake, upper_camel};
use crate::ir::{Name, reserved};
use crate::model::Member;

/// What a structure is used for, which decides what it has of its own beside its members.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    /// It is the input of an operation.
    pub(super) input: bool,
    /// It is the input of an operation with waiters.
    pub(super) waits: bool,
    /// It is the output of an operation.
    pub(super) output: bool,
    /// It is an error of an operation.
    pub(super) error: bool,
}

impl Uses {
    /// Whether such a structure, its builder or its call has something of this name itself.
    fn reserve(self, name: &str) -> bool {
        reserved::MEMBERS.contains(&name)
            || reserved::STANDARD.contains(&name)
            || self.input && reserved::INPUT_MEMBERS.contains(&name)
            || self.waits && name == reserved::WAIT
            || self.output && reserved::OUTPUT_MEMBERS.contains(&name)
            || self.error && reserved::ERROR_MEMBERS.contains(&name)
    }

    /// The methods that a field brings with it.
    fn methods(self, name: &Name) -> Vec<String> {
        let mut methods = vec![
            name.as_str().to_owned(),
            name.prefixed("set_").as_str().to_owned(),
        ];
        if self.input {
            methods.push(name.prefixed("get_").as_str().to_owned());
        }
        methods
    }
}

/// The names of fields, and so of their accessors and setters. A member gives way to what the structure has itself,
/// to `builder_value` as in the official client, and so does `setFoo` beside `foo`; of members of one name the later
/// ones are numbered.
pub(super) fn field_names(members: &[Member], uses: Uses) -> Vec<Name> {
    let mut taken = Taken::default();
    let mut fields = Taken::default();
    let name = |member: &Member| {
        let plain = snake(member.name());
        let gives_way = uses.reserve(plain.as_str())
            || !fields.has(plain.as_str())
                && uses.methods(&plain).iter().any(|name| taken.has(name));
        let name = if gives_way {
            plain.suffixed("_value")
        } else {
            plain
        };
        let name = taken.number_with(&name, |name| uses.methods(name));
        fields.take(vec![name.as_str().to_owned()]);
        name
    };
    members.iter().map(name).collect()
}

/// The name of a variant. `Unknown` is for values that the model does not know.
fn variant_name(member: &Member) -> Name {
    let name = upper_camel(member.name());
    match name.as_str() {
        "Unknown" | "Self" => name.suffixed("Value"),
        _ => name,
    }
}

/// The names of the variants of an enum or a union. Names may differ in case alone: a later one that comes out as an
/// earlier one did gets a number.
pub(super) fn variant_names(members: &[Member]) -> Vec<Name> {
    let mut taken = Taken::default();
    let name = |member: &Member| taken.number(&variant_name(member));
    members.iter().map(name).collect()
}

/// The names of a union's members as they stand in methods, `is_name` and `as_name`. `is_unknown` asks for what the
/// model does not know.
pub(super) fn variant_methods(members: &[Member]) -> Vec<Name> {
    let mut taken = Taken::default();
    let name = |member: &Member| {
        let plain = snake(member.name());
        let name = match plain.as_str() {
            "unknown" => plain.suffixed("_value"),
            _ => plain,
        };
        taken.number_with(&name, |name| vec![name.prefixed("is_").as_str().to_owned()])
    };
    members.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ShapeId, Traits};

    fn members(names: &[&str]) -> Vec<Member> {
        let shape = ShapeId::parse("a#S").unwrap();
        let member = |name: &&str| Member {
            id: shape.with_member(name),
            target: shape.clone(),
            traits: Box::new(Traits::default()),
        };
        names.iter().map(member).collect()
    }

    fn fields(names: &[&str], uses: Uses) -> Vec<String> {
        let names = field_names(&members(names), uses);
        names.iter().map(|name| name.as_str().to_owned()).collect()
    }

    #[test]
    fn later_fields_give_way() {
        let uses = Uses::default();
        assert_eq!(
            fields(&["fooBar", "foo_bar", "fooBar2", "FOO_BAR"], uses),
            ["foo_bar", "foo_bar2", "foo_bar2_2", "foo_bar3"]
        );
        assert_eq!(
            fields(&["foo", "setFoo", "set_foo_value", "get_foo"], uses),
            ["foo", "set_foo_value", "set_foo_value2", "get_foo"]
        );
        assert_eq!(
            fields(&["setFoo", "foo", "setSetFoo"], uses),
            ["set_foo", "foo_value", "set_set_foo_value"]
        );
        assert_eq!(
            fields(&["build", "builder", "build_value"], uses),
            ["build_value", "builder_value", "build_value2"]
        );
    }

    #[test]
    fn fields_give_way_to_what_their_structure_has() {
        let names = [
            "foo",
            "getFoo",
            "intoPaginator",
            "requestId",
            "read",
            "self",
            "meta",
        ];
        let input = Uses {
            input: true,
            ..Uses::default()
        };
        assert_eq!(
            fields(&names, input),
            [
                "foo",
                "get_foo_value",
                "into_paginator_value",
                "request_id",
                "read",
                "self_",
                "meta_value"
            ]
        );
        let answer = Uses {
            output: true,
            error: true,
            ..Uses::default()
        };
        assert_eq!(
            fields(&names, answer),
            [
                "foo",
                "get_foo",
                "into_paginator",
                "request_id_value",
                "read_value",
                "self_",
                "meta_value"
            ]
        );
    }

    #[test]
    fn later_variants_are_numbered() {
        let members = members(&[
            "UNKNOWN",
            "foo",
            "Foo",
            "UNKNOWN_VALUE",
            "Self",
            "_4k",
            "_4K",
        ]);
        let texts = |names: Vec<Name>| -> Vec<String> {
            names.iter().map(|name| name.as_str().to_owned()).collect()
        };
        assert_eq!(
            texts(variant_names(&members)),
            [
                "UnknownValue",
                "Foo",
                "Foo2",
                "UnknownValue2",
                "SelfValue",
                "_4k",
                "_4k2"
            ]
        );
        assert_eq!(
            texts(variant_methods(&members)),
            [
                "unknown_value",
                "foo",
                "foo2",
                "unknown_value2",
                "self_",
                "_4k",
                "_4k2"
            ]
        );
    }
}
