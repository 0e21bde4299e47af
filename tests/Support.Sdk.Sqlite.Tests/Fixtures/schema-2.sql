-- A store file of schema version 2, as the package made it. Never edited.
PRAGMA journal_mode = WAL;
CREATE TABLE support_streams (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  snapshot_machine TEXT NOT NULL,
  snapshot_version INTEGER NOT NULL,
  snapshot BLOB NOT NULL,
  deadline INTEGER,
  lease_owner TEXT,
  ready_at INTEGER
) STRICT;
CREATE INDEX support_streams_ready ON support_streams (ready_at) WHERE ready_at IS NOT NULL;

CREATE TABLE support_events (
  position INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES support_streams (no),
  version INTEGER NOT NULL,
  machine TEXT NOT NULL,
  machine_version INTEGER NOT NULL,
  type TEXT NOT NULL,
  data BLOB NOT NULL,
  subject TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  correlation TEXT NOT NULL,
  UNIQUE (stream, version)
) STRICT;

CREATE TABLE support_claims (
  claim TEXT NOT NULL PRIMARY KEY,
  stream INTEGER NOT NULL REFERENCES support_streams (no)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_claims_stream ON support_claims (stream);

CREATE TABLE support_index (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  stream_id TEXT NOT NULL REFERENCES support_streams (id),
  PRIMARY KEY (name, value, stream_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_index_stream ON support_index (stream_id);

CREATE TABLE support_effects (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  machine_version INTEGER NOT NULL,
  data BLOB NOT NULL,
  status INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  committed_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until INTEGER,
  ready_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  correlation TEXT NOT NULL,
  last_error TEXT
) STRICT;
CREATE INDEX support_effects_ready ON support_effects (ready_at) WHERE status = 0;
CREATE INDEX support_effects_failed ON support_effects (id) WHERE status = 1;

CREATE TABLE support_tokens (
  key TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE support_schema (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;
INSERT INTO support_schema (id, version) VALUES (1, 2);

INSERT INTO support_streams (no, id, version, snapshot_machine, snapshot_version, snapshot) VALUES (1, 'meetings/old', 1, 'meetings', 1, x'7b7d');
INSERT INTO support_events (position, stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation)
VALUES (1, 1, 1, 'meetings', 1, 'happened', x'7b7d', '', 'a', 'b', 'agent', 640000000000000000, '');
