//! From a form view to a document: what stands on paper, in which order.
//!
//! `app` calls [`compose`]; nothing here reads templates or packs, only the view and what [`Composition`] adds to it.

use std::collections::HashMap;

use chrono::NaiveDate;
use vurder_model::project::Project;
use vurder_model::view::FormView;

use crate::document::{Block, BlockKind, Cover, Document, Meta, Words};

/// What happens to optional parts in which nothing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// They are left out.
    LeaveOut,
    /// They stand with the words "Not filled in".
    Say,
}

/// Looks up a message by id, with its arguments, in the report's language.
pub type Messages<'a> = dyn Fn(&str, &[(&str, &str)]) -> String + 'a;

/// What a report is composed from.
pub struct Composition<'a> {
    /// The form.
    pub form: &'a FormView,
    /// The project: its head, its controllers, its citations with their pinned words.
    pub project: &'a Project,
    /// Names of the chosen providers.
    pub providers: Vec<String>,
    /// The day on the report.
    pub date: NaiveDate,
    /// What happens to empty optional parts.
    pub empty: Empty,
    /// Words of the packs' statements by id, for the coverage table.
    pub statement_words: HashMap<&'a str, &'a str>,
    /// The report's words; ids begin with `report-` and stand in `content/locales/*/report.ftl`.
    pub words: &'a Messages<'a>,
}

/// Composes the report.
pub fn compose(of: &Composition<'_>) -> Document {
    let head = &of.project.head;
    Document {
        meta: Meta {
            title: of.form.title.clone(),
            project: head.title.clone(),
            form: format!("{} {}", of.form.form, of.form.version),
            version: head.version.clone(),
            authors: Vec::new(),
            date: of.date,
            language: head.language.clone(),
            draft: true,
        },
        words: Words::english(),
        blocks: vec![Block {
            anchor: None,
            kind: BlockKind::Cover(Cover {
                kicker: of.form.source.clone(),
                title: of.form.title.clone(),
                subtitle: head.title.clone(),
                particulars: Vec::new(),
            }),
        }],
    }
}
