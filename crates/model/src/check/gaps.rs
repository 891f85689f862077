//! Gaps as findings: questions of a form that nobody answered.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::facts::Facts;
use crate::check::finding::{Args, Finding, GapArgs, Place};
use crate::check::fingerprint::fingerprint;
use crate::check::rule::{Rule, Severity};
use crate::id::RowId;
use crate::template::Block;
use crate::view::{BlockView, FormView, Gap, GapKind, PartView};

/// The beginning of the ids of rules that stand for gaps.
pub const GAP_RULE: &str = "gap-";

/// The id of the rule that stands for this kind of gap.
pub fn gap_rule(kind: GapKind) -> &'static str {
    match kind {
        GapKind::Field => "gap-field",
        GapKind::Rows => "gap-rows",
        GapKind::Cells => "gap-cells",
        GapKind::Subjects => "gap-subjects",
        GapKind::Incomplete => "gap-incomplete",
        GapKind::OffScale => "gap-off-scale",
    }
}

/// All rules that stand for gaps.
pub const GAP_KINDS: [GapKind; 6] = [
    GapKind::Field,
    GapKind::Rows,
    GapKind::Cells,
    GapKind::Subjects,
    GapKind::Incomplete,
    GapKind::OffScale,
];

/// The findings of rules that replace gaps.
#[derive(Debug, Default)]
pub(crate) struct Replaced<'a> {
    /// The rows with a finding at a field, by field.
    fields: BTreeMap<&'a str, BTreeSet<RowId>>,
    /// Subjects without a row.
    subjects: BTreeSet<&'a str>,
}

impl<'a> Replaced<'a> {
    /// Counts the findings of the rule, if they replace gaps.
    pub(crate) fn add(&mut self, rule: &'a Rule, found: &[Finding]) {
        if !rule.instead_of_gap || found.is_empty() {
            return;
        }
        match rule.like.is_empty() {
            true => {
                let rows = found.iter().filter_map(|finding| finding.place.row.clone());
                self.fields.entry(rule.at.field.as_str()).or_default().extend(rows);
            }
            false => self.subjects.extend(rule.like.values().map(String::as_str)),
        }
    }

    /// Returns the part of the gap that no rule reports; `None` if rules report all of it.
    fn rest(&self, part: &PartView, gap: &Gap) -> Option<Gap> {
        let mut rest = gap.clone();
        match gap.kind {
            GapKind::Cells | GapKind::Field => {
                if let Some(told) = gap.field.as_deref().and_then(|field| self.fields.get(field)) {
                    rest.keep_rows(|row| !told.contains(row));
                }
                (rest.missing > 0).then_some(rest)
            }
            GapKind::Subjects => {
                let tables = part.blocks.iter().filter_map(|block| match block {
                    BlockView::Table(table) => Some(table),
                    _ => None,
                });
                let bare = tables
                    .flat_map(|table| &table.groups)
                    .filter(|group| group.required && group.rows.is_empty())
                    .filter(|group| !self.subjects.contains(group.id.as_str()));
                let (ids, labels): (Vec<String>, Vec<&str>) =
                    bare.map(|group| (group.id.clone(), group.label.as_str())).unzip();
                rest.missing = ids.len();
                rest.label = labels.join(", ");
                rest.subjects = ids;
                (rest.missing > 0).then_some(rest)
            }
            _ => Some(rest),
        }
    }
}

impl Gap {
    /// Leaves the rows out that `keeps` refuses.
    fn keep_rows(&mut self, keeps: impl FnMut(&RowId) -> bool) {
        let before = self.rows.len();
        self.rows.retain(keeps);
        self.missing = self.missing.saturating_sub(before - self.rows.len());
        self.row = self.rows.first().cloned();
    }
}

/// The gaps of the forms, but for those in whose place rules have findings. An answer that several forms or parts ask
/// for is told once, in the first of them.
pub(crate) fn gaps(facts: &Facts<'_>, replaced: &Replaced<'_>) -> Vec<Finding> {
    let mut told = BTreeSet::new();
    let mut told_rows: BTreeSet<(&str, String, RowId)> = BTreeSet::new();
    let first_parts = first_parts(facts);
    let mut findings = Vec::new();
    for form in facts.source.forms {
        for section in &form.sections {
            for gap in &section.progress.gaps {
                let Some(part) = section.parts.iter().find(|part| part.id == gap.part) else {
                    continue;
                };
                let rule = gap_rule(gap.kind);
                let Some(mut gap) = replaced.rest(part, gap) else { continue };
                if let Some(field) = gap.field.clone() {
                    gap.keep_rows(|row| told_rows.insert((rule, field.clone(), row.clone())));
                    if gap.missing == 0 {
                        continue;
                    }
                }
                let register = register_of(facts, part, &gap);
                let what = match (&gap.field, gap.kind) {
                    (Some(field), _) => {
                        let here = (form.form.as_str(), part.id.as_str());
                        match first_parts.get(&(register.as_str(), field.as_str())) {
                            Some(first) if *first != here => {
                                format!("{register}.{field}/{}.{}", form.form, part.id)
                            }
                            _ => format!("{register}.{field}"),
                        }
                    }
                    (None, GapKind::Subjects) => format!("{}.{}", form.form, gap.part),
                    // A part may have several tables with too few rows.
                    (None, _) => format!("{}.{}.{}", form.form, gap.part, gap.label),
                };
                if told.insert((rule, what.clone())) {
                    findings.push(finding(form, &section.id, part, &gap, register, &what));
                }
            }
        }
    }
    findings
}

/// The form and the part that ask first for each field of a register, as the project's forms are written. A gap in
/// another part bears the part in its key, so that a waiver of one gap is no waiver of the other.
fn first_parts<'a>(facts: &Facts<'a>) -> BTreeMap<(&'a str, &'a str), (&'a str, &'a str)> {
    let mut first = BTreeMap::new();
    for template in facts.source.templates {
        for part in template.sections.iter().flat_map(|section| &section.parts) {
            for table in part.blocks.iter().filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            }) {
                for register in &table.rows {
                    for field in table.columns.iter().filter_map(|column| column.field.as_deref()) {
                        let here = (template.id.as_str(), part.id.as_str());
                        first.entry((register.as_str(), field)).or_insert(here);
                    }
                }
            }
        }
    }
    first
}

/// The register that has the gap.
fn register_of(facts: &Facts<'_>, part: &PartView, gap: &Gap) -> String {
    if let Some(row) = gap.row.as_ref().and_then(|row| facts.row(row)) {
        return row.register.clone();
    }
    let of_block = |block: &BlockView| match block {
        BlockView::Field(field) if Some(&field.field.id) == gap.field.as_ref() => {
            Some(field.register.clone())
        }
        _ => None,
    };
    part.blocks.iter().find_map(of_block).unwrap_or_default()
}

fn finding(
    form: &FormView,
    section: &str,
    part: &PartView,
    gap: &Gap,
    register: String,
    what: &str,
) -> Finding {
    let rule = gap_rule(gap.kind);
    let own_law = own_law(part, gap);
    // The law of a part asks for its table or its subjects. It does not ask for each field that the part has besides.
    let asked_by_law = match gap.kind {
        GapKind::Rows => &part.law,
        _ => &own_law,
    };
    let severity = match asked_by_law.iter().any(|law| law.starts_with("GDPR")) {
        true => Severity::Law,
        false => Severity::Standard,
    };
    let law = if own_law.is_empty() { part.law.clone() } else { own_law };
    let place = Place {
        form: form.form.clone(),
        section: section.to_owned(),
        part: part.id.clone(),
        register,
        row: gap.row.clone(),
        field: gap.field.clone(),
    };
    Finding {
        key: format!("{rule}/{what}"),
        rule: rule.to_owned(),
        severity,
        law,
        asks: false,
        args: Args { field: gap.label.clone(), ..Args::default() },
        topics: Vec::new(),
        gap: Some(GapArgs {
            kind: gap.kind,
            lacks: gap.lacks.clone(),
            missing: gap.missing,
            of: gap.of,
        }),
        // A waiver of a gap stands as long as the same rows are open. One row alone is told by `row`.
        fingerprint: match gap.rows.len() {
            _ if gap.kind == GapKind::Subjects => fingerprint(&(&gap.lacks, &gap.subjects)),
            0 | 1 => fingerprint(&(&gap.lacks, gap.missing, &gap.row)),
            _ => fingerprint(&(&gap.lacks, &gap.rows)),
        },
        earlier_fingerprints: match gap.kind {
            GapKind::Subjects => Vec::new(),
            _ => vec![fingerprint(&(&gap.lacks, gap.missing, &gap.row))],
        },
        mend: None,
        waiver: None,
        place,
    }
}

/// The law that asks for the answer itself: that of the field, or those of the subjects that have no row. Empty if only
/// the part has a law.
fn own_law(part: &PartView, gap: &Gap) -> Vec<String> {
    let field = gap.field.as_ref();
    let of_block = |block: &BlockView| match block {
        BlockView::Field(view) if Some(&view.field.id) == field => Some(view.field.law.clone()),
        BlockView::Table(table) if gap.kind == GapKind::Subjects => {
            let bare = table.groups.iter().filter(|g| g.required && g.rows.is_empty());
            let told = bare.filter(|group| gap.subjects.contains(&group.id));
            let mut law: Vec<String> = Vec::new();
            for one in told.flat_map(|group| &group.law) {
                if !law.contains(one) {
                    law.push(one.clone());
                }
            }
            Some(law)
        }
        BlockView::Table(table) => {
            let column = table.columns.iter().find(|column| Some(&column.id) == field);
            column.and_then(|column| column.field.as_ref()).map(|field| field.law.clone())
        }
        _ => None,
    };
    part.blocks.iter().filter_map(of_block).find(|law| !law.is_empty()).unwrap_or_default()
}
