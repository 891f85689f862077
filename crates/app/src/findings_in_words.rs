//! Puts findings and their mends into words.

use vurder_content::{Argument, Message, Messages, msg};
use vurder_model::answered::Lack;
use vurder_model::check::{Args, Finding, GAP_KINDS, GapArgs, Mend, gap_rule, message_of};
use vurder_model::field::{Field, Register};

use crate::finding_answers::{FindingView, MendView, RuleSummary};
use crate::library::Library;

/// The finding in words.
pub(crate) fn in_words(
    finding: &Finding,
    registers: &[Register],
    messages: &Messages,
) -> FindingView {
    FindingView {
        key: finding.key.clone(),
        rule: finding.rule.clone(),
        severity: finding.severity,
        law: finding.law.clone(),
        question: finding.asks,
        text: text(finding, messages),
        gap: finding.gap.is_some(),
        open: finding.is_open(),
        place: finding.place.clone(),
        topics: finding.topics.clone(),
        mend: finding
            .mend
            .as_ref()
            .map(|mend| MendView { label: label(mend, registers, messages), change: mend.clone() }),
        waiver: finding.waiver.clone(),
    }
}

/// The words of a finding.
pub(crate) fn text(finding: &Finding, messages: &Messages) -> String {
    if let Some(gap) = &finding.gap {
        return messages.format(&gap_message(&finding.args.field, gap, messages));
    }
    match message(&message_of(&finding.rule), &finding.args, messages) {
        Some(message) => messages.format(&message),
        // Content that was read at run time may have rules without messages.
        None => finding.rule.clone(),
    }
}

/// All rules: those of the content, and the rules of gaps.
pub(crate) fn rules(library: &Library) -> Vec<RuleSummary> {
    let english = |rule: &str| {
        let id = message_of(rule);
        let known = msg::ALL.iter().find(|entry| entry.id.as_str() == id);
        known.map_or_else(String::new, |entry| entry.english.to_owned())
    };
    let rules = library.rules().rules.iter().map(|rule| RuleSummary {
        id: rule.id.clone(),
        severity: Some(rule.severity),
        law: rule.law.clone(),
        question: rule.asks(),
        message: english(&rule.id),
    });
    let gaps = GAP_KINDS.iter().map(|kind| RuleSummary {
        id: gap_rule(*kind).to_owned(),
        severity: None,
        law: Vec::new(),
        question: false,
        message: english(gap_rule(*kind)),
    });
    rules.chain(gaps).collect()
}

/// The message with this id and its arguments; none if there is no such message.
fn message(id: &str, args: &Args, messages: &Messages) -> Option<Message> {
    let entry = msg::ALL.iter().find(|entry| entry.id.as_str() == id)?;
    let argument = |name: &&'static str| {
        let value = match *name {
            "row" => args.row.clone(),
            "name" => args.name.clone(),
            "field" => args.field.clone(),
            "word" => args.word.clone(),
            _ => listed(&args.others, messages),
        };
        (*name, Argument::Text(value))
    };
    Some(Message { id: entry.id, arguments: entry.arguments.iter().map(argument).collect() })
}

fn gap_message(label: &str, gap: &GapArgs, messages: &Messages) -> Message {
    use vurder_model::view::GapKind;
    let lacks: Vec<String> =
        gap.lacks.iter().map(|lack| messages.format(&lack_message(*lack))).collect();
    match gap.kind {
        GapKind::Field => msg::check_gap_field(label),
        GapKind::Rows => msg::check_gap_rows(label),
        GapKind::Cells => msg::check_gap_cells(label, gap.missing, gap.of),
        GapKind::Subjects => msg::check_gap_subjects(label),
        GapKind::Incomplete => {
            msg::check_gap_incomplete(gap.of, label, listed(&lacks, messages), gap.missing)
        }
        GapKind::OffScale => msg::check_gap_off_scale(label, gap.missing),
    }
}

fn lack_message(lack: Lack) -> Message {
    match lack {
        Lack::Answer => msg::lack_answer(),
        Lack::Name => msg::lack_name(),
        Lack::Role => msg::lack_role(),
        Lack::Date => msg::lack_date(),
        Lack::Reason => msg::lack_reason(),
        Lack::Explanation => msg::lack_explanation(),
        Lack::Meaning => msg::lack_meaning(),
        Lack::Level => msg::lack_level(),
    }
}

/// A list in words: "one, two and three".
fn listed(things: &[String], messages: &Messages) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => messages.format(&msg::findings_listed(first.join(", "), last)),
    }
}

/// The words of a mend.
fn label(mend: &Mend, registers: &[Register], messages: &Messages) -> String {
    let register = |id: &str| registers.iter().find(|register| register.id == id);
    let message = match mend {
        Mend::AddRow { register: id, .. } => {
            msg::mend_add(register(id).map_or("", |register| register.one.as_str()))
        }
        Mend::SetValue { register: id, field, option, .. } => {
            let field = register(id).and_then(|register| register.field(field));
            let label = field.map_or("", |field| field.label.as_str());
            match option {
                Some(option) => msg::mend_choose(option_label(field, option), label),
                None => msg::mend_copy(label),
            }
        }
    };
    messages.format(&message)
}

fn option_label(field: Option<&Field>, option: &str) -> String {
    let options = field.map(|field| field.options.as_slice()).unwrap_or_default();
    let known = options.iter().find(|known| known.id == option);
    known.map_or_else(|| option.to_owned(), |known| known.label.clone())
}
