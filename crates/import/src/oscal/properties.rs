//! The data in a component definition that OSCAL has no fields for. Vurder writes it as properties in its own
//! namespace, so that each statement can be read back unchanged.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::document::Prop;

/// The namespace of the properties.
pub(super) const NAMESPACE: &str = "urn:x-vurder:pack";

/// Id of the statement. A statement with several numbers stands under each of them, with the same id.
pub(super) const STATEMENT: &str = "statement";
/// Whether the provider gives it, limits it, or leaves it to the controller.
pub(super) const SIDE: &str = "side";
/// Who is responsible for it: [`PROVIDER`] or [`CUSTOMER`].
pub(super) const RESPONSIBILITY: &str = "responsibility";
/// What it is about.
pub(super) const KIND: &str = "kind";
/// Theme of annex A.
pub(super) const THEME: &str = "theme";
/// Id of one of its topics.
pub(super) const TOPIC: &str = "topic";
/// Why it is uncertain.
pub(super) const UNCERTAIN: &str = "uncertain";
/// The places where it is published: title of the page, heading, revision, day. The properties of one place form a
/// group.
pub(super) const PLACE: [&str; 4] =
    ["source-page", "source-heading", "source-revision", "source-captured"];

/// The role of those who provide the service, as OSCAL names it.
pub(super) const PROVIDER: &str = "provider";
/// The role of those who use the service.
pub(super) const CUSTOMER: &str = "customer";

/// The values of a property of our namespace.
pub(super) fn values<'p>(props: &'p [Prop], name: &'p str) -> impl Iterator<Item = &'p str> {
    let own = props.iter().filter(move |prop| prop.ns == NAMESPACE && prop.name == name);
    own.map(|prop| prop.value.as_str())
}

/// The value of a property of our namespace.
pub(super) fn value<'p>(props: &'p [Prop], name: &'p str) -> Option<&'p str> {
    values(props, name).next()
}

/// The value of a property of our namespace as a value of the model; `None` if the model does not have the value.
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
