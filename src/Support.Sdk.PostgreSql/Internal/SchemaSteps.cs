namespace Support.Sdk.PostgreSql;

/// <summary>The tables and the function that commits. <c>{schema}</c> stands for the name of the schema.</summary>
/// <remarks>
/// Instants are ticks of 100 ns since 0001-01-01 UTC: <c>timestamptz</c> keeps microseconds only. Texts are compared by their bytes (collation "C"), whatever the
/// collation of the database.
/// </remarks>
internal static class SchemaSteps
{
    /// <summary>Version 1: what <see cref="PostgreSqlMachineStore"/> keeps.</summary>
    public const string Machines = Tables + CommitFunction;

    /// <summary>Version 2: what <see cref="PostgreSqlTokenStore"/> keeps, encrypted.</summary>
    public const string Tokens = """
        CREATE TABLE {schema}.tokens (
          key text COLLATE "C" PRIMARY KEY,
          version bigint NOT NULL,
          data bytea NOT NULL
        );
        """;

    /// <summary>Version 3: what <see cref="PostgreSqlImportLedger"/> keeps. Chunks are written twice and soon removed, so compressing them would only cost time.</summary>
    public const string Imports = """
        CREATE TABLE {schema}.import_chunks (
          import text COLLATE "C" NOT NULL,
          number integer NOT NULL,
          content bytea NOT NULL,
          PRIMARY KEY (import, number)
        );
        ALTER TABLE {schema}.import_chunks ALTER COLUMN content SET STORAGE EXTERNAL;

        CREATE TABLE {schema}.import_fences (
          import text COLLATE "C" PRIMARY KEY,
          attempt integer NOT NULL
        );

        CREATE TABLE {schema}.import_entries (
          account text COLLATE "C" NOT NULL,
          object text COLLATE "C" NOT NULL,
          webinar text COLLATE "C" NOT NULL,
          record text COLLATE "C" NOT NULL,
          import text COLLATE "C" NOT NULL,
          row bigint NOT NULL,
          at bigint NOT NULL,
          PRIMARY KEY (account, object, webinar, record)
        );
        CREATE INDEX import_entries_record ON {schema}.import_entries (account, object, record);
        """;

    private const string Tables = """
        CREATE TABLE {schema}.schema_version (
          id integer PRIMARY KEY CHECK (id = 1),
          version integer NOT NULL
        );

        CREATE TABLE {schema}.streams (
          no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          id text COLLATE "C" NOT NULL UNIQUE,
          version bigint NOT NULL,
          snapshot_machine text COLLATE "C" NOT NULL,
          snapshot_version integer NOT NULL,
          snapshot bytea NOT NULL,
          deadline bigint,
          lease_owner text COLLATE "C",
          ready_at bigint
        );
        CREATE INDEX streams_ready ON {schema}.streams (ready_at) WHERE ready_at IS NOT NULL;

        CREATE TABLE {schema}.events (
          position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          stream bigint NOT NULL REFERENCES {schema}.streams (no),
          version bigint NOT NULL,
          machine text COLLATE "C" NOT NULL,
          machine_version integer NOT NULL,
          type text COLLATE "C" NOT NULL,
          data bytea NOT NULL,
          subject text COLLATE "C" NOT NULL,
          from_status text COLLATE "C" NOT NULL,
          to_status text COLLATE "C" NOT NULL,
          actor text COLLATE "C" NOT NULL,
          at bigint NOT NULL,
          correlation text COLLATE "C" NOT NULL,
          UNIQUE (stream, version)
        );

        CREATE TABLE {schema}.claims (
          claim text COLLATE "C" PRIMARY KEY,
          stream bigint NOT NULL REFERENCES {schema}.streams (no)
        );
        CREATE INDEX claims_stream ON {schema}.claims (stream);

        CREATE TABLE {schema}.index_entries (
          name text COLLATE "C" NOT NULL,
          value text COLLATE "C" NOT NULL,
          stream_id text COLLATE "C" NOT NULL REFERENCES {schema}.streams (id),
          PRIMARY KEY (name, value, stream_id)
        );
        CREATE INDEX index_entries_stream ON {schema}.index_entries (stream_id);

        CREATE TABLE {schema}.effects (
          no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          id text COLLATE "C" NOT NULL UNIQUE,
          machine_version integer NOT NULL,
          data bytea NOT NULL,
          status smallint NOT NULL,
          attempts integer NOT NULL,
          committed_at bigint NOT NULL,
          due_at bigint NOT NULL,
          lease_owner text COLLATE "C",
          lease_until bigint,
          ready_at bigint NOT NULL,
          actor text COLLATE "C" NOT NULL,
          correlation text COLLATE "C" NOT NULL,
          last_error text
        );
        CREATE INDEX effects_due ON {schema}.effects (due_at, no) WHERE status = 0;
        CREATE INDEX effects_ready ON {schema}.effects (ready_at) WHERE status = 0;
        CREATE INDEX effects_failed ON {schema}.effects (id) WHERE status = 1;

        """;

    // One call is one transaction and one round trip, and no lock is ever held while a network is waited for. The function keeps its name for good: a commit that
    // needs other parameters becomes commit_v2, so that hosts of the former version can go on beside it.
    private const string CommitFunction = """
        CREATE FUNCTION {schema}.commit_v1(
          p_stream text, p_expected bigint,
          p_snapshot_machine text, p_snapshot_version integer, p_snapshot bytea, p_deadline bigint,
          p_actor text, p_at bigint, p_correlation text,
          p_machines text[], p_machine_versions integer[], p_types text[], p_data bytea[], p_subjects text[], p_from text[], p_to text[],
          p_claims text[], p_index_names text[], p_index_values text[], p_completes text,
          p_effects text[], p_effect_versions integer[], p_effect_data bytea[], p_lease_owner text, p_lease_until bigint,
          OUT o_status integer, OUT o_version bigint, OUT o_position bigint, OUT o_claim text)
        LANGUAGE plpgsql AS $commit$
        #variable_conflict use_column
        DECLARE
          v_no bigint;
          v_version bigint;
          v_written bigint;
        BEGIN
          o_version := p_expected;
          o_position := 0;

          -- The version first. The lock keeps it true until the end.
          SELECT s.no, s.version INTO v_no, v_version FROM {schema}.streams s WHERE s.id = p_stream FOR NO KEY UPDATE;
          IF coalesce(v_version, 0) <> p_expected THEN
            o_status := 1; o_version := coalesce(v_version, 0);
            RETURN;
          END IF;

          -- Then the claims of others, before anything is written: a refusal has nothing to undo.
          IF cardinality(p_claims) > 0 THEN
            SELECT w.claim INTO o_claim
            FROM unnest(p_claims) WITH ORDINALITY AS w (claim, ordinal) JOIN {schema}.claims c ON c.claim = w.claim
            WHERE c.stream IS DISTINCT FROM v_no ORDER BY w.ordinal LIMIT 1;
          END IF;
          IF o_claim IS NOT NULL THEN
            o_status := 2;
            IF v_no IS NULL THEN
              -- There was no row to lock, so another host may have made this very stream since, and the claim be its own.
              SELECT s.version INTO v_version FROM {schema}.streams s WHERE s.id = p_stream;
              IF FOUND THEN o_status := 1; o_version := v_version; o_claim := NULL; END IF;
            END IF;
            RETURN;
          END IF;

          IF v_no IS NULL THEN
            INSERT INTO {schema}.streams (id, version, snapshot_machine, snapshot_version, snapshot, deadline, ready_at)
            VALUES (p_stream, cardinality(p_types), p_snapshot_machine, p_snapshot_version, p_snapshot, p_deadline, p_deadline)
            ON CONFLICT (id) DO NOTHING RETURNING no INTO v_no;
            IF v_no IS NULL THEN
              SELECT s.version INTO o_version FROM {schema}.streams s WHERE s.id = p_stream;
              o_status := 1;
              RETURN;
            END IF;
          ELSE
            UPDATE {schema}.streams SET version = p_expected + cardinality(p_types), snapshot_machine = p_snapshot_machine, snapshot_version = p_snapshot_version,
              snapshot = p_snapshot, deadline = p_deadline, ready_at = p_deadline, lease_owner = NULL
            WHERE no = v_no;
            DELETE FROM {schema}.claims WHERE stream = v_no AND claim <> ALL (p_claims);
            DELETE FROM {schema}.index_entries i WHERE i.stream_id = p_stream
              AND NOT EXISTS (SELECT FROM unnest(p_index_names, p_index_values) AS w (name, value) WHERE w.name = i.name AND w.value = i.value);
          END IF;

          IF cardinality(p_claims) > 0 THEN
            -- In one order for all hosts, so that two that want the same claims wait for each other in a row and not in a circle.
            INSERT INTO {schema}.claims (claim, stream) SELECT DISTINCT w.claim COLLATE "C", v_no FROM unnest(p_claims) AS w (claim) ORDER BY 1
            ON CONFLICT (claim) DO NOTHING;
            GET DIAGNOSTICS v_written = ROW_COUNT;
            IF v_written < cardinality(p_claims) AND EXISTS (SELECT FROM unnest(p_claims) AS w (claim) WHERE NOT EXISTS (SELECT FROM {schema}.claims c WHERE c.claim = w.claim AND c.stream = v_no)) THEN
              RAISE EXCEPTION 'support_sdk: a claim went to a commit that ended just now' USING ERRCODE = 'serialization_failure',
                HINT = 'The store repeats the commit, which then sees whose the claim is.';
            END IF;
          END IF;

          IF cardinality(p_index_names) > 0 THEN
            INSERT INTO {schema}.index_entries (name, value, stream_id)
            SELECT w.name, w.value, p_stream FROM unnest(p_index_names, p_index_values) AS w (name, value)
            ON CONFLICT DO NOTHING;
          END IF;

          IF p_completes IS NOT NULL THEN
            DELETE FROM {schema}.effects WHERE id = p_completes;
          END IF;

          -- Positions must become visible in their order, or a reader would pass by one that appears late. A sequence alone numbers in the order of the calls, not of
          -- the commits. So only one commit at a time draws positions, and keeps the lock until it is visible. Nothing above this line is done under the lock, and
          -- nothing below waits for another lock but that of NOTIFY, which every other commit here takes in the same order. See docs/decisions/0008-positions.md.
          PERFORM pg_advisory_xact_lock({positions_lock});

          -- One event is the rule, and worth a statement that needs no sets.
          IF cardinality(p_types) = 1 THEN
            INSERT INTO {schema}.events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation)
            VALUES (v_no, p_expected + 1, p_machines[1], p_machine_versions[1], p_types[1], p_data[1], p_subjects[1], p_from[1], p_to[1], p_actor, p_at, p_correlation)
            RETURNING position INTO o_position;
          ELSE
            WITH written AS (
              INSERT INTO {schema}.events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation)
              SELECT v_no, p_expected + e.ordinal, e.machine, e.machine_version, e.type, e.data, e.subject, e.from_status, e.to_status, p_actor, p_at, p_correlation
              FROM unnest(p_machines, p_machine_versions, p_types, p_data, p_subjects, p_from, p_to) WITH ORDINALITY
                AS e (machine, machine_version, type, data, subject, from_status, to_status, ordinal)
              ORDER BY e.ordinal
              RETURNING position)
            SELECT max(position) INTO o_position FROM written;
          END IF;

          -- Under the lock as well: effects that are due at one instant are handed out in the order in which they were committed.
          IF cardinality(p_effects) > 0 THEN
            INSERT INTO {schema}.effects (id, machine_version, data, status, attempts, committed_at, due_at, ready_at, lease_owner, lease_until, actor, correlation)
            SELECT e.id, e.machine_version, e.data, 0, 0, p_at, p_at, greatest(p_at, p_lease_until), p_lease_owner, p_lease_until, p_actor, p_correlation
            FROM unnest(p_effects, p_effect_versions, p_effect_data) WITH ORDINALITY AS e (id, machine_version, data, ordinal)
            ORDER BY e.ordinal;
          END IF;

          PERFORM pg_notify({channel}, '');
          o_status := 0;
          o_version := p_expected + cardinality(p_types);
        END
        $commit$;
        """;
}
