using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Support.Sdk.Benchmarks.PostgreSql;
using Support.Sdk.Sessions;

namespace Support.Sdk.Benchmarks.Sessions;

/// <summary>
/// A whole command on a session that stands in the store (load, time, decide, commit, answer): its computer comes and goes. By hand, the same bytes without having read
/// or decided anything: one insert of the event and one update of the snapshot in a transaction.
/// </summary>
public class SessionCommandBenchmarks
{
    private readonly SessionCommand[] _commands = [new SessionCommand.LoseDevice(SessionSample.Device), new SessionCommand.Launch(SessionSample.Device)];
    private string _directory = "";
    private ThrowAwayServer? _server;
    private SessionHost _host = null!;
    private Func<byte[], byte[], Task> _write = null!;
    private readonly List<IAsyncDisposable> _owned = [];
    private byte[] _event = [];
    private byte[] _snapshot = [];
    private int _next;

    [ParamsSource(nameof(Stores))]
    public string Store { get; set; } = "";

    public static IEnumerable<string> Stores => ThrowAwayServer.IsInstalled ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    // The in-process toolchain does not wait for an asynchronous set-up.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    internal async Task SetupAsync()
    {
        if (Store == "SQLite")
        {
            SetUpSqlite();
        }
        else
        {
            await SetUpPostgreSqlAsync();
        }

        await _host.ExecuteAsync("s-1", new SessionCommand.Create(SessionSample.Channel with { TimeOut = TimeSpan.FromDays(1) }, SessionSample.Secrets, AttendedAccess.Met), SessionSample.Technician);
        await _host.ExecuteAsync("s-1", new SessionCommand.Launch(SessionSample.Device), SessionSample.EndUser);
        var view = await _host.Runner.ReadAsync(SupportSessionMachine.StreamOf("s-1"));
        _snapshot = SupportSessionMachine.Format.Write(view.State!).Data.ToArray();
        _event = SupportSessionMachine.Format.Write(new SessionEvent.Launched(SessionSample.Device)).Data.ToArray();
    }

    internal async Task CleanupAsync()
    {
        await _host.DisposeAsync();
        foreach (var owned in Enumerable.Reverse(_owned))
        {
            await owned.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_directory.Length > 0)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Benchmark(Baseline = true)]
    public Task HandWritten() => _write(_event, _snapshot);

    [Benchmark]
    public Task Command() => _host.ExecuteAsync("s-1", _commands[_next++ & 1], SessionSample.EndUser);

    private void SetUpSqlite()
    {
        _directory = Directory.CreateTempSubdirectory("support-bench-").FullName;
        _host = new(services => services.AddSqliteStore(Path.Combine(_directory, "ours.db")));
        var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "theirs.db")};Pooling=False");
        connection.Open();
        _owned.Add(connection);
        Run(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE streams (id TEXT PRIMARY KEY, version INTEGER, snapshot BLOB);"
            + " CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, data BLOB, actor TEXT, at INTEGER, UNIQUE (stream, version));"
            + " INSERT INTO streams VALUES ('s-1', 0, x'')");
        var insert = Command("INSERT INTO events (stream, version, type, data, actor, at) VALUES ('s-1', $version, 'session-launched', $data, 'pc-1', $version)");
        var update = Command("UPDATE streams SET version = $version, snapshot = $data WHERE id = 's-1'");
        _owned.Add(insert);
        _owned.Add(update);
        var version = 0L;
        _write = (happened, snapshot) =>
        {
            version++;
            using var transaction = connection.BeginTransaction(deferred: false);
            Write(insert, happened);
            Write(update, snapshot);
            transaction.Commit();
            return Task.CompletedTask;

            void Write(SqliteCommand command, byte[] data)
            {
                command.Transaction = transaction;
                command.Parameters["$version"].Value = version;
                command.Parameters["$data"].Value = data;
                command.ExecuteNonQuery();
            }
        };

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$version", 0L);
            command.Parameters.AddWithValue("$data", Array.Empty<byte>());
            command.Prepare();
            return command;
        }
    }

    private async Task SetUpPostgreSqlAsync()
    {
        _server = await ThrowAwayServer.StartAsync();
        _host = new(services => services.AddPostgreSqlStore(_server.ConnectionString));
        var source = NpgsqlDataSource.Create(_server.ConnectionString);
        _owned.Add(source);
        await using (var shape = source.CreateCommand(
            "CREATE TABLE streams (id text PRIMARY KEY, version bigint, snapshot bytea);"
            + " CREATE TABLE events (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text, version bigint, type text, data bytea, actor text, at bigint, UNIQUE (stream, version));"
            + " INSERT INTO streams VALUES ('s-1', 0, '')"))
        {
            await shape.ExecuteNonQueryAsync();
        }

        var connection = await source.OpenConnectionAsync();
        _owned.Add(connection);
        var batch = new NpgsqlBatch(connection);
        _owned.Add(batch);
        var versions = new[] { new NpgsqlParameter<long>(), new NpgsqlParameter<long>() };
        var documents = new[] { new NpgsqlParameter<byte[]> { TypedValue = [] }, new NpgsqlParameter<byte[]> { TypedValue = [] } };
        batch.BatchCommands.Add(new("INSERT INTO events (stream, version, type, data, actor, at) VALUES ('s-1', $1, 'session-launched', $2, 'pc-1', $1)") { Parameters = { versions[0], documents[0] } });
        batch.BatchCommands.Add(new("UPDATE streams SET version = $1, snapshot = $2 WHERE id = 's-1'") { Parameters = { versions[1], documents[1] } });
        await batch.PrepareAsync();
        var version = 0L;
        _write = (happened, snapshot) =>
        {
            versions[0].TypedValue = versions[1].TypedValue = ++version;
            (documents[0].TypedValue, documents[1].TypedValue) = (happened, snapshot);
            return batch.ExecuteNonQueryAsync();
        };
    }
}
