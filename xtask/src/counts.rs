//! How many checks passed, failed and were skipped, read from the output of test programs.

/// The number of checks by result.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    pub(crate) const PASSED: Counts = Counts { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Counts = Counts { passed: 0, failed: 1, skipped: 0 };

    pub(crate) fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The counts of a program that has ended. A program that ended with an error counts as failed, whatever it
    /// printed.
    pub(crate) fn of_ended(mut self, ended_well: bool) -> Counts {
        if !ended_well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Reads a line of libtest, such as `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn read_libtest(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else { return };
        let result = result.split_once(". ").map_or("", |(_, numbers)| numbers);
        for part in result.split("; ") {
            match number_and_word(part) {
                Some((number, "passed")) => self.passed += number,
                Some((number, "failed")) => self.failed += number,
                Some((number, "ignored")) => self.skipped += number,
                _ => {}
            }
        }
    }

    /// Reads a line of vitest, such as `      Tests  1 failed | 3 passed | 1 skipped (5)`.
    pub(crate) fn read_vitest(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("Tests ") else { return };
        for part in result.split('|') {
            match number_and_word(part) {
                Some((number, "passed")) => self.passed += number,
                Some((number, "failed")) => self.failed += number,
                Some((number, "skipped" | "todo")) => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

fn number_and_word(part: &str) -> Option<(usize, &str)> {
    let mut words = part.split_whitespace();
    let number = words.next()?.parse().ok()?;
    Some((number, words.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_results_add_up() {
        let mut counts = Counts::default();
        for line in [
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            counts.read_libtest(line);
        }
        assert_eq!(counts, Counts { passed: 4, failed: 2, skipped: 1 });
    }

    #[test]
    fn vitest_results_add_up() {
        let mut counts = Counts::default();
        counts.read_vitest(" Test Files  1 passed (1)");
        counts.read_vitest("      Tests  1 failed | 3 passed | 1 skipped (5)");
        assert_eq!(counts, Counts { passed: 3, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_bad_end_is_a_failure_even_without_a_count() {
        assert_eq!(Counts::PASSED.of_ended(false).failed, 1);
        assert_eq!(Counts::FAILED.of_ended(false).failed, 1);
        assert_eq!(Counts::PASSED.of_ended(true).failed, 0);
    }

    #[test]
    fn the_last_line_names_skipped_tests_only_when_there_are_some() {
        assert_eq!(Counts { passed: 2, failed: 0, skipped: 0 }.to_string(), "2 passed, 0 failed");
        assert_eq!(
            Counts { passed: 2, failed: 1, skipped: 3 }.to_string(),
            "2 passed, 1 failed, 3 skipped"
        );
    }
}
