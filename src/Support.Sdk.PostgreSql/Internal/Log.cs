using Microsoft.Extensions.Logging;

namespace Support.Sdk.PostgreSql;

/// <summary>What the PostgreSQL store logs. Event ids 700 to 799. Errors are named by their code: a driver's message may quote a row or a setting.</summary>
internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "The schema '{Schema}' of the PostgreSQL store was brought from version {From} to version {To}.")]
    public static partial void SchemaUpgraded(ILogger logger, string schema, int from, int to);

    [LoggerMessage(701, LogLevel.Warning, "PostgreSQL failed with {Error}; attempt {Attempt} of {Attempts} follows in {Delay}.")]
    public static partial void Repeated(ILogger logger, string error, int attempt, int attempts, TimeSpan delay);

    [LoggerMessage(702, LogLevel.Warning, "The connection that listens for commits was lost ({Error}); watches poll until it is back. Attempt {Attempt} follows in {Delay}.")]
    public static partial void ListenerLost(ILogger logger, string error, int attempt, TimeSpan delay);
}
