namespace Support.Sdk.Salesforce.Limits;

/// <summary>The org's limits (fact sheet 10). Immutable and thread-safe; methods throw what <see cref="SalesforceClient"/> says.</summary>
public class LimitsClient
{
    private static readonly VendorOperation GetOperation = new("salesforce.limits.get", RetryMeaning.Safe);
    private readonly SalesforceConnection _org;

    internal LimitsClient(SalesforceConnection org) => _org = org;

    /// <summary>For test doubles.</summary>
    protected LimitsClient() => _org = null!;

    /// <summary>Reads the limits. Needs the permission View Setup; for the daily budget alone <see cref="SalesforceClient.Budget"/> is cheaper.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<SalesforceLimits> GetAsync(CancellationToken cancellationToken = default) =>
        _org.SendAsync(VendorRequest.Get(GetOperation, VendorPath.Of($"services/data/{_org.Version}/limits")), SalesforceJson.Default.SalesforceLimits, cancellationToken);
}
