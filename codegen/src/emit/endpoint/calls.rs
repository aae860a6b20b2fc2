//! The calls of endpoint tests.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::endpoint::{
    BuiltIn, ClientSetting, EndpointCall, InputValue, MemberSetting, ParamValue,
};

/// The settings and the input of a call, as locals.
pub(super) fn call(call: &EndpointCall) -> TokenStream {
    let EndpointCall { module, input, .. } = call;
    let settings = call.settings.iter().map(setting);
    let (assigned, set): (Vec<_>, Vec<_>) = call.members.iter().partition(|one| one.deprecated);
    let mutable = (!assigned.is_empty()).then(|| quote!(mut));
    let set = set.into_iter().map(|member| {
        let (set, value) = (member.field.prefixed("set_"), member_value(member));
        quote!(.#set(Some(#value)))
    });
    let assigned = assigned.into_iter().map(|member| {
        let (field, value) = (&member.field, member_value(member));
        quote!(input.#field = Some(#value);)
    });
    quote! {
        let config = Config::builder() #(#settings)* .build();
        let #mutable input = operation::#module::#input::builder() #(#set)*
            .build()
            .expect("nothing is checked yet");
        #(#assigned)*
    }
}

/// The value of a member, as its field holds it.
fn member_value(member: &MemberSetting) -> TokenStream {
    boxed(value(&member.value), member.boxed)
}

fn boxed(value: TokenStream, boxed: bool) -> TokenStream {
    if boxed {
        quote!(Box::new(#value))
    } else {
        value
    }
}

fn value(of: &InputValue) -> TokenStream {
    match of {
        InputValue::Text(text) => quote!(#text.into()),
        InputValue::Boolean(value) => quote!(#value),
        InputValue::List(items, sparse) => {
            let items = items.iter().map(|item| nullable(item.as_ref(), *sparse));
            quote!(vec![#(#items),*])
        }
        InputValue::Map(entries, sparse) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = nullable(value.as_ref(), *sparse);
                quote!((#key.into(), #value))
            });
            quote!([#(#entries),*].into())
        }
        InputValue::Structure {
            name,
            members,
            fallible,
        } => {
            let set = members.iter().map(|member| {
                let (set, value) = (member.field.prefixed("set_"), member_value(member));
                quote!(.#set(Some(#value)))
            });
            let end = fallible.then(|| quote!(.expect("it has what it must have")));
            quote!(super::types::#name::builder() #(#set)* .build() #end)
        }
        InputValue::Union {
            name,
            variant,
            value: held,
            boxed: is_boxed,
        } => {
            let held = boxed(value(held), *is_boxed);
            quote!(super::types::#name::#variant(#held))
        }
    }
}

/// An item of a list or a value of a map.
fn nullable(item: Option<&InputValue>, sparse: bool) -> TokenStream {
    match (item.map(value), sparse) {
        (Some(value), true) => quote!(Some(#value)),
        (Some(value), false) => value,
        (None, _) => quote!(None),
    }
}

/// The call that makes a setting.
fn setting(setting: &ClientSetting) -> TokenStream {
    match setting {
        ClientSetting::BuiltIn(BuiltIn::Region, ParamValue::String(text)) => quote!(.region(#text)),
        ClientSetting::BuiltIn(BuiltIn::Endpoint, ParamValue::String(url)) => {
            quote!(.endpoint_url(#url))
        }
        ClientSetting::BuiltIn(BuiltIn::UseFips, ParamValue::Boolean(value)) => {
            quote!(.use_fips(#value))
        }
        ClientSetting::BuiltIn(BuiltIn::UseDualStack, ParamValue::Boolean(value)) => {
            quote!(.use_dual_stack(#value))
        }
        ClientSetting::BuiltIn(built_in, value) => context_param(built_in.name(), value),
        ClientSetting::Param(name, value) => context_param(name, value),
    }
}

fn context_param(name: &str, value: &ParamValue) -> TokenStream {
    let value = match value {
        ParamValue::String(text) => quote!(#text.to_owned().into()),
        ParamValue::Boolean(value) => quote!(#value.into()),
        ParamValue::StringArray(items) => quote!(vec![#(#items.to_owned()),*].into()),
    };
    quote!(.context_param(#name, #value))
}
