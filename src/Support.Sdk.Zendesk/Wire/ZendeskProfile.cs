namespace Support.Sdk.Zendesk;

internal static class ZendeskProfile
{
    public static VendorProfile Instance { get; } = new()
    {
        Vendor = ZendeskConstants.Vendor,
        ErrorReader = new ZendeskErrorReader(),
        RateLimitReader = new ZendeskRateLimitReader(),
        IdempotencyKeyHeader = "Idempotency-Key",
    };
}
