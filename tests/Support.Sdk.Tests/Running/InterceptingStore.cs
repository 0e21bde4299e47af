using Support.Sdk.Stores;

namespace Support.Sdk.Tests.Running;

/// <summary>A store that lets a test act between a decision and its commit.</summary>
internal sealed class InterceptingStore(IMachineStore inner) : IMachineStore
{
    public Func<StreamCommit, Task>? BeforeCommit { get; set; }

    public Func<StreamCommit, Task>? AfterCommit { get; set; }

    public Action? Check { get; set; }

    /// <summary>Gets what falls due next, before the one who asked does.</summary>
    public Action<DateTimeOffset?>? NextDue { get; set; }

    /// <summary>Whether no effect is given to anybody, as if a transaction that does not end held them all.</summary>
    public bool HoldsEffects { get; set; }

    /// <summary>After which version histories were read.</summary>
    public List<long> HistoryReads { get; } = [];

    /// <summary>Stands in for the watch of the store inside; gets the position and that store.</summary>
    public Func<long, IMachineStore, CancellationToken, IAsyncEnumerable<RecordedEvent>>? Watch { get; set; }

    public int Loads { get; private set; }

    public ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        Loads++;
        return inner.LoadAsync(stream, cancellationToken);
    }

    public async ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default)
    {
        if (BeforeCommit is not null)
        {
            await BeforeCommit(commit);
        }

        var result = await inner.CommitAsync(commit, cancellationToken);
        if (AfterCommit is not null)
        {
            await AfterCommit(commit);
        }

        return result;
    }

    public IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default)
    {
        HistoryReads.Add(afterVersion);
        return inner.ReadEventsAsync(stream, afterVersion, cancellationToken);
    }

    public ValueTask<IReadOnlyList<StreamRecord>> FindAsync(IndexEntry entry, StreamId after = default, int limit = 100, CancellationToken cancellationToken = default) =>
        inner.FindAsync(entry, after, limit, cancellationToken);

    public ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default) => inner.CountAsync(entry, atMost, cancellationToken);

    public ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        HoldsEffects ? ValueTask.FromResult<IReadOnlyList<StoredEffect>>([]) : inner.LeaseEffectsAsync(lease, now, limit, cancellationToken);

    public ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.LeaseEffectAsync(effect, lease, now, cancellationToken);

    public ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default) =>
        inner.CompleteEffectAsync(effect, owner, cancellationToken);

    public ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default) =>
        inner.PostponeEffectAsync(effect, owner, dueAt, error, cancellationToken);

    public ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default) =>
        inner.FailEffectAsync(effect, owner, error, cancellationToken);

    public ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        inner.ListFailedEffectsAsync(after, limit, cancellationToken);

    public ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        inner.RetryEffectAsync(effect, dueAt, cancellationToken);

    public ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default) => inner.DiscardEffectAsync(effect, cancellationToken);

    public ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        inner.LeaseDeadlinesAsync(lease, now, limit, cancellationToken);

    public ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default) =>
        inner.RescheduleDeadlineAsync(deadline, owner, next, cancellationToken);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) => TellAsync(inner.NextDueAsync(cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default) => TellAsync(inner.NextDueEffectAsync(cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default) => TellAsync(inner.NextDueDeadlineAsync(cancellationToken));

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default) =>
        inner.ReadChangesAsync(afterPosition, limit, cancellationToken);

    public ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default) => inner.LastPositionAsync(cancellationToken);

    public IAsyncEnumerable<RecordedEvent> WatchAsync(long afterPosition, CancellationToken cancellationToken = default) =>
        Watch?.Invoke(afterPosition, inner, cancellationToken) ?? inner.WatchAsync(afterPosition, cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        Check?.Invoke();
        return inner.CheckAsync(cancellationToken);
    }

    private async ValueTask<DateTimeOffset?> TellAsync(ValueTask<DateTimeOffset?> answer)
    {
        var due = await answer;
        NextDue?.Invoke(due);
        return due;
    }
}
