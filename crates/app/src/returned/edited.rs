//! Remarks that come back in other words: each is known again by what its file keeps of it.

use std::collections::{HashMap, HashSet};

use vurder_model::bounds::LONGEST;
use vurder_model::id::RowId;
use vurder_model::richtext::RichText;
use vurder_remarks::{ReportIdentity, ReturnedRemark};

use crate::remarks::Remark;
use crate::returned::planned::PlannedRemark;
use crate::returned::short_hash::short_hash;

/// What stays of a remark when its words are changed, among the reports of one form and version: programs count their
/// names of remarks from the beginning in each file.
pub(super) fn identity(of: Option<&ReportIdentity>, remark: &ReturnedRemark) -> Option<String> {
    let own = remark.identity.as_deref()?;
    let (form, version) = of.map_or(("", ""), |of| (&of.form, &of.report_version));
    Some(short_hash(&[form, version, own]))
}

/// Notes of each remark that the project does not have in these words which of the project's remarks it was before.
///
/// A remark whose former words are in the file, too, is another one. Where several come into question, the words that
/// they cover decide; where these do not tell, each is a remark of its own, so that nobody's words stand for another's.
pub(super) fn find_edits(planned: &mut [PlannedRemark<'_>], remarks: &[Remark<'_>]) {
    let in_file: HashSet<RowId> = planned.iter().filter_map(|one| one.known.clone()).collect();
    let mut known: HashMap<&str, Vec<&Remark<'_>>> = HashMap::new();
    for remark in remarks.iter().filter(|remark| !in_file.contains(&remark.row.id)) {
        // What it said is kept beside what it says, as long as one answer can hold both.
        let is_full = remark.earlier.len() + remark.words.len() > LONGEST / 2;
        if !remark.identity.is_empty() && !is_full {
            known.entry(remark.identity).or_default().push(remark);
        }
    }
    let mut changed: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, one) in planned.iter().enumerate().filter(|(_, one)| one.known.is_none()) {
        if let Some(identity) = &one.identity {
            changed.entry(identity.clone()).or_default().push(at);
        }
    }
    for (identity, mut new) in changed {
        let Some(mut before) = known.remove(identity.as_str()) else { continue };
        let covers = |remark: &Remark<'_>, one: &PlannedRemark<'_>| {
            remark.quoted.trim() == one.returned.quoted.trim()
        };
        let mut pairs: Vec<(usize, &Remark<'_>)> = Vec::new();
        new.retain(|at| {
            let same: Vec<&Remark<'_>> =
                before.iter().filter(|remark| covers(remark, &planned[*at])).copied().collect();
            let [one] = same[..] else { return true };
            before.retain(|remark| remark.row.id != one.row.id);
            pairs.push((*at, one));
            false
        });
        if let ([at], [one]) = (&new[..], &before[..]) {
            pairs.push((*at, *one));
        }
        for (at, remark) in pairs {
            let one = &mut planned[at];
            let id = Some(remark.row.id.clone());
            if says_the_same(remark, one.returned) {
                one.known = id;
            } else {
                one.edits = id;
            }
        }
    }
}

/// Whether a remark says what it said before; a program may have given it another time.
fn says_the_same(remark: &Remark<'_>, returned: &ReturnedRemark) -> bool {
    RichText::from_plain(&returned.words).to_markdown() == remark.words
        && returned.quoted.trim() == remark.quoted.trim()
        && returned.new_words.as_deref().unwrap_or_default().trim() == remark.new_words.trim()
}
