using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class LedgerArgumentCases
{
    private static readonly LedgerScope[] BadScopes =
    [
        default, Scope with { Account = null! },
        Scope with { ObjectName = "" }, Scope with { ObjectName = null! },
        Scope with { WebinarId = "" }, Scope with { WebinarId = null! },
    ];

    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("arguments/chunk", "a chunk without import or with a number below 1 is refused, and a missing one", BadChunk),
        new("arguments/entries", "an entry without account, object, webinar, record or import is refused, and a missing one", BadEntries),
        new("arguments/scope", "an incomplete scope is refused", BadScope),
        new("arguments/import", "a missing import and a negative number are refused", BadImport),
        new("arguments/records", "more than 10,000 records are refused, and a missing one; 10,000 are not", BadRecords),
        new("cancellation/before", "a call whose token is cancelled already throws and changes nothing", Before),
        new("cancellation/enumeration", "an enumeration ends when its token is cancelled", Enumeration),
    ];

    private static async Task BadChunk(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentNullException>(() => ledger.WriteAsync(null!, [], ct).AsTask(), "no chunk").ConfigureAwait(false);
        foreach (var (chunk, what) in new (ImportChunk, string)[]
        {
            (Chunk(import: ""), "a chunk of an empty import"),
            (Chunk(import: null!), "a chunk without import"),
            (Chunk(0), "the chunk 0"),
            (Chunk(-1), "the chunk -1"),
        })
        {
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.WriteAsync(chunk, [Entry()], ct).AsTask(), what).ConfigureAwait(false);
        }

        await ledger.HasChunksAsync(Import, ct).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct).ConfigureAwait(false);
    }

    private static async Task BadEntries(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentNullException>(() => ledger.WriteAsync(Chunk(), null!, ct).AsTask(), "no list of entries").ConfigureAwait(false);
        LedgerEntry[] bad = [null!, Entry(""), Entry(null!), Entry(import: ""), Entry(import: null!), .. BadScopes.Select(scope => Entry(scope: scope))];
        foreach (var entry in bad)
        {
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.WriteAsync(Chunk(), [entry], ct).AsTask(), $"the entry {entry}").ConfigureAwait(false);
        }

        await ledger.HasChunksAsync(Import, ct).ConfigureAwait(false);
    }

    private static async Task BadScope(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var scope in BadScopes)
        {
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.FindAsync(scope, ["a"], ct).AsTask(), $"a search in {scope}").ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.ReadAsync(scope, ct).AllAsync(ct), $"reading {scope}").ConfigureAwait(false);
        }

        await Verify.ThrowsAsync<ArgumentException>(() => ledger.ReadRecordsAsync(null!, "Lead", ct).AllAsync(ct), "the records of no account").ConfigureAwait(false);
        foreach (var objectName in new[] { "", null! })
        {
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.ReadRecordsAsync("", objectName, ct).AllAsync(ct), "the records of no object").ConfigureAwait(false);
        }
    }

    private static async Task BadImport(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var import in new[] { "", null! })
        {
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.ReadChunksAsync(import, 0, ct).AllAsync(ct), "reading no import").ConfigureAwait(false);
            await Verify.ThrowsAsync<ArgumentException>(() => ledger.RemoveChunksAsync(import, cancellationToken: ct).AsTask(), "removing no import").ConfigureAwait(false);
        }

        await Verify.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.ReadChunksAsync(Import, -1, ct).AllAsync(ct), "reading after -1").ConfigureAwait(false);
    }

    private static async Task BadRecords(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var ids = Entries(MaxRecords + 1).ConvertAll(entry => entry.RecordId);
        await ledger.WriteAsync(Entry(ids[0]), ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentNullException>(() => ledger.FindAsync(Scope, null!, ct).AsTask(), "a search for no list").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => ledger.FindAsync(Scope, ["a", null!], ct).AsTask(), "a search for a missing id").ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => ledger.FindAsync(Scope, ids, ct).AsTask(), "a search for 10,001 records").ConfigureAwait(false);
        Verify.Equal(1, (await ledger.FindAsync(Scope, ids[..MaxRecords], ct).ConfigureAwait(false)).Count, "what a search for 10,000 records finds");
    }

    private static async Task Before(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Entry(), ct).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        foreach (var (call, what) in new (Func<Task>, string)[]
        {
            (() => ledger.WriteAsync(Chunk(2), [Entry("record-2")], cancelled).AsTask(), "a cancelled write"),
            (() => ledger.ReadChunksAsync(Import, 0, cancelled).AllAsync(default), "a cancelled reading of chunks"),
            (() => ledger.RemoveChunksAsync(Import, cancellationToken: cancelled).AsTask(), "a cancelled removal"),
            (() => ledger.FenceAsync(Import, 1, cancelled).AsTask(), "a cancelled fence"),
            (() => ledger.FindAsync(Scope, ["record-1"], cancelled).AsTask(), "a cancelled search"),
            (() => ledger.ReadAsync(Scope, cancelled).AllAsync(default), "a cancelled reading of entries"),
            (() => ledger.ReadRecordsAsync("acme", "Lead", cancelled).AllAsync(default), "a cancelled reading of records"),
        })
        {
            await Verify.ThrowsAsync<OperationCanceledException>(call, what).ConfigureAwait(false);
        }

        await ledger.HasChunksAsync(Import, ct, (1, "rows")).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct, Entry()).ConfigureAwait(false);
    }

    private static async Task Enumeration(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var number in new[] { 1, 2, 3 })
        {
            await ledger.WriteAsync(Chunk(number), [Entry($"record-{number}")], ct).ConfigureAwait(false);
        }

        await EndsAsync(token => ledger.ReadChunksAsync(Import, 0, token), "a reading of chunks", ct).ConfigureAwait(false);
        await EndsAsync(token => ledger.ReadAsync(Scope, token), "a reading of entries", ct).ConfigureAwait(false);
        await EndsAsync(token => ledger.ReadRecordsAsync("acme", "Lead", token), "a reading of records", ct).ConfigureAwait(false);
    }

    private static async Task EndsAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, string what, CancellationToken ct)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var seen = 0;
        await Verify.ThrowsAsync<OperationCanceledException>(
            async () =>
            {
                await foreach (var _ in read(cancellation.Token).ConfigureAwait(false))
                {
                    seen++;
                    await cancellation.CancelAsync().ConfigureAwait(false);
                }
            },
            what).ConfigureAwait(false);
        Verify.Equal(1, seen, $"what {what} gave before it was cancelled");
    }
}
