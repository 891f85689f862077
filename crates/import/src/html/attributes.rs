//! Limits the attributes of one tag.
//!
//! html5ever compares each attribute with all attributes before it. A tag with a million attributes, which no page has,
//! would take hours. Everything in a tag after its first thousand attributes is removed before the page is read.

/// The greatest number of attributes that are read from one tag.
const ATTRIBUTES: usize = 1000;

/// The pieces of the page, without what is removed.
pub(super) fn bounded(html: &str) -> Vec<&str> {
    let bytes = html.as_bytes();
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(next) = html[at..].find('<') {
        at += next + 1;
        if bytes[at..].starts_with(b"!--") {
            at += html[at..].find("-->").unwrap_or(html.len() - at);
        } else if bytes.get(at).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/') {
            let (end, cut) = tag(bytes, at);
            if let Some(cut) = cut.filter(|cut| html.is_char_boundary(*cut)) {
                pieces.push(&html[from..cut]);
                from = end;
            }
            at = raw_end(html, at, end);
        }
        // If the page was cut off, a tag may end within a character.
        while !html.is_char_boundary(at) {
            at += 1;
        }
    }
    pieces.push(&html[from..]);
    pieces
}

/// The end of a script or style element, whose content has no tags. For other elements it is `end`.
fn raw_end(html: &str, begin: usize, end: usize) -> usize {
    let bytes = html.as_bytes();
    let is = |at: usize, name: &str| {
        let found = bytes.get(at..at + name.len());
        let next = bytes.get(at + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && next.is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    let Some(name) = ["script", "style"].into_iter().find(|name| is(begin, name)) else {
        return end;
    };
    let mut at = end;
    while let Some(next) = html.get(at..).and_then(|rest| rest.find("</")) {
        at += next + 2;
        if is(at, name) {
            return at;
        }
    }
    html.len()
}

/// The end of the tag that begins before `at`: the index of its `>`; and the index after which it has too many
/// attributes.
fn tag(bytes: &[u8], mut at: usize) -> (usize, Option<usize>) {
    let mut attributes = 0;
    let mut cut = None;
    let mut between = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return (at, cut),
            b'"' | b'\'' if before_value(bytes, at) => {
                at += 1;
                while bytes.get(at).is_some_and(|b| b != byte) {
                    at += 1;
                }
                between = true;
            }
            b'/' => between = true,
            byte if byte.is_ascii_whitespace() => between = true,
            b'=' => between = false,
            _ => {
                if between {
                    attributes += 1;
                    if attributes > ATTRIBUTES {
                        cut = cut.or(Some(at));
                    }
                }
                between = false;
            }
        }
        at += 1;
    }
    (at.min(bytes.len()), cut)
}

/// Whether the quote at `at` begins a value, that is, whether an equals sign stands before it.
fn before_value(bytes: &[u8], at: usize) -> bool {
    let before = bytes[..at].iter().rev().find(|b| !b.is_ascii_whitespace());
    before == Some(&b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_page_stays_whole() {
        let page = r#"<p title="a > b" data-x='<'>c < d</p><!-- <a "> --><b hidden>æ</b><i"#;
        assert_eq!(bounded(page), [page]);
    }

    #[test]
    fn words_of_a_script_are_no_attributes() {
        let words = "b c ".repeat(1000);
        let page = format!("<SCRIPT>if (a<b {words})</SCRIPT><p>after</p><style>{words}");
        assert_eq!(bounded(&page).concat(), page);
    }

    #[test]
    fn a_tag_with_a_million_attributes_ends_after_a_thousand() {
        let mut page = String::from("<p>before</p><p");
        for number in 0..1_000_000 {
            page += &format!(" a{number}='>'");
        }
        page += ">after</p>";
        let read: String = bounded(&page).concat();
        assert!(read.ends_with("a999='>' >after</p>"), "{}", &read[read.len() - 40..]);
        assert!(read.starts_with("<p>before</p><p a0"));
    }
}
