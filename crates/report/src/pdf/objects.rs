//! Objects (ISO 32000-1, 7.3): makes names, text strings and numbers, and writes all kinds of objects.

use std::fmt::Write as _;
use std::io::Write as _;

use lopdf::{Dictionary, Object, StringFormat};

use crate::ReportError;

/// The error of the report for an error of lopdf.
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

/// An address in ASCII. Other characters are escaped byte by byte.
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

/// Writes an object without the separator before the next one.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    // Writing to memory does not fail.
    let _ = match object {
        Object::Null => out.write_all(b"null"),
        Object::Boolean(value) => write!(out, "{value}"),
        Object::Integer(value) => write!(out, "{value}"),
        Object::Real(value) => write!(out, "{value}"),
        Object::Reference((number, generation)) => write!(out, "{number} {generation} R"),
        Object::Name(name) => {
            write_name(out, name);
            Ok(())
        }
        Object::String(bytes, StringFormat::Literal) => {
            write_literal(out, bytes);
            Ok(())
        }
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            bytes.iter().for_each(|byte| out.extend(hexadecimal(*byte)));
            out.push(b'>');
            Ok(())
        }
        Object::Array(objects) => {
            out.push(b'[');
            for (index, object) in objects.iter().enumerate() {
                if index > 0 && !begins_with_mark(object) {
                    out.push(b' ');
                }
                write(out, object);
            }
            out.push(b']');
            Ok(())
        }
        Object::Dictionary(dictionary) => {
            write_dictionary(out, dictionary);
            Ok(())
        }
        Object::Stream(stream) => {
            write_dictionary(out, &stream.dict);
            out.extend(b"stream\n");
            out.extend(&stream.content);
            out.extend(b"\nendstream");
            Ok(())
        }
    };
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        if !begins_with_mark(value) {
            out.push(b' ');
        }
        write(out, value);
    }
    out.extend(b">>");
}

/// Whether an object begins with a character that separates it from the word before it.
fn begins_with_mark(object: &Object) -> bool {
    matches!(
        object,
        Object::Name(_)
            | Object::String(..)
            | Object::Array(_)
            | Object::Dictionary(_)
            | Object::Stream(_)
    )
}

/// A name. `#` and two digits stand for a character that is not regular (7.3.5).
fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.push(b'#');
            out.extend(hexadecimal(*byte));
        }
    }
}

/// A literal string. `\` stands before characters that would end the string or be read as something else (7.3.4.2).
fn write_literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            b'\r' => out.extend(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(byte: u8) -> [u8; 2] {
    let digit = |value: u8| b"0123456789ABCDEF"[usize::from(value & 15)];
    [digit(byte >> 4), digit(byte)]
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write(&mut out, object);
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn objects_are_written_with_no_more_spaces_than_they_need() {
        let mut inner = Dictionary::new();
        inner.set("S", name("A B"));
        inner.set("K", vec![Object::Integer(-1), Object::Real(0.5), Object::Reference((7, 0))]);
        assert_eq!(written(&Object::Dictionary(inner)), "<</S/A#20B/K[-1 0.5 7 0 R]>>");
        assert_eq!(written(&vec![name("a"), Object::Null, true.into()].into()), "[/a null true]");
    }

    #[test]
    fn a_string_ends_where_it_ends() {
        assert_eq!(written(&Object::string_literal("a)(b\\c\rd")), "(a\\)\\(b\\\\c\\rd)");
        let hex = Object::String(vec![0xfe, 0xff, 0x00, 0xe5], StringFormat::Hexadecimal);
        assert_eq!(written(&dictionary! { "T" => hex }.into()), "<</T<FEFF00E5>>>");
    }
}
