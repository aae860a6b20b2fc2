//! Which calls are signed.

use crate::ir::Auth;
use crate::model::Traits;

/// The one scheme that the client has.
const SIGV4: &str = "aws.auth#sigv4";

/// What `@auth` and `@optionalAuth` make of an operation. Its own `@auth` goes before the service's; without either, all
/// schemes count that the service has. An operation whose schemes leave out SigV4 goes unsigned: the client has no
/// other, and a signature would not be looked at.
pub(super) fn auth(service: Option<&Vec<String>>, operation: &Traits) -> Auth {
    let schemes = operation.auth.as_ref().or(service);
    let signs = schemes.is_none_or(|schemes| schemes.iter().any(|scheme| scheme == SIGV4));
    match (signs, operation.optional_auth) {
        (false, _) => Auth::None,
        (true, true) => Auth::Optional,
        (true, false) => Auth::Signed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_is_signed_if_its_schemes_have_sigv4() {
        let bearer = "smithy.api#httpBearerAuth";
        let (none, sigv4, other, both) = (
            Some(&[][..]),
            Some(&[SIGV4][..]),
            Some(&[bearer][..]),
            Some(&[bearer, SIGV4][..]),
        );
        for (service, operation, optional, expected) in [
            (None, None, false, Auth::Signed),
            (None, None, true, Auth::Optional),
            (None, none, false, Auth::None),
            (None, none, true, Auth::None),
            (None, sigv4, false, Auth::Signed),
            (None, both, true, Auth::Optional),
            (None, other, false, Auth::None),
            (sigv4, None, false, Auth::Signed),
            (other, None, true, Auth::None),
            (other, both, false, Auth::Signed),
            (both, none, false, Auth::None),
        ] {
            let schemes = |schemes: Option<&[&str]>| {
                schemes.map(|schemes| schemes.iter().map(|&scheme| scheme.to_owned()).collect())
            };
            let traits = Traits {
                auth: schemes(operation),
                optional_auth: optional,
                ..Traits::default()
            };
            let found = auth(schemes(service).as_ref(), &traits);
            assert_eq!(found, expected, "{service:?} {operation:?} {optional}");
        }
    }
}
