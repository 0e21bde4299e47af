using Microsoft.Extensions.Options;
using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>Checks the options, and says for each fault what to do.</summary>
/// <param name="hasDataSource">Whether there is a data source for options without connection string.</param>
internal sealed class PostgreSqlStoreOptionsValidator(bool hasDataSource) : IValidateOptions<PostgreSqlStoreOptions>
{
    public static void ThrowIfInvalid(PostgreSqlStoreOptions options, bool hasDataSource)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = Failures(options, hasDataSource).ToList();
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, PostgreSqlStoreOptions options)
    {
        var failures = Failures(options, hasDataSource).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(PostgreSqlStoreOptions options, bool hasDataSource)
    {
        if (options.ConnectionString is null)
        {
            if (!hasDataSource)
            {
                yield return $"Set {nameof(options.ConnectionString)} of the PostgreSQL store, or register an NpgsqlDataSource.";
            }
        }
        else if (!NamesAServer(options.ConnectionString))
        {
            yield return $"{nameof(options.ConnectionString)} is no connection string of Npgsql that names a host.";
        }

        if (!IsSchemaName(options.Schema))
        {
            yield return $"{nameof(options.Schema)} must be 1 to 40 lower-case letters, digits and underscores, and must not start with a digit or 'pg_'.";
        }

        if (options.WatchPollInterval < TimeSpan.FromMilliseconds(10) || options.WatchPollInterval > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(options.WatchPollInterval)} must be between 10 milliseconds and 5 minutes.";
        }

        if (options.Retries is < 0 or > 20)
        {
            yield return $"{nameof(options.Retries)} must be between 0 and 20.";
        }
    }

    private static bool NamesAServer(string connectionString)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // The parser's message may quote the text, and the text may hold a password: only the verdict leaves this method.
            return false;
        }
    }

    private static bool IsSchemaName(string? name) =>
        name is { Length: >= 1 and <= 40 }
        && !char.IsAsciiDigit(name[0])
        && !name.StartsWith("pg_", StringComparison.Ordinal)
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
