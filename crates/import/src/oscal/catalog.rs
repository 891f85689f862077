//! A catalogue, or the catalogue of a resolved profile: one page for each group, one heading for each control.

use std::collections::{BTreeSet, HashMap};

use super::document::{Catalog, Control, Group, Link, Param, Part, Prop};
use super::references::References;
use crate::address;
use crate::assembly::{Assembly, Draft};
use crate::markup;
use crate::page::PageWriter;
use crate::paths::slug;
use crate::problem::Trouble;

/// Adds the pages of a catalogue.
pub(super) fn read(
    file: &str,
    catalog: &Catalog,
    known: &References<'_>,
    assembly: &mut Assembly<'_>,
) {
    let mut reader = Reader { file, known, missing: BTreeSet::new() };
    if !catalog.controls.is_empty() {
        let mut page = PageWriter::default();
        for control in &catalog.controls {
            reader.control(control, 1, &mut page);
        }
        let name = slug(crate::paths::name(file).trim_end_matches(".json"));
        reader.add(&name, &markup::words(&catalog.metadata.title), catalog, page, assembly);
    }
    for group in &catalog.groups {
        let mut page = PageWriter::default();
        reader.group(group, 1, &mut page);
        let id = if group.id.is_empty() { &group.title } else { &group.id };
        reader.add(&slug(id), &markup::words(&group.title), catalog, page, assembly);
    }
    for id in reader.missing {
        assembly.problem(file, 0, Trouble::DanglingReference { what: id });
    }
}

struct Reader<'a> {
    file: &'a str,
    known: &'a References<'a>,
    missing: BTreeSet<String>,
}

impl Reader<'_> {
    fn add(
        &self,
        id: &str,
        title: &str,
        catalog: &Catalog,
        page: PageWriter,
        assembly: &mut Assembly<'_>,
    ) {
        let written = page.finish();
        let address = address::of_part(&assembly.about().address, self.file, id);
        let title = if title.is_empty() { id } else { title };
        assembly.add(Draft {
            file: self.file.to_owned(),
            slug: id.to_owned(),
            title: title.to_owned(),
            address,
            revision: catalog.metadata.version.clone(),
            blocks: written.blocks,
            links: written.links,
        });
    }

    fn text(&mut self, text: &str) -> String {
        self.known.params.put(text, &HashMap::new(), &mut self.missing).into_owned()
    }

    fn group(&mut self, group: &Group, level: u8, page: &mut PageWriter) {
        self.parts(&group.parts, "", level, page);
        for control in &group.controls {
            self.control(control, level, page);
        }
        for group in &group.groups {
            let label = label(&group.props).unwrap_or_default();
            heading(page, level, &format!("{label} {}", markup::words(&group.title)));
            self.group(group, level + 1, page);
        }
    }

    fn control(&mut self, control: &Control, level: u8, page: &mut PageWriter) {
        heading(page, level, &title(control));
        self.parts(&control.parts, "", level + 1, page);
        self.params(&control.params, page);
        self.links(&control.links, page);
        for control in &control.controls {
            self.control(control, level + 1, page);
        }
    }

    fn parts(&mut self, parts: &[Part], above: &str, level: u8, page: &mut PageWriter) {
        for part in parts {
            let mut inside = true;
            match part.name.as_str() {
                "item" => {
                    page.open_list(None);
                    page.open_item();
                }
                "statement" | "overview" if part.title.is_empty() => inside = false,
                // The objective of a control contains the objectives of all its items.
                name if name == above && part.title.is_empty() => inside = false,
                name => {
                    let title =
                        if part.title.is_empty() { spoken(name) } else { part.title.clone() };
                    if name.starts_with("assessment") && part.title.is_empty() {
                        page.open_box(&title);
                    } else {
                        heading(page, level, &title);
                        inside = false;
                    }
                }
            }
            let words = self.text(part.prose.trim());
            match label(&part.props).filter(|_| part.name == "item") {
                Some(label) => markup::write(page, &format!("{} {words}", escaped(label)), 0),
                None => markup::write(page, &words, 0),
            }
            self.links(&part.links, page);
            self.parts(&part.parts, &part.name, level + 1, page);
            if inside && part.name == "item" {
                page.close_list();
            } else if inside {
                page.close_box();
            }
        }
    }

    fn params(&mut self, params: &[Param], page: &mut PageWriter) {
        for param in params.iter().filter(|param| !param.guidelines.is_empty()) {
            page.open_definition(true);
            let term = if param.label.is_empty() { &param.id } else { &param.label };
            let term = self.text(term);
            markup::write(page, &term, 0);
            page.close_definition();
            page.open_definition(false);
            for guideline in &param.guidelines {
                let words = self.text(&guideline.prose);
                markup::write(page, &words, 0);
            }
            page.close_definition();
        }
    }

    /// Writes all links of the same kind in one line.
    fn links(&mut self, links: &[Link], page: &mut PageWriter) {
        let kinds: BTreeSet<&str> = links.iter().map(|link| link.rel.as_str()).collect();
        for kind in kinds {
            page.open_definition(true);
            page.text(if kind.is_empty() { "link" } else { kind }, 0);
            page.close_definition();
            page.open_definition(false);
            let of_kind = links.iter().filter(|link| link.rel == kind);
            for (number, link) in of_kind.enumerate() {
                if number > 0 {
                    page.text(", ", 0);
                }
                page.open_link(&link.href, 0);
                let words = if link.text.is_empty() {
                    self.known.name(&link.href)
                } else {
                    link.text.clone()
                };
                page.text(&words, 0);
                page.close_link(0);
            }
            page.close_definition();
        }
    }
}

fn heading(page: &mut PageWriter, level: u8, words: &str) {
    page.open_heading(level.min(6));
    page.text(words, 0);
    page.close_heading();
}

/// The name of a control: its label and its title.
pub(super) fn title(control: &Control) -> String {
    let label = label(&control.props).map_or_else(|| control.id.to_uppercase(), str::to_owned);
    format!("{label} {}", markup::words(&control.title)).trim().to_owned()
}

/// The label of a control or an item, as people write it.
fn label(props: &[Prop]) -> Option<&str> {
    let labels = || props.iter().filter(|prop| prop.name == "label" && !prop.value.is_empty());
    let label = labels().find(|prop| prop.class.is_empty()).or_else(|| labels().next());
    label.map(|prop| prop.value.as_str())
}

/// A label as Markdown text, because `1.` would begin a list.
fn escaped(label: &str) -> String {
    label.replace('.', "\\.").replace(')', "\\)").replace('*', "\\*").replace('[', "\\[")
}

/// The name of a part as words: `assessment-objective` as "Assessment objective".
fn spoken(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
