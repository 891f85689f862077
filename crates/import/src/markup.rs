//! Texts with marks inside a data file. OSCAL and SATRE write them in Markdown.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::page::{PageWriter, plain};
use vurder_model::provider::PageBlock;

/// Writes a text with its emphasis, links, lists and tables.
pub(crate) fn write(page: &mut PageWriter, text: &str, line: u32) {
    let mut table_head = false;
    let mut code: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => match &mut code {
                Some(code) => code.push_str(&words),
                None => page.text(&words, line),
            },
            Event::SoftBreak => page.text(" ", line),
            Event::HardBreak => page.hard_break(),
            Event::Start(tag) => match tag {
                Tag::Heading { level, .. } => page.open_heading(level as u8),
                Tag::BlockQuote(_) => page.open_quote(),
                Tag::CodeBlock(_) => code = Some(String::new()),
                Tag::List(first) => page.open_list(first),
                Tag::Item => page.open_item(),
                Tag::TableHead => {
                    table_head = true;
                    page.open_row(line);
                }
                Tag::TableRow => page.open_row(line),
                Tag::TableCell => page.open_cell(table_head),
                Tag::Emphasis => page.open_em(),
                Tag::Strong => page.open_strong(),
                Tag::Link { dest_url, .. } => page.open_link(&dest_url, line),
                _ => {}
            },
            Event::End(tag) => match tag {
                TagEnd::Paragraph | TagEnd::HtmlBlock => page.end_passage(),
                TagEnd::Heading(_) => page.close_heading(),
                TagEnd::BlockQuote(_) => page.close_quote(),
                TagEnd::CodeBlock => {
                    if let Some(code) = code.take() {
                        page.code(&code, line);
                    }
                }
                TagEnd::List(_) => page.close_list(),
                TagEnd::Item => page.close_item(),
                TagEnd::TableHead => {
                    table_head = false;
                    page.close_row();
                }
                TagEnd::TableRow => page.close_row(),
                TagEnd::TableCell => page.close_cell(),
                TagEnd::Emphasis => page.close_em(),
                TagEnd::Strong => page.close_strong(),
                TagEnd::Link => page.close_link(line),
                _ => {}
            },
            _ => {}
        }
    }
    page.end_passage();
}

/// The words of a text without its marks, in one line.
pub(crate) fn words(text: &str) -> String {
    let mut page = PageWriter::default();
    write(&mut page, text, 0);
    let mut words: Vec<String> = Vec::new();
    for block in page.finish().blocks {
        match block {
            PageBlock::Heading { text, .. } => words.push(text),
            PageBlock::Passage { passage } => {
                words.extend(passage.cells.iter().map(|cell| plain(cell)))
            }
            _ => {}
        }
    }
    words.retain(|part| !part.is_empty());
    words.join(" ").replace(crate::page::WORDS_OF_TARGET, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_without_their_marks() {
        assert_eq!(
            words("Keys are *kept* in `safe` [places](x):\n\n- one\n- two\n\n|a|b|\n|-|-|\n|c|d|"),
            "Keys are kept in safe places: one two a b c d"
        );
        assert_eq!(words("<b>a</b>"), "<b>a</b>");
        assert_eq!(words(""), "");
    }
}
