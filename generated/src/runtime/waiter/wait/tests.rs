//! Waits with scripted verdicts and times.

use std::time::{Duration, Instant};

use super::{End, Step, Verdict, Wait};
use crate::runtime::waiter::State;

const RETRY: Verdict = Verdict::Matched(State::Retry);

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A wait with a clock of its own. Polls take no time.
struct Run {
    wait: Wait,
    now: Instant,
}

impl Run {
    fn new(delays: (u64, u64), max_wait: Duration) -> Self {
        let now = Instant::now();
        let (min, max) = delays;
        Self {
            wait: Wait::new((seconds(min), seconds(max)), max_wait, now),
            now,
        }
    }

    fn next(&mut self) -> Step {
        self.wait.next(self.now)
    }

    /// Polls, which takes this long and gives this verdict.
    fn poll_for(&mut self, time: Duration, verdict: Verdict, random: f64) {
        assert!(matches!(self.next(), Step::Poll(_)));
        self.now += time;
        self.wait.polled(verdict, self.now, random);
    }

    /// The delays until the wait ends, where every poll is in vain.
    fn delays(&mut self, random: impl Fn(u32) -> f64) -> Vec<Duration> {
        let mut delays = Vec::new();
        loop {
            self.poll_for(Duration::ZERO, RETRY, random(self.wait.polls()));
            match self.next() {
                Step::Wait(delay) => {
                    delays.push(delay);
                    self.now += delay;
                }
                end => {
                    assert_eq!(end, Step::Done(End::Exceeded));
                    return delays;
                }
            }
        }
    }
}

#[test]
fn the_first_poll_decides_at_once() {
    for (verdict, end) in [
        (Verdict::Matched(State::Success), End::Success),
        (Verdict::Matched(State::Failure), End::Failure),
        (Verdict::Failed, End::OperationFailed),
    ] {
        let mut run = Run::new((2, 120), seconds(60));
        run.poll_for(seconds(1), verdict, 0.0);
        assert_eq!(run.next(), Step::Done(end));
        assert_eq!(run.next(), Step::Done(end), "and stays so");
        assert_eq!(
            (run.wait.polls(), run.wait.elapsed(run.now)),
            (1, seconds(1))
        );
    }
}

#[test]
fn what_no_acceptor_matches_is_polled_again() {
    for verdict in [RETRY, Verdict::Unmatched] {
        let mut run = Run::new((2, 120), seconds(60));
        run.poll_for(Duration::ZERO, verdict, 0.5);
        assert_eq!(run.next(), Step::Wait(seconds(2)));
        run.now += seconds(1);
        assert_eq!(run.next(), Step::Wait(seconds(1)), "woken too early");
        run.now += seconds(1);
        run.poll_for(Duration::ZERO, Verdict::Matched(State::Success), 0.5);
        assert_eq!(run.next(), Step::Done(End::Success));
        assert_eq!(run.wait.polls(), 2);
    }
}

/// Without luck, delays double from the shortest to the longest, and the last one ends with the wait.
#[test]
fn delays_double() {
    let mut run = Run::new((2, 120), seconds(600));
    let delays = run.delays(|_| 1.0);
    let expected = [2, 4, 8, 16, 32, 64, 120, 120, 120, 114].map(seconds);
    assert_eq!(delays, expected);
}

/// With luck, all delays are the shortest.
#[test]
fn delays_are_drawn_from_the_shortest_on() {
    let mut run = Run::new((5, 120), seconds(31));
    assert_eq!(run.delays(|_| 0.0), [5, 5, 5, 5, 5, 6].map(seconds));
}

#[test]
fn equal_delays_make_a_steady_wait() {
    let mut run = Run::new((10, 10), seconds(40));
    let delays = run.delays(|polls| f64::from(polls % 3) / 2.0);
    assert_eq!(delays, [10, 10, 20].map(seconds));
}

/// ([waiter retries](https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries))
#[test]
fn delays_stay_within_bounds_and_fill_the_wait() {
    for max_wait in [0, 1, 2, 3, 7, 60, 300, 3_600].map(seconds) {
        for (min, max) in [(1, 1), (1, 3), (2, 120), (30, 40)] {
            let mut run = Run::new((min, max), max_wait);
            let delays = run.delays(|polls| f64::from(polls * 7 % 10) / 10.0);
            assert_eq!(delays.iter().sum::<Duration>(), max_wait);
            if let Some((last, before)) = delays.split_last() {
                assert!(
                    before
                        .iter()
                        .all(|one| (seconds(min)..=seconds(max)).contains(one))
                );
                assert!(*last <= seconds(min + max));
            }
        }
    }
}

#[test]
fn no_time_is_time_for_one_poll() {
    let mut run = Run::new((2, 120), Duration::ZERO);
    assert_eq!(run.next(), Step::Poll(seconds(2)));
    run.wait.polled(RETRY, run.now, 0.0);
    assert_eq!(run.next(), Step::Done(End::Exceeded));
}

/// A poll may take until the wait ends, and the shortest delay beyond it.
#[test]
fn slow_polls_are_cut_off() {
    let mut run = Run::new((2, 120), seconds(10));
    run.poll_for(seconds(9), RETRY, 0.0);
    assert_eq!(run.next(), Step::Wait(seconds(1)));
    run.now += seconds(1);
    assert_eq!(run.next(), Step::Poll(seconds(2)));
    run.now += seconds(2);
    run.wait.polled(Verdict::Failed, run.now, 0.0);
    assert_eq!(run.next(), Step::Done(End::Exceeded));

    let mut run = Run::new((2, 120), seconds(10));
    run.poll_for(seconds(11), Verdict::Failed, 0.0);
    assert_eq!(run.next(), Step::Done(End::OperationFailed), "by itself");
}

#[test]
fn times_that_no_clock_can_tell_do_no_harm() {
    let mut run = Run::new((u64::from(u32::MAX), u64::MAX), Duration::MAX);
    run.poll_for(Duration::ZERO, RETRY, 1.0);
    assert!(matches!(
        run.next(),
        Step::Wait(_) | Step::Done(End::Exceeded)
    ));
    let mut run = Run::new((1, 120), Duration::MAX);
    for _ in 0..100 {
        run.poll_for(Duration::ZERO, RETRY, 1.0);
        let Step::Wait(delay) = run.next() else {
            panic!("a wait without end has ended");
        };
        assert!(delay <= seconds(120));
        run.now += delay;
    }
}
