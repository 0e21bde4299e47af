using Microsoft.Extensions.Logging;

namespace Support.Sdk.Http;

/// <summary>Everything this package logs. Addresses appear as paths, without host and query; headers and bodies never.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(2001, LogLevel.Debug, "{Vendor} '{Account}' {Operation} {OperationId}: {Method} {Path} answered {Status} after {ElapsedMs} ms (attempt {Attempt})")]
    public static partial void Answered(
        ILogger logger, string vendor, string account, string operation, string operationId, string method, string path, int status, double elapsedMs, int attempt);

    [LoggerMessage(2002, LogLevel.Debug, "{Vendor} '{Account}' {Operation} {OperationId}: {Method} {Path} got no answer after {ElapsedMs} ms: {Failure} (attempt {Attempt})")]
    public static partial void NotAnswered(
        ILogger logger, string vendor, string account, string operation, string operationId, string method, string path, double elapsedMs, string failure, int attempt);

    [LoggerMessage(2003, LogLevel.Warning, "{Vendor} '{Account}' {Operation} {OperationId}: attempt {Attempt} failed ({Reason}); the next follows in {DelayMs} ms")]
    public static partial void Retrying(
        ILogger logger, string vendor, string account, string operation, string operationId, int attempt, string reason, double delayMs);

    [LoggerMessage(2004, LogLevel.Warning, "{Vendor} '{Account}': the circuit opened for {BreakMs} ms after too many failures")]
    public static partial void CircuitOpened(ILogger logger, string vendor, string account, double breakMs);

    [LoggerMessage(2005, LogLevel.Warning, "{Vendor} '{Account}': rate limit {Bucket} exhausted, calls are held back for {HoldMs} ms")]
    public static partial void HeldBack(ILogger logger, string vendor, string account, string bucket, double holdMs);

    [LoggerMessage(2006, LogLevel.Information, "{Vendor} '{Account}': tokens refreshed")]
    public static partial void TokenRefreshed(ILogger logger, string vendor, string account);

    [LoggerMessage(2007, LogLevel.Warning, "{Vendor} '{Account}': refreshing the tokens failed: {Failure}")]
    public static partial void TokenRefreshFailed(ILogger logger, string vendor, string account, string failure);
}
