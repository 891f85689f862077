//! The JSON schema of templates and registers, by which editors complete and check YAML.

use schemars::JsonSchema;
use vurder_model::template::Template;

use super::read::RegistersFile;

/// A file of templates.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum AnyFile {
    /// A form.
    Form(Box<Template>),
    /// The registers that forms share.
    Registers(RegistersFile),
}

/// The JSON schema of a template or of the file of registers. A copy is kept beside the templates.
pub fn template_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(AnyFile).to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), "A form or the shared registers of Vurder".into());
    }
    schema
}
