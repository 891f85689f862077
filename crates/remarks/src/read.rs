//! Reads a returned file of any format.

use crate::docx;
use crate::limits::FILE_BYTES;
use crate::pdf;
use crate::returned_file::ReturnedFile;
use crate::unreadable::Unreadable;

/// The number of bytes at the beginning in which the mark of a PDF must stand; some programs put other bytes before it.
const HEAD: usize = 1024;

/// Checks that a PDF can be read without taking more memory than a report does, whatever is in it. Whoever reads a PDF
/// from elsewhere asks this first.
///
/// # Errors
/// When its objects become too large.
pub fn check_pdf(name: &str, bytes: &[u8]) -> Result<(), Unreadable> {
    pdf::check(name, bytes)
}

/// Reads a returned file. `name` stands in messages alone; the format is recognised by the bytes. `password` opens a
/// file that is encrypted with one.
///
/// # Errors
/// [`Unreadable`] if nothing in the file can be used; its variant is the reason.
pub fn read(name: &str, bytes: &[u8], password: Option<&str>) -> Result<ReturnedFile, Unreadable> {
    let named = || name.to_owned();
    if bytes.is_empty() {
        return Err(Unreadable::Empty { name: named() });
    }
    if bytes.len() > FILE_BYTES {
        let (bytes, limit) = (bytes.len(), FILE_BYTES);
        return Err(Unreadable::TooLarge { name: named(), bytes, limit });
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        return pdf::read(name, bytes, password);
    }
    if docx::is_archive(bytes) {
        return docx::read(name, bytes);
    }
    // A Word document with a password is no zip archive. It is an older container that holds this name.
    let container = bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if container && bytes.windows(package.len()).any(|window| window == package) {
        return Err(Unreadable::Encryption { name: named() });
    }
    Err(Unreadable::OtherFormat { name: named() })
}
