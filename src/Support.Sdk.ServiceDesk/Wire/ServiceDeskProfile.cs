namespace Support.Sdk.ServiceDesk;

internal static class ServiceDeskProfile
{
    public static VendorProfile Technician { get; } = Create(ServiceDeskConstants.Vendor);

    public static VendorProfile EndUser { get; } = Create(ServiceDeskConstants.EndUserVendor);

    private static VendorProfile Create(string vendor) => new()
    {
        Vendor = vendor,
        ErrorReader = new ServiceDeskErrorReader(),
        IdempotencyKeyHeader = "Idempotency-Key",
    };
}
