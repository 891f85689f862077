//! The findings of a project, kept from one change to the next. After a change, only rules that read something that it
//! touched are evaluated again.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::check::evaluate::Met;
use crate::check::facts::{CheckSource, Facts};
use crate::check::finding::{Args, Finding, IdleWaiver, Mend, Place};
use crate::check::fingerprint::fingerprint;
use crate::check::functions::{self, Hit};
use crate::check::gaps::{Replaced, gaps};
use crate::check::place::{order_of, place_of};
use crate::check::predicate::Path;
use crate::check::reads::Reads;
use crate::check::rule::{Rule, WrittenMend};
use crate::check::texts::Texts;
use crate::check::waivers;
use crate::check::words::Lists;
use crate::check::workers::workers;
use crate::id::RowId;
use crate::project::{Row, single_id};
use crate::role::Roles;
use crate::value::{Chosen, Value};
use crate::view::Touch;

/// The greatest number of other rows that a message names.
const MOST_OTHERS: usize = 8;

/// The least number of rules for each further thread, because each thread first has to prepare its own facts.
const FEW: usize = 24;

/// What the check of a project keeps between changes.
#[derive(Debug)]
pub struct LiveFindings {
    language: String,
    lists: Lists,
    texts: Texts,
    /// For each rule, what it reads and what it found.
    rules: Vec<(Reads, Vec<Finding>)>,
    findings: Vec<Finding>,
    idle: Vec<IdleWaiver>,
}

/// Checks a project once.
pub fn findings(source: &CheckSource<'_>) -> LiveFindings {
    LiveFindings::new(source)
}

impl LiveFindings {
    /// Evaluates all rules.
    pub fn new(source: &CheckSource<'_>) -> Self {
        let language = source.project.head.language.clone();
        let roles = Roles::of(source.registers);
        let rules = source.rules.rules.iter();
        let mut live = Self {
            lists: Lists::of(source.rules, &language),
            language,
            texts: Texts::default(),
            rules: rules.map(|r| (Reads::of(r, source.registers, &roles), Vec::new())).collect(),
            findings: Vec::new(),
            idle: Vec::new(),
        };
        live.ask(source, |_| true);
        live
    }

    /// Updates the findings after a change that touched `touch` and the records of `rows`.
    pub fn follow(&mut self, source: &CheckSource<'_>, touch: &Touch, rows: &[RowId]) {
        if source.project.head.language != self.language
            || source.rules.rules.len() != self.rules.len()
        {
            *self = Self::new(source);
            return;
        }
        rows.iter().for_each(|row| self.texts.forget(row));
        self.ask(source, |reads| reads.on(touch));
    }

    /// The findings, sorted by severity and then by their place in the forms.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The waivers without a finding.
    pub fn idle(&self) -> &[IdleWaiver] {
        &self.idle
    }

    fn ask(&mut self, source: &CheckSource<'_>, wanted: impl Fn(&Reads) -> bool) {
        let Self { lists, texts, rules, .. } = self;
        texts.read(source.project, lists);
        let every = source.rules.rules.iter().zip(rules.iter_mut());
        let asked: Vec<Asked<'_>> = every
            .filter(|(_, (reads, _))| wanted(reads))
            .map(|(rule, (reads, found))| Asked { rule, reads, found: Mutex::new(found) })
            .collect();
        let facts = || Facts::of(source, lists, texts);
        let own = facts();
        // Each thread takes the next rule that no thread has taken yet, because some rules take much longer than
        // others.
        let next = AtomicUsize::new(0);
        let work = |facts: &Facts<'_>| {
            while let Some(asked) = asked.get(next.fetch_add(1, Ordering::Relaxed)) {
                asked.answer(facts);
            }
        };
        thread::scope(|scope| {
            for _ in 1..workers(asked.len(), FEW) {
                scope.spawn(|| work(&facts()));
            }
            work(&own);
        });
        drop(asked);
        for finding in rules.iter_mut().flat_map(|(_, found)| found.iter_mut()) {
            move_with_row(&own, finding);
        }
        let mut replaced = Replaced::default();
        for (rule, (_, found)) in source.rules.rules.iter().zip(rules.iter()) {
            replaced.add(rule, found);
        }
        let mut findings: Vec<Finding> = gaps(&own, &replaced);
        findings.extend(rules.iter().flat_map(|(_, found)| found.iter().cloned()));
        // Findings at the same place keep the order of their rules.
        findings.sort_by_cached_key(|finding| (finding.severity, order_of(source, &finding.place)));
        self.idle = waivers::apply(&own, &mut findings);
        self.findings = findings;
    }
}

/// A rule that is to be evaluated, and the list for its findings.
struct Asked<'a> {
    rule: &'a Rule,
    reads: &'a Reads,
    found: Mutex<&'a mut Vec<Finding>>,
}

impl Asked<'_> {
    fn answer(&self, facts: &Facts<'_>) {
        let found = ask_rule(facts, self.rule, self.reads);
        **self.found.lock().unwrap_or_else(PoisonError::into_inner) = found;
    }
}

/// What a rule finds.
fn ask_rule<'a>(facts: &Facts<'a>, rule: &Rule, reads: &Reads) -> Vec<Finding> {
    if rule.asks() && !facts.lists.speaks() {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some(register) = &rule.each {
        for row in facts.rows(register) {
            let met = Met::default();
            if facts.all(&rule.when, Some(row), &met) {
                found.extend(finding(facts, rule, reads, Some(row), None, met));
            }
        }
        return found;
    }
    let met = Met::default();
    if !facts.all(&rule.when, None, &met) {
        return found;
    }
    if rule.function {
        for hit in functions::run(&rule.id, facts, rule) {
            found.extend(finding(facts, rule, reads, hit.row, Some(hit), Met::default()));
        }
    } else {
        found.extend(finding(facts, rule, reads, None, None, met));
    }
    found
}

fn finding<'a>(
    facts: &Facts<'a>,
    rule: &Rule,
    reads: &Reads,
    row: Option<&'a Row>,
    hit: Option<Hit<'a>>,
    met: Met,
) -> Option<Finding> {
    let at = match (&hit, row) {
        // A function that reads all answers says at which answer it found something.
        (Some(Hit { field: Some(field), .. }), Some(row)) => {
            &Path { register: Some(row.register.clone()), field: (*field).to_owned() }
        }
        _ => &rule.at,
    };
    let register = at.register.as_deref().or(row.map(|row| row.register.as_str()))?;
    // The place of a rule about a row may be in another register, such as a table that has no row about it. The finding
    // then leads there.
    let here = row.filter(|row| row.register == register);
    let alike = alike(register, rule);
    let mut place = place_of(facts.source, register, here.or(alike.as_ref()), &at.field)?;
    place.row = match here {
        Some(row) => Some(row.id.clone()),
        None => facts.single(register).map(|row| row.id.clone()).or_else(|| {
            facts.register(register).filter(|known| known.single)?;
            single_id(register)
        }),
    };
    let (ids, mut others): (Vec<RowId>, Vec<String>) = met.rows.into_inner().into_iter().unzip();
    let (mut state, mut topics) = (None, Vec::new());
    let mut word = met.words.into_inner().into_iter().next().unwrap_or_default();
    let mut key = match row {
        Some(row) => format!("{}/{}", rule.id, row.id),
        None => rule.id.clone(),
    };
    if let Some(hit) = hit {
        others = hit.others;
        word = hit.word;
        topics = hit.topics;
        state = Some(hit.state);
        if !hit.key.is_empty() {
            key = format!("{}/{}", rule.id, hit.key);
        }
    }
    let levels = met.levels.into_inner();
    let looked_at = looked_at(facts, reads, row);
    let mut earlier = Vec::new();
    // Another word or another row is another finding, which nobody has waived. A row keeps its id when its number
    // changes.
    if state.is_none() && !(word.is_empty() && others.is_empty() && levels.is_empty()) {
        let ids: Vec<&str> = ids.iter().map(RowId::as_str).collect();
        let found = format!("{word} {}", ids.join(" "));
        if levels.is_empty() {
            let numbers = Some(format!("{word} {}", others.join(" ")));
            let alone = None::<String>;
            earlier = vec![fingerprint(&(&looked_at, alone)), fingerprint(&(&looked_at, numbers))];
            state = Some(found);
        } else {
            // Who waived a finding about a high risk has not waived it for a very high one.
            state = Some(format!("{found} {levels:?}"));
        }
    }
    let mut told = BTreeSet::new();
    others.retain(|other| told.insert(other.clone()));
    let unnamed = others.len().saturating_sub(MOST_OTHERS);
    others.truncate(MOST_OTHERS);
    let field = facts.field(register, &at.field);
    Some(Finding {
        key,
        rule: rule.id.clone(),
        severity: rule.severity,
        law: rule.law.clone(),
        asks: rule.asks(),
        args: Args {
            row: row.map(|row| facts.number(row)).unwrap_or_default(),
            name: row.map(|row| facts.label(row)).unwrap_or_default(),
            field: field.map(|field| field.label.clone()).unwrap_or_default(),
            word,
            others,
            unnamed,
        },
        topics,
        gap: None,
        fingerprint: fingerprint(&(&looked_at, state)),
        earlier_fingerprints: earlier,
        mend: rule.mend.as_ref().and_then(|mend| mend_of(facts, mend, row)),
        waiver: None,
        place,
    })
}

/// Leads a finding to where the forms show its row now: a change that the rule does not read may have put the row into
/// another table.
fn move_with_row(facts: &Facts<'_>, finding: &mut Finding) {
    let Place { register, row, field, .. } = &finding.place;
    let (Some(row), Some(field)) = (row.as_ref().and_then(|id| facts.row(id)), field) else {
        return;
    };
    if row.register != *register || facts.register(register).is_none_or(|known| known.single) {
        return;
    }
    if let Some(place) = place_of(facts.source, register, Some(row), field) {
        finding.place = Place { row: Some(row.id.clone()), ..place };
    }
}

/// An example of a row with the options that a rule names. It serves to find the place of such rows in the forms.
fn alike(register: &str, rule: &Rule) -> Option<Row> {
    if rule.like.is_empty() {
        return None;
    }
    let options = rule.like.iter().map(|(field, option)| {
        let chosen = Chosen { option: option.clone(), note: String::new() };
        (field.clone(), Value::Choices(vec![chosen]))
    });
    Some(Row {
        id: single_id(register)?,
        register: register.to_owned(),
        key: None,
        number: None,
        position: 0.0,
        trashed: None,
        values: options.collect(),
    })
}

/// What a rule read: the answers of the row and of single registers, and the ids of the rows that it counts. The
/// answers of other rows are left out, because otherwise a waiver would fall with every word.
fn looked_at<'a>(
    facts: &Facts<'a>,
    reads: &Reads,
    row: Option<&'a Row>,
) -> (Vec<Option<&'a Value>>, Vec<Option<&'a Value>>, Vec<&'a RowId>) {
    let own = reads.own.iter().map(|field| row.and_then(|row| row.values.get(field)));
    let singles = reads
        .singles
        .iter()
        .map(|(register, field)| facts.single(register).and_then(|row| row.values.get(field)));
    let counted = match row {
        Some(_) => Vec::new(),
        None => {
            let rows = reads.rows.iter().flat_map(|register| facts.rows(register));
            rows.map(|row| &row.id).collect()
        }
    };
    (own.collect(), singles.collect(), counted)
}

fn mend_of<'a>(facts: &Facts<'a>, mend: &WrittenMend, row: Option<&'a Row>) -> Option<Mend> {
    match mend {
        WrittenMend::Choose { field, option } => {
            let register = place_register(field, row)?;
            let known = facts.field(&register, &field.field)?;
            let place = facts.place(field, row);
            let before = place.and_then(|(row, field)| row.values.get(field));
            let chosen = Chosen { option: option.clone(), note: String::new() };
            let value = match known.kind {
                crate::field::FieldKind::Choices => {
                    let mut all = match before {
                        Some(Value::Choices(all)) => all.clone(),
                        Some(Value::Choice(one)) if !one.option.is_empty() => vec![one.clone()],
                        _ => Vec::new(),
                    };
                    all.push(chosen);
                    Value::Choices(all)
                }
                _ => Value::Choice(chosen),
            };
            Some(Mend::SetValue {
                row: place.map(|(row, _)| row.id.clone()),
                register,
                field: field.field.clone(),
                value,
                option: Some(option.clone()),
            })
        }
        WrittenMend::Copy { from, to } => {
            let row = row?;
            Some(Mend::SetValue {
                row: Some(row.id.clone()),
                register: row.register.clone(),
                field: to.clone(),
                value: row.values.get(from)?.clone(),
                option: None,
            })
        }
        WrittenMend::Add { register, values, names } => {
            let mut values = values.clone();
            if let (Some(field), Some(row)) = (names, row) {
                values.insert(field.clone(), Value::Refs(vec![row.id.clone()]));
            }
            Some(Mend::AddRow { register: register.clone(), values })
        }
    }
}

fn place_register(path: &Path, row: Option<&Row>) -> Option<String> {
    path.register.clone().or_else(|| row.map(|row| row.register.clone()))
}
