//! The library: all packs, topics, forms and registers that the program knows, and the packs that the workspace holds.
//! Whatever the app needs of them, it asks here, so that the rest of the app need not know where a pack comes from.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use vurder_content::drift::Followed;
use vurder_content::{Content, ProjectRules, TopicProposal, msg};
use vurder_model::check::Rules;
use vurder_model::cut::CutRules;
use vurder_model::field::Register;
use vurder_model::passage::passage_of;
use vurder_model::project::{Citation, FormChoice, ProjectHead};
use vurder_model::provider::{Pack, Statement, Topic};
use vurder_model::role::{FieldRole, Roles};
use vurder_model::scenario::{ReadyScales, Scenario};
use vurder_model::template::{FormerField, Template};
use vurder_workspace::{OwnStatement, Workspace};

use crate::error::{Fault, Outcome};
use crate::followed_passages::FollowedPassages;
use crate::imported_packs::{ImportedPacks, ImportedRevision};
use crate::own_statements;
use crate::published::Published;
use crate::quoting::{beginning, names};

/// Content of the program.
#[derive(Debug, Clone)]
enum Base {
    /// Built into the program.
    Embedded(&'static Content),
    /// Read at run time.
    Read(Arc<Content>),
}

/// The content of the program, and what a workspace adds to it.
#[derive(Debug, Clone)]
pub(crate) struct Library {
    base: Base,
    imported: Arc<ImportedPacks>,
    followed: FollowedPassages,
}

impl From<Content> for Library {
    /// A library of content that was read at run time.
    fn from(content: Content) -> Self {
        Self::of(Base::Read(Arc::new(content)))
    }
}

impl Library {
    /// The library of the program, to which nothing was added.
    pub(crate) fn embedded() -> Self {
        Self::of(Base::Embedded(Content::embedded()))
    }

    fn of(base: Base) -> Self {
        Self { base, imported: Arc::default(), followed: FollowedPassages::default() }
    }

    /// The same content in the spoken language nearest to `language`. Content that was read at run time, and what the
    /// workspace holds, is in the language in which it was read.
    pub(crate) fn translated(&self, language: &str) -> Self {
        let base = match &self.base {
            Base::Embedded(_) => Base::Embedded(Content::in_language(language)),
            Base::Read(content) => Base::Read(Arc::clone(content)),
        };
        Self { base, ..self.clone() }
    }

    /// Whether it has its words in the same language as another one.
    pub(crate) fn says_the_same_as(&self, other: &Self) -> bool {
        std::ptr::eq(self.content(), other.content())
    }

    /// Forgets what became of passages: under the name of a revision, other pages may stand now.
    pub(crate) fn forget_followed_passages(&mut self) {
        self.followed = FollowedPassages::default();
    }

    /// Takes what the workspace holds now in place of what it held before.
    pub(crate) fn take_imported(&mut self, workspace: &Workspace) -> Outcome<()> {
        self.imported = Arc::new(ImportedPacks::of(workspace, &self.followed)?);
        Ok(())
    }

    /// Reads what stands on the pages of a provider that was imported, unless it was read already.
    pub(crate) fn read_pages(&self, workspace: &Workspace, provider: &str) -> Outcome<()> {
        self.imported.read_pages(workspace, &self.followed, provider)
    }

    /// Reads the pages of the provider of this passage; nothing has to be read for a statement.
    pub(crate) fn read_pages_for(&self, workspace: &Workspace, name: &str) -> Outcome<()> {
        match passage_of(name).and_then(|(page, _)| page.split_once('/')) {
            Some((provider, _)) => self.read_pages(workspace, provider),
            None => Ok(()),
        }
    }

    /// Reads the pages of all providers whose passages are cited here.
    pub(crate) fn read_cited_pages<'a>(
        &self,
        workspace: &Workspace,
        citations: impl IntoIterator<Item = &'a Citation>,
    ) -> Outcome<()> {
        let passages = citations.into_iter().filter(|cited| passage_of(&cited.statement).is_some());
        let providers: BTreeSet<&str> = passages.map(|cited| cited.provider.as_str()).collect();
        providers.into_iter().try_for_each(|provider| self.read_pages(workspace, provider))
    }

    fn content(&self) -> &Content {
        match &self.base {
            Base::Embedded(content) => content,
            Base::Read(content) => content,
        }
    }

    /// All packs: of each provider those of the program and those of the workspace, the oldest state first.
    fn all(&self) -> impl Iterator<Item = &Pack> + Clone {
        let imported = self.imported.revisions().map(ImportedRevision::pack);
        self.content().packs.iter().chain(imported)
    }

    /// Whether this provider came with the program.
    pub(crate) fn is_bundled(&self, provider: &str) -> bool {
        self.content().packs.iter().any(|pack| pack.provider == provider)
    }

    /// The newest pack of each provider, in order of the providers' names.
    pub(crate) fn packs(&self) -> impl Iterator<Item = &Pack> + Clone {
        let mut newest: Vec<&Pack> = Vec::new();
        for pack in self.all() {
            match newest.iter_mut().find(|known| known.provider == pack.provider) {
                Some(known) if is_earlier(pack, known) => {}
                Some(known) => *known = pack,
                None => newest.push(pack),
            }
        }
        newest.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.provider.cmp(&b.provider)));
        newest.into_iter()
    }

    /// The newest pack of a provider.
    pub(crate) fn pack(&self, provider: &str) -> Option<&Pack> {
        self.revisions(provider).pop()
    }

    /// The pack of a provider in one of its revisions.
    pub(crate) fn pack_at(&self, provider: &str, revision: &str) -> Option<&Pack> {
        self.all().find(|pack| pack.provider == provider && pack.revision == revision)
    }

    /// All revisions of a provider's content, oldest first; none where the provider is not known.
    pub(crate) fn revisions(&self, provider: &str) -> Vec<&Pack> {
        let mut revisions: Vec<&Pack> = Vec::new();
        for pack in self.all().filter(|pack| pack.provider == provider) {
            let after = revisions.iter().rposition(|known| !is_earlier(pack, known));
            revisions.insert(after.map_or(0, |at| at + 1), pack);
        }
        revisions
    }

    /// The names of the passages on which a statement that a person made stands in `pack`.
    pub(crate) fn passages_of(&self, own: &OwnStatement, pack: &Pack) -> Vec<String> {
        let revisions = self.revisions(&pack.provider);
        let place = |revision: &str| revisions.iter().position(|known| known.revision == revision);
        match (place(&own.passage.pack), place(&pack.revision)) {
            (Some(made), Some(at)) if made <= at => {
                own_statements::passages_of(own, &revisions[made..=at], &self.followed)
            }
            _ => Vec::new(),
        }
    }

    /// The revision of the provider before this one, by the day of the state.
    pub(crate) fn revision_before(&self, pack: &Pack) -> Option<&Pack> {
        let revisions = self.revisions(&pack.provider);
        let at = revisions.iter().position(|known| known.revision == pack.revision)?;
        revisions.get(at.checked_sub(1)?).copied()
    }

    /// What is known of a pack because it was imported; none for what came with the program.
    pub(crate) fn imported_revision(&self, pack: &Pack) -> Option<&ImportedRevision> {
        self.imported.revisions().find(|imported| {
            let known = imported.pack();
            known.provider == pack.provider && known.revision == pack.revision
        })
    }

    /// The pack at which a project reads a provider: the revision that it follows. Where it names none, that is the
    /// first one that came with the program, or the newest one that was imported.
    fn followed_pack(&self, head: &ProjectHead, provider: &str) -> Option<&Pack> {
        match head.follows.get(provider) {
            Some(revision) => self.pack_at(provider, revision).or_else(|| self.pack(provider)),
            None if self.is_bundled(provider) => self.content().followed_pack(head, provider),
            None => self.pack(provider),
        }
    }

    /// What became of the passages of `before` in `after`, two revisions of one provider.
    pub(crate) fn followed_passages(&self, before: &Pack, after: &Pack) -> Arc<Followed> {
        self.followed.between(before, after)
    }

    /// The pack of a provider in a revision.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) for a provider or revision that is not here.
    pub(crate) fn known_revision(&self, provider: &str, revision: &str) -> Outcome<&Pack> {
        let newest = self.known_pack(provider)?;
        self.pack_at(provider, revision).ok_or_else(|| {
            let message = msg::error_no_revision(beginning(revision), newest.name.as_str());
            Fault::unknown_name(message)
        })
    }

    /// The newest pack of a provider.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound), with the providers that there are.
    pub(crate) fn known_pack(&self, provider: &str) -> Outcome<&Pack> {
        self.pack(provider).ok_or_else(|| {
            let providers = names(self.packs().map(|pack| pack.provider.as_str()));
            Fault::unknown_name(msg::error_no_provider(provider, providers))
        })
    }

    /// The pack at which a project reads a provider; without a project, the newest.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound), with the providers that there are.
    pub(crate) fn read_pack(&self, head: Option<&ProjectHead>, provider: &str) -> Outcome<&Pack> {
        let followed = head.and_then(|head| self.followed_pack(head, provider));
        followed.map_or_else(|| self.known_pack(provider), Ok)
    }

    /// The pack of a provider in the revision that is named, or else as a project reads it; without a project, the
    /// newest.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) for a provider or revision that is not here.
    pub(crate) fn asked_pack(
        &self,
        head: Option<&ProjectHead>,
        provider: &str,
        revision: Option<&String>,
    ) -> Outcome<&Pack> {
        match revision {
            Some(revision) => self.known_revision(provider, revision),
            None => self.read_pack(head, provider),
        }
    }

    /// By provider, the newest revision: what a new project follows.
    pub(crate) fn newest_revisions(&self) -> BTreeMap<String, String> {
        self.packs().map(|pack| (pack.provider.clone(), pack.revision.clone())).collect()
    }

    /// The refusal of a name that no form has.
    fn no_form(&self, name: &str) -> Fault {
        let mut forms: Vec<&str> = self.templates().iter().map(|form| form.id.as_str()).collect();
        forms.dedup();
        Fault::unknown_name(msg::error_no_form(name, names(forms)))
    }

    /// The packs of the providers that a project has chosen, at the revisions that it follows, in the project's order.
    pub(crate) fn chosen_packs<'a>(&'a self, head: &ProjectHead) -> Vec<&'a Pack> {
        head.providers.iter().filter_map(|provider| self.followed_pack(head, provider)).collect()
    }

    /// The packs of all providers as a project reads them; without a project, the newest.
    pub(crate) fn read_packs<'a>(&'a self, head: Option<&ProjectHead>) -> Vec<&'a Pack> {
        let read = |newest: &'a Pack| {
            head.and_then(|head| self.followed_pack(head, &newest.provider)).unwrap_or(newest)
        };
        self.packs().map(read).collect()
    }

    /// The statement with this id as a project reads it, or without a project as the newest pack has it; and its pack.
    pub(crate) fn statement(
        &self,
        head: Option<&ProjectHead>,
        id: &str,
    ) -> Outcome<(&Pack, &Statement)> {
        let missing = || Fault::unknown_name(msg::error_no_statement(id));
        let provider = id.split_once('/').map_or(id, |(provider, _)| provider);
        let pack = self.read_pack(head, provider).map_err(|_| missing())?;
        pack.statement(id).map(|statement| (pack, statement)).ok_or_else(missing)
    }

    /// The statement or passage of this name as a project reads it, or without a project as the newest pack has it; and
    /// its pack.
    pub(crate) fn published(
        &self,
        head: Option<&ProjectHead>,
        name: &str,
    ) -> Outcome<(&Pack, Published)> {
        let missing = || Fault::unknown_name(msg::error_no_statement(name));
        let provider = name.split_once('/').map_or(name, |(provider, _)| provider);
        let pack = self.read_pack(head, provider).map_err(|_| missing())?;
        Ok((pack, Published::of(pack, name).ok_or_else(missing)?))
    }

    /// What is done with the answers of a project besides showing them.
    pub(crate) fn project_rules(&self) -> &ProjectRules {
        &self.content().projects
    }

    /// What of a report goes to which reader.
    pub(crate) fn cut_rules(&self) -> &CutRules {
        &self.content().cuts
    }

    /// All topics in the order in which they are asked.
    pub(crate) fn topics(&self) -> &[Topic] {
        &self.content().topics
    }

    /// The rules by which drafts are checked.
    pub(crate) fn rules(&self) -> &Rules {
        &self.content().rules
    }

    /// Other words for a topic, by which what is stated on it is found.
    pub(crate) fn synonyms(&self, topic: &str) -> impl Iterator<Item = &str> {
        self.content().topic_synonyms.get(topic).into_iter().flatten().map(String::as_str)
    }

    /// The topics that words speak of, the likeliest first, each with the words that speak of it.
    pub(crate) fn propose_topics(&self, words: &str) -> Vec<TopicProposal> {
        self.content().propose_topics(words)
    }

    /// The catalogue of scenarios.
    pub(crate) fn scenarios(&self) -> &[Scenario] {
        &self.content().scenarios
    }

    /// The scenario with this id.
    pub(crate) fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.content().scenario(id)
    }

    /// Scales that a project can take over.
    pub(crate) fn scales(&self) -> &[ReadyScales] {
        &self.content().scales
    }

    /// The registers that all forms share.
    pub(crate) fn registers(&self) -> &[Register] {
        &self.content().templates.registers
    }

    /// The roles that the registers declare.
    pub(crate) fn roles(&self) -> Roles<'_> {
        Roles::of(self.registers())
    }

    /// The id of the register and of the field with this role. Every role is somebody's: content is refused otherwise.
    pub(crate) fn role(&self, role: FieldRole) -> (&str, &str) {
        let roles = self.roles();
        (roles.register(role).unwrap_or_default(), roles.field(role).unwrap_or_default())
    }

    /// The id of the register of control notes.
    pub(crate) fn control_notes(&self) -> &str {
        self.role(FieldRole::JudgedStatement).0
    }

    /// The registers of what reviewers say of the draft, and of the rounds in which they say it. They are no part of
    /// the draft; see [`Library::beside_the_draft`].
    pub(crate) fn of_reviewers(&self) -> [&str; 3] {
        [FieldRole::RemarkWords, FieldRole::ReturnedName, FieldRole::RoundRecipients]
            .map(|role| self.role(role).0)
    }

    /// The registers of what stands beside the draft and is no part of it: what is of reviewers, what people note for
    /// themselves, which sections they call ready, and which words they do not have checked. No report, no comparison
    /// of versions, no project that travels with a report and none made like another one takes them along; a dump of
    /// the workspace does.
    pub(crate) fn beside_the_draft(&self) -> [&str; 6] {
        let [rounds, files, remarks] = self.of_reviewers();
        let own = [FieldRole::OwnNoteWords, FieldRole::ReadyBy, FieldRole::IgnoredWord];
        let [notes, ready, words] = own.map(|role| self.role(role).0);
        [rounds, files, remarks, notes, ready, words]
    }

    /// By the id of a judgement, what it is called.
    pub(crate) fn judgement_labels(&self) -> HashMap<&str, &str> {
        let (control_notes, judgement) = self.role(FieldRole::Judgement);
        let notes = self.registers().iter().find(|register| register.id == control_notes);
        let options = notes.and_then(|notes| notes.field(judgement)).map(|field| &field.options);
        let options = options.into_iter().flatten();
        options.map(|option| (option.id.as_str(), option.label.as_str())).collect()
    }

    /// All templates; of each form, newer versions after older ones.
    pub(crate) fn templates(&self) -> &[Template] {
        &self.content().templates.templates
    }

    /// The template that a project chose, in the version it chose.
    pub(crate) fn template(&self, choice: &FormChoice) -> Option<&Template> {
        self.content().templates.template(&choice.template, &choice.version)
    }

    /// The versions of a form, newer ones after older ones.
    pub(crate) fn form_versions(&self, form: &str) -> impl DoubleEndedIterator<Item = &Template> {
        self.templates().iter().filter(move |template| template.id == form)
    }

    /// The version that follows the template as the newest one, where it is not the newest itself.
    pub(crate) fn newer_form(&self, template: &Template) -> Option<&Template> {
        let newest = self.form_versions(&template.id).next_back()?;
        (newest.version != template.version).then_some(newest)
    }

    /// What other versions of the form ask.
    pub(crate) fn former_fields(&self, template: &Template) -> Vec<FormerField> {
        let others = self.form_versions(&template.id).filter(|t| t.version != template.version);
        template.former_fields(others)
    }

    /// The newest version of a template, by its id or, in any case of letters, by its short name.
    pub(crate) fn template_by_name(&self, name: &str) -> Option<&Template> {
        let fits = |t: &&Template| t.id == name || t.short.eq_ignore_ascii_case(name);
        self.templates().iter().rfind(fits)
    }

    /// The newest version of a template, by its id or short name.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound), with the forms that there are.
    pub(crate) fn known_template(&self, name: &str) -> Outcome<&Template> {
        self.template_by_name(name).ok_or_else(|| self.no_form(name))
    }

    /// The template of a project's form, in the version that the project follows.
    pub(crate) fn followed(&self, head: &ProjectHead, name: &str) -> Outcome<&Template> {
        let missing = || self.no_form(name).with_help(msg::error_no_form_help());
        let template = self.template_by_name(name).ok_or_else(missing)?;
        let choice = head.forms.iter().find(|f| f.template == template.id).ok_or_else(missing)?;
        self.template(choice)
            .ok_or_else(|| Fault::unknown_name(msg::error_no_form_version(&choice.version, name)))
    }
}

/// Whether a pack is of an earlier day than another. A day that is not known is earlier than none.
fn is_earlier(pack: &Pack, than: &Pack) -> bool {
    matches!((pack.captured, than.captured), (Some(day), Some(known)) if day < known)
}
