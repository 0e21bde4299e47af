using System.Text;

namespace Support.Sdk.Zendesk.Webhooks;

/// <summary>Verifies webhooks: Base64 of HMAC-SHA256 over the timestamp header followed by the raw body (fact sheet 11).</summary>
/// <remarks>Immutable and thread-safe. Compares in constant time.</remarks>
public sealed class ZendeskWebhookVerifier
{
    /// <summary>The public secret of test requests that Zendesk sends before a webhook exists. It proves nothing.</summary>
    public const string TestSecret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private readonly string[] _secrets;
    private readonly TimeSpan _replayWindow;
    private readonly TimeProvider _clock;

    /// <summary>Creates a verifier.</summary>
    /// <param name="options">The secrets and the window; read now, later changes do not count.</param>
    /// <param name="clock">The clock.</param>
    public ZendeskWebhookVerifier(ZendeskWebhookOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _secrets = options.AcceptTestSecret ? [.. options.SigningSecrets, TestSecret] : [.. options.SigningSecrets];
        _replayWindow = options.ReplayWindow;
        _clock = clock;
    }

    /// <summary>Verifies a webhook.</summary>
    /// <param name="signature">The header <see cref="ZendeskWebhookHeaders.Signature"/>, or <see langword="null"/>.</param>
    /// <param name="timestamp">The header <see cref="ZendeskWebhookHeaders.Timestamp"/>, or <see langword="null"/>.</param>
    /// <param name="body">The raw body; may be empty.</param>
    /// <returns>Verified, or rejected with one of <see cref="WebhookRejection"/>.</returns>
    public WebhookVerification Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrWhiteSpace(timestamp))
        {
            return WebhookVerification.Rejected(WebhookRejection.MissingTimestamp);
        }

        var signed = WebhookSignature.Verify(WebhookSignatureFormat.HmacSha256Base64, _secrets, signature, body, Encoding.UTF8.GetBytes(timestamp));
        return signed.IsVerified ? WebhookTimestamp.Check(timestamp, _replayWindow, _clock) : signed;
    }
}
