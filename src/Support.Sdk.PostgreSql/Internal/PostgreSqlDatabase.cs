using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>The database and its connections. Shared by the stores on it.</summary>
/// <remarks>Thread-safe. Every statement is a transaction of its own and one round trip.</remarks>
internal sealed class PostgreSqlDatabase : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(20);

    private readonly PostgreSqlStoreOptions _options;
    private readonly NpgsqlDataSource _dataSource;
    private readonly bool _ownsDataSource;
    private readonly ILogger _logger;
    private readonly CommitListener _listener;
    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _opened;
    private int _disposed;

    /// <param name="options">The options.</param>
    /// <param name="dataSource">Used, and left open, when the options have no connection string.</param>
    /// <param name="timeProvider">Paces repetitions and polling.</param>
    /// <param name="loggerFactory">Makes the logger.</param>
    /// <param name="meterFactory">Makes the meter.</param>
    public PostgreSqlDatabase(
        PostgreSqlStoreOptions options,
        NpgsqlDataSource? dataSource,
        TimeProvider? timeProvider,
        ILoggerFactory? loggerFactory,
        IMeterFactory? meterFactory)
    {
        PostgreSqlStoreOptionsValidator.ThrowIfInvalid(options, dataSource is not null);
        _options = options;
        _ownsDataSource = options.ConnectionString is not null;
        _dataSource = options.ConnectionString is { } connectionString ? DataSources.Create(connectionString) : dataSource!;
        _logger = loggerFactory?.CreateLogger(PostgreSqlStoreTelemetry.Name) ?? NullLogger.Instance;
        TimeProvider = timeProvider ?? TimeProvider.System;
        Telemetry = new(meterFactory, TimeProvider);
        Sql = new(options.Schema);
        _listener = new(_dataSource, Sql.Listen, TimeProvider, _logger);
    }

    /// <summary>A database on a data source that somebody else closes.</summary>
    public static PostgreSqlDatabase On(
        PostgreSqlStoreOptions options,
        NpgsqlDataSource dataSource,
        TimeProvider? timeProvider,
        ILoggerFactory? loggerFactory,
        IMeterFactory? meterFactory)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dataSource);
        return options.ConnectionString is null
            ? new(options, dataSource, timeProvider, loggerFactory, meterFactory)
            : throw new ArgumentException($"Leave {nameof(options.ConnectionString)} out when you pass a data source.", nameof(options));
    }

    public TimeProvider TimeProvider { get; }

    public PostgreSqlStoreTelemetry Telemetry { get; }

    public StoreSql Sql { get; }

    /// <summary>Reads rows. Repeated after any passing failure, for it changes nothing.</summary>
    public ValueTask<List<T>> ReadAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken) =>
        RunAsync(Failure.IsTransient, sql, bind, command => RowsAsync(command, map, cancellationToken), cancellationToken);

    /// <summary>Changes rows and reads what the statement returns. Repeated only when the server undid it.</summary>
    public ValueTask<List<T>> WriteAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken) =>
        RunAsync(Failure.WasUndone, sql, bind, command => RowsAsync(command, map, cancellationToken), cancellationToken);

    /// <summary>Changes rows and says how many. Repeated only when the server undid it.</summary>
    public ValueTask<int> WriteAsync(string sql, Action<NpgsqlParameterCollection> bind, CancellationToken cancellationToken) =>
        RunAsync(Failure.WasUndone, sql, bind, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    /// <summary>Starts to listen for commits, if that was not done yet. Take the returned task before you read; it ends with the next commit.</summary>
    public Task NextCommit()
    {
        ThrowIfDisposed();
        _listener.Start(_closing.Token);
        return _listener.Next;
    }

    /// <summary>Wakes the watches of this process at once.</summary>
    public void SignalCommit() => _listener.Signal();

    /// <summary>Waits for a commit, or until it is time to look without having been told.</summary>
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
        await _listener.StopAsync().ConfigureAwait(false);
        if (_ownsDataSource)
        {
            await _dataSource.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Like <see cref="DisposeAsync"/>, but does not wait for the listening connection to end.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _closing.Cancel();
        if (_ownsDataSource)
        {
            _dataSource.Dispose();
        }
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private async ValueTask<T> RunAsync<T>(
        Func<Exception, bool> mayRepeat,
        string sql,
        Action<NpgsqlParameterCollection> bind,
        Func<NpgsqlCommand, Task<T>> run,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var attempt = 1; ; attempt++)
        {
            ThrowIfDisposed();
            var sent = false;
            TimeSpan pause;
            try
            {
                await OpenAsync(cancellationToken).ConfigureAwait(false);
                var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var command = new NpgsqlCommand(sql, connection);
                await using var disposal = command.ConfigureAwait(false);
                bind(command.Parameters);
                sent = true;
                return await run(command).ConfigureAwait(false);
            }
            catch (NpgsqlException exception) when (attempt <= _options.Retries && _disposed == 0 && (sent ? mayRepeat(exception) : Failure.IsTransient(exception)))
            {
                pause = RetryPause * attempt;
                Log.Repeated(_logger, Failure.Name(exception), attempt + 1, _options.Retries + 1, pause);
            }

            await Task.Delay(pause, TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        if (_opened)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_opened)
            {
                return;
            }

            var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            var found = await Schema.UpgradeAsync(connection, Sql, cancellationToken).ConfigureAwait(false);
            if (found < Schema.LatestVersion)
            {
                Log.SchemaUpgraded(_logger, _options.Schema, found, Schema.LatestVersion);
            }

            _opened = true;
        }
        finally
        {
            _opening.Release();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed != 0, typeof(PostgreSqlMachineStore));
}
