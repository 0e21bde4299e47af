using Npgsql;

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>A schema for one test, and a way past the store to look at it and to disturb it.</summary>
public sealed class TestSchema : IAsyncDisposable
{
    private readonly NpgsqlDataSource _direct;

    public TestSchema(string connectionString, string name)
    {
        Name = name;
        // Small pools: every store has its own, and hundreds of tests share one server.
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = name, MaxPoolSize = 20 }.ConnectionString;
        _direct = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = $"{name}_direct", MaxPoolSize = 10 });
    }

    public string Name { get; }

    public string ConnectionString { get; }

    // The longest interval: what wakes a watch in these tests is NOTIFY, not the poll.
    public PostgreSqlStoreOptions Options => new() { ConnectionString = ConnectionString, Schema = Name, WatchPollInterval = TimeSpan.FromMinutes(5) };

    public ValueTask<NpgsqlConnection> OpenAsync() => _direct.OpenConnectionAsync(TestContext.Current.CancellationToken);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _direct.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = _direct.CreateCommand(sql);
        var value = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return value is null or DBNull ? default : (T)value;
    }

    /// <summary>Asks again and again until the answer is yes; the test's own time limit ends it otherwise.</summary>
    public async Task UntilAsync(string sql)
    {
        while (!await ScalarAsync<bool>(sql))
        {
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => _direct.DisposeAsync();
}
