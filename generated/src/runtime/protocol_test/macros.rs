//! `Same` for emitted types, as the generator lists them.

/// Compares a structure: `structure!(types::Thing { name, key: secret });`.
#[macro_export]
#[doc(hidden)]
macro_rules! __protocol_test_structure {
    ($type:path { $($field:ident $(: $secret:ident)?),* $(,)? }) => {
        impl $crate::runtime::protocol_test::Same for $type {
            fn compare(
                &self,
                expected: &Self,
                differences: &mut $crate::runtime::protocol_test::Differences,
            ) {
                let _ = (expected, &differences);
                $($crate::__protocol_test_member!(
                    differences, stringify!($field), &self.$field, &expected.$field $(, $secret)?
                );)*
            }
        }
    };
}

/// Compares a union: `union!(types::Choice { Text, Key: secret }, [Nothing]);`, with the variants that hold nothing
/// last.
#[macro_export]
#[doc(hidden)]
macro_rules! __protocol_test_union {
    ($type:path { $($variant:ident $(: $secret:ident)?),* $(,)? } $(, [$($unit:ident),* $(,)?])? $(,)?) => {
        impl $crate::runtime::protocol_test::Same for $type {
            fn compare(
                &self,
                expected: &Self,
                differences: &mut $crate::runtime::protocol_test::Differences,
            ) {
                let name = |union: &Self| match union {
                    $(Self::$variant(_) => stringify!($variant),)*
                    $($(Self::$unit => stringify!($unit),)*)?
                    Self::Unknown => "Unknown",
                };
                match (self, expected) {
                    $((Self::$variant(found), Self::$variant(expected)) => {
                        $crate::__protocol_test_member!(
                            differences, stringify!($variant), found, expected $(, $secret)?
                        );
                    })*
                    (found, expected) if name(found) != name(expected) => {
                        let (found, expected) = (name(found), name(expected));
                        differences.push(format_args!("found the member {found}, expected {expected}"));
                    }
                    _ => {}
                }
            }
        }
    };
}

/// Compares an enum: `enumeration!(types::Color);`.
#[macro_export]
#[doc(hidden)]
macro_rules! __protocol_test_enumeration {
    ($type:path) => {
        impl $crate::runtime::protocol_test::Same for $type {
            fn compare(
                &self,
                expected: &Self,
                differences: &mut $crate::runtime::protocol_test::Differences,
            ) {
                if self != expected {
                    differences.differs(self, expected);
                }
            }
        }
    };
}

/// Compares one member.
#[macro_export]
#[doc(hidden)]
macro_rules! __protocol_test_member {
    ($differences:ident, $name:expr, $found:expr, $expected:expr) => {
        $differences.member($name, $found, $expected)
    };
    ($differences:ident, $name:expr, $found:expr, $expected:expr, secret) => {
        $differences.secret($name, $found, $expected)
    };
}
