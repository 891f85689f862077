//! Fonts: they are in the file, with their widths, and with the letters of each glyph.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::content::PageContent;
use super::{File, Problems, Reason};

/// A font with its shown glyphs, each with whether no `ActualText` replaces its letters.
type Used<'a> = (&'a Dictionary, BTreeSet<(u16, bool)>);

pub fn check(file: &File, pages: &[PageContent], found: &mut Problems) {
    // The glyphs of each font, by its object, over all pages.
    let mut used: BTreeMap<String, Used<'_>> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        let resources = file.dict(file.page(index), "Resources");
        let fonts = resources.and_then(|resources| file.dict(resources, "Font"));
        for (name, code, bare) in &page.codes {
            let Some(font) = fonts.and_then(|fonts| file.dict(fonts, name)) else {
                found.add(Reason::NotEmbedded, format!("{name} on page {}", index + 1));
                continue;
            };
            let known = used.entry(file.name(font, "BaseFont"));
            known.or_insert_with(|| (font, BTreeSet::new())).1.insert((*code, *bare));
        }
    }
    for (name, (font, codes)) in used {
        one(file, &name, font, &codes, found);
    }
}

fn one(
    file: &File,
    name: &str,
    font: &Dictionary,
    codes: &BTreeSet<(u16, bool)>,
    found: &mut Problems,
) {
    let says = file.stream(font, "ToUnicode").map(|map| to_unicode(&map)).unwrap_or_default();
    for (code, bare) in codes {
        found.unless(*code != 0, Reason::NoGlyph, &format!("{name} shows .notdef"));
        let words = says.get(code).map_or("", String::as_str);
        let right = !words.is_empty() && !words.contains(['\0', '\u{feff}', '\u{fffe}']);
        found.unless(right || !bare, Reason::NoUnicode, &format!("{name}, glyph {code}"));
    }
    let descendants = file.array(font, "DescendantFonts");
    let Some(descendant) = descendants.first().and_then(|font| file.as_dict(font)) else {
        found.add(Reason::NotEmbedded, format!("{name} has no descendant"));
        return;
    };
    let identity = file.name(descendant, "CIDToGIDMap") == "Identity"
        && file.name(font, "Encoding") == "Identity-H"
        && name.split_once('+').is_some_and(|(tag, _)| tag.len() == 6);
    let program = file
        .dict(descendant, "FontDescriptor")
        .and_then(|descriptor| file.stream(descriptor, "FontFile2"));
    let Some(program) = program.filter(|_| identity) else {
        found.add(Reason::NotEmbedded, name);
        return;
    };
    let Ok(program) = FontRef::new(&program) else {
        found.add(Reason::NotEmbedded, format!("{name} cannot be read"));
        return;
    };
    let metrics = program.glyph_metrics(Size::new(1000.0), LocationRef::default());
    let stated = widths(file, descendant);
    for (code, _) in codes {
        let drawn = metrics.advance_width(GlyphId::from(*code)).unwrap_or(-1.0);
        let width_in_file = stated.get(code).copied().unwrap_or(1000.0);
        let right = (drawn - width_in_file).abs() <= 1.0;
        found.unless(
            right,
            Reason::Widths,
            &format!("{name}, glyph {code}: {width_in_file}, not {drawn}"),
        );
    }
}

fn widths(file: &File, font: &Dictionary) -> BTreeMap<u16, f32> {
    let mut found = BTreeMap::new();
    let items = file.array(font, "W");
    let number = |object: &Object| object.as_float().unwrap_or(0.0);
    let mut at = 0;
    while at + 1 < items.len() {
        let first = number(items[at]) as u16;
        if let Object::Array(widths) = file.follow(items[at + 1]) {
            found.extend((first..).zip(widths.iter().map(number)));
            at += 2;
        } else {
            let last = number(items[at + 1]) as u16;
            let width = items.get(at + 2).map_or(0.0, |width| number(width));
            found.extend((first..=last).map(|code| (code, width)));
            at += 3;
        }
    }
    found
}

/// The letters of each code in a character map.
pub(super) fn to_unicode(map: &[u8]) -> BTreeMap<u16, String> {
    let map = String::from_utf8_lossy(map);
    let mut found = BTreeMap::new();
    let mut ranges = None;
    for line in map.lines() {
        let line = line.trim();
        if line.ends_with("beginbfchar") || line.ends_with("beginbfrange") {
            ranges = Some(line.ends_with("beginbfrange"));
        } else if line.starts_with("endbf") {
            ranges = None;
        } else if let Some(ranges) = ranges {
            let parts: Vec<&str> =
                line.split(['<', '>']).filter(|part| !part.trim().is_empty()).collect();
            let code = |at: usize| {
                parts.get(at).and_then(|part| u16::from_str_radix(part.trim(), 16).ok())
            };
            let (Some(first), Some(last)) = (code(0), code(usize::from(ranges))) else { continue };
            let words = words(parts.last().copied().unwrap_or_default());
            for (by, code) in (first..=last).enumerate() {
                let mut words: Vec<char> = words.chars().collect();
                if let Some(end) = words.last_mut() {
                    *end = char::from_u32(*end as u32 + by as u32).unwrap_or(*end);
                }
                found.insert(code, words.into_iter().collect());
            }
        }
    }
    found
}

fn words(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().filter(char::is_ascii_hexdigit).collect();
    let units = digits
        .chunks(4)
        .map(|unit| u16::from_str_radix(&unit.iter().collect::<String>(), 16).unwrap_or_default());
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}
