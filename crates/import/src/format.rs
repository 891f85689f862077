//! Which format the files are in, and how that was recognised.

/// What the files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Vurder's own pack, with statements.
    Pack,
    /// A site of Markdown pages.
    Markdown(Dialect),
    /// Pages of HTML, saved from a browser or built.
    Html,
    /// Catalogues and component definitions of OSCAL, in JSON.
    Oscal,
    /// Numbered statements in YAML, with a site in MyST Markdown around them.
    Satre,
    /// A questionnaire that was answered, as CSV or a workbook.
    Caiq,
}

/// The dialect that the Markdown of a site is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `VitePress` and `VuePress`.
    VitePress,
    /// `MkDocs`, usually with the theme Material.
    MkDocs,
    /// `Zola`.
    Zola,
    /// `Docusaurus`, with components in the pages (MDX).
    Docusaurus,
    /// `Jekyll`, with Liquid tags in the pages.
    Jekyll,
    /// `Sphinx` with MyST Markdown, `Jupyter Book`.
    Myst,
    /// Markdown as GitHub shows it.
    GitHub,
}

impl Dialect {
    /// All dialects that are read.
    pub const ALL: [Self; 7] = [
        Self::VitePress,
        Self::MkDocs,
        Self::Zola,
        Self::Docusaurus,
        Self::Jekyll,
        Self::Myst,
        Self::GitHub,
    ];
}

/// A format that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The format.
    pub format: Format,
    /// What it was recognised by.
    pub reason: Reason,
}

/// What a format was recognised by, to be told to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The person said so.
    Given,
    /// A file that only this format has.
    File {
        /// Its path.
        path: String,
    },
    /// A mark that only this format has in its text.
    Mark {
        /// The file it was found in first.
        path: String,
        /// Its line, from 1.
        line: u32,
        /// The mark: `!!!`, `+++`.
        mark: String,
    },
    /// Nothing tells of another format.
    NothingElse,
}
