//! How an answer becomes an output or an error: the body first, then one statement for each member in a header.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::finished;
use super::read_json::element_reader;
use super::write_json::kind_method;
use crate::ir::{
    Binding, ErrorShape, Field, Message, Operation, Presence, Response, Structure, Type,
};

/// What reads an answer: one call, if all that there is stands in the body's JSON.
pub(super) fn answer(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    if operation.response == Response::Json && !output.fields.iter().any(is_bound) {
        return quote!(error::json_answer(response, |output: &mut Self::Output| {
            &mut output.request_id
        }));
    }
    let read = read_output(operation);
    quote! {
        error::answer(response, |response| {
            #read
        })
    }
}

/// The statements that read an answer of success.
fn read_output(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    let name = &output.name;
    let request_id = quote!(http::request_id(response.headers()));
    let is_direct = operation.response != Response::Json && output.is_all_optional();
    if is_direct && output.fields.is_empty() {
        return quote!(Ok(#name { request_id: #request_id }));
    }
    let start = if is_direct {
        quote!(let mut output = #name { request_id: #request_id, ..#name::default() };)
    } else {
        let read = start(output, operation.response, &quote!(#name), &quote!(output));
        quote!(#read output.request_id = #request_id;)
    };
    let members = read_members(output, operation.response, &quote!(output));
    quote!(#start #members Ok(output))
}

/// `fn read` of an error. A message that the body gives under another name than the model's is taken all the same.
pub(super) fn read_error_fn(error: &ErrorShape) -> TokenStream {
    let name = &error.structure.name;
    let start = if error.response == Response::Json && error.structure.is_all_optional() {
        // The code says which error it is, whatever a proxy has made of the body.
        quote!(let mut error: Self = json::read_structure(response.body()).unwrap_or_default();)
    } else {
        start(
            &error.structure,
            error.response,
            &quote!(Self),
            &quote!(error),
        )
    };
    let members = read_members(&error.structure, error.response, &quote!(error));
    let message = error.message.as_ref().map(|Message { field, optional }| {
        if *optional {
            quote!(error.#field = error.#field.or_else(|| meta.message().map(str::to_owned));)
        } else {
            quote! {
                if error.#field.is_empty() {
                    error.#field = meta.message().unwrap_or_default().to_owned();
                }
            }
        }
    });
    let reads = error.response != Response::None || error.structure.fields.iter().any(is_bound);
    let response = if reads {
        quote!(response)
    } else {
        quote!(_response)
    };
    quote! {
        impl #name {
            pub(crate) fn read(#response: &http::Response<Bytes>, meta: ErrorMetadata) -> Result<Self, DecodeError> {
                #start
                #members
                #message
                error.meta = meta;
                Ok(error)
            }
        }
    }
}

/// The statement that declares `target`, of the type `name`, with what the body's JSON holds.
fn start(
    structure: &Structure,
    response: Response,
    name: &TokenStream,
    target: &TokenStream,
) -> TokenStream {
    match response {
        Response::Json => quote!(let mut #target: #name = json::read_structure(response.body())?;),
        Response::None | Response::Payload(_) => {
            let empty = finished(structure, quote!(#name::builder()));
            quote!(let mut #target = #empty;)
        }
    }
}

/// Statements that read the members which are not in the body's JSON.
fn read_members(structure: &Structure, response: Response, target: &TokenStream) -> TokenStream {
    let payload = match response {
        Response::Payload(index) => payload_statement(&structure.fields[index], target),
        Response::Json | Response::None => quote!(),
    };
    let bound = bound_statements(structure, target);
    let reads_headers = structure.fields.iter().any(|field| {
        matches!(
            field.binding,
            Binding::Header(_) | Binding::PrefixHeaders(_)
        )
    });
    let headers = reads_headers.then(|| quote!(let headers = response.headers();));
    quote!(#payload #headers #bound)
}

/// A statement for each member of an output or error that stands outside of the body.
fn bound_statements(structure: &Structure, target: &TokenStream) -> TokenStream {
    let statements = structure.fields.iter().filter_map(|field| {
        let read = read_bound(field)?;
        let name = &field.name;
        Some(match field.presence {
            Presence::Optional => quote!(#target.#name = #read;),
            Presence::Required | Presence::Defaulted(_) => quote! {
                if let Some(value) = #read {
                    #target.#name = value;
                }
            },
        })
    });
    quote!(#(#statements)*)
}

/// Whether a member stands outside of the body.
fn is_bound(field: &Field) -> bool {
    read_bound(field).is_some()
}

/// An expression of type `Option` for a member that stands outside of the body.
fn read_bound(field: &Field) -> Option<TokenStream> {
    match (&field.binding, &field.ty) {
        (Binding::Header(name), Type::List { item, .. }) => {
            if matches!(**item, Type::Timestamp(_)) {
                return Some(quote!(http::header_timestamps(headers, #name)?));
            }
            let parse = parse_function(item);
            Some(quote!(http::header_list(headers, #name, #parse)?))
        }
        (Binding::Header(name), ty) => {
            let parse = match ty {
                Type::MediaString => quote!(parse::base64),
                ty => parse_function(ty),
            };
            Some(quote!(http::header(headers, #name, #parse)?))
        }
        (Binding::PrefixHeaders(prefix), _) => {
            Some(quote!(http::prefix_headers(headers, #prefix)?))
        }
        (Binding::ResponseCode, _) => Some(quote!(http::status_code(response.status()))),
        _ => None,
    }
}

fn parse_function(ty: &Type) -> TokenStream {
    let function = kind_method(ty);
    quote!(parse::#function)
}

/// Reads the member that is the whole body. An empty body is no value.
fn payload_statement(field: &Field, target: &TokenStream) -> TokenStream {
    let name = &field.name;
    let read = match &field.ty {
        Type::Blob => quote!(http::blob_payload(response.body())),
        ty if ty.is_string() => quote!(http::string_payload(response.body(), parse::string)?),
        Type::Enum(_) => quote!(http::string_payload(response.body(), parse::enumeration)?),
        ty => {
            let read = element_reader(ty);
            quote!(json::read_value(response.body(), #read)?)
        }
    };
    let boxed = field.boxed.then(|| quote!(.map(Box::new)));
    match field.presence {
        Presence::Optional => quote!(#target.#name = #read #boxed;),
        Presence::Required | Presence::Defaulted(_) => quote! {
            if let Some(value) = #read #boxed {
                #target.#name = value;
            }
        },
    }
}
