//! What a person can do, one function each; the only list of commands.
