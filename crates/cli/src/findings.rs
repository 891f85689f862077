//! The command `findings`: prints the findings of a project.

use std::process::ExitCode;

use serde_json::json;
use vurder_app::{App, FindingView, Findings};
use vurder_content::msg;
use vurder_model::check::Severity;

use crate::arguments::FailOn;
use crate::print::{Refusal, say, words};
use crate::text;

/// The exit code for findings. A script must not take a project that cannot be read for one with findings.
const FOUND: u8 = 3;

impl FailOn {
    /// Whether a finding of this severity makes the exit code that of findings.
    fn counts(self, severity: Severity) -> bool {
        severity
            <= match self {
                FailOn::Law => Severity::Law,
                FailOn::Standard => Severity::Standard,
                FailOn::Advice => Severity::Advice,
            }
    }
}

/// Prints the findings. With `fail_on`, the exit code is [`FOUND`] if there is an open finding of at least this
/// severity.
pub(crate) fn run(
    app: &mut App,
    project: &str,
    as_json: bool,
    fail_on: Option<FailOn>,
) -> Result<ExitCode, Refusal> {
    let answer = app.call("findings", json!({ "project": project }))?;
    let found: Findings = text::typed(answer.clone())?;
    if as_json {
        text::print(&answer)?;
    } else {
        print(&found)?;
    }
    let fails = |finding: &FindingView| {
        is_open(finding) && fail_on.is_some_and(|fail_on| fail_on.counts(finding.severity))
    };
    Ok(if found.findings.iter().any(fails) { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

fn is_open(finding: &FindingView) -> bool {
    finding.waiver.as_ref().is_none_or(|waiver| waiver.fell)
}

fn print(found: &Findings) -> Result<(), Refusal> {
    let open: Vec<&FindingView> = found.findings.iter().filter(|f| is_open(f)).collect();
    for of_weight in open.chunk_by(|a, b| a.severity == b.severity) {
        let heading = match of_weight.first().map(|finding| finding.severity) {
            Some(Severity::Law) => msg::findings_law(),
            Some(Severity::Standard) => msg::findings_standard(),
            _ => msg::findings_advice(),
        };
        say!("{} ({})", words(&heading), of_weight.len())?;
        for finding in of_weight {
            let (part, law) = (&finding.place.part, finding.law.join(", "));
            say!("  {}", words(&msg::cli_finding(part, &finding.text, law)))?;
            if let Some(waiver) = &finding.waiver {
                say!("    {}", words(&msg::cli_finding_fell(&waiver.reason)))?;
            }
        }
    }
    if open.is_empty() {
        say!("{}", words(&msg::findings_none()))?;
    }
    let waived = found.findings.iter().filter(|finding| !is_open(finding));
    for finding in waived {
        let reason = finding.waiver.as_ref().map_or("", |waiver| waiver.reason.as_str());
        let part = &finding.place.part;
        say!("{}", words(&msg::cli_finding_waived(part, &finding.text, reason)))?;
    }
    for waiver in &found.idle {
        let line = match waiver.rule_known {
            true => msg::cli_finding_mended(&waiver.said, &waiver.reason),
            false => msg::cli_finding_of_unknown_rule(&waiver.key, &waiver.reason),
        };
        say!("{}", words(&line))?;
    }
    Ok(())
}
