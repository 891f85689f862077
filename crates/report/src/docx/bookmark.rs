//! Bookmarks: the targets of links. By them, the reader of a returned file also finds the places of remarks.

use super::story::Story;

impl Story<'_> {
    /// Writes content inside a paragraph, between the ends of the bookmark for its place.
    pub(super) fn marked(&mut self, anchor: Option<&str>, write: impl FnOnce(&mut Self)) {
        let name = self.names.mark(anchor);
        self.named(name.as_deref(), write);
    }

    /// The same, for a bookmark whose name is already decided.
    pub(super) fn named(&mut self, name: Option<&str>, write: impl FnOnce(&mut Self)) {
        let Some(name) = name else { return write(self) };
        let id = self.names.id();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        write(self);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }
}
