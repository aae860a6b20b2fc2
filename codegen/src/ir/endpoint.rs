//! Endpoint rules, typed and ready to be written down as Rust
//! ([Smithy rules engine](https://smithy.io/2.0/additional-specs/rules-engine/specification.html)).

mod call;
mod context;
mod expr;

use crate::ir::Name;

pub use call::{ClientSetting, EndpointCall, InputValue, MemberSetting};
pub use context::{Access, ClientContextParam, OperationParam, ParamSource, Projection, Selection};
pub use expr::{Expr, ExprKind, Function, Held, Part, Type};

/// A service's endpoint rules: the parameters, and functions that find an endpoint by them.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointRules {
    /// The parameters, in the order of the model.
    pub params: Vec<Param>,
    /// What `resolve_endpoint` does.
    pub body: Block,
    /// Whether it reads `params`.
    pub reads_params: bool,
    /// The functions it is divided into.
    pub helpers: Vec<Helper>,
    /// The properties that several endpoints have.
    pub shared: Vec<SharedProperty>,
    /// What all this takes from the runtime, in order.
    pub imports: Vec<Name>,
    /// The parameters that users of a client can set.
    pub client_params: Vec<ClientContextParam>,
}

impl EndpointRules {
    /// The parameter with this name in the model.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&Param> {
        self.params.iter().find(|param| param.name == name)
    }

    /// Whether they ask whose credentials a call is made with.
    #[must_use]
    pub fn needs_account_id(&self) -> bool {
        let mut params = self.params.iter();
        params.any(|param| param.built_in == Some(BuiltIn::AccountId))
    }

    /// Notes that calls or the settings of this service give the parameter a value.
    pub(crate) fn is_given(&mut self, name: &str) {
        let mut params = self.params.iter_mut();
        if let Some(param) = params.find(|param| param.name == name) {
            param.is_given = true;
        }
    }
}

/// A parameter, a field of `Params`.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Its name in the model.
    pub name: String,
    /// The field.
    pub field: Name,
    /// The method that sets it, `with_region`.
    pub setter: Name,
    /// What it holds.
    pub kind: ParamKind,
    /// The value it has where nobody sets it. A parameter without one is an `Option`.
    pub default: Option<ParamValue>,
    /// Whether the rules cannot be asked without it.
    pub required: bool,
    /// Where its value comes from, if the client itself knows it.
    pub built_in: Option<BuiltIn>,
    /// Whether an operation or a setting of this service alone gives it a value. That goes before a built-in.
    pub is_given: bool,
    /// Lines of documentation.
    pub docs: Vec<String>,
}

/// What a parameter holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// `string`.
    String,
    /// `boolean`.
    Boolean,
    /// `stringArray`.
    StringArray,
}

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamValue {
    /// Of a `string`.
    String(String),
    /// Of a `boolean`.
    Boolean(bool),
    /// Of a `stringArray`.
    StringArray(Vec<String>),
}

impl ParamValue {
    /// The kind of parameter that can hold it.
    #[must_use]
    pub fn kind(&self) -> ParamKind {
        match self {
            Self::String(_) => ParamKind::String,
            Self::Boolean(_) => ParamKind::Boolean,
            Self::StringArray(_) => ParamKind::StringArray,
        }
    }

    /// Whether Rust's `Default` gives it too.
    #[must_use]
    pub fn is_rust_default(&self) -> bool {
        match self {
            Self::String(text) => text.is_empty(),
            Self::Boolean(value) => !value,
            Self::StringArray(items) => items.is_empty(),
        }
    }
}

/// A value that the client knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// `AWS::Region`.
    Region,
    /// `AWS::UseFIPS`.
    UseFips,
    /// `AWS::UseDualStack`.
    UseDualStack,
    /// `SDK::Endpoint`.
    Endpoint,
    /// `AWS::Auth::AccountId`: whose credentials a call is made with.
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`: what that account has to do with the endpoint; `preferred` unless set.
    AccountIdEndpointMode,
    /// Any other, by its name, under which users of a client may set it.
    Other(String),
}

impl BuiltIn {
    /// Its name in rule sets.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Region => "AWS::Region",
            Self::UseFips => "AWS::UseFIPS",
            Self::UseDualStack => "AWS::UseDualStack",
            Self::Endpoint => "SDK::Endpoint",
            Self::AccountId => "AWS::Auth::AccountId",
            Self::AccountIdEndpointMode => "AWS::Auth::AccountIdEndpointMode",
            Self::Other(name) => name,
        }
    }

    /// Whether it is a setting of every client, with a method of its own.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        matches!(
            self,
            Self::Region | Self::UseFips | Self::UseDualStack | Self::Endpoint
        )
    }
}

/// A function that a block was moved into.
#[derive(Clone, Debug, PartialEq)]
pub struct Helper {
    /// Its name.
    pub name: Name,
    /// Lines of documentation, from the rule.
    pub docs: Vec<String>,
    /// Whether it takes `params`.
    pub takes_params: bool,
    /// The locals it takes.
    pub locals: Vec<Local>,
    /// What it does.
    pub body: Block,
}

/// A local variable. Each is `Copy`: a `bool`, or a reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Its name.
    pub name: Name,
    /// The type of its value.
    pub ty: Type,
}

/// Steps, and what comes of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The result; without one, what follows the block goes on.
    pub end: Option<Outcome>,
}

/// A step of a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Ends with an error unless the parameter has a value, and keeps the value if a local is given.
    Require {
        /// The name of the parameter in the model.
        param: String,
        /// The field, an `Option`.
        value: Expr,
        /// Where the value is kept.
        local: Option<Local>,
    },
    /// Keeps a value.
    Let {
        /// Where it is kept.
        local: Local,
        /// The value.
        value: Expr,
    },
    /// Takes a block if all the tests hold.
    If {
        /// The tests, at least one.
        tests: Vec<Test>,
        /// The block.
        then: Block,
        /// What a function that the block is moved into would say of itself.
        docs: Vec<String>,
    },
}

/// One of the tests of an `if`.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A boolean is true.
    Holds(Expr),
    /// An option has a value, which is kept.
    Some {
        /// Where it is kept.
        local: Local,
        /// The option.
        value: Expr,
    },
}

/// What comes of a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// An endpoint.
    Endpoint(EndpointResult),
    /// An error with this message, a string.
    Error(Expr),
    /// No rule is left.
    NoRuleMatched,
    /// Whatever this helper says; by its place in [`EndpointRules::helpers`].
    Call(usize),
}

/// An endpoint, as a rule describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointResult {
    /// The URL, a string.
    pub url: Expr,
    /// Headers, each with its values, which are strings.
    pub headers: Vec<(String, Vec<Expr>)>,
    /// Properties.
    pub properties: Vec<(String, Document)>,
}

/// A property of an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A string.
    String(Expr),
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(u64),
    /// A list.
    Array(Vec<Document>),
    /// Named members.
    Object(Vec<(String, Document)>),
    /// A [`SharedProperty`], by its name.
    Shared(Name),
}

/// The value of a property that several endpoints have; a function gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedProperty {
    /// The name of the function.
    pub name: Name,
    /// The value, which reads neither parameters nor locals.
    pub value: Document,
}

/// The cases of `smithy.rules#endpointTests`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndpointTests {
    /// The cases, in the order of the model.
    pub cases: Vec<EndpointTest>,
    /// Whether there are calls among them.
    pub has_calls: bool,
    /// What they take from the runtime, in order.
    pub imports: Vec<Name>,
}

/// A case of `smithy.rules#endpointTests`.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTest {
    /// The name of the test function.
    pub name: Name,
    /// Lines of documentation.
    pub docs: Vec<String>,
    /// The values of parameters, each with the method that sets it.
    pub params: Vec<(Name, ParamValue)>,
    /// Whether it expects a partition to lack FIPS or dual-stack endpoints. Every partition has both by
    /// now, so that models with such cases are older than the partitions of the runtime.
    pub is_outdated: bool,
    /// What must come of them: an endpoint of literals, or the text of an error.
    pub expect: Result<EndpointResult, String>,
    /// Calls of which the same must come.
    pub calls: Vec<EndpointCall>,
}
