//! Checks: whether a draft is consistent, beyond the question whether it is complete.
//!
//! Rules are data (`content/checks.yaml`): a condition in a small closed language ([`predicate`]), a place, the law
//! that asks for it, and the change that mends it. What the language cannot express is a function with the id of the
//! rule ([`functions`]). Gaps are findings, too ([`gaps`]), so that one list names everything that stands in the way of
//! a decision.

mod evaluate;
mod facts;
mod finding;
mod fingerprint;
mod functions;
mod gaps;
mod live;
mod names;
mod place;
pub mod predicate;
mod reads;
pub mod rule;
mod texts;
mod waivers;
mod words;
mod workers;

pub use facts::CheckSource;
pub use finding::{Args, Finding, GapArgs, IdleWaiver, MESSAGE_ARGUMENTS, Mend, Place, Waiver};
pub(crate) use fingerprint::fingerprint;
pub use functions::{function_names, has_function};
pub use gaps::{GAP_KINDS, GAP_RULE, gap_rule};
pub use live::{LiveFindings, findings};
pub use rule::{Rule, Rules, Severity, WordList, WrittenMend, message_of};

/// The word that means the day of the check, where days are compared.
pub const TODAY: &str = evaluate::TODAY;
