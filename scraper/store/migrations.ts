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
  `
  -- The hash of the record's text shows an edit by hand; rows from before have none.
  ALTER TABLE procedures ADD COLUMN record_hash TEXT;
  -- When the procedure was first missed on the portal; NULL while it is there.
  ALTER TABLE procedures ADD COLUMN withdrawn_at TEXT;

  -- The page that a release rests on, and where the archive keeps it.
  ALTER TABLE releases ADD COLUMN page_sha256 TEXT;
  ALTER TABLE releases ADD COLUMN archive_file TEXT;
  ALTER TABLE releases ADD COLUMN archive_record TEXT;

  -- Attachments as the pages list them. last_seen_at is set when one has vanished.
  CREATE TABLE documents (
    procedure_id TEXT NOT NULL REFERENCES procedures (id),
    document_id TEXT NOT NULL,
    url TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT,
    withdrawn_at TEXT,
    PRIMARY KEY (procedure_id, document_id)
  ) STRICT;

  -- What was found at an attachment's address; one row a content, the latest read last.
  CREATE TABLE files (
    seq INTEGER PRIMARY KEY,
    procedure_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    url TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    name TEXT,
    media_type TEXT,
    read_at TEXT NOT NULL,
    archive_file TEXT,
    archive_record TEXT,
    FOREIGN KEY (procedure_id, document_id) REFERENCES documents (procedure_id, document_id)
  ) STRICT;
  CREATE INDEX files_of_document ON files (procedure_id, document_id, seq);

  -- Each time that a procedure (document_id '') or a document vanished or came back.
  CREATE TABLE sightings (
    seq INTEGER PRIMARY KEY,
    procedure_id TEXT NOT NULL REFERENCES procedures (id),
    document_id TEXT NOT NULL,
    event TEXT NOT NULL CHECK (event IN ('withdrawn', 'returned')),
    at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sightings_of_procedure ON sightings (procedure_id, seq);

  -- Releases that failed validation: never published, never lost.
  CREATE TABLE set_aside (
    seq INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    procedure_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    at TEXT NOT NULL,
    release TEXT NOT NULL,
    reasons TEXT NOT NULL,
    UNIQUE (procedure_id, content_hash)
  ) STRICT;

  -- What the pages of a run looked like: page -> labels and their fingerprint.
  ALTER TABLE runs ADD COLUMN structure TEXT NOT NULL DEFAULT '{}';
  -- Whether the portal answered: yes, changed, refused or silent; NULL where that is not known.
  ALTER TABLE runs ADD COLUMN reached TEXT CHECK (reached IN ('yes', 'changed', 'refused', 'silent'));
  -- What the gate said when what this run had read was published; NULL where it was not.
  ALTER TABLE runs ADD COLUMN gate TEXT;
  `,
  `
  -- Files of other open sources that were taken in, each in one transaction. undone_at: what came with it counts no longer.
  CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    report TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- How each procedure stands with the runs, by which the next one chooses the pages that it reads. Nothing of it is published.
  CREATE TABLE page_states (
    procedure_id TEXT PRIMARY KEY,
    -- When the list showed it last; NULL where that is not known.
    listed_at TEXT,
    -- Of what the list said when the page was read last; NULL where the list did not show it then.
    row_hash TEXT,
    -- Of the profile and the code by which it was read; NULL where that is not known.
    reader TEXT,
    -- What the last attempt to read it came to where nothing was kept of it.
    failed TEXT CHECK (failed IN ('skipped', 'setAside')),
    -- Attachments that the page lists and nobody has read yet.
    documents_left INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO page_states (procedure_id) SELECT id FROM procedures;

  -- By what an address can be asked whether it still says what it said, and what that was.
  CREATE TABLE validators (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    -- When the body was last received whole; not moved by an answer that it has not changed.
    received_at TEXT NOT NULL,
    -- Where the archive keeps that answer.
    archive_file TEXT,
    archive_record TEXT
  ) STRICT;

  -- Whether a run reads every page, and not only those that may have changed.
  ALTER TABLE runs ADD COLUMN is_full INTEGER NOT NULL DEFAULT 1;
  `,
  `
  -- How often the portal was asked on a day of its zone (YYYY-MM-DD), over all runs.
  CREATE TABLE requests_by_day (
    day TEXT PRIMARY KEY,
    requests INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- When the address last said that it still sends that body; NULL where it was never asked.
  ALTER TABLE validators ADD COLUMN checked_at TEXT;
  `,
  `
  -- What each import of the registry of suppliers says, whole; suppliers holds what the portal's own page says.
  CREATE TABLE imported_suppliers (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    id TEXT NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (import_id, id)
  ) STRICT;

  -- What changed in the registry, append only. import_id: the import that brought the change or whose undoing did; NULL for the portal's page.
  CREATE TABLE supplier_changes (
    seq INTEGER PRIMARY KEY,
    import_id INTEGER REFERENCES imports (id),
    at TEXT NOT NULL,
    change TEXT NOT NULL
  ) STRICT;

  -- What each import of the SAT's list of article 69-B says of companies.
  CREATE TABLE listings_69b (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    rfc TEXT NOT NULL,
    list_date TEXT NOT NULL,
    listing TEXT NOT NULL,
    PRIMARY KEY (import_id, rfc)
  ) STRICT;
  `,
  `
  -- What said it: the portal; a report of the PNT; or, as a mark that says nothing itself, that what an import had added is gone.
  ALTER TABLE releases ADD COLUMN layer TEXT NOT NULL DEFAULT 'portal' CHECK (layer IN ('portal', 'pnt', 'undo'));
  -- Since when it is not published any more: its import was undone, or a corrected report took something out of a list.
  ALTER TABLE releases ADD COLUMN retired_at TEXT;
  -- The rows of imports that it rests on, as JSON.
  ALTER TABLE releases ADD COLUMN import_rows TEXT;

  -- Procedures of the PNT's reports by their own key, and the process that each belongs to. Such a process is the portal's, where the link is sure;
  -- else it has a row of its own in procedures, whose record is null.
  CREATE TABLE pnt_procedures (
    key TEXT PRIMARY KEY,
    procedure_id TEXT NOT NULL REFERENCES procedures (id),
    link TEXT NOT NULL
  ) STRICT;
  CREATE INDEX pnt_procedures_of_procedure ON pnt_procedures (procedure_id);

  -- Every row that a report brought, as it was read.
  CREATE TABLE pnt_rows (
    seq INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    key TEXT NOT NULL,
    sheet TEXT NOT NULL,
    number INTEGER NOT NULL,
    row TEXT NOT NULL
  ) STRICT;
  CREATE INDEX pnt_rows_of_key ON pnt_rows (key, seq);
  CREATE INDEX pnt_rows_of_import ON pnt_rows (import_id, key);
  `,
  `
  -- What is written in files of attachments, as JSON, by what they hold; those that nobody has looked at are not there.
  CREATE TABLE document_texts (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL
  ) STRICT;
  `,
];
