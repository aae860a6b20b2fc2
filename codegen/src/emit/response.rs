//! How an answer becomes an output or an error: the body first, then one statement for each member in a header.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::finished;
use super::read_json::element_reader;
use super::write_json::kind_method;
use crate::ir::{
    Binding, ErrorShape, Field, Message, Operation, Presence, Response, Structure, Type,
};

/// What reads an answer.
pub(super) fn answer(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    if operation.response == Response::Json {
        let bound = bound_statements(output, &quote!(output));
        return quote! {
            error::json_answer(response, |output: &mut Self::Output, head| {
                output.request_id = head.request_id();
                #bound
                Ok(())
            })
        };
    }
    let read = read_output(operation);
    quote! {
        error::answer(response, |response| {
            let head = http::head(response);
            #read
        })
    }
}

/// The statements that read an answer of success whose body is no JSON of the output.
fn read_output(operation: &Operation) -> TokenStream {
    let output = &operation.output;
    let name = &output.name;
    let request_id = quote!(head.request_id());
    if output.is_all_optional() && output.fields.is_empty() {
        return quote!(Ok(#name { request_id: #request_id }));
    }
    let start = if output.is_all_optional() {
        quote!(let mut output = #name { request_id: #request_id, ..#name::default() };)
    } else {
        let empty = finished(output, quote!(#name::builder()));
        quote!(let mut output = #empty; output.request_id = #request_id;)
    };
    let payload = payload(output, operation.response, &quote!(output));
    let bound = bound_statements(output, &quote!(output));
    quote!(#start #payload #bound Ok(output))
}

/// `fn read` of an error. A message that the body gives under another name than the model's is taken all the same.
pub(super) fn read_error_fn(error: &ErrorShape) -> TokenStream {
    let name = &error.structure.name;
    let start = if error.response == Response::Json && error.structure.is_all_optional() {
        // The code says which error it is, whatever a proxy has made of the body.
        quote!(let mut error: Self = json::read_structure(response.body()).unwrap_or_default();)
    } else {
        match error.response {
            Response::Json => quote!(let mut error: Self = json::read_structure(response.body())?;),
            Response::None | Response::Payload(_) => {
                let empty = finished(&error.structure, quote!(Self::builder()));
                quote!(let mut error = #empty;)
            }
        }
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

/// Statements that read the members of an error which are not in the body's JSON.
fn read_members(structure: &Structure, response: Response, target: &TokenStream) -> TokenStream {
    let payload = payload(structure, response, target);
    let bound = bound_statements(structure, target);
    let head = (!bound.is_empty()).then(|| quote!(let head = http::head(response);));
    quote!(#payload #head #bound)
}

/// The statement that reads the member which is the whole body, if one is.
fn payload(structure: &Structure, response: Response, target: &TokenStream) -> Option<TokenStream> {
    match response {
        Response::Payload(index) => Some(payload_statement(&structure.fields[index], target)),
        Response::Json | Response::None => None,
    }
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
                return Some(quote!(head.timestamps(#name)?));
            }
            let parse = parse_function(item);
            Some(quote!(head.list(#name, #parse)?))
        }
        (Binding::Header(name), Type::MediaString) => {
            Some(quote!(head.header(#name, parse::base64)?))
        }
        (Binding::Header(name), ty) if ty.is_string() => Some(quote!(head.string(#name)?)),
        (Binding::Header(name), ty) => {
            let parse = parse_function(ty);
            Some(quote!(head.header(#name, #parse)?))
        }
        (Binding::PrefixHeaders(prefix), _) => Some(quote!(head.prefixed(#prefix)?)),
        (Binding::ResponseCode, _) => Some(quote!(head.status_code())),
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
