using Support.Sdk.Stores;

namespace Support.Sdk.Testing.Conformance;

internal static class IndexCases
{
    public static readonly ConformanceCase<IMachineStoreFixture>[] All =
    [
        new("index/find", "streams are found by name and value, compared ordinally, with their present state", Find),
        new("index/replace", "the index entries of a stream are replaced by each commit", Replace),
        new("index/order", "streams come in the order of the UTF-8 bytes of their ids", Order),
        new("index/pages", "pages follow each other without gap or repetition", Pages),
        new("index/count", "streams are counted by name and value, each once, as all handles now have them", Count),
        new("index/count-bound", "counting stops at its bound", CountBound),
    ];

    private static async Task Find(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        IndexEntry[] entries = [new("ticket", "1"), new("ticket", "1"), new("room", "1"), new("ticket", "é")];
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("a")) with { Index = entries, Deadline = Given.Now }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("b")) with { Index = [new("ticket", "1")] }, ct).ConfigureAwait(false);

        await FoundAsync(store, new("ticket", "1"), ["a", "b"], ct).ConfigureAwait(false);
        await FoundAsync(store, new("room", "1"), ["a"], ct).ConfigureAwait(false);
        await FoundAsync(store, new("ticket", "é"), ["a"], ct).ConfigureAwait(false);
        foreach (var nothing in new IndexEntry[] { new("Ticket", "1"), new("ticket", "e\u0301"), new("ticket", "É"), new("ticket", "1 "), new("ticket", "") })
        {
            await FoundAsync(store, nothing, [], ct).ConfigureAwait(false);
        }

        var found = (await store.FindAsync(new("room", "1"), cancellationToken: ct).ConfigureAwait(false)).Single();
        Verify.Equal(1, found.Version, "the version of the found stream");
        Verify.Equal(Given.Now, found.Deadline, "the deadline of the found stream");
        Verify.Bytes(Given.Json("state 1"), found.Snapshot.Data, "the snapshot of the found stream");
    }

    private static async Task Replace(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var stream = Given.Stream("a");
        await Given.CommittedAsync(store, Given.Commit(stream) with { Index = [new("x", "1"), new("x", "2")] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 1) with { Index = [new("x", "2"), new("x", "3")] }, ct).ConfigureAwait(false);

        await FoundAsync(store, new("x", "1"), [], ct).ConfigureAwait(false);
        await FoundAsync(store, new("x", "2"), ["a"], ct).ConfigureAwait(false);
        await FoundAsync(store, new("x", "3"), ["a"], ct).ConfigureAwait(false);
        await Given.CommittedAsync(store, Given.Commit(stream, 2), ct).ConfigureAwait(false);
        await FoundAsync(store, new("x", "2"), [], ct).ConfigureAwait(false);
    }

    private static async Task Order(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        // UTF-16 would put the fox (a surrogate pair) before U+FF5E; a culture would put é and É beside e.
        string[] ordered = ["1", "10", "2", "B", "a", "a-", "a/", "ab", "b", "É", "é", "～", "🦊"];
        foreach (var key in ordered.Reverse())
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream(key)) with { Index = [new("all", "")] }, ct).ConfigureAwait(false);
        }

        await FoundAsync(store, new("all", ""), ordered, ct).ConfigureAwait(false);
    }

    private static async Task Pages(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var keys = Enumerable.Range(0, 23).Select(i => $"k{i:00}").ToArray();
        foreach (var key in keys)
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream(key)) with { Index = [new("all", "yes")] }, ct).ConfigureAwait(false);
        }

        var found = new List<string>();
        StreamId after = default;
        while (true)
        {
            var page = await store.FindAsync(new("all", "yes"), after, 5, ct).ConfigureAwait(false);
            Verify.True(page.Count <= 5, "a page has no more streams than asked for");
            if (page.Count == 0)
            {
                break;
            }

            found.AddRange(page.Select(record => record.Id.Key));
            after = page[^1].Id;
        }

        Verify.Sequence(keys, found, "all pages together");
        var beyond = await store.FindAsync(new("all", "yes"), Given.Stream("k10x"), 2, ct).ConfigureAwait(false);
        Verify.Sequence(["k11", "k12"], beyond.Select(record => record.Id.Key), "the page after an id that has no such entry");
    }

    private static async Task Count(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(0, await store.CountAsync(new("queue", "1"), 10, ct).ConfigureAwait(false), "the streams of an empty store");
        await Given.CommittedAsync(store, Given.Commit(Given.Stream("a")) with { Index = [new("queue", "1"), new("queue", "1"), new("room", "1")] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(other, Given.Commit(Given.Stream("b")) with { Index = [new("queue", "1"), new("queue", "")] }, ct).ConfigureAwait(false);
        await Given.CommittedAsync(other, Given.Commit(Given.Stream("c")) with { Index = [new("queue", "2")] }, ct).ConfigureAwait(false);

        foreach (var handle in new[] { store, other })
        {
            Verify.Equal(2, await handle.CountAsync(new("queue", "1"), 10, ct).ConfigureAwait(false), "the streams with an entry, one of which was given it twice");
            Verify.Equal(1, await handle.CountAsync(new("queue", ""), 10, ct).ConfigureAwait(false), "the streams with an empty value");
            Verify.Equal(0, await handle.CountAsync(new("Queue", "1"), 10, ct).ConfigureAwait(false), "the streams with another name");
            Verify.Equal(0, await handle.CountAsync(new("queue", "1 "), 10, ct).ConfigureAwait(false), "the streams with another value");
        }

        await Given.CommittedAsync(store, Given.Commit(Given.Stream("a"), 1) with { Index = [new("queue", "2")] }, ct).ConfigureAwait(false);
        Verify.Equal(1, await other.CountAsync(new("queue", "1"), 10, ct).ConfigureAwait(false), "the streams after one was given another value");
        Verify.Equal(2, await other.CountAsync(new("queue", "2"), 10, ct).ConfigureAwait(false), "the streams with that value");
    }

    private static async Task CountBound(IMachineStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.OpenAsync(ct).ConfigureAwait(false);
        for (var i = 0; i < 7; i++)
        {
            await Given.CommittedAsync(store, Given.Commit(Given.Stream($"k{i}")) with { Index = [new("all", "yes")] }, ct).ConfigureAwait(false);
        }

        foreach (var (atMost, counted) in new[] { (1, 1), (6, 6), (7, 7), (8, 7), (100_000, 7) })
        {
            Verify.Equal(counted, await store.CountAsync(new("all", "yes"), atMost, ct).ConfigureAwait(false), $"7 streams counted up to {atMost}");
        }
    }

    private static async Task FoundAsync(IMachineStore store, IndexEntry entry, string[] keys, CancellationToken ct)
    {
        var found = await store.FindAsync(entry, cancellationToken: ct).ConfigureAwait(false);
        Verify.Sequence(keys, found.Select(record => record.Id.Key), $"the streams with {entry.Name} = '{entry.Value}'");
    }
}
