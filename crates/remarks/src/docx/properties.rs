//! Custom properties (ISO/IEC 29500-1, 22.3): of which report the file is a copy.

use vurder_model::report_address::property;

use super::xml::{Fault, Met, walk};
use crate::returned_file::ReportIdentity;

/// What the export wrote into the custom properties; `None` where it is not there.
pub(super) fn identity(content: &str) -> Result<Option<ReportIdentity>, Fault> {
    let mut identity = ReportIdentity::default();
    let mut open = String::new();
    let mut words = String::new();
    walk(content, |met| match met {
        Met::Start(_, name, attributes) if name == "property" => {
            attributes.get("name").unwrap_or_default().clone_into(&mut open);
            words.clear();
        }
        Met::Text(text) => words.push_str(&text),
        Met::End(_, name) if name == "property" => {
            let value = words.trim().to_owned();
            match open.as_str() {
                property::PROJECT => identity.project = value,
                property::FORM => identity.form = value,
                property::FORM_VERSION => identity.form_version = value,
                property::REPORT_VERSION => identity.report_version = value,
                property::DATE => identity.day = value.parse().ok(),
                _ => {}
            }
        }
        _ => {}
    })?;
    Ok((!identity.project.is_empty()).then_some(identity))
}
