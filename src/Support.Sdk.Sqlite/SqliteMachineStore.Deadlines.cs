using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite;

public sealed partial class SqliteMachineStore
{
    // A look-up at the end of an index each, whatever the amount of work.
    private const string NextEffect = "SELECT ready_at FROM support_effects WHERE status = 0 ORDER BY ready_at LIMIT 1";
    private const string NextDeadline = "SELECT ready_at FROM support_streams WHERE ready_at IS NOT NULL ORDER BY ready_at LIMIT 1";

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.WriteAsync(
            static (session, take) =>
            {
                var due = new List<DueDeadline>();
                using (var select = session.Prepare("SELECT id, deadline FROM support_streams WHERE ready_at <= ?1 ORDER BY deadline, no LIMIT ?2"))
                {
                    select.Bind(take.now).Bind(take.limit);
                    while (select.Step())
                    {
                        due.Add(new(StreamId.Parse(select.Text(0)), select.Instant(1)));
                    }
                }

                foreach (var (stream, _) in due)
                {
                    session.Prepare("UPDATE support_streams SET lease_owner = ?2, ready_at = max(deadline, ?3) WHERE id = ?1")
                        .Bind(stream.Value).Bind(take.lease.Owner).Bind(take.lease.Until).Execute();
                }

                return (due, Commit: due.Count > 0);
            },
            (lease, now, limit),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(deadline.Stream, nameof(deadline));
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return _database.WriteAsync(
            static (session, call) => OneRow(session.Prepare("""
                UPDATE support_streams SET deadline = ?4, ready_at = ?4, lease_owner = NULL WHERE id = ?1 AND deadline = ?2 AND lease_owner = ?3
                """).Bind(call.deadline.Stream.Value).Bind(call.deadline.Deadline).Bind(call.owner).Bind(call.next)),
            (deadline, owner, next),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        NextAsync($"SELECT min(ready_at) FROM (SELECT * FROM ({NextEffect}) UNION ALL SELECT * FROM ({NextDeadline}))", cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default) => NextAsync(NextEffect, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default) => NextAsync(NextDeadline, cancellationToken);

    private ValueTask<DateTimeOffset?> NextAsync(string sql, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            static (session, query) =>
            {
                using var select = session.Prepare(query);
                return select.Step() ? select.InstantOrNull(0) : null;
            },
            sql,
            cancellationToken);
}
