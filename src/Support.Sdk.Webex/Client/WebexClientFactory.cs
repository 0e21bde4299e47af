using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Http;

namespace Support.Sdk.Webex;

internal sealed class WebexClientFactory(IServiceProvider services) : IWebexClientFactory
{
    public WebexClient GetClient(string account = "")
    {
        ArgumentNullException.ThrowIfNull(account);
        return services.GetKeyedService<WebexClient>(account) ?? throw Unknown(account);
    }

    public AuthorizationCodeFlow GetConsentFlow(string account = "")
    {
        // Asked first for its message: the flow's own does not say which call is missing.
        GetClient(account);
        return services.GetAuthorizationCodeFlow(WebexProfile.Vendor, account);
    }

    private static InvalidOperationException Unknown(string account) => new(
        account.Length == 0
            ? "There is no default Webex account: register it with services.AddWebex(options => …)."
            : $"There is no Webex account '{account}': register it with services.AddWebex(\"{account}\", options => …).");
}
