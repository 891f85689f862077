-- From format 3 to format 4: versions of projects, the numbers of rows that they froze, and another index of passages.

-- The number by which people speak of a row, once a version of its project is frozen. It stays where undo takes the row
-- away, so that no other row comes to bear it.
CREATE TABLE number (
  project TEXT NOT NULL REFERENCES project (id),
  row TEXT NOT NULL CHECK (length(row) BETWEEN 1 AND 40 AND row NOT GLOB '*[^a-z0-9-]*'),
  register TEXT NOT NULL CHECK (length(register) BETWEEN 1 AND 80),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, row)
) STRICT, WITHOUT ROWID;

-- A project as it was sent for review or approved. `state` names the bytes of the whole project.
CREATE TABLE version (
  project TEXT NOT NULL REFERENCES project (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
  frozen TEXT NOT NULL CHECK (frozen GLOB '????-??-??T??:??:??*Z'),
  state TEXT NOT NULL REFERENCES blob (hash),
  version TEXT NOT NULL CHECK (json_valid(version)),
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, number)
) STRICT, WITHOUT ROWID;

-- The index of passages: the words that stand in a passage and in the headings above it, each with the entries of its
-- passages. Each import adds a part. It is a table as any other and not one of FTS5, as it was, of which SQLite would
-- read and add up every entry at each opening: with 50,000 passages that takes three times as long as all else. The
-- step fills it from the bodies.
DROP TABLE passage_search;
CREATE TABLE passage_word (
  word TEXT NOT NULL,
  part INTEGER NOT NULL,        -- the number of the first body that the import brought
  entries BLOB NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (word, part)
) STRICT, WITHOUT ROWID;
