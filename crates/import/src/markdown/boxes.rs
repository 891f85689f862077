//! Reads the lines that open boxes and tabs: `::: tip Title`, `!!! note "Title"`, ```` ```{note} ````.

/// A line that opens or closes a container with colons.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Colons {
    /// It closes a container.
    Close(usize),
    /// It opens a box with a title that may be empty.
    Open(usize, String),
    /// It opens a directive: the name of the directive and the text after it.
    Directive(usize, String, String),
}

/// Reads a line of colons (`:::`) or slashes (`///`).
pub(super) fn colons(line: &str, mark: char) -> Option<Colons> {
    let line = line.trim();
    let rest = line.trim_start_matches(mark);
    let count = line.len() - rest.len();
    if count < 3 {
        return None;
    }
    let rest = rest.trim();
    if rest.is_empty() {
        return Some(Colons::Close(count));
    }
    if let Some(inner) = rest.strip_prefix('{')
        && let Some((name, argument)) = inner.split_once('}')
        && name.chars().all(is_name)
        && !name.is_empty()
    {
        return Some(Colons::Directive(count, name.to_owned(), argument.trim().to_owned()));
    }
    // Only attributes, as in Pandoc: `::: {.note}`.
    if rest.starts_with('{') {
        return Some(Colons::Open(count, String::new()));
    }
    let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
    if name.is_empty() {
        return None;
    }
    Some(Colons::Open(count, title(name, rest.trim().trim_end_matches(mark))))
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | ':')
}

/// The title of a box, from the text after its name: `Title`, `[Title]{.x}`, `{title="Title"}`, `| Title`.
fn title(name: &str, rest: &str) -> String {
    let rest = rest.trim().trim_start_matches('|').trim();
    let mut given = rest;
    if let Some(inner) = rest.strip_prefix('[')
        && let Some(end) = inner.rfind(']')
    {
        given = &inner[..end];
    } else if let Some(at) = rest.find('{') {
        given = &rest[..at];
        for quote in ["title=\"", "title='"] {
            if let Some((_, after)) = rest[at..].split_once(quote) {
                given = after.split(['"', '\'']).next().unwrap_or("");
            }
        }
    }
    let given = given.trim().trim_matches('"');
    if given.is_empty() { kind_title(name) } else { given.to_owned() }
}

/// The title that this kind of box has if none is given: "Note" for `note`. Other names only serve the layout.
pub(super) fn kind_title(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let known = matches!(
        name.as_str(),
        "abstract"
            | "attention"
            | "bug"
            | "caution"
            | "danger"
            | "details"
            | "error"
            | "example"
            | "failure"
            | "hint"
            | "important"
            | "info"
            | "note"
            | "question"
            | "quote"
            | "secondary"
            | "seealso"
            | "success"
            | "summary"
            | "tip"
            | "todo"
            | "warning"
    );
    match (known, name.as_str()) {
        (true, "seealso") => "See also".into(),
        (true, name) => capitalised(name),
        (false, _) => String::new(),
    }
}

/// The word with a capital first letter.
pub(super) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// The title of an indented box: `!!! note "Title"`, `??? tip`, `=== "Tab"`; `None` for another line.
pub(super) fn indented(line: &str) -> Option<String> {
    let line = line.trim();
    let (mark, rest) = line.split_at_checked(3)?;
    let rest = rest.trim_start_matches(['+', '!']);
    if !matches!(mark, "!!!" | "???" | "===") || !rest.starts_with(' ') {
        return None;
    }
    let rest = rest.trim();
    let quoted = rest.find('"').and_then(|start| {
        let inner = &rest[start + 1..];
        let end = inner.rfind('"')?;
        Some((rest[..start].trim(), inner[..end].trim()))
    });
    match (mark, quoted) {
        ("===", Some(("", title))) => Some(title.to_owned()),
        ("===", _) => None,
        (_, Some((kind, title))) => is_kind(kind).then(|| title.to_owned()),
        (_, None) => {
            is_kind(rest).then(|| capitalised(rest.split_whitespace().next().unwrap_or("")))
        }
    }
}

fn is_kind(kind: &str) -> bool {
    kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
}

/// The kind of a directive of MyST or Sphinx.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// A box whose title is its kind. Its argument is text: `{note}`.
    Kind(String),
    /// A box whose title is its argument: `{admonition}`, `{tab-item}`.
    Titled,
    /// A directive that only serves the layout. Its content belongs to the page: `{grid}`.
    Layout,
    /// Code.
    Code,
    /// A directive that shows nothing on the page: `{toctree}`.
    Hidden,
    /// A picture with a caption.
    Figure,
    /// A list that is shown as a table.
    ListTable,
    /// A directive that includes another file.
    Include,
    /// HTML that is used as it is.
    Raw,
    /// Content that the site generates.
    MadeBySite,
}

/// The kind of the directive with this name.
pub(super) fn directive(name: &str) -> Directive {
    match name {
        "admonition" | "dropdown" | "card" | "grid-item-card" | "tab-item" | "topic"
        | "sidebar" | "tab" | "exercise" | "solution" | "rubric" | "table" => Directive::Titled,
        "grid" | "grid-item" | "tab-set" | "container" | "div" | "margin" | "epigraph"
        | "pull-quote" | "highlights" | "hlist" | "only" | "glossary" | "versionadded"
        | "versionchanged" | "deprecated" | "aside" | "compound" | "tabs" | "group-tab"
        | "card-carousel" | "button-link" | "button-ref" => Directive::Layout,
        "code" | "code-block" | "code-cell" | "sourcecode" | "math" | "mermaid"
        | "parsed-literal" | "prompt" | "output" | "literalinclude" | "csv-table" | "graphviz"
        | "eval-rst" | "console" => Directive::Code,
        "toctree" | "tableofcontents" | "contents" | "index" | "meta" | "currentmodule"
        | "sectionauthor" | "highlight" => Directive::Hidden,
        "figure" | "image" => Directive::Figure,
        "list-table" => Directive::ListTable,
        "include" => Directive::Include,
        "raw" => Directive::Raw,
        name if !kind_title(name).is_empty() => Directive::Kind(kind_title(name)),
        _ => Directive::MadeBySite,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_titles_of_boxes_in_each_way_of_writing() {
        let open = |line: &str| match colons(line, ':') {
            Some(Colons::Open(_, title)) => title,
            other => format!("{other:?}"),
        };
        assert_eq!(open("::: tip"), "Tip");
        assert_eq!(open(":::warning Mind the gap"), "Mind the gap");
        assert_eq!(open("::::note[Read *this*]{.wide}"), "Read *this*");
        assert_eq!(open(":::info{title=\"Who\"}"), "Who");
        assert_eq!(open("::: code-group"), "");
        assert_eq!(colons(":::", ':'), Some(Colons::Close(3)));
        assert_eq!(colons(":: no", ':'), None);
        assert_eq!(indented("!!! warning").as_deref(), Some("Warning"));
        assert_eq!(
            indented("???+ note inline \"For **owners**\"").as_deref(),
            Some("For **owners**")
        );
        assert_eq!(indented("=== \"Linux\"").as_deref(), Some("Linux"));
        assert_eq!(indented("=== equal"), None);
        assert_eq!(indented("!!! What a day!"), None);
    }
}
