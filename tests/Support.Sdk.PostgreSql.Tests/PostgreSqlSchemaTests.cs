using Npgsql;
using Shouldly;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql.Tests;

public sealed class PostgreSqlSchemaTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData("schema-1.sql")]
    [InlineData("schema-2.sql")]
    public async Task Open_SchemaOfAFormerVersion_UpgradesItAndKeepsItsData(string fixture)
    {
        // A fixture is what that version looked like, data included; it is never edited.
        var sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture), Token);
        await _schema.ExecuteAsync(sql.Replace("schema_name", _schema.Name, StringComparison.Ordinal));

        await using (var store = new PostgreSqlMachineStore(_schema.Options))
        {
            (await store.LoadAsync(StreamId.Parse("meetings/old"), Token)).ShouldNotBeNull().Version.ShouldBe(1);
            (await store.CommitAsync(Samples.Commit(StreamId.Parse("meetings/old"), 1), Token)).Status.ShouldBe(CommitStatus.Committed);
        }

        await using (var tokens = new PostgreSqlTokenStore(_schema.Options, Samples.Protector()))
        {
            (await tokens.TrySaveAsync(new("webex", ""), new("token"), 0, Token)).ShouldBeTrue();
        }

        await using (var ledger = new PostgreSqlImportLedger(_schema.Options))
        {
            await ledger.WriteAsync(new("import", 1, Samples.Json), [new(new("", "Lead", "webinar"), "record", "import", 1, Samples.At)], Token);
        }

        (await _schema.ScalarAsync<int>($"SELECT version FROM {_schema.Name}.schema_version")).ShouldBe(3);
        (await _schema.ScalarAsync<long>($"SELECT count(*) FROM {_schema.Name}.import_entries")).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_SchemaOfAFutureVersion_IsRefusedAndStaysAsItIs()
    {
        await _schema.ExecuteAsync($"""
            CREATE SCHEMA {_schema.Name};
            CREATE TABLE {_schema.Name}.schema_version (id integer PRIMARY KEY, version integer NOT NULL);
            INSERT INTO {_schema.Name}.schema_version VALUES (1, 99);
            """);
        await using var store = new PostgreSqlMachineStore(_schema.Options);

        var exception = await Should.ThrowAsync<PostgreSqlSchemaException>(async () => await store.CheckAsync(Token));

        exception.Found.ShouldBe(99);
        exception.Supported.ShouldBe(3);
        exception.Message.ShouldContain("Nothing was changed");
        await Should.ThrowAsync<PostgreSqlSchemaException>(async () => await store.LoadAsync(Samples.Stream, Token));
        (await _schema.ScalarAsync<long>($"SELECT count(*) FROM pg_tables WHERE schemaname = '{_schema.Name}'")).ShouldBe(1);
        (await _schema.ScalarAsync<int>($"SELECT version FROM {_schema.Name}.schema_version")).ShouldBe(99);
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_ManyHostsAtOnceOnANewSchema_AllSucceed()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => new PostgreSqlMachineStore(_schema.Options)).ToList();

        var results = await Task.WhenAll(stores.Select((store, i) => Task.Run(async () => await store.CommitAsync(Samples.Commit(StreamId.Create("m", $"{i}")), Token), Token)));

        results.ShouldAllBe(result => result.Status == CommitStatus.Committed);
        foreach (var store in stores)
        {
            (await store.ReadChangesAsync(0, 100, Token)).Count.ShouldBe(8);
            await store.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_AnotherHostIsUpgrading_WaitsForIt()
    {
        await using var store = new PostgreSqlMachineStore(_schema.Options);
        await using var other = await _schema.OpenAsync();
        await using var upgrade = await other.BeginTransactionAsync(Token);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_xact_lock(hashtextextended('support_sdk/{_schema.Name}/upgrade', 0))", other))
        {
            await take.ExecuteNonQueryAsync(Token);
        }

        var check = store.CheckAsync(Token).AsTask();
        await _schema.UntilAsync($"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = '{_schema.Name}' AND wait_event = 'advisory')");
        check.IsCompleted.ShouldBeFalse();
        await upgrade.CommitAsync(Token);

        await check;
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_SchemaMadeByTheAdministrator_NeedsNoRightToCreateOne()
    {
        var role = $"{_schema.Name}_role";
        await _schema.ExecuteAsync($"CREATE ROLE {role} LOGIN; CREATE SCHEMA {_schema.Name} AUTHORIZATION {role}");
        var options = _schema.Options;
        options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Username = role }.ConnectionString;
        await using var store = new PostgreSqlMachineStore(options);

        (await store.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_DatabaseNotInUtf8_IsRefusedWithTheRemedy()
    {
        var database = $"latin_{_schema.Name}";
        await _schema.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
        var options = _schema.Options;
        options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Database = database }.ConnectionString;
        await using var store = new PostgreSqlMachineStore(options);

        (await Should.ThrowAsync<PostgreSqlSchemaException>(async () => await store.CheckAsync(Token))).Message.ShouldContain("LATIN1");
    }
}
