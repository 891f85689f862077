//! The duties of a project: days in its answers, and documents of its providers that end.

use chrono::NaiveDate;
use vurder_model::duty::{self, Duty};
use vurder_model::project::{Project, ProjectHead};
use vurder_model::provider::{Document, Pack};
use vurder_model::view::row_label;

use crate::catalogue::Registers;
use crate::duty_answers::{DutyPlace, DutyView};
use crate::library::Library;
use crate::places::place_of;

/// The days in the answers of a project that are duties, the earliest first. A day that no form of the project shows is
/// left out. `overdue` is set later, by the command that answers.
pub(crate) fn of_answers(
    library: &Library,
    project: &Project,
    registers: &Registers,
) -> Vec<DutyView> {
    let rules = &library.project_rules().duties;
    let duties = duty::duties(project, registers.all(), rules).into_iter();
    duties.filter_map(|duty| told(library, &project.head, &duty)).collect()
}

fn told(library: &Library, head: &ProjectHead, duty: &Duty<'_>) -> Option<DutyView> {
    let (form, section) = place_of(library, head, duty.row, &duty.field.id)?;
    let about = if duty.register.single {
        duty.register.one.clone()
    } else {
        row_label(duty.row, duty.register)
    };
    let place = DutyPlace { form, section, row: duty.row.id.clone(), field: duty.field.id.clone() };
    Some(DutyView {
        project: head.id.clone(),
        project_title: head.title.clone(),
        day: duty.day,
        overdue: false,
        what: duty.field.label.clone(),
        about,
        whose: duty.whose.clone(),
        place: Some(place),
        document: None,
    })
}

/// Documents of the project's providers with a last day of validity. A document that had ended before its page was
/// captured is left out: the page tells that.
pub(crate) fn ending_documents<'a>(
    library: &'a Library,
    head: &'a ProjectHead,
) -> impl Iterator<Item = (&'a Pack, &'a Document, NaiveDate)> {
    let newest = head.providers.iter().filter_map(|provider| library.pack(provider));
    newest.flat_map(|pack| pack.documents.iter().map(move |document| (pack, document))).filter_map(
        |(pack, document)| {
            let until = document.valid_until?;
            let was_valid = pack.captured.is_none_or(|day| until >= day);
            was_valid.then_some((pack, document, until))
        },
    )
}

/// The ends of these documents as duties.
pub(crate) fn of_documents(library: &Library, head: &ProjectHead) -> Vec<DutyView> {
    let duty = |(pack, document, until): (&Pack, &Document, NaiveDate)| DutyView {
        project: head.id.clone(),
        project_title: head.title.clone(),
        day: until,
        overdue: false,
        what: document.title.clone(),
        about: String::new(),
        whose: pack.name.clone(),
        place: None,
        document: Some(document.address.clone()),
    };
    ending_documents(library, head).map(duty).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use chrono::DateTime;
    use vurder_content::Content;
    use vurder_model::id::ProjectId;

    use super::*;

    #[test]
    fn the_ends_of_documents_of_the_chosen_providers_are_duties() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let mut content = Content::embedded().clone();
        let of_provider = |pack: &&mut Pack| pack.provider == "genomedk";
        let pack = content.packs.iter_mut().rfind(of_provider).unwrap();
        for (document, until) in pack.documents.iter_mut().zip(["2027-01-31", "2020-01-31"]) {
            document.valid_until = Some(day(until));
        }
        let (title, name) = (pack.documents[0].title.clone(), pack.name.clone());
        let library = Library::from(content);
        let mut head = ProjectHead {
            id: ProjectId::new("p").unwrap(),
            title: "Kidneys".to_owned(),
            language: "en".to_owned(),
            version: String::new(),
            forms: Vec::new(),
            providers: vec!["genomedk".to_owned()],
            follows: Default::default(),
            created: DateTime::UNIX_EPOCH,
            trashed: None,
        };
        let duties = of_documents(&library, &head);
        let told: Vec<_> = duties.iter().map(|d| (d.day, d.what.as_str(), &d.whose)).collect();
        assert_eq!(
            told,
            [(day("2027-01-31"), title.as_str(), &name)],
            "what had ended when the pages were taken is history"
        );
        head.providers.clear();
        assert_eq!(of_documents(&library, &head), []);
    }
}
