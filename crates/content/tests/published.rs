//! What the two packs publish, statement by statement, and the coverage of topics that follows. The tables were made by
//! hand from the providers' pages, so that every change of a pack shows here.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unused_crate_dependencies)]

use vurder_content::Content;
use vurder_model::provider::{Change, CoverageStatus, Side, Statement, coverage};

/// The name of a value of an enum, as pages write it.
fn word(value: impl serde::Serialize) -> String {
    let word = serde_json::to_value(value).unwrap();
    word.as_str().unwrap().replace('_', "-")
}

/// Panics with the lines that differ.
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

/// The tables of the revisions, in the order of the packs.
const TABLES: [(&str, &str, &str); 4] = [
    ("genomedk", "1", include_str!("published/genomedk-1.txt")),
    ("genomedk", "2", include_str!("published/genomedk-2.txt")),
    ("hunt-cloud", "1", include_str!("published/hunt-cloud-1.txt")),
    ("hunt-cloud", "2", include_str!("published/hunt-cloud-2.txt")),
];

fn line(s: &Statement) -> String {
    let places: Vec<String> =
        s.sources.iter().map(|s| format!("{} # {}", s.page, s.heading)).collect();
    let uncertain = if s.uncertain.is_some() { " | uncertain" } else { "" };
    let (kind, side, theme) = (word(s.kind), word(s.side), word(s.theme));
    format!("{} | {kind} | {side} | {theme} | {}{uncertain}", s.id, places.join(" + "))
}

#[test]
fn every_statement_and_action_of_every_revision_is_there() {
    let packs = &Content::embedded().packs;
    let known: Vec<(&str, &str)> = TABLES.iter().map(|(p, r, _)| (*p, *r)).collect();
    let found: Vec<(&str, &str)> =
        packs.iter().map(|p| (p.provider.as_str(), p.revision.as_str())).collect();
    assert_eq!(found, known);
    for (pack, (_, _, table)) in packs.iter().zip(TABLES) {
        let mut lines: Vec<String> = pack.statements.iter().map(line).collect();
        for a in &pack.actions {
            let rests: Vec<&str> =
                a.statements.iter().filter_map(|s| s.split_once('/')).map(|s| s.1).collect();
            let rests = rests.join(" ");
            lines.push(format!("{} | action | {} # {} | {rests}", a.id, a.page, a.heading));
        }
        same(&lines, table);
    }
    // Four statements of HUNT Cloud stand on two pages, in both revisions.
    let places: Vec<usize> =
        packs.iter().map(|p| p.statements.iter().map(|s| s.sources.len()).sum()).collect();
    assert_eq!(places, [21, 190, 35, 251]);
}

/// All topics with their coverage in each revision, first GenomeDK's two, then HUNT Cloud's: `stated`, `limit`, `duty`
/// or `-` for not stated.
const COVERAGE: &str = "\
governance              stated  stated  stated  stated
certification           stated  stated  stated  stated
audit-rights            -       -       stated  stated
security-testing        -       limit   limit   limit
risk-management         stated  stated  stated  stated
documentation           -       limit   stated  stated
dialogue                -       limit   stated  stated
nonconformities         -       stated  stated  stated
improvement             -       -       stated  stated
instructions            -       stated  -       stated
subcontractors          -       stated  stated  stated
data-subject-requests   -       -       -       stated
retention               -       stated  -       stated
location                -       stated  -       stated
user-data               stated  stated  -       stated
change                  -       stated  -       stated
staff                   stated  stated  -       limit
physical                -       stated  -       stated
authentication          stated  stated  -       stated
access-control          -       stated  -       stated
tenant-separation       -       stated  -       stated
perimeter               stated  stated  -       stated
encryption-transit      stated  stated  -       stated
encryption-rest         -       stated  -       stated
pseudonymisation        -       stated  -       limit
vulnerabilities         stated  stated  -       stated
hardening               stated  stated  -       stated
secure-development      -       stated  -       -
logging                 -       stated  -       stated
incidents               -       stated  -       stated
backup                  -       stated  -       stated
continuity              -       stated  -       stated";

#[test]
fn coverage_tells_what_is_not_stated() {
    let content = Content::embedded();
    let lines: Vec<String> = coverage(&content.topics, &content.packs)
        .topics
        .iter()
        .map(|of| {
            let statuses: Vec<String> =
                of.providers.iter().map(|p| format!("{:<7}", status(p.status))).collect();
            format!("{:<23} {}", of.topic.id, statuses.join(" ")).trim_end().to_owned()
        })
        .collect();
    assert_eq!(lines.len(), 32);
    same(&lines, COVERAGE);
    for (pack, open) in content.newest_packs().zip([17, 20]) {
        assert_eq!(pack.not_stated.len(), open, "{}", pack.provider);
    }
}

/// How the statements of the first revisions changed, without the unchanged ones.
const BECAME: &str = include_str!("published/became.txt");

#[test]
fn what_became_of_the_statements_is_told() {
    let packs = &Content::embedded().packs;
    let lines: Vec<String> = packs
        .iter()
        .flat_map(|pack| &pack.became)
        .filter(|became| became.change != Change::Unchanged)
        .map(|b| {
            let since = b.since.map_or_else(|| "-".to_owned(), |day| day.to_string());
            format!("{} | {} | {since} | {}", b.statement, word(b.change), b.now.join(" "))
        })
        .collect();
    same(&lines, BECAME);
}

fn status(status: CoverageStatus) -> &'static str {
    match status {
        CoverageStatus::Stated => "stated",
        CoverageStatus::Limitation => "limit",
        CoverageStatus::ControllersDuty => "duty",
        CoverageStatus::NotStated => "-",
        CoverageStatus::NotLookedAt => "?",
    }
}

/// A claim in general words does not answer a topic's question, so no topic rests on a claim alone.
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
