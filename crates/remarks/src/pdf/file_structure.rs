//! Reads the file structure (ISO 32000-1, 7.5): finds the objects of a file by its cross-reference table, or by a
//! search if the table is broken.

use std::collections::BTreeMap;
use std::io::Write as _;

use lopdf::xref::XrefEntry;
use lopdf::{Document, Error, LoadOptions, Object, ObjectId};

use super::objects::entries;
use super::weight::{TooHeavy, find, weigh, weigh_decrypted};
use crate::limits::STRUCTURE_BYTES;
use crate::unreadable::Unreadable;

/// The number of bytes at the end of the file in which the mark `%%EOF` must stand.
const END: usize = 2048;

/// A file whose objects are known.
pub(super) struct Opened {
    pub(super) pdf: Document,
    /// Whether the table was broken and the objects were searched for.
    pub(super) reconstructed: bool,
}

/// Checks that the objects of a file stay within what is read.
pub(super) fn check(name: &str, bytes: &[u8], password: Option<&str>) -> Result<(), Unreadable> {
    let named = || name.to_owned();
    let heavy = |heavy: TooHeavy| match heavy {
        TooHeavy::Bomb => Unreadable::Bomb { name: named(), part: "its objects".into() },
        TooHeavy::Filters => Unreadable::Packed { name: named() },
    };
    weigh(bytes).map_err(heavy)?;
    if find(bytes, b"/Encrypt").is_some() {
        // What is encrypted can't be weighed as it stands. The objects are decrypted first without unpacking any:
        // a table that is made anew names none that is packed.
        if let Some(Ok(pdf)) = reconstruct(bytes, password) {
            weigh_decrypted(&pdf).map_err(heavy)?;
        }
    }
    Ok(())
}

/// Reads the objects of a file.
pub(super) fn open(name: &str, bytes: &[u8], password: Option<&str>) -> Result<Opened, Unreadable> {
    let named = || name.to_owned();
    let start = find(bytes, b"%PDF-").unwrap_or(0);
    let bytes = &bytes[start..];
    check(name, bytes, password)?;
    if find(&bytes[bytes.len().saturating_sub(END)..], b"%%EOF").is_none() {
        return Err(Unreadable::Truncated { name: named() });
    }
    let detail = match load(bytes, password) {
        Ok(pdf) if pdf.trailer.has(b"Encrypt") => return Err(locked(name, &pdf)),
        Ok(pdf) if is_whole(&pdf, bytes) => return Ok(Opened { pdf, reconstructed: false }),
        Ok(_) => "it points beside the objects".to_owned(),
        Err(Error::InvalidPassword) => return Err(Unreadable::WrongPassword { name: named() }),
        Err(Error::UnsupportedSecurityHandler(_) | Error::Decryption(_)) => {
            return Err(Unreadable::Encryption { name: named() });
        }
        Err(error) => error.to_string(),
    };
    match reconstruct(bytes, password) {
        Some(Ok(pdf)) if pdf.trailer.has(b"Encrypt") => Err(locked(name, &pdf)),
        Some(Ok(pdf)) if has_pages(&pdf) => Ok(Opened { pdf, reconstructed: true }),
        Some(Err(Error::InvalidPassword)) => Err(Unreadable::WrongPassword { name: named() }),
        _ => Err(Unreadable::BrokenCrossReference { name: named(), detail }),
    }
}

fn load(bytes: &[u8], password: Option<&str>) -> Result<Document, Error> {
    let options = LoadOptions {
        password: password.map(str::to_owned),
        max_decompressed_size: Some(STRUCTURE_BYTES),
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options)
}

/// Why an encrypted file was not opened: it needs a password, or its encryption is not known.
fn locked(name: &str, pdf: &Document) -> Unreadable {
    let name = name.to_owned();
    let encryption = entries(pdf, &pdf.trailer, "Encrypt");
    let version = encryption.and_then(|entry| entry.get(b"V").and_then(Object::as_i64).ok());
    let handler = encryption.and_then(|entry| entry.get(b"Filter").and_then(Object::as_name).ok());
    match (handler, version) {
        (Some(b"Standard"), Some(1 | 2 | 4 | 5)) => Unreadable::PasswordNeeded { name },
        _ => Unreadable::Encryption { name },
    }
}

fn has_pages(pdf: &Document) -> bool {
    let catalog = entries(pdf, &pdf.trailer, "Root");
    catalog.and_then(|catalog| entries(pdf, catalog, "Pages")).is_some()
}

/// Whether the table leads to each object that it names. Otherwise objects would be left out without a message.
fn is_whole(pdf: &Document, bytes: &[u8]) -> bool {
    has_pages(pdf)
        && pdf.reference_table.entries.iter().all(|(number, entry)| match entry {
            // Some programs write unused numbers with the offset 0.
            XrefEntry::Normal { offset: 0, .. } => true,
            XrefEntry::Normal { offset, .. } => {
                let at = bytes.get(*offset as usize..).unwrap_or_default();
                let at = at.trim_ascii_start();
                at.strip_prefix(number.to_string().as_bytes())
                    .is_some_and(|rest| rest.first().is_some_and(u8::is_ascii_whitespace))
            }
            _ => true,
        })
}

/// Writes a new table after the end of the file, and reads the file again. `None` if no object is found.
fn reconstruct(bytes: &[u8], password: Option<&str>) -> Option<Result<Document, Error>> {
    let objects = search(bytes);
    let last = *objects.keys().next_back()?;
    let mut file = bytes.to_vec();
    file.extend_from_slice(b"\n");
    let table = file.len();
    // Writing to memory does not fail.
    let _ = write!(file, "xref\n0 1\n0000000000 65535 f \n");
    for ((number, generation), offset) in &objects {
        let _ = write!(file, "{number} 1\n{offset:010} {generation:05} n \n");
    }
    let _ = write!(file, "trailer\n<< /Size {} ", u64::from(last.0) + 1);
    for key in ["/Root", "/Info", "/Encrypt"] {
        if let Some(id) = last_reference(bytes, key.as_bytes()) {
            let _ = write!(file, "{key} {} {} R ", id.0, id.1);
        }
    }
    if let Some(id) = last_id(bytes) {
        let _ = write!(file, "/ID ");
        file.extend_from_slice(id);
    }
    let _ = write!(file, " >>\nstartxref\n{table}\n%%EOF\n");
    let read = load(&file, password).map(|mut pdf| {
        if !has_pages(&pdf) {
            let is_catalog = |object: &Object| {
                object.as_dict().is_ok_and(|dictionary| dictionary.has_type(b"Catalog"))
            };
            let catalog = pdf.objects.iter().rev().find(|(_, object)| is_catalog(object));
            if let Some(id) = catalog.map(|(id, _)| *id) {
                pdf.trailer.set("Root", Object::Reference(id));
            }
        }
        pdf
    });
    Some(read)
}

/// The places at which objects begin. If several objects have the same number, the last one counts.
fn search(bytes: &[u8]) -> BTreeMap<ObjectId, usize> {
    let mut newest: BTreeMap<u32, (u16, usize)> = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, b"obj")) {
        let at = from + at;
        from = at + 3;
        let Some((generation, before)) = number_before(&bytes[..at]) else { continue };
        let Some((number, before)) = number_before(&bytes[..before]) else { continue };
        if let (Ok(number), Ok(generation)) = (u32::try_from(number), u16::try_from(generation)) {
            newest.insert(number, (generation, before));
        }
    }
    newest.into_iter().map(|(number, (generation, at))| ((number, generation), at)).collect()
}

/// The number that stands before white space, and the byte at which it begins.
fn number_before(bytes: &[u8]) -> Option<(u64, usize)> {
    let trimmed = bytes.trim_ascii_end();
    let digits = trimmed.iter().rev().take_while(|byte| byte.is_ascii_digit()).take(10).count();
    let start = trimmed.len() - digits;
    let spaced = trimmed.len() < bytes.len() && digits > 0;
    let number = std::str::from_utf8(&trimmed[start..]).ok().filter(|_| spaced)?.parse().ok()?;
    Some((number, start))
}

/// The last reference `KEY N G R` in the file.
fn last_reference(bytes: &[u8], key: &[u8]) -> Option<ObjectId> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, key)) {
        from += at + key.len();
        let words = bytes[from..bytes.len().min(from + 40)].split(u8::is_ascii_whitespace);
        let mut words = words.filter(|word| !word.is_empty());
        let mut word = || std::str::from_utf8(words.next()?).ok();
        if let (Some(Ok(number)), Some(Ok(generation)), Some(r)) =
            (word().map(str::parse), word().map(str::parse), word())
            && r.starts_with('R')
        {
            found = Some((number, generation));
        }
    }
    found
}

/// The last `/ID [ … ]` in the file, which is needed for its encryption.
fn last_id(bytes: &[u8]) -> Option<&[u8]> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, b"/ID")) {
        from += at + 3;
        let rest = bytes[from..].trim_ascii_start();
        let near = &rest[..rest.len().min(300)];
        if near.starts_with(b"[")
            && let Some(end) = find(near, b"]")
        {
            found = Some(&rest[..=end]);
        }
    }
    found
}
