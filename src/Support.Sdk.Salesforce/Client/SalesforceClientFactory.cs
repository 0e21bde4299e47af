using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Salesforce;

internal sealed class SalesforceClientFactory(IServiceProvider services) : ISalesforceClientFactory
{
    public SalesforceClient GetClient(string account = "")
    {
        ArgumentNullException.ThrowIfNull(account);
        return services.GetKeyedService<SalesforceClient>(account) ?? throw new InvalidOperationException(
            account.Length == 0
                ? "No default Salesforce account is registered. Call AddSalesforce(…) without an account name, or name the account."
                : $"No Salesforce account '{account}' is registered. Call AddSalesforce(\"{account}\", …).");
    }
}
