using Support.Sdk.Webinars;
using static Support.Sdk.Testing.Conformance.GivenLedger;

namespace Support.Sdk.Testing.Conformance;

internal static class LedgerEntryCases
{
    public static readonly ConformanceCase<IImportLedgerFixture>[] All =
    [
        new("entries/write-and-read", "entries come back whole, instants to 100 ns, from every handle", WriteAndRead),
        new("entries/latest-wins", "an entry takes the place of an earlier one of the same scope and record", LatestWins),
        new("entries/latest-wins-within-a-write", "of entries of one record in one write the last one stays", LatestWithinAWrite),
        new("entries/scopes", "account, object and webinar together are the scope, compared ordinally", Scopes),
        new("entries/ids", "record ids are compared ordinally", Ids),
        new("entries/one-write-many-scopes", "one write may hold entries of several scopes and of another import", ManyScopes),
        new("entries/refused-write", "a write that is refused for one entry writes neither the chunk nor another entry", RefusedWrite),
        new("entries/many", "10,000 entries and a chunk of 2 MB are one write, and all are found", Many),
        new("entries/durable", "what was written is there when the ledger is opened again", Durable),
    ];

    private static async Task WriteAndRead(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var other = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var abroad = Entry("record-2", row: long.MaxValue) with { At = Given.Now.AddTicks(1).ToOffset(TimeSpan.FromHours(2)) };
        await ledger.WriteAsync(Chunk(), [abroad, Entry()], ct).ConfigureAwait(false);

        foreach (var handle in new[] { ledger, other })
        {
            await handle.HasEntriesAsync(Scope, ct, Entry(), abroad).ConfigureAwait(false);
            var found = await handle.FindAsync(Scope, ["record-2"], ct).ConfigureAwait(false);
            Verify.Sequence([abroad], found, "the entry that was looked for");
            Verify.Equal(TimeSpan.Zero, found[0].At.ToUniversalTime().Offset, "the offset of a UTC instant");
        }
    }

    private static async Task LatestWins(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Entry(), ct).ConfigureAwait(false);

        // Later is what is written later, whatever the instants say.
        var later = Entry(import: "import-2", row: 3) with { At = Given.Now.AddDays(-1) };
        await ledger.WriteAsync(later, ct).ConfigureAwait(false);

        await ledger.HasEntriesAsync(Scope, ct, later).ConfigureAwait(false);
        Verify.Sequence([later], await ledger.FindAsync(Scope, ["record-1"], ct).ConfigureAwait(false), "the entry that was found");
    }

    private static async Task LatestWithinAWrite(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(), [Entry(row: 9), Entry("record-2"), Entry(row: 2), Entry(row: 5)], ct).ConfigureAwait(false);

        await ledger.HasEntriesAsync(Scope, ct, Entry(row: 5), Entry("record-2")).ConfigureAwait(false);
    }

    private static async Task Scopes(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        LedgerScope[] scopes =
        [
            new("a", "Lead", "w"), new("", "Lead", "w"), new("A", "Lead", "w"), new("ä", "Lead", "w"), new("a\u0308", "Lead", "w"), new("a", "lead", "w"), new("a", "Contact", "w"),
            new("a", "Lead", "W"), new("a", "Lead", "w2"), new("aLead", "L", "w"), new("a", "Lead", "w "), new("a", "Lead", "🦊"),
        ];
        await ledger.WriteAsync(Chunk(), [.. scopes.Select((scope, i) => Entry("one", scope, row: i + 1))], ct).ConfigureAwait(false);

        foreach (var (scope, i) in scopes.Select((scope, i) => (scope, i)))
        {
            await ledger.HasEntriesAsync(scope, ct, Entry("one", scope, row: i + 1)).ConfigureAwait(false);
            Verify.Sequence([Entry("one", scope, row: i + 1)], await ledger.FindAsync(scope, ["one"], ct).ConfigureAwait(false), $"what is found in {scope}");
        }

        await ledger.HasEntriesAsync(new("b", "Lead", "w"), ct).ConfigureAwait(false);
    }

    private static async Task Ids(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);

        // Salesforce's ids of 15 characters differ in their case alone.
        string[] ids = ["00Qa0000001AbcD", "00Qa0000001Abcd", "00qA0000001aBCd", "é", "e\u0301", "ß", "ss", "İ", "i", "I", "ı", "1", "01", "1 ", "a'b", "a\"b\\", "🦊"];
        await ledger.WriteAsync(Chunk(), [.. ids.Select((id, i) => Entry(id, row: i + 1))], ct).ConfigureAwait(false);

        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            Verify.Sequence([Entry(id, row: i + 1)], await ledger.FindAsync(Scope, [id], ct).ConfigureAwait(false), $"what is found as '{id}'");
        }

        Verify.Equal(0, (await ledger.FindAsync(Scope, ["00QA0000001ABCD", "É", "SS", "1  "], ct).ConfigureAwait(false)).Count, "the entries found by ids that only resemble theirs");
    }

    private static async Task ManyScopes(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var members = Scope with { ObjectName = "CampaignMember" };
        await ledger.WriteAsync(Chunk(), [Entry(), Entry(scope: members, import: "import-0")], ct).ConfigureAwait(false);

        await ledger.HasEntriesAsync(Scope, ct, Entry()).ConfigureAwait(false);
        await ledger.HasEntriesAsync(members, ct, Entry(scope: members, import: "import-0")).ConfigureAwait(false);
    }

    private static async Task RefusedWrite(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "before"), [], ct).ConfigureAwait(false);
        await Verify.ThrowsAsync<ArgumentException>(() => ledger.WriteAsync(Chunk(1, "after"), [Entry(), Entry("")], ct).AsTask(), "a write with an entry without record").ConfigureAwait(false);

        await ledger.HasChunksAsync(Import, ct, (1, "before")).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct).ConfigureAwait(false);
    }

    private static async Task Many(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        var entries = Entries(MaxRecords);
        await ledger.WriteAsync(new(Import, 1, Bytes(2 * 1024 * 1024)), entries, ct).ConfigureAwait(false);
        var again = Entries(MaxRecords, "import-2");
        await ledger.WriteAsync(Chunk(import: "import-2"), again.Slice(MaxRecords / 2, MaxRecords / 2), ct).ConfigureAwait(false);

        List<LedgerEntry> expected = [.. entries.Take(MaxRecords / 2), .. again.Skip(MaxRecords / 2)];
        var found = await ledger.FindAsync(Scope, [.. expected.Select(entry => entry.RecordId)], ct).ConfigureAwait(false);
        Verify.Sequence(expected, found.OrderBy(entry => entry.Row), "10,000 entries that were looked for");
        Verify.Sequence(expected, await ledger.ReadAsync(Scope, ct).AllAsync(ct).ConfigureAwait(false), "10,000 entries that were read");
    }

    private static async Task Durable(IImportLedgerFixture fixture, CancellationToken ct)
    {
        var ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "one"), [Entry()], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(2, "two"), [Entry("record-2")], ct).ConfigureAwait(false);
        await ledger.WriteAsync(Chunk(1, "gone", "import-2"), [], ct).ConfigureAwait(false);
        await ledger.RemoveChunksAsync("import-2", cancellationToken: ct).ConfigureAwait(false);
        await fixture.CloseAsync(ct).ConfigureAwait(false);

        ledger = await fixture.OpenAsync(ct).ConfigureAwait(false);
        await ledger.HasChunksAsync(Import, ct, (1, "one"), (2, "two")).ConfigureAwait(false);
        await ledger.HasChunksAsync("import-2", ct).ConfigureAwait(false);
        await ledger.HasEntriesAsync(Scope, ct, Entry(), Entry("record-2")).ConfigureAwait(false);
    }
}
