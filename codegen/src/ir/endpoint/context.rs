//! Where parameters of endpoint rules have their values from, besides what every client knows
//! ([specification](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html)).

use super::{ParamKind, ParamValue};
use crate::ir::Name;

/// A parameter that users of a client can set, `smithy.rules#clientContextParams`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientContextParam {
    /// Its name in the model.
    pub name: String,
    /// The method that sets it. It is none that the settings of every client have.
    pub setter: Name,
    /// What it holds.
    pub kind: ParamKind,
    /// Lines of documentation.
    pub docs: Vec<String>,
}

/// A parameter whose value an operation gives. Of several sources for one, only the most specific is there.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationParam {
    /// Its name in the model.
    pub name: String,
    /// What it holds.
    pub kind: ParamKind,
    /// Where the value comes from.
    pub source: ParamSource,
}

/// Where an operation has the value of a parameter from.
#[derive(Clone, Debug, PartialEq)]
pub enum ParamSource {
    /// Nowhere: it is always the same.
    Static(ParamValue),
    /// A field of the input, a string without which the call must not be sent.
    Required(Name),
    /// The input.
    Selected(Selection),
}

/// What is selected from an input.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The way from the input to one value.
    pub to: Vec<Access>,
    /// What is selected from this value, a list; empty for the value as it is.
    pub list: Vec<Projection>,
    /// Whether the text at the end is an enum's.
    pub is_enum: bool,
}

impl Selection {
    /// Whether the order in which things come is no order: a map has none.
    #[must_use]
    pub fn is_unordered(&self) -> bool {
        let mut list = self.list.iter();
        list.any(|one| matches!(one, Projection::Values { .. } | Projection::Keys))
    }
}

/// A step from one value to another.
#[derive(Clone, Debug, PartialEq)]
pub enum Access {
    /// Into a field of a structure.
    Field {
        /// The field.
        name: Name,
        /// Whether it may be absent.
        optional: bool,
        /// Whether it is in a `Box`.
        boxed: bool,
    },
    /// Into the member of a union that this method gives, as a `Result`.
    Variant(Name),
}

/// A step from each value of several to others.
#[derive(Clone, Debug, PartialEq)]
pub enum Projection {
    /// To each item of a list.
    Items {
        /// Whether items may be null; those are left out.
        sparse: bool,
    },
    /// To each value of a map.
    Values {
        /// Whether values may be null; those are left out.
        sparse: bool,
    },
    /// To each key of a map.
    Keys,
    /// To another value.
    Access(Access),
    /// To what several ways lead to, texts all of them, each with whether it is an enum's.
    Select(Vec<(Vec<Access>, bool)>),
}
