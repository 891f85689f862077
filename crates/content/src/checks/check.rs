//! Checks the rules, each one and all of them together.

use std::collections::HashMap;

use vurder_model::check::predicate::Path;
use vurder_model::check::{Rule, Rules, WrittenMend, function_names, has_function};
use vurder_model::field::{Field, FieldKind, Register};

use crate::located::At;
use crate::problem::Problem;
use crate::templates::Templates;
use crate::{law, pack};

/// Checks the rules against registers and forms.
pub(super) fn check(rules: &Rules, templates: &Templates, at: At<'_>, problems: &mut Vec<Problem>) {
    let own = templates.templates.iter().map(vurder_model::template::Template::own_register);
    let own: Vec<Register> = own.collect();
    let of_forms = templates.templates.iter().flat_map(|template| &template.registers);
    let registers = templates.registers.iter().chain(of_forms).chain(&own).collect();
    let mut checker = Checker { rules, templates, registers, problems };
    let words = at.key("words");
    for (name, list) in &rules.words {
        let at = words.key(name);
        for (language, words) in [("en", &list.en), ("nb", &list.nb), ("da", &list.da)] {
            if words.is_empty() {
                checker.say(at, format!("the words \"{name}\" are missing in {language}"));
            }
            if words.iter().any(|word| word.trim_matches(['*', ' ']).is_empty()) {
                checker.say(at.key(language), "a word is empty");
            }
        }
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (number, rule) in rules.rules.iter().enumerate() {
        let at = at.key("rules").item(number);
        if let Some(first) = seen.insert(&rule.id, at.line()) {
            let message =
                format!("duplicate id: rule \"{}\" stands already in line {first}", rule.id);
            checker.say(at, message);
        }
        checker.rule(rule, at);
    }
    for id in function_names() {
        if !rules.rules.is_empty() && !rules.rules.iter().any(|rule| rule.id == id) {
            checker.say(at.key("rules"), format!("the function \"{id}\" has no rule"));
        }
    }
}

/// Collects the problems of the rules.
pub(super) struct Checker<'a> {
    pub(super) rules: &'a Rules,
    pub(super) templates: &'a Templates,
    /// All registers. Those of the versions of a form have the same id.
    pub(super) registers: Vec<&'a Register>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Checker<'a> {
    pub(super) fn say(&mut self, at: At<'_>, message: impl Into<String>) {
        self.problems.push(Problem::new(at.file(), at.line(), message));
    }

    fn rule(&mut self, rule: &Rule, at: At<'_>) {
        let id = &rule.id;
        if !pack::is_slug(id) {
            self.say(at.key("id"), pack::bad_slug("rule", id));
        }
        if rule.law.is_empty() {
            self.say(at, format!("rule \"{id}\" names no law, guideline or standard"));
        }
        for (number, entry) in rule.law.iter().enumerate() {
            if let Some(message) = law::bad_law(entry) {
                self.say(at.key("law").item(number), message);
            }
        }
        match (rule.function, has_function(id)) {
            (true, false) => self.say(at, format!("there is no function \"{id}\"")),
            (false, true) => {
                self.say(at, format!("rule \"{id}\" has a function: say function: true"))
            }
            (false, false) if rule.when.is_empty() => {
                self.say(at, format!("rule \"{id}\" says nothing under \"if\""));
            }
            (true, true) if rule.each.is_some() => {
                self.say(at.key("each"), "a function goes through the rows by itself");
            }
            _ => {}
        }
        if let Some(register) = &rule.each {
            self.many_rows(register, at.key("each"));
        }
        let own = rule.each.as_deref();
        for (number, predicate) in rule.when.iter().enumerate() {
            self.predicate(predicate, own, at.key("if").item(number));
        }
        self.place(rule, at);
        self.mend(rule, at.key("mend"));
    }

    fn place(&mut self, rule: &Rule, at: At<'_>) {
        let place = at.key("at");
        if let Some(field) = self.field(&rule.at, rule.each.as_deref(), place)
            && rule.instead_of_gap
            && !field.required
        {
            self.say(place, format!("nothing is required at \"{}\"", rule.at));
        }
        let register = rule.at.register.as_deref().or(rule.each.as_deref()).unwrap_or_default();
        for (field, option) in &rule.like {
            let path = Path { register: Some(register.to_owned()), field: field.clone() };
            if let Some(field) = self.known(&path, at.key("like")) {
                self.option(&field, option, at.key("like"));
            }
        }
    }

    fn mend(&mut self, rule: &Rule, at: At<'_>) {
        let own = rule.each.as_deref();
        match &rule.mend {
            None => {}
            Some(WrittenMend::Choose { field, option }) => {
                let at = at.key("choose");
                if let Some(field) = self.field(field, own, at.key("field")) {
                    self.option(&field, option, at.key("option"));
                }
            }
            Some(WrittenMend::Copy { from, to }) => {
                let at = at.key("copy");
                let from = self.field(&Path::from(from.as_str()), own, at.key("from"));
                let to = self.field(&Path::from(to.as_str()), own, at.key("to"));
                if let (Some(from), Some(to)) = (from, to)
                    && from.kind != to.kind
                {
                    self.say(at, "both fields must be of one kind");
                }
            }
            Some(WrittenMend::Add { register, values, names }) => {
                let at = at.key("add");
                self.many_rows(register, at.key("register"));
                for (field, value) in values {
                    let path = Path { register: Some(register.clone()), field: field.clone() };
                    if let Some(known) = self.known(&path, at.key("values").key(field))
                        && !known.takes(value)
                    {
                        let message = format!("field \"{field}\" cannot hold that value");
                        self.say(at.key("values").key(field), message);
                    }
                }
                if let Some(field) = names {
                    self.refers(register, field, own, at.key("names"));
                }
            }
        }
    }

    /// Checks that a register with many rows has this id.
    pub(super) fn many_rows(&mut self, id: &str, at: At<'_>) {
        match self.registers.iter().find(|register| register.id == id) {
            None => self.say(at, format!("there is no register \"{id}\"")),
            Some(register) if register.single => {
                self.say(at, format!("register \"{id}\" has one row: name its field, \"{id}.…\""));
            }
            Some(_) => {}
        }
    }

    /// The field to which a path leads from a row of the register `own`. Reports a problem if there is no such field.
    pub(super) fn field(&mut self, path: &Path, own: Option<&str>, at: At<'_>) -> Option<Field> {
        let register = match (&path.register, own) {
            (Some(register), _) => register.clone(),
            (None, Some(own)) => own.to_owned(),
            (None, None) => {
                let message = format!("name the register of \"{path}\": this rule is about no row");
                self.say(at, message);
                return None;
            }
        };
        self.known(&Path { register: Some(register), field: path.field.clone() }, at)
    }

    /// The field of a register. Reports a problem if there is no such field.
    pub(super) fn known(&mut self, path: &Path, at: At<'_>) -> Option<Field> {
        let id = path.register.as_deref().unwrap_or_default();
        let of_id: Vec<&Register> =
            self.registers.iter().copied().filter(|register| register.id == id).collect();
        if of_id.is_empty() {
            self.say(at, format!("there is no register \"{id}\""));
            return None;
        }
        let field = of_id.iter().rev().find_map(|register| register.field(&path.field)).cloned();
        if field.is_none() {
            self.say(at, format!("register \"{id}\" has no field \"{}\"", path.field));
        }
        field
    }

    /// Checks that the field has the option.
    pub(super) fn option(&mut self, field: &Field, option: &str, at: At<'_>) {
        if !field.options.iter().any(|known| known.id == option) {
            self.say(at, format!("field \"{}\" has no option \"{option}\"", field.id));
        }
    }

    /// Checks that the field of a register refers to rows of the register `to`.
    pub(super) fn refers(&mut self, register: &str, field: &str, to: Option<&str>, at: At<'_>) {
        let path = Path { register: Some(register.to_owned()), field: field.to_owned() };
        let Some(known) = self.known(&path, at) else { return };
        let names = to.is_some_and(|to| known.to.iter().any(|named| named == to));
        if known.kind != FieldKind::Refs || !names {
            let to = to.unwrap_or("a register");
            self.say(at, format!("field \"{path}\" does not refer to rows of {to}"));
        }
    }
}
