using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Npgsql;
using Support.Sdk.PostgreSql;
using Support.Sdk.Stores;

namespace Support.Sdk.Benchmarks.PostgreSql;

/// <summary>
/// One commit of a new stream (event, snapshot, effect, deadline, claim, index entry), against a program written by hand that inserts the same rows: five prepared
/// inserts in one transaction and one round trip, without version check, claim check, order of positions or notification.
/// </summary>
[BenchmarkCategory(Category)]
public class PostgreSqlCommitBenchmarks
{
    public const string Category = "PostgreSql";

    private static readonly byte[] Json = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 1000)}}"}""");
    private static readonly DateTimeOffset At = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    private ThrowAwayServer _server = null!;
    private PostgreSqlMachineStore _store = null!;
    private NpgsqlDataSource _source = null!;
    private NpgsqlConnection _connection = null!;
    private NpgsqlBatch _inserts = null!;
    private readonly List<NpgsqlParameter<long>> _numbers = [];
    private readonly List<NpgsqlParameter<string>> _ids = [];
    private long _next;

    internal NpgsqlDataSource Source => _source;

    // The in-process toolchain does not wait for an asynchronous set-up.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    internal async Task SetupAsync()
    {
        _server = await ThrowAwayServer.StartAsync();
        _store = new(new() { ConnectionString = _server.ConnectionString, Schema = "ours" });
        await _store.CheckAsync();
        await using (var shape = new PostgreSqlMachineStore(new() { ConnectionString = _server.ConnectionString, Schema = "theirs" }))
        {
            await shape.CheckAsync();
        }

        _source = NpgsqlDataSource.Create(_server.ConnectionString);
        _connection = await _source.OpenConnectionAsync();
        _inserts = new NpgsqlBatch(_connection);
        Insert("INSERT INTO theirs.streams (no, id, version, snapshot_machine, snapshot_version, snapshot, deadline, ready_at) OVERRIDING SYSTEM VALUE VALUES ($1, $2, 1, 'meetings', 1, $3, $4, $4)", withTime: true);
        Insert("INSERT INTO theirs.events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation) VALUES ($1, 1, 'meetings', 1, 'happened', $3, '', 'before', 'after', $2, $4, 'correlation')", withTime: true);
        Insert("INSERT INTO theirs.effects (id, machine_version, data, status, attempts, committed_at, due_at, ready_at, actor, correlation) VALUES ($2 || '/1/0', $1::integer, $3, 0, 0, $4, $4, $4, 'agent-7', 'correlation')", withTime: true);
        Insert("INSERT INTO theirs.claims (claim, stream) VALUES ('pin/' || $2, $1)", withTime: false);
        Insert("INSERT INTO theirs.index_entries (name, value, stream_id) VALUES ('ticket', $1, $1)", withTime: false, textAlone: true);
        await _inserts.PrepareAsync();
    }

    internal async Task CleanupAsync()
    {
        await _inserts.DisposeAsync();
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public async Task<int> HandWritten()
    {
        var no = ++_next;
        var id = string.Create(CultureInfo.InvariantCulture, $"meetings/{no}");
        foreach (var number in _numbers)
        {
            number.TypedValue = no;
        }

        foreach (var text in _ids)
        {
            text.TypedValue = id;
        }

        return await _inserts.ExecuteNonQueryAsync();
    }

    [Benchmark]
    public async Task<CommitResult> StoreCommit()
    {
        var stream = StreamId.Create("meetings", string.Create(CultureInfo.InvariantCulture, $"{++_next}"));
        var result = await _store.CommitAsync(new()
        {
            Stream = stream,
            ExpectedVersion = 0,
            Events = [new(new("meetings", 1, "happened", Json), new("", "before", "after"))],
            Snapshot = new("meetings", 1, Json),
            Effects = [new(new(stream, 1, 0), Json)],
            Deadline = At,
            Claims = ["pin/" + stream.Value],
            Index = [new("ticket", stream.Value)],
            ActorId = "agent-7",
            At = At,
            CorrelationId = "correlation",
        });
        return result.Status is CommitStatus.Committed ? result : throw new InvalidOperationException($"The commit ended as {result.Status}.");
    }

    private void Insert(string sql, bool withTime, bool textAlone = false)
    {
        var command = new NpgsqlBatchCommand(sql);
        if (!textAlone)
        {
            _numbers.Add(new());
            command.Parameters.Add(_numbers[^1]);
        }

        _ids.Add(new() { TypedValue = "" });
        command.Parameters.Add(_ids[^1]);
        if (withTime)
        {
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Json });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = At.UtcTicks });
        }

        _inserts.BatchCommands.Add(command);
    }
}
