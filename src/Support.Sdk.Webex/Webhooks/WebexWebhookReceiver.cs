using Microsoft.Extensions.Options;
using Support.Sdk.Meetings;
using Support.Sdk.Webhooks;

namespace Support.Sdk.Webex.Webhooks;

/// <summary>Receives Webex webhooks: verifies them, and reports meetings that were started, ended, changed or deleted.</summary>
/// <remarks>Thread-safe. Registered under the key <c>webex</c> by <c>AddWebex</c>.</remarks>
public sealed class WebexWebhookReceiver : IWebhookReceiver
{
    /// <summary>The reason of <see cref="WebhookDisposition.Ignored"/> when the event is not about meetings, or does not change them.</summary>
    public const string NotOfConcern = "not-of-concern";

    /// <summary>The reason of <see cref="WebhookDisposition.Ignored"/> when no work item has the meeting.</summary>
    public const string UnknownMeeting = "unknown-meeting";

    /// <summary>The reason of <see cref="WebhookDisposition.Malformed"/>.</summary>
    public const string MalformedBody = "malformed-body";

    private readonly IOptionsMonitor<WebexOptions> _options;
    private readonly IMeetingReports _reports;
    private readonly TimeProvider _clock;

    /// <summary>Creates a receiver.</summary>
    /// <param name="options">The options by account, for their secrets.</param>
    /// <param name="reports">What the events are reported to.</param>
    /// <param name="clock">The clock, for events that do not say when they happened.</param>
    public WebexWebhookReceiver(IOptionsMonitor<WebexOptions> options, IMeetingReports reports, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options;
        _reports = reports;
        _clock = clock;
    }

    /// <inheritdoc />
    public async ValueTask<WebhookResult> ReceiveAsync(string account, WebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(request);
        var verification = WebexWebhookMessage.Verify(_options.Get(account).WebhookSecrets, Signature(request), request.Body.Span);
        if (!verification.IsVerified)
        {
            return new(WebhookDisposition.Unverified, verification.Reason!);
        }

        if (!WebexWebhookMessage.TryParse(request.Body.Span, out var message))
        {
            return new(WebhookDisposition.Malformed, MalformedBody);
        }

        if (message.Resource != WebhookResource.Meetings || MeetingEvents.KindOf(message.Event) is not { } kind)
        {
            return new(WebhookDisposition.Ignored, NotOfConcern);
        }

        if (MeetingEvents.SeriesIdOf(message) is not { } seriesId)
        {
            return new(WebhookDisposition.Malformed, MalformedBody);
        }

        var occurredAt = MeetingEvents.OccurredAt(message, kind) ?? _clock.GetUtcNow();
        var report = new ProviderMeetingReport(WebexProfile.Vendor, account, seriesId, kind, occurredAt.ToUniversalTime());
        return await _reports.ReceiveAsync(report, cancellationToken).ConfigureAwait(false)
            ? new(WebhookDisposition.Applied)
            : new(WebhookDisposition.Ignored, UnknownMeeting);
    }

    /// <summary>Header names disregard case, whatever dictionary the host has put them into.</summary>
    private static string? Signature(WebhookRequest request) =>
        request.Headers.TryGetValue(WebexWebhookMessage.SignatureHeader, out var value)
            ? value
            : request.Headers.FirstOrDefault(header => header.Key.Equals(WebexWebhookMessage.SignatureHeader, StringComparison.OrdinalIgnoreCase)).Value;
}
