using Microsoft.Data.Sqlite;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.Testing.Conformance;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly StoreDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("schema-1.sql")]
    [InlineData("schema-2.sql")]
    public async Task Open_FileOfAFormerVersion_UpgradesItAndKeepsItsData(string fixture)
    {
        // A fixture is what that version of the schema looked like, data included; it is never edited.
        Run(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture), Token));
        var options = _directory.Options;

        await using (var store = new SqliteMachineStore(options))
        {
            var stream = await store.LoadAsync(StreamId.Parse("meetings/old"), Token);
            stream.ShouldNotBeNull().Version.ShouldBe(1);
            (await store.CommitAsync(Samples.Commit(StreamId.Parse("meetings/old"), 1), Token)).Status.ShouldBe(CommitStatus.Committed);
        }

        await using (var tokens = new SqliteTokenStore(options, Samples.Protector()))
        {
            (await tokens.TrySaveAsync(new("webex", ""), new("token"), 0, Token)).ShouldBeTrue();
        }

        await using (var ledger = new SqliteImportLedger(options))
        {
            await ledger.WriteAsync(new("import", 1, Samples.Json), [new(new("", "Lead", "webinar"), "record", "import", 1, Samples.At)], Token);
        }

        Number("SELECT version FROM support_schema").ShouldBe(3);
        Number("SELECT COUNT(*) FROM support_import_entries").ShouldBe(1);
    }

    [Fact]
    public async Task Open_FileOfAFutureVersion_IsRefusedAndTheFileStaysAsItIs()
    {
        Run("CREATE TABLE support_schema (id INTEGER PRIMARY KEY, version INTEGER NOT NULL); INSERT INTO support_schema VALUES (1, 99); CREATE TABLE support_streams (future TEXT)");
        var before = await File.ReadAllBytesAsync(_directory.File, Token);

        await using (var store = new SqliteMachineStore(_directory.Options))
        {
            var exception = await Should.ThrowAsync<SqliteSchemaException>(async () => await store.CheckAsync(Token));
            exception.Found.ShouldBe(99);
            exception.Supported.ShouldBe(3);
            exception.Message.ShouldContain("Nothing was changed");
            await Should.ThrowAsync<SqliteSchemaException>(async () => await store.LoadAsync(Samples.Stream, Token));
        }

        (await File.ReadAllBytesAsync(_directory.File, Token)).ShouldBe(before);
        Directory.GetFiles(_directory.Root).ShouldBe([_directory.File]);
    }

    [Fact]
    public async Task Open_ManyHandlesAtOnceOnANewFile_AllSucceed()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => new SqliteMachineStore(_directory.Options)).ToList();

        var results = await Task.WhenAll(stores.Select((store, i) => Task.Run(async () => await store.CommitAsync(Samples.Commit(StreamId.Create("m", $"{i}")), Token), Token)));

        results.ShouldAllBe(result => result.Status == CommitStatus.Committed);
        foreach (var store in stores)
        {
            (await store.ReadChangesAsync(0, 100, Token)).Count.ShouldBe(8);
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Open_AnotherProgramsDatabase_LeavesItsTablesAlone()
    {
        Run("CREATE TABLE streams (mine TEXT); INSERT INTO streams VALUES ('kept')");
        await using (var store = new SqliteMachineStore(_directory.Options))
        {
            await store.CheckAsync(Token);
        }

        Number("SELECT COUNT(*) FROM streams WHERE mine = 'kept'").ShouldBe(1);
    }

    [Fact]
    public async Task Open_FileThatIsNoDatabase_Throws()
    {
        await File.WriteAllTextAsync(_directory.File, new string('x', 5000), Token);
        await using var store = new SqliteMachineStore(_directory.Options);
        (await Should.ThrowAsync<SqliteException>(async () => await store.CheckAsync(Token))).SqliteErrorCode.ShouldBe(26);
    }

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_directory.File};Pooling=False");
        connection.Open();
        return connection;
    }
}
