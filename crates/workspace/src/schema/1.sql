-- Format 1 of the workspace. Never edited after its release: a later format is a step in migrate.rs.
--
-- Every record bears `sum`, a checksum of its own columns, and `tally` bears number and total of the sums of each
-- table. So a changed byte, a lost record and a stale page are noticed, not shown.

CREATE TABLE project (
  number INTEGER PRIMARY KEY,   -- stands for the project in the search index
  id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  version TEXT NOT NULL,
  forms TEXT NOT NULL CHECK (json_valid(forms)),
  providers TEXT NOT NULL CHECK (json_valid(providers)),
  created TEXT NOT NULL CHECK (created GLOB '????-??-??T??:??:??*Z'),
  trashed TEXT CHECK (trashed GLOB '????-??-??T??:??:??*Z'),
  changed TEXT NOT NULL CHECK (changed GLOB '????-??-??T??:??:??*Z'),
  doc INTEGER,                  -- entry of the title in the search index
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE row (
  project TEXT NOT NULL REFERENCES project (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  register TEXT NOT NULL CHECK (length(register) BETWEEN 1 AND 80),
  key TEXT CHECK (length(key) BETWEEN 1 AND 200),
  position REAL NOT NULL CHECK (position BETWEEN -1e15 AND 1e15),
  trashed TEXT CHECK (trashed GLOB '????-??-??T??:??:??*Z'),
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;

-- There is one method, one note on a statement; a trashed one may lie beside it.
CREATE UNIQUE INDEX row_key ON row (project, register, key)
  WHERE key IS NOT NULL AND trashed IS NULL;

CREATE TABLE value (
  project TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 80),
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated TEXT NOT NULL CHECK (updated GLOB '????-??-??T??:??:??*Z'),
  doc INTEGER,                  -- entry of the words in the search index; none where there are no words
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, row, field),
  FOREIGN KEY (project, row) REFERENCES row (project, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  project TEXT NOT NULL REFERENCES project (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  citation TEXT NOT NULL CHECK (json_valid(citation)),
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;

-- The log of changes: undo, redo and the history of an answer read it. Nothing is ever taken out of it.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  project TEXT NOT NULL REFERENCES project (id),
  scope TEXT NOT NULL CHECK (scope IN ('project', 'workspace')),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*Z'),
  until TEXT NOT NULL CHECK (until GLOB '????-??-??T??:??:??*Z'),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  sum INTEGER NOT NULL
) STRICT;

CREATE INDEX operation_stack ON operation (project, scope, state, seq);

CREATE TABLE tally (
  name TEXT PRIMARY KEY CHECK (name IN ('project', 'row', 'value', 'citation', 'operation', 'schema')),
  records INTEGER NOT NULL,
  total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where the entries of the search index stand: an answer, or (row and field empty) a title.
CREATE TABLE search_place (
  doc INTEGER PRIMARY KEY,
  project TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL
) STRICT;

-- Only the index: the words themselves stand once, in `project` and `value`. It knows which words stand in an answer,
-- not where: phrases are checked against the words, and the index is a third of the size.
CREATE VIRTUAL TABLE search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3'
);

-- Tidied a little at each commit instead of much at some.
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
