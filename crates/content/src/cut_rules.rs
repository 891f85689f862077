//! The cuts of a report: which parts each kind of reader gets. Reads them from `cuts.yaml`.

use vurder_model::cut::{AnswerAt, CutPart, CutRule, CutRules};
use vurder_model::role::FieldRole;
use vurder_model::template::{Block, Part, Template};

use crate::files::{CUTS, Files};
use crate::located::{At, Node};
use crate::problem::Problem;
use crate::templates::Templates;
use crate::yaml;

/// Reads the rules, checks them against the registers and forms, and adds the problems to `problems`. Content without
/// the file has only the whole report.
pub(crate) fn read(
    files: &Files,
    templates: Option<&Templates>,
    problems: &mut Vec<Problem>,
) -> CutRules {
    let file = files.name(CUTS);
    let text = match files.text(CUTS) {
        Ok(Some(text)) => text,
        Ok(None) => return CutRules::default(),
        Err(problem) => {
            problems.push(problem);
            return CutRules::default();
        }
    };
    let rules: CutRules = match yaml::read(&file, text, 0) {
        Ok(rules) => rules,
        Err(problem) => {
            problems.push(problem);
            return CutRules::default();
        }
    };
    if let Some(templates) = templates {
        let lines = yaml::read::<Node>(&file, text, 0).ok();
        let at = At::root(&file, lines.as_ref());
        Checker { templates, problems }.rules(&rules, at);
    }
    rules
}

struct Checker<'a> {
    templates: &'a Templates,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn say(&mut self, at: At<'_>, message: String) {
        self.problems.push(Problem::new(at.file(), at.line(), message));
    }

    fn rules(&mut self, rules: &CutRules, at: At<'_>) {
        for (key, answers) in [("asked", &rules.asked), ("decision", &rules.decision)] {
            for (n, answer) in answers.iter().enumerate() {
                self.answer(answer, at.key(key).item(n));
            }
        }
        self.options(FieldRole::PersonRole, &rules.asked_of, at.key("asked_of"));
        self.options(FieldRole::MeasureStatus, &rules.in_place, at.key("in_place"));
        for (n, rule) in rules.cuts.iter().enumerate() {
            let at = at.key("cuts").item(n);
            let again = rules.cuts[..n].iter().any(|earlier| {
                earlier.cut == rule.cut && earlier.of.iter().any(|form| rule.of.contains(form))
            });
            if again {
                self.say(at.key("cut"), format!("cut \"{}\" stands twice", rule.cut.id()));
            }
            self.rule(rule, at);
        }
    }

    fn rule(&mut self, rule: &CutRule, at: At<'_>) {
        for (n, form) in rule.of.iter().enumerate() {
            self.versions(form, at.key("of").item(n));
        }
        for (n, part) in rule.parts.iter().enumerate() {
            self.part(part, at.key("parts").item(n));
        }
        if let Some(rights) = &rule.rights {
            let at = at.key("rights");
            let versions = self.versions(&rights.form, at.key("form"));
            let there = versions.iter().any(|form| {
                let parts = form.sections.iter().flat_map(|section| &section.parts);
                let mut blocks = parts.flat_map(|part| &part.blocks);
                blocks.any(|block| {
                    matches!(block, Block::Table(t) if t.id == rights.table && t.groups.is_some())
                })
            });
            if !versions.is_empty() && !there {
                let message = format!("there is no table \"{}\" with subjects", rights.table);
                self.say(at.key("table"), message);
            }
        }
    }

    /// The versions of a form.
    fn versions(&mut self, form: &str, at: At<'_>) -> Vec<&'a Template> {
        let templates = self.templates;
        let versions: Vec<&Template> =
            templates.templates.iter().filter(|known| known.id == form).collect();
        if versions.is_empty() {
            self.say(at, format!("there is no form \"{form}\""));
        }
        versions
    }

    /// Checks that some version of its form has the part, with its fields and columns.
    fn part(&mut self, shown: &CutPart, at: At<'_>) {
        let versions = self.versions(&shown.form, at.key("form"));
        let parts: Vec<&Part> = versions
            .iter()
            .flat_map(|form| &form.sections)
            .flat_map(|section| &section.parts)
            .filter(|part| part.id == shown.part)
            .collect();
        if parts.is_empty() {
            if !versions.is_empty() {
                let message = format!("form \"{}\" has no part \"{}\"", shown.form, shown.part);
                self.say(at.key("part"), message);
            }
            return;
        }
        let blocks = || parts.iter().flat_map(|part| &part.blocks);
        for (n, id) in shown.fields.iter().enumerate() {
            if !blocks().any(|block| matches!(block, Block::Field(field) if field.id == *id)) {
                let message = format!("part \"{}\" asks for no field \"{id}\"", shown.part);
                self.say(at.key("fields").item(n), message);
            }
        }
        for (id, columns) in &shown.tables {
            let at = at.key("tables").key(id);
            let tables: Vec<_> = blocks()
                .filter_map(|block| match block {
                    Block::Table(table) if table.id == *id => Some(table),
                    _ => None,
                })
                .collect();
            if tables.is_empty() {
                self.say(at, format!("part \"{}\" has no table \"{id}\"", shown.part));
                continue;
            }
            for (n, column) in columns.iter().enumerate() {
                let known = tables.iter().flat_map(|table| &table.columns).any(|known| {
                    known.field.as_deref().or_else(|| known.computed.map(|c| c.id()))
                        == Some(column)
                });
                if !known {
                    self.say(at.item(n), format!("table \"{id}\" has no column \"{column}\""));
                }
            }
        }
    }

    fn answer(&mut self, answer: &AnswerAt, at: At<'_>) {
        let templates = self.templates;
        let mut shared = templates.registers.iter().filter(|known| known.id == answer.register);
        let mut forms = templates.templates.iter().filter(|form| form.id == answer.register);
        let known = shared.any(|known| known.single && known.field(&answer.field).is_some())
            || forms.any(|form| form.own_field(&answer.field).is_some());
        if !known {
            let AnswerAt { register, field } = answer;
            let message = format!("\"{register}\" asks for no field \"{field}\" in one place");
            self.say(at.key("field"), message);
        }
    }

    /// Checks that these are options of the field with this role.
    fn options(&mut self, role: FieldRole, options: &[String], at: At<'_>) {
        let templates = self.templates;
        let fields = || templates.registers.iter().flat_map(|register| &register.fields);
        let Some(field) = fields().find(|field| field.role == Some(role)) else { return };
        for (n, option) in options.iter().enumerate() {
            if !field.options.iter().any(|known| known.id == *option) {
                let message = format!("field \"{}\" has no option \"{option}\"", field.id);
                self.say(at.item(n), message);
            }
        }
    }
}
