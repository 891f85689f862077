//! Writes a component definition: the statements of a provider, for tools that work with OSCAL.
//!
//! The provider is one component of type `service`. It has one implementation of ISO/IEC 27001:2022, with a requirement
//! for each number of each statement (`a.8.13`, clauses as `clause-6.1`). A second implementation is of the topics, for
//! statements without a number (`topic-backup`; `topic-none` for a statement without a topic). The words are the
//! description. The controller's judgement and note are the remarks. Who is responsible stands as responsible role,
//! `provider` or `customer`, and in the property `responsibility`; a limitation belongs to the provider. All other data
//! of a statement stands in properties of our own namespace, so that this crate can read it back.

mod document;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;
use vurder_model::provider::{Pack, Side, Statement};
use vurder_model::richtext::says_something;

use self::document::{
    BackMatter, Component, ComponentDefinition, Document, Implementation, Link, Metadata, Party,
    Prop, RemoteLink, Requirement, Resource, ResponsibleRole, Role,
};
use super::iso;
use super::properties::{self, CUSTOMER, NAMESPACE, PROVIDER};
use crate::infallible::infallible;

/// What a controller says about a statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remark {
    /// The judgement, in words; may be empty.
    pub judgement: String,
    /// The note, in plain words; may be empty.
    pub note: String,
}

/// The data of a component definition that the pack does not have.
#[derive(Debug, Clone, Copy)]
pub struct Definition<'a> {
    /// The time at which it is written.
    pub written: DateTime<Utc>,
    /// The name of the list of topics, for those who read the file.
    pub topics: &'a str,
}

/// The name of the standard, as people know it.
const STANDARD: &str = "ISO/IEC 27001:2022";
const STANDARD_ADDRESS: &str = "https://www.iso.org/standard/27001";

/// Writes the statements of a pack as a component definition of OSCAL 1.1 in JSON. `remarks` has the id of the
/// statement as key.
///
/// The same pack, remarks and definition give the same bytes. The UUIDs are made from the ids, so that a component and
/// its requirements keep theirs from one revision to the next. The UUID of the file is made from its whole content.
#[must_use]
pub fn write_component_definition(
    pack: &Pack,
    remarks: &BTreeMap<String, Remark>,
    definition: &Definition<'_>,
) -> Vec<u8> {
    let writer = Writer { pack, remarks, definition };
    let mut document = writer.document();
    let content = infallible(serde_json::to_vec(&document));
    document.component_definition.uuid = Uuid::new_v5(&writer.uuid("document"), &content);
    let mut bytes = infallible(serde_json::to_vec_pretty(&document));
    bytes.push(b'\n');
    bytes
}

struct Writer<'a> {
    pack: &'a Pack,
    remarks: &'a BTreeMap<String, Remark>,
    definition: &'a Definition<'a>,
}

impl<'a> Writer<'a> {
    /// The UUID of a thing of this provider. It is always the same.
    fn uuid(&self, of: &str) -> Uuid {
        let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
        Uuid::new_v5(&namespace, format!("{}\n{of}", self.pack.provider).as_bytes())
    }

    fn name(&self) -> &'a str {
        let name = self.pack.name.trim();
        if name.is_empty() { &self.pack.provider } else { name }
    }

    fn document(&self) -> Document {
        let provider = || vec![self.uuid("party")];
        let website = text::reference(&self.pack.website);
        let website = Link { href: website, rel: "website", text: String::new() };
        let captured = self.pack.captured.map(|day| day.to_string()).unwrap_or_default();
        let mut props = Vec::new();
        prop(&mut props, "captured", &captured, None);
        prop(&mut props, "country", &self.pack.country, None);
        let implementations = [self.standard(), self.topics()];
        let (resources, implementations): (Vec<_>, Vec<_>) =
            implementations.into_iter().flatten().unzip();
        let about = text::paragraphs(&self.pack.about);
        Document {
            component_definition: ComponentDefinition {
                uuid: Uuid::nil(),
                metadata: Metadata {
                    title: text::markdown(self.name()),
                    last_modified: self
                        .definition
                        .written
                        .to_rfc3339_opts(SecondsFormat::Secs, true),
                    version: text::line(&self.pack.revision),
                    oscal_version: "1.1.2",
                    props,
                    roles: vec![
                        Role { id: PROVIDER, title: "Provider" },
                        Role { id: CUSTOMER, title: "Customer" },
                    ],
                    parties: vec![Party {
                        uuid: self.uuid("party"),
                        kind: "organization",
                        name: text::line(self.name()),
                        links: Some(website)
                            .filter(|link| !link.href.is_empty())
                            .into_iter()
                            .collect(),
                    }],
                    responsible_parties: vec![ResponsibleRole {
                        role_id: PROVIDER,
                        party_uuids: provider(),
                    }],
                    remarks: text::paragraphs(&self.pack.licence),
                },
                components: vec![Component {
                    uuid: self.uuid("component"),
                    kind: "service",
                    title: text::markdown(self.name()),
                    description: if about.is_empty() { text::markdown(self.name()) } else { about },
                    responsible_roles: vec![ResponsibleRole {
                        role_id: PROVIDER,
                        party_uuids: provider(),
                    }],
                    control_implementations: implementations,
                }],
                back_matter: BackMatter { resources },
            },
        }
    }

    /// The statements that have a number of the standard.
    fn standard(&self) -> Option<(Resource, Implementation)> {
        let mut requirements: Vec<(String, &Statement)> = Vec::new();
        for statement in &self.pack.statements {
            let controls = controls(statement).into_iter();
            requirements.extend(controls.map(|control| (control, statement)));
        }
        requirements.sort_by_key(|(control, _)| iso::order(control));
        let address = RemoteLink { href: STANDARD_ADDRESS };
        self.implementation(STANDARD, vec![address], requirements)
    }

    /// The statements without a number, by topic.
    fn topics(&self) -> Option<(Resource, Implementation)> {
        let none = String::from("none");
        let mut topics: BTreeMap<&String, Vec<&Statement>> = BTreeMap::new();
        for statement in &self.pack.statements {
            if !controls(statement).is_empty() {
                continue;
            }
            let of = statement.topics.iter().chain(statement.topics.is_empty().then_some(&none));
            for topic in of.collect::<BTreeSet<_>>() {
                topics.entry(topic).or_default().push(statement);
            }
        }
        let requirements = topics.into_iter().flat_map(|(topic, statements)| {
            let control = format!("topic-{}", text::token(topic));
            statements.into_iter().map(move |statement| (control.clone(), statement))
        });
        self.implementation(self.definition.topics, Vec::new(), requirements.collect())
    }

    /// The implementation of one catalogue, and the catalogue; `None` if there are no requirements.
    fn implementation(
        &self,
        title: &str,
        rlinks: Vec<RemoteLink>,
        requirements: Vec<(String, &Statement)>,
    ) -> Option<(Resource, Implementation)> {
        let with_words =
            requirements.into_iter().filter(|(_, statement)| says_something(&statement.words));
        let requirements: Vec<_> =
            with_words.map(|(control, statement)| self.requirement(control, statement)).collect();
        if requirements.is_empty() {
            return None;
        }
        let title = text::markdown(title);
        let uuid = self.uuid(&format!("catalogue\n{title}"));
        let implementation = Implementation {
            uuid: self.uuid(&format!("implementation\n{title}")),
            source: format!("#{uuid}"),
            description: title.clone(),
            implemented_requirements: requirements,
        };
        Some((Resource { uuid, title, rlinks }, implementation))
    }

    fn requirement(&self, control: String, statement: &Statement) -> Requirement {
        let role = match statement.side {
            Side::Provided | Side::Limitation => PROVIDER,
            Side::ControllersDuty => CUSTOMER,
        };
        let mut props = Vec::new();
        prop(&mut props, properties::STATEMENT, &statement.id, None);
        prop(&mut props, properties::SIDE, &properties::name(&statement.side), None);
        prop(&mut props, properties::RESPONSIBILITY, role, None);
        prop(&mut props, properties::KIND, &properties::name(&statement.kind), None);
        prop(&mut props, properties::THEME, &properties::name(&statement.theme), None);
        for topic in &statement.topics {
            prop(&mut props, properties::TOPIC, topic, None);
        }
        prop(
            &mut props,
            properties::UNCERTAIN,
            statement.uncertain.as_deref().unwrap_or_default(),
            None,
        );
        let mut links = Vec::new();
        for (number, source) in (1..).zip(&statement.sources) {
            let captured = source.captured.map(|day| day.to_string()).unwrap_or_default();
            let values = [&source.page_title, &source.heading, &source.revision, &captured];
            for (name, value) in properties::PLACE.into_iter().zip(values) {
                prop(&mut props, name, value, Some(format!("source-{number}")));
            }
            let href = text::reference(&source.address);
            if !href.is_empty() {
                let text = [source.page_title.as_str(), source.heading.as_str()];
                let text: Vec<String> = text.into_iter().map(text::markdown).collect();
                let text = text.join(" / ").trim_matches([' ', '/']).to_owned();
                links.push(Link { href, rel: "reference", text });
            }
        }
        let remark = self.remarks.get(&statement.id);
        let remark = remark.map(|remark| [&remark.judgement, &remark.note]);
        let remark = remark.into_iter().flatten().map(|words| text::paragraphs(words));
        Requirement {
            uuid: self.uuid(&format!("requirement\n{control}\n{}", statement.id)),
            control_id: control,
            description: text::markdown(&statement.words),
            props,
            links,
            responsible_roles: vec![ResponsibleRole { role_id: role, party_uuids: Vec::new() }],
            remarks: remark.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n"),
        }
    }
}

/// The controls of the standard for the numbers of a statement, each once.
fn controls(statement: &Statement) -> Vec<String> {
    let controls: BTreeSet<String> =
        statement.iso.iter().filter_map(|number| iso::control(number)).collect();
    controls.into_iter().collect()
}

/// Adds a property of our namespace. OSCAL does not allow properties without a value.
fn prop(props: &mut Vec<Prop>, name: &'static str, value: &str, group: Option<String>) {
    let value = text::line(value);
    if !value.is_empty() {
        props.push(Prop { name, ns: NAMESPACE, value, group });
    }
}
