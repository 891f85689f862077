//! Rules that the language of conditions cannot express. Each is one small pure function, found by the id of the rule.

mod acceptance;
mod coverage;
mod method;
mod published;
mod screening;
mod texts;

use crate::check::facts::Facts;
use crate::check::rule::Rule;
use crate::project::Row;

/// Something that a function found.
#[derive(Debug, Default)]
pub(crate) struct Hit<'a> {
    /// The row that it is about; `None` for the project as a whole.
    pub(crate) row: Option<&'a Row>,
    /// The field of the row; `None` if it is the field that the rule names.
    pub(crate) field: Option<&'a str>,
    /// Distinguishes the hit from the other hits of the rule; empty if the row distinguishes it.
    pub(crate) key: String,
    /// The other rows, topics or documents that it is about, for the message.
    pub(crate) others: Vec<String>,
    /// The ids of the topics that it is about.
    pub(crate) topics: Vec<String>,
    /// A word for the message.
    pub(crate) word: String,
    /// The data that the function read. A waiver falls when it changes.
    pub(crate) state: String,
}

type Function = for<'a> fn(&Facts<'a>, &Rule) -> Vec<Hit<'a>>;

/// The functions by the ids of their rules.
const FUNCTIONS: &[(&str, Function)] = &[
    ("gravest-harm-tolerated", method::gravest_harm_tolerated),
    ("matrix-not-monotone", method::matrix_not_monotone),
    ("level-without-meaning", method::level_without_meaning),
    ("level-never-reached", method::level_never_reached),
    ("level-nobody-may-accept", method::level_nobody_may_accept),
    ("acceptor-without-authority", acceptance::acceptor_without_authority),
    ("accepted-though-nobody-may", acceptance::accepted_though_nobody_may),
    ("assessor-accepts", acceptance::assessor_accepts),
    ("no-dpia-though-required", screening::no_dpia_though_required),
    ("no-dpia-and-list-unread", screening::no_dpia_and_list_unread),
    ("placeholder-left", texts::placeholder_left),
    ("same-words-twice", texts::same_words_twice),
    ("cited-text-changed", published::cited_text_changed),
    ("claim-as-evidence", published::claim_as_evidence),
    ("assurance-expired", published::assurance_expired),
    ("boundary-left-open", published::boundary_left_open),
    ("topic-not-stated-and-silent", coverage::topic_not_stated),
    ("topic-judged-insufficient", coverage::topic_judged_insufficient),
    ("topic-judged-partly", coverage::topic_judged_partly),
    ("request-of-unchosen-provider", published::request_of_unchosen_provider),
    ("cited-answer-changed", published::cited_answer_changed),
    ("answer-not-used", published::answer_not_used),
    ("version-not-in-log", texts::version_not_in_log),
];

/// Whether there is a function for the rule with this id.
pub fn has_function(rule: &str) -> bool {
    FUNCTIONS.iter().any(|(id, _)| *id == rule)
}

/// The ids of the rules that have a function.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|(id, _)| *id)
}

/// What the function of a rule finds; empty if the rule has no function.
pub(crate) fn run<'a>(id: &str, facts: &Facts<'a>, rule: &Rule) -> Vec<Hit<'a>> {
    let function = FUNCTIONS.iter().find(|(known, _)| *known == id);
    function.map(|(_, function)| function(facts, rule)).unwrap_or_default()
}
