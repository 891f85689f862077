//! What an assessment is: types, templates, rich text, scales and rules. No I/O, no clock, no randomness.
