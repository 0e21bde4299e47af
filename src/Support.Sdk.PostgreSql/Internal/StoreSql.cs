using System.Globalization;

namespace Support.Sdk.PostgreSql;

/// <summary>The statements for one schema. Constant for the life of a store, so that the driver prepares them once for each connection.</summary>
/// <remarks>Effects: status 0 is pending, 1 is failed. <c>ready_at</c> is when the work may next be handed out: its due time, or the end of its lease.</remarks>
internal sealed class StoreSql
{
    private const string StreamColumns = "s.id, s.version, s.snapshot_machine, s.snapshot_version, s.snapshot, s.deadline";

    private const string EffectColumns = "id, machine_version, data, status, attempts, committed_at, due_at, actor, correlation, last_error";

    private const string EventColumns =
        "s.id, e.version, e.position, e.machine, e.machine_version, e.type, e.data, e.subject, e.from_status, e.to_status, e.actor, e.at, e.correlation";

    private readonly string _name;

    /// <param name="schema">The name of the schema; checked by the options: it has no character that would need care.</param>
    public StoreSql(string schema)
    {
        _name = schema;
        Channel = $"{schema}_events";
        LockUpgrade = InSchema("SELECT pg_advisory_xact_lock({upgrade_lock})");
        // By queries, not by to_regclass: that looks into the session's cache, which may not know yet what another host made while this one waited for the lock.
        VersionTableExists = $"SELECT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = '{schema}' AND tablename = 'schema_version')";
        SchemaExists = $"SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = '{schema}')";
        CreateSchema = InSchema("CREATE SCHEMA {schema}");
        ReadVersion = InSchema("SELECT version FROM {schema}.schema_version WHERE id = 1");
        Listen = $"LISTEN \"{Channel}\"";
        Touch = InSchema("UPDATE {schema}.schema_version SET version = version");

        Commit = InSchema("SELECT o_status, o_version, o_position, o_claim FROM {schema}.commit_v1("
            + string.Join(", ", Enumerable.Range(1, 25).Select(number => string.Create(CultureInfo.InvariantCulture, $"${number}"))) + ")");
        Load = InSchema($"SELECT {StreamColumns} FROM {{schema}}.streams s WHERE s.id = $1");
        Find = InSchema($$"""
            SELECT {{StreamColumns}} FROM {schema}.index_entries i JOIN {schema}.streams s ON s.id = i.stream_id
            WHERE i.name = $1 AND i.value = $2 AND i.stream_id > $3 ORDER BY i.stream_id LIMIT $4
            """);
        Count = InSchema("SELECT count(*) FROM (SELECT FROM {schema}.index_entries WHERE name = $1 AND value = $2 LIMIT $3) AS counted");
        History = InSchema($$"""
            SELECT {{EventColumns}} FROM {schema}.events e JOIN {schema}.streams s ON s.no = e.stream
            WHERE s.id = $1 AND e.version > $2 ORDER BY e.version LIMIT $3
            """);
        Changes = InSchema($$"""
            SELECT {{EventColumns}} FROM {schema}.events e JOIN {schema}.streams s ON s.no = e.stream
            WHERE e.position > $1 ORDER BY e.position LIMIT $2
            """);
        LastPosition = InSchema("SELECT coalesce(max(position), 0) FROM {schema}.events");

        LeaseEffects = InSchema($$"""
            WITH due AS (
              SELECT no FROM {schema}.effects WHERE status = 0 AND ready_at <= $1 ORDER BY due_at, no LIMIT $2 FOR UPDATE SKIP LOCKED),
            leased AS (
              UPDATE {schema}.effects e SET lease_owner = $3, lease_until = $4, ready_at = greatest(e.due_at, $4) FROM due WHERE e.no = due.no RETURNING e.*)
            SELECT {{EffectColumns}} FROM leased ORDER BY due_at, no
            """);
        LeaseEffect = InSchema($$"""
            UPDATE {schema}.effects SET lease_owner = $2, lease_until = $3, ready_at = greatest(due_at, $3)
            WHERE id = $1 AND status = 0 AND (lease_owner IS NULL OR lease_owner = $2 OR lease_until <= $4) RETURNING {{EffectColumns}}
            """);
        CompleteEffect = InSchema("DELETE FROM {schema}.effects WHERE id = $1 AND status = 0 AND lease_owner = $2");
        PostponeEffect = InSchema("""
            UPDATE {schema}.effects SET attempts = attempts + 1, last_error = $3, due_at = $4, ready_at = $4, lease_owner = NULL, lease_until = NULL
            WHERE id = $1 AND status = 0 AND lease_owner = $2
            """);
        FailEffect = InSchema("""
            UPDATE {schema}.effects SET status = 1, attempts = attempts + 1, last_error = $3, lease_owner = NULL, lease_until = NULL
            WHERE id = $1 AND status = 0 AND lease_owner = $2
            """);
        FailedEffects = InSchema($"SELECT {EffectColumns} FROM {{schema}}.effects WHERE status = 1 AND id > $1 ORDER BY id LIMIT $2");
        RetryEffect = InSchema("UPDATE {schema}.effects SET status = 0, attempts = 0, last_error = NULL, due_at = $2, ready_at = $2 WHERE id = $1 AND status = 1");
        DiscardEffect = InSchema("DELETE FROM {schema}.effects WHERE id = $1 AND status = 1");

        LeaseDeadlines = InSchema("""
            WITH due AS (
              SELECT no FROM {schema}.streams WHERE ready_at <= $1 ORDER BY deadline, no LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED),
            leased AS (
              UPDATE {schema}.streams s SET lease_owner = $3, ready_at = greatest(s.deadline, $4) FROM due WHERE s.no = due.no RETURNING s.id, s.deadline, s.no)
            SELECT id, deadline FROM leased ORDER BY deadline, no
            """);
        Reschedule = InSchema("UPDATE {schema}.streams SET deadline = $4, ready_at = $4, lease_owner = NULL WHERE id = $1 AND deadline = $2 AND lease_owner = $3");
        // A look-up at the end of an index each, whatever the amount of work.
        NextDueEffect = InSchema("SELECT min(ready_at) FROM {schema}.effects WHERE status = 0");
        NextDueDeadline = InSchema("SELECT min(ready_at) FROM {schema}.streams WHERE ready_at IS NOT NULL");
        NextDue = $"SELECT least(({NextDueEffect}), ({NextDueDeadline}))";

        LoadTokens = InSchema("SELECT version, data FROM {schema}.tokens WHERE key = $1");
        InsertTokens = InSchema("INSERT INTO {schema}.tokens (key, version, data) VALUES ($1, $2 + 1, $3) ON CONFLICT (key) DO NOTHING");
        UpdateTokens = InSchema("UPDATE {schema}.tokens SET version = $2 + 1, data = $3 WHERE key = $1 AND version = $2");
        DeleteTokens = InSchema("DELETE FROM {schema}.tokens WHERE key = $1");

        // One statement, so one transaction and one round trip. Of entries with one key only the last can be written; in one order for all hosts, so that two that
        // write the same entries wait for each other in a row and not in a circle.
        // The lock on the fence makes who sets one wait for the writes of earlier attempts that have begun.
        WriteChunk = InSchema("""
            WITH fence AS MATERIALIZED (
              SELECT attempt FROM {schema}.import_fences WHERE import = $1 FOR SHARE),
            open AS MATERIALIZED (
              SELECT WHERE NOT EXISTS (SELECT FROM fence WHERE attempt > $11)),
            entries AS (
              INSERT INTO {schema}.import_entries (account, object, webinar, record, import, row, at)
              SELECT DISTINCT ON (1, 2, 3, 4) w.account COLLATE "C", w.object COLLATE "C", w.webinar COLLATE "C", w.record COLLATE "C", w.import, w.row, w.at
              FROM open, unnest($4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY AS w (account, object, webinar, record, import, row, at, ordinal)
              ORDER BY 1, 2, 3, 4, w.ordinal DESC
              ON CONFLICT (account, object, webinar, record) DO UPDATE SET import = excluded.import, row = excluded.row, at = excluded.at)
            INSERT INTO {schema}.import_chunks (import, number, content) SELECT $1, $2, $3 FROM open ON CONFLICT (import, number) DO UPDATE SET content = excluded.content
            """);
        FenceImport = InSchema("""
            INSERT INTO {schema}.import_fences AS f (import, attempt) VALUES ($1, $2) ON CONFLICT (import) DO UPDATE SET attempt = greatest(f.attempt, excluded.attempt)
            """);
        NextChunk = InSchema("SELECT number, content FROM {schema}.import_chunks WHERE import = $1 AND number > $2 ORDER BY number LIMIT 1");
        DeleteChunks = InSchema("DELETE FROM {schema}.import_chunks WHERE import = $1 AND number > $2");
        FindEntries = InSchema("SELECT record, import, row, at FROM {schema}.import_entries WHERE account = $1 AND object = $2 AND webinar = $3 AND record = ANY ($4)");
        ReadEntries = InSchema("""
            SELECT record, import, row, at FROM {schema}.import_entries WHERE account = $1 AND object = $2 AND webinar = $3 AND record > $4 ORDER BY record LIMIT $5
            """);
        ReadRecords = InSchema("SELECT DISTINCT record FROM {schema}.import_entries WHERE account = $1 AND object = $2 AND record > $3 ORDER BY record LIMIT $4");
    }

    /// <summary>Where commits notify.</summary>
    public string Channel { get; }

    public string LockUpgrade { get; }

    public string VersionTableExists { get; }

    public string SchemaExists { get; }

    public string CreateSchema { get; }

    public string ReadVersion { get; }

    public string Listen { get; }

    public string Touch { get; }

    public string Commit { get; }

    public string Load { get; }

    public string Find { get; }

    public string Count { get; }

    public string History { get; }

    public string Changes { get; }

    public string LastPosition { get; }

    public string LeaseEffects { get; }

    public string LeaseEffect { get; }

    public string CompleteEffect { get; }

    public string PostponeEffect { get; }

    public string FailEffect { get; }

    public string FailedEffects { get; }

    public string RetryEffect { get; }

    public string DiscardEffect { get; }

    public string LeaseDeadlines { get; }

    public string Reschedule { get; }

    public string NextDueEffect { get; }

    public string NextDueDeadline { get; }

    public string NextDue { get; }

    public string LoadTokens { get; }

    public string InsertTokens { get; }

    public string UpdateTokens { get; }

    public string DeleteTokens { get; }

    public string WriteChunk { get; }

    public string FenceImport { get; }

    public string NextChunk { get; }

    public string DeleteChunks { get; }

    public string FindEntries { get; }

    public string ReadEntries { get; }

    public string ReadRecords { get; }

    public string WriteVersion(int version) => InSchema(string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO {{schema}}.schema_version (id, version) VALUES (1, {version}) ON CONFLICT (id) DO UPDATE SET version = excluded.version"));

    /// <summary>Fills the placeholders. Advisory locks are told apart within a database by a number: that of the schema's name and what is locked.</summary>
    public string InSchema(string template) => template
        .Replace("{schema}", $"\"{_name}\"", StringComparison.Ordinal)
        .Replace("{channel}", $"'{Channel}'", StringComparison.Ordinal)
        .Replace("{positions_lock}", $"hashtextextended('support_sdk/{_name}/positions', 0)", StringComparison.Ordinal)
        .Replace("{upgrade_lock}", $"hashtextextended('support_sdk/{_name}/upgrade', 0)", StringComparison.Ordinal);
}
