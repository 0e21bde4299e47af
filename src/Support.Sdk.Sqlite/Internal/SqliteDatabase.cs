using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SQLitePCL;

namespace Support.Sdk.Sqlite;

/// <summary>The file and its connections: one that writes, some that read. Shared by the stores on it.</summary>
/// <remarks>Thread-safe. Calls wait for a connection without a thread; SQLite itself works synchronously on the caller's.</remarks>
internal sealed class SqliteDatabase : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(20);

    private readonly SqliteStoreOptions _options;
    private readonly string _connectionString;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SemaphoreSlim _reading;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly CancellationTokenSource _closing = new();
    private SqliteSession? _writer;
    private volatile bool _opened;
    private volatile TaskCompletionSource _committed = NewSignal();
    private int _disposed;

    public SqliteDatabase(SqliteStoreOptions options, TimeProvider? timeProvider, ILoggerFactory? loggerFactory, IMeterFactory? meterFactory)
    {
        SqliteStoreOptionsValidator.ThrowIfInvalid(options, nameof(options));
        _options = options;
        _connectionString = SqliteStoreOptionsValidator.ConnectionStringOf(options);
        _reading = new(options.MaxReaders);
        _logger = loggerFactory?.CreateLogger(SqliteStoreTelemetry.Name) ?? NullLogger.Instance;
        TimeProvider = timeProvider ?? TimeProvider.System;
        Telemetry = new(meterFactory, TimeProvider);
    }

    public TimeProvider TimeProvider { get; }

    public SqliteStoreTelemetry Telemetry { get; }

    /// <summary>Ends with the next commit of events by this object. Take it before you read.</summary>
    public Task NextCommit => _committed.Task;

    /// <summary>Runs a transaction. It is committed when <paramref name="work"/> says so, else rolled back.</summary>
    public async ValueTask<T> WriteAsync<TArgument, T>(Func<SqliteSession, TArgument, (T Result, bool Commit)> work, TArgument argument, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await EnterAsync(_writing, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RetryAsync(
                static (database, call) =>
                {
                    var session = database.Writer_NeedsLock();
                    session.Begin();
                    try
                    {
                        var (result, commit) = call.work(session, call.argument);
                        if (commit)
                        {
                            session.Commit();
                        }

                        return result;
                    }
                    finally
                    {
                        session.Rollback();
                    }
                },
                (work, argument),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs one reading statement; it sees the last commit, whoever made it.</summary>
    public async ValueTask<T> ReadAsync<TArgument, T>(Func<SqliteSession, TArgument, T> work, TArgument argument, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_opened)
        {
            await OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        await EnterAsync(_reading, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RetryAsync(
                static (database, call) =>
                {
                    if (!database._readers.TryTake(out var session))
                    {
                        session = SqliteSession.Open(database._connectionString, database._options.BusyTimeout);
                    }

                    try
                    {
                        return call.work(session, call.argument);
                    }
                    finally
                    {
                        database._readers.Add(session);
                    }
                },
                (work, argument),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Wakes those who wait for <see cref="NextCommit"/>.</summary>
    public void SignalCommit() => Interlocked.Exchange(ref _committed, NewSignal()).SetResult();

    /// <summary>Waits until this object commits, or until it is time to look for what others committed.</summary>
    public async ValueTask WaitForCommitAsync(Task nextCommit, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        await Task.WhenAny(nextCommit, Task.Delay(_options.WatchPollInterval, TimeProvider, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await _writing.WaitAsync().ConfigureAwait(false);
        for (var i = 0; i < _options.MaxReaders; i++)
        {
            await _reading.WaitAsync().ConfigureAwait(false);
        }

        Close_NeedsLocks();
    }

    /// <summary>Like <see cref="DisposeAsync"/>; holds the thread until the calls on their way have ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _closing.Cancel();
        _writing.Wait();
        for (var i = 0; i < _options.MaxReaders; i++)
        {
            _reading.Wait();
        }

        Close_NeedsLocks();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static bool IsBusy(SqliteException exception) => exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    private async ValueTask EnterAsync(SemaphoreSlim semaphore, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, typeof(SqliteMachineStore));
        await semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_disposed != 0)
        {
            semaphore.Release();
            throw new ObjectDisposedException(nameof(SqliteMachineStore));
        }
    }

    private async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await EnterAsync(_writing, cancellationToken).ConfigureAwait(false);
        try
        {
            await RetryAsync(static (database, _) => database.Writer_NeedsLock(), 0, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async ValueTask<T> RetryAsync<TArgument, T>(Func<SqliteDatabase, TArgument, T> work, TArgument argument, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return work(this, argument);
            }
            catch (SqliteException exception) when (IsBusy(exception) && attempt <= _options.BusyRetries)
            {
                var pause = RetryPause * attempt;
                Log.Busy(_logger, attempt + 1, _options.BusyRetries + 1, pause);
                await Task.Delay(pause, TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private SqliteSession Writer_NeedsLock()
    {
        if (_writer is { } writer)
        {
            return writer;
        }

        if (Path.GetDirectoryName(new SqliteConnectionStringBuilder(_connectionString).DataSource) is { Length: > 0 } directory && _options.Path is not null)
        {
            Directory.CreateDirectory(directory);
        }

        var session = SqliteSession.Open(_connectionString, _options.BusyTimeout);
        try
        {
            var found = Schema.Upgrade(session);
            session.Execute(_options.Durability is SqliteDurability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            if (found < Schema.LatestVersion)
            {
                Log.SchemaUpgraded(_logger, found, Schema.LatestVersion);
            }
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _opened = true;
        return _writer = session;
    }

    // The semaphores are given back, not disposed: whoever still waits for one wakes up and is told that the store is closed.
    private void Close_NeedsLocks()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer?.Dispose();
        _writer = null;
        _writing.Release();
        _reading.Release(_options.MaxReaders);
    }
}
