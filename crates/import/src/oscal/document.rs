//! The parts of an OSCAL file that are read. Everything else in the file is ignored.

use serde::Deserialize;

/// A file. It has one of the models.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) catalog: Option<Catalog>,
    pub(super) component_definition: Option<Components>,
    pub(super) profile: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Metadata {
    pub(super) title: String,
    pub(super) version: String,
    pub(super) oscal_version: String,
    pub(super) roles: Vec<Role>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Role {
    pub(super) id: String,
    pub(super) title: String,
}

/// A catalogue, or the catalogue of a resolved profile.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Catalog {
    pub(super) metadata: Metadata,
    pub(super) params: Vec<Param>,
    pub(super) controls: Vec<Control>,
    pub(super) groups: Vec<Group>,
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) params: Vec<Param>,
    pub(super) props: Vec<Prop>,
    pub(super) parts: Vec<Part>,
    pub(super) groups: Vec<Group>,
    pub(super) controls: Vec<Control>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Control {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) params: Vec<Param>,
    pub(super) props: Vec<Prop>,
    pub(super) links: Vec<Link>,
    pub(super) parts: Vec<Part>,
    pub(super) controls: Vec<Control>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Part {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) props: Vec<Prop>,
    pub(super) prose: String,
    pub(super) parts: Vec<Part>,
    pub(super) links: Vec<Link>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Param {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) values: Vec<String>,
    pub(super) select: Option<Select>,
    pub(super) guidelines: Vec<Prose>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Select {
    pub(super) choice: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Prose {
    pub(super) prose: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Prop {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) class: String,
    pub(super) ns: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) rel: String,
    pub(super) text: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Resource {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) rlinks: Vec<Link>,
}

/// A component definition: what a provider says about its products and services.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Components {
    pub(super) metadata: Metadata,
    pub(super) components: Vec<Component>,
    pub(super) capabilities: Vec<Component>,
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Component {
    pub(super) title: String,
    /// The name of a capability, which has no title.
    pub(super) name: String,
    pub(super) description: String,
    pub(super) purpose: String,
    pub(super) responsible_roles: Vec<ResponsibleRole>,
    pub(super) control_implementations: Vec<Implementation>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Implementation {
    pub(super) source: String,
    pub(super) description: String,
    pub(super) set_parameters: Vec<SetParameter>,
    pub(super) implemented_requirements: Vec<Requirement>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct SetParameter {
    pub(super) param_id: String,
    pub(super) values: Vec<String>,
}

/// How a requirement, or one statement of it, is met. Both have the same fields.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Requirement {
    pub(super) control_id: String,
    pub(super) statement_id: String,
    pub(super) description: String,
    pub(super) remarks: String,
    pub(super) props: Vec<Prop>,
    pub(super) responsible_roles: Vec<ResponsibleRole>,
    pub(super) set_parameters: Vec<SetParameter>,
    pub(super) statements: Vec<Requirement>,
    /// What is provided to those who build on the service, and what is left to them.
    pub(super) export: Export,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Export {
    pub(super) provided: Vec<Shared>,
    pub(super) responsibilities: Vec<Shared>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct Shared {
    pub(super) description: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct ResponsibleRole {
    pub(super) role_id: String,
}
