//! What is told of an import, of the revisions that a workspace holds, and of passages.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::PassageChange;
use vurder_model::provider::PackOrigin;
use vurder_workspace::SnippetPart;

use crate::command_types::answers;

answers! {
    /// What a folder, an archive or a file would bring; nothing of it is kept yet.
    ImportLook {
        /// The format that it is read in.
        format: FormatChoice,
        /// What the format was recognised by, for people.
        recognised: String,
        /// All formats that can be read.
        formats: Vec<FormatChoice>,
        /// The pages, in their order.
        pages: Vec<PageFound>,
        /// How much was read.
        counts: ImportCounts,
        /// What could not be read, by file and line.
        problems: Vec<ImportProblem>,
        /// Links to pages that are not there, by file and line.
        dead_links: Vec<DeadLink>,
        /// A proposal for the name of the provider.
        name: String,
        /// A proposal for the address of the site; empty where nothing tells it.
        address: String,
        /// A proposal for the day of the state: the newest file's day. None where nothing tells it.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
    }

    /// A format that can be read.
    FormatChoice {
        /// By which commands name it.
        id: String,
        /// By which people know it.
        title: String,
    }

    /// A page that was read.
    PageFound {
        /// Its id below that of the provider: what it is called when it is left out.
        id: String,
        /// The file that it was read from.
        file: String,
        /// Its title.
        title: String,
        /// How many passages it has.
        passages: usize,
        /// How many statements it has.
        statements: usize,
    }

    /// How much was read.
    ImportCounts {
        /// Pages.
        pages: usize,
        /// Headings on all pages.
        headings: usize,
        /// Passages on all pages.
        passages: usize,
        /// Statements on all pages; only formats that have statements bring some.
        statements: usize,
        /// Links, dead ones included.
        links: usize,
        /// Links to pages that are not there.
        dead_links: usize,
    }

    /// Something that could not be read.
    ImportProblem {
        /// Path of the file.
        file: String,
        /// Line in it, from 1; 0 where it concerns the whole file.
        line: u32,
        /// What is the matter, for people.
        words: String,
    }

    /// A link to a page that is not there.
    DeadLink {
        /// Path of the file.
        file: String,
        /// Line in it, from 1; 0 where the file has no lines of text.
        line: u32,
        /// Where it leads, as it is written.
        target: String,
    }

    /// What was kept.
    ImportDone {
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The new revision.
        revision: String,
        /// The revision before it; none for the first of a provider.
        follows: Option<String>,
        /// How much was kept.
        counts: ImportCounts,
        /// What could not be read, by file and line.
        problems: Vec<ImportProblem>,
        /// Links to pages that are not there, by file and line.
        dead_links: Vec<DeadLink>,
        /// The format that it was read in.
        format: FormatChoice,
        /// What the format was recognised by, for people.
        recognised: String,
    }

    /// A revision of a provider's content.
    RevisionView {
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The revision.
        revision: String,
        /// Where it comes from: only an imported one can be removed.
        origin: PackOrigin,
        /// The day of its newest page; none where it is not known.
        #[ts(as = "Option<String>")]
        captured: Option<NaiveDate>,
        /// When it was imported; none for what came with the program.
        #[ts(as = "Option<String>")]
        imported: Option<DateTime<Utc>>,
        /// The revision before it; none for the first.
        follows: Option<String>,
        /// Pages.
        pages: usize,
        /// Passages on all pages.
        passages: usize,
        /// Statements, those that people made from passages included.
        statements: usize,
        /// Topics on which it states nothing; none for imported pages, of which only a reader can say that.
        topics_not_stated: Option<usize>,
    }

    /// A passage that was found.
    PassageView {
        /// Its name: what `cite` and `make_statement` take.
        name: String,
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The revision of the provider's pages.
        revision: String,
        /// Id of the page.
        page: String,
        /// Title of the page.
        page_title: String,
        /// The headings above it, joined by ` / `.
        heading: String,
        /// Its number on the page.
        number: u32,
        /// Its words.
        words: String,
        /// The words around what was found.
        snippet: Vec<SnippetPart>,
        /// How many answers of the project cite it.
        cited: usize,
    }

    /// What is known of a passage on the page that is read.
    PassageFacts {
        /// How many answers of the project cite it.
        cited: usize,
        /// Ids of the statements that were made from it.
        statements: Vec<String>,
        /// How it differs from the revision before; none where it is as it was, or where there is no revision before.
        change: Option<PassageChange>,
        /// Its words in the revision before, where they were others.
        before: Option<String>,
    }

    /// A passage of the revision before that is gone.
    GonePassage {
        /// The headings that stood above it, joined by ` / `.
        heading: String,
        /// Its words.
        words: String,
    }

    /// A topic that words speak of.
    TopicProposal {
        /// Id of the topic.
        topic: String,
        /// The words that speak of it, as they are written.
        words: Vec<String>,
    }
}
