using Npgsql;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql;

public sealed partial class PostgreSqlMachineStore
{
    /// <inheritdoc />
    /// <remarks>Passes over rows that another host is leasing at this very moment instead of waiting for it.</remarks>
    public async ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.WriteAsync(
            _database.Sql.LeaseEffects,
            parameters => parameters.Bind(now).Bind(limit).Bind(lease.Owner).Bind(lease.Until),
            ReadEffect,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        StoreArguments.ThrowIfNoOwner(lease);
        var leased = await _database.WriteAsync(
            _database.Sql.LeaseEffect,
            parameters => parameters.Bind(effect.ToString()).Bind(lease.Owner).Bind(lease.Until).Bind(now),
            ReadEffect,
            cancellationToken).ConfigureAwait(false);
        return leased is [var stored] ? stored : null;
    }

    /// <inheritdoc />
    public ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return ChangedAsync(_database.Sql.CompleteEffect, parameters => parameters.Bind(effect.ToString()).Bind(owner), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(error);
        return ChangedAsync(_database.Sql.PostponeEffect, parameters => parameters.Bind(effect.ToString()).Bind(owner).Bind(error).Bind(dueAt), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(error);
        return ChangedAsync(_database.Sql.FailEffect, parameters => parameters.Bind(effect.ToString()).Bind(owner).Bind(error), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.ReadAsync(
            _database.Sql.FailedEffects,
            parameters => parameters.Bind(after?.ToString() ?? "").Bind(limit),
            ReadEffect,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return ChangedAsync(_database.Sql.RetryEffect, parameters => parameters.Bind(effect.ToString()).Bind(dueAt), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return ChangedAsync(_database.Sql.DiscardEffect, parameters => parameters.Bind(effect.ToString()), cancellationToken);
    }

    private async ValueTask<bool> ChangedAsync(string sql, Action<NpgsqlParameterCollection> bind, CancellationToken cancellationToken) =>
        await _database.WriteAsync(sql, bind, cancellationToken).ConfigureAwait(false) == 1;

    private static StoredEffect ReadEffect(NpgsqlDataReader row) => new(
        EffectId.Parse(row.Text(0)),
        row.GetInt32(1),
        row.Bytes(2),
        row.GetInt16(3) == 0 ? EffectStatus.Pending : EffectStatus.Failed,
        row.GetInt32(4),
        row.Instant(5),
        row.Instant(6),
        row.Text(7),
        row.Text(8),
        row.TextOrNull(9));
}
