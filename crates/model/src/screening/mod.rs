//! The screening: whether a DPIA is needed. The rules are data in the screening form. This module compares the answers
//! with the rules and never decides for the person.

mod carry;
mod screen;

pub use carry::{Carried, carried};
pub(crate) use screen::read_by;
pub use screen::{Fired, Screened, screen};

pub use crate::screening_outcome::ScreeningOutcome;
pub use crate::screening_rules::{
    CarriedReasons, Exemption, ScreeningDecision, ScreeningRule, ScreeningRules,
};
