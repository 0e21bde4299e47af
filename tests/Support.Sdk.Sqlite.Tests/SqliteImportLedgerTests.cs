using Microsoft.Data.Sqlite;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteImportLedgerTests : IDisposable
{
    private static readonly LedgerScope Scope = new("acme", "Lead", "webinar");

    private readonly StoreDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task WriteAsync_AnEntryFails_LeavesChunkAndEntriesAsTheyWere()
    {
        await using var ledger = new SqliteImportLedger(_directory.Options);
        await ledger.WriteAsync(new("import", 1, "before"u8.ToArray()), [Entry("kept", 1)], Token);
        Run("CREATE TRIGGER poison BEFORE INSERT ON support_import_entries WHEN new.record = 'poison' BEGIN SELECT RAISE(ABORT, 'poisoned'); END");

        await Should.ThrowAsync<SqliteException>(async () => await ledger.WriteAsync(new("import", 1, "after"u8.ToArray()), [Entry("kept", 2), Entry("new", 2), Entry("poison", 2)], Token));

        (await ledger.ReadChunksAsync("import", 0, Token).ToListAsync(Token)).ShouldHaveSingleItem().Content.ToArray().ShouldBe("before"u8.ToArray());
        (await ledger.ReadAsync(Scope, Token).ToListAsync(Token)).ShouldBe([Entry("kept", 1)]);
    }

    [Fact]
    public async Task ReadChunksAsync_RemovedMeanwhile_Ends()
    {
        await using var ledger = new SqliteImportLedger(_directory.Options);
        for (var number = 1; number <= 3; number++)
        {
            await ledger.WriteAsync(new("import", number, Samples.Json), [], Token);
        }

        var seen = new List<int>();
        await foreach (var chunk in ledger.ReadChunksAsync("import", 0, Token))
        {
            seen.Add(chunk.Number);
            (await ledger.RemoveChunksAsync("import", cancellationToken: Token)).ShouldBe(3);
        }

        seen.ShouldBe([1]);
    }

    [Fact]
    public async Task FindAsync_Closed_SaysSo()
    {
        var ledger = new SqliteImportLedger(_directory.Options);
        await ledger.WriteAsync(new("import", 1, Samples.Json), [], Token);
        await ledger.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await ledger.FindAsync(Scope, ["record"], Token));
        Directory.GetFiles(_directory.Root).ShouldBe([_directory.File]);
    }

    private static LedgerEntry Entry(string record, long row) => new(Scope, record, "import", row, Samples.At);

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_directory.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
