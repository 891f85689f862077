//! The language of words: an element says it, or one above it, or the file (ISO 14289-1, 7.2).

use std::collections::BTreeMap;

use super::content::PageContent;
use super::fonts::to_unicode;
use super::structure::{Element, Kid};
use super::{File, Problems, Reason};

/// Words that tell a language. So many of one language and none of the other leave no doubt.
const ENGLISH: [&str; 10] =
    ["the", "of", "and", "is", "are", "that", "which", "with", "from", "their"];
const NORDIC: [&str; 10] = ["og", "av", "af", "er", "som", "til", "ikke", "det", "den", "fra"];
const CERTAIN: usize = 3;

/// By page, the letters of each code by the name of its font.
type Letters = Vec<BTreeMap<String, BTreeMap<u16, String>>>;

pub fn check(file: &File, tree: &Element, pages: &[PageContent], found: &mut Problems) {
    let letters = (0..file.pages.len()).map(|index| letters(file, index)).collect();
    let of = Words { file, pages, letters };
    let language = file.text(file.catalog(), "Lang");
    one(&of, tree, &language, found);
}

fn letters(file: &File, page: usize) -> BTreeMap<String, BTreeMap<u16, String>> {
    let resources = file.dict(file.page(page), "Resources");
    let Some(fonts) = resources.and_then(|resources| file.dict(resources, "Font")) else {
        return BTreeMap::new();
    };
    let names = fonts.iter().map(|(name, _)| String::from_utf8_lossy(name).into_owned());
    let map = |name: &String| {
        let map = file.stream(file.dict(fonts, name)?, "ToUnicode")?;
        Some(to_unicode(&map))
    };
    names.map(|name| (name.clone(), map(&name).unwrap_or_default())).collect()
}

struct Words<'a> {
    file: &'a File,
    pages: &'a [PageContent],
    letters: Letters,
}

impl Words<'_> {
    /// The words of an element with those of the elements in its lines that are in the same language.
    fn of(&self, element: &Element) -> String {
        let mut text = String::new();
        for kid in &element.kids {
            match kid {
                Kid::Content(page, mcid) => {
                    let Some(at) = self.file.pages.iter().position(|id| id == page) else {
                        continue;
                    };
                    for (font, code) in self.pages[at].shown.get(mcid).into_iter().flatten() {
                        let letters = self.letters[at].get(font);
                        text.extend(letters.and_then(|l| l.get(code)).map(String::as_str));
                    }
                    text.push(' ');
                }
                Kid::Element(below) if in_line(below) && below.language.is_empty() => {
                    text.push_str(&self.of(below));
                }
                Kid::Element(_) | Kid::Annotation(_) => {}
            }
        }
        text
    }
}

fn in_line(element: &Element) -> bool {
    ["Span", "Link", "Reference"].contains(&element.kind.as_str())
}

fn one(of: &Words<'_>, element: &Element, around: &str, found: &mut Problems) {
    let language = if element.language.is_empty() { around } else { &element.language };
    if !in_line(element) || !element.language.is_empty() {
        let text = of.of(element).to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
        let count = |list: &[&str]| words.iter().filter(|word| list.contains(word)).count();
        let (english, nordic) = (count(&ENGLISH), count(&NORDIC));
        let is_english = language.starts_with("en");
        let other = (english >= CERTAIN && nordic == 0 && !is_english)
            || (nordic >= CERTAIN && english == 0 && is_english);
        found.unless(!other, Reason::OtherLanguage, &format!("{language}: {text}"));
    }
    for below in element.elements() {
        one(of, below, language, found);
    }
}
