using System.Text;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

/// <summary>What the cases commit.</summary>
internal static class Given
{
    public const string Machine = "conformance";

    public const int MachineVersion = 3;

    /// <summary>An instant with all seven digits of its second, so that a store that rounds is found out.</summary>
    public static readonly DateTimeOffset Now = new DateTimeOffset(2031, 5, 17, 9, 30, 12, TimeSpan.Zero).AddTicks(1234567);

    public static StreamId Stream(string key = "one") => StreamId.Create(Machine, key);

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""");

    public static NewEvent Event(string text = "happened", string type = "happened") =>
        new(new StoredEvent(Machine, MachineVersion, type, Json(text)), new StatusChange("", "before", "after"));

    public static StoredSnapshot Snapshot(string text = "state") => new(Machine, MachineVersion, Json(text));

    public static EffectId Effect(StreamId stream, long version = 1, int ordinal = 0) => new(stream, version, ordinal);

    public static NewEffect NewEffect(EffectId id) => new(id, Json(id.ToString()));

    public static Lease Lease(string owner, int seconds) => new(owner, Now.AddSeconds(seconds));

    public static StreamCommit Commit(StreamId stream, long expectedVersion = 0, int events = 1) => new()
    {
        Stream = stream,
        ExpectedVersion = expectedVersion,
        Events = [.. Enumerable.Range(0, events).Select(i => Event($"event {expectedVersion + 1 + i}"))],
        Snapshot = Snapshot($"state {expectedVersion + events}"),
        ActorId = "agent-7",
        At = Now,
        CorrelationId = "correlation-1",
    };

    /// <summary>A first commit with so many effects, all caused by its one event.</summary>
    public static StreamCommit CommitWithEffects(StreamId stream, int count, Lease? lease = null) =>
        Commit(stream) with { Effects = [.. Enumerable.Range(0, count).Select(ordinal => NewEffect(Effect(stream, 1, ordinal)))], EffectLease = lease };

    public static async Task<CommitResult> CommittedAsync(IMachineStore store, StreamCommit commit, CancellationToken cancellationToken)
    {
        var result = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        Verify.Equal(CommitStatus.Committed, result.Status, $"committing {commit.Stream} at version {commit.ExpectedVersion}");
        return result;
    }

    /// <summary>A new stream with one effect, due now and leased by nobody.</summary>
    public static async Task<EffectId> PendingEffectAsync(IMachineStore store, CancellationToken cancellationToken)
    {
        var stream = Stream();
        await CommittedAsync(store, CommitWithEffects(stream, 1), cancellationToken).ConfigureAwait(false);
        return Effect(stream);
    }

    /// <summary>A new stream with one effect that failed for good.</summary>
    public static async Task<EffectId> FailedEffectAsync(IMachineStore store, string key, CancellationToken cancellationToken)
    {
        var stream = Stream(key);
        await CommittedAsync(store, CommitWithEffects(stream, 1, Lease("failing", 60)), cancellationToken).ConfigureAwait(false);
        Verify.True(
            await store.FailEffectAsync(Effect(stream), "failing", "it broke", cancellationToken).ConfigureAwait(false),
            "the owner of the lease fails the effect");
        return Effect(stream);
    }

    public static async Task<List<RecordedEvent>> HistoryAsync(IMachineStore store, StreamId stream, long afterVersion, CancellationToken cancellationToken)
    {
        var history = new List<RecordedEvent>();
        await foreach (var recorded in store.ReadEventsAsync(stream, afterVersion, cancellationToken).ConfigureAwait(false))
        {
            history.Add(recorded);
        }

        return history;
    }
}
