//! Reads fonts (ISO 32000-1, 9.5 to 9.7): which letters a string shows, and how wide they are.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};

use super::objects::{array, dictionary, get, name, number, number_of, numbers};
use super::to_unicode::ToUnicode;
use crate::limits::CONTENT_BYTES;

/// The greatest number of widths of one font.
const WIDTHS: usize = 70_000;

/// One letter of a string that is shown.
pub(super) struct Letter<'a> {
    /// The characters that it stands for; empty if they are not known.
    pub(super) says: &'a str,
    /// Its width as a fraction of the type size.
    pub(super) width: f64,
    /// Whether the word space is added after it: its code is a single byte 32.
    pub(super) is_space: bool,
}

/// The parts of a font that are needed.
pub(super) struct Font {
    /// Whether a code has two bytes.
    composite: bool,
    to_unicode: Option<ToUnicode>,
    /// The characters of each code of a simple font, by its encoding.
    encoding: Vec<String>,
    widths: HashMap<u32, f64>,
    ranges: Vec<(u32, u32, f64)>,
    default_width: f64,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(pdf: &Document, font: &Dictionary) -> Self {
        let to_unicode = match get(pdf, font, "ToUnicode") {
            Some(Object::Stream(stream)) => stream
                .get_plain_content_with_limit(CONTENT_BYTES)
                .ok()
                .map(|content| ToUnicode::read(&content)),
            _ => None,
        };
        let composite = name(pdf, font, "Subtype").as_deref() == Some("Type0");
        let mut read = Self {
            composite,
            to_unicode,
            encoding: Vec::new(),
            widths: HashMap::new(),
            ranges: Vec::new(),
            default_width: 0.5,
        };
        if composite {
            read.descendant(pdf, font);
        } else {
            read.simple(pdf, font);
        }
        read
    }

    fn descendant(&mut self, pdf: &Document, font: &Dictionary) {
        let below = array(pdf, font, "DescendantFonts").first();
        let Some(below) = below.and_then(|font| dictionary(pdf, font)) else { return };
        self.default_width = number_of(pdf, below, "DW").unwrap_or(1000.0) / 1000.0;
        let mut rest = array(pdf, below, "W").iter();
        while let (Some(first), Some(second)) = (rest.next(), rest.next()) {
            let Some(first) = number(pdf, first) else { continue };
            if let Some(Object::Array(widths)) = super::objects::follow(pdf, second) {
                for (code, width) in (first as u32..).zip(numbers(pdf, widths)) {
                    if self.widths.len() < WIDTHS {
                        self.widths.insert(code, width / 1000.0);
                    }
                }
            } else if let (Some(last), Some(width)) =
                (number(pdf, second), rest.next().and_then(|width| number(pdf, width)))
                && self.ranges.len() < 1000
            {
                self.ranges.push((first as u32, last as u32, width / 1000.0));
            }
        }
    }

    fn simple(&mut self, pdf: &Document, font: &Dictionary) {
        // Type 3 fonts have their own scale.
        let scale = numbers(pdf, array(pdf, font, "FontMatrix"));
        let scale = scale.first().copied().unwrap_or(0.001);
        let first = number_of(pdf, font, "FirstChar").unwrap_or(0.0).max(0.0) as u32;
        let widths = numbers(pdf, array(pdf, font, "Widths"));
        self.widths = (first..).zip(widths.iter().take(256).map(|width| width * scale)).collect();
        if self.to_unicode.is_none() {
            let encoding = font.get_font_encoding_with_limit(pdf, CONTENT_BYTES);
            self.encoding = (0..=255_u8)
                .map(|byte| {
                    let decoded = encoding.as_ref().ok().and_then(|encoding| {
                        Document::decode_text(encoding, std::slice::from_ref(&byte)).ok()
                    });
                    let plain = || char::from(byte).to_string();
                    decoded.filter(|decoded| !decoded.is_empty()).unwrap_or_else(plain)
                })
                .collect();
        }
    }

    fn width(&self, code: u32) -> f64 {
        if let Some(width) = self.widths.get(&code) {
            return *width;
        }
        let within = |&&(first, last, _): &&(u32, u32, f64)| (first..=last).contains(&code);
        self.ranges.iter().find(within).map_or(self.default_width, |range| range.2)
    }

    /// The letters of a string.
    pub(super) fn letters<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = Letter<'a>> {
        let length = if self.composite { 2 } else { 1 };
        text.chunks(length).map(move |bytes| {
            let code = bytes.iter().fold(0, |code, byte| (code << 8) | u32::from(*byte));
            let by_table = self.to_unicode.as_ref().and_then(|table| table.get(code));
            let by_encoding = || self.encoding.get(code as usize).map_or("", String::as_str);
            Letter {
                says: by_table.unwrap_or_else(by_encoding),
                width: self.width(code),
                is_space: !self.composite && code == 32,
            }
        })
    }
}
