//! Separates HTML tags and component tags from the words of a text. It does not interpret them.

/// A token of a text with tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Words between tags. Their entities are not decoded.
    Words(&'a str),
    /// An opening tag: `<a href="x">`.
    Open(Tag<'a>),
    /// A closing tag: its name.
    Close(&'a str),
    /// A comment or a declaration.
    Comment(&'a str),
}

/// An opening tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// Its name as it is written.
    pub(crate) name: &'a str,
    /// The text between the name and the end.
    attributes: &'a str,
    /// Whether it closes itself: `<br/>`.
    pub(crate) closed: bool,
}

impl Tag<'_> {
    /// The value of an attribute with its entities decoded; empty if it has no value.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let key = &rest[..end];
            let after = rest[end..].trim_start();
            let (value, after) = match after.strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(decoded(value));
            }
            rest = if end == 0 && after.len() == rest.len() {
                // The character belongs neither to a name nor to a value. It is skipped.
                let mut chars = rest.chars();
                chars.next();
                chars.as_str()
            } else {
                after
            };
            rest = rest.trim_start();
        }
        None
    }
}

/// The value of an attribute, and the text after it. A value in braces belongs to a component: `label={"Linux"}`.
fn value(text: &str) -> (&str, &str) {
    let first = text.chars().next().unwrap_or(' ');
    if first == '"' || first == '\'' {
        let inner = &text[1..];
        return match inner.find(first) {
            Some(end) => (&inner[..end], &inner[end + 1..]),
            None => (inner, ""),
        };
    }
    if first == '{' {
        let end = braces(text).unwrap_or(text.len());
        let inner = text[1..end].strip_suffix('}').unwrap_or(&text[1..end]).trim();
        let quoted = inner.len() > 1 && inner.starts_with(['"', '\'', '`']);
        let inner = if quoted { inner.trim_matches(['"', '\'', '`']) } else { "" };
        return (inner, &text[end..]);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], &text[end..])
}

/// The index after the brace that closes the brace at the beginning of `text`.
pub(crate) fn braces(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '`') => quote = Some(c),
            // An apostrophe between letters belongs to a word, not to code.
            (None, '\'') if !before.is_alphanumeric() => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// The piece at the beginning of `text`, and its length. Text that only begins like a tag counts as words.
pub(crate) fn first(text: &str) -> (Token<'_>, usize) {
    if let Some(found) = markup(text) {
        return found;
    }
    let from = usize::from(text.starts_with('<'));
    let mut end = from;
    while let Some(at) = text[end..].find('<') {
        end += at;
        if begins_markup(&text[end..]) {
            return (Token::Words(&text[..end]), end);
        }
        end += 1;
    }
    (Token::Words(text), text.len())
}

fn begins_markup(text: &str) -> bool {
    text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?' | '>'))
}

/// The tag or comment at the beginning of `text`, and its length.
pub(crate) fn markup(text: &str) -> Option<(Token<'_>, usize)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = comment.find("-->")?;
        return Some((Token::Comment(&comment[..end]), end + 7));
    }
    if inner.starts_with(['!', '?']) {
        let end = text.find('>')?;
        return Some((Token::Comment(&text[2..end]), end + 1));
    }
    // The tags of components without a name: `<>` and `</>`.
    if inner.starts_with('>') {
        return Some((Token::Comment(""), 2));
    }
    if inner.starts_with("/>") {
        return Some((Token::Comment(""), 3));
    }
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = inner
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':')))
        .unwrap_or(inner.len());
    let name = &inner[..name_end];
    // The scheme of an address: `<https://example.org>`.
    if name.ends_with(':') {
        return None;
    }
    let rest = &inner[name_end..];
    if !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')) {
        return None;
    }
    let end = tag_end(rest)?;
    let length = text.len() - rest.len() + end + 1;
    if closing {
        return Some((Token::Close(name), length));
    }
    let attributes = rest[..end].trim();
    let (attributes, closed) = match attributes.strip_suffix('/') {
        Some(attributes) => (attributes, true),
        None => (attributes, false),
    };
    Some((Token::Open(Tag { name, attributes, closed }), length))
}

/// The index of the `>` that ends a tag, outside of quotes and braces.
fn tag_end(rest: &str) -> Option<usize> {
    let mut at = 0;
    let mut value = false;
    while let Some(c) = rest[at..].chars().next() {
        match c {
            '>' => return Some(at),
            '<' => return None,
            '"' | '\'' if value => at += 1 + rest[at + 1..].find(c)?,
            '{' => {
                at += braces(&rest[at..])?;
                value = false;
                continue;
            }
            _ => {}
        }
        value = c == '=' || (value && c.is_whitespace());
        at += c.len_utf8();
    }
    None
}

/// The text with its entities decoded: `&amp;` as `&`.
pub(crate) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(40).position(|b| b == b';');
        let entity = end.map(|end| &rest[..=end]).filter(|entity| {
            entity[1..entity.len() - 1].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        });
        if let Some(entity) = entity {
            out.push_str(&one_entity(entity));
            rest = &rest[entity.len()..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Decodes one entity. The Markdown reader knows all entities of HTML.
fn one_entity(entity: &str) -> String {
    let events = pulldown_cmark::Parser::new(entity);
    let text = events.filter_map(|event| match event {
        pulldown_cmark::Event::Text(text) => Some(text),
        _ => None,
    });
    text.fold(String::new(), |all, token| all + &token)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut rest = text;
        let mut tokens = Vec::new();
        while !rest.is_empty() {
            let (token, length) = first(rest);
            tokens.push(token);
            rest = &rest[length..];
        }
        tokens
    }

    #[test]
    fn words_and_tags_are_told_apart() {
        let found = tokens("a < b <br/>c <!-- no --></i> d<");
        assert_eq!(found.len(), 6, "{found:?}");
        assert_eq!(found[0], Token::Words("a < b "));
        assert!(matches!(found[1], Token::Open(tag) if tag.name == "br" && tag.closed));
        assert_eq!(found[3], Token::Comment(" no "));
        assert_eq!(found[4], Token::Close("i"));
        assert_eq!(found[5], Token::Words(" d<"));
    }

    #[test]
    fn attributes_are_read_in_quotes_and_in_braces() {
        let text =
            r#"<TabItem value='a' label={"Linux > 5"} style={{ color: 'red' }} open data-x=1>"#;
        let (token, length) = first(text);
        let Token::Open(tag) = token else { panic!("{token:?}") };
        assert_eq!(length, text.len());
        assert_eq!(tag.attribute("label").unwrap(), "Linux > 5");
        assert_eq!(tag.attribute("value").unwrap(), "a");
        assert_eq!(tag.attribute("open").unwrap(), "");
        assert_eq!(tag.attribute("data-x").unwrap(), "1");
        assert_eq!(tag.attribute("color"), None);
    }

    #[test]
    fn entities_are_decoded_and_what_is_none_stays() {
        assert_eq!(decoded("R&amp;D &eacute; &#38; &nothing; a & b;"), "R&D é & &nothing; a & b;");
    }
}
