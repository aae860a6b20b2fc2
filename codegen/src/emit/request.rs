//! How an input becomes a request: one statement for each member that is bound to HTTP.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::write_json::{kind_method, optional_value, write_body_members};
use crate::ir::{Binding, Compression, Field, Operation, Presence, RequestBody, Type, UriPart};

/// `fn request`.
pub(super) fn request_fn(operation: &Operation) -> TokenStream {
    let request = &operation.request;
    let fields = &operation.input.fields;
    let method = method(&request.method);
    let required = fields
        .iter()
        .filter(|field| field.required && !is_label(field))
        .map(require);
    let host_prefix = request
        .host_prefix
        .iter()
        .map(|part| uri_part(part, fields, true));
    let path = request
        .path
        .iter()
        .map(|part| uri_part(part, fields, false));
    let query = request.query.iter().map(|(name, value)| match value {
        Some(value) => quote!(request.query_literal(#name, Some(#value));),
        None => quote!(request.query_literal(#name, None);),
    });
    let queries = fields.iter().filter_map(query_statement);
    let query_params = fields
        .iter()
        .filter(|field| field.binding == Binding::QueryParams)
        .map(query_params_statement);
    let headers = fields.iter().filter_map(header_statement);
    let body = body_statement(operation);
    let checksum = request
        .checksum_required
        .then(|| quote!(request.content_md5()?;));
    let compression = request.compression.map(|compression| match compression {
        Compression::FromMinimum => quote!(request.gzip(http::Gzip::FromMinimum);),
        Compression::Always => quote!(request.gzip(http::Gzip::Always);),
    });
    quote! {
        fn request(&self) -> Result<http::Request<Bytes>, BuildError> {
            let mut request = http::RequestBuilder::new(#method);
            #(#required)*
            #(#host_prefix)*
            #(#path)*
            #(#query)*
            #(#queries)*
            #(#query_params)*
            #(#headers)*
            #body
            #checksum
            #compression
            request.build()
        }
    }
}

fn is_label(field: &Field) -> bool {
    matches!(field.binding, Binding::Label | Binding::GreedyLabel)
}

fn require(field: &Field) -> TokenStream {
    let name = &field.name;
    let text = field.name.as_str();
    quote!(build::require(#text, self.#name.is_some())?;)
}

/// A constant of `http::Method`, or one made of a method that has none.
fn method(method: &str) -> TokenStream {
    const KNOWN: [&str; 9] = [
        "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT", "PATCH", "TRACE",
    ];
    if KNOWN.contains(&method) {
        let method = format_ident!("{method}");
        quote!(http::Method::#method)
    } else {
        quote!(http::method(#method)?)
    }
}

fn uri_part(part: &UriPart, fields: &[Field], in_host: bool) -> TokenStream {
    let label = |index: usize, method: TokenStream| {
        let field = &fields[index];
        let name = field.name.as_str();
        let value = field_reference(field);
        let text = text_function(&field.ty);
        quote!(request.#method(#name, #value, #text)?;)
    };
    match (part, in_host) {
        (UriPart::Literal(text), false) => quote!(request.path(#text);),
        (UriPart::Literal(text), true) => quote!(request.host_prefix(#text);),
        (UriPart::Label(index), true) => label(*index, quote!(host_label)),
        (UriPart::Label(index), false) => label(*index, quote!(label)),
        (UriPart::GreedyLabel(index), _) => label(*index, quote!(greedy_label)),
    }
}

fn query_statement(field: &Field) -> Option<TokenStream> {
    let Binding::Query(name) = &field.binding else {
        return None;
    };
    let value = field_reference(field);
    Some(match &field.ty {
        Type::List { item, .. } => {
            let text = text_function(item);
            quote!(request.query_list(#name, #value, #text);)
        }
        ty => {
            let text = text_function(ty);
            quote!(request.query(#name, #value, #text);)
        }
    })
}

fn query_params_statement(field: &Field) -> TokenStream {
    let value = field_reference(field);
    match &field.ty {
        Type::Map { value: held, .. } if matches!(**held, Type::List { .. }) => {
            quote!(request.query_params_list(#value);)
        }
        _ => quote!(request.query_params(#value);),
    }
}

fn header_statement(field: &Field) -> Option<TokenStream> {
    let value = field_reference(field);
    match (&field.binding, &field.ty) {
        (Binding::Header(name), Type::List { item, .. }) => {
            if let Type::Timestamp(format) = **item {
                let format = super::write_json::format_path(format);
                return Some(quote!(request.header_timestamps(#name, #value, #format)?;));
            }
            let text = text_function(item);
            Some(quote!(request.header_list(#name, #value, #text)?;))
        }
        (Binding::Header(name), ty) => {
            let text = header_text_function(ty);
            Some(quote!(request.header(#name, #value, #text)?;))
        }
        (Binding::PrefixHeaders(prefix), _) => {
            Some(quote!(request.prefix_headers(#prefix, #value)?;))
        }
        _ => None,
    }
}

/// A member's value as an `Option` of a reference.
fn field_reference(field: &Field) -> TokenStream {
    let name = &field.name;
    if field.ty.is_scalar() || matches!(field.ty, Type::IntEnum(_)) {
        match field.presence {
            Presence::Optional => quote!(self.#name.as_ref()),
            Presence::Required | Presence::Defaulted(_) => quote!(Some(&self.#name)),
        }
    } else {
        optional_value(field)
    }
}

/// The function that writes a value in a URI or a header.
fn text_function(ty: &Type) -> TokenStream {
    let function = kind_method(ty);
    quote!(text::#function)
}

/// As above, but that text with a media type stands in a header in base64.
fn header_text_function(ty: &Type) -> TokenStream {
    match ty {
        Type::MediaString | Type::Blob => quote!(text::base64),
        ty => text_function(ty),
    }
}

fn body_statement(operation: &Operation) -> TokenStream {
    match operation.request.body {
        RequestBody::None => quote!(),
        RequestBody::Json => {
            let members = write_body_members(&operation.input);
            quote! {
                request.json_body(|object| {
                    #members
                });
            }
        }
        RequestBody::Payload(index) => payload_statement(&operation.input.fields[index]),
    }
}

fn payload_statement(field: &Field) -> TokenStream {
    let value = optional_value(field);
    let Binding::Payload(media_type) = &field.binding else {
        return quote!();
    };
    let content_type = |default: &str| {
        let text = media_type.as_deref().unwrap_or(default);
        quote!(#text)
    };
    match &field.ty {
        Type::Blob => {
            let content_type = content_type("application/octet-stream");
            quote!(request.blob_payload(#value, #content_type);)
        }
        Type::Document => quote!(request.document_payload(#value);),
        Type::Structure(_) => quote!(request.structure_payload(#value);),
        Type::Union(_) => quote!(request.union_payload(#value);),
        Type::List { item: held, .. } | Type::Map { value: held, .. } => {
            let method = format_ident!("{}_payload", kind_method(&field.ty).to_string());
            let write = super::write_json::element_writer(held);
            quote!(request.#method(#value, #write);)
        }
        _ => {
            let content_type = content_type("text/plain");
            quote!(request.string_payload(#value, #content_type);)
        }
    }
}
