//! What an operation says to the endpoint rules.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::endpoint::{
    Access, OperationParam, ParamKind, ParamSource, ParamValue, Projection, Selection,
};

/// `fn context_params`, if the operation says anything.
pub(super) fn context_params_fn(params: &[OperationParam]) -> Option<TokenStream> {
    if params.is_empty() {
        return None;
    }
    let params = params.iter().map(with);
    Some(quote! {
        fn context_params(&self) -> Result<ContextParams, BuildError> {
            Ok(ContextParams::new() #(#params)*)
        }
    })
}

/// The call that adds a parameter.
fn with(param: &OperationParam) -> TokenStream {
    let name = &param.name;
    match &param.source {
        ParamSource::Static(ParamValue::String(text)) => quote!(.with_string(#name, Some(#text))),
        ParamSource::Static(ParamValue::Boolean(value)) => {
            quote!(.with_boolean(#name, Some(#value)))
        }
        ParamSource::Static(ParamValue::StringArray(items)) if items.is_empty() => {
            quote!(.with_strings(#name, Some(Vec::<String>::new())))
        }
        ParamSource::Static(ParamValue::StringArray(items)) => {
            quote!(.with_strings(#name, Some([#(#items),*])))
        }
        ParamSource::Required(field) => {
            let member = field.as_str();
            quote!(.with_required(#name, #member, self.#field.as_ref())?)
        }
        ParamSource::Selected(selection) => {
            let value = selected(selection, param.kind);
            match param.kind {
                ParamKind::String => quote!(.with_string(#name, #value)),
                ParamKind::Boolean => quote!(.with_boolean(#name, #value)),
                ParamKind::StringArray if selection.is_unordered() => {
                    quote!(.with_unordered(#name, #value))
                }
                ParamKind::StringArray => quote!(.with_strings(#name, #value)),
            }
        }
    }
}

/// What is selected, as an `Option`.
fn selected(selection: &Selection, kind: ParamKind) -> TokenStream {
    let Selection { to, list, .. } = selection;
    let root = quote!(self);
    match (list.as_slice(), kind) {
        ([], ParamKind::Boolean) => reached(&root, to, Form::Copied),
        ([], _) | ([Projection::Items { sparse: false }], _) => reached(&root, to, Form::Borrowed),
        ([first, rest @ ..], _) if to.is_empty() => {
            let items = projected(&root, first, rest);
            quote!(Some(#items))
        }
        ([first, rest @ ..], _) => {
            let from = reached(&root, to, Form::Borrowed);
            let items = projected(&quote!(value), first, rest);
            quote!(#from.map(|value| #items))
        }
    }
}

/// How a value is handed on.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// As a reference to it.
    Borrowed,
    /// By value.
    Copied,
    /// As a `&str`.
    Text {
        /// Whether it is an enum, whose reference is no pointer to text.
        of_enum: bool,
    },
}

/// What a way leads to, as an `Option`.
fn reached(from: &TokenStream, way: &[Access], form: Form) -> TokenStream {
    let Some((last, way)) = way.split_last() else {
        return quote!(Some(#from));
    };
    let [first, rest @ ..] = way else {
        return entered(from, last, form).option();
    };
    let mut reached = entered(from, first, Form::Borrowed).option();
    let steps = rest.iter().map(|access| (access, Form::Borrowed));
    for (access, form) in steps.chain([(last, form)]) {
        reached = match entered(&quote!(value), access, form) {
            Entered::Sure(value) => quote!(#reached.map(|value| #value)),
            Entered::Option(value) => quote!(#reached.and_then(|value| #value)),
        };
    }
    reached
}

/// What a step leads to.
enum Entered {
    /// A value.
    Sure(TokenStream),
    /// An `Option`.
    Option(TokenStream),
}

impl Entered {
    fn option(self) -> TokenStream {
        match self {
            Self::Sure(value) => quote!(Some(#value)),
            Self::Option(value) => value,
        }
    }
}

fn entered(from: &TokenStream, access: &Access, form: Form) -> Entered {
    let Access::Field {
        name,
        optional,
        boxed,
    } = access
    else {
        return Entered::Option(variant(from, access, form));
    };
    let field = quote!(#from.#name);
    match (form, optional) {
        (Form::Copied, true) => Entered::Option(field),
        (Form::Copied, false) => Entered::Sure(field),
        (Form::Text { of_enum: true }, true) => {
            Entered::Option(quote!(#field.as_ref().map(|text| text.as_str())))
        }
        (Form::Text { .. }, true) => Entered::Option(quote!(#field.as_deref())),
        (Form::Text { .. }, false) => Entered::Sure(quote!(#field.as_str())),
        (Form::Borrowed, true) if *boxed => Entered::Option(quote!(#field.as_deref())),
        (Form::Borrowed, true) => Entered::Option(quote!(#field.as_ref())),
        (Form::Borrowed, false) if *boxed => Entered::Sure(quote!(&*#field)),
        (Form::Borrowed, false) => Entered::Sure(quote!(&#field)),
    }
}

/// The member of a union, as an `Option`.
fn variant(from: &TokenStream, access: &Access, form: Form) -> TokenStream {
    let Access::Variant(method) = access else {
        return TokenStream::new();
    };
    let value = quote!(#from.#method().ok());
    match form {
        Form::Borrowed => value,
        Form::Copied => quote!(#value.copied()),
        Form::Text { .. } => quote!(#value.map(|text| text.as_str())),
    }
}

/// An iterator over what is selected from a value.
fn projected(from: &TokenStream, first: &Projection, rest: &[Projection]) -> TokenStream {
    let begin = match first {
        Projection::Items { sparse } => nonnull(&quote!(#from.iter()), *sparse),
        Projection::Values { sparse } => nonnull(&quote!(#from.values()), *sparse),
        Projection::Keys => quote!(#from.keys()),
        Projection::Select(ways) => {
            let texts = texts(from, ways);
            quote!(#texts.into_iter().flatten())
        }
        Projection::Access(access) => reached(from, std::slice::from_ref(access), Form::Borrowed),
    };
    rest.iter()
        .fold(begin, |items, projection| go_on(&items, projection))
}

fn go_on(items: &TokenStream, projection: &Projection) -> TokenStream {
    let value = quote!(value);
    match projection {
        Projection::Items { sparse } => nonnull(&quote!(#items.flatten()), *sparse),
        Projection::Values { sparse } => {
            nonnull(&quote!(#items.flat_map(|value| value.values())), *sparse)
        }
        Projection::Keys => quote!(#items.flat_map(|value| value.keys())),
        Projection::Select(ways) => {
            let texts = texts(&value, ways);
            quote!(#items.flat_map(|value| #texts).flatten())
        }
        Projection::Access(access) => match entered(&value, access, Form::Borrowed) {
            Entered::Sure(next) => quote!(#items.map(|value| #next)),
            Entered::Option(next) => quote!(#items.filter_map(|value| #next)),
        },
    }
}

fn nonnull(items: &TokenStream, sparse: bool) -> TokenStream {
    if sparse {
        quote!(#items.flatten())
    } else {
        items.clone()
    }
}

/// An array of texts, each an `Option`.
fn texts(from: &TokenStream, ways: &[(Vec<Access>, bool)]) -> TokenStream {
    let texts = ways
        .iter()
        .map(|(way, of_enum)| reached(from, way, Form::Text { of_enum: *of_enum }));
    quote!([#(#texts),*])
}
