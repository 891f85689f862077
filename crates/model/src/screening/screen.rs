//! Computes which rules hold for the answers, and the outcome.

use crate::field::{ChoiceOption, Condition, Field};
use crate::filter::Filter;
use crate::project::Row;
use crate::screening_outcome::ScreeningOutcome;
use crate::screening_rules::{ScreeningRule, ScreeningRules};
use crate::template::Template;

/// The result of a comparison of the answers of a form with its rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Screened<'a> {
    /// The outcome; `None` as long as an open question could change it.
    pub outcome: Option<ScreeningOutcome>,
    /// The rules that hold, in their order, with the answers because of which they hold.
    pub fired: Vec<Fired<'a>>,
    /// The questions that the rules read and that nobody has answered.
    pub open: Vec<&'a Field>,
    /// Whether the answers claim the exemption.
    pub exempt: bool,
    /// Whether a DPIA is made; `None` as long as that is not decided.
    pub made: Option<bool>,
}

/// A rule that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Fired<'a> {
    /// The rule.
    pub rule: &'a ScreeningRule,
    /// The chosen options because of which it holds.
    pub answers: Vec<&'a ChoiceOption>,
}

/// Compares the answers in `row`, the form's own row, with the rules of the form; `None` for a form without rules. If
/// there is no row, no question is answered yet.
pub fn screen<'a>(template: &'a Template, row: Option<&Row>) -> Option<Screened<'a>> {
    let rules = template.screening.as_ref()?;
    let form = Answers { template, row };
    let fired: Vec<Fired<'a>> =
        rules.rules.iter().filter_map(|rule| form.fired(rules, rule)).collect();
    let exempt = !form.passing(&rules.exemption.when).is_empty();
    let mut open: Vec<&Field> = Vec::new();
    for field in read_by(rules).filter_map(|id| template.own_field(id)) {
        // The answers that decide whether a question is asked could change the outcome, too.
        let deciding = field.when.as_ref().map(Condition::fields_of_row).unwrap_or_default();
        let deciding = deciding.into_iter().filter_map(|id| template.own_field(id));
        for field in deciding.chain([field]) {
            let is_open = form.asks(field) && form.chosen(field).is_empty();
            if is_open && !open.iter().any(|known| known.id == field.id) {
                open.push(field);
            }
        }
    }
    let strongest = fired.iter().map(|fired| fired.rule.outcome).max();
    let strongest = strongest.unwrap_or(ScreeningOutcome::NotRequired);
    // Only the exemption can take a duty away that a rule gives.
    let exemption_open = open.iter().any(|field| field.id == rules.exemption.when.field);
    let decided = open.is_empty() || (strongest == ScreeningOutcome::Required && !exemption_open);
    let outcome = match (exempt, decided) {
        (true, _) => Some(ScreeningOutcome::NotRequired),
        (false, true) => Some(strongest),
        (false, false) => None,
    };
    let made = template.own_field(&rules.decision.field).and_then(|field| {
        form.chosen(field).first().map(|option| option.id != rules.decision.not_made)
    });
    Some(Screened { outcome, fired, open, exempt, made })
}

impl Screened<'_> {
    /// Whether the law does not allow the decision: no DPIA although one is required. A rule that was taken from a
    /// summary of an authority's list does not decide that: see [`Screened::list_unread`].
    pub fn is_unlawful(&self) -> bool {
        self.denies_duty() && self.requiring().any(|fired| !fired.rule.check)
    }

    /// Whether no DPIA is made although one is required, as far as a summary of an authority's list tells. Somebody has
    /// to read the list.
    pub fn list_unread(&self) -> bool {
        self.denies_duty() && self.requiring().all(|fired| fired.rule.check)
    }

    /// The rules that hold and require a DPIA.
    pub fn requiring(&self) -> impl Iterator<Item = &Fired<'_>> {
        self.fired.iter().filter(|fired| fired.rule.outcome == ScreeningOutcome::Required)
    }

    fn denies_duty(&self) -> bool {
        self.outcome == Some(ScreeningOutcome::Required) && self.made == Some(false)
    }
}

/// The fields that the rules read, each once, in the order in which the rules name them; the criteria come first.
pub(crate) fn read_by(rules: &ScreeningRules) -> impl Iterator<Item = &str> {
    let named = rules.rules.iter().filter_map(|rule| rule.when.as_ref());
    let mut seen: Vec<&str> = Vec::new();
    std::iter::once(rules.criteria.as_str())
        .chain(named.map(|when| when.field.as_str()))
        .chain(std::iter::once(rules.exemption.when.field.as_str()))
        .filter(move |field| {
            let new = !seen.contains(field);
            seen.push(field);
            new
        })
}

/// The form's own answers.
struct Answers<'a, 'r> {
    template: &'a Template,
    row: Option<&'r Row>,
}

impl<'a> Answers<'a, '_> {
    fn asks(&self, field: &Field) -> bool {
        field.when.as_ref().is_none_or(|when| when.holds_in(self.row).unwrap_or(true))
    }

    /// The options chosen at a field.
    fn chosen(&self, field: &'a Field) -> Vec<&'a ChoiceOption> {
        let chosen = self.row.map(|row| row.chosen(&field.id)).unwrap_or_default();
        field.options.iter().filter(|option| chosen.contains(&option.id.as_str())).collect()
    }

    /// The chosen options that pass; empty if the field is not asked, because an answer that was left over does not
    /// count.
    fn passing(&self, filter: &Filter) -> Vec<&'a ChoiceOption> {
        let Some(field) = self.template.own_field(&filter.field).filter(|f| self.asks(f)) else {
            return Vec::new();
        };
        let mut chosen = self.chosen(field);
        chosen.retain(|option| {
            (filter.is.is_empty() || filter.is.contains(&option.id))
                && !filter.is_not.contains(&option.id)
        });
        chosen
    }

    fn fired(&self, rules: &ScreeningRules, rule: &'a ScreeningRule) -> Option<Fired<'a>> {
        let mut answers = match &rule.when {
            Some(when) => self.passing(when),
            None => Vec::new(),
        };
        if rule.when.is_some() && answers.is_empty() {
            return None;
        }
        if rule.at_least > 0 || rule.at_most.is_some() {
            let criteria = self.template.own_field(&rules.criteria)?;
            let mut chosen = self.chosen(criteria);
            chosen.retain(|option| !option.alone && !rule.apart_from.contains(&option.id));
            let fits = chosen.len() >= rule.at_least
                && rule.at_most.is_none_or(|at_most| chosen.len() <= at_most);
            if !fits {
                return None;
            }
            answers.extend(chosen);
        }
        Some(Fired { rule, answers })
    }
}
