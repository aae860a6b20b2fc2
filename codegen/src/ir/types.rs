//! The types of members.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::Name;

/// What a member holds. `ToTokens` writes the Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `bool`
    Boolean,
    /// `i8`
    Byte,
    /// `i16`
    Short,
    /// `i32`
    Integer,
    /// `i64`
    Long,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `BigInteger`
    BigInteger,
    /// `BigDecimal`
    BigDecimal,
    /// `String`
    String,
    /// `String` holding text of a media type that travels in base64 where it is bound to a header.
    MediaString,
    /// `Blob`
    Blob,
    /// `Document`
    Document,
    /// `DateTime`, with the format it has on the wire.
    Timestamp(TimestampFormat),
    /// An enum of strings in `types`.
    Enum(Name),
    /// An enum of integers in `types`.
    IntEnum(Name),
    /// A structure in `types`.
    Structure(Name),
    /// A union in `types`.
    Union(Name),
    /// `Vec<T>`, or `Vec<Option<T>>` if it is sparse.
    List {
        /// The type of an element.
        item: Box<Type>,
        /// Whether elements may be null.
        sparse: bool,
    },
    /// `HashMap<K, V>`, or `HashMap<K, Option<V>>` if it is sparse.
    Map {
        /// The type of a key, a string or an enum.
        key: Box<Type>,
        /// The type of a value.
        value: Box<Type>,
        /// Whether values may be null.
        sparse: bool,
    },
}

/// How a timestamp is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// RFC 3339 in UTC.
    DateTime,
    /// Seconds since 1970.
    EpochSeconds,
    /// RFC 7231's IMF-fixdate.
    HttpDate,
}

impl Type {
    /// Whether values are copied rather than borrowed by an accessor.
    #[must_use]
    pub fn is_scalar(&self) -> bool {
        matches!(
            self,
            Self::Boolean
                | Self::Byte
                | Self::Short
                | Self::Integer
                | Self::Long
                | Self::Float
                | Self::Double
        )
    }

    /// Whether the Rust type is `String`.
    #[must_use]
    pub fn is_string(&self) -> bool {
        matches!(self, Self::String | Self::MediaString)
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Boolean => quote!(bool),
            Self::Byte => quote!(i8),
            Self::Short => quote!(i16),
            Self::Integer => quote!(i32),
            Self::Long => quote!(i64),
            Self::Float => quote!(f32),
            Self::Double => quote!(f64),
            Self::BigInteger => quote!(BigInteger),
            Self::BigDecimal => quote!(BigDecimal),
            Self::String | Self::MediaString => quote!(String),
            Self::Blob => quote!(Blob),
            Self::Document => quote!(Document),
            Self::Timestamp(_) => quote!(DateTime),
            Self::Enum(name) | Self::IntEnum(name) | Self::Structure(name) | Self::Union(name) => {
                quote!(#name)
            }
            Self::List {
                item,
                sparse: false,
            } => quote!(Vec<#item>),
            Self::List { item, sparse: true } => quote!(Vec<Option<#item>>),
            Self::Map {
                key,
                value,
                sparse: false,
            } => quote!(HashMap<#key, #value>),
            Self::Map {
                key,
                value,
                sparse: true,
            } => quote!(HashMap<#key, Option<#value>>),
        });
    }
}
