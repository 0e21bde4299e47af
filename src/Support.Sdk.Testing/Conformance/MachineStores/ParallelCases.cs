using System.Collections.Concurrent;
using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class ParallelCases
{
    private const int Tasks = 12;

    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("parallel/one-winner", "of many commits at one version exactly one wins, round after round", OneWinner),
        new("parallel/one-claim", "of many streams that want one claim exactly one gets it", OneClaim),
        new("parallel/effects-once", "many workers lease each effect exactly once", EffectsOnce),
        new("parallel/deadlines-once", "many workers lease each deadline exactly once", DeadlinesOnce),
        new("parallel/read-whole", "a reader beside a writer sees commits whole: snapshot, version and history agree", ReadWhole),
        new("parallel/last-position", "beside writers, the last position shows every commit that ended, and nothing appears at or below it any more", LastPosition),
    ];

    private static async Task OneWinner(IMachineStoreFixture fixture, CancellationToken ct)
    {
        IMachineStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        const int Rounds = 8;
        for (var round = 0; round < Rounds; round++)
        {
            var results = await TogetherAsync(
                i => stores[i % 2].CommitAsync(
                    Given.Commit(Given.Stream(), round) with { ActorId = $"task-{i}", Effects = [Given.NewEffect(Given.Effect(Given.Stream(), round + 1))] },
                    ct),
                ct).ConfigureAwait(false);
            Verify.Equal(1, results.Count(result => result.Status is CommitStatus.Committed), $"the winners of round {round}");
            Verify.True(results.All(result => result.Version == round + 1), "the losers are told the winner's version");
        }

        var history = await Given.HistoryAsync(stores[0], Given.Stream(), 0, ct).ConfigureAwait(false);
        Verify.Sequence(Enumerable.Range(1, Rounds).Select(i => (long)i), history.Select(one => one.Version), "the versions of the stream");
        Verify.Equal(Rounds, await EffectLeaseCases.LeasedAsync(stores[1], Given.Lease("worker", 60), Given.Now, ct).ConfigureAwait(false), "the effects: one for each winner");
    }

    private static async Task OneClaim(IMachineStoreFixture fixture, CancellationToken ct)
    {
        IMachineStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        var results = await TogetherAsync(i => stores[i % 2].CommitAsync(Given.Commit(Given.Stream($"s{i}")) with { Claims = [$"own/{i}", "pin"] }, ct), ct).ConfigureAwait(false);

        Verify.Equal(1, results.Count(result => result.Status is CommitStatus.Committed), "the streams that got the claim");
        Verify.True(results.Where(result => result.Status is not CommitStatus.Committed).All(result => result is { Status: CommitStatus.ClaimTaken, Claim: "pin" }), "the others are told the claim");
    }

    private static async Task EffectsOnce(IMachineStoreFixture fixture, CancellationToken ct)
    {
        IMachineStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        const int Effects = 60;
        await Given.CommittedAsync(stores[0], Given.CommitWithEffects(Given.Stream(), Effects), ct).ConfigureAwait(false);
        var leased = new ConcurrentBag<EffectId>();
        await TogetherAsync(
            async i =>
            {
                while (await stores[i % 2].LeaseEffectsAsync(Given.Lease($"worker-{i}", 60), Given.Now, 3, ct).ConfigureAwait(false) is { Count: > 0 } batch)
                {
                    foreach (var effect in batch)
                    {
                        leased.Add(effect.Id);
                        Verify.True(await stores[i % 2].CompleteEffectAsync(effect.Id, $"worker-{i}", ct).ConfigureAwait(false), "the owner completes its effect");
                    }
                }

                return true;
            },
            ct).ConfigureAwait(false);

        Verify.Sequence(Enumerable.Range(0, Effects), leased.Select(id => id.Ordinal).Order(), "the effects that were leased");
    }

    private static async Task DeadlinesOnce(IMachineStoreFixture fixture, CancellationToken ct)
    {
        IMachineStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        const int Streams = 30;
        for (var i = 0; i < Streams; i++)
        {
            await Given.CommittedAsync(stores[0], Given.Commit(Given.Stream($"s{i:00}")) with { Deadline = Given.Now.AddTicks(-i) }, ct).ConfigureAwait(false);
        }

        var leased = new ConcurrentBag<string>();
        await TogetherAsync(
            async i =>
            {
                while (await stores[i % 2].LeaseDeadlinesAsync(Given.Lease($"worker-{i}", 60), Given.Now, 2, ct).ConfigureAwait(false) is { Count: > 0 } batch)
                {
                    batch.ToList().ForEach(deadline => leased.Add(deadline.Stream.Key));
                }

                return true;
            },
            ct).ConfigureAwait(false);

        Verify.Sequence(Enumerable.Range(0, Streams).Select(i => $"s{i:00}"), leased.Order(StringComparer.Ordinal), "the deadlines that were leased");
    }

    private static async Task ReadWhole(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var writer = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var reader = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream();
        await Given.CommittedAsync(writer, Given.Commit(stream, events: 2), ct).ConfigureAwait(false);
        var writing = Task.Run(
            async () =>
            {
                for (var version = 2; version < 80; version += 2)
                {
                    await Given.CommittedAsync(writer, Given.Commit(stream, version, 2), ct).ConfigureAwait(false);
                }
            },
            ct);
        while (!writing.IsCompleted)
        {
            var record = Verify.NotNull(await reader.LoadAsync(stream, ct).ConfigureAwait(false), "the stream");
            Verify.Equal(0, record.Version % 2, "the odd events seen of commits of two");
            Verify.Bytes(Given.Json($"state {record.Version}"), record.Snapshot.Data, "the snapshot of that version");
            var history = await Given.HistoryAsync(reader, stream, record.Version - 2, ct).ConfigureAwait(false);
            Verify.True(history.Count >= 2, "the history has the events of the loaded version");
        }

        await writing.ConfigureAwait(false);
    }

    private static async Task LastPosition(IMachineStoreFixture fixture, CancellationToken ct)
    {
        IMachineStore[] stores = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        const int CommitsEach = 8;
        var seen = new ConcurrentBag<(long Last, List<long> Positions)>();
        await TogetherAsync(
            async i =>
            {
                var store = stores[i % 2];
                for (var version = 0; version < CommitsEach; version++)
                {
                    var committed = await Given.CommittedAsync(store, Given.Commit(Given.Stream($"s{i}"), version * 2, 2), ct).ConfigureAwait(false);
                    var last = await stores[(i + 1) % 2].LastPositionAsync(ct).ConfigureAwait(false);
                    Verify.True(last >= committed.Position, "the last position is not below that of a commit that ended");
                    var changes = await store.ReadChangesAsync(0, 1000, ct).ConfigureAwait(false);
                    Verify.True(changes.Any(change => change.Position == last), "the last position is that of a change that can be read");
                    seen.Add((last, [.. changes.Select(change => change.Position).Where(position => position <= last)]));
                }

                return true;
            },
            ct).ConfigureAwait(false);

        var all = (await stores[0].ReadChangesAsync(0, 1000, ct).ConfigureAwait(false)).Select(change => change.Position).ToList();
        Verify.Equal(Tasks * CommitsEach * 2, all.Count, "the changes");
        foreach (var (last, positions) in seen)
        {
            Verify.Sequence(all.Where(position => position <= last), positions, $"the changes up to the last position {last}, as they were read then");
        }
    }

    private static async Task<T[]> TogetherAsync<T>(Func<int, ValueTask<T>> action, CancellationToken ct)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(0, Tasks).Select(i => Task.Run(
            async () =>
            {
                await start.Task.ConfigureAwait(false);
                return await action(i).ConfigureAwait(false);
            },
            ct)).ToList();
        start.SetResult();
        return await Task.WhenAll(tasks).ConfigureAwait(false);
    }
}
