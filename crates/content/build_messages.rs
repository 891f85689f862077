//! Writes the functions of `vurder_content::msg`: one for each message of the English files, with the message's
//! arguments as parameters. So a message that is not there, and an argument that is missing or too many, do not
//! compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::files::Files;
use crate::messages::defined::{Defined, defined};

/// Words of Rust that can't be the name of a function as they are.
const KEYWORDS: [&str; 39] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "override", "priv", "pub", "ref", "return", "static",
    "struct", "trait", "type", "use", "where", "while",
];

/// The text of the module, from the files of `language`.
pub(crate) fn functions(files: &Files, language: &str) -> String {
    let folder = format!("locales/{language}");
    let mut messages: BTreeMap<String, (String, Defined)> = BTreeMap::new();
    for path in files.below(&folder, ".ftl") {
        let file = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".ftl");
        let text = files.text(path).ok().flatten().unwrap_or_default();
        for message in defined(text).0 {
            messages.entry(message.id.clone()).or_insert_with(|| (file.to_owned(), message));
        }
    }
    let mut out = String::new();
    for (id, (_, message)) in &messages {
        function(&mut out, id, &arguments(id, &messages), &message.source);
    }
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "/// Every message: the file it stands in, its id, its arguments and its English words.\n\
         pub const ALL: &[Entry] = &["
    );
    for (id, (file, message)) in &messages {
        let arguments = arguments(id, &messages);
        let source = &message.source;
        let _ = writeln!(
            out,
            "    Entry {{ file: {file:?}, id: MessageId::new({id:?}), \
             arguments: &{arguments:?}, english: {source:?} }},"
        );
    }
    out.push_str("];\n");
    out
}

fn function(out: &mut String, id: &str, arguments: &[String], source: &str) {
    let parameters: Vec<String> =
        arguments.iter().map(|name| format!("{}: impl Into<Argument>", identifier(name))).collect();
    let values: Vec<String> =
        arguments.iter().map(|name| format!("({name:?}, {}.into())", identifier(name))).collect();
    let _ = writeln!(
        out,
        "/// `{id}`: `{}`\n#[must_use]\npub fn {}({}) -> Message {{\n    \
         Message {{ id: MessageId::new({id:?}), arguments: vec![{}] }}\n}}\n",
        source.replace('`', "'"),
        identifier(id),
        parameters.join(", "),
        values.join(", "),
    );
}

/// The arguments of a message and of those that it is built of.
fn arguments(id: &str, messages: &BTreeMap<String, (String, Defined)>) -> Vec<String> {
    let (mut found, mut seen, mut open): (Vec<String>, BTreeSet<&str>, Vec<&str>) =
        (Vec::new(), BTreeSet::new(), vec![id]);
    while let Some(id) = open.pop() {
        let Some((_, message)) = messages.get(id).filter(|_| seen.insert(id)) else { continue };
        for name in &message.arguments {
            if !found.contains(name) {
                found.push(name.clone());
            }
        }
        open.extend(message.includes.iter().map(String::as_str));
    }
    found
}

fn identifier(id: &str) -> String {
    let name = id.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) { format!("r#{name}") } else { name }
}
