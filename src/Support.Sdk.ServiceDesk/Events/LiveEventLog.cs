using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk;

/// <summary>What following live events logs beside the pipeline: neither ticket nor what the events tell.</summary>
internal static partial class LiveEventLog
{
    [LoggerMessage(2101, LogLevel.Information, "Service Desk '{Account}' {Operation}: {Failure}; connecting again in {DelayMs} ms")]
    public static partial void Reconnecting(ILogger logger, string account, string operation, string failure, double delayMs);
}
