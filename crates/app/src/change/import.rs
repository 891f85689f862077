//! Imports pages of a provider and removes them; makes statements from passages.
//!
//! The workspace holds these, not a project. Undo does not reach them.

use vurder_content::{Argument, msg};
use vurder_import::{About, Format};
use vurder_model::passage::passage_of;
use vurder_model::provider::Pack;
use vurder_workspace::{NewRevision, OwnStatement, PinnedPassage};

use crate::app::App;
use crate::error::{ErrorCode, Fault, Outcome};
use crate::import_answers::{ImportDone, RevisionView};
use crate::import_arguments::{Import, MakeStatement, OfOwnStatement, OfRevision};
use crate::importing::left_out::leave_out;
use crate::importing::{self, NOBODY, formats};
use crate::provider_answers::StatementView;
use crate::question::all_revisions;
use crate::quoting::shortened;

/// The most characters of a provider's name, and of a statement that a person makes.
const LONGEST_NAME: usize = 200;
const LONGEST_STATEMENT: usize = 4000;
/// The most characters of the id of a provider or statement that is made from words.
const LONGEST_ID: usize = 40;
/// The ending of the id under which imported pages of a provider are kept that the program knows itself.
const OWN_PAGES: &str = "-pages";

/// Keeps a state of a provider's pages.
pub(crate) fn import(app: &mut App, import: Import) -> Outcome<ImportDone> {
    let whose = provider(app, &import);
    let (provider, name) = match &whose {
        Ok((provider, name)) => (provider.clone(), name.clone()),
        // A pack names its provider itself.
        Err(_) => (NOBODY.to_owned(), String::new()),
    };
    let address = import.address.clone().unwrap_or_default().trim().to_owned();
    let known = app.library.pack(&provider);
    let or_known = |given: &Option<String>, known: Option<&String>| {
        let given = given.as_deref().map(str::trim).filter(|given| !given.is_empty());
        given.map(str::to_owned).or(known.cloned()).unwrap_or_default()
    };
    let about = About {
        country: or_known(&import.country, known.map(|pack| &pack.country)),
        website: or_known(&import.address, known.map(|pack| &pack.website)),
        provider,
        name,
        address,
        revision: import.revision.clone().filter(|revision| !revision.trim().is_empty()),
        date: import.date,
    };
    let format = import.format.as_deref();
    let read = importing::read_pages(&import.path, format, &about, &app.messages)?;
    let mut imported = read.imported;
    if imported.format.format != Format::Pack {
        whose?;
    }
    leave_out(&mut imported, &import.left_out)?;
    imported.pack.revision = free_revision(app, &imported.pack);
    let format = formats::id(imported.format.format);
    let pack = &imported.pack;
    let entry = app.workspace.add_revision(&NewRevision { pack, format })?;
    app.content_changed()?;
    let stored = app.library.pack_at(&entry.provider, &entry.revision);
    let follows = stored.and_then(|stored| app.library.revision_before(stored));
    let mut problems = importing::problems::problems(&imported.problems, &app.messages);
    if let (Some(before), Some(after)) = (follows, stored) {
        problems.extend(importing::problems::contradicted(before, after, &app.messages));
    }
    Ok(ImportDone {
        follows: follows.map(|pack| pack.revision.clone()),
        provider: entry.provider,
        provider_name: entry.head.name,
        revision: entry.revision,
        counts: importing::counts(imported.counts, pack.statements.len()),
        problems,
        dead_links: importing::dead_links(&imported.dead_links),
        format: formats::choice(imported.format.format, &app.messages),
        recognised: app.messages.format(&formats::reason(&imported.format.reason)),
    })
}

/// Removes an imported revision. Gives the revisions that are left.
pub(crate) fn remove_revision(app: &mut App, of: OfRevision) -> Outcome<Vec<RevisionView>> {
    let known = app.library.known_revision(&of.provider, &of.revision)?;
    if app.workspace.imported_revision(&of.provider, &of.revision)?.is_none() {
        let message = msg::error_revision_bundled(&known.revision, known.name.as_str());
        return Err(Fault::wrong_value(message).with_help(msg::error_revision_bundled_help()));
    }
    app.workspace.remove_revision(&of.provider, &of.revision)?;
    app.content_changed()?;
    Ok(all_revisions(app, None))
}

/// Removes a statement that a person made from a passage.
pub(crate) fn remove_statement(app: &mut App, of: OfOwnStatement) -> Outcome<OfOwnStatement> {
    app.workspace.remove_own_statement(&of.statement)?;
    app.own_statements_changed()?;
    Ok(of)
}

/// Keeps a statement that a person makes from a passage.
pub(crate) fn make_statement(app: &mut App, made: MakeStatement) -> Outcome<StatementView> {
    let words = made.words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return Err(Fault::wrong_value(msg::error_statement_without_words()));
    }
    if words.chars().count() > LONGEST_STATEMENT {
        let message = msg::error_statement_too_long(LONGEST_STATEMENT);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    if made.topics.is_empty() {
        return Err(Fault::wrong_value(msg::error_statement_without_topic()));
    }
    let topics = app.library.topics();
    if let Some(unknown) = made.topics.iter().find(|id| topics.iter().all(|topic| topic.id != **id))
    {
        return Err(Fault::unknown_name(msg::error_no_topic(unknown)));
    }
    let project = made.project.as_ref().map(|id| app.project(id)).transpose()?;
    let head = project.as_ref().map(|project| &project.head);
    let missing = || Fault::unknown_name(msg::error_no_passage(shortened(&made.passage)));
    passage_of(&made.passage).ok_or_else(missing)?;
    app.library.read_pages_for(&app.workspace, &made.passage)?;
    let (pack, passage) = app.library.published(head, &made.passage).map_err(|_| missing())?;
    let source = passage.sources.first().ok_or_else(missing)?.clone();
    let own = OwnStatement {
        id: free_statement(app, &pack.provider, &words)?,
        provider: pack.provider.clone(),
        words,
        kind: made.kind,
        side: made.side,
        theme: made.theme,
        topics: made.topics,
        iso: made.iso,
        passage: PinnedPassage {
            name: passage.name,
            pack: pack.revision.clone(),
            words: passage.words,
            page: source.page,
            heading: source.heading,
            address: source.address,
            revision: source.revision,
            captured: source.captured,
        },
        made: app.workspace.now(),
    };
    app.workspace.add_own_statement(&own)?;
    app.own_statements_changed()?;
    crate::question::statement(app, project.as_ref(), &own.id)
}

impl App {
    /// Forgets everything that was computed from revisions, after a revision was added or removed.
    pub(crate) fn content_changed(&mut self) -> Outcome<()> {
        self.library.forget_followed_passages();
        self.own_statements_changed()
    }

    /// Puts the packs together anew after a person made or removed a statement. What became of passages stays as it is.
    fn own_statements_changed(&mut self) -> Outcome<()> {
        self.library.take_imported(&self.workspace)?;
        self.statements.forget();
        self.listed.clear();
        self.open.forget();
        self.pages_beside.forget();
        Ok(())
    }
}

/// Id and name of the provider whose pages are imported.
fn provider(app: &App, import: &Import) -> Outcome<(String, String)> {
    let given = import.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    if given.is_some_and(|name| name.chars().count() > LONGEST_NAME || name.contains(['\n', '\r']))
    {
        return Err(Fault::wrong_value(msg::error_provider_name(LONGEST_NAME)));
    }
    let id = match (&import.provider, given) {
        (Some(id), _) => id.clone(),
        (None, Some(name)) => slug(name),
        (None, None) => return Err(Fault::wrong_value(msg::error_provider_without_name())),
    };
    if id.is_empty() {
        return Err(Fault::wrong_value(msg::error_provider_without_name()));
    }
    let bundled = app.library.is_bundled(&id);
    let own_id = if bundled { format!("{id}{OWN_PAGES}") } else { id.clone() };
    let known = |id: &str| app.library.pack(id).map(|pack| pack.name.clone());
    let name = match given {
        Some(name) if !bundled => name.to_owned(),
        _ => known(&own_id)
            .or_else(|| {
                let name: Argument = known(&id)?.into();
                Some(app.messages.format(&msg::import_own_pages_of(name)))
            })
            .ok_or_else(|| Fault::wrong_value(msg::error_provider_without_name()))?,
    };
    Ok((own_id, name))
}

/// A free name for the revision: the day of the state, with a number if another revision has that name.
fn free_revision(app: &App, pack: &Pack) -> String {
    let taken = |name: &str| app.library.pack_at(&pack.provider, name).is_some();
    let mut name = pack.revision.clone();
    let mut number = 1;
    while taken(&name) {
        number += 1;
        name = format!("{}-{number}", pack.revision);
    }
    name
}

/// A free id for a statement, made from its words.
fn free_statement(app: &App, provider: &str, words: &str) -> Outcome<String> {
    let stem = slug(words);
    let own = app.workspace.own_statements()?;
    let taken = |id: &str| {
        own.iter().any(|own| own.id == id)
            || app.library.revisions(provider).iter().any(|pack| pack.statement(id).is_some())
    };
    let numbered = (1..).map(|number| match number {
        1 => format!("{provider}/{stem}"),
        _ => format!("{provider}/{stem}-{number}"),
    });
    numbered.into_iter().find(|id| !taken(id)).ok_or_else(|| Fault::internal(""))
}

/// Turns words into an id of `a-z`, `0-9` and `-`.
fn slug(words: &str) -> String {
    let slug: String =
        vurder_import::slug(words).replace('/', "-").chars().take(LONGEST_ID).collect();
    slug.trim_matches('-').to_owned()
}
