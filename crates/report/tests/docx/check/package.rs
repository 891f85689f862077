//! Reads the package: its parts, their types, and the relationships between them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::tree::{Element, parse};

/// The parts of a file.
pub struct Package {
    /// The XML parts by path.
    pub xml: BTreeMap<String, Element>,
    /// The other parts.
    pub other: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Reads a file. A problem is a file that is not an archive, or XML that is not well formed.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
        let mut package = Self { xml: BTreeMap::new(), other: BTreeMap::new() };
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).map_err(|e| e.to_string())?;
            let path = file.name().map_err(|e| e.to_string())?.into_owned();
            if at == 0 && path != "[Content_Types].xml" {
                return Err(format!("{path} stands before the types"));
            }
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
            if path.ends_with(".xml") || path.ends_with(".rels") {
                let text = String::from_utf8(bytes).map_err(|e| format!("{path}: {e}"))?;
                let element = parse(&text).map_err(|e| format!("{path}: {e}"))?;
                package.xml.insert(path, element);
            } else {
                package.other.insert(path, bytes);
            }
        }
        Ok(package)
    }

    /// An XML part.
    pub fn part(&self, path: &str) -> &Element {
        &self.xml[path]
    }

    /// The custom properties by name.
    pub fn custom_properties(&self) -> BTreeMap<String, String> {
        let Some(part) = self.xml.get("docProps/custom.xml") else { return BTreeMap::new() };
        let properties = part.elements().map(|p| (p.get("name").to_owned(), p.words()));
        properties.collect()
    }

    fn paths(&self) -> impl Iterator<Item = &String> {
        self.xml.keys().chain(self.other.keys())
    }

    /// Checks that every part has a type, and that every type is of an existing part.
    pub fn check_types(&self, problems: &mut Vec<String>) {
        let types = self.part("[Content_Types].xml");
        let of = |name: &str, key: &str| -> BTreeSet<String> {
            let named = types.elements().filter(|e| e.name == name);
            named.map(|e| e.get(key).to_owned()).collect()
        };
        let (endings, parts) = (of("Default", "Extension"), of("Override", "PartName"));
        for path in self.paths().filter(|path| *path != "[Content_Types].xml") {
            let ending = path.rsplit('.').next().unwrap_or_default();
            let own = parts.contains(&format!("/{path}"));
            let relationships = ending == "rels";
            if !own && (ending == "xml" || !(relationships || endings.contains(ending))) {
                problems.push(format!("{path} has no type"));
            }
        }
        for part in parts {
            if !self.paths().any(|path| format!("/{path}") == part) {
                problems.push(format!("{part} has a type and is not there"));
            }
        }
    }

    /// Checks that every relationship leads to a part, every id in a part is one of its relationships, and every part
    /// can be reached.
    pub fn check_relationships(&self, problems: &mut Vec<String>) {
        let mut reached: BTreeSet<String> = BTreeSet::new();
        for (path, relationships) in self.xml.iter().filter(|(path, _)| path.ends_with(".rels")) {
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let folder = folder.trim_end_matches("_rels");
            let source = format!("{folder}{}", file.trim_end_matches(".rels"));
            if !source.is_empty() && !self.xml.contains_key(&source) {
                problems.push(format!("{path} is of no part"));
            }
            let mut ids = BTreeSet::new();
            for of in relationships.elements() {
                let target = of.get("Target");
                if !ids.insert(of.get("Id").to_owned()) {
                    problems.push(format!("{path}: {} is there twice", of.get("Id")));
                }
                if of.get("TargetMode") == "External" {
                    let good = target.starts_with("http") || target.starts_with("mailto:");
                    if !good || target.chars().any(|c| !c.is_ascii_graphic()) {
                        problems.push(format!("{path}: {target} is no address"));
                    }
                } else {
                    let to = format!("{folder}{target}");
                    if !self.paths().any(|path| *path == to) {
                        problems.push(format!("{path}: {to} is not there"));
                    }
                    reached.insert(to);
                }
            }
            let Some(part) = self.xml.get(&source) else { continue };
            let named: BTreeSet<String> = part
                .all()
                .flat_map(|e| &e.attributes)
                .filter(|(name, _)| name.starts_with("r:"))
                .map(|(_, id)| id.clone())
                .collect();
            for id in named.difference(&ids) {
                problems.push(format!("{source} names {id}, which is no relationship of it"));
            }
        }
        for (path, part) in &self.xml {
            let names_any =
                part.all().flat_map(|e| &e.attributes).any(|(name, _)| name.starts_with("r:"));
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            if names_any && !self.xml.contains_key(&format!("{folder}/_rels/{file}.rels")) {
                problems.push(format!("{path} names relationships and has none"));
            }
        }
        for path in self.paths() {
            let serves = path.ends_with(".rels") || path == "[Content_Types].xml";
            if !serves && !reached.contains(path) {
                problems.push(format!("{path} is reached by nothing"));
            }
        }
    }
}
