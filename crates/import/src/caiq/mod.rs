//! Questionnaires that a provider has answered, such as the CAIQ of the Cloud Security Alliance: CSV and workbooks.
//!
//! A question becomes a term, and its answer the definition. What the provider says about it becomes a statement. The
//! column of ownership says who is responsible: the provider (CSP), the controller (CSC) or both.

mod columns;
mod table;

use vurder_model::provider::{Side, Source, Statement, StatementKind, Theme, words_hash};
use vurder_model::richtext::says_something;

use self::columns::Columns;
use self::table::{Table, tables};
use crate::about::About;
use crate::address;
use crate::assembly::{Assembly, Draft};
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::imported::Imported;
use crate::links::LinkTarget;
use crate::page::PageWriter;
use crate::paths::{name, slug};
use crate::problem::Trouble;
use crate::refused::Refused;

/// The file by which a questionnaire is recognised.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    let is_questionnaire = |(path, bytes): &(&str, &[u8])| match tables(path, bytes) {
        Some(Ok((tables, _))) => tables.iter().any(|table| columns::find(table).is_some()),
        _ => false,
    };
    let (path, _) = files.iter().find(is_questionnaire)?;
    Some(Reason::File { path: path.to_owned() })
}

/// Reads all questionnaires.
///
/// # Errors
/// When no file is a questionnaire.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let mut assembly = Assembly::new(about);
    for (path, bytes) in files.iter() {
        match tables(path, bytes) {
            Some(Ok((tables, trouble))) => {
                if let Some(trouble) = trouble {
                    assembly.problem(path, 0, trouble);
                }
                for table in &tables {
                    if let Some((columns, after)) = columns::find(table) {
                        questionnaire(path, table, after, &columns, &mut assembly);
                    }
                }
            }
            Some(Err(trouble)) => assembly.problem(path, 0, trouble),
            None => {}
        }
    }
    let format = Recognised { format: Format::Caiq, reason };
    assembly.finish(format, |_, _| LinkTarget::NoLink)
}

/// A row, with the texts of merged cells above it.
#[derive(Debug, Default, Clone)]
struct Row {
    line: u32,
    id: String,
    question: String,
    answer: String,
    ownership: String,
    description: String,
    duty: String,
    control: String,
    domain: String,
}

fn rows(table: &Table, after: usize, columns: &Columns) -> Vec<Row> {
    let mut above = Row::default();
    let mut title = String::new();
    let mut rows = Vec::new();
    for (line, cells) in table.rows.iter().skip(after) {
        let cell =
            |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        // Cells of the same control are merged. Only the first row has the words.
        let carried = |at: Option<usize>, above: &mut String| {
            let own = cell(at);
            if !own.is_empty() {
                own.clone_into(above);
            }
        };
        let before = above.control.clone();
        let mut control = cell(columns.control).to_owned();
        if control.is_empty() {
            control.clone_from(&before);
        } else if control != before {
            title.clear();
        }
        above.control = control;
        carried(columns.control_title, &mut title);
        carried(columns.domain, &mut above.domain);
        let marked = columns.marks.iter().find(|(at, _)| !cell(Some(*at)).is_empty());
        let row = Row {
            line: *line,
            id: cell(columns.id).to_owned(),
            question: cell(Some(columns.question)).to_owned(),
            answer: marked.map_or_else(
                || cell(columns.answer).to_owned(),
                |(_, answer)| (*answer).to_owned(),
            ),
            ownership: cell(columns.ownership).to_owned(),
            description: cell(columns.description).to_owned(),
            duty: cell(columns.duty).to_owned(),
            control: format!("{} {title}", above.control).trim().to_owned(),
            domain: above.domain.clone(),
        };
        if !row.question.is_empty() {
            rows.push(row);
        }
    }
    rows
}

fn questionnaire(
    path: &str,
    table: &Table,
    after: usize,
    columns: &Columns,
    assembly: &mut Assembly<'_>,
) {
    let rows = rows(table, after, columns);
    let stem = name(path).rsplit_once('.').map_or(path, |(stem, _)| stem);
    for rows in rows.chunk_by(|a, b| a.domain == b.domain) {
        let mut page = PageWriter::default();
        let mut statements = Vec::new();
        let mut control = "";
        for row in rows {
            if row.control != control {
                page.open_heading(1);
                page.text(&row.control, row.line);
                page.close_heading();
                control = &row.control;
            }
            question(path, row, &mut page, &mut statements, assembly);
        }
        let domain = rows.first().map_or("", |row| row.domain.as_str());
        let title = if domain.is_empty() { stem } else { domain };
        let written = page.finish();
        let site = assembly.about().address.clone();
        let added = assembly.add(Draft {
            file: path.to_owned(),
            slug: slug(&format!("{stem}/{domain}")),
            title: title.to_owned(),
            address: address::of_part(&site, path, &slug(title)),
            revision: String::new(),
            blocks: written.blocks,
            links: written.links,
        });
        let Some(page) = added.and(assembly.pages.last()).map(|placed| placed.page.clone()) else {
            continue;
        };
        for mut statement in statements {
            for source in &mut statement.sources {
                source.page.clone_from(&page.id);
                source.page_title.clone_from(&page.title);
                source.address.clone_from(&page.address);
                source.revision.clone_from(&page.revision);
            }
            assembly.statements.push(statement);
        }
    }
}

/// Who is responsible for a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Provider,
    Controller,
    Both,
}

fn owner(ownership: &str) -> Option<Owner> {
    let words = ownership.to_lowercase();
    let csc = words.contains("csc") || words.contains("customer") || words.contains("consumer");
    let csp = words.contains("csp")
        || words.contains("provider")
        || words.contains("3rd")
        || words.contains("third");
    match (csp, csc) {
        (true, true) => Some(Owner::Both),
        (true, false) => Some(Owner::Provider),
        (false, true) => Some(Owner::Controller),
        // The word "shared" alone comes from the model of shared responsibility: provider and customer.
        (false, false) if words.contains("shared") => Some(Owner::Both),
        (false, false) => None,
    }
}

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// Yes, and nothing else.
    Yes,
    /// A yes with more words, such as "Yes, for backups".
    YesWithWords,
    /// No, not applicable, or not yet, also with more words.
    No,
    /// Neither a yes nor a no.
    Other,
    /// There is no answer.
    Missing,
}

impl Answer {
    /// The answers of the CAIQ are "Yes", "No" and "NA". Providers also write them in their own words and languages, so
    /// the first word counts. An answer in unknown words is never taken as a yes.
    fn of(words: &str) -> Self {
        let words = words.to_lowercase();
        let is_part = |c: char| c.is_alphanumeric() || c == '/';
        let mut each = words.split(|c| !is_part(c)).filter(|word| !word.is_empty());
        match each.next() {
            None if words.trim().is_empty() => Self::Missing,
            Some("yes" | "y" | "x" | "ja" | "j") if each.next().is_none() => Self::Yes,
            Some("yes" | "ja") => Self::YesWithWords,
            Some(
                "no" | "n" | "na" | "n/a" | "not" | "none" | "never" | "nei" | "nej" | "ingen"
                | "ikke" | "inte",
            ) => Self::No,
            _ => Self::Other,
        }
    }
}

fn question(
    path: &str,
    row: &Row,
    page: &mut PageWriter,
    statements: &mut Vec<Statement>,
    assembly: &mut Assembly<'_>,
) {
    let line = row.line;
    page.open_definition(true);
    page.text(&format!("{} {}", row.id, row.question), line);
    page.close_definition();
    let answer = [&row.answer, &row.ownership];
    let answer: Vec<&str> =
        answer.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    if answer.is_empty() && row.description.is_empty() && row.duty.is_empty() {
        return assembly.problem(path, line, Trouble::Unanswered { question: row.id.clone() });
    }
    page.open_definition(false);
    page.text(&answer.join(". "), line);
    page.close_definition();
    let owner = owner(&row.ownership);
    let said = Answer::of(&row.answer);
    if owner.is_none() && !row.ownership.is_empty() && said != Answer::No {
        assembly.problem(path, line, Trouble::UnknownValue { value: row.ownership.clone() });
    }
    if matches!(said, Answer::Other | Answer::YesWithWords) {
        assembly.problem(path, line, Trouble::UnknownValue { value: row.answer.clone() });
    }
    let owner = owner.unwrap_or(Owner::Provider);
    // A shared control is also a duty of the controller. If the controller's part has words of its own, they become the
    // duty.
    let side = match (said, owner) {
        (Answer::No, _) | (Answer::Other, Owner::Provider | Owner::Both) => Side::Limitation,
        (_, Owner::Provider) => Side::Provided,
        (_, Owner::Both) if !row.duty.is_empty() => Side::Provided,
        (_, Owner::Both | Owner::Controller) => Side::ControllersDuty,
    };
    // An answer without its question would say nothing. A description alone would say the contrary of what was
    // answered, if the answer is anything but a yes.
    let words = match (row.description.as_str(), said) {
        ("", Answer::Missing) => String::new(),
        ("", _) => format!("{} {}", row.question, row.answer),
        (description, Answer::Yes | Answer::Missing) => description.to_owned(),
        (description, _) => {
            let stop = if row.answer.ends_with(['.', '!', '?']) { "" } else { "." };
            format!("{} {}{stop} {description}", row.question, row.answer)
        }
    };
    let doubtful = matches!(said, Answer::Other | Answer::YesWithWords);
    let uncertain = doubtful.then(|| row.answer.clone());
    let answered = Answered { ending: "", words: &words, side, uncertain };
    statement(row, answered, page, statements, assembly);
    let (words, side) = (row.duty.as_str(), Side::ControllersDuty);
    let duty = Answered { ending: "-duty", words, side, uncertain: None };
    statement(row, duty, page, statements, assembly);
}

/// What becomes a statement.
struct Answered<'a> {
    /// The ending of its id.
    ending: &'a str,
    words: &'a str,
    side: Side,
    /// The answer, if it is neither a plain yes nor a no.
    uncertain: Option<String>,
}

fn statement(
    row: &Row,
    of: Answered<'_>,
    page: &mut PageWriter,
    statements: &mut Vec<Statement>,
    assembly: &mut Assembly<'_>,
) {
    let Answered { ending, words, side, uncertain } = of;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !says_something(&words) {
        return;
    }
    let name = if row.id.is_empty() { format!("row {}", row.line) } else { row.id.clone() };
    let name = slug(&name.replace(['.', '&', '/'], "-"));
    let id = assembly.own_id(&format!("{name}{ending}"));
    page.statement(&id);
    let source = Source {
        page: String::new(),
        page_title: String::new(),
        heading: row.control.clone(),
        address: String::new(),
        revision: String::new(),
        captured: Some(assembly.about().date),
    };
    statements.push(Statement {
        id,
        provider: assembly.about().provider.clone(),
        hash: words_hash(&words),
        words,
        kind: if side == Side::Provided { StatementKind::Measure } else { StatementKind::Boundary },
        side,
        theme: theme(&row.id),
        topics: Vec::new(),
        sources: vec![source],
        iso: Vec::new(),
        uncertain,
    });
}

/// The theme of ISO/IEC 27001 for a domain of the Cloud Controls Matrix. It is a proposal: organisational for all
/// domains that are not listed.
fn theme(id: &str) -> Theme {
    match id.split(['-', '.']).next().unwrap_or(id).to_ascii_uppercase().as_str() {
        "AIS" | "CCC" | "CEK" | "DSP" | "IAM" | "IPY" | "IVS" | "LOG" | "TVM" | "UEM" => {
            Theme::Technological
        }
        "HRS" => Theme::People,
        "DCS" => Theme::Physical,
        _ => Theme::Organisational,
    }
}

#[cfg(test)]
mod tests;
