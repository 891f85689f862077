//! A component definition: one page for each component, and one statement for each requirement that it meets.

use std::collections::{BTreeSet, HashMap};

use vurder_model::provider::{Side, Source, Statement, StatementKind, Theme, words_hash};
use vurder_model::richtext::says_something;

use super::document::{Component, Components, Implementation, Prop, Requirement, ResponsibleRole};
use super::references::References;
use super::{iso, properties};
use crate::address;
use crate::assembly::{Assembly, Draft};
use crate::markup;
use crate::page::PageWriter;
use crate::paths::slug;
use crate::problem::Trouble;

/// Adds the pages and statements of a component definition.
pub(super) fn read(
    file: &str,
    all: &Components,
    known: &References<'_>,
    assembly: &mut Assembly<'_>,
) {
    let customers = all.metadata.roles.iter();
    let customers = customers.filter(|role| is_customer(&role.id) || is_customer(&role.title));
    let mut reader = Reader {
        file,
        known,
        customers: customers.map(|role| role.id.as_str()).collect(),
        roles: all.metadata.roles.iter().map(|role| role.id.as_str()).collect(),
        dangling: BTreeSet::new(),
        statements: Vec::new(),
        own: HashMap::new(),
        page: PageWriter::default(),
    };
    for component in all.components.iter().chain(&all.capabilities) {
        reader.component(component, all, assembly);
    }
    for what in reader.dangling {
        assembly.problem(file, 0, Trouble::DanglingReference { what });
    }
}

struct Reader<'a> {
    file: &'a str,
    known: &'a References<'a>,
    customers: BTreeSet<&'a str>,
    roles: BTreeSet<&'a str>,
    dangling: BTreeSet<String>,
    statements: Vec<Statement>,
    /// The indexes of the statements with our own ids. A statement with several numbers occurs several times in the
    /// file.
    own: HashMap<String, usize>,
    page: PageWriter,
}

/// The place of statements, and the data that all statements there share.
#[derive(Clone, Copy)]
struct StatementContext<'a> {
    heading: &'a str,
    control: &'a str,
    roles: &'a [ResponsibleRole],
    props: &'a [Prop],
    set: &'a HashMap<&'a str, String>,
}

impl<'a> Reader<'a> {
    fn component(
        &mut self,
        component: &'a Component,
        all: &'a Components,
        assembly: &mut Assembly<'_>,
    ) {
        let title = if component.title.is_empty() { &component.name } else { &component.title };
        let title = markup::words(title);
        self.page = PageWriter::default();
        self.statements.clear();
        self.own.clear();
        markup::write(&mut self.page, &component.description, 0);
        markup::write(&mut self.page, &component.purpose, 0);
        for implementation in &component.control_implementations {
            self.implementation(component, implementation, assembly);
        }
        let written = std::mem::take(&mut self.page).finish();
        let title = if title.is_empty() { markup::words(&all.metadata.title) } else { title };
        let name = format!("component-{}", slug(&title).replace('/', "-"));
        let added = assembly.add(Draft {
            file: self.file.to_owned(),
            address: address::of_part(&assembly.about().address, self.file, &name),
            slug: name,
            title,
            revision: all.metadata.version.clone(),
            blocks: written.blocks,
            links: written.links,
        });
        let Some(page) = added.and(assembly.pages.last()).map(|placed| placed.page.clone()) else {
            return;
        };
        for mut statement in self.statements.drain(..) {
            for source in &mut statement.sources {
                source.page.clone_from(&page.id);
                source.page_title.clone_from(&page.title);
                source.address.clone_from(&page.address);
                source.revision.clone_from(&page.revision);
            }
            assembly.statements.push(statement);
        }
    }

    fn implementation(
        &mut self,
        component: &'a Component,
        implementation: &'a Implementation,
        assembly: &mut Assembly<'_>,
    ) {
        let is_missing = implementation.source.starts_with('#')
            && self.known.resource(&implementation.source).is_none();
        let source = if is_missing {
            self.dangling.insert(implementation.source.clone());
            implementation.source.clone()
        } else {
            self.known.name(&implementation.source)
        };
        self.heading(1, &source);
        markup::write(&mut self.page, &implementation.description, 0);
        for requirement in &implementation.implemented_requirements {
            let id = requirement.control_id.as_str();
            if !self.known.knows_control(id) {
                self.dangling.insert(id.to_owned());
            }
            let set = implementation.set_parameters.iter().chain(&requirement.set_parameters);
            let set: HashMap<&str, String> =
                set.map(|set| (set.param_id.as_str(), set.values.join(", "))).collect();
            let control = self.known.control(id);
            self.heading(2, &control);
            let heading = format!("{source} / {control}");
            let around = StatementContext {
                heading: &heading,
                control: id,
                roles: &component.responsible_roles,
                props: &[],
                set: &set,
            };
            self.requirement(requirement, around, assembly);
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.page.open_heading(level);
        self.page.text(words, 0);
        self.page.close_heading();
    }

    fn requirement(
        &mut self,
        requirement: &'a Requirement,
        around: StatementContext<'_>,
        assembly: &mut Assembly<'_>,
    ) {
        // The roles of a component are those of everybody who has to do with it. Only a requirement names those who
        // meet it.
        let roles = if requirement.responsible_roles.is_empty() {
            &[][..]
        } else {
            &requirement.responsible_roles
        };
        for role in roles.iter().chain(around.roles) {
            if !self.roles.is_empty() && !self.roles.contains(role.role_id.as_str()) {
                self.dangling.insert(role.role_id.clone());
            }
        }
        let around = StatementContext {
            roles,
            props: if requirement.props.is_empty() { around.props } else { &requirement.props },
            ..around
        };
        if requirement.statements.is_empty() {
            self.statement("", &requirement.description, None, around, assembly);
        } else {
            let mut missing = BTreeSet::new();
            let words = self.known.params.put(&requirement.description, around.set, &mut missing);
            markup::write(&mut self.page, &words, 0);
            self.tell_missing(missing);
        }
        self.exported(requirement, around, assembly);
        for statement in &requirement.statements {
            let id = statement.statement_id.as_str();
            if !self.known.knows_part(id) {
                self.dangling.insert(id.to_owned());
            }
            let own = StatementContext {
                roles: if statement.responsible_roles.is_empty() {
                    around.roles
                } else {
                    &statement.responsible_roles
                },
                props: if statement.props.is_empty() { around.props } else { &statement.props },
                ..around
            };
            self.statement(id, &statement.description, None, own, assembly);
            self.exported(statement, own, assembly);
            markup::write(&mut self.page, &statement.remarks, 0);
        }
        markup::write(&mut self.page, &requirement.remarks, 0);
    }

    /// What a service provides to those who build on it, and what it leaves to them.
    fn exported(
        &mut self,
        requirement: &Requirement,
        around: StatementContext<'_>,
        assembly: &mut Assembly<'_>,
    ) {
        for provided in &requirement.export.provided {
            self.statement(
                "provided",
                &provided.description,
                Some(Side::Provided),
                around,
                assembly,
            );
        }
        for left in &requirement.export.responsibilities {
            let side = Some(Side::ControllersDuty);
            self.statement("responsibility", &left.description, side, around, assembly);
        }
    }

    fn statement(
        &mut self,
        id: &str,
        description: &str,
        side: Option<Side>,
        around: StatementContext<'_>,
        assembly: &mut Assembly<'_>,
    ) {
        let mut missing = BTreeSet::new();
        let words = markup::words(&self.known.params.put(description, around.set, &mut missing));
        self.tell_missing(missing);
        if !says_something(&words) {
            return;
        }
        let source = Source {
            page: String::new(),
            page_title: String::new(),
            heading: around.heading.to_owned(),
            address: String::new(),
            revision: String::new(),
            captured: Some(assembly.about().date),
        };
        let number = iso::number(around.control);
        let own_name = properties::value(around.props, properties::STATEMENT);
        let known = own_name.and_then(|name| self.statements.get_mut(*self.own.get(name)?));
        if let Some(known) = known.filter(|known| known.words == words) {
            self.page.statement(&known.id);
            known.sources.push(source);
            known.iso.extend(number);
            return;
        }
        let own_side = properties::model(around.props, properties::SIDE);
        let side = side.or(own_side).unwrap_or_else(|| self.side(around));
        let name = match own_name {
            Some(name) => slug(name.split_once('/').map_or(name, |(_, name)| name)),
            None => {
                let below = id.strip_prefix(around.control).unwrap_or(id);
                slug(&format!("{}-{below}", around.control))
            }
        };
        let id = assembly.own_id(name.trim_end_matches('-'));
        self.page.statement(&id);
        if let Some(name) = own_name {
            self.own.insert(name.to_owned(), self.statements.len());
        }
        let likely = match side {
            Side::Provided => StatementKind::Measure,
            Side::Limitation | Side::ControllersDuty => StatementKind::Boundary,
        };
        self.statements.push(Statement {
            id,
            provider: assembly.about().provider.clone(),
            hash: words_hash(&words),
            words,
            kind: properties::model(around.props, properties::KIND).unwrap_or(likely),
            side,
            theme: properties::model(around.props, properties::THEME)
                .unwrap_or_else(|| theme(around.control)),
            topics: properties::values(around.props, properties::TOPIC)
                .map(str::to_owned)
                .collect(),
            sources: vec![source],
            iso: number.into_iter().collect(),
            uncertain: properties::value(around.props, properties::UNCERTAIN).map(str::to_owned),
        });
    }

    fn tell_missing(&mut self, missing: BTreeSet<String>) {
        // Without the catalogue, its parameters are not known.
        if self.known.has_catalog {
            self.dangling.extend(missing);
        }
    }

    /// Who has to do with a requirement. What is planned or left out is a limitation. What a customer does is a duty of
    /// the controller, and so is a shared requirement, because the controller has a part in it.
    fn side(&self, around: StatementContext<'_>) -> Side {
        let value = |names: &[&str]| {
            let found = around.props.iter().find(|prop| names.contains(&prop.name.as_str()));
            found.map(|prop| prop.value.to_ascii_lowercase())
        };
        let status = value(&["implementation-status"]).unwrap_or_default();
        if matches!(status.as_str(), "planned" | "not-applicable" | "partial" | "not-implemented") {
            return Side::Limitation;
        }
        let whose = [
            "responsibility",
            "control-origination",
            "implementation-responsibility",
            "origination",
        ];
        if let Some(whose) = value(&whose) {
            let duty = is_customer(&whose) || whose.contains("shared");
            return if duty { Side::ControllersDuty } else { Side::Provided };
        }
        let is_duty = |role: &ResponsibleRole| {
            is_customer(&role.role_id) || self.customers.contains(role.role_id.as_str())
        };
        if around.roles.iter().any(is_duty) { Side::ControllersDuty } else { Side::Provided }
    }
}

/// Whether a role is a role of the users of the service.
fn is_customer(role: &str) -> bool {
    let role = role.to_ascii_lowercase();
    ["customer", "consumer", "tenant", "controller", "client", "csc"]
        .iter()
        .any(|word| role.contains(word))
}

/// The theme of ISO/IEC 27001 for the family of a control of SP 800-53. It is a proposal: organisational for all
/// families that are not listed.
fn theme(control: &str) -> Theme {
    if let Some(theme) = iso::theme(control) {
        return theme;
    }
    let family = control.split(['-', '.']).next().unwrap_or(control).to_ascii_lowercase();
    match family.as_str() {
        "ac" | "au" | "ia" | "sc" | "si" | "cm" => Theme::Technological,
        "at" | "ps" => Theme::People,
        "pe" | "mp" | "ma" => Theme::Physical,
        _ => Theme::Organisational,
    }
}
