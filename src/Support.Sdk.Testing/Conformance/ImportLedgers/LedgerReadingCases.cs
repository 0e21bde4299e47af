using System.Text;
using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class LedgerReadingCases
{
    // In the order of their UTF-8 bytes; the last two stand the other way round in the order of their UTF-16 units.
    private static readonly string[] Ordered = ["0", "00", "A", "AB", "B", "a", "z", "~", "ß", "é", "ア", "\uffe6", "🦊"];

    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("find/some", "of the records asked for, those that were imported are found, each once", FindSome),
        new("find/none", "nothing asked for, nothing found; and none of what is not there", FindNone),
        new("read/order", "the entries of a webinar come ordered by the UTF-8 bytes of their record ids", ReadOrder),
        new("read/pages", "thousands of entries come each once, whatever the pages", ReadPages),
        new("records/once", "the records of all webinars of one account and object come each once, ordered", RecordsOnce),
        new("records/pages", "thousands of records come each once, whatever the pages", RecordsPages),
    ];

    private static async Task FindSome(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(), [Entry("a"), Entry("b"), Entry("c"), Entry("x", Scope with { WebinarId = "webinar-2" })], ct).ConfigureAwait(false);

        var found = await ledger.FindAsync(Scope, ["c", "x", "a", "C", "c", "nowhere"], ct).ConfigureAwait(false);
        Verify.Sequence([Entry("a"), Entry("c")], found.OrderBy(entry => entry.RecordId, StringComparer.Ordinal), "what was found");
    }

    private static async Task FindNone(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        Verify.Equal(0, (await ledger.FindAsync(Scope, ["a"], ct).ConfigureAwait(false)).Count, "what is found in an empty ledger");
        await ledger.WriteAsync(Entry("a"), ct).ConfigureAwait(false);
        Verify.Equal(0, (await ledger.FindAsync(Scope, [], ct).ConfigureAwait(false)).Count, "what is found without asking for any");
        Verify.Equal(0, (await ledger.FindAsync(Scope, ["b", "%", "*"], ct).ConfigureAwait(false)).Count, "what is found that is not there");
    }

    private static async Task ReadOrder(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(), [.. Ordered.Reverse().Select(id => Entry(id))], ct).ConfigureAwait(false);

        Verify.Sequence(Ordered.OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create(static (x, y) => x.AsSpan().SequenceCompareTo(y))), Ordered, "the order of this case itself");
        await ledger.HasEntriesAsync(Scope, ct, [.. Ordered.Select(id => Entry(id))]).ConfigureAwait(false);
    }

    private static async Task ReadPages(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        foreach (var count in new[] { 1_000, 2_000, 2_001 })
        {
            var entries = Entries(count);
            await ledger.WriteAsync(Chunk(), entries, ct).ConfigureAwait(false);
            Verify.Sequence(entries, await ledger.ReadAsync(Scope, ct).AllAsync(ct).ConfigureAwait(false), $"{count} entries");
        }
    }

    private static async Task RecordsOnce(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var second = Scope with { WebinarId = "webinar-2" };
        var ids = Ordered.Reverse().ToList();
        await ledger.WriteAsync(
            Chunk(),
            [
                .. ids.Where((_, i) => i % 3 != 0).Select(id => Entry(id)),
                .. ids.Where((_, i) => i % 3 != 1).Select(id => Entry(id, second)),
                Entry("other object", Scope with { ObjectName = "Contact" }), Entry("other account", Scope with { Account = "" }), Entry("other case", Scope with { ObjectName = "LEAD" }),
            ],
            ct).ConfigureAwait(false);

        Verify.Sequence(Ordered, await ledger.ReadRecordsAsync("acme", "Lead", ct).AllAsync(ct).ConfigureAwait(false), "the records of all webinars");
        Verify.Sequence(["other account"], await ledger.ReadRecordsAsync("", "Lead", ct).AllAsync(ct).ConfigureAwait(false), "the records of the default account");
        Verify.Sequence([], await ledger.ReadRecordsAsync("acme", "Account", ct).AllAsync(ct).ConfigureAwait(false), "the records of an object that was never imported");
    }

    private static async Task RecordsPages(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var entries = Entries(2_001);
        await ledger.WriteAsync(Chunk(), entries, ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(), [.. entries.Skip(500).Select(entry => entry with { Scope = Scope with { WebinarId = "webinar-2" } })], ct).ConfigureAwait(false);

        Verify.Sequence(entries.Select(entry => entry.RecordId), await ledger.ReadRecordsAsync("acme", "Lead", ct).AllAsync(ct).ConfigureAwait(false), "2,001 records");
    }
}
