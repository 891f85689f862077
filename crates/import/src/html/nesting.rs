//! Tracks the open elements, and closes those that end where another element begins or ends.

use super::tree::Id;

/// The greatest number of elements that are open at the same time; browsers stop at 512. The words of deeper elements
/// are added to the last element within the limit.
const DEPTH: usize = 256;

/// The number of elements beyond the limit among which an element that ends is looked for.
const BACK: usize = 64;

/// The elements that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<(String, Id)>,
    /// The open elements beyond the limit.
    deeper: Vec<String>,
    drawings: usize,
}

impl Nesting {
    /// The innermost open element.
    pub(super) fn last(&self) -> Id {
        self.open.last().map_or(0, |(_, id)| *id)
    }

    pub(super) fn has_room(&self) -> bool {
        self.open.len() < DEPTH
    }

    /// Whether a drawing or a formula is open. In these, `/>` closes an element.
    pub(super) fn is_drawing(&self) -> bool {
        self.drawings > 0
    }

    pub(super) fn push(&mut self, name: &str, id: Option<Id>) {
        match id {
            Some(id) => {
                self.drawings += usize::from(is_drawing(name));
                self.open.push((name.to_owned(), id));
            }
            None => self.deeper.push(name.to_owned()),
        }
    }

    fn truncate(&mut self, length: usize) {
        self.deeper.clear();
        while self.open.len() > length {
            if let Some((name, _)) = self.open.pop() {
                self.drawings -= usize::from(is_drawing(&name));
            }
        }
    }

    /// Words begin: they end the head of the page.
    pub(super) fn words(&mut self, text: &str) {
        if !text.trim().is_empty() && self.open.last().is_some_and(|(name, _)| name == "head") {
            self.truncate(self.open.len() - 1);
        }
    }

    /// An element begins. Closes the elements that end because of it. `false` if the element must not be opened again.
    pub(super) fn begins(&mut self, name: &str) -> bool {
        if matches!(name, "html" | "head" | "body")
            && self.open.iter().any(|(open, _)| open == name || open == "body")
        {
            return false;
        }
        if !stands_in_head(name) && self.open.last().is_some_and(|(open, _)| open == "head") {
            self.truncate(self.open.len() - 1);
        }
        if ends_paragraph(name) {
            self.end_within("p", |open| is_cell(open) || matches!(open, "table" | "button"));
        }
        match name {
            "li" => self.end_within("li", |open| is_list(open) || is_cell(open)),
            "dt" | "dd" => {
                let stop = |open: &str| matches!(open, "dl") || is_list(open) || is_cell(open);
                self.end_within("dt", stop);
                self.end_within("dd", stop);
            }
            "td" | "th" => {
                let stop = |open: &str| matches!(open, "tr" | "table");
                self.end_within("td", stop);
                self.end_within("th", stop);
            }
            "tr" => self.end_within("tr", |open| open == "table"),
            "thead" | "tbody" | "tfoot" => {
                for part in ["thead", "tbody", "tfoot", "caption", "colgroup"] {
                    self.end_within(part, |open| open == "table");
                }
            }
            "option" => self.end_within("option", |open| open == "select"),
            "a" => self.end_within("a", |open| is_cell(open) || open == "table"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
                if self.open.last().is_some_and(|(open, _)| is_heading(open)) =>
            {
                self.truncate(self.open.len() - 1);
            }
            _ => {}
        }
        true
    }

    /// Closes the innermost element with the name, but does not look outside of elements for which `stop` is true.
    fn end_within(&mut self, name: &str, stop: impl Fn(&str) -> bool) {
        for at in (0..self.open.len()).rev() {
            let open = self.open[at].0.as_str();
            if open == name {
                return self.truncate(at);
            }
            if stop(open) {
                return;
            }
        }
    }

    /// An element ends, together with the elements that are open in it.
    pub(super) fn ends(&mut self, name: &str) {
        let from = self.deeper.len().saturating_sub(BACK);
        if let Some(at) = self.deeper[from..].iter().rposition(|open| open == name) {
            return self.deeper.truncate(from + at);
        }
        if matches!(name, "html" | "body") {
            return;
        }
        let is_of_table =
            is_cell(name) || matches!(name, "tr" | "thead" | "tbody" | "tfoot" | "table");
        let last_heading = is_heading(name) && self.open.iter().any(|(open, _)| is_heading(open));
        for at in (0..self.open.len()).rev() {
            let open = self.open[at].0.as_str();
            if open == name || (last_heading && is_heading(open)) {
                return self.truncate(at);
            }
            if (is_cell(open) && !is_of_table) || (open == "table" && name != "table") {
                return;
            }
        }
    }
}

/// Whether the element has no content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether it is a heading.
pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_drawing(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "menu")
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th" | "caption")
}

fn stands_in_head(name: &str) -> bool {
    matches!(
        name,
        "title" | "meta" | "link" | "base" | "script" | "style" | "noscript" | "template"
    )
}

fn ends_paragraph(name: &str) -> bool {
    is_heading(name)
        || is_list(name)
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "header"
                | "hgroup"
                | "hr"
                | "li"
                | "main"
                | "nav"
                | "p"
                | "pre"
                | "search"
                | "section"
                | "summary"
                | "table"
        )
}
