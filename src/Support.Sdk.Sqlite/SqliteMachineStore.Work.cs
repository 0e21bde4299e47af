using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite;

public sealed partial class SqliteMachineStore
{
    private const string EffectColumns = "id, machine_version, data, status, attempts, committed_at, due_at, actor, correlation, last_error";

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.WriteAsync(
            static (session, take) =>
            {
                var effects = new List<StoredEffect>();
                using (var select = session.Prepare($"SELECT {EffectColumns} FROM support_effects WHERE status = 0 AND ready_at <= ?1 ORDER BY due_at, no LIMIT ?2"))
                {
                    select.Bind(take.now).Bind(take.limit);
                    while (select.Step())
                    {
                        effects.Add(ReadEffect(select));
                    }
                }

                effects.ForEach(effect => WriteLease(session, effect.Id, take.lease));
                return (effects, Commit: effects.Count > 0);
            },
            (lease, now, limit),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        StoreArguments.ThrowIfNoOwner(lease);
        return _database.WriteAsync(
            static (session, take) =>
            {
                StoredEffect stored;
                using (var select = session.Prepare(
                    $"SELECT {EffectColumns} FROM support_effects WHERE id = ?1 AND status = 0 AND (lease_owner IS NULL OR lease_owner = ?2 OR lease_until <= ?3)"))
                {
                    if (!select.Bind(take.effect.ToString()).Bind(take.lease.Owner).Bind(take.now).Step())
                    {
                        return ((StoredEffect?)null, Commit: false);
                    }

                    stored = ReadEffect(select);
                }

                WriteLease(session, take.effect, take.lease);
                return (stored, Commit: true);
            },
            (effect, lease, now),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return _database.WriteAsync(
            static (session, call) => OneRow(session.Prepare("DELETE FROM support_effects WHERE id = ?1 AND status = 0 AND lease_owner = ?2")
                .Bind(call.effect.ToString()).Bind(call.owner)),
            (effect, owner),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(error);
        return _database.WriteAsync(
            static (session, call) => OneRow(session.Prepare("""
                UPDATE support_effects SET attempts = attempts + 1, last_error = ?3, due_at = ?4, ready_at = ?4, lease_owner = NULL, lease_until = NULL
                WHERE id = ?1 AND status = 0 AND lease_owner = ?2
                """).Bind(call.effect.ToString()).Bind(call.owner).Bind(call.error).Bind(call.dueAt)),
            (effect, owner, dueAt, error),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentNullException.ThrowIfNull(error);
        return _database.WriteAsync(
            static (session, call) => OneRow(session.Prepare("""
                UPDATE support_effects SET status = 1, attempts = attempts + 1, last_error = ?3, lease_owner = NULL, lease_until = NULL
                WHERE id = ?1 AND status = 0 AND lease_owner = ?2
                """).Bind(call.effect.ToString()).Bind(call.owner).Bind(call.error)),
            (effect, owner, error),
            cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoPage(limit);
        return await _database.ReadAsync(
            static (session, page) =>
            {
                using var select = session.Prepare($"SELECT {EffectColumns} FROM support_effects WHERE status = 1 AND id > ?1 ORDER BY id LIMIT ?2");
                select.Bind(page.after?.ToString() ?? "").Bind(page.limit);
                var effects = new List<StoredEffect>();
                while (select.Step())
                {
                    effects.Add(ReadEffect(select));
                }

                return effects;
            },
            (after, limit),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return _database.WriteAsync(
            static (session, call) => OneRow(session.Prepare(
                "UPDATE support_effects SET status = 0, attempts = 0, last_error = NULL, due_at = ?2, ready_at = ?2 WHERE id = ?1 AND status = 1")
                .Bind(call.effect.ToString()).Bind(call.dueAt)),
            (effect, dueAt),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return _database.WriteAsync(
            static (session, id) => OneRow(session.Prepare("DELETE FROM support_effects WHERE id = ?1 AND status = 1").Bind(id.ToString())),
            effect,
            cancellationToken);
    }

    private static (bool Result, bool Commit) OneRow(SqliteStatement statement)
    {
        var changed = statement.Execute() == 1;
        return (changed, changed);
    }

    private static void WriteLease(SqliteSession session, EffectId effect, Lease lease) =>
        session.Prepare("UPDATE support_effects SET lease_owner = ?2, lease_until = ?3, ready_at = max(due_at, ?3) WHERE id = ?1")
            .Bind(effect.ToString()).Bind(lease.Owner).Bind(lease.Until).Execute();

    private static StoredEffect ReadEffect(SqliteStatement row) =>
        new(
            EffectId.Parse(row.Text(0)),
            (int)row.Int64(1),
            row.Bytes(2),
            row.Int64(3) == 0 ? EffectStatus.Pending : EffectStatus.Failed,
            (int)row.Int64(4),
            row.Instant(5),
            row.Instant(6),
            row.Text(7),
            row.Text(8),
            row.TextOrNull(9));
}
