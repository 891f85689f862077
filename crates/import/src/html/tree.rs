//! Reads a page of HTML into a tree.
//!
//! html5ever gives the tokens. It reads tags, attributes, entities and the content of scripts as browsers do. Its tree
//! builder is not used, because its time grows with the square of the number of nested or open elements, and a saved
//! page may contain anything. The rules of this module limit the depth and lose no words. What they do not support
//! (formatting across blocks) only costs emphasis. The nodes are kept in a list and refer to each other by number, so
//! that deep nesting does not overflow the stack.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::attributes::bounded;
use super::nesting::{Nesting, is_void};

/// The greatest number of elements and pieces of text of one page. The rest of the page is left out.
const NODES: usize = 200_000;

/// The greatest number of bytes after which no word is added to a title.
const TITLE: usize = 200;

/// The number of a node in the tree.
pub(super) type Id = usize;

/// An element or a piece of text.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<Id>,
    pub(super) first: Option<Id>,
    pub(super) next: Option<Id>,
    last: Option<Id>,
    pub(super) kind: Kind,
    pub(super) line: u32,
}

/// The kind of a node.
#[derive(Debug)]
pub(super) enum Kind {
    /// An element: its name in small letters, and its attributes.
    Element { name: String, attributes: Vec<(String, String)> },
    /// Words with decoded entities.
    Text(String),
}

impl Node {
    /// The name of an element; empty for text.
    pub(super) fn name(&self) -> &str {
        match &self.kind {
            Kind::Element { name, .. } => name,
            Kind::Text(_) => "",
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&str> {
        match &self.kind {
            Kind::Element { attributes, .. } => {
                let found = attributes.iter().find(|(name, _)| name == wanted);
                found.map(|(_, value)| value.as_str())
            }
            Kind::Text(_) => None,
        }
    }

    /// The classes of an element.
    pub(super) fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or_default().split_ascii_whitespace()
    }
}

/// The tree of a page. Node 0 contains all others.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The address that a browser noted when it saved the page.
    pub(super) saved_from: Option<String>,
    /// An element that hides the rest of the page because it is never closed: `script`.
    pub(super) never_closed: Option<(String, u32)>,
    /// Whether a part of the page was left out, because the page is too large.
    pub(super) cut: bool,
}

impl Tree {
    /// Reads a page into a tree.
    pub(super) fn read(html: &str) -> Self {
        let input = BufferQueue::default();
        for piece in bounded(html) {
            input.push_back(StrTendril::from_slice(piece));
        }
        let tokenizer = Tokenizer::new(Builder::default(), TokenizerOpts::default());
        // The only other answer is that a script waits for execution. No script is ever executed.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.state.into_inner().finish()
    }

    /// The node with this number.
    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The direct children of a node.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        let mut next = self.node(id).first;
        std::iter::from_fn(move || {
            let here = next?;
            next = self.node(here).next;
            Some(here)
        })
    }

    /// A node and all nodes below it, in the order of the page.
    pub(super) fn below(&self, top: Id) -> impl Iterator<Item = Id> {
        let mut next = Some(top);
        std::iter::from_fn(move || {
            let here = next?;
            next = self.node(here).first.or_else(|| self.after(here, top));
            Some(here)
        })
    }

    /// The nodes that contain a node, the innermost first.
    pub(super) fn above(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.node(id).parent, |id| self.node(*id).parent)
    }

    /// The node after all nodes below `id`; `None` if it is outside of `top`.
    pub(super) fn after(&self, id: Id, top: Id) -> Option<Id> {
        let mut here = id;
        while here != top {
            if let Some(next) = self.node(here).next {
                return Some(next);
            }
            here = self.node(here).parent?;
        }
        None
    }

    /// The words of a node, with single spaces.
    pub(super) fn words(&self, id: Id) -> String {
        self.words_up_to(id, usize::MAX)
    }

    /// The words of a node that is a title, up to the length of a title.
    pub(super) fn title(&self, id: Id) -> String {
        self.words_up_to(id, TITLE)
    }

    /// The first words of a node, up to `limit` bytes. A title that contains a whole page is cut off.
    fn words_up_to(&self, id: Id, limit: usize) -> String {
        let mut words = String::new();
        for id in self.below(id) {
            if words.len() >= limit {
                break;
            }
            if let Kind::Text(text) = &self.node(id).kind {
                let mut end = text.len().min(limit.saturating_sub(words.len()));
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                words.push_str(&text[..end]);
            } else if !words.is_empty() {
                words.push(' ');
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[derive(Default)]
struct Builder {
    state: RefCell<Building>,
}

/// The tree while it is being built.
struct Building {
    nodes: Vec<Node>,
    open: Nesting,
    saved_from: Option<String>,
    line: u32,
    cut: bool,
}

impl Default for Building {
    fn default() -> Self {
        let top = Kind::Element { name: String::new(), attributes: Vec::new() };
        let top = Node { parent: None, first: None, next: None, last: None, kind: top, line: 1 };
        Self { nodes: vec![top], open: Nesting::default(), saved_from: None, line: 1, cut: false }
    }
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        state.line = u32::try_from(line).unwrap_or(u32::MAX);
        match token {
            Token::CharacterTokens(text) => state.text(&text),
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return state.open(&tag),
                TagKind::EndTag => state.close(&tag.name),
            },
            Token::CommentToken(comment) => state.comment(&comment),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Building {
    fn append(&mut self, kind: Kind) -> Option<Id> {
        if self.nodes.len() >= NODES {
            self.cut = true;
            return None;
        }
        let parent = self.open.last();
        let id = self.nodes.len();
        self.nodes.push(Node {
            parent: Some(parent),
            first: None,
            next: None,
            last: None,
            kind,
            line: self.line,
        });
        match self.nodes[parent].last.replace(id) {
            Some(before) => self.nodes[before].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        Some(id)
    }

    fn text(&mut self, text: &str) {
        self.open.words(text);
        let last = self.nodes[self.open.last()].last;
        if let Some(Kind::Text(before)) = last.map(|id| &mut self.nodes[id].kind) {
            before.push_str(text);
        } else {
            self.append(Kind::Text(text.to_owned()));
        }
    }

    fn open(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if !self.open.begins(name) {
            return TokenSinkResult::Continue;
        }
        let closed = is_void(name) || (tag.self_closing && self.open.is_drawing());
        let attributes = tag.attrs.iter();
        let attributes = attributes.map(|a| (a.name.local.to_string(), a.value.to_string()));
        let kind = Kind::Element { name: name.to_owned(), attributes: attributes.collect() };
        let id = if closed || self.open.has_room() { self.append(kind) } else { None };
        if closed {
            return TokenSinkResult::Continue;
        }
        self.open.push(name, id);
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn close(&mut self, name: &str) {
        if name == "br" {
            self.append(Kind::Element { name: name.to_owned(), attributes: Vec::new() });
        } else {
            self.open.ends(name);
        }
    }

    fn comment(&mut self, comment: &str) {
        if self.saved_from.is_none()
            && let Some(noted) = comment.trim().strip_prefix("saved from url=(")
            && let Some((_, address)) = noted.split_once(')')
        {
            self.saved_from = Some(address.trim().to_owned());
        }
    }

    fn finish(self) -> Tree {
        let last = self.open.last();
        let hides = ["script", "style", "title", "textarea", "iframe", "xmp"];
        let never_closed = hides
            .contains(&self.nodes[last].name())
            .then(|| (self.nodes[last].name().to_owned(), self.nodes[last].line));
        Tree { nodes: self.nodes, saved_from: self.saved_from, never_closed, cut: self.cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(html: &str) -> String {
        let tree = Tree::read(html);
        let mut text = String::new();
        for id in tree.below(0).skip(1) {
            let mut depth = 0;
            let mut here = id;
            while let Some(parent) = tree.node(here).parent {
                depth += 1;
                here = parent;
            }
            let what = match &tree.node(id).kind {
                Kind::Text(words) if words.trim().is_empty() => continue,
                Kind::Text(words) => format!("'{}'", words.trim()),
                Kind::Element { name, .. } => name.clone(),
            };
            text += &format!("{depth}{what} ");
        }
        text.trim_end().to_owned()
    }

    #[test]
    fn what_is_left_open_is_closed_as_in_a_browser() {
        assert_eq!(outline("<p>a<p>b<div>c</div>"), "1p 2'a' 1p 2'b' 1div 2'c'");
        assert_eq!(
            outline("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>e"),
            "1ul 2li 3'a' 3ul 4li 5'b' 4li 5'c' 2li 3'd' 1'e'"
        );
        assert_eq!(
            outline("<table><tr><th>a<td>b<tr><td>c<table><tr><td>d</table>e</table>f"),
            "1table 2tr 3th 4'a' 3td 4'b' 2tr 3td 4'c' 4table 5tr 6td 7'd' 4'e' 1'f'"
        );
        assert_eq!(outline("<dl><dt>a<dd>b<dt>c</dl>"), "1dl 2dt 3'a' 2dd 3'b' 2dt 3'c'");
    }

    #[test]
    fn an_end_that_nothing_began_closes_nothing() {
        assert_eq!(outline("<div>a</b></p></section>b</div>c"), "1div 2'ab' 1'c'");
        assert_eq!(
            outline("<div><table><tr><td></div>a</table>b</div>"),
            "1div 2table 3tr 4td 5'a' 2'b'"
        );
    }

    #[test]
    fn the_head_ends_where_the_page_begins() {
        assert_eq!(
            outline("<html><head><title>a &lt;b&gt;</title><p>c"),
            "1html 2head 3title 4'a <b>' 2p 3'c'"
        );
    }

    #[test]
    fn what_stands_in_a_script_is_no_element() {
        assert_eq!(
            outline("<script>if (a<b) '<p>x</p>'</script>y"),
            "1script 2'if (a<b) '<p>x</p>'' 1'y'"
        );
        let tree = Tree::read("<p>a</p>\n<script>b");
        assert_eq!(tree.never_closed, Some(("script".to_owned(), 2)));
    }

    #[test]
    fn deep_nesting_keeps_its_words_and_what_follows_stands_where_it_belongs() {
        let deep = format!("{}x{}<p>y</p>", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let tree = Tree::read(&deep);
        assert_eq!(tree.words(0), "x y");
        let p = tree.below(0).find(|id| tree.node(*id).name() == "p").unwrap_or(0);
        assert_eq!(tree.node(p).parent, Some(0));
    }
}
