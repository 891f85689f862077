//! The headings above a place on a page.

/// The headings above a place, outermost first.
#[derive(Default)]
pub(crate) struct Headings(Vec<(u8, String)>);

impl Headings {
    /// Enters the part of the page below a heading of this level.
    pub(crate) fn enter(&mut self, level: u8, text: &str) {
        self.0.retain(|(above, _)| *above < level);
        self.0.push((level, text.to_owned()));
    }

    /// The headings in one line, joined by ` / `; the page's title if there is no heading above.
    pub(crate) fn path(&self, page_title: &str) -> String {
        if self.0.is_empty() {
            return page_title.to_owned();
        }
        self.0.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" / ")
    }
}
