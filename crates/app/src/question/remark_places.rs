//! Finds places at which a person can put a remark, by the names of the places.

use std::collections::{HashMap, HashSet};

use vurder_content::msg;
use vurder_model::project::Row;
use vurder_model::report_address::AnswerAddress;
use vurder_model::role::FieldRole;
use vurder_model::view::Numbers;

use crate::app::App;
use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::found_places::is_written;
use crate::library::Library;
use crate::places::place_of;
use crate::remark_answers::{PlaceOfRemark, RemarkPlaces};
use crate::remark_arguments::FindRemarkPlaces;
use crate::remarks::remark;
use crate::returned::answers_with_words;

/// The most places to give.
const MOST_PLACES: usize = 40;

/// The places whose names have all words of the query. Without a query: the answers that hold the words of the remark,
/// then the sections.
pub(crate) fn places_for_remark(app: &mut App, of: FindRemarkPlaces) -> Outcome<RemarkPlaces> {
    let facts = app.open.facts(&app.workspace, &app.library, &of.project)?;
    let library = &app.library;
    let register = library.role(FieldRole::RemarkWords).0;
    let row = facts.project.row(&of.remark).filter(|row| row.register == register);
    let row = row.ok_or_else(|| Fault::not_found(msg::error_no_remark(of.remark.as_str())))?;
    let likely = answers_with_words(library, facts, &remark(library, row));
    let likely: HashSet<AnswerAddress> = likely.into_iter().collect();
    let mut sections: Vec<PlaceOfRemark> = Vec::new();
    for template in facts.head().forms.iter().filter_map(|choice| library.template(choice)) {
        for section in &template.sections {
            let title = format!("{} {}", section.id, section.title);
            let name = app.messages.format(&msg::remarks_place_section(&template.short, title));
            sections.push(PlaceOfRemark {
                name: name.clone(),
                form: template.id.clone(),
                section: section.id.clone(),
                section_name: name,
                row: None,
                field: None,
                holds_words: false,
            });
        }
    }
    let words: Vec<String> = of.query.split_whitespace().map(str::to_lowercase).collect();
    let fits = |place: &PlaceOfRemark| {
        let name = format!("{} {}", place.name, place.section_name).to_lowercase();
        words.iter().all(|word| name.contains(word.as_str()))
    };
    let answers = answers(library, facts, &sections);
    let mut places: Vec<PlaceOfRemark> = if words.is_empty() {
        let holds = |place: &PlaceOfRemark| {
            let address = place.row.clone().zip(place.field.clone());
            address.is_some_and(|(row, field)| likely.contains(&AnswerAddress::new(row, field)))
        };
        let held = answers.into_iter().filter(holds);
        held.map(|place| PlaceOfRemark { holds_words: true, ..place }).chain(sections).collect()
    } else {
        sections.into_iter().chain(answers).filter(fits).collect()
    };
    places.truncate(MOST_PLACES);
    Ok(RemarkPlaces { places })
}

/// The rows and answers that a form shows, in the order of the sections. Each row stands before its answers.
fn answers(library: &Library, facts: &Facts, sections: &[PlaceOfRemark]) -> Vec<PlaceOfRemark> {
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let at: HashMap<(&str, &str), usize> = sections
        .iter()
        .enumerate()
        .map(|(at, section)| ((section.form.as_str(), section.section.as_str()), at))
        .collect();
    let mut found: Vec<(usize, PlaceOfRemark)> = Vec::new();
    let mut add = |row: &Row, field: &str, name: String, shown: &(String, String)| -> bool {
        let Some(nth) = at.get(&(shown.0.as_str(), shown.1.as_str())) else { return false };
        let place = PlaceOfRemark {
            name,
            row: Some(row.id.clone()),
            field: Some(field.to_owned()).filter(|field| !field.is_empty()),
            ..sections[*nth].clone()
        };
        found.push((*nth, place));
        true
    };
    for row in facts.project.rows.iter().filter(|row| row.trashed.is_none()) {
        let Some(register) = facts.registers.register(&row.register) else { continue };
        let number = numbers.row(&row.id).filter(|_| !register.single);
        let name = number.map(|row| format!("{} {}", row.number, row.label).trim().to_owned());
        let mut named = name.is_none();
        for field in register.fields.iter().filter(|field| is_written(library, row, &field.id)) {
            let Some(shown) = place_of(library, facts.head(), row, &field.id) else { continue };
            if let Some(name) = name.as_ref().filter(|_| !named) {
                named = add(row, "", name.clone(), &shown);
            }
            let answer = match &name {
                Some(name) => format!("{name} · {}", field.label),
                None => field.label.clone(),
            };
            add(row, &field.id, answer, &shown);
        }
    }
    found.sort_by_key(|(nth, _)| *nth);
    found.into_iter().map(|(_, place)| place).collect()
}
