namespace Support.Sdk.Testing.Conformance;

internal static class ChangeCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("changes/order", "the changes of all streams come in the order of positions, as the history has them", Order),
        new("changes/pages", "pages of changes follow each other without gap or repetition", Pages),
        new("changes/last-position", "the last position is that of the last change, 0 when there is none, and no refused commit moves it", LastPosition),
    ];

    private static async Task Order(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(0, (await store.ReadChangesAsync(0, 10, ct).ConfigureAwait(false)).Count, "the changes of an empty store");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("b"), events: 2), ct).ConfigureAwait(false);
        await Given.CommittedAsync(other, Given.Commit(Given.Stream("a")), ct).ConfigureAwait(false);
        var last = await Given.CommittedAsync(store, Given.Commit(Given.Stream("b"), 2), ct).ConfigureAwait(false);

        var changes = await store.ReadChangesAsync(0, 10, ct).ConfigureAwait(false);
        Verify.Sequence(["b/1", "b/2", "a/1", "b/3"], changes.Select(change => $"{change.Stream.Key}/{change.Version}"), "the changes");
        Verify.True(changes.Zip(changes.Skip(1)).All(pair => pair.First.Position < pair.Second.Position), "positions grow");
        Verify.True(changes[0].Position > 0, "the first position is above 0");
        Verify.Equal(last.Position, changes[^1].Position, "the position of the last change, as its commit told it");
        var history = await Given.HistoryAsync(store, Given.Stream("b"), 0, ct).ConfigureAwait(false);
        Verify.Sequence(history.Select(one => one.Position), changes.Where(one => one.Stream == Given.Stream("b")).Select(one => one.Position), "the positions in the history");
        Verify.Bytes(history[1].Event.Data, changes[1].Event.Data, "the data of a change");
        Verify.Equal((history[1].ActorId, history[1].At, history[1].CorrelationId, history[1].Change), (changes[1].ActorId, changes[1].At, changes[1].CorrelationId, changes[1].Change), "who, when, in which correlation and what");
    }

    private static async Task Pages(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        for (var i = 0; i < 9; i++)
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream($"s{i}"), events: 3), ct).ConfigureAwait(false);
        }

        var all = await store.ReadChangesAsync(0, 1000, ct).ConfigureAwait(false);
        var paged = new List<long>();
        var position = 0L;
        while (await store.ReadChangesAsync(position, 4, ct).ConfigureAwait(false) is { Count: > 0 } page)
        {
            Verify.True(page.Count <= 4, "a page has no more changes than asked for");
            paged.AddRange(page.Select(change => change.Position));
            position = paged[^1];
        }

        Verify.Equal(27, all.Count, "the number of changes");
        Verify.Sequence(all.Select(change => change.Position), paged, "all pages together");
        Verify.Equal(0, (await store.ReadChangesAsync(position + 1000, 4, ct).ConfigureAwait(false)).Count, "the changes after a position of the future");
    }

    private static async Task LastPosition(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(0, await store.LastPositionAsync(ct).ConfigureAwait(false), "the last position of an empty store");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("a")) with { Claims = ["pin"] }, ct).ConfigureAwait(false);
        var last = await Given.CommittedAsync(other, Given.Commit(Given.Stream("b"), events: 3), ct).ConfigureAwait(false);
        await store.CommitAsync(Given.Commit(Given.Stream("b"), 1), ct).ConfigureAwait(false);
        await store.CommitAsync(Given.Commit(Given.Stream("c")) with { Claims = ["pin"] }, ct).ConfigureAwait(false);

        foreach (var handle in new[] { store, other })
        {
            Verify.Equal(last.Position, await handle.LastPositionAsync(ct).ConfigureAwait(false), "the last position");
        }

        var changes = await store.ReadChangesAsync(0, 10, ct).ConfigureAwait(false);
        Verify.Equal(last.Position, changes[^1].Position, "the position of the last change");
    }
}
