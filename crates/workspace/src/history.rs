//! The history of one answer, read from the log.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::id::{CitationId, ProjectId, RowId};
use vurder_model::project::Citation;
use vurder_model::value::Value;

use crate::change::Change;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::grouping;
use crate::kind::citation::CitationChange;
use crate::kind::operation::OperationState;
use crate::kind::value::{Step, ValueChange};
use crate::kind::{citation, project, row};
use crate::log;
use crate::op::Op;
use crate::transact::Tx;
use crate::workspace::Workspace;

/// An earlier or the present content of a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Version {
    /// Identifies this version of this answer, so that it can be restored.
    pub id: String,
    /// When it was written.
    #[ts(as = "String")]
    pub at: DateTime<Utc>,
    /// The operation that wrote it.
    pub op: Op,
    /// The answer; `None` if the field was emptied.
    pub value: Option<Value>,
    /// Whether it is the present answer.
    pub current: bool,
    /// Whether the operation that wrote it is done, undone or abandoned.
    pub state: OperationState,
}

impl Workspace {
    /// The versions of the answer at a field, newest first, including those that were undone or typed over. Versions to
    /// which somebody only added words within a few minutes are left out: the last one has all the words. Restoring a
    /// version is a change like any other.
    ///
    /// Returns one page of them, and whether there are older ones. Without `before`, the page has the newest versions;
    /// with `before`, the newest of those older than that version. A page has at least one version, and fewer if the
    /// texts are long. Returns `None` if there is no version `before`.
    pub fn history(
        &self,
        project: &ProjectId,
        row: &RowId,
        field: &str,
        before: Option<&str>,
    ) -> Result<Option<(Vec<Version>, bool)>> {
        let mut all = versions(&self.db, project, row, field)?.into_iter().map(|(_, found)| found);
        let mut newer = None;
        if let Some(before) = before {
            newer = all.find(|version| version.id == before);
            if newer.is_none() {
                return Ok(None);
            }
        }
        let mut page: Vec<Version> = Vec::new();
        let mut bytes = 0;
        for version in all {
            if page.last().or(newer.as_ref()).is_some_and(|newer| only_grew(&version, newer)) {
                continue;
            }
            bytes += version.value.as_ref().map_or(0, |value| value.plain_text().len());
            if page.len() == PAGE || !page.is_empty() && bytes > PAGE_BYTES {
                return Ok(Some((page, true)));
            }
            page.push(version);
        }
        Ok(Some((page, false)))
    }

    /// All versions of the citation with this identity in a project, oldest first, including those that were undone.
    pub fn citation_versions(
        &self,
        project: &ProjectId,
        citation: &CitationId,
    ) -> Result<Vec<Citation>> {
        let found = cited(&self.db, project, citation)?;
        Ok(found.into_iter().map(|(_, citation)| citation).collect())
    }
}

impl Tx<'_, '_> {
    /// Restores a version of an answer with its citations. A citation that was removed since is pinned again as it was;
    /// if its identity now belongs to another statement, it gets another one. References to rows that no longer exist
    /// are left out. Returns `false` if there is no such version.
    pub fn restore_version(&mut self, row: &RowId, field: &str, version: &str) -> Result<bool> {
        let project = self.inside()?;
        let all = versions(self.writer.db, &project, row, field)?;
        let Some((seq, found)) = all.into_iter().find(|(_, found)| found.id == version) else {
            return Ok(false);
        };
        let mut value = found.value;
        if let Some(value) = &mut value {
            let mut names = BTreeMap::new();
            for id in value.citations().into_iter().collect::<BTreeSet<_>>() {
                let name = self.pinned_as_of(&project, &id, seq)?;
                names.insert(id, name);
            }
            if names.iter().any(|(old, new)| old != new) {
                value.replace_citations(&names);
            }
            if let Value::Refs(rows) = value {
                let mut there = Vec::with_capacity(rows.len());
                for id in rows.drain(..) {
                    if row::find(self.writer.db, &project, &id)?.is_some() {
                        there.push(id);
                    }
                }
                *rows = there;
            }
        }
        self.set_value(row, field, value)?;
        Ok(true)
    }

    /// The present name of the citation that had the name `id` at the entry `seq` of the log. If it no longer exists,
    /// it is pinned again.
    fn pinned_as_of(
        &mut self,
        project: &ProjectId,
        id: &CitationId,
        seq: i64,
    ) -> Result<CitationId> {
        let known = cited(self.writer.db, project, id)?;
        let stands = citation::find(self.writer.db, project, id)?;
        let then = known.iter().rev().find(|(at, _)| *at <= seq).or(known.first());
        let Some(then) = then.map(|(_, citation)| citation).or(stands.as_ref()) else {
            return Err(Error::NoCitation { project: project.clone(), citation: id.clone() });
        };
        if stands.as_ref().is_some_and(|now| same_words(now, then)) {
            return Ok(id.clone());
        }
        let all = citation::all(self.writer.db, project)?;
        if let Some(same) = all.iter().find(|now| same_words(now, then)) {
            return Ok(same.id.clone());
        }
        let mut name = id.clone();
        let mut taken = stands.is_some();
        for n in 2.. {
            if !taken {
                break;
            }
            name = numbered(id, n)?;
            taken = citation::find(self.writer.db, project, &name)?.is_some()
                || cited(self.writer.db, project, &name)?.iter().any(|(_, c)| !same_words(c, then));
        }
        self.put_citation(Citation { id: name.clone(), ..then.clone() })?;
        Ok(name)
    }
}

/// Whether two citations pin the same words.
fn same_words(one: &Citation, other: &Citation) -> bool {
    (&one.statement, &one.hash, &one.words) == (&other.statement, &other.hash, &other.words)
}

/// The name with a number after it. It is shortened to the length that names may have.
fn numbered(id: &CitationId, n: u32) -> Result<CitationId> {
    let stem: String = id.as_str().chars().take(34).collect();
    CitationId::new(format!("{}-{n}", stem.trim_end_matches('-')))
        .map_err(|e| Error::Misuse(e.to_string()))
}

/// All states of the citation with this name, each with its entry of the log, oldest first.
fn cited(db: &Db, project: &ProjectId, id: &CitationId) -> Result<Vec<(i64, Citation)>> {
    let found = log::operations(
        db,
        "WHERE project = ?1 AND instr(changes, ?2) ORDER BY seq",
        [project.as_str(), &format!("\"citation\":\"{id}\"")],
    )?;
    let mut all = Vec::new();
    for (operation, _) in found {
        for change in operation.changes {
            if let Change::Citation(CitationChange { citation, after: Some(after), .. }) = change
                && citation == *id
            {
                all.push((operation.seq, *after));
            }
        }
    }
    Ok(all)
}

/// All versions of a field, newest first, each with the entry of the log that wrote it.
fn versions(db: &Db, project: &ProjectId, row: &RowId, field: &str) -> Result<Vec<(i64, Version)>> {
    project::existing(db, project)?;
    // A quick look at the text first: most operations are about other rows.
    let found = log::operations(
        db,
        "WHERE project = ?1 AND instr(changes, ?2) ORDER BY seq DESC",
        [project.as_str(), &format!("\"row\":\"{row}\"")],
    )?;
    let mut versions = Vec::new();
    let mut current = true;
    for (operation, _) in found {
        for change in operation.changes {
            let Change::Value(changed) = change else { continue };
            let ValueChange { row: r, field: f, after, steps, .. } = changed;
            if (&r, f.as_str()) != (row, field) {
                continue;
            }
            let stands = current && operation.state == OperationState::Done;
            if stands {
                current = false;
            }
            let version = |id: String, at, value, current| Version {
                id,
                at,
                op: Op::parse(&operation.label),
                value,
                current,
                state: operation.state,
            };
            let at = after.as_ref().map_or(operation.until, |answer| answer.updated);
            let value = after.map(|answer| answer.value);
            let whole = version(operation.id.clone(), at, value, stands);
            versions.push((operation.seq, whole));
            for (number, Step { answer }) in steps.into_iter().enumerate().rev() {
                let id = format!("{}.{}", operation.id, number + 1);
                let step = version(id, answer.updated, Some(answer.value), false);
                versions.push((operation.seq, step));
            }
        }
    }
    Ok(versions)
}

/// The greatest number of versions that [`Workspace::history`] returns at once.
const PAGE: usize = 50;
/// The greatest number of bytes of their words, if there is more than one version.
const PAGE_BYTES: usize = 400_000;

/// The longest time of typing for which only the last version is returned.
const ONE_GO: TimeDelta = TimeDelta::minutes(5);

/// Whether `newer` is `older` with more words at its end, typed without a long pause.
fn only_grew(older: &Version, newer: &Version) -> bool {
    let words = |version: &Version| {
        let (kind, words) = grouping::typed(version.value.as_ref()?)?;
        Some((kind, words.trim_end().to_owned()))
    };
    older.state == OperationState::Done
        && newer.state == OperationState::Done
        && older.op == newer.op
        && newer.at - older.at <= ONE_GO
        && words(older).zip(words(newer)).is_some_and(|((kind, old), (same, new))| {
            kind == same && !old.is_empty() && new.starts_with(&old)
        })
}
