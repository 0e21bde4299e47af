using System.Globalization;

namespace Support.Sdk.Http;

/// <summary>Checks that a webhook was signed lately, against recordings played back.</summary>
public static class WebhookTimestamp
{
    /// <summary>Checks an ISO 8601 timestamp; without an offset it is taken as UTC.</summary>
    /// <param name="timestamp">The timestamp header, or <see langword="null"/> when it is missing.</param>
    /// <param name="tolerance">How far it may lie from now, on either side.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative.</exception>
    public static WebhookVerification Check(string? timestamp, TimeSpan tolerance, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, TimeSpan.Zero);
        if (string.IsNullOrWhiteSpace(timestamp))
        {
            return WebhookVerification.Rejected(WebhookRejection.MissingTimestamp);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, Utc, out var instant))
        {
            return WebhookVerification.Rejected(WebhookRejection.MalformedTimestamp);
        }

        return (clock.GetUtcNow() - instant).Duration() <= tolerance
            ? WebhookVerification.Verified
            : WebhookVerification.Rejected(WebhookRejection.Stale);
    }
}
