//! Text that is kept deflated, since opening reads all of a file for its checksums.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::error::{Error, Result};

/// The text, deflated.
pub(crate) fn deflate(text: &str) -> Result<Vec<u8>> {
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::default());
    let written = deflated.write_all(text.as_bytes()).and_then(|()| deflated.finish());
    written.map_err(|e| Error::Misuse(e.to_string()))
}

/// The text that was deflated.
///
/// # Errors
/// What is wrong with the bytes.
pub(crate) fn inflate(bytes: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    DeflateDecoder::new(bytes).read_to_string(&mut text)?;
    Ok(text)
}
