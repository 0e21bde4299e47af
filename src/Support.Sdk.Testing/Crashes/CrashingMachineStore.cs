using Support.Sdk.Stores;

namespace Support.Sdk.Testing;

/// <summary>A store whose process may die before and after each of its writes; what another process sees of it is what was really written.</summary>
/// <remarks>As thread-safe as the store inside.</remarks>
public sealed class CrashingMachineStore : IMachineStore
{
    private readonly IMachineStore _inner;
    private readonly CrashPlan _plan;

    /// <summary>Creates a store.</summary>
    /// <param name="inner">The store inside; another handle on its data is what survives.</param>
    /// <param name="plan">When the process dies.</param>
    public CrashingMachineStore(IMachineStore inner, CrashPlan plan)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(plan);
        _inner = inner;
        _plan = plan;
    }

    /// <inheritdoc />
    public ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default) => _inner.LoadAsync(stream, cancellationToken);

    /// <inheritdoc />
    public ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default) =>
        WriteAsync("commit", () => _inner.CommitAsync(commit, cancellationToken));

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default) =>
        _inner.ReadEventsAsync(stream, afterVersion, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StreamRecord>> FindAsync(IndexEntry entry, StreamId after = default, int limit = 100, CancellationToken cancellationToken = default) =>
        _inner.FindAsync(entry, after, limit, cancellationToken);

    /// <inheritdoc />
    public ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default) => _inner.CountAsync(entry, atMost, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        WriteAsync("lease effects", () => _inner.LeaseEffectsAsync(lease, now, limit, cancellationToken));

    /// <inheritdoc />
    public ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        WriteAsync("lease effect", () => _inner.LeaseEffectAsync(effect, lease, now, cancellationToken));

    /// <inheritdoc />
    public ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default) =>
        WriteAsync("complete effect", () => _inner.CompleteEffectAsync(effect, owner, cancellationToken));

    /// <inheritdoc />
    public ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default) =>
        WriteAsync("postpone effect", () => _inner.PostponeEffectAsync(effect, owner, dueAt, error, cancellationToken));

    /// <inheritdoc />
    public ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default) =>
        WriteAsync("fail effect", () => _inner.FailEffectAsync(effect, owner, error, cancellationToken));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        _inner.ListFailedEffectsAsync(after, limit, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        WriteAsync("retry effect", () => _inner.RetryEffectAsync(effect, dueAt, cancellationToken));

    /// <inheritdoc />
    public ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default) =>
        WriteAsync("discard effect", () => _inner.DiscardEffectAsync(effect, cancellationToken));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        WriteAsync("lease deadlines", () => _inner.LeaseDeadlinesAsync(lease, now, limit, cancellationToken));

    /// <inheritdoc />
    public ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default) =>
        WriteAsync("reschedule deadline", () => _inner.RescheduleDeadlineAsync(deadline, owner, next, cancellationToken));

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) => _inner.NextDueAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default) => _inner.NextDueEffectAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default) => _inner.NextDueDeadlineAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default) =>
        _inner.ReadChangesAsync(afterPosition, limit, cancellationToken);

    /// <inheritdoc />
    public ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default) => _inner.LastPositionAsync(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> WatchAsync(long afterPosition, CancellationToken cancellationToken = default) => _inner.WatchAsync(afterPosition, cancellationToken);

    /// <inheritdoc />
    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => _inner.CheckAsync(cancellationToken);

    private async ValueTask<T> WriteAsync<T>(string name, Func<ValueTask<T>> write)
    {
        _plan.Step($"before {name}");
        var result = await write().ConfigureAwait(false);
        _plan.Step($"after {name}");
        return result;
    }
}
