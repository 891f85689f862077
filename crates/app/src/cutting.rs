//! Cuts of a report: reduces the form and the project to what the cut shows.

use std::collections::BTreeSet;

use vurder_content::msg;
use vurder_model::cut::{
    AnswerAt, Chapter, Cut, CutRule, LeftOutOfCut, RowsAt, ShownFields, left_out, of_sections,
    printed_answers, project_of_cut, reduced, shown_fields,
};
use vurder_model::field::Register;
use vurder_model::id::CitationId;
use vurder_model::project::{Project, Row};
use vurder_model::provider::{Pack, coverage};
use vurder_model::role::{FieldRole, Roles};
use vurder_model::template::{Block, Computed, Template};
use vurder_model::value::Value;
use vurder_model::view::{FormSource, FormView, Numbers, form_view};

use crate::catalogue::Registers;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::quoting::names;
use crate::versions_and_files::VersionsAndFiles;

/// The cut that a report is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CutChoice {
    pub(crate) cut: Cut,
    /// Sections of the whole report to keep; all sections if empty.
    pub(crate) sections: Vec<String>,
    /// Whether the summary in front of a whole report is left out.
    pub(crate) without_summary: bool,
    /// Whether the summary stands in front of chosen sections. It is about the whole project, so it is only there if a
    /// person asks for it.
    pub(crate) with_summary: bool,
    /// For the provider's cut, id of the provider that the report is for.
    pub(crate) provider: Option<String>,
    /// Whether the report has an appendix with the answers to the remarks of the last review round.
    pub(crate) with_answers: bool,
}

impl CutChoice {
    /// Whether the report is whole.
    pub(crate) fn is_whole(&self) -> bool {
        self.cut == Cut::Full && self.sections.is_empty() && self.provider.is_none()
    }

    /// Refuses a copy for a provider that would hold the questions to several providers.
    ///
    /// # Errors
    /// The cut is the one for a provider, the project has several providers, and none of them is chosen.
    pub(crate) fn check_provider(&self, project: &Project) -> Outcome<()> {
        let providers = &project.head.providers;
        if self.cut != Cut::Provider || self.provider.is_some() || providers.len() < 2 {
            return Ok(());
        }
        let known = names(providers.iter().map(String::as_str));
        Err(Fault::wrong_value(msg::error_cut_which_provider(known)))
    }
}

/// The chosen sections, none where the report has all of them.
///
/// # Errors
/// The choice is there and holds no section: an empty list is no wish for the whole report.
pub(crate) fn chosen_sections(chosen: Option<Vec<String>>) -> Outcome<Vec<String>> {
    match chosen {
        Some(none) if none.is_empty() => Err(Fault::wrong_value(msg::error_cut_no_sections())),
        chosen => Ok(chosen.unwrap_or_default()),
    }
}

/// Answers as register and field.
pub(crate) type PrintedAnswers = BTreeSet<(String, String)>;

/// A cut report's form, chapters and project.
pub(crate) struct Cutting {
    /// The forms, reduced to what is shown. The form of the report is first.
    templates: Vec<Template>,
    /// The chapters that the program adds.
    pub(crate) chapters: Vec<Chapter>,
    /// Whether the chapters stand after the sections.
    pub(crate) chapters_last: bool,
    /// The project, reduced to what is shown.
    pub(crate) project: Project,
    /// The answers that the chapters print row by row. The project also holds answers that they only read.
    pub(crate) printed: PrintedAnswers,
    /// Whether names of people are withheld.
    withholds_names: bool,
    /// Name of the provider that the report is for.
    pub(crate) provider: Option<String>,
}

impl Cutting {
    /// Cuts the report of `template`; none for a whole report.
    pub(crate) fn of(
        library: &Library,
        project: &Project,
        template: &Template,
        choice: &CutChoice,
    ) -> Outcome<Option<Self>> {
        if choice.is_whole() {
            return Ok(None);
        }
        let registers = library.registers_of(&project.head);
        let provider = provider_name(library, project, choice)?;
        let mut chapters_last = false;
        let mut only: &[RowsAt] = &[];
        let (templates, chapters, names) = if choice.cut == Cut::Full {
            (
                vec![with_sections(template, &choice.sections)?],
                in_front(library, template, choice),
                false,
            )
        } else {
            if !choice.sections.is_empty() {
                return Err(Fault::wrong_value(msg::error_cut_sections()));
            }
            let rule = rule(library, template, choice.cut)?;
            chapters_last = rule.chapters_last;
            only = &rule.only;
            let templates = forms_of(library, project, template, rule);
            (templates, rule.chapters.clone(), rule.withholds_names)
        };
        // The summary in front of chosen sections is made from the whole project, which does not go with them.
        let carried = if choice.cut == Cut::Full { &[][..] } else { chapters.as_slice() };
        let topics: Vec<String> =
            library.topics().iter().map(|topic| topic.title.clone()).collect();
        let answers = answers(library, &chapters);
        let shown = shown_fields(&templates, carried, &answers, library.registers(), &topics);
        let printed = printed_answers(carried, &answers, &Roles::of(registers.all()));
        let passes = |row: &Row| only.iter().all(|only| only.passes(row));
        let reader = choice.provider.as_deref().map(|id| Reader { id, pack: library.pack(id) });
        let of = (chapters.as_slice(), reader.as_ref());
        let mut project = projected(project, &shown, &registers, of, &passes);
        if let Some(of) = &choice.provider {
            // One provider is not told which others are used.
            project.head.providers.retain(|provider| provider == of);
            project.head.follows.retain(|provider, _| provider == of);
        }
        let withholds_names = names;
        Ok(Some(Self {
            templates,
            chapters,
            chapters_last,
            project,
            printed,
            withholds_names,
            provider,
        }))
    }

    /// The view of the reduced form.
    pub(crate) fn view(
        &self,
        library: &Library,
        files: &VersionsAndFiles,
        whole: &Template,
    ) -> FormView {
        let packs = library.chosen_packs(&self.project.head);
        let covered = coverage(library.topics(), packs);
        let own = self.templates.first().filter(|form| form.id == whole.id);
        let parts: Vec<&str> = own
            .into_iter()
            .flat_map(|form| &form.sections)
            .flat_map(|section| &section.parts)
            .map(|part| part.id.as_str())
            .collect();
        let mut former = library.former_fields(whole);
        former.retain(|field| parts.contains(&field.part.as_str()));
        let chosen_sections = self.chapters.iter().all(|chapter| *chapter == Chapter::Summary)
            && !self.templates.is_empty();
        let files = if chosen_sections { files.clone() } else { VersionsAndFiles::default() };
        let mut view: Option<FormView> = None;
        for template in &self.templates {
            let built = form_view(&FormSource {
                project: &self.project,
                template,
                registers: library.registers(),
                former: if chosen_sections { &former } else { &[] },
                coverage: &covered,
                versions: &files.versions,
                attachments: &files.attachments,
            });
            match &mut view {
                None => view = Some(built),
                Some(view) => join(view, built),
            }
        }
        let mut view = view.unwrap_or_else(|| empty_view(&self.project, library, whole));
        for (of, with) in [
            (&mut view.form, &whole.id),
            (&mut view.version, &whole.version),
            (&mut view.title, &whole.title),
            (&mut view.short, &whole.short),
            (&mut view.source, &whole.source),
        ] {
            of.clone_from(with);
        }
        view
    }

    /// Whether the report says what the providers state on topics, so that it depends on the pages that were read.
    pub(crate) fn shows_coverage(&self) -> bool {
        let says = |chapter: &Chapter| matches!(chapter, Chapter::Summary | Chapter::NotStated);
        let sections = self.templates.iter().flat_map(|form| &form.sections);
        let mut blocks = sections.flat_map(|section| &section.parts).flat_map(|part| &part.blocks);
        self.chapters.iter().any(says)
            || blocks.any(|block| matches!(block, Block::Computed(Computed::Coverage)))
    }

    /// What the report leaves out.
    pub(crate) fn left_out(
        &self,
        project: &Project,
        registers: &[Register],
        whole: &Template,
    ) -> LeftOutOfCut {
        let shown = self.templates.iter().find(|form| form.id == whole.id);
        left_out((project, whole), (&self.project, shown), registers, self.withholds_names)
    }
}

/// The chapters in front: the summary before a whole report, unless it is left out, and before chosen sections only if
/// it is asked for. A form without a summary cut has no summary: before the screening is done, there is no risk and no
/// decision to tell.
pub(crate) fn in_front(library: &Library, template: &Template, of: &CutChoice) -> Vec<Chapter> {
    let has = library.cut_rules().rule(Cut::Summary, &template.id).is_some();
    let wanted = match of.sections.is_empty() {
        true => !of.without_summary,
        false => of.with_summary && !of.without_summary,
    };
    if has && wanted { vec![Chapter::Summary] } else { Vec::new() }
}

/// The rule of a cut.
///
/// # Errors
/// The report of this form has no such cut; the message names the cuts that it has.
fn rule<'l>(library: &'l Library, template: &Template, cut: Cut) -> Outcome<&'l CutRule> {
    let rules = library.cut_rules();
    rules.rule(cut, &template.id).ok_or_else(|| {
        let of = cuts_of(library, template);
        let known = names(of.into_iter().map(Cut::id));
        Fault::wrong_value(msg::error_no_cut(template.short.as_str(), cut.id(), known))
    })
}

/// The cuts that the report of a form has, the whole report first.
pub(crate) fn cuts_of(library: &Library, template: &Template) -> Vec<Cut> {
    let rules = library.cut_rules();
    let has = |cut: &Cut| *cut == Cut::Full || rules.rule(*cut, &template.id).is_some();
    Cut::ALL.into_iter().filter(has).collect()
}

fn with_sections(template: &Template, sections: &[String]) -> Outcome<Template> {
    let ids = template.sections.iter().map(|section| section.id.as_str());
    let ids: Vec<&str> = ids.collect();
    match sections.iter().find(|section| !ids.contains(&section.as_str())) {
        Some(unknown) => Err(Fault::wrong_value(msg::error_cut_no_section(
            template.short.as_str(),
            unknown.as_str(),
            names(ids),
        ))),
        None => Ok(of_sections(template, sections)),
    }
}

/// The forms of the project that the rule shows parts of, reduced, `main` first. In other forms, the titles of sections
/// begin with the form's short name.
fn forms_of(
    library: &Library,
    project: &Project,
    main: &Template,
    rule: &CutRule,
) -> Vec<Template> {
    let others = project.head.forms.iter().filter(|choice| choice.template != main.id);
    let others = others.filter_map(|choice| library.template(choice));
    let mut forms = Vec::new();
    for template in std::iter::once(main).chain(others) {
        let mut form = reduced(template, rule);
        for section in form.sections.iter_mut().filter(|_| template.id != main.id) {
            section.title = format!("{}: {}", template.short, section.title);
        }
        if !form.sections.is_empty() {
            forms.push(form);
        }
    }
    forms
}

/// The places of the answers that the chapters print.
fn answers(library: &Library, chapters: &[Chapter]) -> Vec<AnswerAt> {
    let rules = library.cut_rules();
    let prints = |chapter: &Chapter| matches!(chapter, Chapter::Summary | Chapter::Decision);
    if chapters.iter().any(prints) {
        rules.asked.iter().chain(&rules.decision).cloned().collect()
    } else {
        Vec::new()
    }
}

/// The provider that a report is for.
struct Reader<'a> {
    id: &'a str,
    /// Its newest pack; none if the library does not have the provider.
    pack: Option<&'a Pack>,
}

impl Reader<'_> {
    /// Whether the provider has or had this name. A request keeps the name of the day on which it was made.
    fn is_named(&self, name: &str) -> bool {
        self.pack.map_or(self.id == name, |pack| pack.is_named(name))
    }
}

fn projected(
    project: &Project,
    shown: &ShownFields,
    registers: &Registers,
    (chapters, reader): (&[Chapter], Option<&Reader<'_>>),
    may_show: &dyn Fn(&Row) -> bool,
) -> Project {
    let numbers = Numbers::of(project, registers.all(), None);
    let roles = numbers.roles();
    let (requests, to) = (roles.register(FieldRole::RequestTo), roles.field(FieldRole::RequestTo));
    let passes = |row: &Row| {
        if !may_show(row) {
            return false;
        }
        let Some(reader) = reader.filter(|_| requests == Some(row.register.as_str())) else {
            return true;
        };
        let whose = to.and_then(|to| row.values.get(to)).map(Value::plain_text);
        whose.is_some_and(|name| reader.is_named(&name))
    };
    let listed = match chapters.contains(&Chapter::Statements) {
        true => relied_on(project, reader.map(|reader| reader.id)),
        false => BTreeSet::new(),
    };
    project_of_cut(project, shown, &numbers, &passes, &listed)
}

/// The citations of published statements of the provider, or of all providers, that the answers of the project use.
fn relied_on(project: &Project, provider: Option<&str>) -> BTreeSet<CitationId> {
    let rows = project.rows.iter().filter(|row| row.trashed.is_none());
    let used: BTreeSet<CitationId> =
        rows.flat_map(|row| row.values.values()).flat_map(Value::citations).collect();
    let published = project.citations.iter().filter(|citation| {
        !citation.sources.is_empty() && provider.is_none_or(|id| citation.provider == id)
    });
    published.map(|citation| citation.id.clone()).filter(|id| used.contains(id)).collect()
}

/// The name of the provider that the report is for, if one is chosen. Only the provider's cut can have one.
fn provider_name(
    library: &Library,
    project: &Project,
    choice: &CutChoice,
) -> Outcome<Option<String>> {
    let Some(id) = &choice.provider else { return Ok(None) };
    if choice.cut != Cut::Provider || !project.head.providers.contains(id) {
        return Err(Fault::wrong_value(msg::error_cut_provider(id.as_str())));
    }
    Ok(Some(library.pack(id).map_or_else(|| id.clone(), |pack| pack.name.clone())))
}

/// Adds the sections of another form to the view.
fn join(view: &mut FormView, other: FormView) {
    view.sections.extend(other.sections);
    for id in other.cited {
        if !view.cited.contains(&id) {
            view.cited.push(id);
        }
    }
}

/// The view of a form without sections.
fn empty_view(project: &Project, library: &Library, whole: &Template) -> FormView {
    let mut template = whole.clone();
    template.sections.clear();
    form_view(&FormSource {
        project,
        template: &template,
        registers: library.registers(),
        former: &[],
        coverage: &coverage(&[], Vec::new()),
        versions: &[],
        attachments: &[],
    })
}
