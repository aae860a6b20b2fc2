use http::StatusCode;

use super::*;
use crate::runtime::retry::{ErrorAnswer, TransportFailure};

const IO: Outcome<'static> = Outcome::Transport(TransportFailure::Io);
const NOW: Duration = Duration::ZERO;

fn error(status: u16, code: &str) -> Outcome<'_> {
    Outcome::Error(ErrorAnswer::new(
        StatusCode::from_u16(status).unwrap(),
        Some(code),
    ))
}

fn throttled() -> Outcome<'static> {
    error(400, "ThrottlingException")
}

fn asking(milliseconds: u64) -> Outcome<'static> {
    let answer = ErrorAnswer::new(StatusCode::SERVICE_UNAVAILABLE, None);
    Outcome::Error(ErrorAnswer {
        retry_after: Some(Duration::from_millis(milliseconds)),
        ..answer
    })
}

fn policy(generation: Generation, max_attempts: u32) -> Policy {
    Policy {
        mode: Mode::Standard,
        generation,
        max_attempts,
        ..Policy::default()
    }
}

fn adaptive(generation: Generation) -> (Policy, RateLimiter) {
    let limiter = RateLimiter::new(NOW);
    let policy = Policy {
        mode: Mode::Adaptive(limiter.clone()),
        ..policy(generation, 3)
    };
    (policy, limiter)
}

fn retry_after(milliseconds: u64) -> Decision {
    Decision::RetryAfter(Duration::from_millis(milliseconds))
}

#[test]
fn follows_the_official_client_by_default() {
    let policy = Policy::default();
    assert!(matches!(policy.mode, Mode::Standard));
    assert_eq!(policy.generation, Generation::V2_0);
    assert_eq!(policy.max_attempts, 3);
}

/// An outcome, what is decided then, and the tokens that are left.
type Attempt<'a> = (Outcome<'a>, Decision, u32);

/// Each call, with the number of attempts it may make.
#[test]
fn decides_and_pays() {
    use Decision::Done;
    use Generation::{V2_0, V2_1};
    let refused = error(400, "ValidationException");
    let calls: &[(Generation, u32, &[Attempt<'_>])] = &[
        (V2_0, 3, &[(Outcome::Success, Done, 451)]),
        (V2_0, 3, &[(refused, Done, 450)]),
        (V2_0, 3, &[(Outcome::Undecodable, Done, 450)]),
        // The last price is paid back.
        (
            V2_0,
            3,
            &[(IO, retry_after(1_000), 440), (Outcome::Success, Done, 450)],
        ),
        // An earlier one is not.
        (
            V2_0,
            3,
            &[
                (IO, retry_after(1_000), 440),
                (throttled(), retry_after(2_000), 435),
                (Outcome::Success, Done, 440),
            ],
        ),
        // Nor is any, if the call fails: because it was sent often enough, or because it was refused.
        (
            V2_0,
            3,
            &[
                (IO, retry_after(1_000), 440),
                (IO, retry_after(2_000), 430),
                (IO, Done, 430),
            ],
        ),
        (
            V2_0,
            3,
            &[(IO, retry_after(1_000), 440), (refused, Done, 440)],
        ),
        (
            V2_1,
            3,
            &[
                (IO, retry_after(50), 436),
                (throttled(), retry_after(2_000), 431),
                (Outcome::Success, Done, 436),
            ],
        ),
        (
            V2_0,
            9,
            &[
                (asking(100), retry_after(100), 440),
                (asking(60_000), retry_after(20_000), 430),
            ],
        ),
        (
            V2_1,
            9,
            &[
                (asking(10), retry_after(50), 436),
                (asking(3_000), retry_after(3_000), 422),
                (asking(60_000), retry_after(5_200), 408),
            ],
        ),
        (V2_0, 1, &[(IO, Done, 450)]),
        (V2_0, 0, &[(IO, Done, 450)]),
        (V2_0, 0, &[(Outcome::Success, Done, 451)]),
    ];
    for (generation, max_attempts, attempts) in calls {
        let bucket = TokenBucket::new();
        drop(bucket.acquire(50));
        let mut state = RetryState::new(policy(*generation, *max_attempts), bucket.clone());
        for (number, (outcome, decision, tokens)) in (1..).zip(*attempts) {
            assert_eq!(state.before_attempt(NOW), Permission::Send);
            let decided = state.after_attempt(outcome, NOW, 1.0);
            assert_eq!(
                (decided, bucket.available(), state.attempts()),
                (*decision, *tokens, number),
                "{generation:?} {max_attempts} {attempts:?}"
            );
        }
    }
}

#[test]
fn does_not_retry_what_it_cannot_pay() {
    for (outcome, generation, price) in [
        (IO, Generation::V2_0, 10),
        (IO, Generation::V2_1, 14),
        (throttled(), Generation::V2_0, 5),
        (throttled(), Generation::V2_1, 5),
    ] {
        let poor = TokenBucket::with_capacity(price - 1);
        let mut state = RetryState::new(policy(generation, 3), poor.clone());
        assert_eq!(state.after_attempt(&outcome, NOW, 1.0), Decision::Done);
        assert_eq!(poor.available(), price - 1);
        let rich = TokenBucket::with_capacity(price);
        let mut state = RetryState::new(policy(generation, 3), rich.clone());
        assert_ne!(state.after_attempt(&outcome, NOW, 1.0), Decision::Done);
        assert_eq!(rich.available(), 0);
    }
}

#[test]
fn calls_share_a_bucket() {
    let bucket = TokenBucket::with_capacity(15);
    let mut first = RetryState::new(Policy::default(), bucket.clone());
    let mut second = RetryState::new(Policy::default(), bucket);
    assert_eq!(first.after_attempt(&IO, NOW, 0.5), retry_after(500));
    assert_eq!(second.after_attempt(&IO, NOW, 0.5), Decision::Done);
}

#[test]
fn retries_a_refused_signature_if_the_clocks_disagree() {
    let answer = ErrorAnswer {
        skew: Some(crate::runtime::retry::ClockSkew::from_millis(-300_000)),
        ..ErrorAnswer::new(StatusCode::FORBIDDEN, Some("InvalidSignatureException"))
    };
    let bucket = TokenBucket::new();
    let mut state = RetryState::new(Policy::default(), bucket.clone());
    let decided = state.after_attempt(&Outcome::Error(answer), NOW, 1.0);
    assert_eq!(decided, retry_after(1_000));
    assert_eq!(bucket.available(), 495);
}

#[test]
fn adaptive_mode_behaves_as_the_standard_one_until_throttled() {
    for generation in [Generation::V2_0, Generation::V2_1] {
        let (policy, _) = adaptive(generation);
        let mut state = RetryState::new(policy, TokenBucket::new());
        assert_eq!(state.before_attempt(NOW), Permission::Send);
        assert_eq!(
            state.after_attempt(&asking(1_500), NOW, 0.0),
            retry_after(1_500)
        );
        assert_eq!(state.before_attempt(NOW), Permission::Send);
    }
}

#[test]
fn adaptive_mode_of_2_0_waits_with_the_backoff() {
    let (policy, _) = adaptive(Generation::V2_0);
    let mut state = RetryState::new(policy.clone(), TokenBucket::new());
    assert_eq!(state.before_attempt(NOW), Permission::Send);
    // Ten tokens at half a token in a second; the random number and the service have no say.
    assert_eq!(
        state.after_attempt(&throttled(), NOW, 0.0),
        retry_after(20_000)
    );
    assert_eq!(state.before_attempt(NOW), Permission::Send);
    assert_eq!(
        state.after_attempt(&asking(100), NOW, 0.0),
        retry_after(10_000)
    );
    // A call that begins now waits for one token.
    let next = RetryState::new(policy, TokenBucket::new());
    let two_seconds = Duration::from_secs(2);
    assert_eq!(
        next.before_attempt(NOW),
        Permission::AskAgainAfter(two_seconds)
    );
    assert_eq!(next.before_attempt(two_seconds), Permission::Send);
}

#[test]
fn adaptive_mode_of_2_1_waits_before_each_attempt() {
    let (policy, _) = adaptive(Generation::V2_1);
    let mut state = RetryState::new(policy, TokenBucket::new());
    assert_eq!(state.before_attempt(NOW), Permission::Send);
    let half_a_second = Duration::from_millis(500);
    assert_eq!(
        state.after_attempt(&throttled(), NOW, 0.5),
        Decision::RetryAfter(half_a_second)
    );
    let wait = Duration::from_millis(1_500);
    assert_eq!(
        state.before_attempt(half_a_second),
        Permission::AskAgainAfter(wait)
    );
    assert_eq!(state.before_attempt(half_a_second + wait), Permission::Send);
}

#[test]
fn a_retry_that_cannot_be_paid_takes_no_token_to_send() {
    let (policy, limiter) = adaptive(Generation::V2_0);
    limiter.after_attempt(true, NOW);
    let mut state = RetryState::new(policy, TokenBucket::with_capacity(0));
    let later = Duration::from_secs(2);
    assert_eq!(state.after_attempt(&IO, later, 1.0), Decision::Done);
    assert_eq!(limiter.acquire(SendCost::Attempt, later), Ok(()));
}
