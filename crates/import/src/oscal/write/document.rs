//! The written form of a component definition: the fields of OSCAL 1.1 that Vurder fills. Empty fields are left out,
//! because OSCAL does not allow empty lists.

use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) component_definition: ComponentDefinition,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ComponentDefinition {
    pub(super) uuid: Uuid,
    pub(super) metadata: Metadata,
    pub(super) components: Vec<Component>,
    #[serde(skip_serializing_if = "BackMatter::is_empty")]
    pub(super) back_matter: BackMatter,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    pub(super) title: String,
    pub(super) last_modified: String,
    pub(super) version: String,
    pub(super) oscal_version: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) roles: Vec<Role>,
    pub(super) parties: Vec<Party>,
    pub(super) responsible_parties: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) remarks: String,
}

#[derive(Serialize)]
pub(super) struct Role {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
}

#[derive(Serialize)]
pub(super) struct Party {
    pub(super) uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<Link>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleRole {
    pub(super) role_id: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) party_uuids: Vec<Uuid>,
}

#[derive(Serialize)]
pub(super) struct Prop {
    pub(super) name: &'static str,
    pub(super) ns: &'static str,
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Link {
    pub(super) href: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) rel: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Component {
    pub(super) uuid: Uuid,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) responsible_roles: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) control_implementations: Vec<Implementation>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Implementation {
    pub(super) uuid: Uuid,
    pub(super) source: String,
    pub(super) description: String,
    pub(super) implemented_requirements: Vec<Requirement>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Requirement {
    pub(super) uuid: Uuid,
    pub(super) control_id: String,
    pub(super) description: String,
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<Link>,
    pub(super) responsible_roles: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) remarks: String,
}

#[derive(Serialize)]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

impl BackMatter {
    fn is_empty(&self) -> bool {
        self.resources.is_empty()
    }
}

#[derive(Serialize)]
pub(super) struct Resource {
    pub(super) uuid: Uuid,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) rlinks: Vec<RemoteLink>,
}

#[derive(Serialize)]
pub(super) struct RemoteLink {
    pub(super) href: &'static str,
}
