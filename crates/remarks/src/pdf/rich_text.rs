//! Reads rich text strings (ISO 32000-1, 12.7.3.4). Some programs write the words of a remark only as XHTML.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

/// The words, with a line for each paragraph. If the markup is not well-formed, only the words before the fault are
/// returned.
pub(super) fn words(markup: &str) -> String {
    let mut reader = Reader::from_str(markup);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut words = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::CData(text) => words.push_str(&text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => words.push(c),
                _ if &*reference == "nbsp" => words.push('\u{a0}'),
                _ => words.push_str(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "br" => words.push('\n'),
            Event::Start(tag) if tag.local_name().as_ref() == "br" => words.push('\n'),
            Event::End(tag) if matches!(tag.local_name().as_ref(), "p" | "div" | "li") => {
                words.push('\n');
            }
            Event::Eof => break,
            _ => {}
        }
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines() {
        let markup =
            "<?xml version=\"1.0\"?><body><p>A &amp; <b>b</b>&#233;</p><p>c<br/>d</p></body>";
        assert_eq!(words(markup), "A & bé\nc\nd");
        assert_eq!(words("<body><p>so far < and"), "so far");
    }
}
