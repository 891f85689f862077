//! Puts the reasons why a returned file is not read into words.

use vurder_content::msg;
use vurder_remarks::Unreadable;

use crate::error::{ErrorCode, Fault};

/// A million: messages tell sizes of files in megabytes.
const MEGA: usize = 1_000_000;

/// The fault for a file that cannot be used at all. The message names the file.
pub(super) fn fault(why: &Unreadable) -> Fault {
    let file = |message| Fault::new(ErrorCode::File, message);
    let fault = match why {
        Unreadable::OtherFormat { name } => Fault::wrong_value(msg::error_returned_format(name))
            .with_help(msg::error_returned_format_help()),
        Unreadable::Empty { name } => Fault::wrong_value(msg::error_attachment_empty(name))
            .with_help(msg::error_returned_again_help()),
        Unreadable::Truncated { name } => {
            file(msg::error_returned_truncated(name)).with_help(msg::error_returned_again_help())
        }
        Unreadable::BrokenCrossReference { name, .. } | Unreadable::Damaged { name, .. } => {
            file(msg::error_returned_damaged(name)).with_help(msg::error_returned_again_help())
        }
        Unreadable::PasswordNeeded { name } => file(msg::error_returned_password_needed(name))
            .with_help(msg::error_returned_password_help()),
        Unreadable::WrongPassword { name } => file(msg::error_returned_password_wrong(name))
            .with_help(msg::error_returned_password_help()),
        Unreadable::Encryption { name } => file(msg::error_returned_encryption(name))
            .with_help(msg::error_returned_encryption_help()),
        Unreadable::TooLarge { name, limit, .. } => {
            Fault::new(ErrorCode::TooLarge, msg::error_returned_too_large(name, limit / MEGA))
                .with_help(msg::error_returned_too_large_help())
        }
        Unreadable::Bomb { name, .. } => {
            Fault::new(ErrorCode::TooLarge, msg::error_returned_bomb(name))
                .with_help(msg::error_returned_unsafe_help())
        }
        Unreadable::Packed { name } => {
            file(msg::error_returned_packed(name)).with_help(msg::error_returned_packed_help())
        }
        Unreadable::ExternalEntity { name, .. } | Unreadable::Outside { name, .. } => {
            file(msg::error_returned_unsafe(name)).with_help(msg::error_returned_unsafe_help())
        }
        Unreadable::TooManyRemarks { name, limit } => {
            Fault::new(ErrorCode::TooLarge, msg::error_returned_too_many(name, *limit))
                .with_help(msg::error_returned_too_many_help())
        }
    };
    fault.with_detail(why)
}
