using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class ImportChunkCases
{
    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("chunks/write-and-read", "a written chunk comes back whole, from every handle", WriteAndRead),
        new("chunks/replace", "a chunk takes the place of one with the same number", Replace),
        new("chunks/order", "chunks come in the order of their numbers, in whatever order they were written", Order),
        new("chunks/after", "chunks up to a number can be left out", After),
        new("chunks/empty", "a chunk may be empty, and is a chunk still", Empty),
        new("chunks/big", "a chunk of 5 MB comes back byte by byte", Big),
        new("chunks/buffer", "the caller's buffer may be used again after the write", Buffer),
        new("chunks/imports", "imports are told apart ordinally and share no chunk", Imports),
        new("chunks/remove", "removal takes all chunks of one import, says how many, and can be repeated", Remove),
        new("chunks/remove-after", "removal can keep the chunks up to a number", RemoveAfter),
        new("chunks/remove-leaves-entries", "the entries of an import stay when its chunks are removed", RemoveLeavesEntries),
    ];

    private static async Task WriteAndRead(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.HasChunksAsync(Import, ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "Ä 🦊"), [], ct).ConfigureAwait(false);

        foreach (var handle in new[] { ledger, other })
        {
            await handle.HasChunksAsync(Import, ct, (1, "Ä 🦊")).ConfigureAwait(false);
        }
    }

    private static async Task Replace(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "one, long before"), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(2, "two"), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "one, new"), [], ct).ConfigureAwait(false);

        await ledger.HasChunksAsync(Import, ct, (1, "one, new"), (2, "two")).ConfigureAwait(false);
    }

    private static async Task Order(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        int[] numbers = [10, 2, int.MaxValue, 1, 9, 100, 11];
        foreach (var number in numbers)
        {
            await ledger.WriteAsync(Chunk(number, $"{number}"), [], ct).ConfigureAwait(false);
        }

        await ledger.HasChunksAsync(Import, ct, [.. numbers.Order().Select(number => (number, $"{number}"))]).ConfigureAwait(false);
    }

    private static async Task After(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var number in new[] { 1, 2, 4, 5 })
        {
            await ledger.WriteAsync(Chunk(number), [], ct).ConfigureAwait(false);
        }

        foreach (var (after, expected) in new (int, int[])[] { (0, [1, 2, 4, 5]), (1, [2, 4, 5]), (3, [4, 5]), (4, [5]), (5, []), (int.MaxValue, []) })
        {
            var chunks = await ledger.ReadChunksAsync(Import, after, ct).AllAsync(ct).ConfigureAwait(false);
            Verify.Sequence(expected, chunks.Select(chunk => chunk.Number), $"the chunks after {after}");
        }
    }

    private static async Task Empty(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(new(Import, 1, default), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(2, ""), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(3), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(3, ""), [], ct).ConfigureAwait(false);

        await ledger.HasChunksAsync(Import, ct, (1, ""), (2, ""), (3, "")).ConfigureAwait(false);
    }

    private static async Task Big(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var bytes = Bytes(5 * 1024 * 1024 + 1);
        await ledger.WriteAsync(new(Import, 1, bytes), [], ct).ConfigureAwait(false);
        await ledger.WriteAsync(new(Import, 2, bytes.AsMemory(1, 1024 * 1024)), [], ct).ConfigureAwait(false);

        var chunks = await ledger.ReadChunksAsync(Import, cancellationToken: ct).AllAsync(ct).ConfigureAwait(false);
        Verify.Equal(2, chunks.Count, "the big chunks");
        Verify.Bytes(bytes, chunks[0].Content, "a chunk of 5 MB");
        Verify.Bytes(bytes.AsMemory(1, 1024 * 1024), chunks[1].Content, "a chunk that is a part of a buffer");
    }

    private static async Task Buffer(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        byte[] buffer = [.. "first"u8];
        await ledger.WriteAsync(new(Import, 1, buffer), [], ct).ConfigureAwait(false);
        buffer.AsSpan().Clear();

        await ledger.HasChunksAsync(Import, ct, (1, "first")).ConfigureAwait(false);
    }

    private static async Task Imports(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        string[] imports = ["a", "A", "ä", "a\u0308", "a ", "a%", "🦊"];
        foreach (var import in imports)
        {
            await ledger.WriteAsync(Chunk(1, $"of {import}", import), [], ct).ConfigureAwait(false);
        }

        foreach (var import in imports)
        {
            await ledger.HasChunksAsync(import, ct, (1, $"of {import}")).ConfigureAwait(false);
        }
    }

    private static async Task Remove(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(0, await ledger.RemoveChunksAsync(Import, cancellationToken: ct).ConfigureAwait(false), "the chunks removed where there is none");
        foreach (var number in new[] { 1, 2, 3 })
        {
            await ledger.WriteAsync(Chunk(number), [], ct).ConfigureAwait(false);
        }

        await ledger.WriteAsync(Chunk(1, "other", "import-2"), [], ct).ConfigureAwait(false);

        Verify.Equal(3, await ledger.RemoveChunksAsync(Import, cancellationToken: ct).ConfigureAwait(false), "the chunks removed");
        await ledger.HasChunksAsync(Import, ct).ConfigureAwait(false);
        await ledger.HasChunksAsync("import-2", ct, (1, "other")).ConfigureAwait(false);
        Verify.Equal(0, await ledger.RemoveChunksAsync(Import, cancellationToken: ct).ConfigureAwait(false), "the chunks removed the second time");
        await ledger.WriteAsync(Chunk(1, "anew"), [], ct).ConfigureAwait(false);
        await ledger.HasChunksAsync(Import, ct, (1, "anew")).ConfigureAwait(false);
    }

    private static async Task RemoveAfter(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var number in new[] { 1, 2, 4 })
        {
            await ledger.WriteAsync(Chunk(number), [], ct).ConfigureAwait(false);
        }

        Verify.Equal(0, await ledger.RemoveChunksAsync(Import, 4, ct).ConfigureAwait(false), "the chunks removed after the last one");
        Verify.Equal(1, await ledger.RemoveChunksAsync(Import, 2, ct).ConfigureAwait(false), "the chunks removed after the second one");
        await ledger.HasChunksAsync(Import, ct, (1, "rows"), (2, "rows")).ConfigureAwait(false);
    }

    private static async Task RemoveLeavesEntries(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Entry(), ct).ConfigureAwait(false);
        await ledger.RemoveChunksAsync(Import, cancellationToken: ct).ConfigureAwait(false);

        await ledger.HasEntriesAsync(Scope, ct, Entry()).ConfigureAwait(false);
    }
}
