//! Gets values from objects (ISO 32000-1, 7.3), and follows references.

use lopdf::{Dictionary, Document, Object};

/// The greatest number of references that are followed one after the other.
const STEPS: usize = 16;

/// The object to which a reference leads, or the object itself if it is no reference.
pub(super) fn follow<'a>(pdf: &'a Document, mut object: &'a Object) -> Option<&'a Object> {
    for _ in 0..STEPS {
        let Object::Reference(id) = object else { return Some(object) };
        object = pdf.objects.get(id)?;
    }
    None
}

/// An entry of a dictionary.
pub(super) fn get<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Object> {
    follow(pdf, of.get(key.as_bytes()).ok()?)
}

/// A dictionary, or the dictionary of a stream.
pub(super) fn dictionary<'a>(pdf: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match follow(pdf, object)? {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An entry of a dictionary that is itself a dictionary.
pub(super) fn entries<'a>(
    pdf: &'a Document,
    of: &'a Dictionary,
    key: &str,
) -> Option<&'a Dictionary> {
    dictionary(pdf, of.get(key.as_bytes()).ok()?)
}

/// An entry of a dictionary that is an array; empty if there is no such entry.
pub(super) fn array<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> &'a [Object] {
    match get(pdf, of, key) {
        Some(Object::Array(items)) => items,
        _ => &[],
    }
}

/// A number, whole or not; `None` if the object is not a finite number.
pub(super) fn number(pdf: &Document, object: &Object) -> Option<f64> {
    match follow(pdf, object)? {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => Some(f64::from(*value)).filter(|value| value.is_finite()),
        _ => None,
    }
}

/// An entry of a dictionary that is a number.
pub(super) fn number_of(pdf: &Document, of: &Dictionary, key: &str) -> Option<f64> {
    number(pdf, of.get(key.as_bytes()).ok()?)
}

/// The numbers of an array.
pub(super) fn numbers(pdf: &Document, items: &[Object]) -> Vec<f64> {
    items.iter().filter_map(|item| number(pdf, item)).collect()
}

/// An entry of a dictionary that is a name.
pub(super) fn name(pdf: &Document, of: &Dictionary, key: &str) -> Option<String> {
    match get(pdf, of, key)? {
        Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
        _ => None,
    }
}

/// An entry of a dictionary that is a string.
pub(super) fn string<'a>(pdf: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
    match get(pdf, of, key)? {
        Object::String(bytes, _) => Some(bytes),
        _ => None,
    }
}
