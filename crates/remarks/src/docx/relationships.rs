//! Relationships (ISO/IEC 29500-2, 9.3): where the parts of the document are. Some services give them names of their
//! own (`word/document2.xml`); only where nothing is said, or a part is not there, the usual names count.

use super::xml::{Fault, XmlEvent, walk};

/// The relationships of a part.
#[derive(Debug, Default)]
pub(super) struct Relationships {
    /// The last word of the type, and the path of the part.
    found: Vec<(String, String)>,
}

impl Relationships {
    /// Reads the relationships of a part in the folder `folder`; empty for the package itself.
    pub(super) fn read(content: &str, folder: &str) -> Result<Self, Fault> {
        let mut found = Vec::new();
        walk(content, |met| {
            if let XmlEvent::Start(_, name, attributes) = met
                && name == "Relationship"
                && attributes.get("TargetMode") != Some("External")
                && let (Some(kind), Some(target)) =
                    (attributes.get("Type"), attributes.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
                found.push((kind, resolved(folder, target)));
            }
        })?;
        Ok(Self { found })
    }

    /// The parts of a type, each once.
    pub(super) fn of(&self, kind: &str) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        for (_, path) in self.found.iter().filter(|(of, _)| of == kind) {
            if !parts.contains(path) {
                parts.push(path.clone());
            }
        }
        parts
    }

    /// The first part of a type; `usual` where none is named.
    pub(super) fn one(&self, kind: &str, usual: &str) -> String {
        let named = self.found.iter().find(|(of, _)| of == kind);
        named.map_or_else(|| usual.to_owned(), |(_, path)| path.clone())
    }
}

/// The part in which the relationships of a part stand, and the folder that they start from.
pub(super) fn of_part(path: &str) -> (String, &str) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let before = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    (format!("{before}_rels/{name}.rels"), folder)
}

/// The path of a target within the package.
fn resolved(folder: &str, target: &str) -> String {
    let (folder, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut path: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
