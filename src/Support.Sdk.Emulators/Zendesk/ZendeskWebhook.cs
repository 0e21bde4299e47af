namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A webhook subscription of the emulated account. Immutable.</summary>
/// <param name="Id">The webhook's id, sent as <c>X-Zendesk-Webhook-Id</c>.</param>
/// <param name="Endpoint">Where the events are posted.</param>
/// <param name="SigningSecret">The key of the signature, as the Admin Center shows it; its UTF-8 bytes are the key.</param>
/// <param name="Subscriptions">Event types such as <c>zen:event-type:ticket.comment_added</c>.</param>
public sealed record ZendeskWebhook(string Id, Uri Endpoint, string SigningSecret, IReadOnlyList<string> Subscriptions)
{
    /// <summary>Id and target; never the secret.</summary>
    public override string ToString() => $"Webhook {Id} to {Endpoint}";
}
