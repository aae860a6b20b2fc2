//! Structures and their fields.

use super::context::{Context, deprecation};
use super::defaults::default_value;
use super::docs::Page;
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Binding, DefaultValue, Field, Keeps, Name, Presence, Structure, TimestampFormat, Type,
};
use crate::model::{Member, Shape, ShapeId};

/// What a structure is for, which decides whether its members may be absent and where they travel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The input of an operation: every member may be absent, until the request is made.
    Input,
    /// The output of an operation, or an error.
    Answer,
    /// A type that members hold.
    Nested,
}

/// A structure under the name `name`, in the module `module`; `None` stands for one without members.
pub(super) fn structure(
    context: &Context<'_>,
    shape: Option<&Shape>,
    (name, module): (Name, Name),
    role: Role,
    page: &Page<'_>,
    fallback_docs: &str,
    diagnostics: &mut Diagnostics,
) -> Structure {
    let own = name.as_str().to_owned();
    let members = || {
        shape
            .into_iter()
            .flat_map(|shape| context.symbols.members(shape))
    };
    let page = page
        .clone()
        .with_types([own.as_str()])
        .with_members(members());
    let default_traits = crate::model::Traits::default();
    let traits = shape.map_or(&default_traits, |shape| &shape.traits);
    let fields: Vec<Field> = members()
        .map(|(member, name)| field(context, (member, name), role, &page, diagnostics))
        .collect();
    Structure {
        module,
        docs: context.docs(traits, fallback_docs, &page, 0),
        deprecated: deprecation(traits),
        fields,
        in_requests: shape.is_some_and(|shape| context.reach.requests.contains(&shape.id)),
        in_responses: shape.is_some_and(|shape| context.reach.responses.contains(&shape.id)),
        sensitive: traits.sensitive,
        keeps: match role {
            Role::Answer if shape.is_some_and(|shape| is_error(context, &shape.id)) => {
                Keeps::ErrorMetadata
            }
            Role::Answer => Keeps::RequestId,
            Role::Input | Role::Nested => Keeps::Nothing,
        },
        name,
    }
}

fn is_error(context: &Context<'_>, id: &ShapeId) -> bool {
    context.reach.errors.contains(id)
}

fn field(
    context: &Context<'_>,
    (member, name): (&Member, &Name),
    role: Role,
    page: &Page<'_>,
    diagnostics: &mut Diagnostics,
) -> Field {
    let traits = &member.traits;
    let binding = binding(context, member, role);
    let ty = context.member_type(member, default_timestamp_format(&binding));
    let presence = presence(context, member, role, &ty, diagnostics);
    Field {
        name: name.clone(),
        member: member.name().to_owned(),
        json_name: traits
            .json_name
            .clone()
            .unwrap_or_else(|| member.name().to_owned()),
        docs: context.docs(traits, &format!("The member `{}`.", member.name()), page, 4),
        deprecated: deprecation(traits),
        streaming: traits.streaming || context.model.shape(&member.target).traits.streaming,
        boxed: context.recursive.contains(&member.id),
        required: role == Role::Input && traits.required && !traits.client_optional,
        sensitive: context.is_sensitive(member),
        omit_default: omits_default(context, member, &ty, &presence),
        idempotency_token: role == Role::Input && traits.idempotency_token,
        ty,
        presence,
        binding,
    }
}

/// Whether a member is left out of a request while it is zero or false.
///
/// A number or boolean whose own shape has a default is what Smithy 1.0 called primitive: its services cannot tell
/// zero from nothing, and some take a value of their own for nothing. The official client leaves such zeros out. A
/// default on the member alone is sent.
fn omits_default(context: &Context<'_>, member: &Member, ty: &Type, presence: &Presence) -> bool {
    let target = context.model.shape(&member.target);
    *presence == Presence::Defaulted(DefaultValue::Zero)
        && ty.is_scalar()
        && target.traits.default.is_some()
}

/// Whether a field may be absent. As in the official client, a structure or union may even where the model
/// requires it: there is no value that could stand for it if a service leaves it out.
///
/// ([Smithy 2.0, optionality](https://smithy.io/2.0/spec/aggregate-types.html#structure-optionality))
fn presence(
    context: &Context<'_>,
    member: &Member,
    role: Role,
    ty: &Type,
    diagnostics: &mut Diagnostics,
) -> Presence {
    let traits = &member.traits;
    if role == Role::Input
        || traits.client_optional
        || matches!(ty, Type::Structure(_) | Type::Union(_))
    {
        return Presence::Optional;
    }
    match traits.default.as_ref().filter(|default| !default.is_null()) {
        Some(default) => default_value(context, member, ty, default, diagnostics)
            .map_or(Presence::Optional, Presence::Defaulted),
        None if traits.required => Presence::Required,
        None => Presence::Optional,
    }
}

/// Where a member travels. Bindings count on inputs, outputs and errors alone.
fn binding(context: &Context<'_>, member: &Member, role: Role) -> Binding {
    let traits = &member.traits;
    if role == Role::Nested {
        Binding::Body
    } else if traits.http_label && role == Role::Input {
        Binding::Label
    } else if let (Some(name), Role::Input) = (&traits.http_query, role) {
        Binding::Query(name.clone())
    } else if traits.http_query_params && role == Role::Input {
        Binding::QueryParams
    } else if let Some(name) = &traits.http_header {
        Binding::Header(name.clone())
    } else if let Some(prefix) = &traits.http_prefix_headers {
        Binding::PrefixHeaders(prefix.clone())
    } else if traits.http_payload {
        let target = context.model.shape(&member.target);
        Binding::Payload(
            traits
                .media_type
                .clone()
                .or_else(|| target.traits.media_type.clone()),
        )
    } else if traits.http_response_code && role == Role::Answer {
        Binding::ResponseCode
    } else {
        Binding::Body
    }
}

/// The format of timestamps where the model says none
/// ([restJson1](https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#timestamp-formats)).
fn default_timestamp_format(binding: &Binding) -> TimestampFormat {
    match binding {
        Binding::Header(_) | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
        Binding::Label | Binding::GreedyLabel | Binding::Query(_) | Binding::QueryParams => {
            TimestampFormat::DateTime
        }
        Binding::Body | Binding::Payload(_) | Binding::ResponseCode => {
            TimestampFormat::EpochSeconds
        }
    }
}
