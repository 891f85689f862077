//! The question before a cut is written: what it leaves out.

use vurder_content::{Message, msg};
use vurder_model::cut::{Chapter, Cut};

use crate::app::App;
use crate::cut_answers::{CutContents, CutSection};
use crate::cut_arguments::OfCut;
use crate::cutting::{CutChoice, Cutting, chosen_sections, cuts_of};
use crate::error::Outcome;

/// What the cut leaves out, in words of the program's language.
pub(crate) fn cut_contents(app: &mut App, of: OfCut) -> Outcome<CutContents> {
    let project = app.project(&of.project)?;
    let library = &app.library;
    let template = library.followed(&project.head, &of.form)?;
    let choice = CutChoice {
        cut: of.cut,
        sections: chosen_sections(of.sections)?,
        without_summary: of.without_summary,
        with_summary: of.with_summary,
        with_answers: false,
        provider: of.provider,
    };
    let cutting = Cutting::of(library, &project, template, &choice)?;
    let registers = library.registers_of(&project.head);
    let left = cutting
        .as_ref()
        .map(|cutting| cutting.left_out(&project, registers.all(), template))
        .unwrap_or_default();
    let say = |message: Message| app.messages.format(&message);
    let section = |section: &vurder_model::cut::LeftOutSection| {
        let (id, title) = (section.id.as_str(), section.title.as_str());
        say(match section.parts < section.of {
            true => msg::cut_left_parts(id, title, section.parts, section.of),
            false => msg::cut_left_section(id, title),
        })
    };
    let row = |rows: &vurder_model::cut::LeftOutRows| {
        say(msg::cut_left_rows(rows.many.as_str(), rows.rows, rows.of))
    };
    let (mut besides, mut along) = (Vec::new(), Vec::new());
    if let Some(cutting) = &cutting {
        if !cutting.chapters.contains(&Chapter::Summary) {
            besides.push(say(msg::cut_left_summary()));
        } else if choice.cut == Cut::Full {
            along.push(say(msg::cut_along_summary()));
        }
        if choice.cut != Cut::Full {
            besides.extend([msg::cut_left_waived(), msg::cut_left_attachments()].map(say));
        }
    }
    let sections = template.sections.iter();
    Ok(CutContents {
        cuts: cuts_of(library, template),
        sections: sections
            .map(|section| CutSection { id: section.id.clone(), title: section.title.clone() })
            .collect(),
        left_out_sections: left.sections.iter().map(section).collect(),
        left_out_rows: left.rows.iter().map(row).collect(),
        left_out_answers: left.answers,
        left_out_besides: besides,
        goes_along: along,
        names: left.names,
    })
}
