-- From format 2 to format 3: providers' pages that were imported, by revision, and statements made from them.

-- A state of a provider's pages.
CREATE TABLE revision (
  provider TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 40 AND provider NOT GLOB '*[^a-z0-9-]*'),
  revision TEXT NOT NULL CHECK (length(revision) BETWEEN 1 AND 40 AND revision NOT GLOB '*[^a-z0-9-]*'),
  content TEXT NOT NULL CHECK (length(content) = 64 AND content NOT GLOB '*[^0-9a-f]*'),
  imported TEXT NOT NULL CHECK (imported GLOB '????-??-??T??:??:??*Z'),
  head TEXT NOT NULL CHECK (json_valid(head)),
  sum INTEGER NOT NULL,
  PRIMARY KEY (provider, revision)
) STRICT, WITHOUT ROWID;

-- What stands on pages, each once in a workspace: a page that did not change has the same body in two revisions. The
-- JSON is deflated, to a fifth of its size: opening reads all of it for its checksums.
CREATE TABLE body (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  blocks BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  provider TEXT NOT NULL,
  revision TEXT NOT NULL,
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 500),
  title TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL,          -- the revision that the page itself states, or that of its repository
  captured TEXT CHECK (captured GLOB '????-??-??'),
  place INTEGER NOT NULL CHECK (place >= 0),
  body TEXT NOT NULL REFERENCES body (hash),
  sum INTEGER NOT NULL,
  PRIMARY KEY (provider, revision, id),
  FOREIGN KEY (provider, revision) REFERENCES revision (provider, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX page_body ON page (body);

-- Statements that people made from passages. Each bears the passage with its words, and stands without its revision.
CREATE TABLE own_statement (
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 90),
  statement TEXT NOT NULL CHECK (json_valid(statement)),
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers of bodies in the index of passages: its entry of a passage is the number of the body and of the passage.
CREATE TABLE passage_place (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL UNIQUE
) STRICT;

-- Which words stand in a passage and in the headings above it. Opening reads all of the index to check it, so it has
-- no lists of the beginnings of words as `search` has: they would make it three times as large, and 50,000 passages
-- are looked through within milliseconds without them.
CREATE VIRTUAL TABLE passage_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- An import is written as one piece of the index, with no pieces to join and no pages left over that opening checks.
INSERT INTO passage_search (passage_search, rank) VALUES ('hashsize', 134217728);
INSERT INTO passage_search (passage_search, rank) VALUES ('automerge', 0);
INSERT INTO passage_search (passage_search, rank) VALUES ('crisismerge', 64);
