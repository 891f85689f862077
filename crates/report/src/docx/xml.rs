//! Writes XML 1.0. Open elements are closed in the right order, and words never become markup.

use std::fmt::Write;

/// A part of the file that is being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A part with its declaration.
    pub(super) fn part() -> Self {
        let declaration = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        Self { out: format!("{declaration}\n"), open: Vec::new() }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            let _ = write!(self.out, "</{name}>");
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element whose only attribute is `w:val`.
    pub(super) fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// The index at which the value of the last element ends, if [`value`](Self::value) wrote it.
    pub(super) fn end_of_value(&self) -> usize {
        self.out.len().saturating_sub("\"/>".len())
    }

    /// Replaces what was written between two indexes of the part.
    pub(super) fn replace(&mut self, place: std::ops::Range<usize>, words: &str) {
        let mut escaped = String::with_capacity(words.len());
        escape(words, true, &mut escaped);
        self.out.replace_range(place, &escaped);
    }

    /// An element that only contains words.
    pub(super) fn words(&mut self, name: &'static str, words: &str) {
        self.open(name, &[]);
        self.text(words);
        self.close();
    }

    /// Words within the open element.
    pub(super) fn text(&mut self, words: &str) {
        escape(words, false, &mut self.out);
    }

    /// The part. All open elements are closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            let _ = write!(self.out, " {attribute}=\"");
            escape(value, true, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Whether XML 1.0 allows the character.
pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

fn escape(words: &str, attribute: bool, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' | '\t' | '\r' if attribute => out.push(' '),
            c if is_allowed(c) => out.push(c),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup_and_what_xml_lacks_is_left_out() {
        let mut xml = Xml::default();
        xml.open("w:t", &[("a", "\"<\u{1}&\n>\"")]);
        xml.text("]]> <w:p/> & \u{0}\u{b}\u{ffff}\"'");
        assert_eq!(
            xml.finish(),
            "<w:t a=\"&quot;&lt;&amp; &gt;&quot;\">]]&gt; &lt;w:p/&gt; &amp; \"'</w:t>"
        );
    }
}
