namespace Support.Sdk.Zendesk.Webhooks;

/// <summary>The headers of a webhook. Names disregard case.</summary>
public static class ZendeskWebhookHeaders
{
    /// <summary>The signature, Base64.</summary>
    public const string Signature = "X-Zendesk-Webhook-Signature";

    /// <summary>The timestamp that was signed with the body, ISO 8601.</summary>
    public const string Timestamp = "X-Zendesk-Webhook-Signature-Timestamp";

    /// <summary>The id of the delivery, the same on its repetitions (not in the documentation pages that were read).</summary>
    public const string InvocationId = "X-Zendesk-Webhook-Invocation-Id";
}
