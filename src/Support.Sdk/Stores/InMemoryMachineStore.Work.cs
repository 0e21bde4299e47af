namespace Support.Sdk.Stores;

public sealed partial class InMemoryMachineStore
{
    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return Locked<IReadOnlyList<StoredEffect>>(
            () =>
            {
                var ready = _effects.Values.Where(entry => entry.Effect.Status is EffectStatus.Pending && entry.ReadyAt <= now)
                    .OrderBy(entry => entry.Effect.DueAt).ThenBy(entry => entry.Sequence).Take(limit).ToList();
                ready.ForEach(entry => entry.Lease = lease);
                return ready.ConvertAll(entry => entry.Effect);
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        StoreArguments.ThrowIfNoOwner(lease);
        return Locked(
            () =>
            {
                if (!_effects.TryGetValue(effect, out var entry) || entry.Effect.Status is not EffectStatus.Pending
                    || (entry.Lease is { } held && held.Owner != lease.Owner && held.Until > now))
                {
                    return null;
                }

                entry.Lease = lease;
                return entry.Effect;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return Locked(() => Held_NeedsLock(effect, owner) is not null && _effects.Remove(effect), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return EndAttempt(effect, owner, stored => stored with { DueAt = dueAt.ToUniversalTime(), Attempts = stored.Attempts + 1, LastError = error }, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(error);
        return EndAttempt(effect, owner, stored => stored with { Status = EffectStatus.Failed, Attempts = stored.Attempts + 1, LastError = error }, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoPage(limit);
        var afterText = after?.ToString() ?? "";
        return Locked<IReadOnlyList<StoredEffect>>(
            () => _effects.Values.Where(entry => entry.Effect.Status is EffectStatus.Failed).Select(entry => (Text: entry.Effect.Id.ToString(), entry.Effect))
                .Where(failed => CodePointComparer.Instance.Compare(failed.Text, afterText) > 0)
                .OrderBy(failed => failed.Text, CodePointComparer.Instance).Take(limit).Select(failed => failed.Effect).ToList(),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return Locked(
            () =>
            {
                if (Failed_NeedsLock(effect) is not { } entry)
                {
                    return false;
                }

                entry.Effect = entry.Effect with { Status = EffectStatus.Pending, DueAt = dueAt.ToUniversalTime(), Attempts = 0, LastError = null };
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        return Locked(() => Failed_NeedsLock(effect) is not null && _effects.Remove(effect), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoOwner(lease);
        StoreArguments.ThrowIfNoPage(limit);
        return Locked<IReadOnlyList<DueDeadline>>(
            () =>
            {
                var ready = _streams.Where(pair => pair.Value.ReadyAt <= now).OrderBy(pair => pair.Value.Deadline).Take(limit).ToList();
                ready.ForEach(pair => pair.Value.Lease = lease);
                return ready.ConvertAll(pair => new DueDeadline(pair.Key, pair.Value.Deadline!.Value));
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(deadline.Stream, nameof(deadline));
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return Locked(
            () =>
            {
                if (!_streams.TryGetValue(deadline.Stream, out var stream) || stream.Deadline != deadline.Deadline || stream.Lease?.Owner != owner)
                {
                    return false;
                }

                stream.Deadline = next?.ToUniversalTime();
                stream.Lease = null;
                return true;
            },
            cancellationToken);
    }

    private IEnumerable<DateTimeOffset?> EffectsDue_NeedsLock =>
        _effects.Values.Where(effect => effect.Effect.Status is EffectStatus.Pending).Select(effect => (DateTimeOffset?)effect.ReadyAt);

    private IEnumerable<DateTimeOffset?> DeadlinesDue_NeedsLock => _streams.Values.Where(stream => stream.Deadline is not null).Select(stream => stream.ReadyAt);

    private ValueTask<bool> EndAttempt(EffectId effect, string owner, Func<StoredEffect, StoredEffect> change, CancellationToken cancellationToken)
    {
        StoreArguments.ThrowIfNoEffect(effect);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return Locked(
            () =>
            {
                if (Held_NeedsLock(effect, owner) is not { } entry)
                {
                    return false;
                }

                entry.Effect = change(entry.Effect);
                entry.Lease = null;
                return true;
            },
            cancellationToken);
    }

    private EffectEntry? Held_NeedsLock(EffectId effect, string owner) =>
        _effects.TryGetValue(effect, out var entry) && entry.Effect.Status is EffectStatus.Pending && entry.Lease?.Owner == owner ? entry : null;

    private EffectEntry? Failed_NeedsLock(EffectId effect) =>
        _effects.TryGetValue(effect, out var entry) && entry.Effect.Status is EffectStatus.Failed ? entry : null;
}
