//! The things to which the files of an import refer: controls, parts, resources.

use std::collections::{HashMap, HashSet};

use super::catalog::title;
use super::document::{BackMatter, Catalog, Control, Group, Part, Resource};
use super::params::Params;
use crate::address::is_web;
use crate::links::LinkTarget;
use crate::markup;
use crate::paths::{name, slug};

/// Everything to which a file can refer.
#[derive(Debug, Default)]
pub(super) struct References<'a> {
    /// The title of each control, and the slug of its page.
    controls: HashMap<&'a str, (String, String)>,
    parts: HashSet<&'a str>,
    resources: HashMap<&'a str, &'a Resource>,
    pub(super) params: Params<'a>,
    pub(super) has_catalog: bool,
}

impl<'a> References<'a> {
    pub(super) fn add_catalog(&mut self, file: &str, catalog: &'a Catalog) {
        self.has_catalog = true;
        self.params.add_catalog(catalog);
        self.add_resources(&catalog.back_matter);
        let own = slug(name(file).trim_end_matches(".json"));
        catalog.controls.iter().for_each(|control| self.add_control(control, &own));
        for group in &catalog.groups {
            let page = slug(if group.id.is_empty() { &group.title } else { &group.id });
            self.add_group(group, &page);
        }
    }

    pub(super) fn add_resources(&mut self, back_matter: &'a BackMatter) {
        self.resources.extend(back_matter.resources.iter().map(|r| (r.uuid.as_str(), r)));
    }

    fn add_group(&mut self, group: &'a Group, page: &str) {
        self.add_parts(&group.parts);
        group.groups.iter().for_each(|group| self.add_group(group, page));
        group.controls.iter().for_each(|control| self.add_control(control, page));
    }

    fn add_control(&mut self, control: &'a Control, page: &str) {
        self.controls.insert(&control.id, (title(control), page.to_owned()));
        self.add_parts(&control.parts);
        control.controls.iter().for_each(|control| self.add_control(control, page));
    }

    fn add_parts(&mut self, parts: &'a [Part]) {
        for part in parts {
            self.parts.insert(&part.id);
            self.add_parts(&part.parts);
        }
    }

    /// Whether a control is among the files; also `true` if no catalogue is among them.
    pub(super) fn knows_control(&self, id: &str) -> bool {
        !self.has_catalog || self.controls.contains_key(id)
    }

    /// Whether a part of a control is among the files; also `true` if no catalogue is among them.
    pub(super) fn knows_part(&self, id: &str) -> bool {
        !self.has_catalog || self.parts.contains(id) || self.controls.contains_key(id)
    }

    pub(super) fn resource(&self, href: &str) -> Option<&'a Resource> {
        self.resources.get(href.strip_prefix('#')?).copied()
    }

    /// The name of a control: `AC-2 Accounts`; its id if the control is not known.
    pub(super) fn control(&self, id: &str) -> String {
        self.controls.get(id).map_or_else(|| id.to_uppercase(), |(title, _)| title.clone())
    }

    /// The name of the target of a link.
    pub(super) fn name(&self, href: &str) -> String {
        if let Some(resource) = self.resource(href) {
            let words =
                if resource.title.is_empty() { &resource.description } else { &resource.title };
            let words = markup::words(words);
            return if words.is_empty() { href.to_owned() } else { words };
        }
        match href.strip_prefix('#') {
            Some(id) => self.control(id),
            None => name(href).to_owned(),
        }
    }

    /// The target of a link.
    pub(super) fn leads(&self, provider: &str, href: &str) -> LinkTarget {
        if let Some((title, page)) = href.strip_prefix('#').and_then(|id| self.controls.get(id)) {
            return LinkTarget::Page { id: format!("{provider}/{page}"), title: title.clone() };
        }
        if let Some(resource) = self.resource(href) {
            let address = resource.rlinks.iter().find(|link| is_web(&link.href));
            return address
                .map_or(LinkTarget::NoLink, |link| LinkTarget::Address(link.href.clone()));
        }
        if let Some(id) = href.strip_prefix('#') {
            if self.parts.contains(id) {
                return LinkTarget::NoLink;
            }
            return LinkTarget::Nowhere(id.to_uppercase());
        }
        if is_web(href) { LinkTarget::Address(href.to_owned()) } else { LinkTarget::NoLink }
    }
}
