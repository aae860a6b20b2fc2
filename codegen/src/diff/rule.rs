//! The rules: what a change of the model does to the users of the crate.
//!
//! A class says what an upgrade of the crate does to code that compiled and ran with the version before. What the
//! service does to all its callers, whichever version of the crate they have, asks for no more than a patch: it has
//! happened already, and the new version only follows.
//!
//! Three things decide, in this order:
//!
//! - what the emitted code is: structures and enums are `#[non_exhaustive]`, all operations share one error enum, and
//!   only methods bear `#[deprecated]`;
//! - [Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html) for what Rust's compiler sees;
//! - [Smithy's rules](https://smithy.io/2.0/guides/evolving-models.html), and those that stand with each trait, for what
//!   it does not see.
//!
//! The trait implementations by which emitted code and runtime read and write JSON are no part of what is compared:
//! they are there for each other.

use super::Class;

/// Defines the rules as one table: a rule, its code, its class and the reason a person is given.
macro_rules! rules {
    ($($(#[$docs:meta])* $name:ident = $class:ident, $code:literal, $reason:literal;)*) => {
        /// Which rule a change falls under.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$docs])* $name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name for programs, `member-removed`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            /// The class of such a change.
            #[must_use]
            pub fn class(self) -> Class {
                match self {
                    $(Self::$name => Class::$class,)*
                }
            }

            /// Why it has that class.
            #[must_use]
            pub fn reason(self) -> &'static str {
                match self {
                    $(Self::$name => $reason,)*
                }
            }
        }
    };
}

rules! {
    /// Cargo, "Major: renaming/moving/removing any public items"; Smithy, "Removing a resource or operation".
    OperationRemoved = Breaking, "operation-removed", "code that calls it no longer compiles";
    /// As a removal: the old name is gone. Smithy, "Renaming a shape that was already part of the service".
    OperationRenamed = Breaking, "operation-renamed", "code that calls it by its old name no longer compiles";
    /// Cargo, "Minor: adding new public items"; Smithy, "Adding operations".
    OperationAdded = Minor, "operation-added", "a new method takes nothing away";

    /// Cargo, "Major: renaming/moving/removing any public items".
    TypeRemoved = Breaking, "type-removed", "code that names it no longer compiles";
    /// As a removal: the old name is gone.
    TypeRenamed = Breaking, "type-renamed", "code that names it as before no longer compiles";
    /// A structure that becomes a union, and the like, is another item under the same name.
    TypeKindChanged = Breaking, "type-kind-changed", "it is another kind of item: code that uses it no longer compiles";
    /// Cargo, "Minor: adding new public items".
    TypeAdded = Minor, "type-added", "a new type takes nothing away";

    /// Cargo, "Major: renaming/moving/removing any public items", of a field and its methods; Smithy, "Removing a
    /// member".
    MemberRemoved = Breaking, "member-removed", "code that reads or sets it no longer compiles";
    /// As a removal: the old name is gone. Smithy, "Renaming a member".
    MemberRenamed = Breaking, "member-renamed", "code that reads or sets it by its old name no longer compiles";
    /// Cargo has a field of a `#[non_exhaustive]` structure as minor; Smithy, "Adding new optional members".
    MemberAdded = Minor, "member-added", "the structure is `#[non_exhaustive]`, and nobody has to set the member";
    /// Smithy: a required member may not be added; what was built without it is no longer whole.
    RequiredMemberAdded = Breaking, "required-member-added", "what was built without it is now refused";
    /// Smithy, "Changing the shape targeted by a member", where the type in Rust is another.
    MemberTypeChanged = Breaking, "member-type-changed", "field, accessor and setters have another type";
    /// The same, where only the form on the wire is another: a timestamp's format, a media type.
    MemberFormatChanged = Patch, "member-format-changed", "the Rust type stays, and the crate follows the service on the wire";

    /// Smithy, "Adding the `required` trait to a member", on the input of an operation, whose fields are always `Option`s.
    InputRequired = Breaking, "input-required", "a call without it is now refused before it is sent";
    /// Smithy, "Removing the `required` trait" from a member of an input.
    InputNotRequired = Minor, "input-not-required", "every call that was accepted still is";
    /// The field was an `Option`.
    MemberRequired = Breaking, "member-required", "the field is no `Option` any more, and building without it fails";
    /// The field was none: a type that the compiler sees, also where Smithy allows the change.
    MemberNotRequired = Breaking, "member-not-required", "the field becomes an `Option`";
    /// Smithy, "Removing the `required` trait and replacing it with the `default` trait": the field's type stays.
    RequiredToDefault = Minor, "required-to-default", "the type stays, and what was built with it still is";
    /// The opposite of it: building without the member fails.
    DefaultToRequired = Breaking, "default-to-required", "what was built without it is now refused";
    /// A requirement of the model that the crate neither checks nor has in a type, as of a structure in a structure.
    RequirementChanged = Patch, "requirement-changed", "the type is an `Option` either way: the service alone insists on it";
    /// A default makes an `Option` a plain value.
    DefaultAdded = Breaking, "default-added", "the field is no `Option` any more";
    /// And the lack of it makes a plain value an `Option`.
    DefaultRemoved = Breaking, "default-removed", "the field becomes an `Option`";
    /// Smithy, `default` trait: a default may not change. The compiler sees nothing, so nobody is warned.
    DefaultChanged = Breaking, "default-changed", "code that does not set the member silently gets another value";
    /// A default that is the service's to fill in: the client sends nothing in its place.
    ServiceDefaultChanged = Patch, "service-default-changed", "the client sends nothing in its place: the service fills it in";

    /// Cargo: a public item must not change its signature. Without a required member, building cannot fail.
    BuildSignatureChanged = Breaking, "build-signature-changed", "`build` returns a `Result` in one version and the value itself in the other";
    /// Code that calls `default()` of the type does not compile without it: to Cargo a public item that is removed.
    DefaultImplRemoved = Breaking, "default-impl-removed", "only a type whose members may all be absent implements `Default`";
    /// Cargo: an implementation of a trait for a type of one's own is minor.
    DefaultImplAdded = Minor, "default-impl-added", "one more trait is implemented";
    /// Headers of errors have neither accessor nor setter, members in the body have.
    MemberMethodsRemoved = Breaking, "member-methods-removed", "a header of an error is a field without accessor and setter";
    /// The opposite of it.
    MemberMethodsAdded = Minor, "member-methods-added", "the field stays, and gets an accessor and a setter";

    /// Smithy, `idempotencyToken` trait: it may not be removed.
    IdempotencyTokenRemoved = Breaking, "idempotency-token-removed", "a call no longer fills it in by itself, so retries are no longer safe";
    /// Calls fill in what they did not.
    IdempotencyTokenAdded = Minor, "idempotency-token-added", "a call fills it in by itself where it is not set";
    /// Smithy, `sensitive` trait: what shows in logs changes, and nothing else.
    SensitivityChanged = Patch, "sensitivity-changed", "only what `Debug` shows is different";
    /// Smithy, constraint traits. The client sends what it is given, and the service judges it.
    ConstraintsChanged = Patch, "constraints-changed", "no signature has constraints: the service judges the value, and a client that is asked to check its inputs";
    /// Names and bindings in the protocol: the names in Rust stay.
    WireChanged = Patch, "wire-changed", "the Rust code stays, and the crate follows the service on the wire";

    /// Cargo, "Major: renaming/moving/removing any public items", of a variant; Smithy: an enum's values may not go.
    VariantRemoved = Breaking, "variant-removed", "code that names it no longer compiles";
    /// As a removal: the old name is gone, though the value on the wire stays.
    VariantRenamed = Breaking, "variant-renamed", "code that names it as before no longer compiles";
    /// Cargo has a variant of a `#[non_exhaustive]` enum as minor. Code that took the value out of `Unknown` by its text
    /// goes on with `as_str`. The known values keep their order, and `Unknown` still comes after them all, though
    /// cargo-semver-checks warns that it has moved.
    VariantAdded = Minor, "variant-added", "the enum is `#[non_exhaustive]`: every `match` has an arm for it";
    /// Smithy: the value of an enum's member may not change. It can be seen in `as_str` and `from`.
    VariantValueChanged = Breaking, "variant-value-changed", "`as_str` and `From` have another value";
    /// Cargo says nothing of it: `Ord` is derived, and goes by the order of the variants.
    VariantsReordered = Breaking, "variants-reordered", "`Ord` is derived from the order of the variants, so values sort differently";
    /// What a variant of a union holds.
    VariantTypeChanged = Breaking, "variant-type-changed", "code that matches or builds it no longer compiles";

    /// Cargo, "Major: renaming/moving/removing any public items", of the error and of its variant in the error enum.
    ErrorRemoved = Breaking, "error-removed", "code that names it, or matches on its variant, no longer compiles";
    /// The error enum is `#[non_exhaustive]`. Smithy asks that it come under new conditions only.
    ErrorAdded = Minor, "error-added", "the error enum is `#[non_exhaustive]`: every `match` has an arm for it";
    /// An operation may answer with another of the service's errors. In Rust they all share one enum.
    OperationErrorsChanged = Patch, "operation-errors-changed", "all operations share one error enum, so no type changes";
    /// Status, code or side of an error.
    ErrorWireChanged = Patch, "error-wire-changed", "the Rust type stays, and the crate follows the service on the wire";
    /// Smithy, `retryable` trait: which errors let a call be tried again.
    RetryChanged = Patch, "retry-changed", "only how often a call is tried by itself is different";

    /// Smithy, `paginated` trait: it may not be removed.
    PaginationRemoved = Breaking, "pagination-removed", "`into_paginator` is gone";
    /// Cargo, "Minor: adding new public items".
    PaginationAdded = Minor, "pagination-added", "a new method takes nothing away";
    /// What the paginator gives has another type.
    PaginationItemChanged = Breaking, "pagination-item-changed", "the items of the paginator have another type";
    /// Where the tokens and the size of a page stand.
    PaginationPathChanged = Patch, "pagination-path-changed", "the paginator has the same methods and gives the same items";

    /// Cargo, "Major: renaming/moving/removing any public items", of the method and the types of the waiter.
    WaiterRemoved = Breaking, "waiter-removed", "`wait_until_..` and its types are gone";
    /// The builder takes the input of another operation, and the wait gives its output.
    WaiterOperationChanged = Breaking, "waiter-operation-changed", "the method takes another input, and gives another output";
    /// Cargo, "Minor: adding new public items".
    WaiterAdded = Minor, "waiter-added", "a new method takes nothing away";
    /// Which states it looks for, and how often.
    WaiterChanged = Patch, "waiter-changed", "the method stays, and the crate follows the service in what it waits for";

    /// Cargo has lints as minor: a method that becomes `#[deprecated]` warns.
    MethodDeprecated = Minor, "method-deprecated", "code that calls it gets a warning";
    /// Types, variants and fields without methods only say so in their documentation.
    ItemDeprecated = Patch, "item-deprecated", "only its documentation says so: it bears no attribute";
    /// A note that changes or goes.
    DeprecationChanged = Patch, "deprecation-changed", "no code gets a warning that it did not get before";
    /// Prose.
    DocumentationChanged = Patch, "documentation-changed", "only the documentation is different";

    /// The module `endpoint` is there if the model has rules.
    EndpointRulesRemoved = Breaking, "endpoint-rules-removed", "the module `endpoint` is gone";
    /// The opposite of it.
    EndpointRulesAdded = Minor, "endpoint-rules-added", "a new module takes nothing away";
    /// Which endpoint is found for which parameters.
    EndpointRulesChanged = Patch, "endpoint-rules-changed", "the same functions find an endpoint, and the crate follows the service";
    /// A field and a setter of `Params`, or a method of the settings of a client.
    EndpointParamRemoved = Breaking, "endpoint-param-removed", "code that reads or sets it no longer compiles";
    /// `Params` is `#[non_exhaustive]`.
    EndpointParamAdded = Minor, "endpoint-param-added", "nobody has to set it";
    /// A method of a trait, which Cargo has as breaking where others may implement it. This one is for the settings of the
    /// client alone.
    EndpointSettingAdded = Minor, "endpoint-setting-added", "nobody has to set it, and the crate alone implements the trait";
    /// The type of the field.
    EndpointParamTypeChanged = Breaking, "endpoint-param-type-changed", "the field has another type";
    /// The value that nobody sets, or whether one must.
    EndpointParamDefaultChanged = Patch, "endpoint-param-default-changed", "the field stays, and the crate follows the service";
    /// What an operation tells the rules.
    EndpointInputChanged = Patch, "endpoint-input-changed", "the crate tells the endpoint rules something else by itself";

    /// Name, version and signing name of the service.
    ServiceChanged = Patch, "service-changed", "no item changes, and the crate follows the service";
    /// The name that calls are signed for.
    SigningChanged = Patch, "signing-changed", "the Rust code stays, and the crate follows the service on the wire";
}
