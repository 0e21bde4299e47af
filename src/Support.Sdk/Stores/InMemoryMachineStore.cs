using System.Runtime.CompilerServices;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

/// <summary>Keeps everything in the memory of one process: for tests, trials and tools. What it holds ends with the process.</summary>
/// <remarks>
/// Thread-safe. Keeps the promises of <see cref="IMachineStore"/> with two exceptions that lie in its nature: nothing is durable, and no other process shares it.
/// Data is copied on the way in; callers may reuse their buffers. Never blocks longer than the work on a few collections takes.
/// </remarks>
public sealed partial class InMemoryMachineStore : IMachineStore
{
    private const int PageSize = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<StreamId, StreamEntry> _streams = [];
    private readonly List<RecordedEvent> _log = [];
    private readonly Dictionary<string, StreamId> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<IndexEntry, SortedSet<string>> _index = [];
    private readonly Dictionary<EffectId, EffectEntry> _effects = [];
    private TaskCompletionSource _committed = NewSignal();
    private long _sequence;

    /// <inheritdoc />
    public ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        return Locked(() => _streams.TryGetValue(stream, out var entry) ? entry.ToRecord(stream) : null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        commit.Validate();
        return Locked(() => Commit_NeedsLock(commit), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoStream(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        return ReadAsync(cancellationToken);

        async IAsyncEnumerable<RecordedEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var version = afterVersion;
            while (true)
            {
                var page = await Locked(() => _streams.TryGetValue(stream, out var entry) ? entry.EventsAfter(version, PageSize) : [], cancellation).ConfigureAwait(false);
                foreach (var recorded in page)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return recorded;
                }

                if (page.Count < PageSize)
                {
                    yield break;
                }

                version = page[^1].Version;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StreamRecord>> FindAsync(IndexEntry entry, StreamId after = default, int limit = 100, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEntry(entry);
        StoreArguments.ThrowIfNoPage(limit);
        return Locked<IReadOnlyList<StreamRecord>>(() => Find_NeedsLock(entry, after, limit), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default)
    {
        StoreArguments.ThrowIfNoEntry(entry);
        StoreArguments.ThrowIfNoCount(atMost);
        return Locked(() => _index.TryGetValue(entry, out var streams) ? Math.Min(streams.Count, atMost) : 0, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        Locked(() => EffectsDue_NeedsLock.Concat(DeadlinesDue_NeedsLock).Min(), cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default) => Locked(() => EffectsDue_NeedsLock.Min(), cancellationToken);

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default) => Locked(() => DeadlinesDue_NeedsLock.Min(), cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        StoreArguments.ThrowIfNoPage(limit);
        return Locked<IReadOnlyList<RecordedEvent>>(() => ChangesAfter_NeedsLock(afterPosition, limit), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default) => Locked<long>(() => _log.Count, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> WatchAsync(long afterPosition, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        return FollowAsync(cancellationToken);

        async IAsyncEnumerable<RecordedEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            var position = afterPosition;
            while (true)
            {
                // The signal is taken together with the page: a commit after it completes this very signal, so none is slept through.
                var (page, next) = await Locked(() => (ChangesAfter_NeedsLock(position, PageSize), _committed.Task), cancellation).ConfigureAwait(false);
                foreach (var recorded in page)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return recorded;
                    position = recorded.Position;
                }

                if (page.Count == 0)
                {
                    await next.WaitAsync(cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <inheritdoc />
    public ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : ValueTask.CompletedTask;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ValueTask<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        lock (_gate)
        {
            return ValueTask.FromResult(action());
        }
    }

    private List<StreamRecord> Find_NeedsLock(IndexEntry entry, StreamId after, int limit)
    {
        if (!_index.TryGetValue(entry, out var streams))
        {
            return [];
        }

        return streams.Where(id => CodePointComparer.Instance.Compare(id, after.Value) > 0).Take(limit)
            .Select(StreamId.Parse).Select(id => _streams[id].ToRecord(id)).ToList();
    }

    private List<RecordedEvent> ChangesAfter_NeedsLock(long position, int limit) =>
        // Positions count from 1 without gaps here, so a position is an index.
        position >= _log.Count ? [] : _log.GetRange((int)position, (int)Math.Min(limit, _log.Count - position));
}
