//! Keeps imported pages that a search read for the next search. A person types a word letter by letter, and each letter
//! asks again for passages that are mostly on the same pages.

use std::sync::Arc;

use vurder_model::provider::PageBlock;

use crate::db::Db;
use crate::error::Result;
use crate::kind::body::Body;

/// The greatest number of headings and passages that are kept: about a hundred pages of usual length.
const MOST_BLOCKS: usize = 12_000;

/// Pages by the hash of their content, so that they are never out of date. The page that was asked for last stands
/// last.
#[derive(Default)]
pub(crate) struct PagesRead {
    pages: Vec<(String, Arc<Vec<PageBlock>>)>,
}

impl PagesRead {
    /// The content of a body.
    ///
    /// # Errors
    /// `Damaged` if the body is missing or not as it was written.
    pub(crate) fn read(&mut self, db: &Db, body: &str) -> Result<Arc<Vec<PageBlock>>> {
        if let Some(at) = self.pages.iter().rposition(|(hash, _)| hash == body) {
            self.pages[at..].rotate_left(1);
        } else {
            self.pages.push((body.to_owned(), Arc::new(Body::read_blocks(db, body)?)));
            self.forget();
        }
        Ok(self.pages.last().map(|(_, page)| Arc::clone(page)).unwrap_or_default())
    }

    /// Removes the pages that nobody asked for the longest time, but never the last one.
    fn forget(&mut self) {
        let mut blocks = 0;
        let from_last = self.pages.iter().rev().take_while(|(_, page)| {
            blocks += page.len();
            blocks <= MOST_BLOCKS
        });
        let keep = from_last.count().max(1);
        self.pages.drain(..self.pages.len() - keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(blocks: usize) -> Arc<Vec<PageBlock>> {
        let heading = PageBlock::Heading { level: 1, text: "One".to_owned() };
        Arc::new(vec![heading; blocks])
    }

    #[test]
    fn what_was_not_asked_for_longest_is_forgotten_and_the_last_page_stays() {
        let names = |read: &PagesRead| -> Vec<String> {
            read.pages.iter().map(|(hash, _)| hash.clone()).collect()
        };
        let mut read = PagesRead::default();
        for name in ["a", "b", "c"] {
            read.pages.push((name.to_owned(), page(MOST_BLOCKS / 2)));
        }
        read.forget();
        assert_eq!(names(&read), ["b", "c"]);
        read.pages.push(("large".to_owned(), page(MOST_BLOCKS + 1)));
        read.forget();
        assert_eq!(names(&read), ["large"]);
    }
}
