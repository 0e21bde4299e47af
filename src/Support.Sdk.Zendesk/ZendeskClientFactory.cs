using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.Zendesk;

internal sealed class ZendeskClientFactory(IServiceProvider services) : IZendeskClientFactory
{
    public ZendeskClient GetClient(string account = "")
    {
        ArgumentNullException.ThrowIfNull(account);
        return services.GetKeyedService<ZendeskClient>(account) ?? throw new InvalidOperationException(
            account.Length == 0
                ? "No default Zendesk account is registered. Call AddZendesk(…) without an account name, or name the account."
                : $"No Zendesk account '{account}' is registered. Call AddZendesk(\"{account}\", …).");
    }
}
