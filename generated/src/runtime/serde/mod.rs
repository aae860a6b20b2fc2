//! `Serialize` and `Deserialize` of serde for every emitted type, behind the feature `serde`.
//!
//! The data is that of the wire's JSON, in any format: members have the names that they have there (those that travel
//! outside of the body have their names in the model, with `_` after one that the body has too), and are left out while
//! they are absent. Values of enums that are younger than the crate are kept.
//!
//! | Value | What it is in the data |
//! |---|---|
//! | number | a number; what JSON has no number for, `"NaN"`, `"Infinity"` or `"-Infinity"` |
//! | big integer, big decimal | a number if 64 bits hold it as it is spelled, else text |
//! | timestamp | as the model has it for the member: a `date-time`, an `http-date`, or seconds since 1970; a `date-time` where seconds in 64 bits would lose a fraction |
//! | blob | base64 |
//! | document | itself |
//! | union | an object with its one member; `{}` for [`Unknown`](#unions) |
//!
//! # Secrets
//!
//! Members that the model marks as sensitive are left out, at any depth, unless they are asked for:
//! `with_secrets` writes a value with them, and `secrets` does so for a field of a type of your own. Nothing is
//! written in place of a secret, because what is read back could be sent to the service as if it were the value. A
//! sensitive enum by itself, which is no one's member, is written as nothing at all (`null` in JSON). Secrets are read
//! as any other member. No error tells what stands in the place of one; a format's own error may quote the text it is
//! about, as that of TOML does.
//!
//! # Reading
//!
//! Reading is like building. Unknown members are skipped and `null` is the same as absent; a member with a default
//! takes it; a required one that is absent is an error, as it is for `build()`. A required secret is not, since writing
//! leaves it out: it is then the type's default, an empty string most often. Inputs need nothing, as ever: what they
//! lack is found when the request is made. A timestamp may have any of the three formats.
//!
//! What an output or an error keeps besides its members, request id and metadata, is no part of the data.
//!
//! # Unions
//!
//! A member of a union that the crate does not know is read as `Unknown`, and so is `{}`. `Unknown` holds nothing, so
//! that `{}` is all that can be written of it. It cannot be sent. A secret member that is left out is written so too.
//!
//! # Formats
//!
//! A format must tell what is in it: JSON, YAML, TOML, CBOR and MessagePack do, and RON does with its extension
//! `implicit_some`; postcard and bincode do not, and cannot be read. Structures are written as maps, so that formats that
//! know structures by the order of their members keep the names. The `null` elements of a sparse list need a format
//! with `null`, which TOML has not.

mod macros;

#[cfg(feature = "serde")]
mod collections;
#[cfg(feature = "serde")]
mod document;
#[cfg(feature = "serde")]
mod entry;
#[cfg(feature = "serde")]
mod member;
#[cfg(feature = "serde")]
mod number;
#[cfg(feature = "serde")]
mod primitives;
#[cfg(feature = "serde")]
mod scalar;
#[cfg(feature = "serde")]
mod secret;
#[cfg(feature = "serde")]
mod structure;
#[cfg(feature = "serde")]
pub mod support;
#[cfg(feature = "serde")]
mod union;
#[cfg(feature = "serde")]
mod value;

#[doc(hidden)]
pub use crate::{
    __serde_enums as enums, __serde_int_enums as int_enums, __serde_structures as structures,
    __serde_unions as unions,
};
#[cfg(feature = "serde")]
pub use secret::{WithSecrets, secrets, with_secrets};
