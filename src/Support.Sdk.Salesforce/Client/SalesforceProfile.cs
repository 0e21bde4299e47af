namespace Support.Sdk.Salesforce;

/// <remarks>There is no 429 and no <c>Retry-After</c> (fact sheet 3): a budget that is used up comes as 403, which nothing repeats.</remarks>
internal static class SalesforceProfile
{
    public static VendorProfile Instance { get; } = new()
    {
        Vendor = SalesforceConstants.Vendor,
        ErrorReader = new SalesforceErrorReader(),
    };
}
