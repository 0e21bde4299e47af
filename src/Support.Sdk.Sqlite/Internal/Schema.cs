using System.Globalization;

namespace Support.Sdk.Sqlite;

/// <summary>The tables, and how a file of any older version comes to have them.</summary>
internal static class Schema
{
    /// <summary>Machines: what <see cref="SqliteMachineStore"/> keeps. Instants are ticks of 100 ns since 0001-01-01 UTC.</summary>
    private const string Machines = """
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
        """;

    /// <summary>Tokens: what <see cref="SqliteTokenStore"/> keeps, encrypted.</summary>
    private const string Tokens = """
        CREATE TABLE support_tokens (
          key TEXT NOT NULL PRIMARY KEY,
          version INTEGER NOT NULL,
          data BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The ledger of imports: what <see cref="SqliteImportLedger"/> keeps. The index is for the records of all webinars.</summary>
    private const string Imports = """
        CREATE TABLE support_import_chunks (
          import TEXT NOT NULL,
          number INTEGER NOT NULL,
          content BLOB NOT NULL,
          PRIMARY KEY (import, number)
        ) STRICT;

        CREATE TABLE support_import_fences (
          import TEXT NOT NULL PRIMARY KEY,
          attempt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE support_import_entries (
          account TEXT NOT NULL,
          object TEXT NOT NULL,
          webinar TEXT NOT NULL,
          record TEXT NOT NULL,
          import TEXT NOT NULL,
          row INTEGER NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (account, object, webinar, record)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX support_import_entries_record ON support_import_entries (account, object, record);
        """;

    // A step that was released is never edited: step n leads from version n to version n + 1.
    private static readonly string[] Steps = [Machines, Tokens, Imports];

    public static long LatestVersion => Steps.Length;

    /// <summary>Brings the file to the latest version; safe when several processes do it at once.</summary>
    /// <returns>The version that was found; 0 for a new file.</returns>
    /// <exception cref="SqliteSchemaException">The file is of a future version.</exception>
    public static long Upgrade(SqliteSession session)
    {
        // Looked at before anything is written, the journal mode included: a file of a future version stays as it is.
        var found = Version(session);
        session.Execute("PRAGMA journal_mode = WAL");
        if (found == LatestVersion)
        {
            return found;
        }

        session.Begin();
        try
        {
            // Another process may have been faster; inside the transaction the answer is final.
            found = Version(session);
            for (var step = found; step < LatestVersion; step++)
            {
                session.Execute(Steps[step]);
            }

            if (found < LatestVersion)
            {
                session.Execute("CREATE TABLE IF NOT EXISTS support_schema (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT");
                session.Execute(string.Create(
                    CultureInfo.InvariantCulture,
                    $"INSERT INTO support_schema (id, version) VALUES (1, {LatestVersion}) ON CONFLICT (id) DO UPDATE SET version = excluded.version"));
            }

            session.Commit();
            return found;
        }
        finally
        {
            session.Rollback();
        }
    }

    private static long Version(SqliteSession session)
    {
        var exists = session.Number("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'support_schema'") == 1;
        var version = exists ? session.Number("SELECT version FROM support_schema WHERE id = 1") ?? 0 : 0;
        return version <= LatestVersion ? version : throw new SqliteSchemaException(version, LatestVersion);
    }
}
