//! Puts what could not be read of a provider's pages into words.

use vurder_content::drift;
use vurder_content::{Message, Messages, msg};
use vurder_import::{BECAME, Problem, Trouble};
use vurder_model::provider::Pack;

use crate::import_answers::ImportProblem;
use crate::quoting::shortened;

/// The problems in words.
pub(crate) fn problems(problems: &[Problem], messages: &Messages) -> Vec<ImportProblem> {
    let in_words = |problem: &Problem| ImportProblem {
        file: problem.file.clone(),
        line: problem.line,
        words: messages.format(&words(&problem.trouble)),
    };
    problems.iter().map(in_words).collect()
}

/// What a pack says about the statements of the revision before it although the words of both show more, in words.
pub(crate) fn contradicted(before: &Pack, after: &Pack, messages: &Messages) -> Vec<ImportProblem> {
    let problem = |id: &str| ImportProblem {
        file: BECAME.to_owned(),
        line: 0,
        words: messages.format(&msg::import_problem_not_the_same(shortened(id))),
    };
    drift::contradicted(before, after).iter().map(|entry| problem(&entry.statement)).collect()
}

/// Bytes in megabytes, rounded up.
pub(super) fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1 << 20)
}

/// What could not be read.
pub(super) fn words(trouble: &Trouble) -> Message {
    match trouble {
        Trouble::TooLarge { bytes, limit } => {
            msg::import_problem_too_large(megabytes(*bytes), megabytes(*limit))
        }
        Trouble::Binary => msg::import_problem_binary(),
        Trouble::NotUtf8 { places } => msg::import_problem_not_utf_8(*places),
        Trouble::EncodingGuessed { encoding } => msg::import_problem_encoding(encoding),
        Trouble::Malformed { detail } => msg::import_problem_malformed(shortened(detail)),
        Trouble::OtherModel { what } => msg::import_problem_other_model(shortened(what)),
        Trouble::NewerVersion { stated, known } => {
            msg::import_problem_newer_version(shortened(stated), known)
        }
        Trouble::DanglingReference { what } => msg::import_problem_reference(shortened(what)),
        Trouble::SameNumber { number } => msg::import_problem_same_number(shortened(number)),
        Trouble::Unanswered { question } => msg::import_problem_unanswered(shortened(question)),
        Trouble::UnknownValue { value } => msg::import_problem_unknown_value(shortened(value)),
        Trouble::LeftOut { words } => msg::import_problem_left_out(*words),
        Trouble::Cut => msg::import_problem_cut(),
        Trouble::OtherFormat { ending } => msg::import_problem_other_format(shortened(ending)),
        Trouble::FrontMatterWithoutEnd => msg::import_problem_front_matter_without_end(),
        Trouble::FrontMatter { detail } => msg::import_problem_front_matter(shortened(detail)),
        Trouble::Settings { detail } => msg::import_problem_settings(shortened(detail)),
        Trouble::NeverClosed { what } => msg::import_problem_never_closed(shortened(what)),
        Trouble::IncludeMissing { target } => {
            msg::import_problem_include_missing(shortened(target))
        }
        Trouble::IncludeTooDeep { target } => {
            msg::import_problem_include_too_deep(shortened(target))
        }
        Trouble::MadeBySite { what } => msg::import_problem_made_by_site(shortened(what)),
        Trouble::LinkToFile => msg::import_problem_link_to_file(),
        Trouble::Draft => msg::import_problem_draft(),
        Trouble::Empty => msg::import_problem_empty(),
        Trouble::BadEntry { detail } => msg::import_problem_bad_entry(shortened(detail)),
        Trouble::BadId { id } => msg::import_problem_bad_id(shortened(id)),
        Trouble::SameId { id } => msg::import_problem_same_id(shortened(id)),
        Trouble::WithoutPage { id } => msg::import_problem_without_page(shortened(id)),
        Trouble::WithoutStatement { id } => msg::import_problem_without_statement(shortened(id)),
        Trouble::BadAddress { address } => msg::import_problem_bad_address(shortened(address)),
        Trouble::PassageNumbers => msg::import_problem_passage_numbers(),
        Trouble::NotOfPack => msg::import_problem_not_of_pack(),
        Trouble::SameAddress { other, address } => {
            msg::import_problem_same_address(other, shortened(address))
        }
    }
}
