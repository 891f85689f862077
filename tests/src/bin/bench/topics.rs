//! How well topics are proposed for statements, held against the topics that the packs name.

use vurder_content::Content;

use crate::table::Row;

/// Measures the proposals for the newest statements of all providers. Precision is the share of what is proposed that
/// is right, recall the share of what the packs name that is proposed.
pub(crate) fn measure(rows: &mut Vec<Row>) {
    let content = Content::embedded();
    let (mut proposed, mut right, mut named) = (0_usize, 0_usize, 0_usize);
    for statement in content.newest_packs().flat_map(|pack| &pack.statements) {
        let found = content.propose_topics(&statement.words);
        proposed += found.len();
        named += statement.topics.len();
        right += found.iter().filter(|one| statement.topics.contains(&one.topic)).count();
    }
    let precision = right as f64 / proposed.max(1) as f64;
    let recall = right as f64 / named.max(1) as f64;
    let row = Row::new("Topics proposed for statements, precision", format!("{precision:.2}"));
    rows.push(row.at_least("0.8", precision >= 0.8));
    let row = Row::new("  recall", format!("{recall:.2}"));
    rows.push(row.at_least("0.7", recall >= 0.7));
}
