//! The result of a rule for each place that breaks it.

/// A place that breaks a rule, as `place: what is wrong`.
pub(crate) type Offence = String;
