//! The page of constraints: those that have a name, then what is held against them.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::docs::line;
use crate::ir::{
    Access, CheckKind, Constant, Constraints, Form, ItemCheck, Limit, MemberCheck, MemberChecks,
    Name, Need, RuntimePath, SimpleKind, TypeCheck, ValueCheck,
};

/// The whole page.
pub(super) fn constraints_page(constraints: &Constraints, runtime: &RuntimePath) -> TokenStream {
    let constants = constraints.constants.iter().map(constant);
    let impls = constraints.types.iter().map(validate_impl);
    let code = quote!(#(#constants)* #(#impls)*);
    let uses = |name| mentions(&code, name);
    let modules = ["operation", "types"].into_iter().filter(|name| uses(name));
    let build = uses("build").then(|| quote!(use #runtime::build;));
    let types = [
        "Check",
        "Constraint",
        "Validate",
        "label",
        "member",
        "required",
    ]
    .into_iter();
    let modules = import(&quote!(super), modules);
    let types = import(&quote!(#runtime::validate), types.filter(|name| uses(name)));
    quote!(#modules #build #types #code)
}

/// The module in the root, with what is left unchecked.
pub(super) fn constraints_module(constraints: &Constraints) -> TokenStream {
    let unchecked = constraints.unchecked.iter().map(|(bearer, reason)| {
        let docs = line(&format!("- `{bearer}`: {reason}"));
        quote!(#docs)
    });
    let docs = (!constraints.unchecked.is_empty()).then(|| {
        quote! {
            #[doc = " Patterns that are not checked, as the crate `regex` has no words for them:"]
            #[doc = ""]
            #(#unchecked)*
        }
    });
    quote!(#docs mod constraints;)
}

fn import<'n>(module: &TokenStream, names: impl Iterator<Item = &'n str>) -> TokenStream {
    let names: Vec<_> = names.map(Name::new).collect();
    match names.as_slice() {
        [] => TokenStream::new(),
        [name] => quote!(use #module::#name;),
        names => quote!(use #module::{#(#names),*};),
    }
}

/// Whether a name stands in the code.
fn mentions(code: &TokenStream, name: &str) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn constant(constant: &Constant) -> TokenStream {
    let name = &constant.name;
    let (first, rest) = match constant.limits.as_slice() {
        [first @ (Limit::Length(..) | Limit::Range(..)), rest @ ..] => (limit(first), rest),
        all => (quote!(new()), all),
    };
    let rest = rest.iter().map(limit);
    quote!(static #name: Constraint = Constraint::#first #(.#rest)*;)
}

/// `length(1, 128)`
fn limit(limit: &Limit) -> TokenStream {
    match limit {
        Limit::Length(min, max) => {
            let (min, max) = (number(min), number(max));
            quote!(length(#min, #max))
        }
        Limit::MinLength(min) => call("min_length", &number(min)),
        Limit::MaxLength(max) => call("max_length", &number(max)),
        Limit::Range(min, max) => {
            let (min, max) = (number(min), number(max));
            quote!(range(#min, #max))
        }
        Limit::Min(min) => call("min", &number(min)),
        Limit::Max(max) => call("max", &number(max)),
        Limit::MinFraction(min) => quote!(min_fraction(#min)),
        Limit::MaxFraction(max) => quote!(max_fraction(#max)),
        Limit::Pattern(pattern) => quote!(pattern(#pattern)),
        Limit::TranslatedPattern(pattern, regex) => quote!(translated(#pattern, #regex)),
    }
}

fn call(method: &str, argument: &TokenStream) -> TokenStream {
    let method = Name::new(method);
    quote!(#method(#argument))
}

/// A number without the suffix of its type.
fn number(number: &impl ToString) -> TokenStream {
    number.to_string().parse().unwrap_or_default()
}

fn validate_impl(check: &TypeCheck) -> TokenStream {
    let name = &check.name;
    let place = match &check.operation {
        Some(module) => quote!(operation::#module),
        None => quote!(types),
    };
    let body = match &check.members {
        MemberChecks::Fields(checks) => {
            let statements = checks.iter().map(|check| {
                let call = member_call(check);
                quote!(#call;)
            });
            quote!(#(#statements)*)
        }
        MemberChecks::Variants(checks) => variants(checks),
    };
    let check = (!check.members.is_empty()).then(|| {
        quote! {
            fn check(&self, check: &mut Check) {
                #body
            }
        }
    });
    quote! {
        impl Validate for #place::#name {
            #check
        }
    }
}

fn variants(checks: &[(Name, MemberCheck)]) -> TokenStream {
    let arm = |(variant, check): &(Name, MemberCheck)| {
        let call = member_call(check);
        (quote!(Self::#variant(value)), call)
    };
    if let [check] = checks {
        let (pattern, call) = arm(check);
        return quote! {
            if let #pattern = self {
                #call;
            }
        };
    }
    let arms = checks.iter().map(|check| {
        let (pattern, call) = arm(check);
        quote!(#pattern => #call,)
    });
    quote! {
        match self {
            #(#arms)*
            _ => {}
        }
    }
}

/// `required(check, "name").string(&self.name, &NAME)`
fn member_call(check: &MemberCheck) -> TokenStream {
    let name = &check.wire_name;
    let place = match check.need {
        Need::None => quote!(member(check, #name)),
        Need::Required => quote!(required(check, #name)),
        Need::Label => quote!(label(check, #name)),
    };
    let value = access(&check.access);
    value_call(place, &value, &check.value)
}

fn access(access: &Access) -> TokenStream {
    let place = match &access.field {
        Some(field) => quote!(self.#field),
        None => quote!(value),
    };
    let is_field = access.field.is_some();
    match access.form {
        Form::Borrowed if is_field => quote!(&#place),
        Form::Borrowed => place,
        Form::Copied if is_field => place,
        Form::Copied => quote!(*#place),
        Form::UnlessZero => quote!(build::unless_default(#place)),
        Form::Optional {
            is_option: true,
            boxed: true,
        } => quote!(#place.as_deref()),
        Form::Optional {
            is_option: true,
            boxed: false,
        } => quote!(#place.as_ref()),
        Form::Optional { boxed: true, .. } => quote!(Some(#place.as_ref())),
        Form::Optional { .. } if is_field => quote!(Some(&#place)),
        Form::Optional { .. } => quote!(Some(#place)),
    }
}

fn value_call(place: TokenStream, value: &TokenStream, check: &ValueCheck) -> TokenStream {
    let secret = check.secret.then(|| quote!(.secret()));
    let place = quote!(#place #secret);
    match &check.kind {
        CheckKind::Given => quote!(#place.given(#value)),
        CheckKind::Structure => quote!(#place.structure(#value)),
        CheckKind::EnumLabel => {
            quote!(#place.text(#value.map(|value| value.as_str()), &Constraint::new()))
        }
        CheckKind::Simple(kind, constraint) => {
            let (method, constraint) = (simple_method(*kind), constraint_ref(constraint.as_ref()));
            quote!(#place.#method(#value, #constraint))
        }
        CheckKind::List {
            constraint,
            unique,
            item,
        } => {
            let place = if *unique {
                quote!(#place.unique(#value))
            } else {
                place
            };
            list_call(&place, value, constraint.as_ref(), item.as_deref())
        }
        CheckKind::Map {
            constraint,
            secret_keys,
            key,
            value: item,
        } => {
            let secret_keys = secret_keys.then(|| quote!(.secret_keys()));
            let place = quote!(#place #secret_keys);
            let constraint = constraint_ref(constraint.as_ref());
            if key.is_none() && item.is_none() {
                return quote!(#place.map(#value, #constraint));
            }
            let key = constraint_ref(key.as_ref());
            let item = item_closure(item.as_deref());
            quote!(#place.entries(#value, #constraint, #key, #item))
        }
    }
}

fn list_call(
    place: &TokenStream,
    value: &TokenStream,
    constraint: Option<&Name>,
    item: Option<&ItemCheck>,
) -> TokenStream {
    let constraint = constraint_ref(constraint);
    match item {
        None => quote!(#place.list(#value, #constraint)),
        Some(_) => {
            let item = item_closure(item);
            quote!(#place.items(#value, #constraint, #item))
        }
    }
}

fn item_closure(item: Option<&ItemCheck>) -> TokenStream {
    let Some(item) = item else {
        return quote!(|_, _| {});
    };
    let value = match item.form {
        Form::Borrowed => quote!(item),
        Form::Copied | Form::UnlessZero => quote!(*item),
        Form::Optional {
            is_option: true, ..
        } => quote!(item.as_ref()),
        Form::Optional { .. } => quote!(Some(item)),
    };
    let call = value_call(quote!(at), &value, &item.check);
    quote!(|at, item| #call)
}

fn constraint_ref(constraint: Option<&Name>) -> TokenStream {
    match constraint {
        Some(constraint) => quote!(&#constraint),
        None => quote!(&Constraint::new()),
    }
}

fn simple_method(kind: SimpleKind) -> TokenStream {
    match kind {
        SimpleKind::String => quote!(string),
        SimpleKind::Blob => quote!(blob),
        SimpleKind::Byte => quote!(byte),
        SimpleKind::Short => quote!(short),
        SimpleKind::Integer => quote!(integer),
        SimpleKind::Long => quote!(long),
        SimpleKind::Float => quote!(float),
        SimpleKind::Double => quote!(double),
        SimpleKind::BigInteger => quote!(big_integer),
        SimpleKind::BigDecimal => quote!(big_decimal),
    }
}
