-- From format 1 to format 2: revisions of projects; attachments and their bytes. Checksums become XXH3, which the
-- migration writes anew over every record after this step.

-- Grows with every commit that changes the project. It begins at the last entry of the log.
ALTER TABLE project ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);
UPDATE project SET revision =
  (SELECT coalesce(max(seq), 0) FROM operation WHERE operation.project = project.id);

-- The bytes of attachments, each once in a workspace.
CREATE TABLE blob (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  project TEXT NOT NULL REFERENCES project (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  media_type TEXT NOT NULL CHECK (length(media_type) BETWEEN 3 AND 127),
  size INTEGER NOT NULL CHECK (size >= 0),
  blob TEXT NOT NULL REFERENCES blob (hash),
  row TEXT,                     -- none where it belongs to the project as a whole
  added TEXT NOT NULL CHECK (added GLOB '????-??-??T??:??:??*Z'),
  trashed TEXT CHECK (trashed GLOB '????-??-??T??:??:??*Z'),
  sum INTEGER NOT NULL,
  PRIMARY KEY (project, id),
  FOREIGN KEY (project, row) REFERENCES row (project, id)
) STRICT, WITHOUT ROWID;

-- The totals of the tables, which no longer lists their names: a new kind of record needs no change here.
DROP TABLE tally;
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  records INTEGER NOT NULL,
  total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
