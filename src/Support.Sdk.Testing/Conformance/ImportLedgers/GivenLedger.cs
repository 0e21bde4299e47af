using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Testing.Conformance;

/// <summary>What the cases of the ledger write, and how they look at it.</summary>
internal static class GivenLedger
{
    public const string Import = "import-1";

    /// <summary>The most ids that one search takes.</summary>
    public const int MaxRecords = 10_000;

    public static readonly LedgerScope Scope = new("acme", "Lead", "webinar-1");

    public static ImportChunk Chunk(int number = 1, string content = "rows", string import = Import) => new(import, number, Encoding.UTF8.GetBytes(content));

    public static LedgerEntry Entry(string record = "record-1", LedgerScope? scope = null, string import = Import, long row = 7) => new(scope ?? Scope, record, import, row, Given.Now);

    public static List<LedgerEntry> Entries(int count, string import = Import) => [.. Enumerable.Range(0, count).Select(i => Entry($"{i:00000}", import: import, row: i + 1))];

    /// <summary>Bytes of every value, different at each place where a page might be lost or repeated.</summary>
    public static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i ^ (i >> 8) ^ (i >> 16));
        }

        return bytes;
    }

    public static ValueTask<bool> WriteAsync(this IImportLedger ledger, LedgerEntry entry, CancellationToken ct) => ledger.WriteAsync(Chunk(), [entry], ct);

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> items, CancellationToken ct)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(ct).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Checks which chunks an import has, their content as text.</summary>
    public static async Task HasChunksAsync(this IImportLedger ledger, string import, CancellationToken ct, params (int Number, string Content)[] expected)
    {
        var chunks = await ledger.ReadChunksAsync(import, cancellationToken: ct).AllAsync(ct).ConfigureAwait(false);
        Verify.Sequence(
            expected.Select(one => (import, one.Number, one.Content)),
            chunks.Select(chunk => (chunk.Import, chunk.Number, Encoding.UTF8.GetString(chunk.Content.Span))),
            $"the chunks of '{import}'");
    }

    /// <summary>Checks which entries a scope has.</summary>
    public static async Task HasEntriesAsync(this IImportLedger ledger, LedgerScope scope, CancellationToken ct, params LedgerEntry[] expected) =>
        Verify.Sequence(expected, await ledger.ReadAsync(scope, ct).AllAsync(ct).ConfigureAwait(false), $"the entries of {scope}");
}
