using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;
using Support.Sdk.Webinars;

namespace Support.Sdk.PostgreSql;

/// <summary>Keeps the ledger of webinar imports in the PostgreSQL schema.</summary>
/// <remarks>
/// Thread-safe; shares databases and hosts as <see cref="PostgreSqlMachineStore"/> does. A chunk and its entries are one statement: one transaction and one round trip. Chunks are read one
/// at a time and entries in pages, so that an enumeration takes the memory of one of them and holds no connection in between; it sees what was written before it came there.
/// The rows stand in the database in the clear.
/// </remarks>
public sealed class PostgreSqlImportLedger : IImportLedger, IAsyncDisposable, IDisposable
{
    private const int PageSize = 1_000;

    private readonly PostgreSqlDatabase _database;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a ledger with connections of its own. Connects to nothing yet.</summary>
    /// <param name="options">The options, with connection string; leave them as they are afterwards.</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out. No stored instant comes from it.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there is no connection string.</exception>
    public PostgreSqlImportLedger(PostgreSqlStoreOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null, IMeterFactory? meterFactory = null)
    {
        _database = new(options, dataSource: null, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    /// <summary>Creates a ledger on the host's data source, which stays open when the ledger is closed.</summary>
    /// <param name="options">The options, without connection string; leave them as they are afterwards.</param>
    /// <param name="dataSource">Gives the connections; a slim one needs arrays (<c>EnableArrays</c>).</param>
    /// <param name="timeProvider">Paces repetitions; the system's clock when left out. No stored instant comes from it.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options have a connection string too.</exception>
    public PostgreSqlImportLedger(
        PostgreSqlStoreOptions options,
        NpgsqlDataSource dataSource,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        IMeterFactory? meterFactory = null)
    {
        _database = PostgreSqlDatabase.On(options, dataSource, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    internal PostgreSqlImportLedger(PostgreSqlDatabase database) => _database = database;

    /// <inheritdoc />
    public async ValueTask FenceAsync(string import, int attempt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        await _database.WriteAsync(_database.Sql.FenceImport, parameters => parameters.Bind(import).Bind(attempt), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<bool> WriteAsync(ImportChunk chunk, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoChunk(chunk);
        LedgerArguments.ThrowIfNoEntries(entries);
        var rows = entries as IReadOnlyList<LedgerEntry> ?? [.. entries];
        return await _database.WriteAsync(
            _database.Sql.WriteChunk,
            parameters => parameters
                .Bind(chunk.Import)
                .Bind(chunk.Number)
                .Bind(chunk.Content)
                .BindAll(rows, static entry => entry.Scope.Account)
                .BindAll(rows, static entry => entry.Scope.ObjectName)
                .BindAll(rows, static entry => entry.Scope.WebinarId)
                .BindAll(rows, static entry => entry.RecordId)
                .BindAll(rows, static entry => entry.Import)
                .BindAll(rows, static entry => entry.Row)
                .BindAll(rows, static entry => entry.At.UtcTicks)
                .Bind(chunk.Attempt),
            cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ImportChunk> ReadChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return PagesAsync<ImportChunk>(
            _database.Sql.NextChunk,
            (parameters, last) => parameters.Bind(import).Bind(last?.Number ?? after),
            row => new ImportChunk(import, row.GetInt32(0), row.Bytes(1)),
            pageSize: 1,
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<int> RemoveChunksAsync(string import, int after = 0, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(import);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return _database.WriteAsync(_database.Sql.DeleteChunks, parameters => parameters.Bind(import).Bind(after), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LedgerEntry>> FindAsync(LedgerScope scope, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        LedgerArguments.ThrowIfNoRecords(recordIds);
        var ids = recordIds as IReadOnlyList<string> ?? [.. recordIds];
        return await _database.ReadAsync(
            _database.Sql.FindEntries,
            parameters => BindScope(parameters, scope).BindAll(ids, static id => id),
            row => ReadEntry(row, scope),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<LedgerEntry> ReadAsync(LedgerScope scope, CancellationToken cancellationToken = default)
    {
        LedgerArguments.ThrowIfNoScope(scope);
        return PagesAsync<LedgerEntry>(
            _database.Sql.ReadEntries,
            (parameters, last) => BindScope(parameters, scope).Bind(last?.RecordId ?? "").Bind(PageSize),
            row => ReadEntry(row, scope),
            PageSize,
            cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<string> ReadRecordsAsync(string account, string objectName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(objectName);
        return PagesAsync<string>(
            _database.Sql.ReadRecords,
            (parameters, last) => parameters.Bind(account).Bind(objectName).Bind(last ?? "").Bind(PageSize),
            static row => row.Text(0),
            PageSize,
            cancellationToken);
    }

    /// <summary>Closes the connections that the ledger opened. Calls on their way may fail.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but does not wait.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }

    private static NpgsqlParameterCollection BindScope(NpgsqlParameterCollection parameters, LedgerScope scope) =>
        parameters.Bind(scope.Account).Bind(scope.ObjectName).Bind(scope.WebinarId);

    private static LedgerEntry ReadEntry(NpgsqlDataReader row, LedgerScope scope) => new(scope, row.Text(0), row.Text(1), row.GetInt64(2), row.Instant(3));

    private async IAsyncEnumerable<T> PagesAsync<T>(
        string sql,
        Action<NpgsqlParameterCollection, T?> bind,
        Func<NpgsqlDataReader, T> map,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        T? last = null;
        List<T> page;
        do
        {
            var after = last;
            page = await _database.ReadAsync(sql, parameters => bind(parameters, after), map, cancellationToken).ConfigureAwait(false);
            foreach (var item in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
                last = item;
            }
        }
        while (page.Count == pageSize);
    }
}
