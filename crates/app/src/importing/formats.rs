//! The formats that can be imported: ids for commands, names for people, and the reasons why a format was recognised.

use vurder_content::{Message, Messages, msg};
use vurder_import::{Dialect, Format, Reason};

use crate::error::{Fault, Outcome};
use crate::import_answers::FormatChoice;
use crate::quoting::names;

/// All formats in the order in which people see them.
const ALL: [Format; 12] = [
    Format::Pack,
    Format::Markdown(Dialect::VitePress),
    Format::Markdown(Dialect::MkDocs),
    Format::Markdown(Dialect::Zola),
    Format::Markdown(Dialect::Docusaurus),
    Format::Markdown(Dialect::Jekyll),
    Format::Markdown(Dialect::Myst),
    Format::Markdown(Dialect::GitHub),
    Format::Html,
    Format::Oscal,
    Format::Satre,
    Format::Caiq,
];

/// The id of a format.
pub(crate) fn id(format: Format) -> &'static str {
    match format {
        Format::Markdown(Dialect::VitePress) => "vitepress",
        Format::Markdown(Dialect::MkDocs) => "mkdocs",
        Format::Markdown(Dialect::Zola) => "zola",
        Format::Markdown(Dialect::Docusaurus) => "docusaurus",
        Format::Markdown(Dialect::Jekyll) => "jekyll",
        Format::Markdown(Dialect::Myst) => "myst",
        Format::Markdown(Dialect::GitHub) => "github",
        Format::Html => "html",
        Format::Pack => "pack",
        Format::Oscal => "oscal",
        Format::Satre => "satre",
        Format::Caiq => "caiq",
    }
}

/// The ids of all formats in the order in which people see them.
pub(crate) fn ids() -> Vec<&'static str> {
    ALL.map(id).to_vec()
}

fn title(format: Format) -> Message {
    match format {
        Format::Markdown(Dialect::VitePress) => msg::import_format_vitepress(),
        Format::Markdown(Dialect::MkDocs) => msg::import_format_mkdocs(),
        Format::Markdown(Dialect::Zola) => msg::import_format_zola(),
        Format::Markdown(Dialect::Docusaurus) => msg::import_format_docusaurus(),
        Format::Markdown(Dialect::Jekyll) => msg::import_format_jekyll(),
        Format::Markdown(Dialect::Myst) => msg::import_format_myst(),
        Format::Markdown(Dialect::GitHub) => msg::import_format_github(),
        Format::Html => msg::import_format_html(),
        Format::Pack => msg::import_format_pack(),
        Format::Oscal => msg::import_format_oscal(),
        Format::Satre => msg::import_format_satre(),
        Format::Caiq => msg::import_format_caiq(),
    }
}

/// The format with this id.
///
/// # Errors
/// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound); the message lists the formats.
pub(crate) fn known(wanted: &str) -> Outcome<Format> {
    ALL.into_iter()
        .find(|format| id(*format) == wanted)
        .ok_or_else(|| Fault::unknown_name(msg::error_no_import_format(wanted, names(ALL.map(id)))))
}

/// The id and the name of a format.
pub(crate) fn choice(format: Format, messages: &Messages) -> FormatChoice {
    FormatChoice { id: id(format).to_owned(), title: messages.format(&title(format)) }
}

/// The ids and the names of all formats.
pub(crate) fn choices(messages: &Messages) -> Vec<FormatChoice> {
    ALL.into_iter().map(|format| choice(format, messages)).collect()
}

/// The reason why a format was recognised.
pub(crate) fn reason(reason: &Reason) -> Message {
    match reason {
        Reason::Given => msg::import_recognised_given(),
        Reason::File { path } => msg::import_recognised_file(path),
        Reason::Mark { path, line, mark } => msg::import_recognised_mark(mark, path, *line),
        Reason::NothingElse => msg::import_recognised_nothing_else(),
    }
}
