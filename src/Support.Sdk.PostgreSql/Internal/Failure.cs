using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>Tells which failures may be repeated.</summary>
internal static class Failure
{
    /// <summary>The server itself says that it ended the statement, and with it the transaction, without effect.</summary>
    /// <remarks>Should a dying server be wrong in that, a repeated commit finds its own version and ends as a conflict: the caller loads again, and nothing happens twice.</remarks>
    public static bool WasUndone(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
    };

    /// <summary>It may work when tried again; whether the statement took effect is not known. A time-out is not repeated: the caller has waited long enough.</summary>
    public static bool IsTransient(Exception exception) => exception is NpgsqlException { IsTransient: true, InnerException: not TimeoutException };

    /// <summary>A short name without content: the SQLSTATE where there is one, else the type.</summary>
    public static string Name(Exception exception) => exception is PostgresException { SqlState: var state } ? $"SQLSTATE {state}" : exception.GetType().Name;
}
