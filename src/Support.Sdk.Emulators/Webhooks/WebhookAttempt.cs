namespace Support.Sdk.Emulators.Webhooks;

/// <summary>One try to deliver a webhook. Immutable.</summary>
/// <param name="Number">1 for the first try.</param>
/// <param name="At">When it was sent (UTC, by the emulator's clock).</param>
/// <param name="StatusCode">What the receiver answered, or <see langword="null"/> when there was no answer.</param>
/// <param name="RetryAfter">The receiver's <c>Retry-After</c>, if it sent a valid one.</param>
/// <param name="Error">Why there was no answer, or <see langword="null"/>.</param>
public sealed record WebhookAttempt(int Number, DateTimeOffset At, int? StatusCode, TimeSpan? RetryAfter, string? Error)
{
    /// <summary>Whether the receiver answered 2xx.</summary>
    public bool Succeeded => StatusCode is >= 200 and < 300;
}
