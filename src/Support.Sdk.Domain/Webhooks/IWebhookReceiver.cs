namespace Support.Sdk.Webhooks;

/// <summary>Receives one vendor's webhooks: verifies them over the raw bytes, then applies them. Registered by the vendor's name as keyed service.</summary>
/// <remarks>Thread-safe. Fails closed: without a configured secret nothing is genuine. Independent of the web framework that received the request.</remarks>
public interface IWebhookReceiver
{
    /// <summary>Receives a webhook.</summary>
    /// <param name="account">The named account whose endpoint was called; empty for the default one.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="cancellationToken">Cancels the call; the sender then delivers again.</param>
    ValueTask<WebhookResult> ReceiveAsync(string account, WebhookRequest request, CancellationToken cancellationToken = default);
}
