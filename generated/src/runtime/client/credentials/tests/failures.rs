//! What is said when there are none.

use std::error::Error;
use std::io;

use super::*;

#[tokio::test(start_paused = true)]
async fn a_failure_is_not_kept() {
    let (cache, provider) = cache([failure(), failure(), Script::Give("a", Some(3600))]);
    for _ in 0..2 {
        assert_eq!(
            error(&cache, 0).await,
            "getting credentials failed: an error occurred while loading credentials: the metadata said 503"
        );
    }
    assert_eq!(id(&cache, 0).await, "a");
    assert_eq!(asked(&provider), 3);
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_never_answers_is_a_time_out() {
    let (cache, _) = cache([Script::Hang]);
    let start = tokio::time::Instant::now();
    let failure = cache.get(at(0)).await.unwrap_err();
    assert_eq!(start.elapsed(), LOAD_TIMEOUT);
    assert!(matches!(failure, Failure::Timeout(_)), "{failure:?}");
    assert_eq!(
        failure.source().to_string(),
        "getting credentials took longer than 22s"
    );
}

#[tokio::test]
async fn an_error_says_what_failed_in_one_line() {
    let chain = io::Error::other(CredentialsError::not_loaded("no\nprofile\t`x`\r\n\u{1b}"));
    for (error, expected) in [
        (
            CredentialsError::not_loaded_no_source(),
            "getting credentials failed: the credential provider was not enabled; name a profile with AWS_PROFILE and \
             sign in to it, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the container or instance a role",
        ),
        (
            CredentialsError::provider_timed_out(Duration::from_secs(5)),
            "getting credentials failed: credentials provider timed out after 5 seconds; see whether the place that it \
             loads from can be reached",
        ),
        (
            CredentialsError::invalid_configuration("profile `x` has no role"),
            "getting credentials failed: the credentials provider was not properly configured: profile `x` has no \
             role; correct the provider's settings or the profile",
        ),
        (
            CredentialsError::unhandled(chain),
            "getting credentials failed: unexpected credentials error: the credential provider was not enabled: no \
             profile `x`",
        ),
    ] {
        let (cache, _) = cache([Script::Fail(error)]);
        let failure = cache.get(at(0)).await.unwrap_err();
        assert_eq!(failure.source().to_string(), expected);
        assert!(failure.source().source().is_some());
    }
}

#[tokio::test]
async fn no_secret_is_shown() {
    /// An error whose `Debug` shows what was read.
    struct Unreadable(&'static str);

    impl fmt::Debug for Unreadable {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl fmt::Display for Unreadable {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the answer is no JSON")
        }
    }

    impl Error for Unreadable {}

    let (cache, _) = cache([Script::Give(SECRET, None)]);
    cache.get(at(0)).await.unwrap();
    assert_eq!(format!("{cache:?}"), "CredentialsCache { .. }");

    let (cache, _) = self::cache([Script::Fail(CredentialsError::unhandled(Unreadable(
        SECRET,
    )))]);
    let failure = cache.get(at(0)).await.unwrap_err();
    let shown = format!("{failure:?} {}", failure.source());
    assert!(shown.contains("the answer is no JSON"), "{shown}");
    assert!(!shown.contains("sEcR"), "{shown}");
}
