//! The store of tokens that retries are paid from: when a service fails widely, its clients stop retrying.
//!
//! Source: `aws-smithy-runtime/src/client/retries/token_bucket.rs`, and `token_bucket_for_spec`,
//! `release_retry_permit` and `set_retry_permit` in `strategy/standard.rs` beside it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::partitions::Partitions;
use super::{Generation, Reason};

/// How many tokens a bucket holds when it is full, as it is at first.
pub const CAPACITY: u32 = 500;

/// How many tokens a success brings back that needed no retry.
const REGENERATED: u32 = 1;

static SHARED: Partitions<TokenBucket> = Partitions::new();

/// What a retry costs, in tokens.
///
/// In generation 2.0, 10 after a transient failure and else 5; in 2.1, 5 after throttling and else 14.
#[must_use]
pub fn retry_cost(generation: Generation, reason: Reason) -> u32 {
    match (generation, reason) {
        (Generation::V2_0, Reason::Transient) => 10,
        (Generation::V2_0, _) | (Generation::V2_1, Reason::Throttling) => 5,
        (Generation::V2_1, _) => 14,
    }
}

/// A bucket of tokens. A clone is the same bucket.
#[derive(Clone, Debug)]
pub struct TokenBucket {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    capacity: u32,
    available: AtomicU32,
}

/// The tokens that a retry was paid with.
///
/// They are spent: only [`give_back`](Self::give_back) brings them back, dropping the permit does not. So a call that
/// is given up, or whose retry is replaced by another, has paid for good.
#[derive(Debug)]
pub struct Permit {
    bucket: TokenBucket,
    cost: u32,
}

impl TokenBucket {
    /// A full bucket of [`CAPACITY`], shared with nobody.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(CAPACITY)
    }

    /// A full bucket of a size of one's own, shared with nobody.
    #[must_use]
    pub fn with_capacity(capacity: u32) -> Self {
        Self {
            inner: Arc::new(Inner {
                capacity,
                available: AtomicU32::new(capacity),
            }),
        }
    }

    /// The bucket that everybody in the process gets who asks for this partition: by custom service and region.
    #[must_use]
    pub fn shared(partition: &str) -> Self {
        SHARED.get_or_insert(partition, Self::new)
    }

    /// Takes tokens, if there are enough.
    #[must_use]
    pub fn acquire(&self, cost: u32) -> Option<Permit> {
        self.inner
            .available
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |available| {
                available.checked_sub(cost)
            })
            .ok()
            .map(|_| Permit {
                bucket: self.clone(),
                cost,
            })
    }

    /// Rewards a success that needed no retry: one token comes back, if one is missing.
    pub fn regenerate(&self) {
        self.put(REGENERATED);
    }

    /// How many tokens there are.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.inner.available.load(Ordering::Relaxed)
    }

    fn put(&self, tokens: u32) {
        let filled =
            |available: u32| Some(available.saturating_add(tokens).min(self.inner.capacity));
        // It cannot fail: `filled` always has an answer.
        let _ = self
            .inner
            .available
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, filled);
    }
}

impl Default for TokenBucket {
    fn default() -> Self {
        Self::new()
    }
}

impl Permit {
    /// Returns the tokens to their bucket, because the retry succeeded. The bucket never holds more than its capacity.
    pub fn give_back(self) {
        self.bucket.put(self.cost);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices() {
        for (reason, v2_0, v2_1) in [
            (Reason::Throttling, 5, 5),
            (Reason::Transient, 10, 14),
            (Reason::ClockSkew, 5, 14),
            (Reason::Modelled, 5, 14),
        ] {
            assert_eq!(retry_cost(Generation::V2_0, reason), v2_0, "{reason:?}");
            assert_eq!(retry_cost(Generation::V2_1, reason), v2_1, "{reason:?}");
        }
    }

    #[test]
    fn pays_for_as_many_retries_as_there_are_tokens_for() {
        for (cost, retries, left) in [(5, 100, 0), (10, 50, 0), (14, 35, 10), (501, 0, 500)] {
            let bucket = TokenBucket::new();
            let mut paid = 0;
            while bucket.acquire(cost).is_some() {
                paid += 1;
            }
            assert_eq!((paid, bucket.available()), (retries, left), "{cost}");
        }
    }

    #[test]
    fn takes_nothing_if_it_cannot_take_all() {
        let bucket = TokenBucket::with_capacity(9);
        assert!(bucket.acquire(10).is_none());
        assert_eq!(bucket.available(), 9);
    }

    #[test]
    fn gets_back_what_is_given_back_and_not_what_is_dropped() {
        let bucket = TokenBucket::new();
        bucket.acquire(10).unwrap().give_back();
        assert_eq!(bucket.available(), 500);
        drop(bucket.acquire(10));
        assert_eq!(bucket.available(), 490);
    }

    #[test]
    fn never_overflows() {
        let bucket = TokenBucket::new();
        bucket.regenerate();
        assert_eq!(bucket.available(), 500);
        let permit = bucket.acquire(2).unwrap();
        bucket.regenerate();
        assert_eq!(bucket.available(), 499);
        permit.give_back();
        assert_eq!(bucket.available(), 500);
    }

    #[test]
    fn is_shared_by_its_clones_and_its_partition() {
        let bucket = TokenBucket::shared("token_bucket/a");
        drop(bucket.clone().acquire(10));
        drop(TokenBucket::shared("token_bucket/a").acquire(10));
        assert_eq!(bucket.available(), 480);
        assert_eq!(TokenBucket::shared("token_bucket/b").available(), 500);
        assert_eq!(TokenBucket::new().available(), 500);
    }
}
