//! Settles citations whose words changed since they were cited: the project either cites the newest words or keeps the
//! old ones for a reason. Also moves a project to another revision of a provider.

use std::collections::{BTreeMap, BTreeSet};

use vurder_content::msg;
use vurder_model::bounds::Origin;
use vurder_model::drift::StatementChange;
use vurder_model::id::{CitationId, RowId};
use vurder_model::project::{Citation, KeepDecision, Project, Renewal};
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::{NewRow, Op, RowPosition, Tx};

use crate::app::App;
use crate::changed::Changed;
use crate::citation_arguments::{Settle, Settlement};
use crate::citation_drift::CitationDrift;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::facts::Facts;
use crate::library::Library;
use crate::pinning::Pinning;
use crate::project_arguments::FollowRevision;
use crate::published::Published;
use crate::quoting::names;
use crate::refused_answer;

/// The most characters of a reason.
const LONGEST_REASON: usize = 2000;

/// Settles citations whose words the provider has changed, all in one step.
pub(crate) fn settle(app: &mut App, of: Settle) -> Outcome<Changed> {
    let reason = reason(&of.reason)?;
    if of.citations.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_citation_chosen()));
    }
    if of.statement.is_some() && (of.citations.len() > 1 || of.how != Settlement::StillTrue) {
        return Err(Fault::bad_arguments(msg::error_settle_statement()));
    }
    let on = app.workspace.today();
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    // Pinning for the next citation must find what was pinned for this one.
    let mut project = facts.project.clone();
    let mut puts: BTreeMap<CitationId, Citation> = BTreeMap::new();
    let mut renewed: Vec<(Citation, Citation)> = Vec::new();
    for id in of.citations.iter().collect::<BTreeSet<_>>() {
        let old = facts
            .citation(id)
            .ok_or_else(|| Fault::not_found(msg::error_no_citation(id.as_str())))?;
        let drift = app.library.citation_drift(old);
        let Some(drift) = drift.filter(|s| s.change != StatementChange::Unchanged) else {
            return Err(Fault::wrong_value(msg::error_nothing_to_settle(id.as_str())));
        };
        let reason = reason.clone();
        if of.how == Settlement::KeepOldWords {
            let revision = drift.newest.revision.clone();
            let kept = Some(KeepDecision { reason, on, revision });
            puts.insert(id.clone(), Citation { kept, ..old.clone() });
            continue;
        }
        let now = now_of(&drift, of.statement.as_deref())?;
        let pinning = Pinning::of(&app.workspace, &app.library, &project);
        let mut new = newest_citation(&project, &app.library, pinning, &drift, &now)?;
        new.renews.push(Renewal { citation: id.clone(), reason, on });
        project.citations.retain(|citation| citation.id != new.id);
        project.citations.push(new.clone());
        puts.insert(new.id.clone(), new.clone());
        renewed.push((old.clone(), new));
    }
    let writes = new_citation_writes(facts, &app.library, &renewed)?;
    let rows = writes.moved.iter().map(|_| RowId::new(app.workspace.new_id()));
    let rows = rows.collect::<Result<Vec<_>, _>>().map_err(Fault::internal)?;
    let project = Some(&of.project);
    let done = app.workspace.transact(project, Op::SettleCitation, |tx| -> Outcome<()> {
        puts.into_values().try_for_each(|citation| tx.put_citation(citation))?;
        writes.write(tx, rows)
    })?;
    let mut changed = app.changed(&of.project, &done)?;
    if let [(_, new)] = &renewed[..] {
        changed.citation = Some(new.id.clone());
    }
    Ok(changed)
}

/// Moves a project to another revision of a provider. Its citations do not change.
pub(crate) fn follow_revision(app: &mut App, of: FollowRevision) -> Outcome<Changed> {
    let revision = app.library.known_revision(&of.provider, &of.revision)?.revision.clone();
    let mut head = app.facts(&of.project)?.head().clone();
    head.follows.insert(of.provider, revision);
    let done =
        app.workspace.transact(Some(&of.project), Op::FollowRevision, |tx| tx.set_head(head))?;
    app.changed(&of.project, &done)
}

fn reason(given: &str) -> Outcome<String> {
    let reason = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(Fault::wrong_value(msg::error_settle_without_reason()));
    }
    if reason.chars().count() > LONGEST_REASON {
        let message = msg::error_settle_reason_too_long(LONGEST_REASON);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(reason)
}

/// What is cited from now on: the statement or passage that was asked for, or else the one in which the cited one goes
/// on. If it goes on in several, a person has to choose, because no part says all that was cited.
fn now_of(drift: &CitationDrift<'_>, asked: Option<&str>) -> Outcome<Published> {
    if let Some(name) = asked {
        let found = Published::of(drift.newest, name);
        return found.ok_or_else(|| Fault::unknown_name(msg::error_no_statement(name)));
    }
    match &drift.now[..] {
        [] => Err(Fault::wrong_value(msg::error_nothing_published(&drift.newest.name))
            .with_help(msg::error_nothing_published_help())),
        [now] => Ok(now.clone()),
        parts => {
            let parts = names(parts.iter().map(|part| part.name.as_str()));
            Err(Fault::wrong_value(msg::error_settle_several(parts))
                .with_help(msg::error_settle_several_help()))
        }
    }
}

/// The project's citation of the newest words; a new one if the project has none.
fn newest_citation(
    project: &Project,
    library: &Library,
    pinning: Pinning<'_>,
    drift: &CitationDrift<'_>,
    now: &Published,
) -> Outcome<Citation> {
    let newest = &drift.newest.revision;
    let same = |known: &&Citation| {
        known.statement == now.name
            && known.hash == now.hash
            && known.kept.is_none()
            && library.revision_of(known) == Some(newest)
    };
    match project.citations.iter().find(same) {
        Some(known) => Ok(known.clone()),
        None => pinning.pin_anew(drift.newest, now),
    }
}

/// The writes that put new citations in place of old ones.
struct NewCitationWrites {
    values: Vec<(RowId, String, Value)>,
    /// Control notes that move to the name of another statement.
    moved: Vec<MovedNote>,
}

/// A control note that moves: the old row, and what the new row holds.
struct MovedNote {
    was: RowId,
    register: String,
    key: String,
    values: BTreeMap<String, Value>,
}

/// The answers of all rows outside the trash with the new citation of each pair in place of the old one. The key of a
/// control note is the name of the statement that it judges. If that name changes, the note moves to a new row, and the
/// old row goes to the trash. If the new statement has a note already, both notes stay as they are.
fn new_citation_writes(
    facts: &Facts,
    library: &Library,
    renewed: &[(Citation, Citation)],
) -> Outcome<NewCitationWrites> {
    let pairs = renewed.iter().map(|(old, new)| (old.id.clone(), new.id.clone()));
    let names: BTreeMap<CitationId, CitationId> = pairs.collect();
    let (control_notes, judged) = library.role(FieldRole::JudgedStatement);
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut writes = NewCitationWrites { values: Vec::new(), moved: Vec::new() };
    if names.is_empty() {
        return Ok(writes);
    }
    for row in facts.project.rows.iter().filter(|row| row.trashed.is_none()) {
        let mut values = BTreeMap::new();
        for (field, value) in &row.values {
            if !value.citations().iter().any(|id| names.contains_key(id)) {
                continue;
            }
            let mut value = value.clone();
            value.replace_citations(&names);
            if let Some(violation) = value.violation_in_any_field(Origin::Entered) {
                let field = facts.registers.known_field(&row.register, field)?;
                return Err(refused_answer::refusal(violation, &value, field));
            }
            values.insert(field.clone(), value);
        }
        let renamed = renewed.iter().find(|(old, new)| {
            row.key.as_ref() == Some(&old.statement) && old.statement != new.statement
        });
        if let Some((_, new)) = renamed
            && row.register == control_notes
            && values.contains_key(judged)
        {
            let name = new.statement.as_str();
            if facts.row_with_key(control_notes, name).is_none() && taken.insert(name) {
                let all = row.values.clone().into_iter().chain(values).collect();
                let (was, register) = (row.id.clone(), row.register.clone());
                let key = new.statement.clone();
                writes.moved.push(MovedNote { was, register, key, values: all });
                continue;
            }
            values.remove(judged);
        }
        let values = values.into_iter().map(|(field, value)| (row.id.clone(), field, value));
        writes.values.extend(values);
    }
    Ok(writes)
}

impl NewCitationWrites {
    /// Writes everything. `rows` are the ids of the new rows.
    fn write(self, tx: &mut Tx<'_, '_>, rows: Vec<RowId>) -> Outcome<()> {
        for (row, field, value) in self.values {
            tx.set_value(&row, &field, Some(value))?;
        }
        for (MovedNote { was, register, key, values }, id) in self.moved.into_iter().zip(rows) {
            let row = NewRow { id: id.clone(), register, key: Some(key) };
            tx.add_row(row, &RowPosition::After(was.clone()))?;
            for (field, value) in values {
                tx.set_value(&id, &field, Some(value))?;
            }
            tx.trash_row(&was)?;
        }
        Ok(())
    }
}
