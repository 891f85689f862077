//! Finds the page's own words among the parts that every page of the site has.

use super::tree::{Id, Kind, Tree};

/// The denominator of the least share of words with which an article is taken as the page: one half.
const MOST: usize = 2;

/// The element that holds the page's own words.
///
/// It is `main` or `role="main"`. If an article in it, or in a page without it, has at least half of the words, it is
/// that article. Otherwise it is the whole body; [`BoilerplateFinder`] then leaves out navigation, header, footer and
/// asides.
pub(super) fn find(around: &BoilerplateFinder<'_>) -> MainContent {
    let tree = around.tree;
    let own = own_words(around);
    let most = |ids: Vec<Id>| ids.into_iter().max_by_key(|id| (own[*id], std::cmp::Reverse(*id)));
    let mains = |id: &Id| {
        let node = tree.node(*id);
        node.name() == "main" || node.attribute("role") == Some("main")
    };
    let body = tree.below(0).find(|id| tree.node(*id).name() == "body").unwrap_or(0);
    let main = most(tree.below(0).filter(mains).collect()).filter(|id| own[*id] > 0);
    let within = main.unwrap_or(body);
    let article = |id: &Id| {
        let node = tree.node(*id);
        node.name() == "article" || node.attribute("role") == Some("article")
    };
    let article = most(tree.below(within).filter(article).collect());
    let article = article.filter(|id| own[*id] * MOST >= own[within] && own[*id] > 0);
    MainContent { top: article.unwrap_or(within), is_body: main.is_none() && article.is_none() }
}

/// The element with the page's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MainContent {
    /// The element that holds them.
    pub(super) top: Id,
    /// Whether it is the whole body.
    pub(super) is_body: bool,
}

/// For each element, the number of bytes of own words in it.
fn own_words(around: &BoilerplateFinder<'_>) -> Vec<usize> {
    let tree = around.tree;
    let mut own = vec![0; tree.len()];
    let mut next = Some(0);
    while let Some(id) = next {
        let node = tree.node(id);
        if id != 0 && around.leaves_out(id, true) {
            next = tree.after(id, 0);
            continue;
        }
        if let Kind::Text(text) = &node.kind {
            own[id] = text.split_whitespace().map(str::len).sum();
        }
        next = node.first.or_else(|| tree.after(id, 0));
    }
    // Children stand after their parents, so that one pass from the end computes the sums.
    for id in (1..tree.len()).rev() {
        if let Some(parent) = tree.node(id).parent {
            own[parent] += own[id];
        }
    }
    own
}

/// Recognises what stands around the page's own words.
pub(super) struct BoilerplateFinder<'t> {
    tree: &'t Tree,
    /// The elements that contain the first heading of the page.
    above_heading: Vec<Id>,
}

impl<'t> BoilerplateFinder<'t> {
    pub(super) fn of(tree: &'t Tree) -> Self {
        let mut above_heading = Vec::new();
        let mut here = tree.below(0).find(|id| tree.node(*id).name() == "h1");
        while let Some(parent) = here.and_then(|id| tree.node(id).parent) {
            above_heading.push(parent);
            here = Some(parent);
        }
        Self { tree, above_heading }
    }

    /// Whether an element does not belong to the page's own words: it is never shown, or is the same on every page of
    /// the site.
    pub(super) fn leaves_out(&self, id: Id, in_body: bool) -> bool {
        let tree = self.tree;
        let node = tree.node(id);
        let role = node.attribute("role").unwrap_or_default();
        match node.name() {
            "" => return false,
            "script" | "style" | "template" | "noscript" | "head" | "title" | "svg" | "nav"
            | "iframe" | "object" | "canvas" | "select" | "textarea" | "search" | "dialog" => {
                return true;
            }
            "header" if in_body => return !self.is_header_of_page(id),
            "footer" => return true,
            "aside" if !is_box(tree, id) => return true,
            "form" if role == "search" => return true,
            "button" if role != "tab" && !holds_heading(tree, id) => return true,
            _ => {}
        }
        if matches!(
            role,
            "navigation"
                | "search"
                | "contentinfo"
                | "tablist"
                | "menu"
                | "menubar"
                | "toolbar"
                | "dialog"
        ) || (role == "banner" && in_body)
        {
            return true;
        }
        // A tab that is not selected is hidden. It belongs to the page all the same.
        let hidden = node.attribute("hidden").is_some_and(|hidden| hidden != "until-found");
        if role != "tabpanel" && (hidden || node.attribute("aria-hidden") == Some("true")) {
            return true;
        }
        node.classes().any(|class| {
            matches!(
                class,
                "headerlink"
                    | "header-anchor"
                    | "hash-link"
                    | "anchor-link"
                    | "skip-link"
                    | "sr-only"
                    | "visually-hidden"
                    | "toctree-wrapper"
                    | "table-of-contents"
                    | "toc"
                    | "breadcrumbs"
            )
        })
    }

    /// Whether a header belongs to the page. Many sites put the title of the page into a header. A header with
    /// navigation belongs to the site.
    fn is_header_of_page(&self, id: Id) -> bool {
        self.above_heading.contains(&id)
            && !self.tree.below(id).any(|id| self.tree.node(id).name() == "nav")
    }
}

/// Whether an element is a box with a warning or a note beside the text.
pub(super) fn is_box(tree: &Tree, id: Id) -> bool {
    let node = tree.node(id);
    if !matches!(node.name(), "div" | "aside" | "section" | "blockquote") {
        return false;
    }
    let role = node.attribute("role");
    role == Some("note")
        || node.classes().any(|class| {
            matches!(
                class,
                "admonition"
                    | "custom-block"
                    | "markdown-alert"
                    | "starlight-aside"
                    | "callout"
                    | "alert"
                    | "admonitionblock"
                    | "theme-admonition"
                    | "notice"
                    | "hint"
                    | "infobox"
            )
        })
}

fn holds_heading(tree: &Tree, id: Id) -> bool {
    tree.below(id).any(|id| super::nesting::is_heading(tree.node(id).name()))
}
