//! Bookmarks: the places that links lead to, and by which remarks on a file that comes back are placed.

use super::story::Story;

impl Story<'_> {
    /// Writes what stands at a place, within a paragraph, between the ends of its bookmark.
    pub(super) fn marked(&mut self, anchor: Option<&str>, write: impl FnOnce(&mut Self)) {
        let name = self.names.mark(anchor);
        self.named(name.as_deref(), write);
    }

    /// The same for the bookmark of a name that is free.
    pub(super) fn named(&mut self, name: Option<&str>, write: impl FnOnce(&mut Self)) {
        let Some(name) = name else { return write(self) };
        let id = self.names.id();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        write(self);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }
}
