//! What a component definition that Vurder wrote says beyond OSCAL: properties in a namespace of our own, by which each
//! statement comes back as it was.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::document::Prop;

/// The namespace of the properties.
pub(super) const NAMESPACE: &str = "urn:x-vurder:pack";

/// Id of the statement. A statement with several numbers stands under each of them, under the same id.
pub(super) const STATEMENT: &str = "statement";
/// Whose side it falls on.
pub(super) const SIDE: &str = "side";
/// Who answers for it: [`PROVIDER`] or [`CUSTOMER`].
pub(super) const RESPONSIBILITY: &str = "responsibility";
/// What kind of statement.
pub(super) const KIND: &str = "kind";
/// Theme of annex A.
pub(super) const THEME: &str = "theme";
/// Id of a topic it answers.
pub(super) const TOPIC: &str = "topic";
/// Why it is uncertain.
pub(super) const UNCERTAIN: &str = "uncertain";
/// Of a place where it is published: title of the page, heading, revision, day. Those of one place are a group.
pub(super) const PLACE: [&str; 4] =
    ["source-page", "source-heading", "source-revision", "source-captured"];

/// The role of those who give the service, as OSCAL names it.
pub(super) const PROVIDER: &str = "provider";
/// The role of those who use it.
pub(super) const CUSTOMER: &str = "customer";

/// The values of our own property.
pub(super) fn values<'p>(props: &'p [Prop], name: &'p str) -> impl Iterator<Item = &'p str> {
    let own = props.iter().filter(move |prop| prop.ns == NAMESPACE && prop.name == name);
    own.map(|prop| prop.value.as_str())
}

/// The value of our own property.
pub(super) fn value<'p>(props: &'p [Prop], name: &'p str) -> Option<&'p str> {
    values(props, name).next()
}

/// The value of our own property as one of the values of the model; none for one that is not known.
pub(super) fn model<T: DeserializeOwned>(props: &[Prop], name: &str) -> Option<T> {
    serde_json::from_value(Value::String(value(props, name)?.to_owned())).ok()
}

/// A value of the model as the model writes it: `controllers_duty`.
pub(super) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}
