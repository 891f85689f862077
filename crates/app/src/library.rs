//! The library: all packs, topics, forms and registers that the program knows. Whatever the app needs of them, it asks
//! here, so that content can come from more than one place without the rest of the app knowing.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use vurder_content::drift::{Followed, follow};
use vurder_content::{Content, msg};
use vurder_model::field::Register;
use vurder_model::project::{FormChoice, ProjectHead};
use vurder_model::provider::{Pack, Statement, Topic};
use vurder_model::role::{FieldRole, Roles};
use vurder_model::template::Template;

use crate::error::{Fault, Outcome};
use crate::published::Published;
use crate::quoting::{beginning, names};

/// Content as the library holds it.
#[derive(Debug, Clone)]
enum Held {
    /// Built into the program.
    Embedded(&'static Content),
    /// Read at run time, such as content that a workspace brings.
    Shared(Arc<Content>),
}

/// The content of the program, and later what a workspace adds to it.
#[derive(Debug, Clone)]
pub(crate) struct Library {
    held: Held,
    /// What became of the passages of a provider from one revision to another, each worked out once: it takes up to a
    /// second.
    followed: Arc<Mutex<HashMap<[String; 3], Arc<Followed>>>>,
}

impl From<Content> for Library {
    /// A library of content that was read at run time.
    fn from(content: Content) -> Self {
        Self::of(Held::Shared(Arc::new(content)))
    }
}

impl Library {
    /// The library of the program, to which nothing was added.
    pub(crate) fn embedded() -> Self {
        Self::of(Held::Embedded(Content::embedded()))
    }

    fn of(held: Held) -> Self {
        Self { held, followed: Arc::default() }
    }

    /// The same content in the spoken language nearest to `language`. Content that was read at run time is in the
    /// language in which it was read.
    pub(crate) fn translated(&self, language: &str) -> Self {
        match &self.held {
            Held::Embedded(_) => Self::of(Held::Embedded(Content::in_language(language))),
            Held::Shared(_) => self.clone(),
        }
    }

    fn content(&self) -> &Content {
        match &self.held {
            Held::Embedded(content) => content,
            Held::Shared(content) => content,
        }
    }

    /// The newest pack of each provider, in order of the providers' names.
    pub(crate) fn packs(&self) -> impl Iterator<Item = &Pack> + Clone {
        self.content().newest_packs()
    }

    /// The newest pack of a provider.
    pub(crate) fn pack(&self, provider: &str) -> Option<&Pack> {
        self.content().pack(provider)
    }

    /// The pack of a provider in one of its revisions.
    pub(crate) fn pack_at(&self, provider: &str, revision: &str) -> Option<&Pack> {
        self.content().pack_at(provider, revision)
    }

    /// All revisions of a provider's content, oldest first; none where the provider is not known.
    pub(crate) fn revisions(&self, provider: &str) -> Vec<&Pack> {
        self.content().packs.iter().filter(|pack| pack.provider == provider).collect()
    }

    /// What became of the passages of `before` in `after`, two revisions of one provider.
    pub(crate) fn followed_passages(&self, before: &Pack, after: &Pack) -> Arc<Followed> {
        let key = [&before.provider, &before.revision, &after.revision].map(String::clone);
        let mut known = self.followed.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(key).or_insert_with(|| Arc::new(follow(before, after))))
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
        let followed = head.and_then(|head| self.content().followed_pack(head, provider));
        followed.map_or_else(|| self.known_pack(provider), Ok)
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
        let content = self.content();
        head.providers.iter().filter_map(|provider| content.followed_pack(head, provider)).collect()
    }

    /// The packs of all providers as a project reads them; without a project, the newest.
    pub(crate) fn read_packs<'a>(&'a self, head: Option<&ProjectHead>) -> Vec<&'a Pack> {
        let content = self.content();
        let read = |newest: &'a Pack| {
            head.and_then(|head| content.followed_pack(head, &newest.provider)).unwrap_or(newest)
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

    /// All topics in the order in which they are asked.
    pub(crate) fn topics(&self) -> &[Topic] {
        &self.content().topics
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

    /// All templates; of each form, newer versions after older ones.
    pub(crate) fn templates(&self) -> &[Template] {
        &self.content().templates.templates
    }

    /// The template that a project chose, in the version it chose.
    pub(crate) fn template(&self, choice: &FormChoice) -> Option<&Template> {
        self.content().templates.template(&choice.template, &choice.version)
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
