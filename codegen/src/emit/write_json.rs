//! Writing JSON: one statement for each member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Field, Presence, Structure, TimestampFormat, Type};

/// `WriteStructure` for a structure.
pub(super) fn write_structure(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let members = structure.fields.iter().map(write_field);
    let object = if structure.fields.is_empty() {
        quote!(_object)
    } else {
        quote!(object)
    };
    quote! {
        impl WriteStructure for #name {
            fn write_members(&self, #object: &mut ObjectWriter<'_>) {
                #(#members)*
            }
        }
    }
}

/// The members of an input that travel in the body.
pub(super) fn write_body_members(structure: &Structure) -> TokenStream {
    structure
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .map(write_field)
        .collect()
}

fn write_field(field: &Field) -> TokenStream {
    write_member(&field.json_name, &field.ty, &optional_value(field))
}

/// A member's value as the writer takes it: an `Option` of a scalar, a slice or a reference.
pub(super) fn optional_value(field: &Field) -> TokenStream {
    let name = &field.name;
    let optional = field.presence == Presence::Optional;
    match &field.ty {
        _ if field.omit_default => quote!(build::unless_default(self.#name)),
        ty if is_copied(ty) && optional => quote!(self.#name),
        ty if is_copied(ty) => quote!(Some(self.#name)),
        Type::List { .. } if optional => quote!(self.#name.as_deref()),
        _ if field.boxed && optional => quote!(self.#name.as_deref()),
        _ if optional => quote!(self.#name.as_ref()),
        _ => quote!(Some(&self.#name)),
    }
}

/// Whether the writer takes values of this type by copy.
fn is_copied(ty: &Type) -> bool {
    ty.is_scalar() || matches!(ty, Type::IntEnum(_))
}

/// `object.string("name", value);`
pub(super) fn write_member(key: &str, ty: &Type, value: &TokenStream) -> TokenStream {
    let method = writer_method(ty);
    match ty {
        Type::Timestamp(format) => {
            let format = format_path(*format);
            quote!(object.timestamp(#key, #value, #format);)
        }
        Type::List { item: held, .. } | Type::Map { value: held, .. } => {
            let write = element_writer(held);
            quote!(object.#method(#key, #value, #write);)
        }
        _ => quote!(object.#method(#key, #value);),
    }
}

/// What writes one element of a list, or one value of a map.
pub(super) fn element_writer(ty: &Type) -> TokenStream {
    let method = writer_method(ty);
    match ty {
        Type::List { item, .. } => {
            let write = element_writer(item);
            quote!(|json, list| json.#method(list, #write))
        }
        Type::Map { value, .. } => {
            let write = element_writer(value);
            quote!(|json, map| json.#method(map, #write))
        }
        _ => quote!(ValueWriter::#method),
    }
}

pub(super) fn format_path(format: TimestampFormat) -> TokenStream {
    match format {
        TimestampFormat::DateTime => quote!(Format::DateTime),
        TimestampFormat::EpochSeconds => quote!(Format::EpochSeconds),
        TimestampFormat::HttpDate => quote!(Format::HttpDate),
    }
}

/// The writer's method: that of the kind of shape, but that it writes an enum as the string it is.
fn writer_method(ty: &Type) -> TokenStream {
    match ty {
        Type::Enum(_) => quote!(string),
        ty => kind_method(ty),
    }
}

/// The method, of the reader and of the functions for text, that is named for the kind of shape.
pub(super) fn kind_method(ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean => quote!(boolean),
        Type::Byte => quote!(byte),
        Type::Short => quote!(short),
        Type::Integer => quote!(integer),
        Type::Long => quote!(long),
        Type::Float => quote!(float),
        Type::Double => quote!(double),
        Type::BigInteger => quote!(big_integer),
        Type::BigDecimal => quote!(big_decimal),
        Type::String | Type::MediaString => quote!(string),
        Type::Blob => quote!(blob),
        Type::Document => quote!(document),
        Type::Timestamp(TimestampFormat::DateTime) => quote!(date_time),
        Type::Timestamp(TimestampFormat::EpochSeconds) => quote!(epoch_seconds),
        Type::Timestamp(TimestampFormat::HttpDate) => quote!(http_date),
        Type::Enum(_) => quote!(enumeration),
        Type::IntEnum(_) => quote!(int_enum),
        Type::Structure(_) | Type::Union(_) => quote!(structure),
        Type::List { sparse: false, .. } => quote!(list),
        Type::List { sparse: true, .. } => quote!(sparse_list),
        Type::Map { sparse: false, .. } => quote!(map),
        Type::Map { sparse: true, .. } => quote!(sparse_map),
    }
}
