//! Time and new identities. They are given from outside, so that tests can control them.

use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, SubsecRound, Utc};

/// Gives the time.
pub trait Clock: Send {
    /// The present time. The workspace keeps milliseconds.
    fn now(&self) -> DateTime<Utc>;

    /// The present day. A clock for tests has the day of UTC.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The clock of the computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::<Utc>::from(SystemTime::now()).trunc_subsecs(3)
    }

    // Shortly after midnight in Norway, UTC still has the day before.
    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }
}

/// A clock that moves by a fixed step each time it is read, for tests and reproducible samples.
#[derive(Debug)]
pub struct StepClock {
    next: std::sync::Mutex<DateTime<Utc>>,
    step: chrono::TimeDelta,
}

impl StepClock {
    /// A clock that starts at `start` and moves by `step` each time it is read.
    pub fn new(start: DateTime<Utc>, step: chrono::TimeDelta) -> Self {
        Self { next: std::sync::Mutex::new(start), step }
    }
}

impl Clock for StepClock {
    fn now(&self) -> DateTime<Utc> {
        let mut next = self.next.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = *next;
        *next = now + self.step;
        now
    }
}

/// Gives new identities, which nothing else has.
pub trait Ids: Send {
    /// A new identity: 12 characters of `a-z` and `2-7`.
    fn next(&mut self) -> String;
}

const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// 60 bits as 12 characters.
fn letters(mut bits: u64) -> String {
    let mut text = String::with_capacity(12);
    for _ in 0..12 {
        text.push(char::from(LETTERS[(bits & 31) as usize]));
        bits >>= 5;
    }
    text
}

/// Identities from the system's random numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&mut self) -> String {
        // Without random numbers, which has never happened on a desktop, the time still makes identities different. The
        // tables refuse an identity that is taken.
        let bits = getrandom::u64().unwrap_or_else(|_| {
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
            since.map_or(0, |d| (d.as_nanos() & u128::from(u64::MAX)) as u64)
        });
        letters(bits)
    }
}

/// Identities that follow from a seed. They are the same in each run.
#[derive(Debug, Clone)]
pub struct SeededIds(u64);

impl SeededIds {
    /// The sequence of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl Ids for SeededIds {
    fn next(&mut self) -> String {
        // splitmix64: every state is visited once, so that identities do not repeat.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        letters(z ^ (z >> 31))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn identities_are_ids_and_do_not_repeat() {
        let mut seen = BTreeSet::new();
        for ids in [&mut RandomIds as &mut dyn Ids, &mut SeededIds::new(7)] {
            for _ in 0..2000 {
                let id = ids.next();
                assert!(vurder_model::id::RowId::new(&id).is_ok_and(|id| id.as_str().len() == 12));
                assert!(seen.insert(id), "an identity came twice");
            }
        }
        assert_eq!(SeededIds::new(3).next(), SeededIds::new(3).next());
    }
}
