//! Puts into words why an import read nothing at all.

use vurder_content::{Message, Messages, msg};
use vurder_import::{PAGES, Problem, Refused};

use super::problems::{megabytes, problems as in_words, words};
use crate::error::{ErrorCode, Fault};
use crate::quoting::shortened;

/// The refusal as a fault with its next step.
pub(crate) fn fault(refused: &Refused) -> Fault {
    let too_large = |message| {
        Fault::new(ErrorCode::TooLarge, message).with_help(msg::error_import_smaller_help())
    };
    let archive =
        |message| Fault::new(ErrorCode::File, message).with_help(msg::error_import_archive_help());
    let nothing = |message| Fault::wrong_value(message).with_help(msg::error_import_nothing_help());
    let pack = |message| Fault::wrong_value(message).with_help(msg::error_import_pack_help());
    let fault = match refused {
        Refused::TooManyFiles { count, limit } => {
            too_large(msg::error_import_files(*count, *limit))
        }
        Refused::TooManyBytes { bytes, limit } => {
            too_large(msg::error_import_bytes(megabytes(*bytes), megabytes(*limit)))
        }
        Refused::TooManyPieces { limit } => too_large(msg::error_import_pieces(*limit)),
        Refused::NothingToRead { count } => nothing(msg::error_import_nothing(*count)),
        Refused::NotThisFormat => nothing(msg::error_import_not_this_format()),
        Refused::Archive { path, .. } if path.is_empty() => archive(msg::error_import_archive()),
        Refused::Archive { path, .. } => archive(msg::error_import_in_archive(shortened(path))),
        Refused::Encrypted { path } => archive(msg::error_import_encrypted(shortened(path))),
        Refused::Outside { path } => archive(msg::error_import_outside(shortened(path))),
        Refused::Compression { path } => archive(msg::error_import_compression(shortened(path))),
        Refused::Bomb { path, times } => archive(msg::error_import_bomb(shortened(path), *times)),
        Refused::NewerPack { stated, known } => {
            Fault::new(ErrorCode::Newer, msg::error_import_newer_pack(*stated, *known))
                .with_help(msg::error_import_newer_pack_help())
        }
        Refused::PackHead { path, line, .. } => pack(msg::error_import_pack_head(path, *line)),
        Refused::PackName { path, name } => {
            pack(msg::error_import_pack_name(path, shortened(name)))
        }
        Refused::PackWithoutPage { problems } => pack(without_page(problems)),
    };
    fault.with_detail(refused)
}

/// The refusal as a fault whose detail lists the problems of all files, if they are the reason.
pub(crate) fn with_problems(refused: &Refused, messages: &Messages) -> Fault {
    let fault = fault(refused);
    let Refused::PackWithoutPage { problems } = refused else { return fault };
    let lines: Vec<String> = in_words(problems, messages)
        .into_iter()
        .map(|problem| format!("{}:{}: {}", problem.file, problem.line, problem.words))
        .collect();
    fault.with_detail(lines.join("\n"))
}

/// The message names the first problem of a page.
fn without_page(problems: &[Problem]) -> Message {
    let of_page = problems.iter().find(|problem| problem.file.contains(PAGES));
    match of_page.or(problems.first()) {
        Some(first) => msg::error_import_pack_without_page(
            first.line,
            shortened(&first.file),
            words(&first.trouble),
        ),
        None => msg::error_import_pack_without_pages(),
    }
}
