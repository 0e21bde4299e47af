using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Testing;

namespace Support.Sdk.PostgreSql.Tests;

/// <summary>Watching with a clock that stands still: nothing here can come from the poll.</summary>
public sealed class PostgreSqlWatchTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly TestSchema _schema = server.NewSchema();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Idle: to die in the midst of LISTEN would be a failed attempt, after which the listener waits for the clock that stands still.
    private string Listeners => $"FROM pg_stat_activity WHERE application_name = '{_schema.Name}' AND query LIKE 'LISTEN%' AND state = 'idle'";

    private string Listening => $"SELECT EXISTS (SELECT {Listeners})";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task WatchAsync_CommitOfAnotherHost_WakesIt()
    {
        await using var watching = new PostgreSqlMachineStore(_schema.Options, new ManualTimeProvider());
        await using var writing = new PostgreSqlMachineStore(_schema.Options);
        await using var watch = watching.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var next = watch.MoveNextAsync().AsTask();
        await _schema.UntilAsync(Listening);

        await writing.CommitAsync(Samples.Commit(Samples.Stream), Token);

        (await next).ShouldBeTrue();
        watch.Current.Stream.ShouldBe(Samples.Stream);
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchAsync_ListeningConnectionKilledAgainAndAgain_MissesNothing()
    {
        await using var watching = new PostgreSqlMachineStore(_schema.Options, new ManualTimeProvider());
        await using var writing = new PostgreSqlMachineStore(_schema.Options);
        await using var watch = watching.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var killed = 0;
        for (var version = 0; version < 10; version++)
        {
            var next = watch.MoveNextAsync().AsTask();

            // The server may show the last one for a while after it has died.
            await _schema.UntilAsync($"SELECT EXISTS (SELECT {Listeners} AND pid <> {killed})");
            killed = await _schema.ScalarAsync<int>($"SELECT pid {Listeners} AND pid <> {killed}");
            (await _schema.ScalarAsync<bool>($"SELECT pg_terminate_backend({killed})")).ShouldBeTrue();
            await writing.CommitAsync(Samples.Commit(Samples.Stream, version), Token);

            (await next).ShouldBeTrue();
            watch.Current.Version.ShouldBe(version + 1);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchAsync_CommittedWhileNobodyListened_CatchesUpWhenTheConnectionIsBack()
    {
        var gate = new Gate();
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(_schema.ConnectionString) { Password = "hunter2" }.ConnectionString);
        builder.UsePhysicalConnectionInitializer(static _ => throw new NotSupportedException(), _ => gate.PassAsync());
        await using var source = builder.Build();
        var log = new Messages();
        var options = _schema.Options;
        options.ConnectionString = null;
        await using var watching = new PostgreSqlMachineStore(options, source, new ManualTimeProvider(), log);
        await using var writing = new PostgreSqlMachineStore(_schema.Options);
        await using var watch = watching.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var next = watch.MoveNextAsync().AsTask();
        await _schema.UntilAsync(Listening);

        // What listened cannot come back before it may.
        gate.Close();
        (await _schema.ScalarAsync<long>($"SELECT count(pg_terminate_backend(pid)) {Listeners}")).ShouldBe(1);
        await gate.Waiting;
        await _schema.UntilAsync($"SELECT NOT EXISTS (SELECT {Listeners})");
        await writing.CommitAsync(Samples.Commit(Samples.Stream), Token);
        next.IsCompleted.ShouldBeFalse();
        (await _schema.ScalarAsync<bool>(Listening)).ShouldBeFalse();
        gate.Open();

        (await next).ShouldBeTrue();
        watch.Current.Stream.ShouldBe(Samples.Stream);
        log.All.ShouldContain(message => message.Contains("57P01", StringComparison.Ordinal));
        log.All.ShouldNotContain(message => message.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchAsync_NobodyListens_PollsOnTheInjectedClock()
    {
        var clock = new ManualTimeProvider();
        await using var watching = new PostgreSqlMachineStore(_schema.Options, clock);
        await watching.CheckAsync(Token);
        await using var watch = watching.WatchAsync(0, Token).GetAsyncEnumerator(Token);
        var next = watch.MoveNextAsync().AsTask();
        await _schema.UntilAsync(Listening);

        // Past the store, and so without NOTIFY.
        await _schema.ExecuteAsync($"""
            INSERT INTO {_schema.Name}.streams (id, version, snapshot_machine, snapshot_version, snapshot) VALUES ('m/1', 1, 'm', 1, '');
            INSERT INTO {_schema.Name}.events (stream, version, machine, machine_version, type, data, subject, from_status, to_status, actor, at, correlation)
            SELECT no, 1, 'm', 1, 'happened', '', '', 'a', 'b', 'agent', 1, '' FROM {_schema.Name}.streams;
            """);
        while (!next.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Yield();
        }

        (await next).ShouldBeTrue();
        watch.Current.Stream.Key.ShouldBe("1");
    }

    /// <summary>Holds up new connections while it is closed.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile TaskCompletionSource _open = Opened();

        /// <summary>Ends when somebody stands before the closed gate.</summary>
        public Task Waiting => _waiting.Task.WaitAsync(Token);

        public void Close() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public Task PassAsync()
        {
            var open = _open.Task;
            if (!open.IsCompleted)
            {
                _waiting.TrySetResult();
            }

            return open;
        }

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }

    private sealed class Messages : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
