//! What a rule of the house returns for each place that breaks it.

/// A place that breaks a rule, as `place: what`.
pub(crate) type Offence = String;
