//! Reads the metadata (ISO 32000-1, 14.3): which report the file is a copy of.

use lopdf::{Document, Object};
use vurder_model::report_address::property;

use super::objects::{dictionary, string};
use super::strings;
use crate::returned_file::ReportIdentity;

/// The report that the export wrote into the information dictionary; `None` if it holds no project.
pub(super) fn identity(pdf: &Document) -> Option<ReportIdentity> {
    let info: &Object = pdf.trailer.get(b"Info").ok()?;
    let info = dictionary(pdf, info)?;
    let entry = |key| string(pdf, info, key).map(strings::text).unwrap_or_default();
    let identity = ReportIdentity {
        project: entry(property::PROJECT),
        form: entry(property::FORM),
        form_version: entry(property::FORM_VERSION),
        report_version: entry(property::REPORT_VERSION),
        frozen: entry(property::VERSION).parse().ok(),
        draft: !entry(property::DRAFT).is_empty(),
        day: entry(property::DATE).parse().ok(),
    };
    (!identity.project.is_empty()).then_some(identity)
}
