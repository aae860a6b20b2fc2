//! The page of the service's error: one enum for all operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{line, summary};
use super::imports::{Exports, Scope};
use super::modules::{ERROR_EXPORTS, error_exports};
use crate::ir::{ErrorShape, Name, Service};

/// The whole page.
pub(super) fn service_error_page(service: &Service, exports: &Exports<'_>) -> TokenStream {
    let definition = definition(service);
    let inherent = inherent_impl(service);
    let conversions = service.errors.iter().map(conversion);
    let traits = trait_impls(service);
    let code = quote!(#inherent #(#conversions)* #traits);
    let reexports = error_exports(&service.runtime);
    let own: Vec<Name> = ERROR_EXPORTS
        .iter()
        .copied()
        .chain(["Error"])
        .map(Name::new)
        .collect();
    let own: Vec<&Name> = own.iter().collect();
    let imports = Scope::new(exports, &[]).imports(&quote!(#code Unhandled), &own);
    quote!(#reexports #imports #definition #code)
}

fn names(service: &Service) -> Vec<&Name> {
    service
        .errors
        .iter()
        .map(|error| &error.structure.name)
        .collect()
}

fn definition(service: &Service) -> TokenStream {
    let docs = line(&format!(
        "Any error that {} answers with.",
        service.title_docs
    ));
    let variants = service.errors.iter().map(|error| {
        let docs = summary(&error.structure.docs);
        let name = &error.structure.name;
        quote!(#docs #name(Box<#name>),)
    });
    quote! {
        #docs
        #[doc = ""]
        #[doc = " Every operation shares it: the error of an operation is an alias of this type."]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum Error {
            #(#variants)*
            #[doc = " An error that the model does not know, or an answer that could not be read."]
            #[doc = ""]
            #[doc = " Ask it for its code rather than match on this variant: a later version of the crate may know"]
            #[doc = " more."]
            Unhandled(Box<Unhandled>),
        }
    }
}

fn inherent_impl(service: &Service) -> TokenStream {
    let is_methods = service.errors.iter().map(|error| {
        let name = &error.structure.name;
        let method = &error.is_method;
        let docs = line(&format!(
            "Whether this is [`{0}`](Self::{0}).",
            name.as_str()
        ));
        quote! {
            #docs
            pub fn #method(&self) -> bool {
                matches!(self, Self::#name(_))
            }
        }
    });
    quote! {
        impl Error {
            #[doc = " An error that is known by its metadata alone."]
            pub fn generic(meta: ErrorMetadata) -> Self {
                Self::Unhandled(Box::new(Unhandled::new(meta, None)))
            }
            #[doc = " Any other error, as one of this service; for tests of a caller."]
            pub fn unhandled(source: impl Into<BoxError>) -> Self {
                Self::from_failure(ErrorMetadata::default(), source.into())
            }
            #(#is_methods)*
        }
    }
}

/// Reads an answer that is no success: the code says which error it is.
fn read(service: &Service) -> TokenStream {
    if service.errors.is_empty() {
        return quote! {
            fn read(response: &http::Response<Bytes>) -> Self {
                Self::generic(http::error_metadata(response))
            }
        };
    }
    let arms = service.errors.iter().map(|error| {
        let name = &error.structure.name;
        let code = &error.code;
        quote!(Some(#code) => #name::read(response, meta.clone()).map(Self::from),)
    });
    quote! {
        fn read(response: &http::Response<Bytes>) -> Self {
            let meta = http::error_metadata(response);
            let error = match meta.code() {
                #(#arms)*
                _ => return Self::generic(meta),
            };
            error.unwrap_or_else(|error| Self::from_failure(meta, error.into()))
        }
    }
}

fn conversion(error: &ErrorShape) -> TokenStream {
    let name = &error.structure.name;
    quote! {
        impl From<#name> for Error {
            fn from(error: #name) -> Self {
                Self::#name(Box::new(error))
            }
        }
    }
}

/// What the model says of calling again after an error, where it says it of any.
fn retryable(service: &Service) -> Option<TokenStream> {
    let mut arms = service
        .errors
        .iter()
        .filter_map(|error| {
            let name = &error.structure.name;
            let kind = if error.retryable? {
                quote!(Throttling)
            } else {
                quote!(Retryable)
            };
            Some(quote!(Self::#name(_) => Some(error::Modelled::#kind),))
        })
        .peekable();
    arms.peek()?;
    Some(quote! {
        fn retryable(&self) -> Option<error::Modelled> {
            match self {
                #(#arms)*
                _ => None,
            }
        }
    })
}

fn trait_impls(service: &Service) -> TokenStream {
    let names = names(service);
    let read = read(service);
    let retryable = retryable(service);
    let others = (!names.is_empty()).then(|| quote!(_ => None,));
    quote! {
        impl From<SdkError<Error>> for Error {
            fn from(error: SdkError<Error>) -> Self {
                error.into_service_error()
            }
        }
        impl fmt::Display for Error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(Self::#names(error) => error.fmt(f),)*
                    Self::Unhandled(error) => error.fmt(f),
                }
            }
        }
        impl std::error::Error for Error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self {
                    Self::Unhandled(error) => error.source(),
                    #others
                }
            }
        }
        impl ProvideErrorMetadata for Error {
            fn meta(&self) -> &ErrorMetadata {
                match self {
                    #(Self::#names(error) => error.meta(),)*
                    Self::Unhandled(error) => error.meta(),
                }
            }
        }
        impl RequestId for Error {
            fn request_id(&self) -> Option<&str> {
                self.meta().request_id()
            }
        }
        impl ServiceError for Error {
            #read
            fn undecodable(&self) -> Option<&DecodeError> {
                match self {
                    Self::Unhandled(error) => error.undecodable(),
                    #others
                }
            }
            #retryable
            fn from_failure(meta: ErrorMetadata, source: BoxError) -> Self {
                Self::Unhandled(Box::new(Unhandled::new(meta, Some(source))))
            }
        }
    }
}
