//! The format of the files, and how it was recognised.

/// The format of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Vurder's own pack, with statements.
    Pack,
    /// A site of Markdown pages.
    Markdown(Dialect),
    /// Pages of HTML that a browser saved or that a site generator wrote.
    Html,
    /// Catalogues and component definitions of OSCAL, in JSON.
    Oscal,
    /// Numbered statements in YAML, in a site of MyST Markdown.
    Satre,
    /// A questionnaire with answers, as CSV or a workbook.
    Caiq,
}

/// The dialect of the Markdown of a site.
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
    /// How it was recognised.
    pub reason: Reason,
}

/// How a format was recognised. It is shown to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The person chose the format.
    Given,
    /// A file that only this format has.
    File {
        /// Its path.
        path: String,
    },
    /// A mark that stands only in texts of this format.
    Mark {
        /// The file in which it was found first.
        path: String,
        /// Its line, counted from 1.
        line: u32,
        /// The mark: `!!!`, `+++`.
        mark: String,
    },
    /// Nothing indicates another format.
    NothingElse,
}
