using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class LedgerFenceCases
{
    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("fence/earlier", "a write of an earlier attempt than that of the fence changes nothing and says so, from every handle", Earlier),
        new("fence/own-and-later", "writes of the attempt of the fence and of later ones take place", OwnAndLater),
        new("fence/lower", "a fence of an earlier attempt changes nothing", Lower),
        new("fence/imports", "a fence is that of one import, and other writes need none", OtherImports),
        new("fence/remove", "a fence outlasts the removal of the chunks", Remove),
        new("fence/parallel", "what was written beside the fence is seen once it is set, or never", Parallel),
    ];

    private static ImportChunk Of(int attempt, string content, int number = 1) => Chunk(number, content) with { Attempt = attempt };

    private static async Task Earlier(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(true, await other.WriteAsync(Of(1, "first"), [Entry(row: 1)], ct).ConfigureAwait(false), "the write before the fence");
        await ledger.FenceAsync(Import, 2, ct).ConfigureAwait(false);

        Verify.Equal(false, await other.WriteAsync(Of(1, "late"), [Entry(row: 2), Entry("record-2")], ct).ConfigureAwait(false), "the late write");
        Verify.Equal(false, await other.WriteAsync(Of(1, "late", number: 2), [], ct).ConfigureAwait(false), "the late write of a new chunk");

        await ledger.HasChunksAsync(Import, ct, (1, "first")).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct, Entry(row: 1)).ConfigureAwait(false);
    }

    private static async Task OwnAndLater(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.FenceAsync(Import, 2, ct).ConfigureAwait(false);

        Verify.Equal(true, await ledger.WriteAsync(Of(2, "own"), [], ct).ConfigureAwait(false), "the write of the fence's attempt");
        Verify.Equal(true, await ledger.WriteAsync(Of(3, "later", number: 2), [], ct).ConfigureAwait(false), "the write of a later attempt");

        await ledger.HasChunksAsync(Import, ct, (1, "own"), (2, "later")).ConfigureAwait(false);
    }

    private static async Task Lower(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.FenceAsync(Import, 3, ct).ConfigureAwait(false);
        await ledger.FenceAsync(Import, 1, ct).ConfigureAwait(false);

        Verify.Equal(false, await ledger.WriteAsync(Of(2, "late"), [], ct).ConfigureAwait(false), "the late write");
        Verify.Equal(true, await ledger.WriteAsync(Of(3, "own"), [], ct).ConfigureAwait(false), "the write of the highest fence's attempt");
    }

    private static async Task OtherImports(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.FenceAsync(Import, 2, ct).ConfigureAwait(false);

        Verify.Equal(true, await ledger.WriteAsync(Chunk(1, "other", "import-2") with { Attempt = 1 }, [], ct).ConfigureAwait(false), "the write of another import");
        Verify.Equal(true, await ledger.WriteAsync(Chunk(1, "plan", "plan-1"), [], ct).ConfigureAwait(false), "the write of what has no runs");
    }

    private static async Task Remove(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.FenceAsync(Import, 2, ct).ConfigureAwait(false);
        await ledger.WriteAsync(Of(2, "own"), [], ct).ConfigureAwait(false);
        await ledger.RemoveChunksAsync(Import, cancellationToken: ct).ConfigureAwait(false);

        Verify.Equal(false, await ledger.WriteAsync(Of(1, "late"), [], ct).ConfigureAwait(false), "the late write");
        await ledger.HasChunksAsync(Import, ct).ConfigureAwait(false);
    }

    private static async Task Parallel(IImportLedgerFixture fixture, CancellationToken ct)
    {
        IImportLedger[] ledgers = [await fixture.OpenAsync(ct).ConfigureAwait(false), await fixture.OpenAsync(ct).ConfigureAwait(false)];
        for (var round = 1; round <= 20; round++)
        {
            var import = $"import {round}";
            await ledgers[0].FenceAsync(import, 1, ct).ConfigureAwait(false);
            var late = Task.Run(() => ledgers[1].WriteAsync(Chunk(1, "late", import) with { Attempt = 1 }, [], ct).AsTask(), ct);
            await ledgers[0].FenceAsync(import, 2, ct).ConfigureAwait(false);
            var seen = await ledgers[0].ReadChunksAsync(import, cancellationToken: ct).AllAsync(ct).ConfigureAwait(false);

            Verify.Equal(await late.ConfigureAwait(false) ? 1 : 0, seen.Count, "the chunks of the write beside the fence, seen after it");
        }
    }
}
