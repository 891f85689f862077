//! The library: all packs, topics, forms and registers of the program, and the packs of the workspace. The rest of the
//! app asks here and need not know where a pack comes from.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use vurder_content::drift::PassageChanges;
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
use crate::known_registers::KnownRegisters;
use crate::own_statements;
use crate::published::Published;
use crate::quoting::{names, shortened};

/// The content of the program.
#[derive(Debug, Clone)]
enum Base {
    /// The content that is built into the program.
    Embedded(&'static Content),
    /// Content that was read at run time.
    Read(Arc<Content>),
}

/// The content of the program, and what a workspace adds to it.
#[derive(Debug, Clone)]
pub(crate) struct Library {
    base: Base,
    imported: Arc<ImportedPacks>,
    followed: FollowedPassages,
    known_registers: KnownRegisters,
}

impl From<Content> for Library {
    /// Makes a library of content that was read at run time.
    fn from(content: Content) -> Self {
        Self::of(Base::Read(Arc::new(content)))
    }
}

impl Library {
    /// The library of the program, without imported packs.
    pub(crate) fn embedded() -> Self {
        Self::of(Base::Embedded(Content::embedded()))
    }

    fn of(base: Base) -> Self {
        Self {
            base,
            imported: Arc::default(),
            followed: FollowedPassages::default(),
            known_registers: KnownRegisters::default(),
        }
    }

    /// The same content in the spoken language nearest to `language`. Content that was read at run time and content of
    /// the workspace stay in their language.
    pub(crate) fn translated(&self, language: &str) -> Self {
        let base = match &self.base {
            Base::Embedded(_) => Base::Embedded(Content::in_language(language)),
            Base::Read(content) => Base::Read(Arc::clone(content)),
        };
        Self { base, known_registers: KnownRegisters::default(), ..self.clone() }
    }

    /// Whether both libraries have the same content in the same language.
    pub(crate) fn says_the_same_as(&self, other: &Self) -> bool {
        std::ptr::eq(self.content(), other.content())
    }

    /// Forgets what became of passages, since a revision may have other pages now.
    pub(crate) fn forget_followed_passages(&mut self) {
        self.followed = FollowedPassages::default();
    }

    /// Reads the packs of the workspace again.
    pub(crate) fn take_imported(&mut self, workspace: &Workspace) -> Outcome<()> {
        self.imported =
            Arc::new(ImportedPacks::of(workspace, &self.content().packs, &self.followed)?);
        Ok(())
    }

    /// Reads what stands on the imported pages of a provider, unless that was read already.
    pub(crate) fn read_pages(&self, workspace: &Workspace, provider: &str) -> Outcome<()> {
        self.imported.read_pages(workspace, &self.followed, provider)
    }

    /// Reads the pages of the provider of this passage. For a statement, nothing has to be read.
    pub(crate) fn read_pages_for(&self, workspace: &Workspace, name: &str) -> Outcome<()> {
        match passage_of(name).and_then(|(page, _)| page.split_once('/')) {
            Some((provider, _)) => self.read_pages(workspace, provider),
            None => Ok(()),
        }
    }

    /// Reads the pages of all providers whose passages these citations pin.
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

    /// All packs: first those of the program, then those of the workspace, the oldest state of each provider first.
    fn all(&self) -> impl Iterator<Item = &Pack> + Clone {
        let imported = self.imported.revisions().map(ImportedRevision::pack);
        self.content().packs.iter().chain(imported)
    }

    /// Whether this provider's content came with the program.
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

    /// All revisions of a provider's content, oldest first; empty if the provider is not known.
    pub(crate) fn revisions(&self, provider: &str) -> Vec<&Pack> {
        let mut revisions: Vec<&Pack> = Vec::new();
        for pack in self.all().filter(|pack| pack.provider == provider) {
            let after = revisions.iter().rposition(|known| !is_earlier(pack, known));
            revisions.insert(after.map_or(0, |at| at + 1), pack);
        }
        revisions
    }

    /// The names of the passages in `pack` on which a statement that a person made stands.
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

    /// The revision of the provider before this one, by day.
    pub(crate) fn revision_before(&self, pack: &Pack) -> Option<&Pack> {
        let revisions = self.revisions(&pack.provider);
        let at = revisions.iter().position(|known| known.revision == pack.revision)?;
        revisions.get(at.checked_sub(1)?).copied()
    }

    /// The imported revision of a pack; none if the pack came with the program.
    pub(crate) fn imported_revision(&self, pack: &Pack) -> Option<&ImportedRevision> {
        self.imported.revisions().find(|imported| {
            let known = imported.pack();
            known.provider == pack.provider && known.revision == pack.revision
        })
    }

    /// The pack of a provider in the revision that the project follows. If the project names none: the first revision
    /// that came with the program, or else the newest imported one.
    fn followed_pack(&self, head: &ProjectHead, provider: &str) -> Option<&Pack> {
        match head.follows.get(provider) {
            Some(revision) => self.pack_at(provider, revision).or_else(|| self.pack(provider)),
            None if self.is_bundled(provider) => self.content().followed_pack(head, provider),
            None => self.pack(provider),
        }
    }

    /// What became of the passages of `before` in `after`, two revisions of one provider.
    pub(crate) fn followed_passages(&self, before: &Pack, after: &Pack) -> Arc<PassageChanges> {
        self.followed.between(before, after)
    }

    /// The pack of a provider in a revision.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) if the library does not have the provider or the revision.
    pub(crate) fn known_revision(&self, provider: &str, revision: &str) -> Outcome<&Pack> {
        let newest = self.known_pack(provider)?;
        self.pack_at(provider, revision).ok_or_else(|| {
            let message = msg::error_no_revision(shortened(revision), newest.name.as_str());
            Fault::unknown_name(message)
        })
    }

    /// The newest pack of a provider.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound); the message lists the providers.
    pub(crate) fn known_pack(&self, provider: &str) -> Outcome<&Pack> {
        self.pack(provider).ok_or_else(|| {
            let providers = names(self.packs().map(|pack| pack.provider.as_str()));
            Fault::unknown_name(msg::error_no_provider(provider, providers))
        })
    }

    /// The pack of a provider in the revision that the project follows; without a project, the newest pack.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound); the message lists the providers.
    pub(crate) fn read_pack(&self, head: Option<&ProjectHead>, provider: &str) -> Outcome<&Pack> {
        let followed = head.and_then(|head| self.followed_pack(head, provider));
        followed.map_or_else(|| self.known_pack(provider), Ok)
    }

    /// The pack of a provider in the given revision. Without a revision, the one that the project follows; without a
    /// project, the newest.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound) if the library does not have the provider or the revision.
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

    /// The newest revision of each provider, which a new project follows.
    pub(crate) fn newest_revisions(&self) -> BTreeMap<String, String> {
        self.packs().map(|pack| (pack.provider.clone(), pack.revision.clone())).collect()
    }

    /// The fault for a name that no form has.
    fn no_form(&self, name: &str) -> Fault {
        let mut forms: Vec<&str> = self.templates().iter().map(|form| form.id.as_str()).collect();
        forms.dedup();
        Fault::unknown_name(msg::error_no_form(name, names(forms)))
    }

    /// The packs of the providers that a project has chosen, in the revisions that it follows and in the project's
    /// order.
    pub(crate) fn chosen_packs<'a>(&'a self, head: &ProjectHead) -> Vec<&'a Pack> {
        head.providers.iter().filter_map(|provider| self.followed_pack(head, provider)).collect()
    }

    /// The packs of all providers, in the revisions that the project follows; without a project, the newest.
    pub(crate) fn read_packs<'a>(&'a self, head: Option<&ProjectHead>) -> Vec<&'a Pack> {
        let read = |newest: &'a Pack| {
            head.and_then(|head| self.followed_pack(head, &newest.provider)).unwrap_or(newest)
        };
        self.packs().map(read).collect()
    }

    /// The statement with this id, and its pack: in the revision that the project follows; without a project, in the
    /// newest.
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

    /// The statement or passage of this name, and its pack: in the revision that the project follows; without a
    /// project, in the newest.
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

    /// The rules for duties, for stages, and for what stays behind in a copy with the facts alone.
    pub(crate) fn project_rules(&self) -> &ProjectRules {
        &self.content().projects
    }

    /// The rules of the cuts of reports.
    pub(crate) fn cut_rules(&self) -> &CutRules {
        &self.content().cuts
    }

    /// All topics in the order in which they are asked.
    pub(crate) fn topics(&self) -> &[Topic] {
        &self.content().topics
    }

    /// The rules that drafts are checked by.
    pub(crate) fn rules(&self) -> &Rules {
        &self.content().rules
    }

    /// Other words for a topic. The search also finds statements on the topic by these words.
    pub(crate) fn synonyms(&self, topic: &str) -> impl Iterator<Item = &str> {
        self.content().topic_synonyms.get(topic).into_iter().flatten().map(String::as_str)
    }

    /// The topics of a text, the likeliest first, each with the words that led to it.
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

    /// The ready-made scales that a project can take over.
    pub(crate) fn scales(&self) -> &[ReadyScales] {
        &self.content().scales
    }

    /// The registers that all forms share.
    pub(crate) fn registers(&self) -> &[Register] {
        &self.content().templates.registers
    }

    /// The registers that were made of this content, for each choice of forms.
    pub(crate) fn known_registers(&self) -> &KnownRegisters {
        &self.known_registers
    }

    /// The roles that the registers declare.
    pub(crate) fn roles(&self) -> Roles<'_> {
        Roles::of(self.registers())
    }

    /// Ids of the register and of the field with this role. Content in which a role has no field is refused.
    pub(crate) fn role(&self, role: FieldRole) -> (&str, &str) {
        // It is asked some hundred times after each change, so no list of all roles is made for it.
        let found = self.registers().iter().find_map(|register| {
            let field = register.fields.iter().find(|field| field.role == Some(role))?;
            Some((register.id.as_str(), field.id.as_str()))
        });
        found.unwrap_or_default()
    }

    /// The id of the register of control notes.
    pub(crate) fn control_notes(&self) -> &str {
        self.role(FieldRole::JudgedStatement).0
    }

    /// The registers of remarks, returned files and review rounds. They are no part of the draft; see
    /// [`Library::beside_the_draft`].
    pub(crate) fn of_reviewers(&self) -> [&str; 3] {
        [FieldRole::RemarkWords, FieldRole::ReturnedName, FieldRole::RoundRecipients]
            .map(|role| self.role(role).0)
    }

    /// The registers that stand beside the draft and are no part of it: those of reviewers, own notes, sections that
    /// are marked ready, and words that are not checked. They are in no report, in no comparison of versions, in no
    /// project that travels with a report, and in no project made like another one. A dump of the workspace has them.
    pub(crate) fn beside_the_draft(&self) -> [&str; 6] {
        let [rounds, files, remarks] = self.of_reviewers();
        let own = [FieldRole::OwnNoteWords, FieldRole::ReadyBy, FieldRole::IgnoredWord];
        let [notes, ready, words] = own.map(|role| self.role(role).0);
        [rounds, files, remarks, notes, ready, words]
    }

    /// The labels of judgements, by the id of the judgement.
    pub(crate) fn judgement_labels(&self) -> HashMap<&str, &str> {
        let (control_notes, judgement) = self.role(FieldRole::Judgement);
        let notes = self.registers().iter().find(|register| register.id == control_notes);
        let options = notes.and_then(|notes| notes.field(judgement)).map(|field| &field.options);
        let options = options.into_iter().flatten();
        options.map(|option| (option.id.as_str(), option.label.as_str())).collect()
    }

    /// All templates. Newer versions of a form stand after older ones.
    pub(crate) fn templates(&self) -> &[Template] {
        &self.content().templates.templates
    }

    /// The template that a project chose, in the version it chose.
    pub(crate) fn template(&self, choice: &FormChoice) -> Option<&Template> {
        self.content().templates.template(&choice.template, &choice.version)
    }

    /// The versions of a form, oldest first.
    pub(crate) fn form_versions(&self, form: &str) -> impl DoubleEndedIterator<Item = &Template> {
        self.templates().iter().filter(move |template| template.id == form)
    }

    /// The newest version of the template's form, unless `template` is the newest.
    pub(crate) fn newer_form(&self, template: &Template) -> Option<&Template> {
        let newest = self.form_versions(&template.id).next_back()?;
        (newest.version != template.version).then_some(newest)
    }

    /// The questions that only other versions of the form ask.
    pub(crate) fn former_fields(&self, template: &Template) -> Vec<FormerField> {
        let others = self.form_versions(&template.id).filter(|t| t.version != template.version);
        template.former_fields(others)
    }

    /// The newest version of a template, by its id or its short name. Short names match in upper and lower case.
    pub(crate) fn template_by_name(&self, name: &str) -> Option<&Template> {
        let fits = |t: &&Template| t.id == name || t.short.eq_ignore_ascii_case(name);
        self.templates().iter().rfind(fits)
    }

    /// The newest version of a template, by its id or short name.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound); the message lists the forms.
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

/// Whether a pack is of an earlier day than another. A pack without a day is earlier than no other.
fn is_earlier(pack: &Pack, than: &Pack) -> bool {
    matches!((pack.captured, than.captured), (Some(day), Some(known)) if day < known)
}
