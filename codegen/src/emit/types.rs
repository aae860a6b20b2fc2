//! The pages of types: structures, unions and enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::{Exports, Scope};
use super::read_json::read_structure;
use super::write_json::write_structure;
use super::{builder, enumeration, structure, union};
use crate::ir::{Enum, IntEnum, Structure, Union};

/// The module path of types' pages.
const HOME: &[&str] = &["types"];

/// The page of a structure.
pub(super) fn structure_page(exports: &Exports<'_>, structure: &Structure) -> TokenStream {
    let builder = structure.name.suffixed("Builder");
    let definition = structure::structure(structure, &builder, None);
    let builder_definition = builder::builder(structure, &builder, None);
    let write = structure.in_requests.then(|| write_structure(structure));
    let read = structure.in_responses.then(|| read_structure(structure));
    let code = quote!(#definition #builder_definition #write #read);
    let imports = Scope::new(exports, HOME).imports(&code, &[&structure.name, &builder]);
    quote!(#imports #code)
}

/// The page of a union. The names of its variants are no use of types with the same names.
pub(super) fn union_page(exports: &Exports<'_>, union: &Union) -> TokenStream {
    let code = union::union(union);
    let uses = union::uses(union);
    let imports = Scope::new(exports, HOME).imports(&uses, &[&union.name]);
    quote!(#imports #code)
}

/// The page of an enum of strings. The names of its variants are no use of types with the same names.
pub(super) fn enum_page(exports: &Exports<'_>, an_enum: &Enum) -> TokenStream {
    let code = enumeration::string_enum(an_enum);
    let uses = enumeration::string_uses(an_enum);
    let imports = Scope::new(exports, HOME).imports(&uses, &[&an_enum.name]);
    quote!(#imports #code)
}

/// The page of an enum of integers, which needs nothing.
pub(super) fn int_enum_page(an_enum: &IntEnum) -> TokenStream {
    enumeration::int_enum(an_enum)
}
