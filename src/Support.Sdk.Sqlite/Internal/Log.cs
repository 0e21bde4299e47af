using Microsoft.Extensions.Logging;

namespace Support.Sdk.Sqlite;

/// <summary>What the SQLite store logs. Event ids 600 to 699.</summary>
internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Information, "The schema of the SQLite store was brought from version {From} to version {To}.")]
    public static partial void SchemaUpgraded(ILogger logger, long from, long to);

    [LoggerMessage(601, LogLevel.Warning, "Another process holds the write lock of the SQLite store; attempt {Attempt} of {Attempts} follows in {Delay}.")]
    public static partial void Busy(ILogger logger, int attempt, int attempts, TimeSpan delay);
}
