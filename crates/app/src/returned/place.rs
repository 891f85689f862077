//! Finds the place of a remark: the place that the export wrote into the file, compared with the present rows and
//! words.

use std::collections::HashMap;

use vurder_model::project::Row;
use vurder_model::report_address::{AnswerAddress, bookmark};
use vurder_model::template::Template;
use vurder_model::value::Value;
use vurder_remarks::{Answers, Placement, ReturnedRemark};

use crate::facts::Facts;
use crate::library::Library;
use crate::remarks::Remark;

/// The place of a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RemarkPlace {
    /// Beside an answer.
    Answer(AnswerAddress),
    /// Beside a whole row.
    Row(vurder_model::id::RowId),
    /// In a section of a form.
    Section {
        /// Id of the form.
        form: String,
        /// Id of the section.
        section: String,
    },
    /// No place, until a person chooses one.
    Nowhere,
}

/// The places of a project by the names that reports use.
pub(super) struct Places<'a> {
    facts: &'a Facts,
    /// Form and section by the anchors and bookmarks of sections and parts.
    sections: HashMap<String, (&'a str, &'a str)>,
    /// Rows by their bookmarks.
    rows: HashMap<String, &'a Row>,
    /// All answers in words, for remarks whose file names no place.
    answers: Answers,
}

impl<'a> Places<'a> {
    /// Reads the places of a project. Those of the form of the report stand before those of other forms.
    pub(super) fn of(library: &'a Library, facts: &'a Facts, form: Option<&str>) -> Self {
        let project = &facts.project;
        let mut templates: Vec<&Template> =
            project.head.forms.iter().filter_map(|choice| library.template(choice)).collect();
        templates.sort_by_key(|template| Some(template.id.as_str()) != form);
        let mut sections = HashMap::new();
        for template in templates {
            for section in &template.sections {
                let at = (template.id.as_str(), section.id.as_str());
                let parts = section.parts.iter().map(|part| format!("part/{}", part.id));
                for anchor in parts.chain([format!("section/{}", section.id)]) {
                    sections.entry(bookmark(&anchor)).or_insert(at);
                    sections.entry(anchor).or_insert(at);
                }
            }
        }
        let in_use = || project.rows.iter().filter(|row| row.trashed.is_none());
        let rows = in_use().map(|row| (bookmark(&format!("row/{}", row.id)), row)).collect();
        let beside = library.beside_the_draft();
        let of_draft = in_use().filter(|row| !beside.contains(&row.register.as_str()));
        let texts = of_draft.flat_map(|row| {
            row.values.iter().filter_map(|(field, value)| {
                let words = written(value)?;
                Some((AnswerAddress::new(row.id.clone(), field.clone()), words))
            })
        });
        Self { facts, sections, rows, answers: Answers::of(texts) }
    }

    /// The present place of a remark.
    pub(super) fn find(&self, remark: &ReturnedRemark) -> RemarkPlace {
        let named = remark.place.as_deref().map(|place| self.named(place));
        if let Some(place @ (RemarkPlace::Answer(_) | RemarkPlace::Row(_))) = named {
            return place;
        }
        match self.answers.locate(remark) {
            Placement::Exact(address) | Placement::Moved(address) if self.is_there(&address) => {
                RemarkPlace::Answer(address)
            }
            _ => named.unwrap_or(RemarkPlace::Nowhere),
        }
    }

    /// The answers that hold the words which a remark covers, or the text around the point of a remark.
    fn with_words(&self, remark: &ReturnedRemark) -> Vec<AnswerAddress> {
        let found = match self.answers.locate(remark) {
            Placement::Exact(address) | Placement::Moved(address) => vec![address],
            Placement::Ambiguous(addresses) => addresses,
            Placement::Changed(_) | Placement::Nowhere => Vec::new(),
        };
        found.into_iter().filter(|address| self.is_there(address)).collect()
    }

    /// The place with the name that an export gave it: an anchor, the tag of a content control, or a bookmark.
    fn named(&self, name: &str) -> RemarkPlace {
        let address = AnswerAddress::from_anchor(name)
            .or_else(|| AnswerAddress::from_tag(name).map(|(address, _)| address));
        if let Some(address) = address.filter(|address| self.is_there(address)) {
            return RemarkPlace::Answer(address);
        }
        // A row or part that stands at several places has the table's name after an "@" at its later places.
        let first = name.split('@').next().unwrap_or(name);
        let row = first.strip_prefix("row/").or_else(|| first.strip_prefix("value/"));
        let row = row.map(|rest| rest.split('/').next().unwrap_or(rest));
        let row = row.and_then(|id| self.facts.project.rows.iter().find(|r| r.id.as_str() == id));
        let row = row.or_else(|| self.rows.get(first).copied());
        if let Some(row) = row.filter(|row| row.trashed.is_none()) {
            return RemarkPlace::Row(row.id.clone());
        }
        match self.sections.get(first) {
            Some((form, section)) => {
                RemarkPlace::Section { form: (*form).to_owned(), section: (*section).to_owned() }
            }
            None => RemarkPlace::Nowhere,
        }
    }

    fn is_there(&self, address: &AnswerAddress) -> bool {
        let row = self.facts.row(&address.row).filter(|row| row.trashed.is_none());
        row.is_some_and(|row| self.facts.registers.field(&row.register, &address.field).is_some())
    }
}

/// The answers that hold the words which a remark of the project covers, whatever the place of the remark.
pub(crate) fn answers_with_words(
    library: &Library,
    facts: &Facts,
    remark: &Remark<'_>,
) -> Vec<AnswerAddress> {
    let sought = ReturnedRemark {
        key: String::new(),
        identity: None,
        reply_to: None,
        kind: vurder_remarks::RemarkKind::Comment,
        state: None,
        author: None,
        at: None,
        words: String::new(),
        quoted: remark.quoted.to_owned(),
        before: remark.before.to_owned(),
        after: remark.after.to_owned(),
        new_words: None,
        paragraphs: None,
        place: None,
        page: None,
        exported: None,
        changes: None,
    };
    Places::of(library, facts, None).with_words(&sought)
}

/// The text of an answer; none if the answer holds no text.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Text(_) | Value::Line(_) | Value::YesNo { .. } | Value::Choice(_) => {
            Some(value.plain_text()).filter(|words| !words.trim().is_empty())
        }
        _ => None,
    }
}
