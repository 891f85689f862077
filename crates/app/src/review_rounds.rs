//! Review rounds of a project: what was sent to whom, what came back, and who has sent nothing back yet.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_model::id::RowId;
use vurder_model::project::{Project, Row};
use vurder_model::role::FieldRole;

use crate::library::Library;
use crate::remark_answers::{RecipientView, ReviewSummary, RoundView};
use crate::remarks::{Remark, RowWords, all_remarks, counts, open_remarks};

/// The character between the names of recipients.
const BETWEEN_NAMES: char = ';';

/// A review round, read from the fields of its row by their roles.
#[derive(Debug, Clone)]
pub(crate) struct Round<'a> {
    pub(crate) row: &'a Row,
    /// Counted from 1.
    pub(crate) number: u32,
    pub(crate) date: Option<NaiveDate>,
    /// The version that was sent.
    pub(crate) version: Option<u32>,
    pub(crate) recipients: Vec<&'a str>,
    pub(crate) closed: Option<NaiveDate>,
}

/// A file that came back.
#[derive(Debug, Clone)]
pub(crate) struct Returned<'a> {
    pub(crate) row: &'a Row,
    pub(crate) name: &'a str,
    pub(crate) from: &'a str,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) version: Option<u32>,
    pub(crate) round: Option<&'a RowId>,
}

/// All rounds, oldest first.
pub(crate) fn all_rounds<'a>(library: &'a Library, project: &'a Project) -> Vec<Round<'a>> {
    let register = library.role(FieldRole::RoundRecipients).0;
    let numbered = (1..).zip(project.rows_of(register));
    let round = |(number, row): (u32, &'a Row)| {
        let of = RowWords { library, row };
        let names = of.words(FieldRole::RoundRecipients).split(BETWEEN_NAMES).map(str::trim);
        Round {
            row,
            number,
            date: of.day(FieldRole::RoundDate),
            version: of.number(FieldRole::RoundVersion),
            recipients: names.filter(|name| !name.is_empty()).collect(),
            closed: of.day(FieldRole::RoundClosed),
        }
    };
    numbered.map(round).collect()
}

/// All files that came back, in the order in which they were read.
pub(crate) fn all_returned<'a>(library: &'a Library, project: &'a Project) -> Vec<Returned<'a>> {
    let register = library.role(FieldRole::ReturnedName).0;
    let returned = |row: &'a Row| {
        let of = RowWords { library, row };
        Returned {
            row,
            name: of.words(FieldRole::ReturnedName),
            from: of.words(FieldRole::ReturnedFrom),
            date: of.day(FieldRole::ReturnedDate),
            version: of.number(FieldRole::ReturnedVersion),
            round: of.named(FieldRole::ReturnedRound),
        }
    };
    project.rows_of(register).map(returned).collect()
}

/// The names as one line, as the register stores them. The separator within a name becomes a space.
pub(crate) fn recipients_line(names: &[String]) -> String {
    let names = names.iter().map(|name| {
        let name = name.replace(BETWEEN_NAMES, " ");
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    names.join(&format!("{BETWEEN_NAMES} "))
}

/// The rounds as commands give them.
pub(crate) fn round_views(
    library: &Library,
    project: &Project,
    remarks: &[Remark<'_>],
) -> Vec<RoundView> {
    let returned = all_returned(library, project);
    let rounds_of_files: HashMap<&RowId, &RowId> =
        returned.iter().filter_map(|file| Some((&file.row.id, file.round?))).collect();
    let open = open_remarks(remarks);
    let view = |round: &Round<'_>| {
        let id = &round.row.id;
        let of_round = |remark: &Remark<'_>| {
            remark.file.and_then(|file| rounds_of_files.get(file)) == Some(&id)
        };
        let files: Vec<&Returned<'_>> =
            returned.iter().filter(|file| file.round == Some(id)).collect();
        let authors: Vec<&str> = remarks.iter().filter(|r| of_round(r)).map(|r| r.by).collect();
        let came_from = |name: &str| {
            let senders = files.iter().map(|file| file.from).chain(authors.iter().copied());
            senders.into_iter().any(|sender| is_same_person(name, sender))
        };
        RoundView {
            row: id.clone(),
            number: round.number,
            date: round.date,
            version: round.version,
            recipients: round
                .recipients
                .iter()
                .map(|name| RecipientView { name: (*name).to_owned(), answered: came_from(name) })
                .collect(),
            files: files.len(),
            open: open.iter().filter(|remark| of_round(remark)).count(),
            remarks: authors.len(),
            closed: round.closed,
        }
    };
    all_rounds(library, project).iter().map(view).collect()
}

/// The part of the overview about reviews; none if there is no round and no remark.
pub(crate) fn summary(library: &Library, project: &Project) -> Option<ReviewSummary> {
    let remarks = all_remarks(library, project);
    let rounds = round_views(library, project, &remarks);
    if remarks.is_empty() && rounds.is_empty() {
        return None;
    }
    let last = rounds.last().filter(|round| round.closed.is_none());
    let waited = last.into_iter().flat_map(|round| &round.recipients);
    Some(ReviewSummary {
        remarks: remarks.len(),
        counts: counts(library, project, &remarks),
        round: last.map(|round| round.number),
        waiting_for: waited.filter(|one| !one.answered).map(|one| one.name.clone()).collect(),
    })
}

/// Whether two names belong to one person: the other name has all words of the shorter one, in any order and in upper
/// or lower case. So "Lie, Kari" and "Kari Lie (DPO)" are one person.
pub(crate) fn is_same_person(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_known_by_the_words_of_the_name() {
        assert!(is_same_person("Kari Lie", "Lie, Kari (DPO)"));
        assert!(is_same_person("KARI LIE", "Kari Lie"));
        assert!(!is_same_person("Kari Lie", "Kari Nordmann"));
        assert!(!is_same_person("", "Kari Lie"), "nobody is not everybody");
    }

    #[test]
    fn names_of_recipients_are_one_line() {
        let names = ["Kari  Lie".to_owned(), String::new(), "Per; Ås".to_owned()];
        assert_eq!(recipients_line(&names), "Kari Lie; Per Ås");
    }
}
