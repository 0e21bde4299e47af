namespace Support.Sdk.Http;

/// <summary>The stable codes of <see cref="WebhookVerification.Reason"/>.</summary>
public static class WebhookRejection
{
    /// <summary>Nobody has verified it.</summary>
    public const string NotVerified = "not-verified";

    /// <summary>No secret is configured: nothing can be genuine.</summary>
    public const string NoSecretConfigured = "no-secret-configured";

    /// <summary>The signature is missing.</summary>
    public const string MissingSignature = "missing-signature";

    /// <summary>The signature cannot be read.</summary>
    public const string MalformedSignature = "malformed-signature";

    /// <summary>The signature is not that of the body with any of the secrets.</summary>
    public const string BadSignature = "bad-signature";

    /// <summary>The timestamp is missing.</summary>
    public const string MissingTimestamp = "missing-timestamp";

    /// <summary>The timestamp cannot be read.</summary>
    public const string MalformedTimestamp = "malformed-timestamp";

    /// <summary>The timestamp is too old, or too far ahead.</summary>
    public const string Stale = "stale";
}
