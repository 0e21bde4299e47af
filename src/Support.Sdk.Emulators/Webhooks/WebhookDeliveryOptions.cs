namespace Support.Sdk.Emulators.Webhooks;

/// <summary>How an emulator delivers its webhooks.</summary>
/// <remarks>The vendors publish little about retries: the defaults are assumptions, stated by each emulator. Not thread-safe.</remarks>
public sealed class WebhookDeliveryOptions
{
    /// <summary>Whether webhooks are sent in the background as they fall due.</summary>
    /// <value>Default <see langword="false"/>: a test sends them with <see cref="WebhookOutbox.DeliverDueAsync"/>, when it wants to.</value>
    public bool AutoDeliver { get; set; }

    /// <summary>The waits before the second, third, … try of a webhook that was not answered with 2xx. Empty: one try only.</summary>
    /// <value>Default 5 s, 30 s and 5 min (assumed).</value>
    public IReadOnlyList<TimeSpan> RetryDelays { get; set; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    /// <summary>Decides after a failed try: the wait before the next one, or <see langword="null"/> to give up.</summary>
    /// <value>Default <see langword="null"/>: <see cref="RetryDelays"/> rules.</value>
    public Func<WebhookAttempt, TimeSpan?>? RetryDecision { get; set; }

    /// <summary>How long a receiver may take, by the emulator's clock.</summary>
    /// <value>Default 10 s (assumed).</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What sends the requests, for receivers without a port (an ASP.NET Core test server, say). Not disposed by the emulator.</summary>
    /// <value>Default <see langword="null"/>: a socket handler of the emulator's own.</value>
    public HttpMessageHandler? Handler { get; set; }

    internal TimeSpan? NextTry(WebhookAttempt attempt) =>
        RetryDecision is { } decide ? decide(attempt)
        : attempt.Number <= RetryDelays.Count ? RetryDelays[attempt.Number - 1]
        : null;
}
