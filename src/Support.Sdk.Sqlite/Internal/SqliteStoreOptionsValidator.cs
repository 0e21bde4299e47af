using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Support.Sdk.Sqlite;

/// <summary>Checks the options, and says for each fault what to do.</summary>
internal sealed class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>
{
    public static string ConnectionStringOf(SqliteStoreOptions options)
    {
        var builder = options.Path is { } path ? new SqliteConnectionStringBuilder { DataSource = path } : new SqliteConnectionStringBuilder(options.ConnectionString);
        builder.Pooling = false;
        return builder.ToString();
    }

    public static void ThrowIfInvalid(SqliteStoreOptions options, string parameter)
    {
        ArgumentNullException.ThrowIfNull(options, parameter);
        var failures = Failures(options).ToList();
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", failures), parameter);
        }
    }

    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(SqliteStoreOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path) == string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            yield return $"Set either {nameof(options.Path)} or {nameof(options.ConnectionString)} of the SQLite store.";
        }
        else if (WhyNoFile(options) is { } reason)
        {
            yield return reason;
        }

        if (!Enum.IsDefined(options.Durability))
        {
            yield return $"{nameof(options.Durability)} must be {SqliteDurability.Full} or {SqliteDurability.Normal}.";
        }

        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromMinutes(1))
        {
            yield return $"{nameof(options.BusyTimeout)} must be between 0 and 1 minute.";
        }

        if (options.BusyRetries is < 0 or > 100)
        {
            yield return $"{nameof(options.BusyRetries)} must be between 0 and 100.";
        }

        if (options.WatchPollInterval < TimeSpan.FromMilliseconds(1) || options.WatchPollInterval > TimeSpan.FromMinutes(1))
        {
            yield return $"{nameof(options.WatchPollInterval)} must be between 1 millisecond and 1 minute.";
        }

        if (options.MaxReaders is < 1 or > 64)
        {
            yield return $"{nameof(options.MaxReaders)} must be between 1 and 64.";
        }
    }

    private static string? WhyNoFile(SqliteStoreOptions options)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = options.Path is { } path ? new() { DataSource = path } : new(options.ConnectionString);
        }
        catch (ArgumentException)
        {
            // The message of the parser may quote the text; a connection string may hold a password.
            return $"{nameof(options.ConnectionString)} is no connection string of Microsoft.Data.Sqlite.";
        }

        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            || builder.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase) || builder.Mode is SqliteOpenMode.Memory)
        {
            return "The SQLite store needs a file: it uses several connections, and what it keeps must survive the process. Use InMemoryMachineStore to keep everything in memory.";
        }

        if (builder.Mode is SqliteOpenMode.ReadOnly)
        {
            return "The SQLite store writes; a read-only connection string cannot serve it.";
        }

        return builder.Cache is SqliteCacheMode.Shared ? "The SQLite store cannot use the shared cache, whose locks would make its readers wait for its writer; leave Cache out." : null;
    }
}
