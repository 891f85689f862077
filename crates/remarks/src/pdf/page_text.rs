//! Reads the text of a page, with the place of each letter, from its content (ISO 32000-1, 9.4 and 14.6).

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fonts::Font;
use super::geometry::{Area, Matrix};
use super::objects::{array, dictionary, entries, get, name, numbers, string};
use super::operands::{Operand, Operators};
use super::strings;
use crate::limits::{CONTENT_BYTES, GLYPHS};

/// The greatest depth of forms within forms, and the greatest number of graphics states and marked sequences that are
/// kept.
const DEPTH: usize = 8;
const STATES: usize = 256;
/// The greatest number of forms that one page shows. A form that is shown twice counts twice.
const FORMS: usize = 2000;

/// A letter on the page: its range of bytes in the text, and its area.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) area: Area,
}

/// The text of a page, in the order in which the file holds it. Artifacts (headers, footers, marks behind the page) are
/// left out.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) text: String,
    pub(super) letters: Vec<Placed>,
    /// Whether some of the content could not be read.
    pub(super) incomplete: bool,
}

/// The fonts that were read, by the id of their object.
pub(super) type Fonts = HashMap<ObjectId, Rc<Font>>;

/// Reads the text of a page. `resources` are the page's own or those that it inherits.
pub(super) fn read(
    pdf: &Document,
    page: &Dictionary,
    resources: Option<&Dictionary>,
    fonts: &mut Fonts,
) -> PageText {
    let mut reader = Reader {
        pdf,
        fonts,
        page: PageText::default(),
        marks: Vec::new(),
        budget: CONTENT_BYTES,
        shown: 0,
    };
    let mut content = Vec::new();
    let streams = match get(pdf, page, "Contents") {
        Some(Object::Array(streams)) => streams.iter().collect(),
        Some(stream) => vec![stream],
        None => Vec::new(),
    };
    for stream in streams {
        // The end of a stream also ends an operand or operator.
        content.push(b'\n');
        content.extend(reader.unpack(stream));
    }
    reader.content(&content, resources, Matrix::IDENTITY, DEPTH);
    reader.page
}

/// The state of the text while content is read.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    /// The horizontal scale; 1 is the normal width.
    scale: f64,
    leading: f64,
    rise: f64,
}

/// A marked sequence that has not ended.
#[derive(Default)]
struct Mark {
    artifact: bool,
    /// The text that replaces its glyphs, and the area around its glyphs so far.
    actual: Option<(String, Option<Area>)>,
}

struct Reader<'a> {
    pdf: &'a Document,
    fonts: &'a mut Fonts,
    page: PageText,
    marks: Vec<Mark>,
    /// The number of bytes of content that may still be unpacked.
    budget: usize,
    /// The number of forms that were shown.
    shown: usize,
}

impl<'a> Reader<'a> {
    fn unpack(&mut self, stream: &'a Object) -> Vec<u8> {
        let Some(Object::Stream(stream)) = super::objects::follow(self.pdf, stream) else {
            self.page.incomplete = true;
            return Vec::new();
        };
        if let Ok(content) = stream.get_plain_content_with_limit(self.budget) {
            self.budget -= content.len().min(self.budget);
            content
        } else {
            self.page.incomplete = true;
            Vec::new()
        }
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        base: Matrix,
        depth: usize,
    ) {
        let mut state = State {
            matrix: base,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<State> = Vec::new();
        let mut text = Matrix::IDENTITY;
        let mut line = Matrix::IDENTITY;
        let mut operators = Operators::new(content);
        let mut operands = Vec::new();
        let marks = self.marks.len();
        while let Some(operator) = operators.next(&mut operands) {
            if self.page.letters.len() >= GLYPHS {
                self.page.incomplete = true;
                break;
            }
            let figures: Vec<f64> = operands.iter().filter_map(figure).collect();
            let first = figures.first().copied().unwrap_or(0.0);
            match operator {
                b"q" if saved.len() < STATES => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => {
                    if let Some(matrix) = Matrix::of(&figures) {
                        state.matrix = matrix.then(state.matrix);
                    }
                }
                b"BT" => (text, line) = (Matrix::IDENTITY, Matrix::IDENTITY),
                b"Tf" => {
                    state.size = first;
                    if let Some(Operand::Name(name)) = operands.first() {
                        state.font = self.font(resources, name);
                    }
                }
                b"Tc" => state.letter_space = first,
                b"Tw" => state.word_space = first,
                b"Tz" => state.scale = first / 100.0,
                b"TL" => state.leading = first,
                b"Ts" => state.rise = first,
                b"Td" | b"TD" => {
                    if let [x, y, ..] = figures[..] {
                        if operator == b"TD" {
                            state.leading = -y;
                        }
                        line = line.moved(x, y);
                        text = line;
                    }
                }
                b"Tm" => {
                    if let Some(matrix) = Matrix::of(&figures) {
                        (text, line) = (matrix, matrix);
                    }
                }
                b"T*" | b"'" | b"\"" => {
                    if let ([word, letter, ..], b"\"") = (&figures[..], operator) {
                        (state.word_space, state.letter_space) = (*word, *letter);
                    }
                    line = line.moved(0.0, -state.leading);
                    text = line;
                    if let Some(shown @ Operand::Text(_)) = operands.last() {
                        self.show(&state, &mut text, shown);
                    }
                }
                b"Tj" | b"TJ" => {
                    if let Some(shown) = operands.last() {
                        self.show(&state, &mut text, shown);
                    }
                }
                b"BMC" | b"BDC" => self.open(resources, &operands),
                b"EMC" if self.marks.len() > marks => self.close(),
                b"Do" => {
                    if let Some(Operand::Name(name)) = operands.first() {
                        self.form(resources, name, state.matrix, depth);
                    }
                }
                _ => {}
            }
        }
        while self.marks.len() > marks {
            self.close();
        }
    }

    fn font(&mut self, resources: Option<&'a Dictionary>, name: &str) -> Option<Rc<Font>> {
        let pdf = self.pdf;
        let entry = entries(pdf, resources?, "Font")?.get(name.as_bytes()).ok()?;
        let read = || dictionary(pdf, entry).map(|font| Rc::new(Font::read(pdf, font)));
        let Object::Reference(id) = entry else { return read() };
        if let Some(font) = self.fonts.get(id) {
            return Some(Rc::clone(font));
        }
        let font = read()?;
        self.fonts.insert(*id, Rc::clone(&font));
        Some(font)
    }

    fn form(&mut self, resources: Option<&'a Dictionary>, named: &str, base: Matrix, depth: usize) {
        let pdf = self.pdf;
        let found = resources.and_then(|resources| entries(pdf, resources, "XObject"));
        let Some(form) = found.and_then(|found| get(pdf, found, named)) else { return };
        let Object::Stream(stream) = form else { return };
        if name(pdf, &stream.dict, "Subtype").as_deref() != Some("Form") {
            return;
        }
        self.shown += 1;
        if depth == 0 || self.shown > FORMS {
            self.page.incomplete = true;
            return;
        }
        let matrix = Matrix::of(&numbers(pdf, array(pdf, &stream.dict, "Matrix")));
        let own = entries(pdf, &stream.dict, "Resources").or(resources);
        let content = self.unpack(form);
        self.content(&content, own, matrix.unwrap_or(Matrix::IDENTITY).then(base), depth - 1);
    }

    fn open(&mut self, resources: Option<&'a Dictionary>, operands: &[Operand]) {
        let outer = self.marks.last().is_some_and(|mark| mark.artifact);
        let artifact = matches!(operands.first(), Some(Operand::Name(tag)) if tag == "Artifact");
        let actual = match operands.get(1) {
            Some(Operand::Entries(entries)) => {
                entries.iter().find_map(|(key, value)| match (key.as_str(), value) {
                    ("ActualText", Operand::Text(bytes)) => Some(strings::text(bytes)),
                    _ => None,
                })
            }
            Some(Operand::Name(named)) => resources
                .and_then(|resources| entries(self.pdf, resources, "Properties"))
                .and_then(|found| entries(self.pdf, found, named))
                .and_then(|found| string(self.pdf, found, "ActualText"))
                .map(strings::text),
            _ => None,
        };
        if self.marks.len() < STATES {
            let actual = actual.map(|says| (says, None));
            self.marks.push(Mark { artifact: artifact || outer, actual });
        }
    }

    fn close(&mut self) {
        let Some(Mark { artifact: false, actual: Some((says, Some(area))) }) = self.marks.pop()
        else {
            return;
        };
        // The text replaces the glyphs. Its characters are assumed to be spread evenly over the area of the glyphs.
        let count = says.chars().count().max(1) as f64;
        let step = (area.right - area.left) / count;
        for (index, c) in says.chars().enumerate() {
            let left = area.left + step * index as f64;
            self.place(c.encode_utf8(&mut [0; 4]), Area { left, right: left + step, ..area });
        }
    }

    fn show(&mut self, state: &State, text: &mut Matrix, shown: &Operand) {
        let Some(font) = &state.font else { return };
        let one = std::slice::from_ref(shown);
        for item in if let Operand::Array(items) = shown { items } else { one } {
            match item {
                Operand::Number(by) => {
                    *text = text.moved(-by / 1000.0 * state.size * state.scale, 0.0);
                }
                Operand::Text(bytes) => {
                    for letter in font.letters(bytes) {
                        let word_space = if letter.is_space { state.word_space } else { 0.0 };
                        let wide = letter.width * state.size;
                        let on_page = text.then(state.matrix);
                        let (low, high) =
                            (state.rise - 0.2 * state.size, state.rise + 0.8 * state.size);
                        let corner = |x: f64, y: f64| on_page.apply((x * state.scale, y));
                        let corners = [
                            corner(0.0, low),
                            corner(wide, low),
                            corner(wide, high),
                            corner(0.0, high),
                        ];
                        if let Some(area) = Area::around(corners.as_flattened()) {
                            self.letter(letter.says, area);
                        }
                        *text =
                            text.moved((wide + state.letter_space + word_space) * state.scale, 0.0);
                    }
                }
                _ => {}
            }
        }
    }

    fn letter(&mut self, says: &str, area: Area) {
        if self.marks.last().is_some_and(|mark| mark.artifact) {
            return;
        }
        // If marked sequences with a replacement text stand within each other, the outermost one counts.
        if let Some((_, around)) = self.marks.iter_mut().find_map(|mark| mark.actual.as_mut()) {
            *around = Some(around.map_or(area, |around| around.union(area)));
        } else if !says.is_empty() {
            self.place(says, area);
        }
    }

    fn place(&mut self, says: &str, area: Area) {
        if self.page.letters.len() >= GLYPHS
            || ![area.left, area.right, area.bottom, area.top].iter().all(|side| side.is_finite())
        {
            return;
        }
        if let Some(last) = self.page.letters.last() {
            let height = (area.top - area.bottom).max(1.0);
            let shift = (last.area.bottom - area.bottom).abs();
            if shift > 0.4 * height || area.right < last.area.left {
                self.page.text.push('\n');
            } else if area.left - last.area.right > 0.2 * height {
                self.page.text.push(' ');
            }
        }
        let start = self.page.text.len();
        self.page.text.push_str(says);
        self.page.letters.push(Placed { start, end: self.page.text.len(), area });
    }
}

fn figure(operand: &Operand) -> Option<f64> {
    if let Operand::Number(value) = operand { Some(*value) } else { None }
}
