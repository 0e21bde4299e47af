using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class CommitCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("commit/new-stream", "a first commit makes the stream, visible to every handle", NewStream),
        new("commit/unknown-stream", "a stream that was never committed does not exist", UnknownStream),
        new("commit/next-version", "a commit at the expected version adds its events and replaces the snapshot", NextVersion),
        new("commit/version-conflict", "a commit at another version changes nothing and tells the version", VersionConflict),
        new("commit/conflict-changes-nothing", "a refused commit leaves claims, index, effects, deadline and history as they were", ConflictChangesNothing),
        new("commit/instants", "deadlines and times keep 100 ns and come back in UTC", Instants),
        new("commit/big", "big payloads, empty payloads and many events in one commit are kept", Big),
        new("commit/copies", "the store keeps its own copy of the data", Copies),
        new("commit/ordinal-ids", "stream ids are compared ordinally", OrdinalIds),
    ];

    private static async Task NewStream(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();

        var result = await Given.CommittedAsync(store, Given.Commit(stream, events: 2), ct).ConfigureAwait(false);

        Verify.Equal(2, result.Version, "the version after two events");
        Verify.True(result.Position > 0, "a commit tells the position of its last event");
        Verify.Equal(null, result.Claim, "the claim of a commit that went through");
        foreach (var handle in new[] { store, other })
        {
            var record = Verify.NotNull(await handle.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
            Verify.Equal(stream, record.Id, "its id");
            Verify.Equal(2, record.Version, "its version");
            Verify.Equal(Given.Machine, record.Snapshot.Machine, "the machine of its snapshot");
            Verify.Equal(Given.MachineVersion, record.Snapshot.Version, "the machine's version of its snapshot");
            Verify.Bytes(Given.Json("state 2"), record.Snapshot.Data, "its snapshot");
            Verify.Equal(null, record.Deadline, "its deadline");
        }
    }

    private static async Task UnknownStream(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("another")), ct).ConfigureAwait(false);

        Verify.Equal(null, await store.LoadAsync(Given.Stream(), ct).ConfigureAwait(false), "a stream that does not exist");
        Verify.Equal(0, (await Given.HistoryAsync(store, Given.Stream(), 0, ct).ConfigureAwait(false)).Count, "the events of a stream that does not exist");
    }

    private static async Task NextVersion(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var first = await Given.CommittedAsync(store, Given.Commit(stream) with { Deadline = Given.Now }, ct).ConfigureAwait(false);
        var second = await Given.CommittedAsync(store, Given.Commit(stream, 1, 3), ct).ConfigureAwait(false);

        Verify.Equal(4, second.Version, "the version after one and three events");
        Verify.True(second.Position > first.Position, "positions grow");
        var record = Verify.NotNull(await store.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
        Verify.Bytes(Given.Json("state 4"), record.Snapshot.Data, "the snapshot after the second commit");
        Verify.Equal(null, record.Deadline, "the deadline after a commit without one");
    }

    private static async Task VersionConflict(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var missing = await store.CommitAsync(Given.Commit(stream, 1), ct).ConfigureAwait(false);
        Verify.Equal(new CommitResult(CommitStatus.VersionConflict, 0), missing, "a commit at version 1 on a stream that does not exist");
        await Given.CommittedAsync(store, Given.Commit(stream, events: 2), ct).ConfigureAwait(false);

        foreach (var expected in new long[] { 0, 1, 3 })
        {
            var result = await store.CommitAsync(Given.Commit(stream, expected), ct).ConfigureAwait(false);
            Verify.Equal(new CommitResult(CommitStatus.VersionConflict, 2), result, $"a commit at version {expected} on a stream of version 2");
        }

        var record = Verify.NotNull(await store.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
        Verify.Equal(2, record.Version, "the version after refused commits");
        Verify.Bytes(Given.Json("state 2"), record.Snapshot.Data, "the snapshot after refused commits");
    }

    private static async Task ConflictChangesNothing(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var holder = Given.Stream("holder");
        var entry = new IndexEntry("name", "value");
        await Given.CommittedAsync(store, Given.CommitWithEffects(stream, 1, Given.Lease("worker", 60)) with { Deadline = Given.Now.AddHours(1) }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(holder) with { Claims = ["taken"] }, ct).ConfigureAwait(false);
        var rich = Given.Commit(stream) with
        {
            Claims = ["free"],
            Index = [entry],
            Deadline = Given.Now,
            CompletesEffect = Given.Effect(stream),
        };

        var stale = await store.CommitAsync(rich with { Effects = [Given.NewEffect(Given.Effect(stream))] }, ct).ConfigureAwait(false);
        var taken = await store.CommitAsync(
            rich with { ExpectedVersion = 1, Claims = ["free", "taken"], Effects = [Given.NewEffect(Given.Effect(stream, 2))] },
            ct).ConfigureAwait(false);

        Verify.Equal(CommitStatus.VersionConflict, stale.Status, "a commit at an old version");
        Verify.Equal(CommitStatus.ClaimTaken, taken.Status, "a commit with a taken claim");
        var record = Verify.NotNull(await store.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
        Verify.Equal(1, record.Version, "the version after refused commits");
        Verify.Equal(Given.Now.AddHours(1), record.Deadline, "the deadline after refused commits");
        Verify.Equal(0, (await store.FindAsync(entry, cancellationToken: ct).ConfigureAwait(false)).Count, "the streams found by an index entry of a refused commit");
        Verify.Equal(1, (await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false)).Count, "the events after refused commits");
        Verify.Equal(2, (await store.ReadChangesAsync(0, 100, ct).ConfigureAwait(false)).Count, "the changes after refused commits");
        Verify.True(await store.CompleteEffectAsync(Given.Effect(stream), "worker", ct).ConfigureAwait(false), "a refused commit completes no effect");
        var effects = await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false);
        Verify.Equal(0, effects.Count, "the effects of refused commits");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("third")) with { Claims = ["free"] }, ct).ConfigureAwait(false);
    }

    private static async Task Instants(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var elsewhere = Given.Now.ToOffset(TimeSpan.FromHours(-5.5));
        await Given.CommittedAsync(store, Given.CommitWithEffects(stream, 1) with { At = elsewhere, Deadline = elsewhere.AddTicks(1) }, ct).ConfigureAwait(false);

        var record = Verify.NotNull(await store.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
        var recorded = (await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false)).Single();
        var effect = (await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 1, ct).ConfigureAwait(false)).Single();
        var deadline = (await store.LeaseDeadlinesAsync(Given.Lease("worker", 60), Given.Now.AddTicks(1), 1, ct).ConfigureAwait(false)).Single();

        foreach (var (instant, expected, what) in new[]
        {
            (record.Deadline!.Value, Given.Now.AddTicks(1), "the deadline of the stream"),
            (recorded.At, Given.Now, "the time of the event"),
            (effect.CommittedAt, Given.Now, "the time when the effect was committed"),
            (effect.DueAt, Given.Now, "the time when the effect is due"),
            (deadline.Deadline, Given.Now.AddTicks(1), "the leased deadline"),
        })
        {
            Verify.Equal(expected, instant, what);
            Verify.Equal(TimeSpan.Zero, instant.Offset, $"the offset of {what}");
        }
    }

    private static async Task Big(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var big = Given.Json(new string('x', 1_500_000));
        var commit = Given.Commit(stream, events: 450);
        commit = commit with
        {
            Events = [.. commit.Events.Skip(2), Given.Event() with { Event = Given.Event().Event with { Data = big } }, Given.Event() with { Event = Given.Event().Event with { Data = default } }],
            Snapshot = Given.Snapshot() with { Data = big },
            Effects = [new(Given.Effect(stream, 450), big), new(Given.Effect(stream, 450, 1), default)],
        };
        await Given.CommittedAsync(store, commit, ct).ConfigureAwait(false);

        var history = await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false);
        Verify.Sequence(Enumerable.Range(1, 450).Select(i => (long)i), history.Select(recorded => recorded.Version), "the versions of 450 events");
        Verify.Bytes(big, history[448].Event.Data, "a big event");
        Verify.Bytes(default, history[449].Event.Data, "an event without data");
        Verify.Bytes(big, (await store.LoadAsync(stream, ct).ConfigureAwait(false))!.Snapshot.Data, "a big snapshot");
        var effects = await store.LeaseEffectsAsync(Given.Lease("worker", 60), Given.Now, 10, ct).ConfigureAwait(false);
        Verify.Bytes(big, effects[0].Data, "a big effect");
        Verify.Bytes(default, effects[1].Data, "an effect without data");
    }

    private static async Task Copies(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        var original = Given.Json("original");
        var buffer = original.ToArray();
        await Given.CommittedAsync(
            store,
            Given.Commit(stream) with
            {
                Events = [Given.Event() with { Event = Given.Event().Event with { Data = buffer } }],
                Snapshot = Given.Snapshot() with { Data = buffer },
                Effects = [new(Given.Effect(stream), buffer)],
            },
            ct).ConfigureAwait(false);

        Array.Clear(buffer);

        Verify.Bytes(original, (await store.LoadAsync(stream, ct).ConfigureAwait(false))!.Snapshot.Data, "the snapshot after the caller reused its buffer");
        Verify.Bytes(original, (await Given.HistoryAsync(store, stream, 0, ct).ConfigureAwait(false))[0].Event.Data, "the event after the caller reused its buffer");
        var effect = await store.LeaseEffectAsync(Given.Effect(stream), Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false);
        Verify.Bytes(original, effect!.Data, "the effect after the caller reused its buffer");
    }

    private static async Task OrdinalIds(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        string[] keys = ["a", "A", "á", "a ", "a/b", "e\u0301", "\u00e9", "ß", "ss", "%_", "🦊"];
        foreach (var key in keys)
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream(key)) with { Claims = [$"claim/{key}"] }, ct).ConfigureAwait(false);
        }

        foreach (var key in keys)
        {
            Verify.Equal(1, (await store.LoadAsync(Given.Stream(key), ct).ConfigureAwait(false))?.Version, $"the version of stream '{key}'");
        }
    }
}
