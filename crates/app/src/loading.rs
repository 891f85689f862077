//! Checks that this program could have written the answers of a dump. The workspace checks that the dump fits together.
//! This module checks each answer against its field, also the answers in the log, which undo and the history bring
//! back.
//!
//! An answer of an unknown register or field is taken as it is, since it may belong to another version of a form.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use vurder_content::{Message, msg};
use vurder_model::bounds::Origin;
use vurder_model::field::Field;
use vurder_model::id::{CitationId, RowId};
use vurder_model::value::Value;
use vurder_workspace::{
    Change, CitationChange, Dump, DumpedProject, Operation, RowChange, ValueChange,
};

use crate::catalogue::Registers;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::refused_answer::{self, other_register};

/// Refuses the dump at the first answer that does not fit, and names its place.
pub(crate) fn check(library: &Library, dump: &Dump) -> Outcome<()> {
    for project in &dump.projects {
        let log = || dump.operations.iter().filter(|o| o.project == project.head.id);
        let known = ReferenceTargets::of(library, project, log());
        for row in &project.rows {
            for (field, answer) in &row.values {
                known.check(&row.id, field, &answer.value)?;
            }
        }
        for change in log().flat_map(|operation| &operation.changes) {
            if let Change::Value(ValueChange { row, field, after, steps, .. }) = change {
                let steps = steps.iter().map(|step| &step.answer);
                for answer in steps.chain(after) {
                    known.check(row, field, &answer.value)?;
                }
            }
        }
    }
    Ok(())
}

/// What answers of a project can refer to, now or at an earlier time.
struct ReferenceTargets<'a> {
    project: &'a DumpedProject,
    registers: Arc<Registers>,
    rows: BTreeMap<&'a RowId, &'a str>,
    citations: BTreeSet<&'a CitationId>,
}

impl<'a> ReferenceTargets<'a> {
    fn of(
        library: &'a Library,
        project: &'a DumpedProject,
        log: impl Iterator<Item = &'a Operation>,
    ) -> Self {
        let mut rows: BTreeMap<&RowId, &str> =
            project.rows.iter().map(|row| (&row.id, row.row.register.as_str())).collect();
        let mut citations: BTreeSet<&CitationId> =
            project.citations.iter().map(|citation| &citation.id).collect();
        for change in log.flat_map(|operation| &operation.changes) {
            match change {
                Change::Row(RowChange { row, after: Some(record), .. }) => {
                    rows.entry(row).or_insert(record.register.as_str());
                }
                Change::Citation(CitationChange { citation, .. }) => {
                    citations.insert(citation);
                }
                _ => {}
            }
        }
        let registers = library.registers_of(&project.head);
        Self { project, registers, rows, citations }
    }

    fn check(&self, row: &RowId, field: &str, value: &Value) -> Outcome<()> {
        let register = self.rows.get(row).copied().unwrap_or_default();
        let known = self.registers.field(register, field);
        let violation = match known {
            Some(known) => known.violation(&known.follow(value.clone()), Origin::Stored),
            None => value.violation_in_any_field(Origin::Stored),
        };
        let reason = match violation {
            Some(violation) => Some(refused_answer::reason(violation, value, known)),
            None => self.missing(known, value),
        };
        reason.map_or(Ok(()), |reason| {
            let project = self.project.head.id.as_str();
            Err(Fault::bad_dump(msg::error_dump_answer(project, row.as_str(), field, reason)))
        })
    }

    /// The reason to refuse a value that names something which the project never held.
    fn missing(&self, field: Option<&Field>, value: &Value) -> Option<Message> {
        if let Some(citation) = value.citations().iter().find(|id| !self.citations.contains(id)) {
            return Some(msg::reason_citation_missing(citation.as_str()));
        }
        let Value::Refs(rows) = value else { return None };
        for id in rows {
            match (self.rows.get(id), field) {
                (None, _) => return Some(msg::reason_row_missing(id.as_str())),
                (Some(register), Some(field)) if !field.to.iter().any(|to| to == register) => {
                    return Some(other_register(id, register, field));
                }
                _ => {}
            }
        }
        None
    }
}
