//! What a project can hold: its registers and fields, and where statements and templates are found.

use std::borrow::Cow;

use vurder_content::Content;
use vurder_model::field::{Field, Register};
use vurder_model::project::{Project, ProjectHead};
use vurder_model::provider::{Pack, Statement};
use vurder_model::template::Template;

use crate::error::{Fault, Outcome};

/// The register of judgements and notes on statements.
pub(crate) const CONTROL_NOTE: &str = "control_note";

/// The registers of a project: the shared ones, those of its forms, and one per form for the form's own fields.
pub(crate) struct Registers<'a> {
    all: Vec<Cow<'a, Register>>,
}

impl<'a> Registers<'a> {
    /// All that a project can hold. Forms that the project does not follow now are in it too: their answers stay.
    pub(crate) fn of(content: &'a Content, project: &Project) -> Self {
        Self::of_head(content, &project.head)
    }

    /// The same, where only the project's head is at hand.
    pub(crate) fn of_head(content: &'a Content, head: &ProjectHead) -> Self {
        let mut all: Vec<Cow<'a, Register>> =
            content.templates.registers.iter().map(Cow::Borrowed).collect();
        for template in &content.templates.templates {
            let followed = head.forms.iter().find(|f| f.template == template.id);
            if followed.is_some_and(|f| f.version != template.version) {
                continue;
            }
            all.extend(template.registers.iter().map(Cow::Borrowed));
            all.push(Cow::Owned(template.own_register()));
        }
        Self { all }
    }

    pub(crate) fn register(&self, id: &str) -> Option<&Register> {
        self.all.iter().map(Cow::as_ref).find(|r| r.id == id)
    }

    pub(crate) fn field(&self, register: &str, field: &str) -> Option<Field> {
        self.register(register)?.field(field).cloned()
    }

    /// Ids of the registers with exactly one row.
    pub(crate) fn singles(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|r| r.single).map(|r| r.id.as_str())
    }
}

/// A template by its id or, in any case of letters, its short name; the newest version of it.
pub(crate) fn template_by_name<'a>(content: &'a Content, name: &str) -> Option<&'a Template> {
    let fits = |t: &&Template| t.id == name || t.short.eq_ignore_ascii_case(name);
    content.templates.templates.iter().rfind(fits)
}

/// The template of a project's form, in the version that the project follows.
pub(crate) fn followed<'a>(
    content: &'a Content,
    project: &Project,
    name: &str,
) -> Outcome<&'a Template> {
    let missing = || Fault::not_found(format!("The form \"{name}\"")).helped("error-no-form-help");
    let template = template_by_name(content, name).ok_or_else(missing)?;
    let choice =
        project.head.forms.iter().find(|f| f.template == template.id).ok_or_else(missing)?;
    content
        .templates
        .template(&choice.template, &choice.version)
        .ok_or_else(|| Fault::unknown(format!("Version {} of the form \"{name}\"", choice.version)))
}

/// The statement with this id, and its pack.
pub(crate) fn statement<'a>(content: &'a Content, id: &str) -> Outcome<(&'a Pack, &'a Statement)> {
    let found = content.packs.iter().find_map(|p| Some((p, p.statement(id)?)));
    found.ok_or_else(|| Fault::unknown(format!("The statement \"{id}\"")))
}
