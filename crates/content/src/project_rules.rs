//! The rules for what the program does with the answers of a project besides showing them, from `projects.yaml`:
//! duties, stages, and what a project that is made like another one leaves out.

use serde::{Deserialize, Serialize};
use vurder_model::duty::DutyRule;
use vurder_model::field::{Field, FieldKind};
use vurder_model::filter::Filter;
use vurder_model::next_step::StageRule;
use vurder_model::project_like::LeftOut;

use crate::files::{Files, PROJECTS};
use crate::located::{At, Node};
use crate::problem::Problem;
use crate::templates::Templates;
use crate::yaml;

/// The rules of `projects.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectRules {
    /// The date fields whose days are duties.
    #[serde(default)]
    pub duties: Vec<DutyRule>,
    /// The sections and fields of each stage.
    #[serde(default)]
    pub stages: Vec<StageRule>,
    /// What a project that is made like another one leaves out.
    #[serde(default)]
    pub left_out: LeftOut,
}

/// Reads the rules, checks them against the registers and forms, and adds the problems to `problems`. Content without
/// the file has no rules.
pub(crate) fn read(
    files: &Files,
    templates: Option<&Templates>,
    problems: &mut Vec<Problem>,
) -> ProjectRules {
    let file = files.name(PROJECTS);
    let text = match files.text(PROJECTS) {
        Ok(Some(text)) => text,
        Ok(None) => return ProjectRules::default(),
        Err(problem) => {
            problems.push(problem);
            return ProjectRules::default();
        }
    };
    let rules: ProjectRules = match yaml::read(&file, text, 0) {
        Ok(rules) => rules,
        Err(problem) => {
            problems.push(problem);
            return ProjectRules::default();
        }
    };
    if let Some(templates) = templates {
        let lines = yaml::read::<Node>(&file, text, 0).ok();
        let at = At::root(&file, lines.as_ref());
        let mut checker = Checker { templates, problems };
        checker.rules(&rules, at);
    }
    rules
}

struct Checker<'a> {
    templates: &'a Templates,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, at: At<'_>, message: String) {
        self.problems.push(Problem::new(at.file(), at.line(), message));
    }

    fn rules(&mut self, rules: &ProjectRules, at: At<'_>) {
        for (n, duty) in rules.duties.iter().enumerate() {
            let at = at.key("duties").item(n);
            if let Some(field) = self.field(&duty.register, &duty.field, at.key("field"))
                && field.kind != FieldKind::Date
            {
                self.say(at.key("field"), format!("field \"{}\" is no day", duty.field));
            }
            if let Some(whose) = &duty.whose {
                self.field(&duty.register, whose, at.key("whose"));
            }
            if let Some(done) = &duty.done {
                self.filter(&duty.register, done, at.key("done"));
            }
        }
        for (n, stage) in rules.stages.iter().enumerate() {
            let at = at.key("stages").item(n);
            let forms = self.templates.templates.iter();
            let versions: Vec<_> = forms.filter(|form| form.id == stage.form).collect();
            if versions.is_empty() {
                self.say(at.key("form"), format!("there is no form \"{}\"", stage.form));
                continue;
            }
            for (n, section) in stage.sections.iter().enumerate() {
                if !versions.iter().any(|f| f.sections.iter().any(|s| s.id == *section)) {
                    let message = format!("form \"{}\" has no section \"{section}\"", stage.form);
                    self.say(at.key("sections").item(n), message);
                }
            }
            for (n, field) in stage.fields.iter().enumerate() {
                let shared = self.templates.registers.iter().any(|r| r.field(field).is_some());
                if !shared && !versions.iter().any(|form| form.own_field(field).is_some()) {
                    let message = format!("form \"{}\" asks for no field \"{field}\"", stage.form);
                    self.say(at.key("fields").item(n), message);
                }
            }
        }
        let at = at.key("left_out");
        for (n, register) in rules.left_out.registers.iter().enumerate() {
            if !self.templates.registers.iter().any(|known| known.id == *register) {
                let message = format!("there is no register \"{register}\"");
                self.say(at.key("registers").item(n), message);
            }
        }
        for (key, by_register) in
            [("fields", &rules.left_out.fields), ("kept", &rules.left_out.kept)]
        {
            for (register, fields) in by_register {
                for (n, field) in fields.iter().enumerate() {
                    self.field(register, field, at.key(key).key(register).item(n));
                }
            }
        }
    }

    /// The field of a register, or of any version of a form.
    fn field(&mut self, register: &str, field: &str, at: At<'_>) -> Option<Field> {
        let templates = self.templates;
        let shared = templates.registers.iter().filter(|known| known.id == register);
        let shared = shared.filter_map(|known| known.field(field));
        let forms = templates.templates.iter().filter(|form| form.id == register);
        let own = forms.filter_map(|form| form.own_field(field));
        let found = shared.chain(own).next().cloned();
        if found.is_none() {
            self.say(at, format!("there is no field \"{field}\" of \"{register}\""));
        }
        found
    }

    fn filter(&mut self, register: &str, filter: &Filter, at: At<'_>) {
        let Some(field) = self.field(register, &filter.field, at.key("field")) else { return };
        for (key, options) in [("is", &filter.is), ("is_not", &filter.is_not)] {
            for (n, option) in options.iter().enumerate() {
                if !field.options.iter().any(|known| known.id == *option) {
                    let message = format!("field \"{}\" has no option \"{option}\"", field.id);
                    self.say(at.key(key).item(n), message);
                }
            }
        }
    }
}
