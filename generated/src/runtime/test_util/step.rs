//! The answers of a rule or a script, in order.

/// Answers that are given one after the other.
#[derive(Debug)]
pub(super) struct Steps<T> {
    steps: Vec<Step<T>>,
    /// Which one comes next.
    at: usize,
    /// How often that one was given.
    repeated: usize,
    /// How many answers were given in all.
    given: usize,
    /// Whether the last answer goes on for ever, unless its number is set.
    repeats: bool,
}

#[derive(Debug)]
struct Step<T> {
    answer: T,
    times: Option<usize>,
}

impl<T> Steps<T> {
    pub(super) fn new(repeats: bool) -> Self {
        Self {
            steps: Vec::new(),
            at: 0,
            repeated: 0,
            given: 0,
            repeats,
        }
    }

    pub(super) fn push(&mut self, answer: T) {
        let times = None;
        self.steps.push(Step { answer, times });
    }

    /// Sets how often the answer is given that was added last.
    pub(super) fn set_times(&mut self, times: usize) {
        if let Some(step) = self.steps.last_mut() {
            step.times = Some(times);
        }
    }

    /// The next answer.
    pub(super) fn next(&mut self) -> Option<&T> {
        while self.at < self.steps.len()
            && self
                .limit(self.at)
                .is_some_and(|limit| self.repeated >= limit)
        {
            self.at += 1;
            self.repeated = 0;
        }
        let step = self.steps.get(self.at)?;
        self.repeated += 1;
        self.given += 1;
        Some(&step.answer)
    }

    /// How many answers were given.
    pub(super) fn given(&self) -> usize {
        self.given
    }

    /// How many answers there are at least to give.
    pub(super) fn expected(&self) -> usize {
        let times = |step: &Step<T>| step.times.unwrap_or(1);
        self.steps.iter().map(times).sum()
    }

    /// Whether no answer is left.
    pub(super) fn is_used_up(&self) -> bool {
        !(self.at..self.steps.len()).any(|index| {
            let repeated = if index == self.at { self.repeated } else { 0 };
            self.limit(index).is_none_or(|limit| repeated < limit)
        })
    }

    /// How often an answer is given at most.
    fn limit(&self, index: usize) -> Option<usize> {
        let is_last = index + 1 == self.steps.len();
        match self.steps[index].times {
            None if is_last && self.repeats => None,
            times => Some(times.unwrap_or(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(steps: &mut Steps<char>) -> String {
        (0..6)
            .map(|_| steps.next().copied().unwrap_or('.'))
            .collect()
    }

    fn steps(repeats: bool, answers: &[(char, Option<usize>)]) -> Steps<char> {
        let mut steps = Steps::new(repeats);
        for (answer, times) in answers {
            steps.push(*answer);
            if let Some(times) = times {
                steps.set_times(*times);
            }
        }
        steps
    }

    #[test]
    fn gives_answers_in_order_and_the_last_for_ever() {
        for (answers, repeated, once) in [
            (&[][..], "......", "......"),
            (&[('a', None)], "aaaaaa", "a....."),
            (&[('a', None), ('b', None)], "abbbbb", "ab...."),
            (&[('a', Some(2)), ('b', None)], "aabbbb", "aab..."),
            (&[('a', None), ('b', Some(2))], "abb...", "abb..."),
            (&[('a', Some(0)), ('b', Some(1))], "b.....", "b....."),
        ] {
            assert_eq!(all(&mut steps(true, answers)), repeated);
            assert_eq!(all(&mut steps(false, answers)), once);
        }
    }

    #[test]
    fn knows_what_is_left() {
        let mut steps = steps(true, &[('a', None), ('b', Some(2)), ('c', Some(0))]);
        assert_eq!(steps.expected(), 3);
        for given in 0..3 {
            assert_eq!((steps.given(), steps.is_used_up()), (given, false));
            steps.next();
        }
        assert!(steps.is_used_up());
        assert_eq!(steps.next(), None);
        assert_eq!(steps.given(), 3);
    }
}
