//! Checks fields.

use vurder_model::bounds::LEVELS;
use vurder_model::field::{Condition, Field, FieldKind, Register};

use super::check::{Checker, Seen};
use crate::located::At;

/// Whether the answers of a field name options.
pub(super) fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice | FieldKind::Choices)
}

impl Checker<'_> {
    /// Checks a field. `kin` are the fields of the same row, including this field.
    pub(super) fn field(&mut self, seen: &mut Seen, field: &Field, kin: &[Field], at: At<'_>) {
        self.identity(seen, "field", &field.id, at.key("id"));
        self.words("the label", &field.label, at.key("label"));
        self.law(&field.law, at);
        self.options(field, at);
        let named = matches!(field.kind, FieldKind::Level | FieldKind::Scale);
        if named && field.scale.is_none() {
            let message = format!(
                "field \"{}\" is a level or scale: say which with scale: likelihood, severity or risk",
                field.id
            );
            self.say(at.key("scale"), message);
        }
        if !named && field.scale.is_some() {
            self.say(at.key("scale"), "scale belongs to fields of kind level or scale only");
        }
        self.customary(field, at.key("customary"));
        self.targets(field, at);
        if field.explain_several.is_some() && field.kind != FieldKind::Choices {
            self.say(
                at.key("explain_several"),
                "explain_several belongs to fields of kind choices only",
            );
        }
        if let Some(other) = &field.alternative
            && !kin.iter().any(|known| &known.id == other && known.id != field.id)
        {
            let message = format!(
                "there is no field \"{other}\" in the same row whose answer could be enough"
            );
            self.say(at.key("alternative"), message);
        }
        if field.reason.is_some() && field.kind != FieldKind::YesNo {
            self.say(at.key("reason"), "reason belongs to fields of kind yes_no only");
        }
        if let Some(when) = &field.when {
            self.condition(when, kin, at.key("when"));
        }
        if let Some(of) = &field.reason_of
            && !kin.iter().any(|other| &other.id == of && other.id != field.id)
        {
            let message =
                format!("there is no field \"{of}\" in the same row to give a reason for");
            self.say(at.key("reason_of"), message);
        }
        if let Some(default) = &field.default
            && !field.takes(default)
        {
            let message = format!("the first value is none that field \"{}\" can hold", field.id);
            self.say(at.key("default"), message);
        }
    }

    /// Checks the customary levels of a scale. Every scale needs them, because a level is computed also for projects
    /// that have not set the scale.
    fn customary(&mut self, field: &Field, at: At<'_>) {
        let labels = &field.customary;
        if field.kind != FieldKind::Scale {
            if !labels.is_empty() {
                self.say(at, "customary belongs to fields of kind scale only");
            }
            return;
        }
        if !LEVELS.contains(&labels.len()) {
            let message = format!(
                "the scale \"{}\" has {} customary levels: name {} to {}, lowest first",
                field.id,
                labels.len(),
                LEVELS.start(),
                LEVELS.end()
            );
            self.say(at, message);
        }
        for (n, label) in labels.iter().enumerate() {
            self.words("the customary level", label, at.item(n));
        }
    }

    fn options(&mut self, field: &Field, at: At<'_>) {
        if field.options_from.is_some() {
            if !is_choice(field) || !field.options.is_empty() {
                let message =
                    "options_from belongs to fields of kind choice or choices that list no options";
                self.say(at.key("options_from"), message);
            }
        } else if is_choice(field) == field.options.is_empty() {
            let message = match field.options.len() {
                0 => format!("field \"{}\" is a choice without options", field.id),
                _ => "options belong to fields of kind choice or choices only".to_owned(),
            };
            self.say(at.key("options"), message);
        }
        let mut seen = Seen::default();
        for (n, option) in field.options.iter().enumerate() {
            let at = at.key("options").item(n);
            self.identity(&mut seen, "option", &option.id, at.key("id"));
            self.words("the label", &option.label, at.key("label"));
        }
    }

    fn targets(&mut self, field: &Field, at: At<'_>) {
        let refs = field.kind == FieldKind::Refs;
        if refs && field.to.is_empty() {
            let message = format!("field \"{}\" refers to rows: say of which registers", field.id);
            self.say(at.key("to"), message);
        }
        if !refs && !field.to.is_empty() {
            self.say(at.key("to"), "\"to\" belongs to fields of kind refs only");
        }
        for (n, id) in field.to.iter().enumerate() {
            let at = at.key("to").item(n);
            match self.register(id) {
                None => self.say(at, format!("there is no register \"{id}\"")),
                Some(found) if found.single => {
                    self.say(at, format!("register \"{id}\" has no rows to refer to"));
                }
                Some(_) => {}
            }
        }
    }

    /// Checks a condition. `kin` are the fields of the row that it reads.
    pub(super) fn condition(&mut self, when: &Condition, kin: &[Field], at: At<'_>) {
        let (field, options, key) = match when {
            Condition::Chosen { field, is } => (field, is, "is"),
            Condition::ChosenOther { field, is_not } => (field, is_not, "is_not"),
            Condition::NotChosen { field, without } => (field, without, "without"),
            Condition::Answered { field, .. } => {
                if !kin.iter().any(|known| &known.id == field) {
                    self.say(
                        at.key("field"),
                        format!("there is no field \"{field}\" in the same row"),
                    );
                }
                return;
            }
            Condition::Answer { field, .. } => {
                if !kin.iter().any(|known| &known.id == field && known.kind == FieldKind::YesNo) {
                    let message =
                        format!("there is no field \"{field}\" of kind yes_no in the same row");
                    self.say(at.key("field"), message);
                }
                return;
            }
            Condition::All { all } => {
                for (n, when) in all.iter().enumerate() {
                    self.condition(when, kin, at.key("all").item(n));
                }
                return;
            }
            Condition::Any { any } => {
                for (n, when) in any.iter().enumerate() {
                    self.condition(when, kin, at.key("any").item(n));
                }
                return;
            }
            Condition::Screening { .. } => {
                if !self.screens {
                    self.say(at.key("screening"), "the form has no rules of a screening");
                }
                return;
            }
            Condition::Rows { register, only, .. } => {
                let Some(found) = self.register(register) else {
                    let message = format!("there is no register \"{register}\"");
                    return self.say(at.key("register"), message);
                };
                for (n, only) in only.iter().enumerate() {
                    self.filter(only, &[found], at.key("only").item(n));
                }
                return;
            }
        };
        match kin.iter().find(|f| &f.id == field) {
            None => {
                self.say(at.key("field"), format!("there is no field \"{field}\" in the same row"))
            }
            Some(found) => self.known_options(found, options, at, key),
        }
    }

    /// Checks that all `options`, which stand under `key`, are options of `field`.
    pub(super) fn known_options(
        &mut self,
        field: &Field,
        options: &[String],
        at: At<'_>,
        key: &str,
    ) {
        if !is_choice(field) {
            let message = format!("field \"{}\" is no choice, so it holds no options", field.id);
            self.say(at.key("field"), message);
            return;
        }
        for (n, option) in options.iter().enumerate() {
            if !field.options.iter().any(|o| &o.id == option) {
                let message = format!("field \"{}\" has no option \"{option}\"", field.id);
                self.say(at.key(key).item(n), message);
            }
        }
    }

    /// The field with this id in any of the registers.
    pub(super) fn field_of<'r>(registers: &[&'r Register], id: &str) -> Option<&'r Field> {
        registers.iter().find_map(|r| r.field(id))
    }
}
