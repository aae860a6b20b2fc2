//! How members are read in the expressions of waiters.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Type;

/// What stands in a place, as paths hold it.
pub(super) fn from_place(place: &TokenStream, ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean | Type::Double => place.clone(),
        Type::Byte | Type::Short | Type::Integer | Type::Float => quote!(f64::from(#place)),
        Type::Long => quote!(waiter::long(#place)),
        ty => from_reference(place, ty).unwrap_or_else(|| quote!(&#place)),
    }
}

/// What stands in an optional place, as paths hold it.
pub(super) fn from_option(place: &TokenStream, ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean | Type::Double => place.clone(),
        Type::Byte | Type::Short | Type::Integer | Type::Float => quote!(#place.map(f64::from)),
        Type::Long => quote!(#place.map(waiter::long)),
        Type::String | Type::MediaString => quote!(#place.as_deref()),
        ty => match from_reference(&quote!(it), ty) {
            Some(read) => quote!(#place.as_ref().map(|it| #read)),
            None => quote!(#place.as_ref()),
        },
    }
}

/// What a reference leads to, as paths hold it; nothing, if that is the reference itself.
pub(super) fn from_reference(value: &TokenStream, ty: &Type) -> Option<TokenStream> {
    Some(match ty {
        Type::Boolean | Type::Double => quote!(*#value),
        Type::Byte | Type::Short | Type::Integer | Type::Float => quote!(f64::from(*#value)),
        Type::Long => quote!(waiter::long(*#value)),
        Type::String | Type::MediaString | Type::Enum(_) => quote!(#value.as_str()),
        Type::Timestamp(_) => quote!(#value.as_secs_f64()),
        Type::IntEnum(_) => quote!(f64::from(#value.as_i32())),
        Type::List { item, sparse } => converted(&quote!(#value.iter()), item, *sparse),
        _ => return None,
    })
}

/// An iterator over references to items, as paths hold them.
pub(super) fn converted(items: &TokenStream, ty: &Type, sparse: bool) -> TokenStream {
    match (from_reference(&quote!(it), ty), sparse) {
        (None, false) => items.clone(),
        (None, true) => quote!(#items.map(Option::as_ref)),
        (Some(_), false) if matches!(ty, Type::Boolean | Type::Double) => quote!(#items.copied()),
        (Some(read), false) => quote!(#items.map(|it| #read)),
        (Some(read), true) => quote!(#items.map(|it| it.as_ref().map(|it| #read))),
    }
}
