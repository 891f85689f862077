//! Converts the tree of a page into passages.

use std::collections::HashMap;

use super::main_content::{BoilerplateFinder, MainContent, is_box};
use super::nesting::is_heading;
use super::tree::{Id, Kind, Node, Tree};
use crate::page::{PageContent, PageWriter};

/// The lowest level of a heading.
const LOWEST: u8 = 6;

/// What has to be done at the end of an element.
#[derive(Debug, Clone, Copy)]
enum End {
    Nothing,
    Passage,
    Strong,
    Em,
    Link,
    Places(usize),
    Cell,
    Heading,
    Boxes(usize),
}

/// Converts everything below `found`.
pub(super) fn walk<'t>(
    tree: &'t Tree,
    around: &'t BoilerplateFinder<'t>,
    found: MainContent,
) -> PageContent {
    let mut walk = Walk {
        tree,
        around,
        page: PageWriter::default(),
        by_id: HashMap::new(),
        in_body: found.is_body,
        heads: Vec::new(),
        level: 0,
    };
    for id in tree.below(0) {
        if let Some(name) = tree.node(id).attribute("id") {
            walk.by_id.entry(name).or_insert(id);
        }
    }
    walk.all(found.top);
    walk.page.finish()
}

struct Walk<'t> {
    tree: &'t Tree,
    around: &'t BoilerplateFinder<'t>,
    page: PageWriter,
    by_id: HashMap<&'t str, Id>,
    in_body: bool,
    /// For each open table, innermost last, whether it has had no row yet.
    heads: Vec<bool>,
    /// The level of the last heading; 0 if there is none yet.
    level: u8,
}

impl<'t> Walk<'t> {
    fn all(&mut self, top: Id) {
        let mut open: Vec<(Id, End)> = Vec::new();
        let mut next = Some(top);
        while let Some(id) = next {
            let inside = self.enter(id, top, &mut open);
            next = self.tree.node(id).first.filter(|_| inside);
            let mut here = id;
            while next.is_none() {
                if open.last().is_some_and(|(last, _)| *last == here)
                    && let Some((_, end)) = open.pop()
                {
                    self.end(here, end);
                }
                if here == top {
                    return;
                }
                next = self.tree.node(here).next;
                match self.tree.node(here).parent {
                    Some(parent) => here = parent,
                    None => return,
                }
            }
        }
    }

    /// Enters an element; `true` if its content is to be read.
    fn enter(&mut self, id: Id, top: Id, open: &mut Vec<(Id, End)>) -> bool {
        let node = self.tree.node(id);
        if let Kind::Text(text) = &node.kind {
            self.page.text(text, node.line);
            return false;
        }
        if id != top && self.around.leaves_out(id, self.in_body) {
            return false;
        }
        if node.name() == "pre" {
            let code = self.code(id);
            self.page.code(&code, node.line);
            return false;
        }
        if node.name() == "summary" && self.is_summary(node) || self.is_title_of_box(id, top) {
            return false;
        }
        if node.name() == "a" && self.is_mark_of_heading(id) {
            return false;
        }
        if node.name() == "button" && self.around.is_title_button(id) {
            return false;
        }
        let end = self.begin(id, node);
        open.push((id, end));
        true
    }

    fn begin(&mut self, id: Id, node: &'t Node) -> End {
        if let Some(title) = self.box_title(id, node) {
            let boxes = self.page.boxes();
            self.page.open_box(&title);
            return End::Boxes(boxes);
        }
        let depth = self.page.depth();
        let line = node.line;
        match node.name() {
            "strong" | "b" => {
                self.page.open_strong();
                End::Strong
            }
            "em" | "i" | "cite" | "dfn" => {
                self.page.open_em();
                End::Em
            }
            "a" => match node.attribute("href") {
                Some(target) => {
                    self.page.open_link(target, line);
                    End::Link
                }
                None => End::Nothing,
            },
            "br" => {
                self.page.hard_break();
                End::Nothing
            }
            "img" => {
                if let Some(words) = node.attribute("alt") {
                    self.page.text(words, line);
                }
                End::Nothing
            }
            "q" => {
                self.page.text("“", line);
                End::Nothing
            }
            "ul" | "menu" | "dir" => {
                self.page.open_list(None);
                End::Places(depth)
            }
            "ol" => {
                let first = node.attribute("start").and_then(|start| start.trim().parse().ok());
                self.page.open_list(Some(first.unwrap_or(1)));
                End::Places(depth)
            }
            "li" => {
                self.page.open_item();
                End::Places(depth)
            }
            "blockquote" => {
                self.page.open_quote();
                End::Places(depth)
            }
            "dt" | "dd" => {
                self.page.open_definition(node.name() == "dt");
                End::Places(depth)
            }
            "table" => {
                self.page.end_passage();
                self.heads.push(true);
                End::Passage
            }
            "tr" if self.is_table_of_words() => {
                self.page.open_row(line);
                End::Places(depth)
            }
            "td" | "th" if self.is_table_of_words() => {
                let is_first = self.heads.last().copied().unwrap_or(false);
                let in_head = self.parent_name(id, 2) == "thead";
                self.page.open_cell(is_first && (node.name() == "th" || in_head));
                End::Cell
            }
            name if is_heading(name) => {
                self.level = name.as_bytes()[1] - b'0';
                self.page.open_heading(self.level);
                End::Heading
            }
            "button" if self.is_heading_of_its_own(id) => {
                self.page.open_heading(self.level.saturating_add(1).min(LOWEST));
                End::Heading
            }
            name if is_inline(name) => End::Nothing,
            _ => {
                self.page.end_passage();
                End::Passage
            }
        }
    }

    fn end(&mut self, id: Id, end: End) {
        let node = self.tree.node(id);
        match end {
            End::Nothing if node.name() == "q" => self.page.text("”", node.line),
            End::Nothing => {}
            End::Passage => {
                self.page.end_passage();
                if node.name() == "table" {
                    self.heads.pop();
                }
            }
            End::Strong => self.page.close_strong(),
            End::Em => self.page.close_em(),
            End::Link => self.page.close_link(node.line),
            End::Places(depth) => {
                self.page.close_to(depth);
                if node.name() == "tr"
                    && let Some(first) = self.heads.last_mut()
                {
                    *first = false;
                }
            }
            End::Cell => self.page.close_cell(),
            End::Heading => self.page.close_heading(),
            End::Boxes(boxes) => self.page.close_boxes_to(boxes),
        }
    }

    /// Whether a table with words in rows and columns is open. Tables that only serve the layout are not in `heads`.
    fn is_table_of_words(&self) -> bool {
        !self.heads.is_empty()
    }

    fn parent_name(&self, id: Id, levels: usize) -> &'t str {
        let mut here = id;
        for _ in 0..levels {
            match self.tree.node(here).parent {
                Some(parent) => here = parent,
                None => return "",
            }
        }
        self.tree.node(here).name()
    }

    /// The title of a box, of a part that can be unfolded, or of a tab; `None` for another element.
    fn box_title(&self, id: Id, node: &Node) -> Option<String> {
        if node.name() == "details" {
            let summary = self.tree.children(id).find(|c| self.tree.node(*c).name() == "summary");
            return Some(summary.map_or(String::new(), |summary| self.tree.title(summary)));
        }
        if let Some(button) = self.around.title_button(id) {
            return Some(self.tree.title(button));
        }
        if node.attribute("role") == Some("tabpanel") {
            let label = node.attribute("aria-labelledby").and_then(|label| self.by_id.get(label));
            let own = node.attribute("aria-label").unwrap_or_default();
            return Some(label.map_or(own.to_owned(), |label| self.tree.title(*label)));
        }
        if !is_box(self.tree, id) {
            return None;
        }
        match self.title_of_box(id) {
            Some(title) => Some(self.tree.title(title)),
            None => Some(kind_of_box(node)),
        }
    }

    /// The element with the title of a box. It stands among the first elements of the box.
    fn title_of_box(&self, id: Id) -> Option<Id> {
        let elements =
            self.tree.below(id).skip(1).filter(|id| !self.tree.node(*id).name().is_empty());
        elements.take(4).find(|id| {
            let node = self.tree.node(*id);
            !is_heading(node.name())
                && node.classes().any(|class| {
                    class == "title"
                        || class.ends_with("-title")
                        || class.ends_with("__title")
                        || class.starts_with("admonitionHeading")
                        || class == "admonition-heading"
                        || class == "alert-heading"
                })
        })
    }

    fn is_title_of_box(&self, id: Id, top: Id) -> bool {
        let mut here = id;
        for _ in 0..4 {
            match self.tree.node(here).parent {
                Some(parent) if here != top => here = parent,
                _ => return false,
            }
            if is_box(self.tree, here) {
                return self.title_of_box(here) == Some(id);
            }
        }
        false
    }

    /// Whether a button that unfolds what follows stands outside of any heading, so that it is the heading itself.
    fn is_heading_of_its_own(&self, id: Id) -> bool {
        let name = |id: Id| self.tree.node(id).name();
        self.around.unfolds(id)
            && !self.tree.above(id).any(|above| is_heading(name(above)))
            && !self.tree.below(id).any(|below| is_heading(name(below)))
    }

    fn is_summary(&self, node: &Node) -> bool {
        node.parent.is_some_and(|parent| self.tree.node(parent).name() == "details")
    }

    /// Whether a link only marks its heading as a target: `¶`, `#`.
    fn is_mark_of_heading(&self, id: Id) -> bool {
        let node = self.tree.node(id);
        let mut above = node.parent;
        let mut levels = 0;
        while let Some(here) = above.filter(|_| levels < 3) {
            if is_heading(self.tree.node(here).name()) {
                let leads_here = node.attribute("href").is_some_and(|href| href.contains('#'));
                return leads_here && !self.tree.words(id).contains(char::is_alphanumeric);
            }
            above = self.tree.node(here).parent;
            levels += 1;
        }
        false
    }

    /// The preformatted lines with their line ends.
    fn code(&self, top: Id) -> String {
        let mut code = String::new();
        let mut next = Some(top);
        while let Some(id) = next {
            let node = self.tree.node(id);
            if id != top && self.around.leaves_out(id, false) {
                next = self.tree.after(id, top);
                continue;
            }
            match &node.kind {
                Kind::Text(text) => code.push_str(text),
                Kind::Element { name, .. } if name == "br" => code.push('\n'),
                Kind::Element { .. } => {}
            }
            next = node.first.or_else(|| self.tree.after(id, top));
        }
        code
    }
}

/// The kind of a box without a title, as its class names it.
fn kind_of_box(node: &Node) -> String {
    let kinds = [
        "note",
        "tip",
        "info",
        "warning",
        "danger",
        "caution",
        "important",
        "attention",
        "hint",
        "error",
        "success",
        "seealso",
        "question",
        "example",
    ];
    let kind = node.classes().find_map(|class| {
        let class = class.to_ascii_lowercase();
        kinds.into_iter().find(|kind| {
            class == *kind || class.strip_suffix(kind).is_some_and(|before| before.ends_with('-'))
        })
    });
    let Some(kind) = kind else { return String::new() };
    let mut letters = kind.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Whether the element stands within a line of words.
fn is_inline(name: &str) -> bool {
    crate::elements::is_inline(name) && name != "center"
        || matches!(name, "ruby" | "rb" | "rt" | "rp" | "math")
}
