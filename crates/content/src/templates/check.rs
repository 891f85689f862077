//! Checks registers and forms beyond their shape: ids and names are right, and everything to which they refer exists.

use std::collections::{BTreeSet, HashMap};

use vurder_model::field::{Field, Register};
use vurder_model::role::FieldRole;
use vurder_model::template::{Block, Part, Section, Template};

use crate::located::At;
use crate::problem::Problem;

/// Goes through registers and forms and collects their problems.
pub(super) struct Checker<'a> {
    shared: &'a [Register],
    /// Registers that only the form that is being checked uses.
    own: &'a [Register],
    /// Whether the form that is being checked is a screening form.
    pub(super) screens: bool,
    pub(super) topics: &'a BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
    /// Roles that were found so far, each with its field.
    roles: HashMap<FieldRole, String>,
    /// Forms that were found so far, by id and version.
    forms: HashMap<(String, String), String>,
}

/// Ids that were found so far, each with its line.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, usize>);

impl<'a> Checker<'a> {
    pub(super) fn new(
        shared: &'a [Register],
        topics: &'a BTreeSet<&'a str>,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        Self {
            shared,
            own: &[],
            screens: false,
            topics,
            problems,
            roles: HashMap::new(),
            forms: HashMap::new(),
        }
    }

    /// Adds a problem at a place.
    pub(super) fn say(&mut self, at: At<'_>, message: impl Into<String>) {
        self.problems.push(Problem::new(at.file(), at.line(), message));
    }

    /// The register with this id that the form being checked can use.
    pub(super) fn register(&self, id: &str) -> Option<&'a Register> {
        self.shared.iter().chain(self.own).find(|r| r.id == id)
    }

    /// Checks that an id is well formed and unique among its kind.
    pub(super) fn identity(&mut self, seen: &mut Seen, what: &str, id: &str, at: At<'_>) {
        let fits =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
        if !(1..=40).contains(&id.len()) || !id.bytes().all(fits) {
            let rule = "1 to 40 of a-z, 0-9, \"-\", \"_\" and \".\"";
            self.say(at, format!("\"{id}\" cannot be the id of a {what}: write {rule}"));
        }
        if let Some(first) = seen.0.get(id) {
            self.say(
                at,
                format!("{what} \"{id}\" is there twice; the first stands on line {first}"),
            );
        } else {
            seen.0.insert(id.to_owned(), at.line());
        }
    }

    /// Checks that a text that people read is not empty.
    pub(super) fn words(&mut self, what: &str, text: &str, at: At<'_>) {
        if text.trim().is_empty() {
            self.say(at, format!("{what} is empty"));
        }
    }

    /// Checks that the laws that are named exist.
    pub(super) fn law(&mut self, law: &[String], at: At<'_>) {
        for (n, entry) in law.iter().enumerate() {
            if let Some(message) = crate::law::bad_law(entry) {
                self.say(at.key("law").item(n), message);
            }
        }
    }

    /// Checks a list of registers.
    pub(super) fn registers(&mut self, registers: &'a [Register], at: At<'_>) {
        let mut ids = Seen::default();
        let mut prefixes: HashMap<&str, &str> = HashMap::new();
        for (n, register) in registers.iter().enumerate() {
            let at = at.item(n);
            self.identity(&mut ids, "register", &register.id, at.key("id"));
            self.words("the word for one row", &register.one, at.key("one"));
            self.words("the word for several rows", &register.many, at.key("many"));
            if !register.prefix.is_empty()
                && let Some(other) = prefixes.insert(&register.prefix, &register.id)
            {
                let prefix = &register.prefix;
                self.say(
                    at.key("prefix"),
                    format!("register \"{other}\" has the letter {prefix} already"),
                );
            }
            if !register.single && register.field(&register.label_field).is_none() {
                let message = match register.label_field.as_str() {
                    "" => "label_field is missing: name the field that says which row is meant"
                        .to_owned(),
                    field => format!(
                        "label_field \"{field}\" is no field of register \"{}\"",
                        register.id
                    ),
                };
                self.say(at.key("label_field"), message);
            }
            if register.fields.is_empty() {
                self.say(at.key("fields"), format!("register \"{}\" has no fields", register.id));
            }
            let mut fields = Seen::default();
            for (n, field) in register.fields.iter().enumerate() {
                let at = at.key("fields").item(n);
                self.field(&mut fields, field, &register.fields, at);
                self.role(register, field, at);
            }
        }
    }

    /// Checks the role of a field: no other field has it, and the field has the kind that the role needs.
    fn role(&mut self, register: &Register, field: &Field, at: At<'_>) {
        let Some(role) = field.role else { return };
        let at = at.key("role");
        let name = format!("{}.{}", register.id, field.id);
        if let Some(first) = self.roles.get(&role) {
            let message = format!("\"{first}\" has the role {} already", role.id());
            return self.say(at, message);
        }
        self.roles.insert(role, name);
        if field.kind != role.kind() {
            let kind = serde_json::to_value(role.kind()).unwrap_or_default();
            let kind = kind.as_str().unwrap_or_default();
            self.say(at, format!("the role {} is one of fields of kind {kind}", role.id()));
        }
        let missing = role
            .beside()
            .filter(|beside| !register.fields.iter().any(|field| field.role == Some(*beside)));
        if let Some(beside) = missing {
            let (role, beside) = (role.id(), beside.id());
            let message = format!(
                "the role {role} stands beside {beside}; no field of register \"{}\" has that one",
                register.id
            );
            self.say(at, message);
        }
    }

    /// Checks a form.
    pub(super) fn template(&mut self, form: &'a Template, at: At<'_>) {
        self.own = &form.registers;
        self.screens = form.screening.is_some();
        self.identity(&mut Seen::default(), "form", &form.id, at.key("id"));
        self.words("the version", &form.version, at.key("version"));
        self.words("the title", &form.title, at.key("title"));
        self.words("the short name", &form.short, at.key("short"));
        self.words("the source", &form.source, at.key("source"));
        let key = (form.id.clone(), form.version.clone());
        if let Some(other) = self.forms.insert(key, at.file().to_owned()) {
            let message = format!("{other} holds \"{}\" {} already", form.id, form.version);
            self.say(at.key("version"), message);
        }
        if self.register(&form.id).is_some() {
            let message = format!(
                "\"{}\" is a register already; a form's own fields stand under its id",
                form.id
            );
            self.say(at.key("id"), message);
        }
        for (n, register) in form.registers.iter().enumerate() {
            if self.shared.iter().any(|r| r.id == register.id) {
                let at = at.key("registers").item(n).key("id");
                self.say(
                    at,
                    format!("register \"{}\" is shared by all forms already", register.id),
                );
            }
        }
        self.registers(&form.registers, at.key("registers"));
        if form.sections.is_empty() {
            self.say(at.key("sections"), "the form has no sections");
        }
        let mut scope = FormScope::of(form);
        for (n, section) in form.sections.iter().enumerate() {
            self.section(&mut scope, section, at.key("sections").item(n));
        }
        if let Some(rules) = &form.screening {
            self.screening(form, rules, at.key("screening"));
        }
        self.own = &[];
        self.screens = false;
    }

    fn section(&mut self, form: &mut FormScope, section: &Section, at: At<'_>) {
        self.identity(&mut form.sections, "section", &section.id, at.key("id"));
        self.words("the title", &section.title, at.key("title"));
        self.law(&section.law, at);
        if section.parts.is_empty() {
            self.say(at.key("parts"), format!("section {} has no parts", section.id));
        }
        for (n, part) in section.parts.iter().enumerate() {
            let at = at.key("parts").item(n);
            let under = part.id.strip_prefix(section.id.as_str());
            if !under.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
                let (part, section) = (&part.id, &section.id);
                self.say(at.key("id"), format!("part {part} does not belong to section {section}"));
            }
            self.part(form, part, at);
        }
    }

    fn part(&mut self, form: &mut FormScope, part: &Part, at: At<'_>) {
        self.identity(&mut form.parts, "part", &part.id, at.key("id"));
        self.words("the title", &part.title, at.key("title"));
        self.law(&part.law, at);
        if part.blocks.is_empty() {
            self.say(at.key("blocks"), format!("part {} asks for nothing", part.id));
        }
        for (n, block) in part.blocks.iter().enumerate() {
            let at = at.key("blocks").item(n);
            match block {
                Block::Field(field) => {
                    self.field(&mut form.field_ids, field, &form.fields, at.key("field"));
                }
                Block::Shared { register, field } => self.shared(register, field, at.key("shared")),
                Block::Table(table) => {
                    self.table(&mut form.tables, table, at.key("table"));
                    self.asked(table, &form.fields, at.key("table"));
                }
                Block::Computed(_) => {}
            }
        }
    }

    fn shared(&mut self, register: &str, field: &str, at: At<'_>) {
        match self.register(register) {
            None => self.say(at.key("register"), format!("there is no register \"{register}\"")),
            Some(found) if !found.single => {
                let message = format!(
                    "register \"{register}\" has many rows; show it as a table, not as a shared field"
                );
                self.say(at.key("register"), message);
            }
            Some(found) if found.field(field).is_none() => {
                let message = format!("register \"{register}\" has no field \"{field}\"");
                self.say(at.key("field"), message);
            }
            Some(_) => {}
        }
    }
}

/// What was found so far in the form that is being checked.
struct FormScope {
    fields: Vec<Field>,
    field_ids: Seen,
    sections: Seen,
    parts: Seen,
    tables: Seen,
}

impl FormScope {
    fn of(form: &Template) -> Self {
        Self {
            fields: form.own_register().fields,
            field_ids: Seen::default(),
            sections: Seen::default(),
            parts: Seen::default(),
            tables: Seen::default(),
        }
    }
}
