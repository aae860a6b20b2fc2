use super::*;

#[track_caller]
fn assert_close(actual: f64, expected: f64) {
    assert!(
        (actual - expected).abs() <= 1e-12 * expected.abs().max(1.0),
        "{actual} is not {expected}"
    );
}

fn throttled_at(throttled_at: f64, last_max_rate: f64) -> State {
    State {
        last_max_rate,
        throttled_at,
        measured_rate: 0.0,
        measured_from: 0.0,
        ..State::new(0.0)
    }
}

fn enabled(tokens: f64, fill_rate: f64) -> State {
    State {
        enabled: true,
        fill_rate,
        capacity: 100.0,
        tokens,
        filled_at: Some(0.0),
        ..State::new(0.0)
    }
}

/// The numbers of AWS's own tests of the algorithm, which its clients share.
#[test]
fn grows_along_the_curve() {
    let state = throttled_at(5.0, 10.0);
    for (now, rate) in [
        (5.0, 7.0),
        (6.0, 9.648_936_009_66),
        (7.0, 10.000_030_849_917_364),
        (8.0, 10.453_284_520_772_092),
        (9.0, 13.408_697_022_224_185),
        (10.0, 21.266_268_354_273_64),
        (11.0, 36.425_998_516_920_465),
    ] {
        let grown = state.grown_rate(now);
        assert!((grown - rate).abs() < 1e-10, "{now}: {grown} is not {rate}");
    }
}

/// The numbers of AWS's own tests of the algorithm, which its clients share.
#[test]
fn follows_the_measured_rate_up_and_down() {
    let mut state = State {
        measured_rate: 0.0,
        ..State::new(0.0)
    };
    for (now, throttled, measured_rate, fill_rate) in [
        (0.2, false, 0.000_000, 0.500_000),
        (0.4, false, 0.000_000, 0.500_000),
        (0.6, false, 4.800_000, 0.500_000),
        (0.8, false, 4.800_000, 0.500_000),
        (1.0, false, 4.160_000, 0.500_000),
        (1.2, false, 4.160_000, 0.691_200),
        (1.4, false, 4.160_000, 1.097_600),
        (1.6, false, 5.632_000, 1.638_400),
        (1.8, false, 5.632_000, 2.332_800),
        (2.0, true, 4.326_400, 3.028_480),
        (2.2, false, 4.326_400, 3.486_639),
        (2.4, false, 4.326_400, 3.821_874),
        (2.6, false, 5.665_280, 4.053_386),
        (2.8, false, 5.665_280, 4.200_373),
        (3.0, false, 4.333_056, 4.282_037),
        (3.2, true, 4.333_056, 2.997_426),
        (3.4, false, 4.333_056, 3.452_226),
    ] {
        state.after_attempt(throttled, now);
        assert!(
            (state.measured_rate - measured_rate).abs() < 1e-6
                && (state.fill_rate - fill_rate).abs() < 1e-6,
            "{now}: {} is not {measured_rate}, or {} is not {fill_rate}",
            state.measured_rate,
            state.fill_rate
        );
    }
}

#[test]
fn begins_to_measure_at_a_whole_second() {
    let mut state = State::new(10.25);
    state.after_attempt(false, 10.3);
    assert_close(state.measured_rate, 0.5);
    // Two attempts in the half second from 10 on.
    state.after_attempt(true, 10.6);
    assert_close(state.measured_rate, 3.3);
    assert_close(state.last_max_rate, 3.3);
    assert_close(state.fill_rate, 2.31);
}

#[test]
fn lets_everything_pass_until_throttled() {
    let limiter = RateLimiter::new(Duration::ZERO);
    for _ in 0..1000 {
        assert_eq!(limiter.acquire(SendCost::Attempt, Duration::ZERO), Ok(()));
    }
    limiter.after_attempt(false, Duration::ZERO);
    assert_eq!(limiter.acquire(SendCost::Attempt, Duration::ZERO), Ok(()));
    limiter.after_attempt(true, Duration::ZERO);
    // No token, and one flows in every two seconds.
    for (cost, seconds) in [
        (SendCost::Attempt, 2),
        (SendCost::Retry, 10),
        (SendCost::RetryAfterThrottling, 20),
    ] {
        let wait = limiter.acquire(cost, Duration::ZERO);
        assert_eq!(wait, Err(Duration::from_secs(seconds)), "{cost:?}");
    }
    let later = Duration::from_secs(2);
    assert_eq!(limiter.acquire(SendCost::Attempt, later), Ok(()));
    assert_eq!(limiter.acquire(SendCost::Attempt, later), Err(later));
}

#[test]
fn takes_tokens_only_if_there_are_enough() {
    let mut state = enabled(1.5, 2.0);
    assert_eq!(state.acquire(1.0, 0.0), Ok(()));
    assert_close(state.tokens, 0.5);
    let wait = state.acquire(1.0, 0.0);
    assert_eq!(wait, Err(Duration::from_millis(250)));
    assert_close(state.tokens, 0.5);
    assert_eq!(state.acquire(1.0, 0.25), Ok(()));
    assert_close(state.tokens, 0.0);
}

#[test]
fn grants_what_nobody_could_wait_for() {
    let mut state = enabled(1.0 - 1e-12, 2.0);
    assert_eq!(state.acquire(1.0, 0.0), Ok(()));
    assert_close(state.tokens, 0.0);
}

#[test]
fn holds_no_more_than_its_capacity() {
    let mut state = enabled(0.0, 2.0);
    state.fill(1000.0);
    assert_close(state.tokens, 100.0);
    // 0.7 of the measured rate is less than the lowest capacity.
    state.after_attempt(true, 1000.0);
    assert_close(state.capacity, 1.0);
    assert_close(state.tokens, 1.0);
}

#[test]
fn survives_a_clock_that_is_set_back() {
    let mut state = enabled(3.0, 2.0);
    state.fill(10.0);
    state.fill(4.0);
    assert_close(state.tokens, 23.0);
    state.after_attempt(false, 0.0);
    assert_close(state.fill_rate, MIN_FILL_RATE);
}

#[test]
fn is_shared_by_its_partition() {
    let limiter = RateLimiter::shared("rate_limiter/a", Duration::ZERO);
    limiter.after_attempt(true, Duration::ZERO);
    let same = RateLimiter::shared("rate_limiter/a", Duration::ZERO);
    assert!(same.acquire(SendCost::Attempt, Duration::ZERO).is_err());
    let other = RateLimiter::shared("rate_limiter/b", Duration::ZERO);
    assert!(other.acquire(SendCost::Attempt, Duration::ZERO).is_ok());
}
