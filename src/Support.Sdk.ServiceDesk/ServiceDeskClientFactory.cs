using Microsoft.Extensions.DependencyInjection;

namespace Support.Sdk.ServiceDesk;

internal sealed class ServiceDeskClientFactory(IServiceProvider services) : IServiceDeskClientFactory
{
    public ServiceDeskClient GetClient(string account = "") => Get<ServiceDeskClient>(account, "AddServiceDeskClient");

    public ServiceDeskEndUserClient GetEndUserClient(string account = "") => Get<ServiceDeskEndUserClient>(account, "AddServiceDeskEndUserClient");

    private TClient Get<TClient>(string account, string registration)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(account);
        return services.GetKeyedService<TClient>(account) ?? throw new InvalidOperationException(
            account.Length == 0
                ? $"No default Service Desk is registered. Call {registration}(…) without an account name, or name the account."
                : $"No Service Desk '{account}' is registered. Call {registration}(\"{account}\", …).");
    }
}
