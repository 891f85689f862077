//! Puts into words why an import read nothing at all.

use vurder_content::msg;
use vurder_import::Refused;

use super::problems::megabytes;
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
        Refused::PackWithoutPage { problems } => {
            let first = problems.first().map(|problem| problem.file.as_str());
            pack(msg::error_import_pack_without_page(first.unwrap_or_default()))
        }
    };
    fault.with_detail(refused)
}
