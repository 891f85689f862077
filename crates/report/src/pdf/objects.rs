//! Objects (ISO 32000-1, 7.3): names, text strings and numbers as this program writes them.

use std::fmt::Write as _;

use lopdf::{Object, StringFormat};

use crate::ReportError;

/// What lopdf refuses, as an error of the report.
pub(super) fn failed(error: impl std::fmt::Display) -> ReportError {
    ReportError::Write(error.to_string())
}

pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string of PDF: ASCII unchanged, other text as UTF-16 with a byte order mark.
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A number with two decimals.
pub(super) fn real(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}

/// Addresses are ASCII; anything else is escaped byte by byte.
pub(super) fn address(address: &str) -> Object {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Object::string_literal(out)
}

/// A day as a date string: midnight, universal time.
pub(super) fn date(day: chrono::NaiveDate) -> Object {
    Object::string_literal(format!("D:{}000000Z", day.format("%Y%m%d")))
}
