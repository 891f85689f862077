//! The questions for the remarks of a project and for what a returned file would bring.

use std::collections::HashMap;

use vurder_content::Messages;
use vurder_content::drift::changed_words;
use vurder_model::drift::ChangedWords;
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};

use crate::app::App;
use crate::error::Outcome;
use crate::facts::Facts;
use crate::library::Library;
use crate::places::place_of;
use crate::remark_answers::{RemarkFound, RemarkView, Remarks, RemarksLook, ReturnedFileView};
use crate::remark_arguments::{LookAtRemarks, OfRemarks};
use crate::remark_changes::hindrance;
use crate::remark_place_words::PlaceWords;
use crate::remark_state::{ProposedChange, RemarkKind, RemarkState};
use crate::remark_told::in_words;
use crate::remarks::{Remark, all_remarks, counts};
use crate::returned::{file_with_bytes, plan, problems, read_file, warnings};
use crate::review_rounds::{all_returned, all_rounds, round_views};

/// What a returned file would bring. Nothing is stored.
pub(crate) fn look_at_remarks(app: &mut App, look: LookAtRemarks) -> Outcome<RemarksLook> {
    let read = read_file(&look.path, look.password.as_deref())?;
    let file = &read.file;
    let title = match &file.of {
        None => None,
        Some(of) => {
            let known = vurder_model::id::ProjectId::new(of.project.clone()).ok();
            let head = known.and_then(|id| app.workspace.head(&id).ok());
            Some(head.map_or_else(|| of.project.clone(), |head| head.title))
        }
    };
    let facts = app.open.facts(&app.workspace, &app.library, &look.project)?;
    let planned = plan(&app.library, &app.messages, facts, file);
    let places = PlaceWords::of(&app.library, &app.messages, &facts.project);
    let new: Vec<_> = planned.remarks.iter().filter(|remark| remark.known.is_none()).collect();
    let is_edited = |remark: &RemarkFound| remark.edited;
    let found = |remark: &&crate::returned::PlannedRemark<'_>| RemarkFound {
        edited: remark.edits.is_some(),
        by: remark.returned.author.clone().unwrap_or_default(),
        kind: RemarkKind::from(remark.returned.kind),
        words: [in_words(&remark.told, &app.messages), remark.words.clone()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        quoted: remark.returned.quoted.clone(),
        new_words: remark.returned.new_words.clone(),
        place: places.of_plan(&remark.place),
        page: remark.returned.page,
    };
    let proposes = |remark: &&&crate::returned::PlannedRemark<'_>| {
        remark.edits.is_none()
            && RemarkKind::from(remark.returned.kind).change() != ProposedChange::None
            && remark.told.iter().all(|told| told.is_of_words())
    };
    let stored = all_remarks(&app.library, &facts.project);
    let by_row: HashMap<&RowId, &Remark<'_>> =
        stored.iter().map(|remark| (&remark.row.id, remark)).collect();
    let closes = |one: &&crate::returned::PlannedRemark<'_>| {
        let before = one.known.as_ref().and_then(|row| by_row.get(row));
        before.is_some_and(|before| one.closes(before))
    };
    let remarks: Vec<RemarkFound> = new.iter().map(found).collect();
    let of_new = || remarks.iter().filter(|remark| !is_edited(remark));
    let rounds = all_rounds(&app.library, &facts.project);
    let round = rounds.iter().rfind(|r| planned.version.is_some() && r.version == planned.version);
    Ok(RemarksLook {
        pdf: file.kind == vurder_remarks::FileKind::Pdf,
        other_project: planned.other_project,
        project: title,
        form: file.of.as_ref().and_then(|of| {
            app.library.template_by_name(&of.form).map(|template| template.short.clone())
        }),
        version: planned.version,
        day: file.of.as_ref().and_then(|of| of.day),
        round: round.map(|round| round.number),
        rounds: match round {
            Some(_) => Vec::new(),
            None => rounds.iter().map(|round| round.number).collect(),
        },
        kept: file_with_bytes(&app.library, facts, &read.bytes).is_some(),
        warnings: warnings(file, &planned, &app.messages),
        problems: problems(file, &app.messages),
        people: planned.people.clone(),
        found: planned.remarks.len(),
        new: of_new().count(),
        edited: remarks.iter().filter(|remark| is_edited(remark)).count(),
        proposals: new.iter().filter(proposes).count(),
        closes: planned.remarks.iter().filter(closes).count(),
        without_place: of_new().filter(|remark| remark.place.is_none()).count(),
        remarks,
        name: read.name,
    })
}

/// The remarks of a project that fit the arguments.
pub(crate) fn remarks(app: &mut App, of: OfRemarks) -> Outcome<Remarks> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let (library, project) = (&app.library, &facts.project);
    let places = PlaceWords::of(library, &app.messages, project);
    let all = all_remarks(library, project);
    let rounds: HashMap<&RowId, u32> =
        all_rounds(library, project).iter().map(|round| (&round.row.id, round.number)).collect();
    let returned = all_returned(library, project);
    let files: Vec<ReturnedFileView> = returned
        .iter()
        .map(|file| {
            let attached = facts.files.attachments.iter();
            let attached = attached.clone().find(|a| a.row.as_ref() == Some(&file.row.id));
            ReturnedFileView {
                row: file.row.id.clone(),
                name: file.name.to_owned(),
                from: file.from.to_owned(),
                date: file.date,
                version: file.version,
                round: file.round.and_then(|round| rounds.get(round)).copied(),
                attachment: attached.map(|attached| attached.id.clone()),
                number: attached.map(|attached| attached.number.clone()),
            }
        })
        .collect();
    let round_of: HashMap<&RowId, u32> =
        files.iter().filter_map(|file| Some((&file.row, file.round?))).collect();
    let fits = |remark: &&Remark<'_>| {
        of.state.is_none_or(|state| remark.state == state)
            && of.by.as_ref().is_none_or(|by| remark.by == by)
            && of
                .round
                .is_none_or(|round| remark.file.and_then(|file| round_of.get(file)) == Some(&round))
            && (!of.without_place || !remark.has_place(library, project))
    };
    let shown = all.iter().filter(fits).map(|remark| {
        let round = remark.file.and_then(|file| round_of.get(file)).copied();
        view(library, &app.messages, facts, &places, remark, round)
    });
    let mut people: Vec<String> = Vec::new();
    for remark in all.iter().filter(|remark| !remark.by.trim().is_empty()) {
        if !people.iter().any(|known| known == remark.by) {
            people.push(remark.by.to_owned());
        }
    }
    Ok(Remarks {
        revision: facts.revision,
        remarks: shown.collect(),
        all: all.len(),
        people,
        rounds: round_views(library, project, &all),
        counts: counts(library, project, &all),
        files: files.clone(),
    })
}

fn view(
    library: &Library,
    messages: &Messages,
    facts: &Facts,
    places: &PlaceWords<'_>,
    remark: &Remark<'_>,
    round: Option<u32>,
) -> RemarkView {
    let project = &facts.project;
    let is_open = remark.state == RemarkState::Open;
    let mut change: Option<Vec<ChangedWords>> = None;
    let mut why = None;
    if is_open && remark.proposes() {
        match remark.reworded(facts) {
            Ok(reworded) => {
                let words = [&reworded.before, &reworded.after].map(|value| value.plain_text());
                change = Some(changed_words(&words[0], &words[1]));
            }
            Err(not) => {
                why = Some(messages.format(&hindrance(not)));
                change = remark.difference(project);
            }
        }
    }
    let at = remark.place(project);
    let section = remark.section(library, project);
    let shown = match (at, section) {
        (Some(row), _) => place_of_row(library, project, facts, row, remark.at_field),
        (None, Some((form, section))) => Some((form.to_owned(), section.id.clone())),
        (None, None) => None,
    };
    let (form, shown_in) = shown.unzip();
    RemarkView {
        row: remark.row.id.clone(),
        by: remark.by.to_owned(),
        date: remark.date,
        kind: remark.kind,
        state: remark.state,
        words: remark.words_in_plain(),
        told: remark.told_in_words(messages),
        earlier: remark.earlier_in_plain(),
        edited: remark.edited,
        quoted: remark.quoted.trim().to_owned(),
        new_words: remark.new_words_in_lines(),
        proposes: remark.proposes(),
        change,
        hindrance: why,
        at_row: at.map(|row| row.id.clone()),
        at_field: at.map(|_| remark.at_field.to_owned()).filter(|field| !field.is_empty()),
        place: places.of_remark(remark),
        form,
        section: shown_in,
        page: remark.page,
        answer: remark.answer_in_plain(),
        answered_by: remark.answered_by.to_owned(),
        answered: remark.answered,
        reply_to: remark.reply_to.cloned(),
        file: remark.file.cloned(),
        round,
    }
}

/// The form and section that show the given field of the row, or else the first field of the row that any form shows.
fn place_of_row(
    library: &Library,
    project: &Project,
    facts: &Facts,
    row: &Row,
    field: &str,
) -> Option<(String, String)> {
    let head = &project.head;
    place_of(library, head, row, field).or_else(|| {
        let register = facts.registers.register(&row.register)?;
        register.fields.iter().find_map(|field| place_of(library, head, row, &field.id))
    })
}
