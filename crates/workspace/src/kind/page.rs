//! Pages of imported revisions. The content of a page is a [`Body`](super::body::Body).

use chrono::NaiveDate;
use rusqlite::types::Value;
use vurder_model::provider::{Page, PageBlock};

use crate::error::Result;
use crate::integrity::Table;
use crate::record::{Columns, Record, maybe_text, text};

/// A page of an imported revision without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageEntry {
    /// `<provider>/<path>`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Where it was published.
    pub address: String,
    /// The revision that the page itself states, or that of the repository from which it comes. Empty if there is none.
    pub state: String,
    /// Day of that state; `None` if it is not known.
    pub captured: Option<NaiveDate>,
    /// Its place among the pages of the revision.
    pub order: u32,
    /// SHA-256 of its content. Two pages with the same hash have the same content.
    pub body: String,
}

impl PageEntry {
    /// The page without its content.
    pub(crate) fn of(page: &Page, body: &str) -> Self {
        Self {
            id: page.id.clone(),
            title: page.title.clone(),
            address: page.address.clone(),
            state: page.revision.clone(),
            captured: page.captured,
            order: page.order,
            body: body.to_owned(),
        }
    }

    /// The page with its content. An import does not know what became of the page later.
    #[must_use]
    pub fn into_page(self, body: Vec<PageBlock>) -> Page {
        Page {
            id: self.id,
            title: self.title,
            address: self.address,
            revision: self.state,
            captured: self.captured,
            since_then: None,
            order: self.order,
            body,
        }
    }
}

/// A page in the form in which its table has it.
pub(crate) struct StoredPage {
    pub(crate) provider: String,
    pub(crate) revision: String,
    pub(crate) page: PageEntry,
}

impl Record for StoredPage {
    const TABLE: Table = Table {
        name: "page",
        keys: &["provider", "revision", "id"],
        rest: &["title", "address", "state", "captured", "place", "body"],
        order: "provider, revision, id",
        past_indexes: false,
        indexed: true,
    };

    fn columns(&self) -> Result<Vec<Value>> {
        let page = &self.page;
        Ok(vec![
            text(&self.provider),
            text(&self.revision),
            text(&page.id),
            text(&page.title),
            text(&page.address),
            text(&page.state),
            maybe_text(page.captured.map(|day| day.to_string())),
            Value::Integer(page.order.into()),
            text(&page.body),
        ])
    }

    fn read(columns: &mut Columns<'_>) -> Result<Self> {
        Ok(Self {
            provider: columns.text()?,
            revision: columns.text()?,
            page: PageEntry {
                id: columns.text()?,
                title: columns.text()?,
                address: columns.text()?,
                state: columns.text()?,
                captured: match columns.maybe_text()? {
                    Some(day) => Some(day.parse().map_err(|e| columns.damaged(e))?),
                    None => None,
                },
                order: u32::try_from(columns.int()?).map_err(|e| columns.damaged(e))?,
                body: columns.text()?,
            },
        })
    }
}
