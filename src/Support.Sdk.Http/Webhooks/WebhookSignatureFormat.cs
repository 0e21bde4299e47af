namespace Support.Sdk.Http;

/// <summary>How a vendor signs its webhooks.</summary>
public enum WebhookSignatureFormat
{
    /// <summary>HMAC-SHA1 in hexadecimal, either case (Webex <c>X-Spark-Signature</c>).</summary>
    HmacSha1Hex,

    /// <summary>HMAC-SHA256 in Base64 (Zendesk <c>X-Zendesk-Webhook-Signature</c>).</summary>
    HmacSha256Base64,

    /// <summary>HMAC-SHA256 in hexadecimal, either case.</summary>
    HmacSha256Hex,
}
