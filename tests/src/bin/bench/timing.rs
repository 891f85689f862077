//! Measures the time of many rounds.

use std::time::{Duration, Instant};

use crate::Outcome;

/// The times of many rounds, the shortest first.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    /// Runs `work` for some rounds that are not measured, so that caches are filled, then for `rounds` measured ones.
    pub(crate) fn of(rounds: usize, work: impl FnMut(usize) -> Outcome) -> Outcome<Self> {
        let [times, _] = Self::of_two(rounds, work, |_| Ok(()))?;
        Ok(times)
    }

    /// Measures two works in turn, so that both run under the same conditions of the disk and of other processes.
    pub(crate) fn of_two(
        rounds: usize,
        mut one: impl FnMut(usize) -> Outcome,
        mut other: impl FnMut(usize) -> Outcome,
    ) -> Outcome<[Self; 2]> {
        let warm = (rounds / 10).max(2);
        let mut times = [Vec::with_capacity(rounds), Vec::with_capacity(rounds)];
        for round in 0..warm + rounds {
            let start = Instant::now();
            one(round)?;
            let middle = Instant::now();
            other(round)?;
            if round >= warm {
                times[0].push(middle - start);
                times[1].push(middle.elapsed());
            }
        }
        Ok(times.map(Self::new))
    }

    pub(crate) fn median(&self) -> Duration {
        self.at(50)
    }

    /// The time within which 99 of 100 rounds end.
    pub(crate) fn p99(&self) -> Duration {
        self.at(99)
    }

    fn at(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        self.0.get((last * percent).div_ceil(100)).copied().unwrap_or_default()
    }
}

/// A time in milliseconds, for people to read.
pub(crate) fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 10.0 { format!("{ms:.2} ms") } else { format!("{ms:.0} ms") }
}
