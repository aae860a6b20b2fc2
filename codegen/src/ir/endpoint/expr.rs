//! Typed expressions of endpoint rules.

use crate::ir::Name;

/// The type of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A boolean.
    Bool,
    /// A whole number; only as an argument.
    Int,
    /// A string.
    Str,
    /// A list of strings that a parameter holds.
    Strings,
    /// A list of parts of a string.
    Parts,
    /// `Partition`.
    Partition,
    /// `Url`.
    Url,
    /// `Arn`.
    Arn,
    /// Possibly nothing.
    Option(Box<Type>),
}

/// An expression with its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// What it gives.
    pub ty: Type,
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A string literal.
    Str(String),
    /// A boolean literal.
    Bool(bool),
    /// An integer literal.
    Int(usize),
    /// A field of `params`.
    Param(Name),
    /// A local.
    Local(Name),
    /// A string put together.
    Format(Vec<Part>),
    /// A call of a function of the runtime.
    Call(Function, Vec<Expr>),
    /// A field of a record.
    Field(Box<Expr>, Name),
    /// An item of a list, from the end where the index is negative.
    Element(Box<Expr>, isize),
    /// The opposite of a boolean.
    Not(Box<Expr>),
    /// Whether two booleans or two strings are equal.
    Equals(Box<Expr>, Box<Expr>),
    /// Whether an option has a value.
    IsSome(Box<Expr>),
    /// Whether an option of a boolean holds `true`.
    IsTrue(Box<Expr>),
    /// The first of several options that has a value; the last may be no option.
    Coalesce(Vec<Expr>),
    /// One of two values.
    Ite {
        /// The boolean that decides.
        condition: Box<Expr>,
        /// The value if it is true.
        yes: Box<Expr>,
        /// The value if it is false.
        no: Box<Expr>,
    },
}

/// A part of a string that is put together.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Fixed text.
    Text(String),
    /// A string.
    Value(Expr),
}

/// The functions of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    /// `getAttr` with an index.
    Element,
    /// `isValidHostLabel`.
    IsValidHostLabel,
    /// `aws.isVirtualHostableS3Bucket`.
    IsVirtualHostableS3Bucket,
    /// `aws.parseArn`.
    ParseArn,
    /// `parseURL`.
    ParseUrl,
    /// `aws.partition`.
    Partition,
    /// `split`.
    Split,
    /// `substring`.
    Substring,
    /// `uriEncode`.
    UriEncode,
}

/// How the string that an expression gives is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// As a `&str`.
    Borrowed,
    /// As a `String` in a field.
    InPlace,
    /// As a `String` that was just made.
    Owned,
}

impl Function {
    /// Its name in the runtime.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::IsValidHostLabel => "is_valid_host_label",
            Self::IsVirtualHostableS3Bucket => "is_virtual_hostable_s3_bucket",
            Self::ParseArn => "parse_arn",
            Self::ParseUrl => "parse_url",
            Self::Partition => "partition",
            Self::Split => "split",
            Self::Substring => "substring",
            Self::UriEncode => "uri_encode",
        }
    }
}

impl Expr {
    /// A string literal.
    #[must_use]
    pub fn string(text: impl Into<String>) -> Self {
        Self {
            kind: ExprKind::Str(text.into()),
            ty: Type::Str,
        }
    }

    /// A boolean of this kind.
    #[must_use]
    pub fn bool(kind: ExprKind) -> Self {
        Self {
            kind,
            ty: Type::Bool,
        }
    }

    /// A local.
    #[must_use]
    pub fn local(name: Name, ty: Type) -> Self {
        Self {
            kind: ExprKind::Local(name),
            ty,
        }
    }

    /// The boolean, if it is a literal.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            ExprKind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The function that it calls itself.
    #[must_use]
    pub fn function(&self) -> Option<Function> {
        match self.kind {
            ExprKind::Call(function, _) => Some(function),
            ExprKind::Element(..) => Some(Function::Element),
            _ => None,
        }
    }

    /// How the string, or the string in the option, is held.
    #[must_use]
    pub fn held(&self) -> Held {
        match &self.kind {
            ExprKind::Param(_) if self.ty == Type::Str => Held::InPlace,
            ExprKind::Field(_, name) if name == "normalized_path" => Held::InPlace,
            ExprKind::Format(_) | ExprKind::Call(Function::UriEncode, _) => Held::Owned,
            ExprKind::Coalesce(items) if items.iter().any(Self::is_owned) => Held::Owned,
            ExprKind::Ite { yes, no, .. } if yes.is_owned() || no.is_owned() => Held::Owned,
            _ => Held::Borrowed,
        }
    }

    fn is_owned(&self) -> bool {
        self.held() == Held::Owned
    }

    /// The expressions that this one is made of.
    #[must_use]
    pub fn children(&self) -> Vec<&Self> {
        match &self.kind {
            ExprKind::Str(_)
            | ExprKind::Bool(_)
            | ExprKind::Int(_)
            | ExprKind::Param(_)
            | ExprKind::Local(_) => Vec::new(),
            ExprKind::Format(parts) => parts
                .iter()
                .filter_map(|part| match part {
                    Part::Text(_) => None,
                    Part::Value(value) => Some(value),
                })
                .collect(),
            ExprKind::Call(_, items) | ExprKind::Coalesce(items) => items.iter().collect(),
            ExprKind::Field(of, _) | ExprKind::Element(of, _) => vec![of],
            ExprKind::Not(of) | ExprKind::IsSome(of) | ExprKind::IsTrue(of) => vec![of],
            ExprKind::Equals(left, right) => vec![left, right],
            ExprKind::Ite { condition, yes, no } => vec![condition, yes, no],
        }
    }
}

impl Type {
    /// An option of this type; an option stays as it is.
    #[must_use]
    pub fn optional(self) -> Self {
        match self {
            Self::Option(_) => self,
            _ => Self::Option(Box::new(self)),
        }
    }

    /// The type of the value in an option; any other type stays as it is.
    #[must_use]
    pub fn inner(&self) -> &Self {
        match self {
            Self::Option(inner) => inner,
            _ => self,
        }
    }

    /// Whether it is an option.
    #[must_use]
    pub fn is_option(&self) -> bool {
        matches!(self, Self::Option(_))
    }
}
