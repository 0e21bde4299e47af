using Microsoft.Extensions.Logging;

namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>The log messages of the Service Desk's endpoints: event ids 1510 to 1549.</summary>
internal static partial class ServiceDeskLog
{
    public const string Category = "Support.Sdk.AspNetCore.ServiceDesk";

    [LoggerMessage(1510, LogLevel.Warning, "{Caller} has made too many wrong guesses of PINs or links and is cut off for {RetryAfter}.")]
    public static partial void CutOff(ILogger logger, string caller, TimeSpan retryAfter);
}
