using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Support.Sdk.Stores;

namespace Support.Sdk.Sqlite;

/// <summary>Keeps machines in one SQLite file: the embedded store, for one machine with any number of processes.</summary>
/// <remarks>
/// <para>Thread-safe. Several objects and several processes may share one file on a local disk; network file systems do not lock as SQLite needs it.</para>
/// <para>
/// SQLite works synchronously: a call waits for its turn without a thread, and then holds the caller's for as long as the disk takes: microseconds for a read,
/// one flush for a commit (see <see cref="SqliteStoreOptions.Durability"/>). One commit runs at a time; readers never wait for it.
/// </para>
/// <para>The file is opened, made or upgraded by the first call. A file of a future version is refused with <see cref="SqliteSchemaException"/> and left as it is.</para>
/// <para>
/// Errors of SQLite come as <see cref="Microsoft.Data.Sqlite.SqliteException"/>; <c>SQLITE_BUSY</c> (5) only when another process kept its lock through all repetitions.
/// A closed store throws <see cref="ObjectDisposedException"/>.
/// </para>
/// </remarks>
public sealed partial class SqliteMachineStore : IMachineStore, IAsyncDisposable, IDisposable
{
    private const int PageSize = 200;

    private readonly SqliteDatabase _database;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a store on a file. Touches no disk yet.</summary>
    /// <param name="options">Where the file is; copied by use, so leave them as they are afterwards.</param>
    /// <param name="timeProvider">Paces repetitions and polling, and measures; the system's clock when left out. No stored instant comes from it.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter <c>Support.Sdk.Sqlite</c>; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options name no file.</exception>
    public SqliteMachineStore(SqliteStoreOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null, IMeterFactory? meterFactory = null)
    {
        _database = new(options, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    internal SqliteMachineStore(SqliteDatabase database) => _database = database;

    /// <inheritdoc />
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await _database.WriteAsync(
            static (session, _) => (session.Prepare("UPDATE support_schema SET version = version").Execute(), Commit: true),
            0,
            cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for the calls on their way and closes the file; it can be moved or deleted afterwards.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but holds the thread meanwhile.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }
}
