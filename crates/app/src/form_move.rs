//! What moving a project to another version of a form does: which questions are new, gone or changed, and what becomes
//! of the answers. The question before the move and the move itself both tell this.

use vurder_content::msg;
use vurder_model::field::{Field, FieldKind};
use vurder_model::project::{Project, ProjectHead};
use vurder_model::template::{Block, Template};
use vurder_model::view::Progress;

use crate::error::{Fault, Outcome};
use crate::form_answers::{FormMove, MovedQuestion};
use crate::form_arguments::MoveForm;
use crate::forms::progress_of;
use crate::library::Library;
use crate::quoting::names;

/// A question as a version of a form asks it.
struct FormQuestion<'t> {
    part: &'t str,
    title: &'t str,
    label: &'t str,
    field: Option<&'t Field>,
}

/// The questions of a version by register and field, in reading order.
type Questions<'t> = Vec<((&'t str, &'t str), FormQuestion<'t>)>;

/// The versions of the form before and after the move.
///
/// # Errors
/// The project does not follow the form, or follows this version already, or there is no such version.
pub(crate) fn versions<'a>(
    library: &'a Library,
    head: &ProjectHead,
    asked: &MoveForm,
) -> Outcome<(&'a Template, &'a Template)> {
    let from = library.followed(head, &asked.form)?;
    let there = || library.form_versions(&from.id);
    let to = match &asked.version {
        None => there().next_back(),
        Some(version) => there().find(|template| template.version == *version),
    };
    let to = to.ok_or_else(|| {
        let versions = names(there().map(|template| template.version.as_str()));
        let asked_for = asked.version.as_deref().unwrap_or_default();
        Fault::unknown_name(msg::error_no_version_of_form(from.short.as_str(), asked_for, versions))
    })?;
    if to.version == from.version {
        let message = msg::error_same_version_of_form(from.short.as_str(), from.version.as_str());
        return Err(Fault::wrong_value(message));
    }
    Ok((from, to))
}

/// What the move does to this project.
pub(crate) fn form_move(
    library: &Library,
    project: &Project,
    from: &Template,
    to: &Template,
) -> FormMove {
    let (before, after) = (questions(library, from), questions(library, to));
    let moved = |at: (&str, &str), asked: &FormQuestion<'_>| MovedQuestion {
        part: asked.part.to_owned(),
        title: asked.title.to_owned(),
        label: asked.label.to_owned(),
        answers: answers(project, at),
    };
    let only = |these: &Questions<'_>, others: &Questions<'_>| {
        let only = these.iter().filter(|(at, _)| find(others, *at).is_none());
        only.map(|(at, asked)| moved(*at, asked)).collect()
    };
    let both = || after.iter().filter_map(|(at, asked)| Some((*at, find(&before, *at)?, asked)));
    let changed = both().filter(|(_, before, after)| asks_otherwise(before.field, after.field));
    let open = |template| progress_of(library, project, template).iter().map(gaps).sum();
    FormMove {
        form: to.id.clone(),
        short: to.short.clone(),
        from: from.version.clone(),
        to: to.version.clone(),
        new: only(&after, &before),
        gone: only(&before, &after),
        changed: changed.map(|(at, _, asked)| moved(at, asked)).collect(),
        carried: both().map(|(at, ..)| answers(project, at)).sum(),
        open_before: open(from),
        open_after: open(to),
    }
}

fn gaps(progress: &Progress) -> usize {
    progress.gaps.iter().map(|gap| gap.missing).sum()
}

/// Number of answers that the project has at a field.
fn answers(project: &Project, (register, field): (&str, &str)) -> usize {
    let answered = |row: &&vurder_model::project::Row| {
        row.values.get(field).is_some_and(|value| !value.is_empty())
    };
    project.rows_of(register).filter(answered).count()
}

/// Whether the field takes other answers than before, or asks for more.
fn asks_otherwise(before: Option<&Field>, after: Option<&Field>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let options = |field: &Field| -> Vec<String> {
        let options = field.options.iter();
        options.map(|o| format!("{} {:?}", o.id, o.explain.is_some())).collect()
    };
    let is_choice = |field: &Field| matches!(field.kind, FieldKind::Choice | FieldKind::Choices);
    before.kind != after.kind
        || before.required != after.required
        || (is_choice(after) && options(before) != options(after))
}

/// The question at a field, if the version asks it.
fn find<'q, 't>(questions: &'q Questions<'t>, at: (&str, &str)) -> Option<&'q FormQuestion<'t>> {
    questions.iter().find(|(known, _)| *known == at).map(|(_, asked)| asked)
}

/// The questions of a form. A question that is asked several times stands at its first place.
fn questions<'t>(library: &'t Library, template: &'t Template) -> Questions<'t> {
    let register =
        |id: &str| library.registers().iter().chain(&template.registers).find(|r| r.id == id);
    let mut questions = Questions::new();
    for part in template.sections.iter().flat_map(|section| &section.parts) {
        let mut ask = |register: &'t str,
                       id: &'t str,
                       field: Option<&'t Field>,
                       label: Option<&'t String>| {
            let label = label.or_else(|| Some(&field?.label)).map_or(id, String::as_str);
            let asked = FormQuestion { part: &part.id, title: &part.title, label, field };
            if find(&questions, (register, id)).is_none() {
                questions.push(((register, id), asked));
            }
        };
        for block in &part.blocks {
            match block {
                Block::Field(field) => ask(&template.id, &field.id, Some(field), None),
                // The label of a shared field comes from its register, so both versions have the same label.
                Block::Shared { register: id, field } => {
                    ask(id, field, register(id).and_then(|r| r.field(field)), None);
                }
                Block::Table(table) => {
                    for (id, column) in
                        table.rows.iter().flat_map(|id| table.columns.iter().map(move |c| (id, c)))
                    {
                        let Some(field) = &column.field else { continue };
                        if let Some(known) = register(id).and_then(|r| r.field(field)) {
                            ask(id, field, Some(known), column.label.as_ref());
                        }
                    }
                }
                Block::Computed(_) => {}
            }
        }
    }
    questions
}
