//! What the providers publish: pages, statements, topics; with the judgements and notes of the project.

use std::collections::{BTreeMap, HashMap};

use vurder_content::msg;
use vurder_model::project::{Project, Row};
use vurder_model::provider::{Pack, PageBlock, Statement, Theme, coverage};
use vurder_model::richtext::RichText;
use vurder_model::role::FieldRole;
use vurder_model::value::Value;
use vurder_workspace::HitTarget;

use super::passages;
use crate::app::App;
use crate::citing::times_cited;
use crate::error::{Fault, Outcome};
use crate::library::Library;
use crate::project_arguments::OfProjectOrAll;
use crate::provider_answers::{Library as Published, PageView, StatementView, Topics};
use crate::provider_arguments::{OfPage, OfStatements};
use crate::quoting::names;
use crate::summaries::provider_summary;

/// The most statements that a search by words finds.
const MOST_HITS: usize = 1000;
/// The ids of themes in JSON.
const THEMES: [&str; 4] = ["organisational", "people", "physical", "technological"];

/// The providers of a project, or all providers, with the numbers of what they publish.
pub(crate) fn library(app: &mut App, of: OfProjectOrAll) -> Outcome<Published> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let packs = packs(&app.library, project.as_ref());
    Ok(Published {
        providers: packs
            .into_iter()
            .map(|pack| provider_summary(&app.library, pack, project.as_ref()))
            .collect(),
        topics: app.library.topics().to_vec(),
    })
}

/// The coverage of each topic: stated, limited, left to the controller, or not stated.
pub(crate) fn topics(app: &mut App, of: OfProjectOrAll) -> Outcome<Topics> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let packs = packs(&app.library, project.as_ref());
    Ok(Topics {
        topics: app.library.topics().to_vec(),
        coverage: coverage(app.library.topics(), packs.iter().copied()).topics,
    })
}

/// A page with its statements, their judgements and notes, and facts about its passages.
pub(crate) fn page(app: &mut App, of: OfPage) -> Outcome<PageView> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let missing = || Fault::unknown_name(msg::error_no_page(&of.page));
    let head = project.as_ref().map(|project| &project.head);
    app.library.read_pages(&app.workspace, &of.provider)?;
    let pack = app.library.read_pack(head, &of.provider).map_err(|_| missing())?;
    let page = pack.page(&of.page).ok_or_else(missing)?;
    let notes = Notes::of(&app.library, project.as_ref());
    let mut statements = BTreeMap::new();
    let mut actions = BTreeMap::new();
    for block in &page.body {
        match block {
            PageBlock::Statement { id } => {
                if let Some(statement) = pack.statement(id) {
                    statements.insert(id.clone(), notes.view(pack, statement));
                }
            }
            PageBlock::Action { id } => {
                if let Some(action) = pack.action(id) {
                    actions.insert(id.clone(), action.clone());
                }
            }
            _ => {}
        }
    }
    let mut made: Vec<(String, String)> = Vec::new();
    for own in app.workspace.own_statements()?.iter().filter(|own| own.provider == pack.provider) {
        let passages = app.library.passages_of(own, pack);
        made.extend(passages.into_iter().map(|passage| (passage, own.id.clone())));
        if let Some(statement) = pack.statement(&own.id)
            && statement.sources.iter().any(|source| source.page == page.id)
        {
            statements.insert(own.id.clone(), notes.view(pack, statement));
        }
    }
    let before = app.library.revision_before(pack);
    let followed = before.map(|before| app.library.followed_passages(before, pack));
    let followed = followed.as_deref();
    Ok(PageView {
        page: page.clone(),
        revision: pack.revision.clone(),
        origin: pack.origin,
        passages: passages::facts(page, &notes.cited, &made, followed),
        gone: followed.map(|followed| passages::gone(page, followed)).unwrap_or_default(),
        statements,
        actions,
    })
}

/// A statement in the revision that the project follows, with judgement and note.
pub(crate) fn statement(app: &App, project: Option<&Project>, id: &str) -> Outcome<StatementView> {
    let (pack, statement) = app.library.statement(project.map(|project| &project.head), id)?;
    Ok(Notes::of(&app.library, project).view(pack, statement))
}

/// Statements, narrowed by the arguments. With words to look for, the best match stands first.
pub(crate) fn statements(app: &mut App, of: OfStatements) -> Outcome<Vec<StatementView>> {
    let project = of.project.map(|id| app.project(&id)).transpose()?;
    let ranks: Option<HashMap<String, usize>> = match of.query.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(query) => {
            let head = project.as_ref().map(|project| &project.head);
            let hits = app.statements.index(&app.library, head)?.search(query, MOST_HITS)?;
            let found = hits.into_iter().filter_map(|hit| match hit.place {
                HitTarget::Statement { statement } => Some(statement),
                _ => None,
            });
            Some(found.enumerate().map(|(at, id)| (id, at)).collect())
        }
    };
    let packs = match &of.provider {
        Some(provider) => {
            vec![app.library.read_pack(project.as_ref().map(|p| &p.head), provider)?]
        }
        None => packs(&app.library, project.as_ref()),
    };
    let topics = app.library.topics();
    if let Some(unknown) = of.topics.iter().find(|id| topics.iter().all(|t| t.id != **id)) {
        return Err(Fault::unknown_name(msg::error_no_topic(unknown)));
    }
    if let Some(theme) = &of.theme
        && serde_json::from_value::<Theme>(theme.as_str().into()).is_err()
    {
        return Err(Fault::unknown_name(msg::error_no_theme(theme, names(THEMES))));
    }
    let notes = Notes::of(&app.library, project.as_ref());
    let theme = |s: &Statement| {
        serde_json::to_value(s.theme).ok().and_then(|t| t.as_str().map(str::to_owned))
    };
    let mut found: Vec<StatementView> = packs
        .iter()
        .flat_map(|pack| pack.statements.iter().map(move |s| (*pack, s)))
        .filter(|(_, s)| of.topics.is_empty() || s.topics.iter().any(|t| of.topics.contains(t)))
        .filter(|(_, s)| of.theme.is_none() || of.theme == theme(s))
        .filter(|(_, s)| ranks.as_ref().is_none_or(|r| r.contains_key(&s.id)))
        .map(|(pack, s)| notes.view(pack, s))
        .filter(|v| of.judged.is_none_or(|judged| judged == v.judgement.is_some()))
        .collect();
    match &ranks {
        Some(ranks) => found.sort_by_key(|v| ranks.get(&v.statement.id).copied()),
        None => found.sort_by_key(|v| fit(&v.statement, &of.topics)),
    }
    Ok(found)
}

/// How well a statement fits the topics that are asked for; the least is the best. Its first topic is what it is
/// mainly about, and the first topic asked for is what the question is mainly about.
fn fit(statement: &Statement, asked: &[String]) -> Option<(usize, usize)> {
    let of_statement = statement.topics.iter().enumerate();
    of_statement
        .filter_map(|(at, topic)| Some((at, asked.iter().position(|one| one == topic)?)))
        .min()
}

fn packs<'a>(library: &'a Library, project: Option<&Project>) -> Vec<&'a Pack> {
    match project {
        Some(project) if !project.head.providers.is_empty() => library.chosen_packs(&project.head),
        _ => library.read_packs(project.map(|project| &project.head)),
    }
}

/// The judgements, notes and citations that a project has of statements.
struct Notes<'a> {
    /// The field of a control note that holds the judgement.
    judgement_field: &'a str,
    /// The field of a control note that holds the words.
    words_field: &'a str,
    /// The control note of each statement that has one.
    rows: HashMap<&'a str, &'a Row>,
    /// How often each statement is cited in answers.
    cited: HashMap<String, usize>,
}

impl<'a> Notes<'a> {
    fn of(library: &'a Library, project: Option<&'a Project>) -> Self {
        let control_notes = library.control_notes();
        let mut notes = Self {
            judgement_field: library.role(FieldRole::Judgement).1,
            words_field: library.role(FieldRole::JudgementNote).1,
            rows: HashMap::new(),
            cited: HashMap::new(),
        };
        let Some(project) = project else { return notes };
        notes.cited = times_cited(library, project);
        let rows = project.rows.iter().filter(|row| row.trashed.is_none());
        for row in rows.filter(|row| row.register == control_notes) {
            notes.rows.extend(row.key.as_deref().map(|key| (key, row)));
        }
        notes
    }

    fn judgement(&self, statement: &str) -> Option<String> {
        self.rows.get(statement)?.chosen(self.judgement_field).first().map(|j| (*j).to_owned())
    }

    fn view(&self, pack: &Pack, statement: &Statement) -> StatementView {
        let row = self.rows.get(statement.id.as_str());
        let note = row.and_then(|r| match r.values.get(self.words_field) {
            Some(Value::Text(markdown)) => Some(RichText::from_markdown(markdown)),
            _ => None,
        });
        StatementView {
            statement: statement.clone(),
            provider: pack.provider.clone(),
            provider_name: pack.name.clone(),
            judgement: self.judgement(&statement.id),
            note,
            note_row: row.map(|r| r.id.clone()),
            cited: self.cited.get(&statement.id).copied().unwrap_or_default(),
        }
    }
}
