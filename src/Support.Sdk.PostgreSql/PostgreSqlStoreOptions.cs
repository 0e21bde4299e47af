using System.Globalization;

namespace Support.Sdk.PostgreSql;

/// <summary>Where the PostgreSQL store keeps its tables and how it behaves.</summary>
/// <remarks>Validated when the host starts, and by the constructors of the stores.</remarks>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>A connection string of Npgsql. A secret when it holds a password.</summary>
    /// <value>
    /// <see langword="null"/> when the store is to use the <see cref="Npgsql.NpgsqlDataSource"/> that the host registered or passes to the constructor. Where the string
    /// does not say otherwise, statements are prepared automatically, <c>Keepalive</c> is 30 seconds and the application is named <c>Support.Sdk</c>. Ambient transactions
    /// are never joined.
    /// </value>
    public string? ConnectionString { get; set; }

    /// <summary>The schema that holds the tables. Made when missing, which needs the right to create one in the database.</summary>
    /// <value>1 to 40 lower-case letters, digits and underscores, not starting with a digit or <c>pg_</c>; default: <c>support_sdk</c>.</value>
    public string Schema { get; set; } = "support_sdk";

    /// <summary>How often a watch looks by itself. It is woken by <c>NOTIFY</c>; looking is the net below, for times without a listening connection.</summary>
    /// <value>10 milliseconds to 5 minutes; default: 5 seconds.</value>
    public TimeSpan WatchPollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a call is repeated, after a growing pause, when the server cannot be reached or says that it undid the statement: a deadlock, a serialization failure, a
    /// shutdown. A statement whose fate is unknown is repeated only if it changes nothing.
    /// </summary>
    /// <value>0 to 20; default: 5.</value>
    public int Retries { get; set; } = 5;

    /// <summary>Names the schema and nothing else.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PostgreSqlStoreOptions {{ Schema = {Schema} }}");
}
