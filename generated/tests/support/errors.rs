//! The errors of the model.

use ivs_realtime::Error;

/// Asks an error whether it is a certain one.
pub(crate) type Is = fn(&Error) -> bool;

/// Each error with its status, its code, and how to ask for it.
pub(crate) const ERRORS: [(u16, &str, Is); 7] = [
    (
        403,
        "AccessDeniedException",
        Error::is_access_denied_exception,
    ),
    (409, "ConflictException", Error::is_conflict_exception),
    (
        500,
        "InternalServerException",
        Error::is_internal_server_exception,
    ),
    (403, "PendingVerification", Error::is_pending_verification),
    (
        404,
        "ResourceNotFoundException",
        Error::is_resource_not_found_exception,
    ),
    (
        402,
        "ServiceQuotaExceededException",
        Error::is_service_quota_exceeded_exception,
    ),
    (400, "ValidationException", Error::is_validation_exception),
];
