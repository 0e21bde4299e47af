using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.Sqlite.Tests;

public sealed class SqliteMachineStoreTests : IDisposable
{
    private readonly StoreDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Dispose_AfterUse_ClosesTheFileAndKeepsTheData()
    {
        await using (var store = new SqliteMachineStore(_directory.Options))
        {
            await store.CommitAsync(Samples.Commit(Samples.Stream), Token);
            await store.LoadAsync(Samples.Stream, Token);
        }

        // The last connection to close removes the write-ahead log: no connection was forgotten.
        Directory.GetFiles(_directory.Root).ShouldBe([_directory.File]);
        using var again = new SqliteMachineStore(_directory.Options);
        (await again.LoadAsync(Samples.Stream, Token)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Dispose_ThenAnyCall_ThrowsObjectDisposed()
    {
        var store = new SqliteMachineStore(_directory.Options);
        await store.CheckAsync(Token);
        await using var watch = store.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var waiting = watch.MoveNextAsync().AsTask();
        await store.DisposeAsync();
        await store.DisposeAsync();
        store.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.LoadAsync(Samples.Stream, Token));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.CheckAsync(Token));
        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task CommitAsync_DirectoryMissing_MakesIt()
    {
        var options = _directory.Options;
        options.Path = Path.Combine(_directory.Root, "a", "b", "store.db");
        await using var store = new SqliteMachineStore(options);
        await store.CheckAsync(Token);
        File.Exists(options.Path).ShouldBeTrue();
    }

    [Theory]
    [InlineData(SqliteDurability.Full)]
    [InlineData(SqliteDurability.Normal)]
    public async Task CommitAsync_AnyDurability_ReachesTheFileOthersRead(SqliteDurability durability)
    {
        await using var store = new SqliteMachineStore(new() { ConnectionString = $"Data Source={_directory.File}", Durability = durability });
        await store.CommitAsync(Samples.Commit(Samples.Stream), Token);

        await using var connection = Open();
        Scalar(connection, "PRAGMA journal_mode").ShouldBe("wal");
        Scalar(connection, "SELECT id FROM support_streams").ShouldBe(Samples.Stream.Value);
        Scalar(connection, "SELECT at FROM support_events").ShouldBe(Samples.At.UtcTicks);
    }

    [Fact]
    public async Task CommitAsync_AnotherProcessHoldsTheLock_RepeatsOnTheInjectedClockAndCommitsWhenItIsFree()
    {
        var clock = new ManualTimeProvider();
        var options = _directory.Options;
        options.BusyTimeout = TimeSpan.Zero;
        await using var store = new SqliteMachineStore(options, clock);
        await store.CheckAsync(Token);
        await using var other = Open();
        Execute(other, "BEGIN IMMEDIATE");

        var commit = store.CommitAsync(Samples.Commit(Samples.Stream), Token).AsTask();
        commit.IsCompleted.ShouldBeFalse();
        (await store.LoadAsync(Samples.Stream, Token)).ShouldBeNull("readers do not wait for a writer");
        Execute(other, "COMMIT");
        clock.Advance(TimeSpan.FromSeconds(1));

        (await commit).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact]
    public async Task CommitAsync_LockNeverFreed_ThrowsBusyAfterTheLastRepetitionAndChangesNothing()
    {
        var options = _directory.Options;
        options.BusyTimeout = TimeSpan.Zero;
        options.BusyRetries = 0;
        await using var store = new SqliteMachineStore(options, new ManualTimeProvider());
        await store.CheckAsync(Token);
        await using (var other = Open())
        {
            Execute(other, "BEGIN IMMEDIATE");
            (await Should.ThrowAsync<SqliteException>(async () => await store.CommitAsync(Samples.Commit(Samples.Stream), Token))).SqliteErrorCode.ShouldBe(5);
        }

        (await store.LoadAsync(Samples.Stream, Token)).ShouldBeNull();
        (await store.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact]
    public async Task CommitAsync_FailsHalfway_RollsBackAndGoesOn()
    {
        await using var store = new SqliteMachineStore(_directory.Options);
        await store.CheckAsync(Token);
        await using (var other = Open())
        {
            Execute(other, "CREATE TRIGGER full BEFORE INSERT ON support_effects BEGIN SELECT RAISE(ABORT, 'disk full'); END");
            (await Should.ThrowAsync<SqliteException>(async () => await store.CommitAsync(Samples.Commit(Samples.Stream), Token))).Message.ShouldContain("disk full");
            Execute(other, "DROP TRIGGER full");
        }

        (await store.LoadAsync(Samples.Stream, Token)).ShouldBeNull();
        (await store.ReadChangesAsync(0, 10, Token)).ShouldBeEmpty();
        (await store.CommitAsync(Samples.Commit(Samples.Stream), Token)).Status.ShouldBe(CommitStatus.Committed);
    }

    [Fact]
    public async Task CommitAsync_EachOutcome_IsMeasuredInSeconds()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var outcomes = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Name == "support.sqlite.commit.duration")
            {
                instrument.Unit.ShouldBe("s");
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => outcomes.Add(value < 60 ? tags[0].Value as string : "not in seconds"));
        listener.Start();
        await using var store = new SqliteMachineStore(_directory.Options, meterFactory: factory);

        await store.CommitAsync(Samples.Commit(Samples.Stream) with { Claims = ["pin"] }, Token);
        await store.CommitAsync(Samples.Commit(Samples.Stream), Token);
        await store.CommitAsync(Samples.Commit(StreamId.Create("meetings", "2")) with { Claims = ["pin"] }, Token);

        outcomes.ShouldBe(["committed", "version_conflict", "claim_taken"]);
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_directory.File};Pooling=False");
        connection.Open();
        return connection;
    }
}
