//! Searches projects, answers, notes, remarks, attachments, statements and passages.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use vurder_model::id::ProjectId;
use vurder_model::project::{ProjectHead, Row};
use vurder_model::role::FieldRole;
use vurder_model::view::row_label;
use vurder_workspace::{Error as WorkspaceError, Hit as Found, HitTarget, Search as Query};

use crate::app::App;
use crate::error::Outcome;
use crate::find_answers::{Hit, HitKind, SearchResult};
use crate::find_arguments::Search;
use crate::found_places::is_written;
use crate::import_answers::PassageView;
use crate::import_arguments::OfPassages;
use crate::library::Library;
use crate::own_notes::own_notes;
use crate::places::place_of;
use crate::remarks::remark;

/// The most places that a search gives.
const MOST_HITS: usize = 40;
/// The same within one project, where a person goes from place to place.
const MOST_HITS_WITHIN: usize = 200;
/// The most attachments among them.
const MOST_ATTACHMENTS: usize = 10;
/// The most passages among them. Passages stand last.
const MOST_PASSAGES: usize = 10;

/// Searches everything that people wrote and providers published.
pub(crate) fn search(app: &mut App, search: Search) -> Outcome<SearchResult> {
    let within = search.within_project && search.project.is_some();
    let limit = if within { MOST_HITS_WITHIN } else { MOST_HITS };
    let query = Query { query: &search.query, project: search.project.as_ref(), limit };
    let head = search.project.as_ref().map(|id| app.workspace.head(id)).transpose()?;
    // Statements would take the room of the project's own places.
    let statements = match within {
        true => None,
        false => Some(app.statements.index(&app.library, head.as_ref())?),
    };
    let found = match app.workspace.search(&query, statements) {
        // The workspace can rebuild the index from its records while it is open.
        Err(WorkspaceError::Damaged { .. }) if app.workspace.repair()? => {
            app.workspace.search(&query, statements)?
        }
        found => found?,
    };
    // Only the heads of projects with hits are read, since a workspace may hold hundreds of projects.
    let mut heads: HashMap<ProjectId, ProjectHead> = HashMap::new();
    let mut hits = Vec::new();
    for found in found {
        let hit = match found.place.clone() {
            HitTarget::Project { project } => Some(Hit {
                context: found.title.clone(),
                title: found.title.clone(),
                project: Some(project),
                ..blank(HitKind::Project, found)
            }),
            HitTarget::Answer { project, row, field, .. } => {
                let row = app.workspace.row(&project, &row)?;
                let head = match heads.entry(project) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(place) => {
                        let head = app.workspace.head(place.key())?;
                        place.insert(head)
                    }
                };
                let words = app.library.role(FieldRole::OwnNoteWords);
                if let Some(of) = remark_of(&app.library, &row, &field) {
                    let known = hits.iter().any(|hit: &Hit| hit.row.as_ref() == Some(&row.id));
                    (!known && row.trashed.is_none())
                        .then(|| written_remark(app, head, &row, of, found))
                } else if (row.register.as_str(), field.as_str()) == words {
                    let id = head.id.clone();
                    Some(own_note(app, &id, row, field, found)?)
                } else {
                    let written = is_written(&app.library, &row, &field);
                    written.then(|| answer(app, head, row, field, found))
                }
            }
            HitTarget::Statement { statement } => {
                published(&app.library, head.as_ref(), &statement, found)
            }
        };
        hits.extend(hit);
    }
    hits.extend(attachments(app, &search)?);
    if !within {
        hits.extend(passages(app, &search)?);
    }
    Ok(SearchResult { hits })
}

fn blank(kind: HitKind, found: Found) -> Hit {
    Hit {
        kind,
        project: None,
        context: String::new(),
        title: String::new(),
        snippet: found.snippet,
        form: None,
        section: None,
        row: None,
        field: None,
        provider: None,
        page: None,
        statement: None,
    }
}

fn answer(app: &App, head: &ProjectHead, row: Row, field: String, found: Found) -> Hit {
    let registers = app.library.registers_of(head);
    let register = registers.register(&row.register);
    let label = register.and_then(|r| r.field(&field)).map_or(field.as_str(), |f| f.label.as_str());
    let note = row.register == app.library.control_notes();
    let title = match register {
        Some(register) if !register.single && !note => {
            format!("{label} · {}", row_label(&row, register))
        }
        _ => label.to_owned(),
    };
    let (form, section) = place_of(&app.library, head, &row, &field).unzip();
    Hit {
        project: Some(head.id.clone()),
        context: head.title.clone(),
        title,
        form,
        section,
        statement: row.key.filter(|_| note),
        row: Some(row.id),
        field: Some(field),
        ..blank(if note { HitKind::Note } else { HitKind::Answer }, found)
    }
}

/// The role of a field that holds the words of a reviewer, or the answer to them. None for other fields, such as the
/// place of a remark and the text around it.
fn remark_of(library: &Library, row: &Row, field: &str) -> Option<FieldRole> {
    const WORDS: [FieldRole; 6] = [
        FieldRole::RemarkWords,
        FieldRole::RemarkBy,
        FieldRole::RemarkQuoted,
        FieldRole::RemarkNewWords,
        FieldRole::RemarkAnswer,
        FieldRole::RemarkEarlier,
    ];
    WORDS.into_iter().find(|role| library.role(*role) == (row.register.as_str(), field))
}

/// The hit for a remark. A remark is no part of the draft.
fn written_remark(app: &App, head: &ProjectHead, row: &Row, of: FieldRole, found: Found) -> Hit {
    let register = app.library.registers().iter().find(|register| register.id == row.register);
    let field = app.library.role(of).1;
    let label = register.and_then(|register| register.field(field)).map(|field| &field.label);
    let by = remark(&app.library, row).by;
    let title = [Some(by), label.map(String::as_str)].into_iter().flatten();
    Hit {
        project: Some(head.id.clone()),
        context: head.title.clone(),
        title: title.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        row: Some(row.id.clone()),
        field: Some(field.to_owned()),
        ..blank(HitKind::Remark, found)
    }
}

/// The hit for an own note, with the place beside which it stands.
fn own_note(
    app: &mut App,
    project: &ProjectId,
    row: Row,
    field: String,
    found: Found,
) -> Outcome<Hit> {
    let facts = app.open.facts(&app.workspace, &app.library, project)?;
    let notes = own_notes(&app.library, &app.messages, &facts.registers, &facts.project);
    let note = notes.into_iter().find(|note| note.row == row.id);
    let (title, form, section) =
        note.map(|note| (note.place, note.form, note.section)).unwrap_or_default();
    Ok(Hit {
        project: Some(project.clone()),
        context: facts.head().title.clone(),
        title,
        form,
        section,
        row: Some(row.id),
        field: Some(field),
        ..blank(HitKind::OwnNote, found)
    })
}

fn published(library: &Library, head: Option<&ProjectHead>, id: &str, found: Found) -> Option<Hit> {
    let (pack, statement) = library.statement(head, id).ok()?;
    Some(Hit {
        context: pack.name.clone(),
        title: statement.words.clone(),
        provider: Some(pack.provider.clone()),
        page: statement.sources.first().map(|s| s.page.clone()),
        statement: Some(statement.id.clone()),
        ..blank(HitKind::Statement, found)
    })
}

/// Attachments whose names have all words of the query.
fn attachments(app: &App, search: &Search) -> Outcome<Vec<Hit>> {
    let words: Vec<String> = search.query.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut hits = Vec::new();
    for (project, file) in app.workspace.attachments_in_use(search.project.as_ref())? {
        let name = file.name.to_lowercase();
        if !words.iter().all(|word| name.contains(word.as_str())) {
            continue;
        }
        let head = app.workspace.head(&project)?;
        hits.push(Hit {
            kind: HitKind::Attachment,
            context: head.title,
            project: Some(project),
            title: file.name,
            snippet: Vec::new(),
            form: None,
            section: None,
            row: file.row,
            field: None,
            provider: None,
            page: None,
            statement: None,
        });
        if hits.len() == MOST_ATTACHMENTS {
            break;
        }
    }
    Ok(hits)
}

/// Passages of imported pages. They stand after all other hits.
fn passages(app: &mut App, search: &Search) -> Outcome<Vec<Hit>> {
    let of = OfPassages {
        query: search.query.clone(),
        project: search.project.clone(),
        provider: None,
        limit: Some(MOST_PASSAGES),
    };
    let found = super::passages(app, of)?;
    let hit = |passage: PassageView| Hit {
        kind: HitKind::Passage,
        project: None,
        context: passage.provider_name,
        title: match passage.heading.as_str() {
            "" => passage.page_title,
            heading => format!("{} · {heading}", passage.page_title),
        },
        snippet: passage.snippet,
        form: None,
        section: None,
        row: None,
        field: None,
        provider: Some(passage.provider),
        page: Some(passage.page),
        statement: Some(passage.name),
    };
    Ok(found.into_iter().map(hit).collect())
}
