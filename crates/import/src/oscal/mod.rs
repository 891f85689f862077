//! OSCAL in JSON, the language of NIST for controls and how they are met: catalogues, resolved profiles and component
//! definitions. Component definitions are also written.

mod catalog;
mod components;
mod document;
mod iso;
mod params;
mod properties;
mod references;
mod write;

pub use write::{Definition, Remark, write_component_definition};

use serde_json::error::Category;

use self::document::{Document, Metadata};
use self::references::References;
use crate::about::About;
use crate::assembly::Assembly;
use crate::decode;
use crate::files::Files;
use crate::format::{Format, Reason, Recognised};
use crate::imported::Imported;
use crate::paths::ending;
use crate::problem::Trouble;
use crate::refused::Refused;

/// The newest version of OSCAL that this program knows.
const KNOWN: (u32, u32) = (1, 1);

/// The file by which OSCAL is recognised.
pub(crate) fn recognise(files: &Files) -> Option<Reason> {
    let (path, _) = files.iter().find(|(path, bytes)| is_oscal(path, bytes))?;
    Some(Reason::File { path: path.to_owned() })
}

/// Whether a file states its version of OSCAL.
fn is_oscal(path: &str, bytes: &[u8]) -> bool {
    let mark = b"\"oscal-version\"";
    ending(path).as_deref() == Some("json")
        && bytes.windows(mark.len()).any(|window| window == mark)
}

/// Reads catalogues and component definitions. Other models are reported and left out.
///
/// # Errors
/// When no file is a catalogue or a component definition.
pub(crate) fn read(files: &Files, reason: Reason, about: &About) -> Result<Imported, Refused> {
    let mut assembly = Assembly::new(about);
    let mut documents: Vec<(&str, Document)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, bytes)| is_oscal(path, bytes)) {
        let text = match decode::text(bytes) {
            Ok((text, trouble)) => {
                if let Some(trouble) = trouble {
                    assembly.problem(path, 0, trouble);
                }
                text
            }
            Err(trouble) => {
                assembly.problem(path, 0, trouble);
                continue;
            }
        };
        match serde_json::from_str::<Document>(&text) {
            Ok(document) => documents.push((path, document)),
            Err(error) => {
                let line = u32::try_from(error.line()).unwrap_or(0);
                let detail = match error.classify() {
                    Category::Eof => "the file ends too early".to_owned(),
                    _ => error.to_string(),
                };
                assembly.problem(path, line, Trouble::Malformed { detail });
            }
        }
    }
    let mut known = References::default();
    for (path, document) in &documents {
        if let Some(catalog) = &document.catalog {
            known.add_catalog(path, catalog);
        }
        if let Some(all) = &document.component_definition {
            known.add_resources(&all.back_matter);
        }
    }
    for (path, document) in &documents {
        let mut is_read = false;
        if let Some(catalog) = &document.catalog {
            is_read = true;
            tell_version(path, &catalog.metadata, &mut assembly);
            catalog::read(path, catalog, &known, &mut assembly);
        }
        if let Some(all) = &document.component_definition {
            is_read = true;
            tell_version(path, &all.metadata, &mut assembly);
            components::read(path, all, &known, &mut assembly);
        }
        if !is_read {
            let what = if document.profile.is_some() { "profile" } else { "OSCAL" };
            assembly.problem(path, 0, Trouble::OtherModel { what: what.to_owned() });
        }
    }
    let format = Recognised { format: Format::Oscal, reason };
    assembly.finish(format, |_, target| known.leads(&about.provider, target))
}

fn tell_version(path: &str, metadata: &Metadata, assembly: &mut Assembly<'_>) {
    let mut numbers = metadata.oscal_version.split('.').map_while(|part| part.parse::<u32>().ok());
    if let (Some(major), Some(minor)) = (numbers.next(), numbers.next())
        && (major, minor) > KNOWN
    {
        let known = format!("{}.{}", KNOWN.0, KNOWN.1);
        let stated = metadata.oscal_version.clone();
        assembly.problem(path, 0, Trouble::NewerVersion { stated, known });
    }
}

#[cfg(test)]
mod tests;
