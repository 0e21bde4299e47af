using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite;

public sealed partial class SqliteMachineStore
{
    /// <inheritdoc />
    public async ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        commit.Validate();
        using var activity = SqliteStoreTelemetry.StartCommit();
        var started = _database.Telemetry.Now();
        var outcome = "error";
        try
        {
            var result = await _database.WriteAsync(CommitNow, commit, cancellationToken).ConfigureAwait(false);
            outcome = result.Status switch
            {
                CommitStatus.Committed => "committed",
                CommitStatus.VersionConflict => "version_conflict",
                _ => "claim_taken",
            };
            if (result.Status is CommitStatus.Committed)
            {
                _database.SignalCommit();
            }

            return result;
        }
        finally
        {
            _database.Telemetry.CommitEnded(activity, started, outcome);
        }
    }

    private static (CommitResult Result, bool Commit) CommitNow(SqliteSession session, StreamCommit commit)
    {
        if (WriteStream(session, commit) is not { } stream)
        {
            return (new(CommitStatus.VersionConflict, VersionOf(session, commit.Stream)), false);
        }

        if (ReplaceClaims(session, commit, stream) is { } taken)
        {
            return (new(CommitStatus.ClaimTaken, commit.ExpectedVersion, Claim: taken), false);
        }

        ReplaceIndex(session, commit);
        var position = AppendEvents(session, commit, stream);
        WriteEffects(session, commit);
        return (new(CommitStatus.Committed, commit.ExpectedVersion + commit.Events.Count, position), true);
    }

    /// <summary>Checks the version and writes the stream in one statement.</summary>
    /// <returns>The stream's number; <see langword="null"/> when it has another version.</returns>
    private static long? WriteStream(SqliteSession session, StreamCommit commit)
    {
        var isNew = commit.ExpectedVersion == 0;
        using var write = session.Prepare(isNew
            ? """
              INSERT INTO support_streams (version, snapshot_machine, snapshot_version, snapshot, deadline, ready_at, id) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)
              ON CONFLICT (id) DO NOTHING RETURNING no
              """
            : """
              UPDATE support_streams SET version = ?1, snapshot_machine = ?2, snapshot_version = ?3, snapshot = ?4, deadline = ?5, ready_at = ?5, lease_owner = NULL
              WHERE id = ?6 AND version = ?7 RETURNING no
              """);
        write.Bind(commit.ExpectedVersion + commit.Events.Count)
            .Bind(commit.Snapshot.Machine).Bind(commit.Snapshot.Version).Bind(commit.Snapshot.Data)
            .Bind(commit.Deadline).Bind(commit.Stream.Value);
        if (!isNew)
        {
            write.Bind(commit.ExpectedVersion);
        }

        return write.Step() ? write.Int64(0) : null;
    }

    private static long VersionOf(SqliteSession session, StreamId stream)
    {
        using var select = session.Prepare("SELECT version FROM support_streams WHERE id = ?1").Bind(stream.Value);
        return select.Step() ? select.Int64(0) : 0;
    }

    /// <returns>The first claim that another stream holds; <see langword="null"/> when all are the stream's now.</returns>
    private static string? ReplaceClaims(SqliteSession session, StreamCommit commit, long stream)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        if (commit.ExpectedVersion > 0)
        {
            using var select = session.Prepare("SELECT claim FROM support_claims WHERE stream = ?1").Bind(stream);
            while (select.Step())
            {
                held.Add(select.Text(0));
            }
        }

        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in commit.Claims)
        {
            if (kept.Add(claim) && !held.Contains(claim)
                && session.Prepare("INSERT INTO support_claims (claim, stream) VALUES (?1, ?2) ON CONFLICT (claim) DO NOTHING").Bind(claim).Bind(stream).Execute() == 0)
            {
                return claim;
            }
        }

        held.ExceptWith(kept);
        foreach (var claim in held)
        {
            session.Prepare("DELETE FROM support_claims WHERE claim = ?1").Bind(claim).Execute();
        }

        return null;
    }

    private static void ReplaceIndex(SqliteSession session, StreamCommit commit)
    {
        var present = new HashSet<IndexEntry>();
        if (commit.ExpectedVersion > 0)
        {
            using var select = session.Prepare("SELECT name, value FROM support_index WHERE stream_id = ?1").Bind(commit.Stream.Value);
            while (select.Step())
            {
                present.Add(new(select.Text(0), select.Text(1)));
            }
        }

        var kept = new HashSet<IndexEntry>();
        foreach (var entry in commit.Index)
        {
            if (kept.Add(entry) && !present.Contains(entry))
            {
                session.Prepare("INSERT INTO support_index (name, value, stream_id) VALUES (?1, ?2, ?3)").Bind(entry.Name).Bind(entry.Value).Bind(commit.Stream.Value).Execute();
            }
        }

        present.ExceptWith(kept);
        foreach (var entry in present)
        {
            session.Prepare("DELETE FROM support_index WHERE name = ?1 AND value = ?2 AND stream_id = ?3").Bind(entry.Name).Bind(entry.Value).Bind(commit.Stream.Value).Execute();
        }
    }

    /// <returns>The position of the last event.</returns>
    private static long AppendEvents(SqliteSession session, StreamCommit commit, long stream)
    {
        var version = commit.ExpectedVersion;
        foreach (var (stored, change) in commit.Events)
        {
            session.Prepare("""
                INSERT INTO support_events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                """)
                .Bind(stream).Bind(++version)
                .Bind(stored.Machine).Bind(stored.Version).Bind(stored.Type).Bind(stored.Data)
                .Bind(change.Subject).Bind(change.From).Bind(change.To)
                .Bind(commit.ActorId).Bind(commit.At).Bind(commit.CorrelationId)
                .Execute();
        }

        return session.LastInserted;
    }

    private static void WriteEffects(SqliteSession session, StreamCommit commit)
    {
        if (commit.CompletesEffect is { } completed)
        {
            session.Prepare("DELETE FROM support_effects WHERE id = ?1").Bind(completed.ToString()).Execute();
        }

        foreach (var (id, data) in commit.Effects)
        {
            session.Prepare("""
                INSERT INTO support_effects (id, machine_version, data, status, attempts, committed_at, due_at, ready_at, lease_owner, lease_until, actor, correlation)
                VALUES (?1, ?2, ?3, 0, 0, ?4, ?4, max(?4, ifnull(?6, 0)), ?5, ?6, ?7, ?8)
                """)
                .Bind(id.ToString())
                .Bind(commit.Events[(int)(id.Version - commit.ExpectedVersion - 1)].Event.Version)
                .Bind(data)
                .Bind(commit.At)
                .Bind(commit.EffectLease?.Owner).Bind(commit.EffectLease?.Until)
                .Bind(commit.ActorId).Bind(commit.CorrelationId)
                .Execute();
        }
    }
}
