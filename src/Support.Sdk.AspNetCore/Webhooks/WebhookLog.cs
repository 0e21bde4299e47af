using Microsoft.Extensions.Logging;

namespace Support.Sdk.Webhooks;

/// <summary>The log messages of the webhook endpoints: event ids 1500 to 1599.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1500, LogLevel.Warning, "A webhook of {Vendor} for the account '{Account}' was refused as {Disposition}: {Reason}")]
    public static partial void Refused(ILogger logger, string vendor, string account, WebhookDisposition disposition, string reason);
}
