//! The workspace: one SQLite file, its schema, transactions with history, search.
