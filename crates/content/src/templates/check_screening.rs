//! Checks the rules of a screening: everything that they name exists, and the DPIA has the reasons that are carried
//! over.

use vurder_model::field::{Condition, Field, FieldKind};
use vurder_model::filter::Filter;
use vurder_model::screening::{ScreeningRule, ScreeningRules};
use vurder_model::template::Template;

use super::check::{Checker, Seen};
use super::check_field::is_choice;
use crate::located::At;

impl Checker<'_> {
    /// Checks the rules of a screening form.
    pub(super) fn screening(&mut self, form: &Template, rules: &ScreeningRules, at: At<'_>) {
        if let Some(field) = self.own_field(form, &rules.criteria, at.key("criteria"))
            && field.kind != FieldKind::Choices
        {
            let message = format!("field \"{}\" does not take several criteria", field.id);
            self.say(at.key("criteria"), message);
        }
        if rules.rules.is_empty() {
            self.say(at.key("rules"), "a screening without rules says nothing");
        }
        let mut seen = Seen::default();
        for (n, rule) in rules.rules.iter().enumerate() {
            let at = at.key("rules").item(n);
            self.identity(&mut seen, "rule", &rule.id, at.key("id"));
            self.rule(form, rules, rule, at);
        }
        let exemption = at.key("exemption");
        self.words("the label", &rules.exemption.label, exemption.key("label"));
        self.law(&rules.exemption.law, exemption);
        self.read_answer(form, &rules.exemption.when, exemption.key("when"));
        let decision = at.key("decision");
        if let Some(field) = self.own_field(form, &rules.decision.field, decision.key("field")) {
            let option = std::slice::from_ref(&rules.decision.not_made);
            self.known_options(field, option, decision, "not_made");
        }
        self.own_field(form, &rules.decision.why, decision.key("why"));
    }

    fn rule(&mut self, form: &Template, rules: &ScreeningRules, rule: &ScreeningRule, at: At<'_>) {
        self.words("the label", &rule.label, at.key("label"));
        self.law(&rule.law, at);
        if rule.law.is_empty() && rule.source.is_empty() {
            self.say(at, format!("rule \"{}\" does not say where it comes from", rule.id));
        }
        if rule.when.is_none() && rule.at_least == 0 && rule.at_most.is_none() {
            self.say(at, format!("rule \"{}\" asks for nothing, so it always holds", rule.id));
        }
        if rule.at_most.is_some_and(|at_most| at_most < rule.at_least) {
            self.say(at.key("at_most"), format!("rule \"{}\" can never hold", rule.id));
        }
        if let Some(when) = &rule.when {
            self.read_answer(form, when, at.key("when"));
        }
        if let Some(criteria) = form.own_field(&rules.criteria) {
            self.known_options(criteria, &rule.apart_from, at, "apart_from");
        }
    }

    /// Checks an answer that a rule reads. Whether its question is asked may depend only on choices.
    fn read_answer(&mut self, form: &Template, when: &Filter, at: At<'_>) {
        let Some(field) = self.own_field(form, &when.field, at.key("field")) else { return };
        self.known_options(field, &when.is, at, "is");
        self.known_options(field, &when.is_not, at, "is_not");
        let by_choice = |when: &Condition| {
            matches!(when, Condition::Chosen { .. } | Condition::ChosenOther { .. })
        };
        if !field.when.as_ref().is_none_or(by_choice) {
            let message = format!(
                "whether field \"{}\" is asked depends on more than a choice; a screening can't read it",
                field.id
            );
            self.say(at.key("field"), message);
        }
    }

    fn own_field<'f>(&mut self, form: &'f Template, id: &str, at: At<'_>) -> Option<&'f Field> {
        let found = form.own_field(id);
        if found.is_none() {
            self.say(at, format!("the form has no field \"{id}\" of its own"));
        }
        found
    }

    /// Checks the form that takes over the reasons of a screening: each of its versions has the field with all of the
    /// reasons.
    pub(super) fn carried(&mut self, form: &Template, forms: &[&Template], at: At<'_>) {
        let Some(rules) = &form.screening else { return };
        let Some(carried) = &rules.carried else { return };
        let versions: Vec<&&Template> = forms.iter().filter(|f| f.id == carried.form).collect();
        if versions.is_empty() {
            return self.say(at.key("form"), format!("there is no form \"{}\"", carried.form));
        }
        let same = carried.same.iter().filter_map(|id| self.own_field(form, id, at.key("same")));
        let same: Vec<&Field> = same.collect();
        let options = same.iter().flat_map(|f| &f.options).filter(|option| !option.alone);
        let reasons = rules.rules.iter().filter_map(|rule| rule.reason.as_ref());
        let all: Vec<String> = options.map(|o| o.id.clone()).chain(reasons.cloned()).collect();
        for version in &versions {
            match version.own_field(&carried.reasons).filter(|field| is_choice(field)) {
                Some(field) => {
                    for option in
                        all.iter().filter(|id| !field.options.iter().any(|o| o.id == **id))
                    {
                        let (form, version) = (&version.id, &version.version);
                        let message =
                            format!("{form} {version} has no reason \"{option}\" to carry over");
                        self.say(at.key("reasons"), message);
                    }
                }
                None => {
                    let (form, version) = (&version.id, &version.version);
                    let message = format!("{form} {version} has no choice \"{}\"", carried.reasons);
                    self.say(at.key("reasons"), message);
                }
            }
        }
        if let Some(why) = &carried.why
            && versions.iter().all(|version| version.own_field(why).is_none())
        {
            self.say(at.key("why"), format!("no version of the form has a field \"{why}\""));
        }
    }
}
