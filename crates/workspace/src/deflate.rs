//! Compressed text. It is kept compressed because opening a file reads all of it for the checksums.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::error::{Error, Result};

/// Compresses the text.
pub(crate) fn deflate(text: &str) -> Result<Vec<u8>> {
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::default());
    let written = deflated.write_all(text.as_bytes()).and_then(|()| deflated.finish());
    written.map_err(|e| Error::Misuse(e.to_string()))
}

/// Uncompresses the text.
///
/// # Errors
/// The bytes are not valid.
pub(crate) fn inflate(bytes: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    DeflateDecoder::new(bytes).read_to_string(&mut text)?;
    Ok(text)
}
