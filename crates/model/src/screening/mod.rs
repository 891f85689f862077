//! The screening: whether a DPIA is needed. The rules stand as data in the form that is screened with; this room holds
//! the answers against them and never decides for the person.

mod carry;
mod screen;

pub use carry::{Carried, carried};
pub(crate) use screen::read_by;
pub use screen::{Fired, Screened, screen};

pub use crate::screening_outcome::ScreeningOutcome;
pub use crate::screening_rules::{
    CarriedReasons, Exemption, ScreeningDecision, ScreeningRule, ScreeningRules,
};
