//! The answers of the commands on imports, revisions and passages.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vurder_model::drift::PassageChange;
use vurder_model::provider::PackOrigin;
use vurder_workspace::SnippetPart;

use crate::command_types::answers;

answers! {
    /// What a folder, an archive or a file would bring. Nothing is stored yet.
    ImportLook {
        /// The format in which the files are read.
        format: FormatChoice,
        /// The reason why this format was recognised, for people.
        recognised: String,
        /// All formats that can be read.
        formats: Vec<FormatChoice>,
        /// The pages in order.
        pages: Vec<PageFound>,
        /// How much was read.
        counts: ImportCounts,
        /// What could not be read, by file and line.
        problems: Vec<ImportProblem>,
        /// Links to pages that are not there, by file and line.
        dead_links: Vec<DeadLink>,
        /// Proposed name of the provider.
        name: String,
        /// Proposed address of the site; empty if nothing gives one.
        address: String,
        /// Proposed day of the state: the day of the newest file. None if nothing gives one.
        #[ts(as = "Option<String>")]
        date: Option<NaiveDate>,
    }

    /// A format that can be read.
    FormatChoice {
        /// The name that commands use.
        id: String,
        /// The name that people use.
        title: String,
    }

    /// A page that was read.
    PageFound {
        /// The id of the page below that of its provider. `import` takes it in `left_out`.
        id: String,
        /// The file that the page was read from.
        file: String,
        /// The title of the page.
        title: String,
        /// Number of passages on the page.
        passages: usize,
        /// Number of statements on the page.
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
        /// Statements on all pages. Only some formats have statements.
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
        /// Line in the file, counted from 1; 0 for the whole file.
        line: u32,
        /// The problem in words, for people.
        words: String,
    }

    /// A link to a page that is not there.
    DeadLink {
        /// Path of the file.
        file: String,
        /// Line in the file, counted from 1; 0 if the file has no lines of text.
        line: u32,
        /// The target of the link, as it is written.
        target: String,
    }

    /// The imported revision.
    ImportDone {
        /// Id of the provider.
        provider: String,
        /// Name of the provider.
        provider_name: String,
        /// The new revision.
        revision: String,
        /// The revision before it; none for the first of a provider.
        follows: Option<String>,
        /// How much was imported.
        counts: ImportCounts,
        /// What could not be read, by file and line.
        problems: Vec<ImportProblem>,
        /// Links to pages that are not there, by file and line.
        dead_links: Vec<DeadLink>,
        /// The format in which the files were read.
        format: FormatChoice,
        /// The reason why this format was recognised, for people.
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
        /// Where the revision comes from. Only an imported one can be removed.
        origin: PackOrigin,
        /// The day of its newest page; none if the day is not known.
        #[ts(as = "Option<String>")]
        captured: Option<NaiveDate>,
        /// When the revision was imported; none if it came with the program.
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
        /// Number of topics on which the revision states nothing; none for imported pages, since only a reader can say
        /// that.
        topics_not_stated: Option<usize>,
    }

    /// A passage that the search found.
    PassageView {
        /// The name of the passage, for `cite` and `make_statement`.
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
        /// The headings above the passage, joined by ` / `.
        heading: String,
        /// The number of the passage on the page.
        number: u32,
        /// The words of the passage.
        words: String,
        /// The text around the words that were found.
        snippet: Vec<SnippetPart>,
        /// How many answers of the project cite the passage.
        cited: usize,
    }

    /// Facts about a passage on a page.
    PassageFacts {
        /// How many answers of the project cite the passage.
        cited: usize,
        /// Ids of the statements that were made from the passage.
        statements: Vec<String>,
        /// How the passage differs from the revision before; none if it is the same or there is no revision before.
        change: Option<PassageChange>,
        /// The words of the passage in the revision before, if they were others.
        before: Option<String>,
    }

    /// A passage of the revision before that no longer exists.
    GonePassage {
        /// The headings that stood above the passage, joined by ` / `.
        heading: String,
        /// The words of the passage.
        words: String,
    }

    /// A topic proposed for a text.
    TopicProposal {
        /// Id of the topic.
        topic: String,
        /// The words of the text that led to the topic, as they are written.
        words: Vec<String>,
    }
}
