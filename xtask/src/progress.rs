//! What a person sees while something takes its time: on a terminal only, on standard error, and gone in the end.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How often a spinner turns.
const TICK: Duration = Duration::from_millis(120);

/// A bar or a spinner, which is taken away with this value.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A spinner beside what is done, for as long as nobody knows how long it takes.
    pub(crate) fn of(what: &str) -> Self {
        Self::new(
            ProgressBar::new_spinner(),
            "{spinner} {msg} ({elapsed})",
            what,
        )
    }

    /// A bar beside what is done to each of `count` things.
    pub(crate) fn of_each(what: &str, count: usize) -> Self {
        let bar = ProgressBar::new(u64::try_from(count).unwrap_or(u64::MAX));
        Self::new(
            bar,
            "{spinner} {msg} [{bar:30}] {pos}/{len} ({elapsed})",
            what,
        )
    }

    /// The bar hides itself where standard error is no terminal.
    fn new(bar: ProgressBar, template: &str, what: &str) -> Self {
        let style = ProgressStyle::with_template(template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_message(what.to_owned());
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// Something else is done now.
    pub(crate) fn tell(&self, what: &str) {
        self.0.set_message(what.to_owned());
    }

    /// Takes the bar away while something else is said.
    pub(crate) fn suspend<T>(&self, say: impl FnOnce() -> T) -> T {
        self.0.suspend(say)
    }

    /// One of the things is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Shows a spinner while something is done.
pub(crate) fn during<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let _progress = Progress::of(what);
    work()
}
