using Npgsql;
using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.PostgreSql.Tests;

public sealed class PostgreSqlImportLedgerTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly LedgerScope Scope = new("acme", "Lead", "webinar");

    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task WriteAsync_AnEntryFails_LeavesChunkAndEntriesAsTheyWere()
    {
        await using var ledger = new PostgreSqlImportLedger(_schema.Options);
        await ledger.WriteAsync(new("import", 1, "before"u8.ToArray()), [Entry("kept", 1)], Token);
        await _schema.ExecuteAsync($"ALTER TABLE {_schema.Name}.import_entries ADD CHECK (record <> 'poison')");

        await Should.ThrowAsync<PostgresException>(
            async () => await ledger.WriteAsync(new("import", 1, "after"u8.ToArray()), [Entry("kept", 2), Entry("new", 2), Entry("poison", 2)], Token));

        (await ledger.ReadChunksAsync("import", 0, Token).ToListAsync(Token)).ShouldHaveSingleItem().Content.ToArray().ShouldBe("before"u8.ToArray());
        (await ledger.ReadAsync(Scope, Token).ToListAsync(Token)).ShouldBe([Entry("kept", 1)]);
    }

    [Fact(Timeout = 60_000)]
    public async Task ReadChunksAsync_RemovedMeanwhile_Ends()
    {
        await using var ledger = new PostgreSqlImportLedger(_schema.Options);
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

    [Fact(Timeout = 60_000)]
    public async Task FindAsync_IdsThatTextCannotHold_AreToldApart()
    {
        await using var ledger = new PostgreSqlImportLedger(_schema.Options);
        string[] ids = ["a\0b", "a\ud800", "a\u001a0000b", "ab"];
        await ledger.WriteAsync(new("import", 1, Samples.Json), [.. ids.Select((id, i) => Entry(id, i + 1))], Token);

        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            (await ledger.FindAsync(Scope, [id], Token)).ShouldBe([Entry(id, i + 1)]);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Ledger_OnTheHostsDataSource_LeavesItOpen()
    {
        await using var source = NpgsqlDataSource.Create(_schema.ConnectionString);
        await using (var ledger = new PostgreSqlImportLedger(new() { Schema = _schema.Name }, source))
        {
            await ledger.WriteAsync(new("import", 1, Samples.Json), [Entry("record", 1)], Token);
        }

        await using var again = new PostgreSqlImportLedger(new() { Schema = _schema.Name }, source);
        (await again.ReadRecordsAsync("acme", "Lead", Token).ToListAsync(Token)).ShouldBe(["record"]);
    }

    private static LedgerEntry Entry(string record, long row) => new(Scope, record, "import", row, Samples.At);
}
