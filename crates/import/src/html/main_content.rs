//! Finds the page's own words among the parts that every page of the site has.

use std::collections::{HashMap, HashSet};

use super::nesting::is_heading;
use super::tree::{Id, Kind, Node, Tree};

/// The denominator of the least share of words with which an article is taken as the page: one half.
const MOST: usize = 2;

/// An aside or a footer within the page's own words belongs to them if it has at least so many words outside of links.
/// Shorter ones say "Edit this page" or when the page was changed.
const OF_PAGE: usize = 6;

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
    /// The elements that something on the page shows and hides, such as the answer to a question.
    unfolded: HashSet<Id>,
    /// For elements that are shown by one button outside of any heading, that button: it is their title.
    titles: HashMap<Id, Id>,
    title_buttons: HashSet<Id>,
}

impl<'t> BoilerplateFinder<'t> {
    pub(super) fn of(tree: &'t Tree) -> Self {
        let mut above_heading = Vec::new();
        let mut here = tree.below(0).find(|id| tree.node(*id).name() == "h1");
        while let Some(parent) = here.and_then(|id| tree.node(id).parent) {
            above_heading.push(parent);
            here = Some(parent);
        }
        let mut finder = Self {
            tree,
            above_heading,
            unfolded: HashSet::new(),
            titles: HashMap::new(),
            title_buttons: HashSet::new(),
        };
        finder.find_unfolded();
        finder
    }

    /// Finds what buttons and links show and hide.
    fn find_unfolded(&mut self) {
        let tree = self.tree;
        let mut by_id: HashMap<&str, Id> = HashMap::new();
        for id in tree.below(0) {
            if let Some(name) = tree.node(id).attribute("id") {
                by_id.entry(name).or_insert(id);
            }
        }
        for id in tree.below(0) {
            let node = tree.node(id);
            let Some(names) = node.attribute("aria-controls") else { continue };
            let shown: Vec<Id> = names
                .split_ascii_whitespace()
                .filter_map(|name| by_id.get(name).copied())
                .collect();
            self.unfolded.extend(&shown);
            if let [only] = shown[..]
                && node.name() == "button"
                && self.unfolds(id)
                && !tree.above(id).any(|above| above == only || is_heading(tree.node(above).name()))
            {
                self.titles.entry(only).or_insert(id);
                self.title_buttons.insert(id);
            }
        }
    }

    /// Whether a button shows and hides a part of the page, and no menu.
    pub(super) fn unfolds(&self, id: Id) -> bool {
        let node = self.tree.node(id);
        let opens_menu = node.attribute("aria-haspopup").is_some_and(|menu| menu != "false");
        let shows_several = node
            .attribute("aria-controls")
            .is_some_and(|names| names.split_ascii_whitespace().nth(1).is_some());
        let has_state = ["aria-expanded", "aria-controls"];
        has_state.iter().any(|state| node.attribute(state).is_some())
            && !opens_menu
            && !shows_several
    }

    /// The button that is the title of an element.
    pub(super) fn title_button(&self, id: Id) -> Option<Id> {
        self.titles.get(&id).copied()
    }

    /// Whether a button is the title of an element that follows.
    pub(super) fn is_title_button(&self, id: Id) -> bool {
        self.title_buttons.contains(&id)
    }

    /// Whether a button holds words of the page: it is a heading or in one, or it shows and hides a part of the page.
    fn is_of_page(&self, id: Id) -> bool {
        let tree = self.tree;
        if holds_heading(tree, id) || self.unfolds(id) {
            return true;
        }
        // A heading can have a button beside its words that copies its address.
        let heading = tree.above(id).find(|above| is_heading(tree.node(*above).name()));
        heading.is_some_and(|heading| tree.title(heading) == tree.title(id))
    }

    /// Whether a hidden element is shown when somebody unfolds it.
    fn is_unfolded(&self, id: Id, node: &Node) -> bool {
        let by_class = node.classes().any(|class| {
            let class = class.to_ascii_lowercase();
            let is_menu = ["nav", "menu", "sidebar"].iter().any(|part| class.contains(part));
            let is_fold =
                ["accordion", "collapse", "panel"].iter().any(|part| class.contains(part));
            is_fold && !is_menu
        });
        by_class || self.unfolded.contains(&id)
    }

    /// Whether an aside or a footer has words of the page, and not only links and a day.
    fn has_own_words(&self, id: Id, in_body: bool) -> bool {
        let tree = self.tree;
        let is_within = |above: Id| {
            let node = tree.node(above);
            matches!(node.name(), "main" | "article")
                || matches!(node.attribute("role"), Some("main" | "article"))
        };
        (!in_body || tree.above(id).any(is_within))
            && self.words_without_links(id, OF_PAGE) >= OF_PAGE
    }

    /// The number of words in an element outside of links, navigation and times. It is not counted beyond `most`.
    fn words_without_links(&self, top: Id, most: usize) -> usize {
        let tree = self.tree;
        let mut count = 0;
        let mut next = Some(top);
        while let Some(id) = next {
            let node = tree.node(id);
            if count >= most {
                break;
            }
            if matches!(
                node.name(),
                "a" | "nav" | "button" | "time" | "script" | "style" | "svg" | "form"
            ) {
                next = tree.after(id, top);
                continue;
            }
            if let Kind::Text(text) = &node.kind {
                count += text.split_whitespace().filter(|word| has_letter(word)).count();
            }
            next = node.first.or_else(|| tree.after(id, top));
        }
        count
    }

    /// The number of words within the page's own words that are left out although they may belong to the page: those of
    /// hidden elements, asides and footers.
    pub(super) fn words_left_out(&self, found: MainContent) -> usize {
        let tree = self.tree;
        let mut count = 0;
        let mut next = Some(found.top);
        while let Some(id) = next {
            if id != found.top && self.leaves_out(id, found.is_body) {
                if self.may_be_of_page(id, found.is_body) {
                    count += self.words_without_links(id, usize::MAX);
                }
                next = tree.after(id, found.top);
                continue;
            }
            next = tree.node(id).first.or_else(|| tree.after(id, found.top));
        }
        count
    }

    /// Whether an element that is left out is of a kind that often has words of the page.
    fn may_be_of_page(&self, id: Id, in_body: bool) -> bool {
        let node = self.tree.node(id);
        match node.name() {
            "aside" | "footer" => !in_body,
            "div" | "section" | "article" | "p" | "ul" | "ol" | "dl" | "dd" | "li" | "table"
            | "tr" | "td" | "details" => is_hidden(node),
            _ => false,
        }
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
            "footer" if !self.has_own_words(id, in_body) => return true,
            "aside" if !is_box(tree, id) && !self.has_own_words(id, in_body) => return true,
            "form" if role == "search" => return true,
            "button" if role != "tab" && !self.is_of_page(id) => return true,
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
        if role != "tabpanel" && is_hidden(node) && !self.is_unfolded(id, node) {
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
    tree.below(id).any(|id| is_heading(tree.node(id).name()))
}

/// Whether a browser does not show the element, or a person who listens does not hear it.
fn is_hidden(node: &Node) -> bool {
    node.attribute("hidden").is_some_and(|hidden| hidden != "until-found")
        || node.attribute("aria-hidden") == Some("true")
}

fn has_letter(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}
