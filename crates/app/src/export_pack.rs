//! Writes a provider's content as a file that others can read: as Vurder's own pack, or as an OSCAL component
//! definition.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_import::{Definition, Remark, write_component_definition, write_pack};
use vurder_model::project::Project;
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;

use crate::answers::Written;
use crate::app::App;
use crate::error::Outcome;
use crate::import_arguments::{ExportPack, PackFormat};
use crate::library::Library;
use crate::written_file::{outside, written};

/// Writes a provider's content as a file that others can read.
pub(crate) fn export_pack(app: &mut App, of: ExportPack) -> Outcome<Written> {
    app.library.read_pages(&app.workspace, &of.provider)?;
    let project = of.project.as_ref().map(|id| app.project(id)).transpose()?;
    let head = project.as_ref().map(|project| &project.head);
    let pack = app.library.asked_pack(head, &of.provider, of.revision.as_ref())?;
    let bytes = match of.format {
        PackFormat::Pack => write_pack(pack),
        PackFormat::Oscal => {
            let remarks =
                project.map(|project| remarks(&app.library, &project)).unwrap_or_default();
            let topics = app.messages.format(&msg::export_topics());
            let definition = Definition { written: app.workspace.now(), topics: &topics };
            write_component_definition(pack, &remarks, &definition)
        }
    };
    app.workspace.write_file(&of.out, &bytes).map_err(|error| outside(&of.out, error))?;
    written(&of.out)
}

/// The judgements and notes of the project as remarks on statements, by the ids of the statements.
fn remarks(library: &Library, project: &Project) -> BTreeMap<String, Remark> {
    let (control_notes, judgement) = library.role(FieldRole::Judgement);
    let (_, words) = library.role(FieldRole::JudgementNote);
    let labels = library.judgement_labels();
    let notes = project.rows_of(control_notes).filter_map(|row| {
        let chosen = row.chosen(judgement).first().copied().unwrap_or_default();
        let judgement = labels.get(chosen).copied().unwrap_or(chosen).to_owned();
        let note = match row.values.get(words) {
            Some(Value::Text(markdown)) => RichText::from_markdown(markdown).plain_text(),
            _ => String::new(),
        };
        let remark = Remark { judgement, note };
        (remark != Remark::default()).then(|| (row.key.clone(), remark))
    });
    notes.filter_map(|(key, remark)| Some((key?, remark))).collect()
}
