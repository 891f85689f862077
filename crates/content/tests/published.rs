//! What the two packs publish, statement by statement, and what follows for the topics. The tables were made by hand
//! against the providers' pages; a change of a pack shows here.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

use vurder_content::Content;
use vurder_model::provider::{CoverageStatus, Side, coverage};

/// The name of a value of a closed set, as it stands in a page.
fn word(value: impl serde::Serialize) -> String {
    let word = serde_json::to_value(value).unwrap();
    word.as_str().unwrap().replace('_', "-")
}

/// Line by line, what differs.
#[track_caller]
fn same(found: &[String], table: &str) {
    let table: Vec<&str> = table.lines().collect();
    for line in found {
        assert!(table.contains(&line.as_str()), "not in the table: {line}");
    }
    for line in &table {
        assert!(found.iter().any(|f| f == line), "only in the table: {line}");
    }
    assert_eq!(found, table, "in this order");
}

#[test]
fn every_seed_statement_and_action_is_there() {
    let packs = &Content::embedded().packs;
    let mut lines = Vec::new();
    for pack in packs {
        for s in &pack.statements {
            let places: Vec<String> =
                s.sources.iter().map(|s| format!("{} # {}", s.page, s.heading)).collect();
            lines.push(format!(
                "{} | {} | {} | {} | {}",
                s.id,
                word(s.kind),
                word(s.side),
                word(s.theme),
                places.join(" + ")
            ));
        }
        for a in &pack.actions {
            let rests: Vec<&str> =
                a.statements.iter().filter_map(|s| s.split_once('/')).map(|s| s.1).collect();
            lines.push(format!(
                "{} | action | {} # {} | {}",
                a.id,
                a.page,
                a.heading,
                rests.join(" ")
            ));
        }
    }
    same(&lines, include_str!("published.txt"));
    // 35 of HUNT Cloud's, four of which stand on both pages; 21 of GenomeDK's.
    let places: Vec<usize> =
        packs.iter().map(|p| p.statements.iter().map(|s| s.sources.len()).sum()).collect();
    assert_eq!(places, [21, 35]);
}

/// All topics with what GenomeDK and HUNT Cloud say on them: `stated`, `limit`, `duty` or `-` for not stated.
const COVERAGE: &str = "\
governance              stated  stated
certification           stated  stated
audit-rights            -       stated
security-testing        -       limit
risk-management         stated  stated
documentation           -       stated
dialogue                -       stated
nonconformities         -       stated
improvement             -       stated
instructions            -       -
subcontractors          -       stated
data-subject-requests   -       -
retention               -       -
location                -       -
user-data               stated  -
change                  -       -
staff                   stated  -
physical                -       -
authentication          stated  -
access-control          -       -
tenant-separation       -       -
perimeter               stated  -
encryption-transit      stated  -
encryption-rest         -       -
pseudonymisation        -       -
vulnerabilities         stated  -
hardening               stated  -
secure-development      -       -
logging                 -       -
incidents               -       -
backup                  -       -
continuity              -       -";

#[test]
fn coverage_tells_what_is_not_stated() {
    let content = Content::embedded();
    let names: Vec<&str> = content.packs.iter().map(|p| p.provider.as_str()).collect();
    assert_eq!(names, ["genomedk", "hunt-cloud"]);
    let lines: Vec<String> = coverage(&content.topics, &content.packs)
        .topics
        .iter()
        .map(|of| {
            let said: Vec<&str> = of.providers.iter().map(|p| status(p.status)).collect();
            format!("{:<23} {:<7} {}", of.topic.id, said[0], said[1])
        })
        .collect();
    assert_eq!(lines.len(), 32);
    same(&lines, COVERAGE);
    let statements = content.packs.iter().flat_map(|p| &p.statements);
    let duties: Vec<&str> =
        statements.filter(|s| s.side == Side::ControllersDuty).map(|s| s.id.as_str()).collect();
    assert_eq!(duties, ["hunt-cloud/own-assessment"]);
}

fn status(status: CoverageStatus) -> &'static str {
    match status {
        CoverageStatus::Stated => "stated",
        CoverageStatus::Limitation => "limit",
        CoverageStatus::ControllersDuty => "duty",
        CoverageStatus::NotStated => "-",
    }
}

/// What is said in general words is no answer to a topic's question, so no topic rests on a claim alone.
#[test]
fn no_topic_is_stated_by_a_claim_alone() {
    use vurder_model::provider::StatementKind::Claim;
    let content = Content::embedded();
    for pack in &content.packs {
        for claim in pack.statements.iter().filter(|s| s.kind == Claim) {
            for topic in &claim.topics {
                let other = |s: &&vurder_model::provider::Statement| {
                    s.kind != Claim && s.side == Side::Provided && s.topics.contains(topic)
                };
                assert!(pack.statements.iter().any(|s| other(&s)), "{}: {topic}", claim.id);
            }
        }
    }
}
