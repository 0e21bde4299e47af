using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql;

public sealed partial class PostgreSqlMachineStore
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.WriteAsync(
            _database.Sql.LeaseDeadlines,
            parameters => parameters.Bind(now).Bind(limit).Bind(lease.Owner).Bind(lease.Until),
            static row => new DueDeadline(StreamId.Parse(row.Text(0)), row.Instant(1)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(deadline.Stream, nameof(deadline));
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return await _database.WriteAsync(
            _database.Sql.Reschedule,
            parameters => parameters.Bind(deadline.Stream.Value).Bind(deadline.Deadline).Bind(owner).Bind(next),
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) => NextAsync(_database.Sql.NextDue, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default) => NextAsync(_database.Sql.NextDueEffect, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default) => NextAsync(_database.Sql.NextDueDeadline, cancellationToken);

    private async ValueTask<DateTimeOffset?> NextAsync(string sql, CancellationToken cancellationToken) =>
        (await _database.ReadAsync(sql, static _ => { }, static row => row.InstantOrNull(0), cancellationToken).ConfigureAwait(false))[0];
}
