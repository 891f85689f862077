//! Finds words in the answers that people wrote in a project.

use vurder_content::msg;
use vurder_model::project::Row;
use vurder_model::role::FieldRole;
use vurder_model::sought::Sought;
use vurder_model::view::Numbers;

use crate::error::{Fault, Outcome};
use crate::facts::Facts;
use crate::find_answers::{FoundPlace, FoundPlaces};
use crate::library::Library;
use crate::places::place_of;

/// The most places that an answer lists.
const MOST_PLACES: usize = 500;
/// Answers that the program writes for its own use.
const OWN: [FieldRole; 4] = [
    FieldRole::RiskScenarioId,
    FieldRole::WaiverWords,
    FieldRole::WaiverFingerprint,
    FieldRole::JudgedStatement,
];

/// What to look for, made from what a person typed.
pub(crate) fn sought(words: &str, case: bool, whole: bool) -> Outcome<Sought> {
    Sought::new(words, case, whole).ok_or_else(|| Fault::wrong_value(msg::error_nothing_sought()))
}

/// Whether a person writes this answer as part of the draft. Ids and other answers that the program keeps for itself do
/// not count, and neither do rows beside the draft.
pub(crate) fn is_written(library: &Library, row: &Row, field: &str) -> bool {
    let is_own = OWN.iter().any(|role| library.role(*role) == (row.register.as_str(), field));
    !is_own && !library.beside_the_draft().contains(&row.register.as_str())
}

/// All places in answers outside the trash, in the order of the forms.
pub(crate) fn found_places(library: &Library, facts: &Facts, sought: &Sought) -> FoundPlaces {
    let numbers = Numbers::of(&facts.project, facts.registers.all(), None);
    let head = facts.head();
    let mut found: Vec<(Option<(usize, usize)>, FoundPlace)> = Vec::new();
    for row in facts.project.rows.iter().filter(|row| row.trashed.is_none()) {
        let Some(register) = facts.registers.register(&row.register) else { continue };
        // In the order in which people read the fields.
        for field in register.fields.iter().filter(|field| is_written(library, row, &field.id)) {
            let Some(value) = row.values.get(&field.id) else { continue };
            let words = value.find(sought);
            if words.is_empty() {
                continue;
            }
            let (form, section) = place_of(library, head, row, &field.id).unzip();
            let order = form.as_ref().zip(section.as_ref()).and_then(|(form, section)| {
                let at = head.forms.iter().position(|choice| choice.template == *form)?;
                let template = library.template(&head.forms[at])?;
                Some((at, template.sections.iter().position(|one| one.id == *section)?))
            });
            let named = numbers.row(&row.id).filter(|_| !register.single);
            let name = named.map(|named| format!("{} {}", named.number, named.label));
            let name = name.map(|name| name.trim().to_owned()).unwrap_or_default();
            found.extend(words.into_iter().enumerate().map(|(nth, words)| {
                let place = FoundPlace {
                    row: row.id.clone(),
                    field: field.id.clone(),
                    nth,
                    name: name.clone(),
                    label: field.label.clone(),
                    form: form.clone(),
                    section: section.clone(),
                    before: words.before,
                    words: words.words,
                    after: words.after,
                };
                (order, place)
            }));
        }
    }
    // Places that no form shows come last.
    found.sort_by_key(|(order, _)| (order.is_none(), *order));
    let count = found.len();
    let places = found.into_iter().take(MOST_PLACES).map(|(_, place)| place).collect();
    FoundPlaces { revision: facts.revision, count, places }
}
