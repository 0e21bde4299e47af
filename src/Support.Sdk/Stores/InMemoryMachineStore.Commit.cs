using Support.Sdk.StateMachines;

namespace Support.Sdk.Stores;

public sealed partial class InMemoryMachineStore
{
    private CommitResult Commit_NeedsLock(StreamCommit commit)
    {
        var version = _streams.TryGetValue(commit.Stream, out var stream) ? stream.Version : 0;
        if (version != commit.ExpectedVersion)
        {
            return new(CommitStatus.VersionConflict, version);
        }

        foreach (var claim in commit.Claims)
        {
            if (_claims.TryGetValue(claim, out var holder) && holder != commit.Stream)
            {
                return new(CommitStatus.ClaimTaken, version, Claim: claim);
            }
        }

        if (stream is null)
        {
            _streams[commit.Stream] = stream = new();
        }

        ReplaceClaims_NeedsLock(commit, stream);
        ReplaceIndex_NeedsLock(commit, stream);
        Append_NeedsLock(commit, stream);
        stream.Snapshot = commit.Snapshot with { Data = Copy(commit.Snapshot.Data) };
        stream.Deadline = commit.Deadline?.ToUniversalTime();
        stream.Lease = null;
        if (commit.CompletesEffect is { } completed)
        {
            _effects.Remove(completed);
        }

        AddEffects_NeedsLock(commit);
        var position = _log.Count;
        var signal = _committed;
        _committed = NewSignal();
        signal.SetResult();
        return new(CommitStatus.Committed, stream.Version, position);
    }

    private void ReplaceClaims_NeedsLock(StreamCommit commit, StreamEntry stream)
    {
        foreach (var claim in stream.Claims)
        {
            _claims.Remove(claim);
        }

        stream.Claims = [.. commit.Claims];
        foreach (var claim in stream.Claims)
        {
            _claims[claim] = commit.Stream;
        }
    }

    private void ReplaceIndex_NeedsLock(StreamCommit commit, StreamEntry stream)
    {
        foreach (var entry in stream.Index)
        {
            var streams = _index[entry];
            streams.Remove(commit.Stream.Value);
            if (streams.Count == 0)
            {
                _index.Remove(entry);
            }
        }

        stream.Index = [.. commit.Index.Distinct()];
        foreach (var entry in stream.Index)
        {
            if (!_index.TryGetValue(entry, out var streams))
            {
                _index[entry] = streams = new(CodePointComparer.Instance);
            }

            streams.Add(commit.Stream.Value);
        }
    }

    private void Append_NeedsLock(StreamCommit commit, StreamEntry stream)
    {
        foreach (var (stored, change) in commit.Events)
        {
            var recorded = new RecordedEvent(
                commit.Stream,
                stream.Version + 1,
                _log.Count + 1,
                stored with { Data = Copy(stored.Data) },
                change,
                commit.ActorId,
                commit.At.ToUniversalTime(),
                commit.CorrelationId);
            stream.Events.Add(recorded);
            _log.Add(recorded);
        }
    }

    private void AddEffects_NeedsLock(StreamCommit commit)
    {
        var at = commit.At.ToUniversalTime();
        foreach (var (id, data) in commit.Effects)
        {
            var machineVersion = commit.Events[(int)(id.Version - commit.ExpectedVersion - 1)].Event.Version;
            var effect = new StoredEffect(id, machineVersion, Copy(data), EffectStatus.Pending, 0, at, at, commit.ActorId, commit.CorrelationId, null);
            _effects[id] = new EffectEntry(effect, ++_sequence) { Lease = commit.EffectLease };
        }
    }

    private static ReadOnlyMemory<byte> Copy(ReadOnlyMemory<byte> data) => data.ToArray();

    private sealed class StreamEntry
    {
        public List<RecordedEvent> Events { get; } = [];

        public long Version => Events.Count;

        public StoredSnapshot Snapshot { get; set; }

        public DateTimeOffset? Deadline { get; set; }

        public Lease? Lease { get; set; }

        public IReadOnlyList<string> Claims { get; set; } = [];

        public IReadOnlyList<IndexEntry> Index { get; set; } = [];

        public DateTimeOffset? ReadyAt => Later(Deadline, Lease);

        public StreamRecord ToRecord(StreamId id) => new(id, Version, Snapshot, Deadline);

        public List<RecordedEvent> EventsAfter(long version, int limit) =>
            version >= Events.Count ? [] : Events.GetRange((int)version, (int)Math.Min(limit, Events.Count - version));
    }

    private sealed class EffectEntry(StoredEffect effect, long sequence)
    {
        public StoredEffect Effect { get; set; } = effect;

        public long Sequence { get; } = sequence;

        public Lease? Lease { get; set; }

        public DateTimeOffset ReadyAt => Later(Effect.DueAt, Lease)!.Value;
    }

    /// <summary>When work can be taken: not before it is due, and not before its lease has run out.</summary>
    private static DateTimeOffset? Later(DateTimeOffset? due, Lease? lease) => lease is { } held && held.Until > due ? held.Until.ToUniversalTime() : due;
}
