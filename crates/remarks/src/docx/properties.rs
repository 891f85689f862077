//! Reads the custom properties (ISO/IEC 29500-1, 22.3): which report the file is a copy of.

use vurder_model::listed_answers::tags_of_line;
use vurder_model::report_address::property;

use super::xml::{Fault, XmlEvent, walk};
use crate::returned_file::ReportIdentity;

/// What the export wrote into the custom properties.
#[derive(Debug, Default)]
pub(super) struct WrittenProperties {
    /// The report that the file is a copy of; `None` if the file does not hold it.
    pub(super) identity: Option<ReportIdentity>,
    /// The author of the changes that the export itself marked; empty if it marked no changes.
    pub(super) marked_by: String,
    /// The tags of all answers that the export wrote; none if it wrote no list.
    pub(super) answers: Vec<String>,
    /// The hash of the text that belongs to no answer; empty if the export wrote none.
    pub(super) outside: String,
}

/// Reads what the export wrote into the custom properties.
pub(super) fn written_properties(content: &str) -> Result<WrittenProperties, Fault> {
    let mut written = WrittenProperties::default();
    let mut identity = ReportIdentity::default();
    let mut open = String::new();
    let mut words = String::new();
    walk(content, |met| match met {
        XmlEvent::Start(_, name, attributes) if name == "property" => {
            attributes.get("name").unwrap_or_default().clone_into(&mut open);
            words.clear();
        }
        XmlEvent::Text(text) => words.push_str(&text),
        XmlEvent::End(_, name) if name == "property" => {
            let value = words.trim().to_owned();
            match open.as_str() {
                property::PROJECT => identity.project = value,
                property::FORM => identity.form = value,
                property::FORM_VERSION => identity.form_version = value,
                property::REPORT_VERSION => identity.report_version = value,
                property::VERSION => identity.frozen = value.parse().ok(),
                property::DATE => identity.day = value.parse().ok(),
                property::DRAFT => identity.draft = true,
                property::MARKED_BY => written.marked_by = value,
                property::OUTSIDE => written.outside = value,
                name if name.starts_with(property::ANSWERS) => {
                    written.answers.extend(tags_of_line(&value));
                }
                _ => {}
            }
        }
        _ => {}
    })?;
    written.identity = (!identity.project.is_empty()).then_some(identity);
    Ok(written)
}
