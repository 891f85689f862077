//! The package (Open Packaging Conventions): the parts in a ZIP archive, each with its media type.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::content_types;
use crate::ReportError;

/// The parts of a file in the order in which they are written.
#[derive(Debug, Default)]
pub(super) struct Package {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Path from the root, without a leading slash.
    path: String,
    /// Media type; `None` if it follows from the ending of the path.
    media_type: Option<&'static str>,
    bytes: Vec<u8>,
    /// Whether it is already compressed, as pictures are.
    packed: bool,
}

impl Package {
    /// Adds a part in XML.
    pub(super) fn xml(&mut self, path: &str, media_type: &'static str, xml: String) {
        let media_type = Some(media_type);
        self.parts.push(Part { path: path.into(), media_type, bytes: xml.into(), packed: false });
    }

    /// Adds the relationships of a part.
    pub(super) fn relationships(&mut self, path: &str, xml: String) {
        self.parts.push(Part {
            path: path.into(),
            media_type: None,
            bytes: xml.into(),
            packed: false,
        });
    }

    /// Adds a picture.
    pub(super) fn picture(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.push(Part { path: path.into(), media_type: None, bytes, packed: true });
    }

    /// Writes the file. Each part has the same time, so that the same parts give the same bytes.
    pub(super) fn write(self) -> Result<Vec<u8>, ReportError> {
        let fault = |error: &dyn std::fmt::Display| ReportError::Docx(error.to_string());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = |method| {
            SimpleFileOptions::default()
                .compression_method(method)
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644)
        };
        let types = content_types::write(
            self.parts.iter().map(|part| (part.path.as_str(), part.media_type)),
        );
        let first = ("[Content_Types].xml", types.as_bytes(), false);
        let parts = self.parts.iter().map(|p| (p.path.as_str(), p.bytes.as_slice(), p.packed));
        for (path, bytes, stored) in std::iter::once(first).chain(parts) {
            let method =
                if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            zip.start_file(path, packed(method)).map_err(|error| fault(&error))?;
            zip.write_all(bytes).map_err(|error| fault(&error))?;
        }
        Ok(zip.finish().map_err(|error| fault(&error))?.into_inner())
    }
}
