using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Support.Sdk.Sqlite;
using Support.Sdk.Stores;

namespace Support.Sdk.Benchmarks;

/// <summary>One commit of a new stream (event, snapshot, effect, deadline, claim, index entry), against a program written by hand that inserts the same rows in one transaction.</summary>
public class SqliteCommitBenchmarks
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 1000)}}"}""");
    private static readonly DateTimeOffset At = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);

    private string _directory = "";
    private SqliteMachineStore _store = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand[] _inserts = [];
    private long _next;

    [Params(SqliteDurability.Full, SqliteDurability.Normal)]
    public SqliteDurability Durability { get; set; }

    internal string OurPath => Path.Combine(_directory, "ours.db");

    internal string TheirPath => Path.Combine(_directory, "theirs.db");

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _directory = Directory.CreateTempSubdirectory("support-bench-").FullName;
        _store = new(new() { Path = OurPath, Durability = Durability });
        await _store.CheckAsync();

        // The hand-written program: the same pragmas, tables of the same shape, prepared commands, no version check, no abstraction.
        await using (var shape = new SqliteMachineStore(new() { Path = TheirPath, Durability = Durability }))
        {
            await shape.CheckAsync();
        }

        _connection = new($"Data Source={TheirPath};Pooling=False");
        _connection.Open();
        Run($"PRAGMA synchronous = {(Durability is SqliteDurability.Full ? "FULL" : "NORMAL")}; PRAGMA foreign_keys = ON");
        _inserts =
        [
            Insert("INSERT INTO support_streams (no, version, snapshot_machine, snapshot_version, snapshot, deadline, ready_at, id) VALUES ($no, 1, 'meetings', 1, $data, $at, $at, $id)"),
            Insert("INSERT INTO support_events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation) VALUES ($no, 1, 'meetings', 1, 'happened', $data, '', 'before', 'after', 'agent-7', $at, 'correlation')"),
            Insert("INSERT INTO support_effects (id, machine_version, data, status, attempts, committed_at, due_at, ready_at, actor, correlation) VALUES ($id || '/1/0', 1, $data, 0, 0, $at, $at, $at, 'agent-7', 'correlation')"),
            Insert("INSERT INTO support_claims (claim, stream) VALUES ('pin/' || $id, $no)"),
            Insert("INSERT INTO support_index (name, value, stream_id) VALUES ('ticket', $id, $id)"),
        ];
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _store.DisposeAsync();
        foreach (var insert in _inserts)
        {
            insert.Dispose();
        }

        await _connection.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public void HandWritten()
    {
        var no = ++_next;
        var id = $"meetings/{no}";
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var insert in _inserts)
        {
            insert.Transaction = transaction;
            insert.Parameters["$no"].Value = no;
            insert.Parameters["$id"].Value = id;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    [Benchmark]
    public async Task<CommitResult> StoreCommit()
    {
        var stream = StreamId.Create("meetings", $"{++_next}");
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

    private SqliteCommand Insert(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$no", 0L);
        command.Parameters.AddWithValue("$id", "");
        command.Parameters.AddWithValue("$data", Json);
        command.Parameters.AddWithValue("$at", At.UtcTicks);
        command.Prepare();
        return command;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
