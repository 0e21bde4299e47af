using System.Globalization;

namespace Support.Sdk.Sqlite;

/// <summary>Where the SQLite store keeps its file and how it behaves.</summary>
/// <remarks>Give either <see cref="Path"/> or <see cref="ConnectionString"/>. Validated when the host starts, and by the constructors of the stores.</remarks>
public sealed class SqliteStoreOptions
{
    /// <summary>The path of the database file. The file and its directory are made when missing.</summary>
    /// <value>
    /// Relative paths count from the current directory. No <c>:memory:</c>: the store reads and writes over several connections, and what must not be forgotten does not
    /// belong into memory; <c>InMemoryMachineStore</c> serves tests.
    /// </value>
    public string? Path { get; set; }

    /// <summary>A connection string of Microsoft.Data.Sqlite, instead of <see cref="Path"/>, for those who need more than a path.</summary>
    /// <value>In-memory and read-only modes and the shared cache are refused; pooling is switched off, for the store keeps its own connections.</value>
    public string? ConnectionString { get; set; }

    /// <summary>When a commit counts as durable.</summary>
    /// <value>Default: <see cref="SqliteDurability.Full"/>.</value>
    public SqliteDurability Durability { get; set; } = SqliteDurability.Full;

    /// <summary>How long one attempt waits for another process that is writing. The waiting happens inside SQLite and holds a thread.</summary>
    /// <value>0 to 1 minute; default: 1 second.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an attempt that met another process's lock is repeated, after a growing pause that holds no thread, before <c>SQLITE_BUSY</c> is thrown.</summary>
    /// <value>0 to 100; default: 8.</value>
    public int BusyRetries { get; set; } = 8;

    /// <summary>How often a watch looks for the commits of other processes. Those of its own process it sees at once.</summary>
    /// <value>1 millisecond to 1 minute; default: 250 milliseconds.</value>
    public TimeSpan WatchPollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many connections read at the same time, beside the one that writes.</summary>
    /// <value>1 to 64; default: 4.</value>
    public int MaxReaders { get; set; } = 4;

    /// <summary>Names the file and nothing else.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SqliteStoreOptions {{ Path = {Path ?? "(connection string)"} }}");
}
