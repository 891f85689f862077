//! Recognises remarks that come back in other words, by what their files keep of them.

use std::collections::{HashMap, HashSet};

use vurder_model::bounds::LONGEST;
use vurder_model::id::RowId;
use vurder_model::richtext::RichText;
use vurder_remarks::{ReportIdentity, ReturnedRemark};

use crate::remark_lines::in_one_line;
use crate::remarks::Remark;
use crate::returned::planned::PlannedRemark;
use crate::returned::short_hash::short_hash;

/// The identity that a remark keeps when its words change, within the reports of one form and version. Form and version
/// are part of it, since programs name remarks from the beginning in each file.
pub(super) fn identity(of: Option<&ReportIdentity>, remark: &ReturnedRemark) -> Option<String> {
    let own = remark.identity.as_deref()?;
    let (form, version) = of.map_or(("", ""), |of| (&of.form, &of.report_version));
    Some(short_hash(&[form, version, own]))
}

/// Sets `edits` of each planned remark that changes the words of a remark of the project.
///
/// If the file also has the former words, both are separate remarks. If several remarks of the project fit, the covered
/// words decide. If these do not decide either, each is a separate remark, so that nobody's words replace those of
/// another.
pub(super) fn find_edits(planned: &mut [PlannedRemark<'_>], remarks: &[Remark<'_>]) {
    let in_file: HashSet<RowId> = planned.iter().filter_map(|one| one.known.clone()).collect();
    let mut known: HashMap<&str, Vec<&Remark<'_>>> = HashMap::new();
    for remark in remarks.iter().filter(|remark| !in_file.contains(&remark.row.id)) {
        // A remark stays one remark only as long as one answer can hold its present and its earlier words.
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
            if says_the_same(remark, one) {
                one.known = id;
            } else {
                one.edits = id;
            }
        }
    }
}

/// Whether a remark has the same words as before, perhaps with another time from the program.
fn says_the_same(remark: &Remark<'_>, one: &PlannedRemark<'_>) -> bool {
    let new_words = in_one_line(one.returned.new_words.as_deref().unwrap_or_default());
    RichText::from_plain(&one.words).to_markdown() == remark.words
        && one.returned.quoted.trim() == remark.quoted.trim()
        && new_words.trim() == remark.new_words.trim()
}
