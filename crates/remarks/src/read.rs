//! The one way in.

use crate::returned_file::ReturnedFile;
use crate::unreadable::Unreadable;

/// Reads a returned file. `name` stands in messages alone; the format is recognised by the bytes. `password` opens a
/// file that is encrypted with one.
///
/// # Errors
/// When nothing of the file can be used; the variant tells why.
pub fn read(name: &str, bytes: &[u8], password: Option<&str>) -> Result<ReturnedFile, Unreadable> {
    let _ = (bytes, password);
    Err(Unreadable::OtherFormat { name: name.to_owned() })
}
