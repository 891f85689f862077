//! The command `drift`: the citations, judgements and requests of projects whose source changed, and what changed
//! between revisions of a provider.

use serde_json::json;
use vurder_app::{
    App, DriftItem, DriftItemKind, DriftPlace, EndingDocument, NewlyStated, ProjectDrift,
    ProjectOverview, ProviderDrift, program_language,
};
use vurder_content::{Argument, Content, Message, msg};
use vurder_model::drift::{
    Drift, PageChange, PageDrift, PassageChange, PassageDrift, PassagePlace, StatementChange,
    StatementDrift,
};

use crate::print::{Refusal, say, words};
use crate::text::{print, typed};

/// Prints the citations, judgements and requests of a project, or of all projects, whose source changed.
pub(crate) fn of_projects(
    app: &mut App,
    project: Option<String>,
    json: bool,
) -> Result<(), Refusal> {
    if let (Some(project), true) = (&project, json) {
        return print(&app.call("project_drift", json!({ "project": project }))?);
    }
    let asked = match project {
        Some(project) => vec![json!(project)],
        None => {
            let all = app.call("projects", json!({}))?;
            all.as_array().into_iter().flatten().map(|one| one["head"]["id"].clone()).collect()
        }
    };
    let mut drifts = Vec::new();
    for project in asked {
        let of = json!({ "project": project });
        let drift = app.call("project_drift", of.clone())?;
        if json {
            drifts.push(drift);
        } else {
            let overview: ProjectOverview = typed(app.call("project", of)?)?;
            of_project(&overview.head.title, &typed(drift)?)?;
        }
    }
    if json { print(&drifts) } else { Ok(()) }
}

fn of_project(title: &str, drift: &ProjectDrift) -> Result<(), Refusal> {
    say!("{}", words(&msg::cli_drift_of_project(title, drift.open)))?;
    for followed in &drift.providers {
        let (follows, newest) = (&followed.follows, &followed.newest);
        let name = &newest.provider_name;
        let line = msg::cli_drift_follows(name, &follows.revision, &newest.revision);
        say!("  {}", words(&line))?;
    }
    for item in drift.items.iter().filter(|item| item.open) {
        of_item(item)?;
    }
    for topic in &drift.topics {
        newly_stated(topic)?;
    }
    for document in &drift.documents {
        say!("  {}", words(&ending(document)))?;
    }
    Ok(())
}

fn of_item(item: &DriftItem) -> Result<(), Refusal> {
    let subject = match (item.kind, &item.citation) {
        (DriftItemKind::Citation, Some(citation)) => {
            msg::cli_drift_citation(citation.as_str(), &item.statement)
        }
        (DriftItemKind::Citation, None) | (DriftItemKind::Request, _) => {
            msg::cli_drift_request(&item.statement)
        }
        (DriftItemKind::Judgement, _) => msg::cli_drift_judgement(&item.statement),
    };
    let since = match (item.since, &item.since_revision) {
        (Some(day), _) => Some(day.to_string().into()),
        (None, revision) => revision.as_ref().map(|at| msg::cli_revision(&at.revision).into()),
    };
    became(subject, statement_change(item.change), since)?;
    both(&[&item.before], item.now.iter().map(|now| now.words.as_str()))?;
    note(&item.note)?;
    for place in &item.places {
        say!("    {}", words(&msg::cli_drift_place(in_one_line(place))))?;
        for sentence in &place.sentences {
            say!("      {sentence}")?;
        }
    }
    Ok(())
}

fn newly_stated(topic: &NewlyStated) -> Result<(), Refusal> {
    let line = msg::cli_drift_newly_stated(&topic.title, &topic.newest.provider_name);
    say!("  {}", words(&line))?;
    both(&[], topic.statements.iter().map(|now| now.words.as_str()))?;
    for waiting in &topic.waiting {
        say!("    {}", words(&msg::cli_drift_waiting(in_one_line(waiting))))?;
    }
    Ok(())
}

/// The line about a document that ends or has ended.
fn ending(document: &EndingDocument) -> Message {
    let (title, provider) = (&document.title, &document.provider_name);
    let day = document.valid_until.to_string();
    if document.ended {
        msg::cli_drift_document_ended(title, provider, day)
    } else {
        msg::cli_drift_document_ends(title, provider, day)
    }
}

/// Prints what changed from one revision of a provider to another.
pub(crate) fn of_provider(
    app: &mut App,
    provider: &str,
    from: Option<String>,
    to: Option<String>,
    json: bool,
) -> Result<(), Refusal> {
    let answer = app.call("drift", json!({ "provider": provider, "from": from, "to": to }))?;
    if json {
        return print(&answer);
    }
    let ProviderDrift { from, to, drift } = typed(answer)?;
    let line = msg::cli_drift_between(&to.provider_name, &from.revision, &to.revision);
    say!("{}", words(&line))?;
    if drift == Drift::default() {
        return say!("  {}", words(&msg::cli_drift_nothing()));
    }
    let counts = msg::cli_drift_counts(
        drift.pages.len(),
        drift.statements.len(),
        drift.passages.len(),
        drift.topics.len(),
    );
    say!("  {}", words(&counts))?;
    for page in &drift.pages {
        of_page(page)?;
    }
    for statement in &drift.statements {
        of_statement(statement)?;
    }
    for passage in &drift.passages {
        of_passage(passage)?;
    }
    let topics = &Content::in_language(program_language()).topics;
    for changed in &drift.topics {
        let topic = topics.iter().find(|topic| topic.id == changed.topic);
        let title = topic.map_or(&changed.topic, |topic| &topic.title);
        let line = if changed.stated_now {
            msg::cli_drift_topic_stated(title)
        } else {
            msg::cli_drift_topic_not_stated(title)
        };
        say!("  {}", words(&line))?;
    }
    Ok(())
}

fn of_page(page: &PageDrift) -> Result<(), Refusal> {
    let change = match page.change {
        PageChange::New => msg::cli_drift_new(),
        PageChange::Gone => msg::cli_drift_removed(),
        PageChange::Moved => msg::cli_drift_other_address(),
        PageChange::Retitled => msg::cli_drift_retitled(),
    };
    let titles = [&page.before, &page.after].map(|side| side.as_ref().map(|page| &page.title));
    let [before, after] = titles;
    let title = before.or(after).map_or("", String::as_str);
    became(msg::cli_drift_page(title), change, None)?;
    match (before, after) {
        (Some(before), Some(after)) if before != after => both(&[before], [after.as_str()]),
        _ => Ok(()),
    }
}

fn of_statement(statement: &StatementDrift) -> Result<(), Refusal> {
    let since = statement.since.map(|day| day.to_string().into());
    became(&statement.statement, statement_change(statement.change), since)?;
    let before: Vec<&str> = statement.before.as_deref().into_iter().collect();
    both(&before, statement.now.iter().map(|now| now.words.as_str()))?;
    note(&statement.note)
}

fn of_passage(passage: &PassageDrift) -> Result<(), Refusal> {
    let change = match passage.change {
        PassageChange::Gone => msg::cli_drift_removed(),
        PassageChange::Reworded => msg::cli_drift_reworded(),
        PassageChange::Split => msg::cli_drift_split(),
        PassageChange::Joined => msg::cli_drift_joined(),
        PassageChange::Relinked => msg::cli_drift_other_links(),
        PassageChange::Moved => msg::cli_drift_moved(),
        PassageChange::New => msg::cli_drift_new(),
        PassageChange::Same => msg::cli_drift_unchanged(),
    };
    let Some(first) = passage.before.iter().chain(&passage.after).next() else { return Ok(()) };
    became(heading(first), change, None)?;
    let before: Vec<&str> = passage.before.iter().map(|place| place.words.as_str()).collect();
    both(&before, passage.after.iter().map(|place| place.words.as_str()))
}

/// Prints what became of something, and since which day or revision if that is known.
fn became(
    subject: impl Into<Argument>,
    change: Message,
    since: Option<Argument>,
) -> Result<(), Refusal> {
    let line = match since {
        Some(since) => msg::cli_drift_change_since(subject, change, since),
        None => msg::cli_drift_change(subject, change),
    };
    say!("  {}", words(&line))
}

/// Prints the earlier words and the present ones that differ from them.
fn both<'a>(before: &[&str], now: impl IntoIterator<Item = &'a str>) -> Result<(), Refusal> {
    let now: Vec<&str> = now.into_iter().collect();
    for words_before in before.iter().filter(|one| !one.is_empty()) {
        say!("    {}", words(&msg::cli_drift_before(*words_before)))?;
    }
    for words_now in now.into_iter().filter(|one| !before.contains(one)) {
        say!("    {}", words(&msg::cli_drift_now(words_now)))?;
    }
    Ok(())
}

fn note(note: &str) -> Result<(), Refusal> {
    if note.is_empty() { Ok(()) } else { say!("    {note}") }
}

fn statement_change(change: StatementChange) -> Message {
    match change {
        StatementChange::Removed => msg::cli_drift_removed(),
        StatementChange::Narrowed => msg::cli_drift_narrowed(),
        StatementChange::Widened => msg::cli_drift_widened(),
        StatementChange::Reworded => msg::cli_drift_reworded(),
        StatementChange::Relinked => msg::cli_drift_relinked(),
        StatementChange::Moved => msg::cli_drift_moved(),
        StatementChange::New => msg::cli_drift_new(),
        StatementChange::Unchanged => msg::cli_drift_unchanged(),
    }
}

/// The headings above a passage, below the title of its page.
fn heading(place: &PassagePlace) -> String {
    let (title, heading) = (&place.page_title, &place.heading);
    match heading.strip_prefix(title.as_str()) {
        _ if heading.is_empty() => title.clone(),
        Some(below) if below.is_empty() || below.starts_with(" / ") => heading.clone(),
        _ => format!("{title} / {heading}"),
    }
}

/// A place of a project in one line: "R7 Existing controls · Loss of the key", or "note on a control: Judgement".
fn in_one_line(place: &DriftPlace) -> String {
    let field = &place.field_label;
    let line = match place.number.as_str() {
        "" => format!("{}: {field}", place.one),
        number => format!("{number} {field}"),
    };
    if place.label.is_empty() { line } else { format!("{line} · {}", place.label) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_document_that_has_ended_is_told_apart_from_one_that_ends() {
        let mut document = EndingDocument {
            document: "nordlys/audit".to_owned(),
            title: "Audit report".to_owned(),
            address: String::new(),
            provider_name: "Nordlys".to_owned(),
            valid_until: "2026-03-01".parse().unwrap(),
            ended: false,
        };
        let line = "Audit report (Nordlys): valid until 2026-03-01";
        assert_eq!(words(&ending(&document)), line);
        document.ended = true;
        let line = "Audit report (Nordlys): was valid until 2026-03-01";
        assert_eq!(words(&ending(&document)), line);
    }

    #[test]
    fn the_title_of_a_page_stands_once_above_its_passages() {
        let at = |title: &str, above: &str| {
            let (page_title, above) = (title.to_owned(), above.to_owned());
            let words = String::new();
            heading(&PassagePlace { passage: words.clone(), page_title, heading: above, words })
        };
        assert_eq!(at("Backup", ""), "Backup");
        assert_eq!(at("Backup", "Backup"), "Backup");
        assert_eq!(at("Backup", "Backup / Copies"), "Backup / Copies");
        assert_eq!(at("Backup", "Backups of homes"), "Backup / Backups of homes");
        assert_eq!(at("Backup", "Copies"), "Backup / Copies");
    }
}
