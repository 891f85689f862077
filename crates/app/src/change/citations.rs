//! Cites statements, judges them, and writes them into the form.

use vurder_content::msg;
use vurder_model::bounds::Origin;
use vurder_model::field::FieldKind;
use vurder_model::project::{Citation, Row};
use vurder_model::richtext::{Block, Inline, RichText};
use vurder_model::role::FieldRole;
use vurder_model::value::{Chosen, Value};
use vurder_workspace::{Op, RowPosition};

use crate::app::App;
use crate::change::answer_check::check;
use crate::change::rows::put_row;
use crate::changed::Changed;
use crate::citation_arguments::Cite;
use crate::error::{Fault, Outcome};
use crate::pinning::Pinning;
use crate::provider_arguments::{Judge, UseStatements};
use crate::quoting::{names, shortened};
use crate::refused_answer;

/// Pins a statement, a passage or an answer. If the project has pinned the same words before, it keeps that citation,
/// so that the source has one number.
pub(crate) fn cite(app: &mut App, cite: Cite) -> Outcome<Changed> {
    app.library.read_pages_for(&app.workspace, &cite.statement)?;
    let facts = app.open.facts(&app.workspace, &app.library, &cite.project)?;
    let pinning = Pinning::of(&app.workspace, &app.library, &facts.project);
    let citation = match cite.id {
        None => pinning.pin_named(&cite.statement)?,
        Some(id) => pinning.pin_named_as(&cite.statement, id)?,
    };
    let id = citation.id.clone();
    let done =
        app.workspace.transact(Some(&cite.project), Op::Cite, |tx| tx.put_citation(citation))?;
    let mut changed = app.changed(&cite.project, &done)?;
    changed.citation = Some(id);
    Ok(changed)
}

/// Sets judgement and note on a statement, and pins the words of the statement beside them.
pub(crate) fn judge(app: &mut App, judge: Judge) -> Outcome<Changed> {
    let control_notes = app.library.control_notes().to_owned();
    let fresh = app.row(&control_notes, None)?;
    app.library.read_pages_for(&app.workspace, &judge.statement)?;
    let facts = app.open.facts(&app.workspace, &app.library, &judge.project)?;
    let head = Some(&facts.project.head);
    let (pack, published) = app.library.published(head, &judge.statement)?;
    let pinning = Pinning::of(&app.workspace, &app.library, &facts.project);
    let citation = pinning.pin(pack, &published)?;
    let known = facts.row_with_key(&control_notes, &published.name).map(|row| row.id.clone());
    let row = Row { key: Some(published.name.clone()), ..fresh };
    let id = known.clone().unwrap_or_else(|| row.id.clone());
    let mut values = Vec::new();
    if let Some(option) = judge.judgement {
        let (_, field) = app.library.role(FieldRole::Judgement);
        values.push((field, Value::Choice(Chosen { option, note: String::new() })));
    }
    if let Some(markdown) = judge.note_doc.map(|doc| doc.to_markdown()).or(judge.note) {
        let (_, field) = app.library.role(FieldRole::JudgementNote);
        values.push((field, Value::Text(markdown)));
    }
    for (name, value) in &values {
        check(value, facts.registers.known_field(&control_notes, name)?, facts)?;
    }
    let (_, judged) = app.library.role(FieldRole::JudgedStatement);
    let done = app.workspace.transact(Some(&judge.project), Op::Judge, |tx| -> Outcome<()> {
        if known.is_none() {
            // Only the first judgement pins the words. Otherwise newer words would look like the words that were
            // judged.
            let pinned = Value::Citations(vec![citation.id.clone()]);
            tx.put_citation(citation)?;
            put_row(tx, row, &RowPosition::Last)?;
            tx.set_value(&id, judged, Some(pinned))?;
        }
        for (field, value) in values {
            tx.set_value(&id, field, Some(value).filter(|v| !v.is_empty()))?;
        }
        Ok(())
    })?;
    let mut changed = app.changed(&judge.project, &done)?;
    changed.row = Some(id);
    Ok(changed)
}

/// Writes statements into the form: each as a measure under a subject, or all of them into one text.
pub(crate) fn use_statements(app: &mut App, used: UseStatements) -> Outcome<Changed> {
    if used.statements.is_empty() {
        return Err(Fault::wrong_value(msg::error_no_statement_chosen()));
    }
    for name in &used.statements {
        app.library.read_pages_for(&app.workspace, name)?;
    }
    let mut project = app.facts(&used.project)?.project.clone();
    let mut citations: Vec<Citation> = Vec::new();
    let mut paragraphs: Vec<Block> = Vec::new();
    let mut seen: Vec<&String> = Vec::new();
    for id in &used.statements {
        // A statement that is named twice counts once.
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let citation = Pinning::of(&app.workspace, &app.library, &project).pin_named(id)?;
        // Pinning the next statement must find this citation.
        project.citations.push(citation.clone());
        paragraphs.push(Block::paragraph(vec![
            Inline::text(format!("{} ", citation.words.trim())),
            Inline::citation(citation.id.as_str()),
        ]));
        citations.push(citation);
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut text = None;
    match (used.serves, used.row, used.field) {
        (Some(serves), None, None) => {
            let option = |option: &str| Chosen { option: option.to_owned(), note: String::new() };
            let (measures, serves_field) = app.library.role(FieldRole::MeasureServes);
            let (measures, serves_field) = (measures.to_owned(), serves_field.to_owned());
            for (citation, paragraph) in citations.iter().zip(paragraphs) {
                let mut row = app.row(&measures, None)?;
                let field = |role| app.library.role(role).1.to_owned();
                let markdown = RichText { content: vec![paragraph] }.to_markdown();
                row.values.insert(field(FieldRole::MeasureWords), Value::Text(markdown));
                row.values.insert(serves_field.clone(), Value::Choice(option(&serves)));
                row.values.insert(field(FieldRole::MeasureBy), Value::Choice(option("provider")));
                let evidence = Value::Citations(vec![citation.id.clone()]);
                row.values.insert(field(FieldRole::MeasureEvidence), evidence);
                rows.push(row);
            }
            let field =
                app.facts(&used.project)?.registers.known_field(&measures, &serves_field)?;
            if !field.takes(&Value::Choice(option(&serves))) {
                let subjects = names(field.options.iter().map(|option| option.id.as_str()));
                let message = msg::error_no_subject(shortened(&serves), subjects);
                return Err(Fault::wrong_value(message));
            }
        }
        (None, Some(row), Some(field)) => {
            let facts = app.open.facts(&app.workspace, &app.library, &used.project)?;
            let place = facts.row_in_use(&row)?;
            let known = facts.registers.field(&place.register, &field);
            let Some(known) = known.filter(|f| f.kind == FieldKind::Text) else {
                let message = msg::error_no_text_field(&place.register, &field);
                return Err(Fault::unknown_name(message));
            };
            let mut doc = match place.values.get(&field) {
                Some(Value::Text(markdown)) => RichText::from_markdown(markdown),
                _ => RichText::default(),
            };
            doc.content.extend(paragraphs);
            let value = Value::Text(doc.to_markdown());
            if let Some(violation) = known.violation(&value, Origin::Entered) {
                return Err(refused_answer::refusal(violation, &value, known));
            }
            text = Some((row, field, value));
        }
        _ => {
            return Err(Fault::bad_arguments(msg::error_serves_or_row()));
        }
    }
    let made = rows.iter().map(|r| r.id.clone()).collect();
    let done =
        app.workspace.transact(Some(&used.project), Op::UseStatements, |tx| -> Outcome<()> {
            for citation in citations {
                tx.put_citation(citation)?;
            }
            for row in rows {
                put_row(tx, row, &RowPosition::Last)?;
            }
            if let Some((row, field, value)) = text {
                tx.set_value(&row, &field, Some(value))?;
            }
            Ok(())
        })?;
    let mut changed = app.changed(&used.project, &done)?;
    changed.rows = made;
    Ok(changed)
}
