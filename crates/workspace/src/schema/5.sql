-- From format 4 to format 5: the words of the person's own dictionary, which stood in a file beside the workspace.

CREATE TABLE own_word (
  word TEXT PRIMARY KEY CHECK (length(word) BETWEEN 1 AND 100),
  added TEXT NOT NULL CHECK (added GLOB '????-??-??T??:??:??*Z'),
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
