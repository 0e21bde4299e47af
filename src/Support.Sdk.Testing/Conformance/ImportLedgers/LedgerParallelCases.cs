using System.Text;
using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class LedgerParallelCases
{
    private const int Writers = 8;

    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("parallel/imports", "writers of different imports lose nothing to each other, even where they wrote the same records", Imports),
        new("parallel/one-chunk", "of many writes of one chunk one stays, with the entries of the same write", OneChunk),
        new("parallel/whole", "a reader never sees a chunk without the entries of its write", Whole),
        new("parallel/find-whole", "a search sees the entries of one write all or not at all", FindWhole),
    ];

    private static async Task Imports(IImportLedgerFixture fixture, CancellationToken ct)
    {
        IImportLedger[] ledgers = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        const int Chunks = 5;
        const int Shared = 50;
        await TogetherAsync(
            async writer =>
            {
                for (var number = 1; number <= Chunks; number++)
                {
                    // The shared records in an order of each writer's own: those who lock row by row must not wait for each other in a circle.
                    var shared = Enumerable.Range(0, Shared).Select(i => Entry($"shared {(writer % 2 == 0 ? i : Shared - 1 - i):00}", import: $"import {writer}"));
                    await ledgers[writer % 2].WriteAsync(
                        Chunk(number, $"{writer} {number}", $"import {writer}"), [.. shared, Entry($"own {writer} {number}", import: $"import {writer}")], ct).ConfigureAwait(false);
                }
            },
            ct).ConfigureAwait(false);

        for (var writer = 0; writer < Writers; writer++)
        {
            await ledgers[0].HasChunksAsync($"import {writer}", ct, [.. Enumerable.Range(1, Chunks).Select(number => (number, $"{writer} {number}"))]).ConfigureAwait(false);
        }

        Verify.Equal(Shared + (Writers * Chunks), (await ledgers[1].ReadAsync(Scope, ct).AllAsync(ct).ConfigureAwait(false)).Count, "the entries of all writers");
    }

    private static async Task OneChunk(IImportLedgerFixture fixture, CancellationToken ct)
    {
        IImportLedger[] ledgers = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        for (var round = 1; round <= 5; round++)
        {
            var number = round;
            await TogetherAsync(
                writer => ledgers[writer % 2].WriteAsync(Chunk(number, $"{writer}"), [.. Enumerable.Range(0, 20).Select(i => Entry($"{number} {i}", row: writer))], ct).AsTask(),
                ct).ConfigureAwait(false);

            var chunk = (await ledgers[0].ReadChunksAsync(Import, number - 1, ct).AllAsync(ct).ConfigureAwait(false))[0];
            var entries = await ledgers[1].FindAsync(Scope, [.. Enumerable.Range(0, 20).Select(i => $"{number} {i}")], ct).ConfigureAwait(false);
            Verify.Equal(20, entries.Count, "the entries of the write that stayed");
            Verify.Sequence([Encoding.UTF8.GetString(chunk.Content.Span)], entries.Select(entry => $"{entry.Row}").Distinct(), "the writers of the entries, beside the chunk's");
        }
    }

    private static async Task Whole(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var writer = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var reader = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var writing = Task.Run(
            async () =>
            {
                for (var version = 1; version <= 60; version++)
                {
                    await writer.WriteAsync(Chunk(1, $"{version}"), [Entry("first", row: version), Entry("last", row: version)], ct).ConfigureAwait(false);
                }
            },
            ct);
        do
        {
            // The chunk is read first, so the entries are of its write or of a later one.
            var chunks = await reader.ReadChunksAsync(Import, cancellationToken: ct).AllAsync(ct).ConfigureAwait(false);
            var entries = await reader.ReadAsync(Scope, ct).AllAsync(ct).ConfigureAwait(false);
            if (chunks is [var chunk])
            {
                var version = long.Parse(Encoding.UTF8.GetString(chunk.Content.Span), System.Globalization.CultureInfo.InvariantCulture);
                Verify.Equal(2, entries.Count, "the entries beside a chunk");
                Verify.True(entries.All(entry => entry.Row >= version), "the entries are not older than the chunk");
            }
        }
        while (!writing.IsCompleted);
        await writing.ConfigureAwait(false);
    }

    private static async Task FindWhole(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var writer = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var reader = await fixture.OpenAsync(ct).ConfigureAwait(false);
        string[] ids = [.. Enumerable.Range(0, 50).Select(i => $"{i:00}")];
        var writing = Task.Run(
            async () =>
            {
                for (var version = 1; version <= 60; version++)
                {
                    await writer.WriteAsync(Chunk(), [.. ids.Select(id => Entry(id, row: version))], ct).ConfigureAwait(false);
                }
            },
            ct);
        do
        {
            var found = await reader.FindAsync(Scope, ids, ct).ConfigureAwait(false);
            Verify.True(found.Count == 0 || found.Count == ids.Length, "all entries of a write are found, or none");
            Verify.True(found.Select(entry => entry.Row).Distinct().Count() <= 1, "the entries that one search found are of one write");
        }
        while (!writing.IsCompleted);
        await writing.ConfigureAwait(false);
    }

    private static async Task TogetherAsync(Func<int, Task> action, CancellationToken ct)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                await start.Task.ConfigureAwait(false);
                await action(writer).ConfigureAwait(false);
            },
            ct)).ToList();
        start.SetResult();
        await Task.WhenAll(tasks).ConfigureAwait(false);
    }
}
