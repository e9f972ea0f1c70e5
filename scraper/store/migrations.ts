/**
 * The tables of a store, one step a version: a store of version N has run the first N steps. A step that was released is never
 * edited; what changes is a further step.
 */
export const migrations: readonly string[] = [
  `
  -- What a store is about; one portal and one prefix of ocids each.
  CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    portal TEXT NOT NULL,
    portal_url TEXT NOT NULL,
    ocid_prefix TEXT NOT NULL
  ) STRICT;

  CREATE TABLE procedures (
    id TEXT PRIMARY KEY,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    published_at TEXT,
    record TEXT NOT NULL,
    content_hash TEXT NOT NULL
  ) STRICT;

  -- Append only. Rowid tables with deflated JSON take a third of the room of plain ones.
  CREATE TABLE releases (
    seq INTEGER PRIMARY KEY,
    procedure_id TEXT NOT NULL REFERENCES procedures (id),
    release_id TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX releases_of_procedure ON releases (procedure_id, seq);

  CREATE TABLE suppliers (
    id TEXT PRIMARY KEY,
    row TEXT NOT NULL
  ) STRICT;

  CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    portal_url TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    row_limit INTEGER,
    exit_code INTEGER,
    message TEXT,
    counts TEXT NOT NULL DEFAULT '{}',
    warnings TEXT NOT NULL DEFAULT '[]'
  ) STRICT;

  -- Pages that a run has read, so that it can go on where it was interrupted.
  CREATE TABLE run_reads (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    procedure_id TEXT NOT NULL,
    PRIMARY KEY (run_id, procedure_id)
  ) STRICT;

  CREATE TABLE writer (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    token TEXT NOT NULL,
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    beat_at INTEGER NOT NULL
  ) STRICT;
  `,
];
