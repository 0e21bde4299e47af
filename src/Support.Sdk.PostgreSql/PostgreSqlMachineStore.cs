using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Support.Sdk.Stores;

namespace Support.Sdk.PostgreSql;

/// <summary>Keeps machines in a PostgreSQL database: the shared store, for any number of hosts.</summary>
/// <remarks>
/// <para>Thread-safe. Any number of objects, processes and hosts may share one schema; none is special.</para>
/// <para>Each call is one statement, one transaction and one round trip. Commits to different streams run side by side up to the moment in which they get their positions.</para>
/// <para>
/// The first call makes or upgrades the schema, under a lock that makes hosts starting together wait for each other. A schema of a future version is refused with
/// <see cref="PostgreSqlSchemaException"/> and left as it is. The first watch opens one more connection, which listens until the store is closed.
/// </para>
/// <para>
/// Errors come as <see cref="NpgsqlException"/>, after the repetitions of <see cref="PostgreSqlStoreOptions.Retries"/>. When a connection breaks in the middle of a
/// commit, whether it took place is unknown: load the stream. A closed store throws <see cref="ObjectDisposedException"/>.
/// </para>
/// <para>PostgreSQL limits what an index can hold: a claim to 2,600 bytes of UTF-8, the name and value of an index entry to 1,000 together.</para>
/// </remarks>
public sealed partial class PostgreSqlMachineStore : IMachineStore, IAsyncDisposable, IDisposable
{
    private const int PageSize = 200;

    private readonly PostgreSqlDatabase _database;
    private readonly bool _ownsDatabase;

    /// <summary>Creates a store with connections of its own. Connects at the first call.</summary>
    /// <param name="options">Where the database is; leave them as they are afterwards.</param>
    /// <param name="timeProvider">Paces repetitions and polling, and measures; the system's clock when left out. No stored instant comes from it.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter <c>Support.Sdk.PostgreSql</c>; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options name no server.</exception>
    public PostgreSqlMachineStore(PostgreSqlStoreOptions options, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null, IMeterFactory? meterFactory = null)
    {
        _database = new(options, dataSource: null, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    /// <summary>Creates a store on the host's data source, which stays open when the store is closed.</summary>
    /// <param name="options">The options, without connection string; leave them as they are afterwards.</param>
    /// <param name="dataSource">Gives the connections; a slim one needs arrays (<c>EnableArrays</c>).</param>
    /// <param name="timeProvider">Paces repetitions and polling, and measures; the system's clock when left out.</param>
    /// <param name="loggerFactory">Makes the logger; nothing is logged when left out.</param>
    /// <param name="meterFactory">Makes the meter; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the options have a connection string too.</exception>
    public PostgreSqlMachineStore(
        PostgreSqlStoreOptions options,
        NpgsqlDataSource dataSource,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null,
        IMeterFactory? meterFactory = null)
    {
        _database = PostgreSqlDatabase.On(options, dataSource, timeProvider, loggerFactory, meterFactory);
        _ownsDatabase = true;
    }

    internal PostgreSqlMachineStore(PostgreSqlDatabase database) => _database = database;

    /// <inheritdoc />
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default) =>
        await _database.WriteAsync(_database.Sql.Touch, static _ => { }, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends the watches and closes the connections that the store opened. Calls on their way may fail.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Like <see cref="DisposeAsync"/>, but does not wait until the listening connection has ended.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }
    }
}
