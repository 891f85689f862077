//! The steps of `cargo xtask test`: the output and counts of each, and the summary at the end.

use crate::Outcome;
use crate::counts::Counts;
use crate::output::Output;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// The results of the steps so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    total: Counts,
    lines: Vec<String>,
    /// Whether other steps run at the same time: then each step prints everything at its end.
    in_blocks: bool,
}

impl Report {
    /// A report for steps that run at the same time as those of another report, which takes them over at the end.
    pub(crate) fn beside() -> Report {
        Report { in_blocks: true, ..Report::default() }
    }

    /// Takes over the steps of another report.
    pub(crate) fn append(&mut self, other: Report) {
        self.total.add(other.total);
        self.lines.extend(other.lines);
    }

    /// Runs a step below its heading. A step that fails without having counted a failure counts as one failure. When it
    /// fails, `next` tells the person what to do.
    pub(crate) fn step(
        &mut self,
        name: &str,
        next: &str,
        work: impl FnOnce(&mut Output) -> Outcome<Counts>,
    ) -> bool {
        let heading = format!("\n=== {name}\n");
        let mut output = if self.in_blocks {
            Output::Block(heading)
        } else {
            print!("{heading}");
            Output::Terminal
        };
        let start = Instant::now();
        let counts = work(&mut output).unwrap_or_else(|failure| {
            output.line(&failure);
            Counts::FAILED
        });
        let took = seconds(start.elapsed());
        let word = if counts.failed == 0 { "ok" } else { "FAILED" };
        output.line(&format!("--- {name}: {word}, {counts}, {took}"));
        self.lines.push(format!("{word:<7}{took:>8}  {name}: {counts}"));
        if counts.failed > 0 {
            output.line(&format!("Next: {next}"));
            self.lines.push(format!("{:<17}Next: {next}", ""));
        }
        output.end();
        self.total.add(counts);
        counts.failed == 0
    }

    /// A step that is one check.
    pub(crate) fn check(
        &mut self,
        name: &str,
        next: &str,
        work: impl FnOnce(&mut Output) -> Outcome,
    ) -> bool {
        self.step(name, next, |output| work(output).map(|()| Counts::PASSED))
    }

    /// Adds a step that cannot be tried because an earlier one failed.
    pub(crate) fn blocked(&mut self, name: &str, by: &str) {
        println!("\n=== {name}\nNot tried, since this failed: {by}");
        self.lines.push(format!("{:<7}{:>8}  {name}: not tried", "FAILED", ""));
        self.total.add(Counts::FAILED);
    }

    /// Prints each step with its counts, and their sum as the last line. When a step failed, the returned failure is
    /// empty, since everything has been printed.
    pub(crate) fn print_summary(&self, took: Duration) -> Outcome {
        let mut summary = "\n=== Summary\n".to_owned();
        for line in &self.lines {
            let _ = writeln!(summary, "{line}");
        }
        println!("{summary}{:<7}{:>8}  all steps\n\n{}", "", seconds(took), self.total);
        if self.total.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_says_what_to_do_next() {
        let mut report = Report::default();
        assert!(!report.check("Format", "cargo fmt --all", |_| Err("bad".to_owned())));
        assert!(report.check("Tidy", "not printed", |_| Ok(())));
        let lines = report.lines.join("\n");
        assert!(lines.contains("Next: cargo fmt --all"), "{lines}");
        assert!(!lines.contains("not printed"), "{lines}");
    }

    #[test]
    fn a_failure_of_a_step_beside_the_others_is_in_the_sum() {
        let mut report = Report::default();
        report.check("Format", "", |_| Ok(()));
        let mut beside = Report::beside();
        beside.check("Interface: lints", "", |_| Err("bad".to_owned()));
        report.append(beside);
        assert_eq!(report.total, Counts { passed: 1, failed: 1, skipped: 0 });
        assert_eq!(report.print_summary(Duration::ZERO), Err(String::new()));
    }
}
